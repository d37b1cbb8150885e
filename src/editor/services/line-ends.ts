// Line ends as VS Code shows them: of one kind in a document, whatever mixture the file has.

/**
 * The text with all line ends of the kind that most have: `\r\n` where more than half end in or with `\r`, else `\n`. The
 * same string where they are of one kind already. Source: VS Code's own text buffer, when it loads a file.
 */
export function unifyLineEnds(text: string): string {
	if (!text.includes('\r')) return text;
	const count = { '\r': 0, '\n': 0, '\r\n': 0 };
	for (const [end] of text.matchAll(/\r\n?|\n/g)) count[end as keyof typeof count]++;
	const withReturn = count['\r'] + count['\r\n'];
	const end = withReturn > (withReturn + count['\n']) / 2 ? '\r\n' : '\n';
	const all = count['\r'] + count['\r\n'] + count['\n'];
	return count[end] === all ? text : text.replace(/\r\n?|\n/g, end);
}
