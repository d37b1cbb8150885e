// Work that waits until a burst of events is over.

/** Runs once, `milliseconds` after the last time it was asked for; never after it is disposed. */
export class Settle {
	readonly #milliseconds: number;
	readonly #run: () => void;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#disposed = false;

	constructor(milliseconds: number, run: () => void) {
		this.#milliseconds = milliseconds;
		this.#run = run;
	}

	soon(): void {
		clearTimeout(this.#timer);
		if (!this.#disposed) this.#timer = setTimeout(this.#run, this.#milliseconds);
	}

	dispose(): void {
		this.#disposed = true;
		clearTimeout(this.#timer);
	}
}
