// One thing in three versions: the common base and both sides.
/** One thing in the three versions; undefined where a version does not have it. */
export interface Three<T> {
	readonly base: T | undefined;
	readonly ours: T | undefined;
	readonly theirs: T | undefined;
}

/** The sides' names, different from each other. */
export interface SideNames {
	readonly ours: string;
	readonly theirs: string;
}

export function mapThree<T, U>(
	{ base, ours, theirs }: Three<T>,
	change: (one: T, side: keyof Three<T>) => U | undefined,
): Three<U> {
	const changed = (one: T | undefined, side: keyof Three<T>) => (one === undefined ? undefined : change(one, side));
	return { base: changed(base, 'base'), ours: changed(ours, 'ours'), theirs: changed(theirs, 'theirs') };
}

/** What a merge takes of a text that it does not look into: of the side that changed it, ours where both did. */
export function chosen({ base, ours, theirs }: Three<string>): string {
	if (ours === undefined || theirs === undefined) return ours ?? theirs ?? '';
	return base === ours ? theirs : ours;
}
