// How much each pair of paragraphs speaks for being the same: shared words weighed by how few paragraphs share them.
import type { Match } from './matches';
import { compareShapes, type Shapes } from './shape';
import type { Vocabulary } from './vocabulary';

/** A pair of paragraphs worth considering. */
export interface Cell {
	readonly source: number;
	readonly target: number;
	/** Log odds that the two are linked, before looking at their neighbours. */
	readonly score: number;
	/** What the score was made of, in the order of `weights`. */
	readonly features: readonly number[];
}

/** Cells kept for each source paragraph: beyond the best, none is ever linked. */
const mostCells = 32;

/** A word that can stand in more paragraphs than this tells nothing. */
const mostPlaces = 300;

/** Bias and weights of the features: gain, the smaller miss, the larger miss, smaller coverage, larger coverage, length. */
export const weights = {
	bias: -2.67,
	features: [0.359, 0.082, 0.631, -0.565, -0.11, 2.665, 0.807, -0.673, -0.894, -0.48, 1.2, -1.5, -2.5, -1.5],
};

/** A term's image: the paragraphs of the other side where a match of it stands. */
interface Image {
	readonly places: readonly number[];
	/** Of the best match in each place, relative to the best of all. */
	readonly strengths: readonly number[];
	/** Log odds that its presence adds and its absence takes. */
	readonly gain: number;
	readonly miss: number;
}

function imageOf(matches: readonly Match[], side: Side, other: Vocabulary, best: Float64Array): Image | undefined {
	const places: number[] = [];
	let most = 0;
	for (const match of matches) {
		most = Math.max(most, match.trust);
		for (const place of other.terms[match[opposite[side]]]!.places) {
			if (best[place] === 0) places.push(place);
			best[place] = Math.max(best[place]!, match.trust);
		}
	}
	if (places.length > mostPlaces) {
		for (const place of places) best[place] = 0;
		return undefined;
	}
	const strengths = places.map((place) => best[place]! / most);
	for (const place of places) best[place] = 0;
	const mass = strengths.reduce((sum, strength) => sum + strength, 0);
	const share = Math.min(0.95, mass / other.paragraphs.length);
	const present = most + (1 - most) * share;
	return { places, strengths, gain: Math.log(present / share), miss: Math.log((1 - share) / (1 - present)) };
}

type Side = 'source' | 'target';
const opposite = { source: 'target', target: 'source' } as const;

function imagesOf(own: Vocabulary, other: Vocabulary, matches: readonly Match[], side: Side): (Image | undefined)[] {
	const lists: Match[][] = own.terms.map(() => []);
	for (const match of matches) lists[match[side]]!.push(match);
	const best = new Float64Array(other.paragraphs.length);
	return lists.map((list) => (list.length ? imageOf(list, side, other, best) : undefined));
}

function missTotals(vocabulary: Vocabulary, images: readonly (Image | undefined)[]): number[] {
	return vocabulary.paragraphs.map((terms) => terms.reduce((sum, term) => sum + (images[term]?.miss ?? 0), 0));
}

/** Which terms of the other side see each paragraph, and how strongly. */
interface Seen {
	readonly terms: number[];
	readonly strengths: number[];
}

function seenBy(images: readonly (Image | undefined)[], size: number): Seen[] {
	const seen: Seen[] = Array.from({ length: size }, () => ({ terms: [], strengths: [] }));
	images.forEach((image, term) => {
		image?.places.forEach((place, at) => {
			seen[place]!.terms.push(term);
			seen[place]!.strengths.push(image.strengths[at]!);
		});
	});
	return seen;
}

/** Sums over the shared words of one source paragraph and each target paragraph, seen from either side. */
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

	addFromSource({ places, strengths, gain, miss }: Image): void {
		for (let at = 0; at < places.length; at++) {
			this.gainA[places[at]!]! += gain * strengths[at]!;
			this.heldA[places[at]!]! += miss * strengths[at]!;
		}
	}

	addFromTarget({ gain, miss }: Image, places: readonly number[], strength: number): void {
		for (const place of places) {
			this.gainB[place]! += gain * strength;
			this.heldB[place]! += miss * strength;
		}
	}

	/** The most promising target paragraphs, ascending. */
	best(most: number): number[] {
		const size = this.gainA.length;
		const all = Array.from({ length: size }, (_, place) => place);
		if (size <= most) return all;
		const promise = (place: number) => this.gainA[place]! + this.gainB[place]!;
		const touched = all.filter((place) => promise(place) > 0);
		if (touched.length > most) touched.sort((x, y) => promise(y) - promise(x) || x - y).length = most;
		return touched.sort((x, y) => x - y);
	}
}

/** The most promising cells of each source paragraph, by target. */
export function findEvidence(a: Vocabulary, b: Vocabulary, matches: readonly Match[], shapes: Shapes): Cell[][] {
	const [fromA, fromB] = [imagesOf(a, b, matches, 'source'), imagesOf(b, a, matches, 'target')];
	const [missA, missB] = [missTotals(a, fromA), missTotals(b, fromB)];
	const seen = seenBy(fromB, a.paragraphs.length);
	const sums = new Sums(b.paragraphs.length);
	const differ = compareShapes(shapes);
	return a.paragraphs.map((terms, source) => {
		sums.clear();
		for (const term of terms) if (fromA[term]) sums.addFromSource(fromA[term]);
		seen[source]!.terms.forEach((term, at) => {
			sums.addFromTarget(fromB[term]!, b.terms[term]!.places, seen[source]!.strengths[at]!);
		});
		return sums.best(mostCells).map((target) => {
			const features = [...compareWords(sums, target, missA[source]!, missB[target]!), ...differ(source, target)];
			return { source, target, score: scoreOf(features), features };
		});
	});
}

function scoreOf(features: readonly number[]): number {
	return features.reduce((sum, feature, at) => sum + feature * weights.features[at]!, weights.bias);
}

/** Gains, misses and coverage, the smaller side's before the larger's. */
function compareWords({ gainA, gainB, heldA, heldB }: Sums, at: number, missA: number, missB: number): number[] {
	const [gains, lost] = [[gainA[at]!, gainB[at]!] as const, [missA - heldA[at]!, missB - heldB[at]!] as const];
	const cover = [heldA[at]! / (missA + 1), heldB[at]! / (missB + 1)] as const;
	return [
		Math.min(...gains),
		Math.max(...gains),
		Math.sqrt(gains[0] + gains[1]),
		Math.min(...lost),
		Math.max(...lost),
		Math.min(...cover),
		Math.max(...cover),
	];
}
