// Where each paragraph's partner stands, given where its neighbours' partners stand: a hidden Markov model whose states are
// the other side's paragraphs and "nowhere", by forward and backward sums. Small steps are likely, far jumps possible.

/** A place that a row's partner can be at, and the likelihood of that, relative to having none. */
export interface Emission {
	readonly place: number;
	readonly likelihood: number;
}

/** How the partner moves from one paragraph to the next; `far` is shared by all places. Tuned on half of the NTREX articles. */
export const motion = {
	steps: [
		[-2, 0.01],
		[-1, 0.11],
		[0, 0.13],
		[1, 0.46],
		[2, 0.09],
		[3, 0.015],
	] as [number, number][],
	far: 0.2,
	nowhere: 0.12,
};

/** One step of the distribution over last places (index 0: before the first), forwards or, transposed, backwards. */
function move(from: Float64Array, to: Float64Array, direction: 1 | -1): void {
	const size = from.length;
	let total = 0;
	for (let at = 0; at < size; at++) total += from[at]!;
	to.fill((total * motion.far) / size);
	for (const [step, share] of motion.steps) {
		const shift = step * direction;
		const end = Math.min(size, size - shift);
		for (let at = Math.max(0, -shift); at < end; at++) to[at + shift]! += from[at]! * share;
	}
}

interface Forward {
	/** Per row and emission: the scaled forward sum. */
	readonly sums: readonly number[][];
	/** What each row was divided by. */
	readonly scales: readonly number[];
}

function forwards(rows: readonly (readonly Emission[])[], absent: readonly number[], size: number): Forward {
	const sums: number[][] = [];
	const scales: number[] = [];
	const [last, moved] = [new Float64Array(size + 1), new Float64Array(size + 1)];
	last[0] = 1;
	rows.forEach((row, i) => {
		move(last, moved, 1);
		const stay = motion.nowhere * absent[i]!;
		const linked = row.map(({ place, likelihood }) => moved[place + 1]! * (1 - motion.nowhere) * likelihood);
		let total = linked.reduce((sum, value) => sum + value, 0);
		for (let at = 0; at <= size; at++) total += last[at]! * stay;
		for (let at = 0; at <= size; at++) last[at]! *= stay / total;
		row.forEach(({ place }, k) => {
			linked[k]! /= total;
			last[place + 1]! += linked[k]!;
		});
		sums.push(linked);
		scales.push(total);
	});
	return { sums, scales };
}

/**
 * The probability of each emission's place, in the shape of `rows`; what a row lacks to 1 is the probability of "nowhere".
 * `absent`: per row, how likely having no partner is, relative to usual. `size`: how many places there are.
 * Takes rows × size time; memory for the emissions only.
 */
export function chain(rows: readonly (readonly Emission[])[], absent: readonly number[], size: number): number[][] {
	const { sums, scales } = forwards(rows, absent, size);
	const [beyond, weighed, moved] = [0, 1, 2].map(() => new Float64Array(size + 1)) as [
		Float64Array,
		Float64Array,
		Float64Array,
	];
	beyond.fill(1);
	for (let i = rows.length - 1; i >= 0; i--) {
		const row = rows[i]!;
		row.forEach(({ place }, k) => {
			sums[i]![k]! *= beyond[place + 1]!;
		});
		weighed.fill(0);
		for (const { place, likelihood } of row)
			weighed[place + 1] = (beyond[place + 1]! * (1 - motion.nowhere) * likelihood) / scales[i]!;
		move(weighed, moved, -1);
		const stay = (motion.nowhere * absent[i]!) / scales[i]!;
		for (let at = 0; at <= size; at++) beyond[at] = moved[at]! + beyond[at]! * stay;
	}
	return sums as number[][];
}
