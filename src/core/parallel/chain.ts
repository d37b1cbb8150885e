// Where each paragraph's partner stands, given where its neighbours' partners stand: a hidden Markov model whose states are
// the other side's paragraphs and "nowhere", by forward and backward sums. Small steps are likely, far jumps possible.

/** A place that a row's partner can be at, and the likelihood of that, relative to having none. */
export interface Emission {
	readonly place: number;
	readonly likelihood: number;
}

/** How likely the partner is so many places on, for small steps; `far` is shared by all places. */
export interface Motion {
	readonly steps: readonly (readonly [number, number])[];
	readonly far: number;
}

/** From one paragraph to the next, and within a paragraph. `nowhere`: how likely there is no partner. Tuned on half of the NTREX and WMT21 articles and on the pairs in the unit tests. */
export const motion = {
	between: {
		steps: [
			[-2, 0.02],
			[-1, 0.186],
			[0, 0.123],
			[1, 0.46],
			[2, 0.117],
			[3, 0.033],
		] as [number, number][],
		far: 0.4,
	},
	within: {
		steps: [
			[-1, 0.03],
			[0, 0.7],
			[1, 0.055],
			[2, 0.028],
		] as [number, number][],
		far: 0.071,
	},
	nowhere: 0.055,
};

/** One step of the distribution over last places (index 0: before the first), forwards or, transposed, backwards. */
function move(from: Float64Array, to: Float64Array, { steps, far }: Motion, direction: 1 | -1): void {
	const size = from.length;
	let total = 0;
	for (let at = 0; at < size; at++) total += from[at]!;
	to.fill((total * far) / size);
	for (const [step, share] of steps) {
		const shift = step * direction;
		const end = Math.min(size, size - shift);
		for (let at = Math.max(0, -shift); at < end; at++) to[at + shift]! += from[at]! * share;
	}
}

/** One segment: where its partner may be. */
export interface Row {
	readonly emissions: readonly Emission[];
	/** Begins a paragraph. */
	readonly opens: boolean;
	/** How likely having no partner is, relative to usual. */
	readonly absent: number;
}

const motionOf = (row: Row) => (row.opens ? motion.between : motion.within);

interface Forward {
	/** Per row and emission: the scaled forward sum. */
	readonly sums: readonly number[][];
	/** What each row was divided by. */
	readonly scales: readonly number[];
}

function forwards(rows: readonly Row[], size: number, nowhere: number): Forward {
	const sums: number[][] = [];
	const scales: number[] = [];
	const [last, moved] = [new Float64Array(size + 1), new Float64Array(size + 1)];
	last[0] = 1;
	for (const row of rows) {
		move(last, moved, motionOf(row), 1);
		const stay = nowhere * row.absent;
		const linked = row.emissions.map(({ place, likelihood }) => moved[place + 1]! * (1 - nowhere) * likelihood);
		let total = linked.reduce((sum, value) => sum + value, 0);
		for (let at = 0; at <= size; at++) total += last[at]! * stay;
		for (let at = 0; at <= size; at++) last[at]! *= stay / total;
		row.emissions.forEach(({ place }, k) => {
			linked[k]! /= total;
			last[place + 1]! += linked[k]!;
		});
		sums.push(linked);
		scales.push(total);
	}
	return { sums, scales };
}

/**
 * The probability of each emission's place, in the shape of the rows' emissions; what a row lacks to 1 is the probability of
 * "nowhere". `size`: how many places there are; `nowhere`: how likely there is no
 * partner. Takes rows × size time; memory for the emissions only.
 */
export function chain(rows: readonly Row[], size: number, nowhere = motion.nowhere): number[][] {
	const { sums, scales } = forwards(rows, size, nowhere);
	const [beyond, weighed, moved] = [
		new Float64Array(size + 1).fill(1),
		new Float64Array(size + 1),
		new Float64Array(size + 1),
	];
	for (let i = rows.length - 1; i >= 0; i--) {
		const row = rows[i]!;
		row.emissions.forEach(({ place }, k) => {
			sums[i]![k]! *= beyond[place + 1]!;
		});
		weighed.fill(0);
		for (const { place, likelihood } of row.emissions)
			weighed[place + 1] = (beyond[place + 1]! * (1 - nowhere) * likelihood) / scales[i]!;
		move(weighed, moved, motionOf(row), -1);
		const stay = (nowhere * row.absent) / scales[i]!;
		for (let at = 0; at <= size; at++) beyond[at] = moved[at]! + beyond[at]! * stay;
	}
	return sums as number[][];
}
