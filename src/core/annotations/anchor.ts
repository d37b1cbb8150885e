// Finding annotations again in a text that may have changed: placed, to confirm, or an orphan; never silently wrong.
// The passage with its context word for word; else places that share its words, weighed by quote, context and order; where
// an older version of the text is known, also by what those places were in it.
import { type Folded, fold } from '../text/fold';
import { GramIndex, occurrences } from '../text/grams';
import { contains, type Span } from '../text/span';
import { OldText } from './history';
import { type Hit, isAsItWas, scoreOf } from './hit';
import { isKept, judge, mayBeAnother } from './judge';
import type { Anchoring, Annotation, Candidate } from './model';
import { Passage } from './passage';
import { PlaceFinder } from './places';

/** Most candidates that are looked at and told. */
const mostCandidates = 5;

/** A longer quote, which only a person writes, is looked for by its two ends. */
const longestQuote = 600;
const endLength = 120;

/** Characters of text times annotations from which an index of the text pays. */
const worthIndexing = 10_000_000;

/**
 * From this score on a place is worth a question where the old text says that it was nothing else. In histories of two manuals
 * that asked about half of the edited passages that were orphans, nearly always at the right place, and 7 % of the deleted ones.
 */
const worthAsking = 0.5;

interface Remembered {
	readonly hits: readonly Hit[];
	readonly sure?: 'placed';
	readonly isKnown?: true;
}

/** The words of an annotation. */
export type Anchored = Pick<Annotation, 'target' | 'before' | 'after'>;

export interface AnchorOptions {
	/** The text in which the annotations were made or last confirmed (git's blob `seen`), where it is to be had. */
	readonly oldText?: string;
}

/**
 * One answer per annotation, in their order, which is taken for the order of their passages. Spans are into `text`. An
 * annotation about the whole seed is placed, without a span. A candidate's score, and an answer's, is 0 to 1.
 */
export function anchorAll(text: string, annotations: readonly Anchored[], options: AnchorOptions = {}): Anchoring[] {
	const steps = anchorInSteps(text, annotations, options);
	for (;;) {
		const { done, value } = steps.next();
		if (done) return value;
	}
}

/** The same in steps of a millisecond or so (an index of a long text takes more), between which others may work. */
export function* anchorInSteps(
	text: string,
	annotations: readonly Anchored[],
	{ oldText }: AnchorOptions = {},
): Generator<undefined, Anchoring[]> {
	const index = text.length * annotations.length > worthIndexing ? new GramIndex(text) : undefined;
	const find = index ? (words: string) => index.occurrences(words, 2) : undefined;
	const exact: (Anchoring | undefined)[] = [];
	for (const annotation of annotations) {
		const span = exactSpan(text, annotation, find);
		exact.push(span || 'about' in annotation.target ? placed(span) : undefined);
		yield;
	}
	const found: Anchoring[] = [];
	let search: Search | undefined;
	for (const [i, annotation] of annotations.entries()) {
		const known = exact[i];
		if (!known) {
			search ??= new Search(text, oldText === undefined ? undefined : new OldText(oldText));
			yield;
		}
		found.push(known ?? search!.anchor(annotation, room(exact, i, text.length)));
	}
	return found;
}

function placed(span: Span | undefined): Anchoring {
	return { state: 'placed', span, score: 1, candidates: [] };
}

/**
 * The passage with its context, word for word; undefined where that is not there, or more than once. `find`: gives the
 * first two places of a stretch of `text`.
 */
export function exactSpan(
	text: string,
	{ target, before, after }: Anchored,
	find = (words: string) => occurrences(text, words, 2),
): Span | undefined {
	if ('about' in target) return undefined;
	const quote = 'quote' in target ? target.quote : target.from;
	const found = quote === '' ? [] : find('quote' in target ? before + quote + after : before + quote);
	if (found.length !== 1) return undefined;
	const start = found[0]! + before.length;
	if ('quote' in target) return { start, end: start + quote.length };
	const end = start + target.length;
	return text.startsWith(target.to + after, end - target.to.length) ? { start, end } : undefined;
}

