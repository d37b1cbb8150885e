// Krippendorff's α for passages that people choose themselves: what they mark is compared by where it begins and ends.
import { countWhile } from '../sorted';
import type { Span } from '../text/span';

/** What one annotator marked with one class, and the gaps between, in their order; together they cover the text. */
interface Section extends Span {
	readonly isUnit: boolean;
}

export interface Disagreement {
	readonly observed: number;
	readonly expected: number;
}

/**
 * Observed and expected disagreement for one class. `spans`: for each annotator the passages of that class; those that
 * overlap or touch by the same annotator count as one. `length`: that of the text, at least 1.
 * Source: K. Krippendorff, Content Analysis (2nd edition, 2004), chapter 11.6: the squared differences of beginnings and
 * ends of units that overlap; the squared length of one that lies in a gap of the other.
 */
export function disagreement(spans: readonly (readonly Span[])[], length: number): Disagreement {
	const sections = spans.map((all) => sectionsOf(all, length));
	const people = sections.length;
	let observed = 0;
	for (const [i, mine] of sections.entries())
		for (const [j, others] of sections.entries()) if (i !== j) observed += difference(mine, others);
	observed /= people * (people - 1) * length ** 2;
	return { observed, expected: expectedOf(sections, length) };
}

/** α over classes: 1 less what is observed of what is expected. 1 where nobody disagrees; NaN where nothing is marked. */
export function unitizedAlpha(classes: readonly Disagreement[]): number {
	const sum = (key: keyof Disagreement) => classes.reduce((total, one) => total + one[key], 0);
	if (classes.length === 0) return Number.NaN;
	const [observed, expected] = [sum('observed'), sum('expected')];
	return observed === 0 ? 1 : 1 - observed / expected;
}

function sectionsOf(spans: readonly Span[], length: number): Section[] {
	const sections: Section[] = [];
	let done = 0;
	for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
		const last = sections.at(-1);
		if (end <= start) continue;
		if (last?.isUnit && start <= last.end) {
			done = Math.max(done, end);
			sections[sections.length - 1] = { start: last.start, end: done, isUnit: true };
			continue;
		}
		if (start > done) sections.push({ start: done, end: start, isUnit: false });
		sections.push({ start, end, isUnit: true });
		done = end;
	}
	if (done < length) sections.push({ start: done, end: length, isUnit: false });
	return sections;
}

/** Over all pairs of sections that overlap. Only these differ, so both lists are walked side by side. */
function difference(mine: readonly Section[], others: readonly Section[]): number {
	let sum = 0;
	let from = 0;
	for (const a of mine) {
		while (from < others.length && others[from]!.end <= a.start) from++;
		for (let j = from; j < others.length && others[j]!.start < a.end; j++) sum += delta(a, others[j]!);
	}
	return sum;
}

function delta(a: Section, b: Section): number {
	if (a.isUnit && b.isUnit) return (a.start - b.start) ** 2 + (a.end - b.end) ** 2;
	const [unit, gap] = a.isUnit ? [a, b] : [b, a];
	const isWithin = unit.isUnit && gap.start <= unit.start && unit.end <= gap.end;
	return isWithin ? (unit.end - unit.start) ** 2 : 0;
}

function expectedOf(all: readonly (readonly Section[])[], length: number): number {
	const sections = all.flat();
	const lengths = (isUnit: boolean) =>
		sections.filter((one) => one.isUnit === isUnit).map(({ start, end }) => end - start);
	const units = lengths(true);
	const gaps = lengths(false).sort((a, b) => a - b);
	const above = suffixSums(gaps);
	let sum = 0;
	let repeated = 0;
	for (const l of units) {
		const { count, total } = above(l);
		sum += ((units.length - 1) / 3) * (2 * l ** 3 - 3 * l ** 2 + l) + l ** 2 * (total - count * (l - 1));
		repeated += l * (l - 1);
	}
	const whole = all.length * length;
	return ((2 / length) * sum) / (whole * (whole - 1) - repeated);
}

/** How many of the sorted numbers are at least `least`, and their sum. */
function suffixSums(sorted: readonly number[]): (least: number) => { readonly count: number; readonly total: number } {
	const totals = [0];
	for (let i = sorted.length - 1; i >= 0; i--) totals.push(totals.at(-1)! + sorted[i]!);
	return (least) => {
		const count = sorted.length - countWhile(sorted, (one) => one < least);
		return { count, total: totals[count]! };
	};
}
