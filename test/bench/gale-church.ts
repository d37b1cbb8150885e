// The peer for alignment: paragraphs by their lengths alone.
// Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora", Computational Linguistics 19 (1993).

/** How likely each kind of match is, in the paper's Table 5, as [source paragraphs, target paragraphs, probability]. */
const kinds = [
	[1, 1, 0.89],
	[1, 0, 0.00495],
	[0, 1, 0.00495],
	[2, 1, 0.0445],
	[1, 2, 0.0445],
	[2, 2, 0.011],
] as const;

/** The paper's variance of a character's translations, and its scale of costs. */
const variance = 6.8;
const scale = -100;

/** Pairs of paragraph indexes that were matched. Time and memory grow with the product of both counts. */
export function galeChurch(source: readonly string[], target: readonly string[]): [number, number][] {
	const [left, right] = [source, target].map((list) => list.map((paragraph) => paragraph.length));
	const [n, m] = [left!.length, right!.length];
	const width = m + 1;
	const costs = new Float64Array((n + 1) * width).fill(Number.POSITIVE_INFINITY);
	const steps = new Int8Array((n + 1) * width);
	costs[0] = 0;
	for (let i = 0; i <= n; i++) {
		for (let j = 0; j <= m; j++) {
			for (const [k, [a, b, probability]] of kinds.entries()) {
				if (a > i || b > j) continue;
				const before = costs[(i - a) * width + j - b]!;
				const cost = before + scale * Math.log(probability) + distance(sum(left!, i - a, i), sum(right!, j - b, j));
				if (cost >= costs[i * width + j]!) continue;
				costs[i * width + j] = cost;
				steps[i * width + j] = k;
			}
		}
	}
	return path(steps, n, m);
}

function path(steps: Int8Array, n: number, m: number): [number, number][] {
	const pairs: [number, number][] = [];
	for (let [i, j] = [n, m]; i > 0 || j > 0; ) {
		const [a, b] = kinds[steps[i * (m + 1) + j]!]!;
		for (let x = i - a; x < i; x++) for (let y = j - b; y < j; y++) pairs.push([x, y]);
		i -= a;
		j -= b;
	}
	return pairs.reverse();
}

function sum(lengths: readonly number[], from: number, to: number): number {
	let total = 0;
	for (let i = from; i < to; i++) total += lengths[i]!;
	return total;
}

/** Minus the logarithm of how likely the lengths are those of translations. */
function distance(a: number, b: number): number {
	if (a === 0 && b === 0) return 0;
	const delta = Math.abs((a - b) / Math.sqrt(((a + b) / 2) * variance));
	return scale * Math.log(Math.max(1e-12, 2 * (1 - normal(delta))));
}

/** The normal distribution function. Abramowitz and Stegun, 26.2.17. */
function normal(z: number): number {
	const t = 1 / (1 + 0.2316419 * z);
	const polynomial = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
	return 1 - 0.3989423 * Math.exp((-z * z) / 2) * polynomial;
}
