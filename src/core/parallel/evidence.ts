// How much each pair of paragraphs speaks for being the same: shared words weighed by how few paragraphs share them.
import type { Match } from './matches';
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

/** Bias and weights of the features: gain, the smaller miss, the larger miss, smaller coverage, larger coverage, length. */
export const weights = { bias: -2.6, features: [0.45, -0.25, -0.1, 1, 1, -0.5] };

/** A term's image: the paragraphs of the other side where a match of it stands. */
interface Image {
	readonly places: readonly number[];
	/** Of the best match in each place, relative to the best of all. */
	readonly strengths: readonly number[];
	/** Log odds that its presence adds and its absence takes. */
	readonly gain: number;
	readonly miss: number;
}

function imageOf(matches: readonly Match[], side: Side, other: Vocabulary, best: Float64Array): Image {
	const places: number[] = [];
	let most = 0;
	for (const match of matches) {
		most = Math.max(most, match.trust);
		for (const place of other.terms[match[opposite[side]]]!.places) {
			if (best[place] === 0) places.push(place);
			best[place] = Math.max(best[place]!, match.trust);
		}
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

/** How far two lengths are from the usual ratio, in log units. */
function lengthsOff(a: readonly number[], b: readonly number[]): (i: number, j: number) => number {
	const total = (lengths: readonly number[]) => lengths.reduce((sum, length) => sum + length, 1);
	const mean = Math.log(total(b) / b.length / (total(a) / a.length));
	const usual = Math.max(-0.4, Math.min(0.4, mean));
	return (i, j) => Math.abs(Math.log((b[j]! + 15) / (a[i]! + 15)) - usual);
}

/** The best cells of each source paragraph, by source, then best first. */
export function findEvidence(a: Vocabulary, b: Vocabulary, matches: readonly Match[], lengths: Lengths): Cell[][] {
	const [fromA, fromB] = [imagesOf(a, b, matches, 'source'), imagesOf(b, a, matches, 'target')];
	const [missA, missB] = [missTotals(a, fromA), missTotals(b, fromB)];
	const seenFromB: [Image, number, number][][] = a.paragraphs.map(() => []);
	fromB.forEach((image, term) => {
		image?.places.forEach((place, at) => seenFromB[place]!.push([image, term, image.strengths[at]!]));
	});
	const size = b.paragraphs.length;
	const [gain, heldA, heldB] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
	const off = lengthsOff(lengths.source, lengths.target);
	return a.paragraphs.map((terms, i) => {
		for (const sums of [gain, heldA, heldB]) sums.fill(0);
		for (const term of terms) {
			const image = fromA[term];
			image?.places.forEach((place, at) => {
				gain[place]! += (image.gain * image.strengths[at]!) / 2;
				heldA[place]! += image.miss * image.strengths[at]!;
			});
		}
		for (const [image, term, strength] of seenFromB[i]!)
			for (const place of b.terms[term]!.places) {
				gain[place]! += (image.gain * strength) / 2;
				heldB[place]! += image.miss * strength;
			}
		const cells: Cell[] = [];
		for (let j = 0; j < size; j++) {
			const [lostA, lostB] = [missA[i]! - heldA[j]!, missB[j]! - heldB[j]!];
			const [coverA, coverB] = [heldA[j]! / (missA[i]! + 1), heldB[j]! / (missB[j]! + 1)];
			const features = [
				gain[j]!,
				Math.min(lostA, lostB),
				Math.max(lostA, lostB),
				Math.min(coverA, coverB),
				Math.max(coverA, coverB),
				off(i, j),
			];
			const score = features.reduce((sum, feature, at) => sum + feature * weights.features[at]!, weights.bias);
			cells.push({ source: i, target: j, score, features });
		}
		return cells.sort((x, y) => y.score - x.score || x.target - y.target).slice(0, mostCells);
	});
}

/** Lengths of the paragraphs in UTF-16 units. */
export interface Lengths {
	readonly source: readonly number[];
	readonly target: readonly number[];
}
