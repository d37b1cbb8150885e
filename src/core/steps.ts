// Long work in steps: a generator that stops now and then, so that an editor can let a key through before it goes on.

/** Each `next()` does a few milliseconds of work; the result comes with `done`. */
export type Steps<T> = Generator<undefined, T, void>;

/** All steps in one go. */
export function complete<T>(steps: Steps<T>): T {
	for (;;) {
		const { done, value } = steps.next();
		if (done) return value;
	}
}
