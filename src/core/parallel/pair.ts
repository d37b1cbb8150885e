// A pair of paragraphs with how sure each direction is.

/** A paragraph of each side, and the probabilities that the other is its partner. */
export interface Pair {
	readonly source: number;
	readonly target: number;
	/** That something in the source paragraph is said in the target one; and the other way round. */
	forth: number;
	back: number;
	/** How much of each, by length. */
	forthShare: number;
	backShare: number;
	/** Log odds of the strongest cell, before looking at the neighbours. */
	score: number;
	/** Set by a person. */
	pinned: boolean;
}

/** 0 to 1. */
export const confidence = (pair: Pair) => (pair.pinned ? 1 : (pair.forth + pair.back) / 2);
