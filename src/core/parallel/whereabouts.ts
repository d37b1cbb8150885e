// Where a paragraph's partner may be: the best candidates, the jump that follows from them, and the gap that one without a
// partner belongs in.
import type { Candidate, Gap, Link, Whereabouts } from './model';
import { confidence, type Pair } from './pair';

/** Candidates kept a paragraph, and the least that one is worth telling of. */
const mostCandidates = 3;
const leastScore = 0.02;

/** By how much of the two paragraphs it explains; the jump goes to the pair of most worth. */
const worth = (pair: Pair) =>
	pair.forthShare + pair.backShare + 0.01 * (pair.forth + pair.back) + Number(pair.pinned) * 9;

function candidatesOf(list: readonly Pair[], place: 'source' | 'target'): Candidate[] {
	let best: Pair | undefined;
	for (const pair of list) if (!best || worth(pair) > worth(best)) best = pair;
	return list
		.filter((pair) => pair === best || confidence(pair) >= leastScore)
		.sort((x, y) => Number(y === best) - Number(x === best) || confidence(y) - confidence(x))
		.slice(0, mostCandidates)
		.map((pair) => ({ paragraph: pair[place], score: Math.round(1000 * confidence(pair)) / 1000 }));
}

/** Partners of each paragraph of one side, ascending. */
function partners(links: readonly Link[], place: 'source' | 'target', size: number): number[][] {
	const own = place === 'target' ? 'source' : 'target';
	const all: number[][] = Array.from({ length: size }, () => []);
	for (const link of links) for (const at of link[own]) all[at]!.push(...link[place]);
	for (const list of all) list.sort((x, y) => x - y);
	return all;
}

/** After the partner of the linked paragraph before, and before that of the one after, where these keep their order. */
function gaps(linked: readonly (readonly number[])[], size: number): (Gap | undefined)[] {
	const next: (number | undefined)[] = [];
	let upcoming: number | undefined;
	for (let at = linked.length - 1; at >= 0; at--) {
		next[at] = upcoming;
		upcoming = linked[at]![0] ?? upcoming;
	}
	let after: number | undefined;
	return linked.map((own, at) => {
		if (own.length) {
			after = own[own.length - 1];
			return undefined;
		}
		const following = after !== undefined && after + 1 < size ? after + 1 : undefined;
		const before = next[at];
		return { after, before: after === undefined || (before !== undefined && before > after) ? before : following };
	});
}

/** One per list; `place`: the side that candidates are paragraphs of, `size`: how many it has. */
export function whereabouts(
	lists: readonly (readonly Pair[])[],
	place: 'source' | 'target',
	size: number,
	links: readonly Link[],
): Whereabouts[] {
	const between = gaps(partners(links, place, lists.length), size);
	return lists.map((list, at) => ({ candidates: candidatesOf(list, place), between: between[at] }));
}

/** The best place for each; where nothing speaks for any, the place after the previous one's. */
export function jumps(all: readonly Whereabouts[], size: number): number[] {
	let last = -1;
	return all.map(({ candidates }) => {
		if (size === 0) return -1;
		last = candidates[0]?.paragraph ?? Math.min(size - 1, last + 1);
		return last;
	});
}
