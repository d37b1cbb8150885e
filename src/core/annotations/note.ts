// Notes as they are kept: a sentence a line, so that a diff shows which sentence changed.
import { sentencesOf } from '../text/sentences';

/** What Markdown takes for the beginning of a list, a heading, a quotation or a table. */
const blockStart = /^\s*(?:(?:[-*+>]|#{1,6}|\d{1,9}[.)])(?:\s+|$)|\|)/;
const fence = /^\s*(?:```|~~~)/;

/**
 * Breaks after each sentence, where that changes nothing of what Markdown makes of the note: not in code and tables, not
 * before what would become a list. Breaks that are there stay, as `\n`.
 */
export function oneSentenceALine(note: string): string {
	let isCode = false;
	const lines = note
		.replace(/\r\n?/g, '\n')
		.trim()
		.split('\n')
		.map((line) => {
			if (fence.test(line)) isCode = !isCode;
			return isCode || line.trimStart().startsWith('|') ? line : broken(line);
		});
	return lines.join('\n');
}

function broken(line: string): string {
	const [marker = ''] = blockStart.exec(line) ?? [];
	let text = marker;
	for (const sentence of sentencesOf(line.slice(marker.length))) {
		const isFirst = text === marker;
		text = isFirst || blockStart.test(sentence) ? text + sentence : `${text.trimEnd()}\n${sentence}`;
	}
	return text;
}
