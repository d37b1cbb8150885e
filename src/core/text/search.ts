// Approximate search: where a pattern occurs in a text with few insertions, deletions and substitutions.
// Myers, "A fast bit-vector algorithm for approximate string matching based on dynamic programming", J. ACM 46 (1999),
// in blocks of 32 rows; the horizontal differences between blocks as in Hyyrö, "A bit-vector algorithm…" (2003).
import type { Span } from './span';

/** A place that matches, with its edit distance from the pattern. */
export interface ApproximateMatch extends Span {
	readonly errors: number;
}

/** A pattern made ready for searching; reuse it for several searches. Case and everything else counts: fold before. */
export class ApproximatePattern {
	readonly length: number;
	readonly #pattern: string;
	#forward: Rows | undefined;
	#backward: Rows | undefined;

	constructor(pattern: string) {
		this.#pattern = pattern;
		this.length = pattern.length;
	}

	/**
	 * The match with the fewest errors within `[start, end)` of the text, or undefined where every one has more than
	 * `maxErrors`. Of equal ones, that which ends nearest to `preferredEnd` (the first, where that is not said).
	 */
	best(text: string, { start, end }: Span, maxErrors: number, preferredEnd = start): ApproximateMatch | undefined {
		let errors = Math.min(maxErrors, this.length - 1) + 1;
		let found = -1;
		this.#scan(text, start, end, (at, score) => {
			if (
				score > errors ||
				(found >= 0 && score === errors && Math.abs(at - preferredEnd) >= Math.abs(found - preferredEnd))
			)
				return;
			if (found < 0 && score === errors) return;
			errors = score;
			found = at;
		});
		return found < 0 ? undefined : { start: this.#startOf(text, start, found, errors), end: found, errors };
	}

	/** The edit distance between the pattern and all of `text`. */
	distance(text: string): number {
		if (this.length === 0) return text.length;
		this.#forward ??= new Rows(this.#pattern);
		this.#forward.reset();
		let distance = this.length;
		for (let i = 0; i < text.length; i++) distance = this.#forward.step(text.charCodeAt(i), 1);
		return distance;
	}

	/** Calls `visit` with each end and the distance of the best match that ends there. */
	#scan(text: string, start: number, end: number, visit: (end: number, errors: number) => void): void {
		if (this.length === 0) return;
		this.#forward ??= new Rows(this.#pattern);
		this.#forward.reset();
		for (let i = start; i < end; i++) visit(i + 1, this.#forward.step(text.charCodeAt(i), 0));
	}

	/** Of the starts that give a match this good, the one that leaves it nearest to the pattern's length. */
	#startOf(text: string, from: number, end: number, errors: number): number {
		this.#backward ??= new Rows([...this.#pattern.split('')].reverse().join(''));
		this.#backward.reset();
		const furthest = Math.max(from, end - this.length - errors);
		let start = end;
		let distance = Number.POSITIVE_INFINITY;
		for (let i = end - 1; i >= furthest; i--) {
			if (this.#backward.step(text.charCodeAt(i), 1) > errors) continue;
			if (Math.abs(end - i - this.length) >= distance) continue;
			distance = Math.abs(end - i - this.length);
			start = i;
		}
		return start;
	}
}

/** One column of the edit matrix, as bits: where going down a row adds one to the distance, and where it takes one away. */
class Rows {
	readonly #length: number;
	readonly #masks = new Map<number, Int32Array>();
	readonly #none: Int32Array;
	readonly #plus: Int32Array;
	readonly #minus: Int32Array;
	#score = 0;

	constructor(pattern: string) {
		this.#length = pattern.length;
		const blocks = Math.ceil(pattern.length / 32);
		this.#none = new Int32Array(blocks);
		this.#plus = new Int32Array(blocks);
		this.#minus = new Int32Array(blocks);
		for (let i = 0; i < pattern.length; i++) {
			const unit = pattern.charCodeAt(i);
			const mask = this.#masks.get(unit) ?? new Int32Array(blocks);
			this.#masks.set(unit, mask);
			mask[i >> 5]! |= 1 << (i & 31);
		}
	}

	reset(): void {
		this.#plus.fill(-1);
		this.#minus.fill(0);
		this.#score = this.#length;
	}

	/** One more unit of text; the distance in the last row. `top`: 0 where a match may begin anywhere, 1 where it must at the start. */
	step(unit: number, top: 0 | 1): number {
		const masks = this.#masks.get(unit) ?? this.#none;
		const lastRow = 1 << ((this.#length - 1) & 31);
		let carry: number = top;
		for (let block = 0; block < masks.length; block++) {
			const plus = this.#plus[block]!;
			const minus = this.#minus[block]!;
			let equal = masks[block]!;
			const vertical = equal | minus;
			if (carry < 0) equal |= 1;
			const horizontal = (((equal & plus) + plus) ^ plus) | equal;
			let up = minus | ~(horizontal | plus);
			let down = plus & horizontal;
			const bottom = block === masks.length - 1 ? lastRow : 1 << 31;
			const next = up & bottom ? 1 : down & bottom ? -1 : 0;
			up = (up << 1) | (carry > 0 ? 1 : 0);
			down = (down << 1) | (carry < 0 ? 1 : 0);
			this.#plus[block] = down | ~(vertical | up);
			this.#minus[block] = up & vertical;
			carry = next;
		}
		this.#score += carry;
		return this.#score;
	}
}
