// Where a passage may be in a changed text: places that share its words, each judged by its quote and its context.
import { GramIndex } from '../text/grams';
import { overlaps, type Span } from '../text/span';
import { type Hit, isAsItWas, scoreOf } from './hit';
import type { Context, Passage } from './passage';

/** Most places that are looked at closely. */
const mostPlaces = 6;

/** Most exact copies of a quote that are looked at. */
const mostCopies = 64;

/** Of a quote, at most this share may be changed for it to be recognised by itself. */
const mostErrors = 0.5;

/** Width, in characters, of the bins in which votes for a place are counted. */
const binWidth = 32;

/** How far from a place its contexts are looked for. */
const contextReach = 40;

/** Most context on each side that votes. */
const votingContext = 64;

/** A longer run of letters is no word. */
const longestWord = 40;

/** How far surroundings may have moved against the passage by edits between them. */
const longestShift = 200;

/** Looks for passages in one folded text. The index is made at the first need. */
export class PlaceFinder {
	readonly #text: string;
	#index: GramIndex | undefined;

	constructor(text: string) {
		this.#text = text;
	}

	/** The places that may be it, best first; they do not overlap. */
	find(passage: Passage): Hit[] {
		const { length } = passage.quote;
		const hits = this.#copies(passage).map((start) => this.#judge(passage, { start, end: start + length }));
		const reach = 32 + Math.round(length * 0.3);
		for (const start of this.#votes(passage)) {
			if (hits.some((hit) => hit && isAsItWas(hit) && Math.abs(hit.start - start) <= binWidth)) continue;
			const hit = this.#byQuote(passage, start, reach);
			hits.push(hit, hit && isAsItWas(hit) ? undefined : this.#byContext(passage, start, reach));
		}
		const found = hits.filter((hit) => hit !== undefined);
		return distinct(found.sort((a, b) => rankOf(b) - rankOf(a)));
	}

	/**
	 * How much of `surroundings`, a folded stretch of another text, stands around `start` here in its order: 0 to 1, by five-
	 * character stretches that are rare here. `offset`: where in the surroundings `start` corresponds to.
	 */
	shared(surroundings: string, offset: number, start: number): number {
		this.#index ??= new GramIndex(this.#text);
		let shared = 0;
		this.#index.visit(surroundings, (inSurroundings, inText, weight) => {
			if (Math.abs(inText - start - (inSurroundings - offset)) <= longestShift) shared += weight;
		});
		return shared / Math.max(1, surroundings.length);
	}

	/** The same for a long passage, told by its two ends: `from` has the context before, `to` the one after. */
	findLong(from: Passage, to: Passage, length: number): Hit[] {
		const ends = this.find(to);
		const hits: Hit[] = [];
		for (const head of this.find(from)) {
			for (const tail of ends) {
				const share = (tail.end - head.start) / length;
				if (tail.start < head.start || share < 0.3 || share > 3) continue;
				const kept = Math.min(share, 1 / share);
				const quote = Math.min((head.quote + tail.quote) / 2, 0.7 + 0.3 * kept);
				const span = { start: head.start, end: tail.end };
				const contradicted = head.contradicted || tail.contradicted;
				hits.push({
					...span,
					kept: (head.kept + tail.kept) / 2,
					quote: kept > 0.95 && quote > 0.98 ? 1 : quote,
					before: head.before,
					after: tail.after,
					contradicted,
					facts: head.facts + tail.facts,
					lost: head.lost + tail.lost,
					others: head.others + tail.others,
					lostAround: head.lostAround + tail.lostAround,
					framed: head.framed && tail.framed,
				});
			}
		}
		return distinct(hits.sort((a, b) => scoreOf(b) - scoreOf(a)));
	}

	/** Starts that most of the passage's five-character stretches point to. */
	#votes({ before, quote, after }: Passage): number[] {
		this.#index ??= new GramIndex(this.#text);
		const bins = new Map<number, number>();
		const near = before.slice(-votingContext);
		this.#index.visit(near + quote + after.slice(0, votingContext), (inPassage, inText, weight) => {
			const bin = Math.floor((inText - inPassage + near.length) / binWidth);
			bins.set(bin, (bins.get(bin) ?? 0) + weight);
		});
		const sums = [...bins].map(([bin, weight]) => ({ bin, weight: weight + (bins.get(bin + 1) ?? 0) }));
		sums.sort((a, b) => b.weight - a.weight);
		return sums.slice(0, mostPlaces).map(({ bin }) => (bin + 1) * binWidth);
	}

	/** Exact copies of the quote; of many, those whose surroundings are the most like the passage's. */
	#copies({ before, quote, after }: Passage): number[] {
		this.#index ??= new GramIndex(this.#text);
		const starts = this.#index.occurrences(quote, mostCopies);
		if (starts.length <= mostPlaces) return starts;
		const shared = (at: number) =>
			commonSuffix(before, this.#text, at) + commonPrefix(after, this.#text, at + quote.length);
		return starts
			.map((at) => ({ at, shared: shared(at) }))
			.sort((a, b) => b.shared - a.shared)
			.slice(0, mostPlaces)
			.map(({ at }) => at);
	}

	#byQuote(passage: Passage, start: number, reach: number): Hit | undefined {
		const { length } = passage.quote;
		const within = { start: Math.max(0, start - reach), end: Math.min(this.#text.length, start + length + reach) };
		const match = passage.pattern.best(this.#text, within, Math.floor(length * mostErrors), start + length);
		return match && this.#judge(passage, match);
	}

	/** What stands between the two contexts; beside the only one, where the passage has but one. */
	#byContext(passage: Passage, start: number, reach: number): Hit | undefined {
		const { length } = passage.quote;
		const before = passage.findBefore(this.#text, start, reach);
		const from = passage.before ? before.at : start;
		const after = passage.findAfter(this.#text, from + length, reach + length);
		const holds = (context: string, { likeness }: { likeness: number }) => context === '' || likeness >= 0.5;
		if (!holds(passage.before, before) || !holds(passage.after, after) || !(passage.before || passage.after))
			return undefined;
		const to = passage.after ? after.at : before.at + length;
		return this.#judge(passage, this.#trim({ start: passage.before ? before.at : Math.max(0, to - length), end: to }));
	}

	#judge(passage: Passage, span: Span): Hit | undefined {
		const before = passage.findBefore(this.#text, span.start, contextReach);
		const after = passage.findAfter(this.#text, span.end, contextReach);
		const start = this.#edge(passage, span, before, span.start);
		const end = this.#edge(passage, span, after, span.end);
		const found = this.#toWords(passage, this.#trim({ start, end }));
		if (found.end <= found.start) return undefined;
		const sides = {
			before: Math.max(
				nearness(before.likeness, found.start - before.at, found),
				run(commonSuffix(passage.before, this.#text, found.start)),
			),
			after: Math.max(
				nearness(after.likeness, after.at - found.end, found),
				run(commonPrefix(passage.after, this.#text, found.end)),
			),
		};
		const contradicted =
			(sides.before < 0.2 && passage.expects(passage.ownBefore)) ||
			(sides.after < 0.2 && passage.expects(passage.ownAfter));
		const words = this.#text.slice(found.start, found.end);
		const facts = passage.factsAt(this.#text, found);
		const framed = passage.isFramed(this.#text, found);
		return {
			...found,
			...sides,
			...facts,
			framed,
			quote: likeness(passage, words),
			kept: passage.wordsKept(words),
			contradicted,
		};
	}

	/** The edge of a place: where the context touches, if that is near; of an unchanged quote, if but letters lie between. */
	#edge({ quote }: Passage, { start, end }: Span, context: Context, edge: number): number {
		if (context.likeness <= 0.6 || (edge === start ? context.at >= end : context.at <= start)) return edge;
		const between = this.#text.slice(Math.min(edge, context.at), Math.max(edge, context.at));
		const exact = end - start === quote.length && this.#text.startsWith(quote, start);
		const near = exact ? /^\p{L}{1,3}$/u.test(between) : between.length <= 6 + quote.length * 0.2;
		return near ? context.at : edge;
	}

	/** A passage that began and ended with whole words does so still: a word that is cut is taken in, or left out where little of it is in. */
	#toWords({ before, quote, after }: Passage, { start, end }: Span): Span {
		const text = this.#text;
		let [from, to] = [start, end];
		if (isInWord(text, from) && isWordAt(quote, 0) && !isWordAt(before, before.length - 1)) {
			while (from > 0 && isInWord(text, from) && start - from < longestWord) from--;
			let next = start;
			while (next < end && isInWord(text, next)) next++;
			if (next - start < start - from) from = next;
		}
		if (isInWord(text, to) && isWordAt(quote, quote.length - 1) && !isWordAt(after, 0)) {
			while (to < text.length && isInWord(text, to) && to - end < longestWord) to++;
			let last = end;
			while (last > from && isInWord(text, last)) last--;
			if (end - last < to - end) to = last;
		}
		return this.#trim({ start: from, end: to });
	}

	#trim({ start, end }: Span): Span {
		let [from, to] = [start, end];
		while (from < to && this.#text[from] === ' ') from++;
		while (to > from && this.#text[to - 1] === ' ') to--;
		return { start: from, end: to };
	}
}

function isWordAt(text: string, at: number): boolean {
	return /[\p{L}\p{M}\p{N}]/u.test(text[at] ?? '');
}

/** Whether the place is within a word. */
function isInWord(text: string, at: number): boolean {
	return at > 0 && isWordAt(text, at - 1) && isWordAt(text, at);
}

/**
 * For choosing among places that overlap: what lies quite between its two contexts is preferred to what is only like the quote,
 * and the quote itself, beside one of them, to all that lies between them now.
 */
function rankOf(hit: Hit): number {
	const { quote, before, after, framed } = hit;
	return (
		scoreOf(hit) +
		(framed ? 0.05 : 0) +
		((quote === 1 ? Math.max(before, after) : Math.min(before, after)) >= 0.8 ? 0.1 : 0)
	);
}

/** A context that is not quite beside the passage says less; one that reaches into it, less still. */
function nearness(likeness: number, gap: number, { start, end }: Span): number {
	const off = gap < 0 ? -gap / (0.3 * (end - start) + 2) : Math.max(0, gap - 2) / 40;
	return likeness * Math.max(0, 1 - off);
}

/** How much a context says of which only what touches the passage is as it was. */
function run(length: number): number {
	return Math.min(1, length / 32);
}

/** One less the share of the longer text that has to be changed to make the other. */
function likeness({ quote, pattern }: Passage, found: string): number {
	return found === quote ? 1 : 1 - pattern.distance(found) / Math.max(quote.length, found.length);
}

/** Without those that overlap a better one. */
function distinct(hits: readonly Hit[]): Hit[] {
	const kept: Hit[] = [];
	for (const hit of hits) if (!kept.some((other) => overlaps(other, hit))) kept.push(hit);
	return kept;
}

function commonPrefix(pattern: string, text: string, at: number): number {
	let i = 0;
	while (i < pattern.length && pattern[i] === text[at + i]) i++;
	return i;
}

function commonSuffix(pattern: string, text: string, at: number): number {
	let i = 0;
	while (i < pattern.length && pattern[pattern.length - 1 - i] === text[at - 1 - i]) i++;
	return i;
}
