// Labels: one line that tells a reader which paragraph is meant.
import type { Span } from '../text/span';
import { readDateline } from './dateline';
import { readHeader } from './header';

/**
 * How a paragraph begins, on one line of at most `maximum` UTF-16 units: without header and dateline, white space folded,
 * and where it does not fit, cut after a word and closed with an ellipsis.
 */
export function labelOf(text: string, paragraph: Span, maximum = 80): string {
	const header = paragraph.start === 0 ? readHeader(text) : undefined;
	const start = Math.min(paragraph.end, header?.end ?? paragraph.start);
	const beginning = text.slice(start, Math.min(paragraph.end, start + maximum * 4 + longestDateline)).trimStart();
	const story = beginning.slice(readDateline(beginning)?.end ?? 0) || beginning;
	const line = story.replace(/[\s\p{Cc}]+/gu, ' ').trim();
	if (line.length <= maximum) return line;
	const room = line.slice(0, maximum);
	const word = room.lastIndexOf(' ');
	const cut = word > maximum / 2 ? room.slice(0, word) : room.slice(0, maximum - 1).replace(/[\ud800-\udbff]$/, '');
	return `${cut.replace(/[\s,;:–—-]+$/u, '')}…`;
}

const longestDateline = 200;
