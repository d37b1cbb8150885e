// Whether the best place for a passage is good enough to be put there, to be asked about, or neither.
import { type Hit, scoreOf } from './hit';
import type { AnchorState } from './model';

/** From this length on a quote is not met again by chance, whatever its words. */
export const tellingLength = 18;

/** Names recur; a bare name must be longer than this to tell its passage by itself. */
const longestName = 40;

/** How much better than the next place the best must be. */
const margin = 0.08;

/** Whether the quote by itself says which passage is meant: long enough, or several words, and no bare name. */
function isTelling(quote: string): boolean {
	const words = quote.trim().split(/\s+/);
	if (quote.length < longestName && words.every((word) => /^\P{L}*\p{Lu}/u.test(word))) return false;
	return quote.length >= tellingLength || (quote.length >= 12 && words.length > 1);
}

/** Where less of the quote's words is left, and no mere slip of the pen was mended, it may be another passage that took its place. */
const leastKept = 0.3;

/** Whether enough of the quote is left for a place to be the passage, changed, and not what was put in its stead. */
export function isKept({ quote, kept }: Hit): boolean {
	return quote >= 0.85 || kept >= leastKept;
}

/**
 * Whether most of the numbers and names that the quote states are others here, so that it may be another item of the same
 * list: save where what stood around it still does, and not all of them have given way to as many others.
 */
export function mayBeAnother(hit: Hit): boolean {
	const { facts, lost, others } = hit;
	if (lost === 0 || lost * 2 < facts) return false;
	return (lost === facts && facts > 1 && others >= facts) || !isBetween(hit);
}

/** Whether it stands between what it stood between. */
function isBetween({ before, after, lostAround }: Hit): boolean {
	return lostAround === 0 && Math.min(before, after) >= 0.8;
}

/** What is to be decided on. */
export interface Case {
	/** The quote as kept; of a long passage, how it begins. */
	readonly quote: string;
	/** The length of the passage when it was marked. */
	readonly length: number;
	readonly best: Hit;
	/** The other places, best first. */
	readonly others: readonly Hit[];
	/** The best place lies where the annotations around it say it should, and no other does. */
	readonly inOrder: boolean;
}

/**
 * The rules. Their numbers come from made-up edits of news texts in Russian and English (typos, rewording, moves, deletions,
 * copies) and of made-up bulletins, so that next to nothing is placed wrongly there; what is in doubt is asked. Kept as they
 * were for texts in nine languages and for histories of public manuals and terms of use.
 */
export function judge(given: Case): AnchorState {
	return isSure(given) ? 'placed' : isLikely(given) ? 'confirm' : 'orphan';
}

function isSure({ quote, length, best, others, inOrder }: Case): boolean {
	const strong = Math.max(best.before, best.after);
	const weak = Math.min(best.before, best.after);
	const rivals = others.filter(({ framed }) => framed);
	const rival = rivals[0] ? scoreOf(rivals[0]) : 0;
	const copied = rivals.some((other) => other.quote === 1);
	const embraced = rivals.some((other) => Math.min(other.before, other.after) >= 0.8);
	const doubtful = (copied && best.contradicted) || (embraced && weak < 0.5);
	const short = length < tellingLength;
	if (!best.framed) return false;
	if (best.quote === 1 && isTelling(quote) && !copied && rival < 0.5) return true;
	if (mayBeAnother(best)) return false;
	if (best.quote >= 0.93 && length >= 60 && rival < 0.5) return true;
	if (!isKept(best)) return false;
	if (doubtful || (scoreOf(best) - rival < margin && !inOrder)) return false;
	if (best.quote === 1 && (strong >= (copied ? 0.95 : 0.85) || (!short && strong + weak >= 1))) return true;
	if (best.quote >= 0.9 && strong >= 0.9 && !short) return true;
	if (scoreOf(best) >= 0.8 && strong >= (short ? 0.8 : 0.5)) return true;
	return best.quote >= 0.35 && weak >= 0.8;
}

function isLikely({ length, best }: Case): boolean {
	const strong = Math.max(best.before, best.after);
	const weak = Math.min(best.before, best.after);
	if (best.quote === 1 || (best.quote >= 0.4 && weak >= 0.5)) return true;
	return (best.quote >= 0.7 && strong >= 0.8 && length >= tellingLength) || (best.quote >= 0.85 && length >= 30);
}
