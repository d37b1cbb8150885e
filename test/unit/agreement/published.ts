// Worked examples from the literature, with the figures printed there; also shown by `npm run bench agreement`.
import { cohenKappa, krippendorffAlpha } from '../../../src/core/agreement/coefficients';
import { disagreement, unitizedAlpha } from '../../../src/core/agreement/unitized';

export interface Example {
	readonly name: string;
	readonly source: string;
	readonly published: number;
	/** How many decimals are printed there. */
	readonly decimals: number;
	readonly computed: () => number;
}

/** Rows of counts: how often the first said the row's class and the second the column's. */
function pairsOf(table: readonly (readonly number[])[]): [string, string][] {
	return table.flatMap((row, i) => row.flatMap((count, j) => Array(count).fill([String(i), String(j)])));
}

/** One string a person, a letter or digit a unit, `.` where there is none. */
function unitsOf(...people: readonly string[]): string[][] {
	return [...people[0]!].map((_, i) => people.map((codes) => codes[i]!).filter((code) => code !== '.'));
}

/** `[start, length]` from the beginning of the text. */
const spans = (...all: readonly (readonly [number, number])[]) =>
	all.map(([start, length]) => ({ start, end: start + length }));

const krippendorff2011 = 'Krippendorff, Computing Krippendorff’s Alpha-Reliability (2011)';
const krippendorff2004 = 'Krippendorff, Content Analysis, 2nd edition (2004), p. 254';

const c = disagreement([spans([75, 70], [220, 30]), spans([70, 80], [205, 20], [250, 20])], 300);
const k = disagreement([spans([30, 60], [150, 50]), spans([30, 60], [150, 50])], 300);

export const examples: readonly Example[] = [
	{
		name: 'κ, 200 patients, three diagnoses',
		source: 'Cohen, Weighted kappa, Psychological Bulletin 70 (1968), table 1',
		published: 0.492,
		decimals: 3,
		computed: () =>
			cohenKappa(
				pairsOf([
					[88, 14, 18],
					[10, 40, 10],
					[2, 6, 12],
				]),
			),
	},
	{
		name: 'κ, 100 patients, three diagnoses',
		source: 'Fleiss, Statistical Methods for Rates and Proportions, 2nd edition (1981), chapter 13',
		published: 0.68,
		decimals: 2,
		computed: () =>
			cohenKappa(
				pairsOf([
					[75, 1, 4],
					[5, 4, 1],
					[0, 0, 10],
				]),
			),
	},
	{
		name: 'α, two observers, two classes',
		source: `${krippendorff2011}, section A`,
		published: 0.095,
		decimals: 3,
		computed: () => krippendorffAlpha(unitsOf('0100000010', '1110010000')),
	},
	{
		name: 'α, two observers, five classes',
		source: `${krippendorff2011}, section B`,
		published: 0.692,
		decimals: 3,
		computed: () => krippendorffAlpha(unitsOf('aabbdcccedda', 'babbbccceddd')),
	},
	{
		name: 'α, four observers, values missing',
		source: `${krippendorff2011}, section C`,
		published: 0.743,
		decimals: 3,
		computed: () => krippendorffAlpha(unitsOf('123321412...', '1233224125.3', '.3332342251.', '12332441251.')),
	},
	{
		name: 'α of spans, class c, observed',
		source: krippendorff2004,
		published: 0.0144,
		decimals: 4,
		computed: () => c.observed,
	},
	{
		name: 'α of spans, class c, expected',
		source: krippendorff2004,
		published: 0.0532,
		decimals: 4,
		computed: () => c.expected,
	},
	{
		name: 'α of spans, class c',
		source: krippendorff2004,
		published: 0.7286,
		decimals: 4,
		computed: () => unitizedAlpha([c]),
	},
	{
		name: 'α of spans, class k',
		source: krippendorff2004,
		published: 1,
		decimals: 4,
		computed: () => unitizedAlpha([k]),
	},
	{
		name: 'α of spans, both',
		source: krippendorff2004,
		published: 0.859,
		decimals: 3,
		computed: () => unitizedAlpha([c, k]),
	},
];
