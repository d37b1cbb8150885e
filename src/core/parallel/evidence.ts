// How much each segment of one text and paragraph of the other speak for saying the same: shared words, weighed by how few
// places share them; words that should be shared and are not; and what the two look like.
import type { Match, Matches } from './matches';
import type { Comparison } from './shape';
import type { Term, Vocabulary } from './vocabulary';

/** A segment and a paragraph of the other side that are worth considering together. */
export interface Cell {
	readonly segment: number;
	readonly paragraph: number;
	/** Log odds that the one is said in the other, before looking at the neighbours. */
	readonly score: number;
}

/** Cells kept for each segment: beyond the best, none is ever linked. */
const mostCells = 32;

/** A word that can stand in more paragraphs than this tells nothing. */
const mostPlaces = 300;

/**
 * Log odds by shared words. Own is the segment, other the paragraph, which may hold more than the segment says. Gain and miss
 * are sums over terms; cover is the share of what could be missed that is not; bare is near 1 where nothing could be shared.
 * Fitted by logistic regression on half of the NTREX and WMT21 articles, then bias, covers and own miss on natural pairs too.
 */
export const wordWeights = {
	bias: -4.42,
	ownGain: 0.26,
	otherGain: 0.27,
	rootGain: -0.19,
	ownMiss: -0.57,
	otherMiss: -0.03,
	ownCover: 2.7,
	otherCover: 6.3,
	ownBare: 0.86,
	otherBare: 3.2,
};

/**
 * A text of few paragraphs tells little of how rare a word is: it counts as if so many usual ones stood beside them, of
 * which a word stands in that share. Chosen on NTREX and WMT21 articles and on 33 pairs of short news aligned by hand.
 */
export const usual = { places: 4, share: 0.1 };

/**
 * A number, a name or a known word that nothing in the other text matches speaks against every place there: log odds, as the
 * misses of matched terms. A person writes names and words in more ways than numbers. Chosen on natural pairs aligned by hand.
 */
export const lone = { number: 1.5, name: 0.3, word: 0.03 };

/** A term's image: the other side's places where a match of it stands. */
interface Image {
	readonly places: readonly number[];
	/** Of the best match in each place, relative to the best of all. */
	readonly strengths: readonly number[];
	/** Log odds that its presence adds and its absence takes. */
	readonly gain: number;
	readonly miss: number;
}

/** A text as rows of terms: its segments or its paragraphs. */
interface View {
	readonly rows: readonly (readonly number[])[];
	readonly placesOf: (term: number) => readonly number[];
}

const segmentsOf = (text: Vocabulary): View => ({
	rows: text.segments,
	placesOf: (term) => text.terms[term]!.segments,
});
const paragraphsOf = (text: Vocabulary): View => ({
	rows: text.paragraphs,
	placesOf: (term) => text.terms[term]!.paragraphs,
});

function imageOf(matches: readonly Match[], other: View, best: Float64Array): Image | undefined {
	const places: number[] = [];
	let most = 0;
	for (const match of matches) {
		most = Math.max(most, match.trust);
		for (const place of other.placesOf(match.term)) {
			if (best[place] === 0) places.push(place);
			best[place] = Math.max(best[place]!, match.trust);
		}
	}
	const strengths = places.map((place) => best[place]! / most);
	for (const place of places) best[place] = 0;
	if (!places.length || places.length > mostPlaces) return undefined;
	const mass = strengths.reduce((sum, strength) => sum + strength, 0);
	const share = Math.min(0.95, (mass + usual.places * usual.share) / (other.rows.length + usual.places));
	const present = most + (1 - most) * share;
	return { places, strengths, gain: Math.log(present / share), miss: Math.log((1 - share) / (1 - present)) };
}

type Images = readonly (Image | undefined)[];

function loneOf({ number, name, text, sure }: Term): Image | undefined {
	const known = number ? text.length > 1 : name || sure === 1;
	const miss = number ? lone.number : name ? lone.name : lone.word;
	return known ? { places: [], strengths: [], gain: 0, miss } : undefined;
}

function imagesOf(terms: readonly Term[], matches: readonly (readonly Match[])[], other: View): Images {
	const best = new Float64Array(other.rows.length);
	return matches.map((list, term) => (list.length ? imageOf(list, other, best) : loneOf(terms[term]!)));
}

function missTotals(view: View, images: Images): number[] {
	return view.rows.map((terms) => terms.reduce((sum, term) => sum + (images[term]?.miss ?? 0), 0));
}

/** Which terms of the other side see a segment, and how strongly. */
interface Seen {
	readonly terms: number[];
	readonly strengths: number[];
}

function seenBy(images: Images, size: number): Seen[] {
	const seen: Seen[] = Array.from({ length: size }, () => ({ terms: [], strengths: [] }));
	images.forEach((image, term) => {
		image?.places.forEach((place, at) => {
			seen[place]!.terms.push(term);
			seen[place]!.strengths.push(image.strengths[at]!);
		});
	});
	return seen;
}

/** Sums over the shared words of one segment and each of the other side's paragraphs, seen from either. */
class Sums {
	readonly gainA: Float64Array;
	readonly gainB: Float64Array;
	readonly heldA: Float64Array;
	readonly heldB: Float64Array;