/** Between the nearest annotations above and below that are where they were; what is not about a passage counts not. */
function room(exact: readonly (Anchoring | undefined)[], index: number, length: number): Span {
	let above = index - 1;
	while (above >= 0 && !exact[above]?.span) above--;
	let below = index + 1;
	while (below < exact.length && !exact[below]?.span) below++;
	return { start: exact[above]?.span?.start ?? 0, end: exact[below]?.span?.end ?? length };
}

/** Looks for passages that are not where they were, in one text. */
class Search {
	readonly #folded: Folded;
	readonly #finder: PlaceFinder;
	readonly #old: OldText | undefined;

	constructor(text: string, old: OldText | undefined) {
		this.#folded = fold(text);
		this.#finder = new PlaceFinder(this.#folded.text);
		this.#old = old;
	}

	/** `room`: where the annotations around it say that it should be. */
	anchor(annotation: Anchored, room: Span): Anchoring {
		const { target } = annotation;
		if ('about' in target) return placed(undefined);
		const all = this.#hits(annotation).slice(0, mostCandidates);
		const { hits, sure, isKnown } = this.#withHistory(annotation, all);
		const fits = (hit: Hit) => contains(room, this.#folded.toOriginal(hit));
		const [best, ...others] = preferred(hits, fits);
		const candidates = (best ? hits : all).map((hit) => this.#candidate(hit));
		if (!best) return { state: 'orphan', span: undefined, score: candidates[0]?.score ?? 0, candidates };
		const quote = 'quote' in target ? target.quote : target.from;
		const length = 'quote' in target ? quote.length : target.length;
		const inOrder = fits(best) && others.length > 0 && !others.some(fits);
		const { score, ...span } = this.#candidate(best);
		const judged = sure ?? judge({ quote, length, best, others, inOrder });
		const state = judged === 'orphan' && isKnown && score >= worthAsking ? 'confirm' : judged;
		if (state === 'orphan') return { state, span: undefined, score, candidates };
		return { state, span, score, candidates: state === 'placed' ? [] : candidates };
	}

	/**
	 * The places that are left when the old text is asked. `sure`: the first is the passage beyond doubt, because it
	 * was, or because it is the only copy of it and stands in what stood around it. `isKnown`: the old text has the passage.
	 */
	#withHistory(annotation: Anchored, hits: readonly Hit[]): Remembered {
		const clear = hits[0] && isAsItWas(hits[0]) && hits[0].framed && (!hits[1] || scoreOf(hits[1]) < 0.5);
		const was = this.#old && !clear && exactSpan(this.#old.text, annotation);
		if (!this.#old || !was) return { hits };
		const { hits: left, isSame } = this.#old.narrow(this.#folded.text, hits, was);
		const [best, next] = left;
		if (!best) return { hits: left, isKnown: true };
		const only = best.quote === 1 && next?.quote !== 1;
		const isSure = isSame
			? best.quote >= 0.5 && isKept(best) && !mayBeAnother(best)
			: only && this.#old.isAround(this.#finder, best.start, was);
		return isSure ? { hits: left, sure: 'placed', isKnown: true } : { hits: left, isKnown: true };
	}

	#hits({ target, before, after }: Anchored): Hit[] {
		if ('about' in target) return [];
		if ('quote' in target && target.quote.length <= longestQuote) {
			return this.#finder.find(new Passage(target.quote, before, after));
		}
		const ends =
			'quote' in target
				? { from: target.quote.slice(0, endLength), to: target.quote.slice(-endLength), length: target.quote.length }
				: target;
		const from = new Passage(ends.from.slice(0, longestQuote), before, '');
		const to = new Passage(ends.to.slice(-longestQuote), '', after);
		return this.#finder.findLong(from, to, ends.length);
	}

	#candidate(hit: Hit): Candidate {
		return { ...this.#folded.toOriginal(hit), score: Math.round(scoreOf(hit) * 1000) / 1000 };
	}
}

/** As they are; of two that are equally good, the one that is in order first. */
function preferred(hits: readonly Hit[], fits: (hit: Hit) => boolean): readonly Hit[] {
	const [first, second, ...rest] = hits;
	if (!first || !second) return hits;
	const equal = scoreOf(first) - scoreOf(second) < 0.02;
	return equal && !fits(first) && fits(second) ? [second, first, ...rest] : hits;
}
