// Which places of two texts stand level when both are read side by side.
import type { Span } from '../text/span';
import type { Link } from './model';

/**
 * The place in the target that says what the source says at `offset`: as far into the linked paragraphs there as it is here,
 * so that two that are taller than a screen move together. Beside a paragraph without a link stands the end of what the last
 * linked one before it says. 0 where there is none before.
 */
export function levelWith(
	offset: number,
	source: readonly Span[],
	target: readonly Span[],
	links: readonly Link[],
): number {
	// between two paragraphs, the next is what one reads
	const found = source.findIndex(({ end }) => offset <= end);
	const here = found < 0 ? source.length - 1 : found;
	for (let at = here; at >= 0; at--) {
		const link = links.find((one) => one.source.includes(at));
		if (!link) continue;
		const passed = at === here ? offset - (source[at]?.start ?? 0) : Number.POSITIVE_INFINITY;
		return atShare(spansOf(target, link.target), shareOf(source, link.source, at, passed));
	}
	return 0;
}

const spansOf = (spans: readonly Span[], indexes: readonly number[]) =>
	indexes.map((at) => spans[at]).filter((span) => span !== undefined);

const lengthOf = (spans: readonly Span[]) => spans.reduce((sum, { start, end }) => sum + end - start, 0);

/** 0 to 1: how much of the paragraphs, taken as one, comes before the place `passed` units into paragraph `at`. */
function shareOf(spans: readonly Span[], indexes: readonly number[], at: number, passed: number): number {
	const before = lengthOf(spansOf(spans, indexes.slice(0, indexes.indexOf(at))));
	const own = lengthOf(spansOf(spans, [at]));
	const all = lengthOf(spansOf(spans, indexes));
	return all ? (before + Math.max(0, Math.min(own, passed))) / all : 0;
}

function atShare(spans: readonly Span[], share: number): number {
	let left = Math.floor(share * lengthOf(spans));
	for (const { start, end } of spans) {
		if (left <= end - start) return start + left;
		left -= end - start;
	}
	return spans[spans.length - 1]?.end ?? 0;
}
