// The order of what two sides have: both keep theirs, and what only one of them has stands where it stood there.

/** Where a key belongs, for keys that both sides put at the same place; undefined where nothing is known. */
export type Rank = (key: string) => number | undefined;

/**
 * The `kept` keys of both sides. Where only one side changed the order of the keys that `base` has, its order holds,
 * else that of ours. New keys of both sides at one place are put by `rank`, those of ours first where it cannot tell.
 */
export function mergeOrder(
	base: readonly string[],
	ours: readonly string[],
	theirs: readonly string[],
	kept: ReadonlySet<string>,
	rank: Rank = () => undefined,
): string[] {
	const [a, b] = [ours, theirs].map((keys) => keys.filter((key) => kept.has(key))) as [string[], string[]];
	const inA = new Set(a);
	const common = new Set(b.filter((key) => inA.has(key)));
	const old = base.filter((key) => common.has(key));
	const known = new Set(old);
	const isMoved = (keys: readonly string[]) => keys.filter((key) => known.has(key)).some((key, i) => key !== old[i]);
	const spine = (!isMoved(a) && isMoved(b) ? b : a).filter((key) => common.has(key));
	const [runsOfA, runsOfB] = [runs(a, common), runs(b, common)];
	return [undefined, ...spine].flatMap((anchor) => [
		...(anchor === undefined ? [] : [anchor]),
		...interleave(runsOfA.get(anchor) ?? [], runsOfB.get(anchor) ?? [], rank),
	]);
}

/** The keys between common ones, by the common one they follow. */
function runs(keys: readonly string[], common: ReadonlySet<string>): Map<string | undefined, string[]> {
	const found = new Map<string | undefined, string[]>();
	let anchor: string | undefined;
	for (const key of keys) {
		if (common.has(key)) anchor = key;
		else if (found.has(anchor)) found.get(anchor)!.push(key);
		else found.set(anchor, [key]);
	}
	return found;
}

/** Each list keeps its order; a key of unknown rank stays with the one before it. */
function interleave(ours: readonly string[], theirs: readonly string[], rank: Rank): string[] {
	if (ours.length === 0 || theirs.length === 0) return [...ours, ...theirs];
	const [a, b] = [ranked(ours, rank), ranked(theirs, rank)];
	const merged: string[] = [];
	let [i, j] = [0, 0];
	while (i < a.length || j < b.length) {
		const takesOurs = j === b.length || (i < a.length && a[i]!.rank <= b[j]!.rank);
		merged.push(takesOurs ? a[i++]!.key : b[j++]!.key);
	}
	return merged;
}

function ranked(keys: readonly string[], rank: Rank): { readonly key: string; readonly rank: number }[] {
	let last = Number.NEGATIVE_INFINITY;
	return keys.map((key) => {
		last = rank(key) ?? last;
		return { key, rank: last };
	});
}