	constructor(size: number) {
		[this.gainA, this.gainB, this.heldA, this.heldB] = [0, 0, 0, 0].map(() => new Float64Array(size)) as [
			Float64Array,
			Float64Array,
			Float64Array,
			Float64Array,
		];
	}

	clear(): void {
		for (const sum of [this.gainA, this.gainB, this.heldA, this.heldB]) sum.fill(0);
	}

	addFromSegment({ places, strengths, gain, miss }: Image): void {
		for (let at = 0; at < places.length; at++) {
			this.gainA[places[at]!]! += gain * strengths[at]!;
			this.heldA[places[at]!]! += miss * strengths[at]!;
		}
	}

	addFromParagraph({ gain, miss }: Image, places: readonly number[], strength: number): void {
		for (const place of places) {
			this.gainB[place]! += gain * strength;
			this.heldB[place]! += miss * strength;
		}
	}

	/** Log odds by words; `missOwn`, `missOther`: what the segment and the paragraph could miss. */
	score(place: number, missOwn: number, missOther: number): number {
		const [gainA, gainB] = [this.gainA[place]!, this.gainB[place]!];
		const [heldA, heldB] = [this.heldA[place]!, this.heldB[place]!];
		const weights = wordWeights;
		return (
			weights.bias +
			weights.ownGain * gainA +
			weights.otherGain * gainB +
			weights.rootGain * Math.sqrt(gainA + gainB) +
			weights.ownMiss * (missOwn - heldA) +
			weights.otherMiss * (missOther - heldB) +
			(weights.ownCover * heldA + weights.ownBare) / (missOwn + 1) +
			(weights.otherCover * heldB + weights.otherBare) / (missOther + 1)
		);
	}

	/** The most promising paragraphs, ascending. */
	best(most: number): number[] {
		const { gainA, gainB } = this;
		const size = gainA.length;
		if (size <= most) return Array.from({ length: size }, (_, place) => place);
		let top = 0;
		for (let place = 0; place < size; place++) top = Math.max(top, gainA[place]! + gainB[place]!);
		const found: number[] = [];
		for (let place = 0; place < size; place++) if (gainA[place]! + gainB[place]! > top * least) found.push(place);
		if (found.length <= most) return found;
		found.sort((x, y) => gainA[y]! + gainB[y]! - gainA[x]! - gainB[x]! || x - y).length = most;
		return found.sort((x, y) => x - y);
	}
}

/** Less than this share of the most promising paragraph's gain is not worth a look where there are many paragraphs. */
const least = 0.15;

/**
 * The most promising cells of each segment of `a` with paragraphs of `b`, by paragraph; and those beside the most promising
 * ones of the segments around it. `matches` by term of `a` and by term of `b`.
 */
export function findEvidence(a: Vocabulary, b: Vocabulary, matches: Matches, compare: Comparison): Cell[][] {
	const [own, other] = [segmentsOf(a), paragraphsOf(b)];
	const [fromA, fromB] = [imagesOf(a.terms, matches.own, other), imagesOf(b.terms, matches.other, own)];
	const [missA, missB] = [missTotals(own, fromA), missTotals(other, fromB)];
	const seen = seenBy(fromB, own.rows.length);
	const sums = new Sums(other.rows.length);
	const cellOf = (segment: number, paragraph: number): Cell => ({
		segment,
		paragraph,
		score: sums.score(paragraph, missA[segment]!, missB[paragraph]!) + compare(segment, paragraph),
	});
	const rows = own.rows.map((terms, segment) => {
		sums.clear();
		for (const term of terms) if (fromA[term]) sums.addFromSegment(fromA[term]);
		const { terms: seers, strengths } = seen[segment]!;
		seers.forEach((term, at) => {
			sums.addFromParagraph(fromB[term]!, other.placesOf(term), strengths[at]!);
		});
		return sums.best(mostCells).map((paragraph) => cellOf(segment, paragraph));
	});
	sums.clear();
	return rows.map((row, segment) =>
		withNeighbours(row, besideNeighbours(rows, segment, other.rows.length), (paragraph) => cellOf(segment, paragraph)),
	);
}

/** Where the partner would be, going by the segments before and after. */
function besideNeighbours(rows: readonly (readonly Cell[])[], segment: number, size: number): number[] {
	const top = (at: number) =>
		rows[at]?.reduce<Cell | undefined>((best, cell) => (best && best.score >= cell.score ? best : cell), undefined)
			?.paragraph;
	const before = segment === 0 ? -1 : top(segment - 1);
	const after = segment === rows.length - 1 ? size : top(segment + 1);
	const places = [
		...(before === undefined ? [] : [before, before + 1, before + 2]),
		...(after === undefined ? [] : [after - 2, after - 1, after]),
	];
	return places.filter((place) => place >= 0 && place < size);
}

function withNeighbours(row: Cell[], places: readonly number[], cellOf: (paragraph: number) => Cell): Cell[] {
	const present = new Set(row.map((cell) => cell.paragraph));
	const added = [...new Set(places)].filter((place) => !present.has(place)).map(cellOf);
	return added.length ? [...row, ...added].sort((x, y) => x.paragraph - y.paragraph) : row;
}
