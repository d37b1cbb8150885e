// Long work in slices, so that the extension host answers others meanwhile.
import type { Steps } from '../../core/steps';

/** After this many milliseconds of work others get their turn: with the longest single step a slice stays under 16. */
const budget = 3;

/** One piece of long work. Call `pause` between its steps, each of which takes a few milliseconds at most. */
export class Slices {
	#since = performance.now();
	#longest = 0;

	/** The longest from one rest to the next so far, in milliseconds; what was waited for between is in it. */
	get longest(): number {
		return this.#longest;
	}

	/** Lets others work where it is time for that. */
	async pause(): Promise<void> {
		const taken = performance.now() - this.#since;
		this.#longest = Math.max(this.#longest, taken);
		if (taken > budget) await this.rest();
	}

	/** All steps of a piece of work; undefined where it is no longer wanted. */
	async through<T>(steps: Steps<T>, isOld: () => boolean): Promise<T | undefined> {
		for (;;) {
			const { done, value } = steps.next();
			if (done) return value;
			await this.pause();
			if (isOld()) return undefined;
		}
	}

	/** All steps of a piece of work that stays wanted. */
	async whole<T>(steps: Steps<T>): Promise<T> {
		return (await this.through(steps, () => false)) as T;
	}

	/** Lets others work. A message is waited for less long than a timer, above all in a browser. */
	async rest(): Promise<void> {
		await new Promise<void>((resolve) => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => {
				port1.close();
				resolve();
			};
			port2.postMessage(undefined);
		});
		this.#since = performance.now();
	}
}

/** What `make`, which takes a fraction of a millisecond, gives for each item, in slices. Cut short where that `isOld`. */
export async function mapGently<T, R>(
	items: readonly T[],
	make: (item: T, i: number) => R,
	isOld: () => boolean = () => false,
): Promise<R[]> {
	const slices = new Slices();
	const made: R[] = [];
	for (const [i, item] of items.entries()) {
		made.push(make(item, i));
		await slices.pause();
		if (isOld()) break;
	}
	return made;
}

/** The results of `start` for each item, in order, while up to `most` of them are being worked on. */
export async function* ahead<T, R>(items: readonly T[], most: number, start: (item: T) => Promise<R>) {
	const running: Promise<R>[] = [];
	let next = 0;
	for (const item of items) {
		while (running.length < most && next < items.length) running.push(start(items[next++] as T));
		yield [item, await (running.shift() as Promise<R>)] as const;
	}
}
