// Paragraphs that a translation runs together: the long one says what each of the short ones says, but is itself at home
// with one of them only, so that the others' pairs are sure from one side alone.
import { confidence, type Pair } from './pair';

/**
 * Where a neighbour is already linked, a pair is from this confidence on too, if its words alone speak for it and what is
 * run together is not much longer than what it was run into. Chosen on natural pairs aligned by hand; results hardly change
 * around them.
 */
export const merging = { least: 0.35, score: 0, longer: 1.4 };

/** Paragraphs' lengths in UTF-16 units. */
export interface Lengths {
	readonly source: readonly number[];
	readonly target: readonly number[];
}

type Side = keyof Lengths;

/** Partners of each paragraph by index, on the other side. */
type Partners = Map<number, Set<number>>;

function add(partners: Partners, paragraph: number, other: number): void {
	const known = partners.get(paragraph);
	if (known) known.add(other);
	else partners.set(paragraph, new Set([other]));
}

/** `linked` and what joins them, of `pairs`, which are all there are. The surest pairs join first. */
export function withMerged(linked: readonly Pair[], pairs: readonly Pair[], lengths: Lengths): Pair[] {
	const partners: Record<Side, Partners> = { source: new Map(), target: new Map() };
	const join = (pair: Pair) => {
		add(partners.source, pair.source, pair.target);
		add(partners.target, pair.target, pair.source);
	};
	linked.forEach(join);
	const fits = (pair: Pair, long: Side, short: Side) => {
		const own = partners[long].get(pair[long]);
		if (!own || !(own.has(pair[short] - 1) || own.has(pair[short] + 1))) return false;
		const whole = [...own, pair[short]].reduce((sum, at) => sum + lengths[short][at]!, 0);
		return whole <= merging.longer * lengths[long][pair[long]]!;
	};
	const joined = [...linked];
	const known = new Set(linked);
	const candidates = pairs
		.filter((pair) => !known.has(pair) && pair.score >= merging.score && confidence(pair) >= merging.least)
		.sort((x, y) => confidence(y) - confidence(x));
	for (const pair of candidates) {
		if (!fits(pair, 'target', 'source') && !fits(pair, 'source', 'target')) continue;
		join(pair);
		joined.push(pair);
	}
	return joined.sort((x, y) => x.source - y.source || x.target - y.target);
}
