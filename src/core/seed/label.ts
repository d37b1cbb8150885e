// Labels: one line that tells a reader which paragraph is meant.
import type { Span } from '../text/span';

/** The paragraph's beginning on one line, white space folded, cut at a word with an ellipsis from `maximum` units on. */
export function labelOf(text: string, paragraph: Span, maximum = 80): string {
	const line = text.slice(paragraph.start, paragraph.end).replace(/\s+/g, ' ').trim();
	if (line.length <= maximum) return line;
	const cut = line.lastIndexOf(' ', maximum - 1);
	return `${line.slice(0, cut > maximum / 2 ? cut : maximum - 1).replace(/[\s,;:–—-]+$/, '')}…`;
}
