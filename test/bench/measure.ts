// Timing: the median of several runs, and one table row for how cost grows and how it compares.

const fewest = 5;
const most = 25;
/** Milliseconds for one measurement, warm-up not counted. */
const budget = 1000;

const warmUp = 200;

/** The median time of `work` in milliseconds: once it is warm, at least 5 runs, more while there is time. */
export function median(work: () => unknown): number {
	const cold = performance.now();
	do work();
	while (performance.now() - cold < warmUp);
	const times: number[] = [];
	const began = performance.now();
	while (times.length < fewest || (times.length < most && performance.now() - began < budget)) {
		const start = performance.now();
		work();
		times.push(performance.now() - start);
	}
	return times.sort((a, b) => a - b)[times.length >> 1]!;
}

/** Cost at N, 2N and 4N, with the factors between them: 2 is linear, 4 is quadratic. */
export function growth(work: (factor: number) => () => unknown): { times: number[]; shown: string } {
	const times = [1, 2, 4].map((factor) => median(work(factor)));
	const factors = [times[1]! / times[0]!, times[2]! / times[1]!].map((factor) => `×${factor.toFixed(2)}`);
	return { times, shown: `${times.map(milliseconds).join(' → ')}  (${factors.join(', ')})` };
}

export function milliseconds(time: number): string {
	return `${time < 10 ? time.toFixed(2) : time.toFixed(0)} ms`;
}

export function megabytesPerSecond(text: string, time: number): string {
	return `${(Buffer.byteLength(text) / 1000 / time).toFixed(2)} MB/s`;
}

/** How often the peer's time goes into ours: below 1, we are faster. */
export function ratio(ours: number, theirs: number): string {
	return `${(ours / theirs).toFixed(2)} × the peer's time`;
}

export function row(what: string, ...figures: string[]): void {
	console.log(`  ${what.padEnd(44)}${figures.join('   ')}`);
}
