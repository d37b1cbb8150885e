// A place where a passage may be, and how well it fits.
import type { Span } from '../text/span';

/** What a place states, in numbers and names. */
export interface Stated {
	/** How many the quote has. */
	readonly facts: number;
	/** How many of them are not here, and how many others are. */
	readonly lost: number;
	readonly others: number;
	/** How many of those that stood about the passage do not stand about the place. */
	readonly lostAround: number;
}

/** A place in the folded text. Likenesses are 0 to 1. */
export interface Hit extends Span, Stated {
	/** 1: the quote stands there as it was. */
	readonly quote: number;
	/** 0 to 1: how much of the quote's words stands there, each as it was. */
	readonly kept: number;
	/** 1: the text before it is as it was and touches it; 0: something else is there, or nothing was known. */
	readonly before: number;
	readonly after: number;
	/** One side of the passage, in its own paragraph, is nothing like what it was. */
	readonly contradicted: boolean;
	/** Whether the passage had no twin in its text, or what tells it from that is about this place. */
	readonly framed: boolean;
}

/** 0 to 1. The weights are those of Hypothesis's client: 50 for the quote, 20 for each context. */
export function scoreOf({ quote, before, after }: Pick<Hit, 'quote' | 'before' | 'after'>): number {
	return (50 * quote + 20 * before + 20 * after) / 90;
}

/** The quote nearly as it was, between what stood around it: nothing better is to be found near. */
export function isAsItWas({ quote, before, after, lost }: Hit): boolean {
	return quote >= 0.9 && lost === 0 && Math.min(before, after) >= 0.8;
}
