// Reads what report.ts tells from inside an extension host.

const mark = '@@host-suite@@';

/**
 * @param {string} line of the console
 * @returns {{ event: 'pass' | 'pending' | 'fail' | 'end', title: string, ms?: number, error?: string } | undefined}
 */
export function eventIn(line) {
	const at = line.indexOf(mark);
	// The browser's console adds style arguments after the text.
	return at < 0 ? undefined : JSON.parse(line.slice(at + mark.length, line.lastIndexOf('}') + 1));
}
