// What an older version of the text says about places in the new one: a place that was something else is no candidate.
import { type Folded, fold } from '../text/fold';
import { overlaps, type Span } from '../text/span';
import { type Hit, scoreOf } from './hit';
import { tellingLength } from './judge';
import { Passage } from './passage';
import { PlaceFinder } from './places';

/** What a place in the new text was in the old one: the passage itself, another place, or nothing that can be told. */
export type Origin = 'same' | 'other' | 'unknown';

/** How much of the new text on each side is compared, and how much of a long passage. */
const surroundings = 48;
const mostCompared = 300;

/** How far from a passage its surroundings are compared, and which share of them must be there. */
const farReach = 400;
const sharedEnough = 0.25;

/** From this score on, with one side of the place as it was, two places are held to be one. */
const sureScore = 0.75;
const sureSide = 0.8;

/** The text as it was when the annotation was made or last confirmed. */
export class OldText {
	readonly text: string;
	#folded: Folded | undefined;
	#finder: PlaceFinder | undefined;

	constructor(text: string) {
		this.text = text;
	}

	/** What the place `span` of the new text (folded) was. `was`: where the passage is in the old text. */
	originOf(folded: string, span: Span, was: Span): Origin {
		this.#folded ??= fold(this.text);
		this.#finder ??= new PlaceFinder(this.#folded.text);
		const compared = { start: span.start, end: Math.min(span.end, span.start + mostCompared) };
		const finder = this.#finder;
		const found = finder.find(Passage.at(folded, compared, surroundings));
		const close = found.filter(isClose);
		const least = Math.min(...close.map(lossOf));
		const alike = close.filter((hit) => lossOf(hit) === least);
		const [best] = alike;
		if (!best) return 'unknown';
		const from = Math.max(0, span.start - farReach);
		const around = folded.slice(from, span.end + farReach);
		const shared = ({ start }: Hit) => finder.shared(around, span.start - from, start);
		const origin = alike.length === 1 ? best : alike.reduce((a, b) => (shared(b) > shared(a) ? b : a));
		return overlaps(this.#folded.toOriginal(origin), was) ? 'same' : 'other';
	}

	/** Whether a place in the new text has about it what stood about the passage. */
	isAround(finder: PlaceFinder, start: number, was: Span): boolean {
		this.#folded ??= fold(this.text);
		const at = this.#folded.fromOriginal(was.start);
		const from = Math.max(0, at - farReach);
		const around = this.#folded.text.slice(from, this.#folded.fromOriginal(was.end) + farReach);
		return finder.shared(around, at - from, start) >= sharedEnough;
	}

	/**
	 * The places that may be the passage by what they were: the one that was the passage (or the only one that has about it
	 * what told the passage from its twins), else those that were nothing.
	 */
	narrow(folded: string, hits: readonly Hit[], was: Span): { readonly hits: readonly Hit[]; readonly isSame: boolean } {
		const origins = hits.map((hit) => this.originOf(folded, hit, was));
		const from = (origin: Origin) => hits.filter((_, i) => origins[i] === origin);
		const [same, unknown] = [from('same'), from('unknown')];
		const beside = same.filter(isBeside);
		if (beside.length > 0) return { hits: beside, isSame: true };
		if (same.length > 0 && unknown.some(isBeside)) return { hits: [...unknown, ...same], isSame: false };
		if (same.length > 0) return { hits: same, isSame: true };
		const framed = hits.filter((hit) => hit.framed);
		if (framed.length === 1 && hits.length > 1 && framed[0]!.quote === 1) return { hits: framed, isSame: true };
		return { hits: unknown, isSame: false };
	}
}

/** Whether what stood on one side of the passage stands there. */
function isBeside({ before, after }: Hit): boolean {
	return Math.max(before, after) >= sureSide;
}

function isClose(hit: Hit): boolean {
	const isCopy = hit.quote === 1 && hit.facts > 0 && hit.end - hit.start >= tellingLength;
	return isCopy || (scoreOf(hit) >= sureScore && isBeside(hit));
}

/** Numbers and names that are not there: those of the passage itself count most. */
function lossOf({ lost, lostAround }: Hit): number {
	return 3 * lost + lostAround;
}
