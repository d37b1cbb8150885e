// Tells the scrolling that a program asked for from the reader's own, so that two editors do not chase each other.

/** VS Code answers within this time, smooth scrolling included; on a slow line, with the very place asked for, later. */
const within = { any: 300, exact: 2000 };

/** UTF-16 units: VS Code shows a row or two above the place asked for. */
const aFewRows = 200;

interface Sent {
	readonly at: number;
	readonly offset: number;
}

export class Echoes<Key extends object> {
	readonly #sent = new WeakMap<Key, Sent[]>();
	readonly #now: () => number;

	constructor(now: () => number = Date.now) {
		this.#now = now;
	}

	/** Notes that an editor is told to show a place. False where it was told so last. */
	send(editor: Key, offset: number): boolean {
		const at = this.#now();
		const sent = (this.#sent.get(editor) ?? []).filter((one) => at - one.at < within.exact);
		const last = sent.at(-1);
		this.#sent.set(editor, [...sent, { at, offset }]);
		return last?.offset !== offset;
	}

	/**
	 * Whether an editor was made to show `offset`s from `top` on. If not, it is the reader's, and what was sent is over.
	 * Echoes keep their order: what was sent before the one that came back is over too, so that the reader may turn round.
	 */
	isEcho(editor: Key, top: number): boolean {
		const now = this.#now();
		const sent = this.#sent.get(editor) ?? [];
		const exact = sent.map(({ at, offset }) => now - at < within.exact && Math.abs(offset - top) < aFewRows);
		if (exact.includes(true)) this.#sent.set(editor, sent.slice(exact.lastIndexOf(true)));
		else if (!sent.some(({ at }) => now - at < within.any)) this.#sent.delete(editor);
		return this.#sent.has(editor);
	}
}
