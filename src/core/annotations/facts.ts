// What a passage states that makes it this one of its kind: its numbers and names. Lists of rates, of weather or of results are
// alike in all else, so a place that lost them is most likely another item of the list, however like the passage it is.
import { ApproximatePattern } from '../text/search';
import type { Span } from '../text/span';

/** A number, or a word with a capital. Of folded text. */
const fact = /\p{N}+|(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}]*/gu;
const sentenceEnd = /[.!?:…"] $/;

/**
 * The numbers and names in `[start, end)` of a text. A word with a capital that begins a sentence, as what begins the text is taken
 * to do, may be no name; it counts where `withFirst` says so.
 */
export function factsIn(text: string, { start, end }: Span, withFirst: boolean): string[] {
	const found: string[] = [];
	for (const { 0: word, index } of text.slice(start, end).matchAll(fact)) {
		const at = start + index;
		const isFirst = at === 0 || sentenceEnd.test(text.slice(Math.max(0, at - 2), at));
		if (withFirst || !isFirst || /^\p{N}/u.test(word)) found.push(word);
	}
	return found;
}

/** How many of the facts stand not among the others: numbers to the digit, names also inflected or with a slip of the pen. */
export function lostFacts(facts: readonly string[], there: readonly string[]): number {
	if (facts.length === 0) return 0;
	const left = [...there];
	let lost = 0;
	for (const one of facts) {
		const at = left.findIndex((other) => isSameFact(one, other));
		if (at < 0) lost++;
		else left.splice(at, 1);
	}
	return lost;
}

function isSameFact(a: string, b: string): boolean {
	if (a === b) return true;
	if (/^\p{N}/u.test(a) || /^\p{N}/u.test(b)) return false;
	const [short, long] = a.length < b.length ? [a, b] : [b, a];
	if (short.length >= 4 && long.startsWith(short)) return true;
	const allowed = (long.length - 1) >> 2;
	return long.length - short.length <= allowed && new ApproximatePattern(a).distance(b) <= allowed;
}
