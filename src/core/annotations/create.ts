// Describing a passage by its words, so that it can be found again when the text has changed.
import type { Span } from '../text/span';
import type { Annotation } from './model';

/** A longer passage is told by its two ends. From design: a quote is read in a diff, and this is some four lines. */
const longestQuote = 300;

/** How much of a long passage's beginning and end is kept. */
const endLength = 120;

/** Least context on each side, and how far it grows to tell the passage from its copies. */
const contextLength = 32;
const longestContext = 256;

/** By how much a context must be longer than what a twin of the passage shares with it. */
const telling = 16;

/** How much further a context goes to begin or end at a word. */
const wordReach = 16;

/** A blank line. */
const paragraphBreak = /\r?\n[ \t]*\r?\n/g;

export type Description = Pick<Annotation, 'target' | 'before' | 'after'>;

/** The span without white space at its edges, its ends never inside a surrogate pair; undefined where nothing is left. */
export function trimmed(text: string, { start, end }: Span): Span | undefined {
	let from = outward(text, Math.max(0, start), -1);
	let to = outward(text, Math.min(text.length, end), 1);
	while (from < to && isSpace(text, from)) from++;
	while (to > from && isSpace(text, to - 1)) to--;
	return from < to ? { start: from, end: to } : undefined;
}

/**
 * The passage in words: its quote (or, over 300 characters or across paragraphs, its beginning, end and length), and
 * the text on both sides, at least 32 characters where there are as many, more until all of it, and what of it is in the
 * passage's paragraph, stands but once in the text (at most 256). The span is taken as it is: see `trimmed`.
 */
export function describe(text: string, span: Span): Description {
	const passage = text.slice(span.start, span.end);
	const own = ownParagraph(text, span);
	let [start, end] = [span.start, span.end];
	for (let length = contextLength; length <= longestContext; length *= 2) {
		start = contextStart(text, span.start, length);
		end = contextEnd(text, span.end, length);
		if (isUnique(text, start, end) && tells(text, span, { start, end }, own)) break;
	}
	const before = text.slice(start, span.start);
	const after = text.slice(span.end, end);
	if (passage.length <= longestQuote && !/\n[ \t\r]*\n|\r[ \t]*\r/.test(passage))
		return { target: { quote: passage }, before, after };
	const fromEnd = outward(text, Math.min(span.start + endLength, span.end), -1);
	const toStart = outward(text, Math.max(span.end - endLength, span.start), 1);
	const from = firstParagraph(text.slice(span.start, fromEnd));
	const to = lastParagraph(text.slice(toStart, span.end));
	return { target: { from, to, length: passage.length }, before, after };
}

function firstParagraph(text: string): string {
	return text.split(/\s*[\r\n]/, 1)[0] || text;
}

function lastParagraph(text: string): string {
	return text.slice(Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1).trimStart() || text;
}

/**
 * Whether a context tells the passage from its twins well: what of it is in its own paragraph, less some at both ends, stands
 * but once, or there is no more of the paragraph.
 */
function tells(text: string, span: Span, { start, end }: Span, own: Span): boolean {
	if (start <= own.start && end >= own.end) return true;
	const from = Math.min(span.start, start <= own.start ? own.start : start + telling);
	return isUnique(text, from, Math.max(span.end, end >= own.end ? own.end : end - telling));
}

/** The passage's paragraph, as far as contexts go: what is around it stays with the passage when paragraphs move. */
function ownParagraph(text: string, { start, end }: Span): Span {
	const head = text.slice(Math.max(0, start - longestContext), start);
	const tail = text.slice(end, end + longestContext);
	const above = [...head.matchAll(paragraphBreak)].at(-1);
	const below = tail.search(paragraphBreak);
	return {
		start: above ? start - head.length + above.index + above[0].length : Math.max(0, start - 2 * longestContext),
		end: below < 0 ? Math.min(text.length, end + 2 * longestContext) : end + below,
	};
}

function isUnique(text: string, start: number, end: number): boolean {
	const all = text.slice(start, end);
	return text.indexOf(all) === start && text.indexOf(all, start + 1) < 0;
}

/** At least `length` before `offset`, and on to the start of a word where that is near. */
function contextStart(text: string, offset: number, length: number): number {
	const least = Math.max(0, offset - length);
	for (let i = least; i > Math.max(0, least - wordReach); i--) if (isSpace(text, i - 1)) return i;
	return least < wordReach ? 0 : outward(text, least, -1);
}

function contextEnd(text: string, offset: number, length: number): number {
	const least = Math.min(text.length, offset + length);
	for (let i = least; i < Math.min(text.length, least + wordReach); i++) if (isSpace(text, i)) return i;
	return text.length - least < wordReach ? text.length : outward(text, least, 1);
}

/** The offset, moved by one where it parts a surrogate pair. */
function outward(text: string, offset: number, step: 1 | -1): number {
	const parts = /[\ud800-\udbff]/.test(text[offset - 1] ?? '') && /[\udc00-\udfff]/.test(text[offset] ?? '');
	return parts ? offset + step : offset;
}

function isSpace(text: string, index: number): boolean {
	return /\s/.test(text[index]!);
}
