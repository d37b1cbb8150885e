// Moving the ends of a passage by words and sentences, cutting it in two, and the places that say the same.
import { fold } from '../text/fold';
import { occurrences } from '../text/grams';
import { type TextUnit, unitsNear } from '../text/sentences';
import type { Span } from '../text/span';
import { trimmed } from './create';

export type { TextUnit } from '../text/sentences';

/** Which end moves, where to, and by what. */
export interface Nudge {
	readonly edge: 'start' | 'end';
	/** 1: towards the end of the text. */
	readonly direction: 1 | -1;
	readonly unit: TextUnit;
}

/** The passage with one end moved to the next border of a word or sentence; undefined where nothing would be left, or nothing follows. */
export function nudge(text: string, span: Span, { edge, direction, unit }: Nudge): Span | undefined {
	const borders = unitsNear(text, span[edge], unit).map((one) => one[edge]);
	const border = direction > 0 ? borders.find((at) => at > span[edge]) : borders.findLast((at) => at < span[edge]);
	if (border === undefined) return undefined;
	const moved = { ...span, [edge]: border };
	return moved.start < moved.end ? moved : undefined;
}

/** The whole passage moved by one word or sentence, as many of them as before; undefined at the ends of the text. */
export function shift(text: string, span: Span, direction: 1 | -1, unit: TextUnit): Span | undefined {
	const firsts = unitsNear(text, span.start, unit);
	const lasts = unitsNear(text, span.end, unit);
	const first = firsts.findIndex(({ end }) => end > span.start);
	const last = lasts.findLastIndex(({ start }) => start < span.end);
	if (first < 0 || last < 0) return undefined;
	const [from, to] = [firsts[first + direction]?.start, lasts[last + direction]?.end];
	return from !== undefined && to !== undefined && from < to ? { start: from, end: to } : undefined;
}

/** The two parts of a passage, without white space at their edges; undefined where one would be empty. */
export function splitAt(text: string, { start, end }: Span, offset: number): readonly [Span, Span] | undefined {
	if (offset <= start || offset >= end) return undefined;
	const [left, right] = [trimmed(text, { start, end: offset }), trimmed(text, { start: offset, end })];
	return left && right && left.end <= right.start ? [left, right] : undefined;
}

/** Most places that are told: beyond, nobody looks through them. */
const mostIdentical = 1000;

/**
 * All other places of the same words, in text order, whatever their white space, quotation marks, dashes and letter case;
 * whole words where the passage is. Those that overlap the passage, one another or one of `taken` are left out.
 */
export function identicalPassages(text: string, span: Span, taken: readonly Span[] = []): Span[] {
	const folded = fold(text, { foldCase: true });
	const pattern = fold(text.slice(span.start, span.end), { foldCase: true }).text.trim();
	const isWord = (character: string | undefined) => character !== undefined && /[\p{L}\p{M}\p{N}]/u.test(character);
	const cuts = (at: number) => isWord(folded.text[at - 1]) && isWord(folded.text[at]);
	const found: Span[] = [];
	const busy = [...taken, span].sort((a, b) => a.start - b.start);
	let next = 0;
	let done = 0;
	for (const at of occurrences(folded.text, pattern, mostIdentical + busy.length)) {
		if (cuts(at) || cuts(at + pattern.length)) continue;
		const place = folded.toOriginal({ start: at, end: at + pattern.length });
		while (next < busy.length && busy[next]!.end <= place.start) next++;
		const isBusy = next < busy.length && busy[next]!.start < place.end;
		if (isBusy || place.start < done) continue;
		found.push(place);
		done = place.end;
	}
	return found.slice(0, mostIdentical);
}
