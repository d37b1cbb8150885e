// A passage as its annotation tells it, made ready for being looked for in folded text.
import { fold } from '../text/fold';
import { ApproximatePattern } from '../text/search';
import type { Span } from '../text/span';
import { factsIn, lostFacts } from './facts';
import type { Stated } from './hit';
import { tellingLength } from './judge';

/** How much of a context is compared, in characters: what is near says most. */
const contextLength = 48;

/** With this much context in its own paragraph, that of the next paragraph is not looked at. */
const enough = 12;

/** How much of a far end is compared. */
const frameLength = 16;

/** How much further than a context its facts may have moved. */
const slack = 24;

/** Unrelated texts of one language are this alike anyway. */
const chance = 0.4;

const word = /[\p{L}\p{M}\p{N}]+/gu;

/** A blank line. */
const paragraphBreak = /\r?\n[ \t]*\r?\n/;

/** Where a context was found. */
export interface Context {
	/** The end of it that the passage touches. */
	readonly at: number;
	/** 0 to 1: how like the context what stands there is; 0 also where there is none to compare. */
	readonly likeness: number;
}

/** A quote with its context, folded. */
export class Passage {
	readonly quote: string;
	readonly before: string;
	readonly after: string;
	readonly pattern: ApproximatePattern;
	/** How much of the context stands in the passage's own paragraph, which stays with it when paragraphs move. */
	readonly ownBefore: number;
	readonly ownAfter: number;
	/** Numbers and names: in the quote, and in what is compared on both sides. */
	readonly facts: readonly string[];
	/** Its context is longer than usual: it had a twin in the text in which it was marked. */
	readonly hasTwin: boolean;
	readonly #factsAround: readonly string[];
	readonly #before: ApproximatePattern;
	readonly #after: ApproximatePattern;

	constructor(quote: string, before: string, after: string) {
		this.quote = fold(quote).text;
		this.before = fold(before).text;
		this.after = fold(after).text;
		this.pattern = new ApproximatePattern(this.quote);
		this.ownBefore = fold(before.slice(lastParagraphBreak(before))).text.length;
		this.ownAfter = fold(after.slice(0, paragraphBreak.exec(after)?.index)).text.length;
		this.hasTwin = Math.max(this.before.length, this.after.length) > contextLength;
		const compared = (own: number) => Math.min(contextLength, own >= enough ? own : contextLength);
		this.#before = new ApproximatePattern(this.before.slice(-compared(this.ownBefore)));
		this.#after = new ApproximatePattern(this.after.slice(0, compared(this.ownAfter)));
		const { length } = this.before;
		const all = this.before + this.quote + this.after;
		const end = length + this.quote.length;
		this.facts = factsIn(all, { start: length, end }, this.quote.length < tellingLength);
		this.#factsAround = [
			...factsIn(all, { start: length - this.#before.length, end: length }, false),
			...factsIn(all, { start: end, end: end + this.#after.length }, false),
		];
	}

	/**
	 * Whether a place has about it what told the passage from its twins when it was marked: a context was made longer than
	 * usual until it did, so the far ends of both do, as far as they are of its own paragraph. True of a passage without twins.
	 */
	isFramed(text: string, { start, end }: Span): boolean {
		if (!this.hasTwin) return true;
		const head = this.ownBefore === 0 ? '' : this.before.slice(-this.ownBefore);
		const tail = this.after.slice(0, this.ownAfter);
		const [first, last] = [head.slice(0, frameLength), tail.slice(-frameLength)];
		const above = text.slice(
			Math.max(0, start - head.length - slack),
			Math.max(0, start - head.length + slack) + first.length,
		);
		const below = text.slice(Math.max(end, end + tail.length - last.length - slack), end + tail.length + slack);
		return above.includes(first) && below.includes(last);
	}

	/** How a place of a folded text differs from the passage and what stood about it in what they state. */
	factsAt(text: string, { start, end }: Span): Stated {
		const there = factsIn(text, { start, end }, true);
		const lost = lostFacts(this.facts, there);
		const stated = { facts: this.facts.length, lost, others: there.length - this.facts.length + lost };
		if (this.#factsAround.length === 0) return { ...stated, lostAround: 0 };
		const head = { start: Math.max(0, start - this.#before.length - slack), end: start };
		const tail = { start: end, end: Math.min(text.length, end + this.#after.length + slack) };
		const around = [...factsIn(text, head, true), ...factsIn(text, tail, true)];
		return { ...stated, lostAround: lostFacts(this.#factsAround, around) };
	}

	/** What stands at a place of a folded text, with `reach` characters of context. */
	static at(text: string, { start, end }: Span, reach: number): Passage {
		return new Passage(
			text.slice(start, end),
			text.slice(Math.max(0, start - reach), start),
			text.slice(end, end + reach),
		);
	}

	/** How much of the quote, in letters of whole words, stands in `text` (folded), wherever; 1 of a quote without words. */
	wordsKept(text: string): number {
		if (text === this.quote) return 1;
		const there = new Map<string, number>();
		for (const [found] of text.matchAll(word)) there.set(found, (there.get(found) ?? 0) + 1);
		let [kept, all] = [0, 0];
		for (const [found] of this.quote.matchAll(word)) {
			all += found.length;
			const left = there.get(found) ?? 0;
			if (left > 0) kept += found.length;
			there.set(found, left - 1);
		}
		return all === 0 ? 1 : kept / all;
	}

	/** Whether a side of the passage should be as it was even where paragraphs have moved. */
	expects(own: number): boolean {
		return own >= enough;
	}

	/** The text before the passage, where it ends within `reach` of `at`. */
	findBefore(text: string, at: number, reach: number): Context {
		const start = Math.max(0, at - reach - this.#before.length);
		const found = nearest(this.#before, text, start, Math.min(text.length, at + reach), at);
		return { at: found?.end ?? at, likeness: likeness(this.#before, found) };
	}

	/** The text after the passage, where it begins within `reach` of `at`. */
	findAfter(text: string, at: number, reach: number): Context {
		const end = Math.min(text.length, at + reach + this.#after.length);
		const found = nearest(this.#after, text, Math.max(0, at - reach), end, at + this.#after.length);
		return { at: found?.start ?? at, likeness: likeness(this.#after, found) };
	}
}

function nearest(pattern: ApproximatePattern, text: string, start: number, end: number, preferredEnd: number) {
	return pattern.best(text, { start, end }, Math.floor(pattern.length * (1 - chance)), preferredEnd);
}

function likeness({ length }: ApproximatePattern, found: { readonly errors: number } | undefined): number {
	return found ? Math.max(0, (1 - found.errors / length - chance) / (1 - chance)) : 0;
}

/** Where the last paragraph of a context begins. */
function lastParagraphBreak(context: string): number {
	let start = 0;
	for (const { index, 0: found } of context.matchAll(new RegExp(paragraphBreak, 'g'))) start = index + found.length;
	return start;
}
