// Paragraphs: found by the text's own shape, since no two outlets separate them alike.
import type { Span } from '../text/span';

/** The paragraphs of `text` from `from` on: not empty, trimmed, in order, not overlapping. */
export function findParagraphs(text: string, from = 0): Span[] {
	const found: Span[] = [];
	const line = /[^\r\n]+/g;
	line.lastIndex = from;
	for (let match = line.exec(text); match; match = line.exec(text)) {
		const trimmed = match[0].trim();
		if (trimmed === '') continue;
		const start = match.index + match[0].indexOf(trimmed);
		found.push({ start, end: start + trimmed.length });
	}
	return found;
}
