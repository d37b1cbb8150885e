// Which documents have which key: lists of numbers by key, in a few flat arrays. Ten thousand documents have some three
// million keys; as an array each, their lists would take ten times the room, and the garbage collector long walks.

/** One table of all keys would stop for long whenever it grows; many small ones never do. */
const shardCount = 64;
const shardOf = (key: number) => (key >>> 2) % shardCount;

/** Lists of at most 2^30 numbers. */
const sizeCount = 31;

const smallest = 16;

/** Numbers without order, each at most once in a list; a list that was never begun is empty. */
export class KeyLists {
	readonly #shards: (Shard | undefined)[] = [];

	/** `number` is not yet in the key's list. */
	add(key: number, number: number): void {
		const at = shardOf(key);
		this.#shards[at] ??= new Shard();
		this.#shards[at].add(key, number);
	}

	delete(key: number, number: number): void {
		this.#shards[shardOf(key)]?.delete(key, number);
	}

	/** How many numbers the key's list has. */
	count(key: number): number {
		return this.#shards[shardOf(key)]?.count(key) ?? 0;
	}

	/** Adds `weight` to the sum of each number in the key's list. */
	addTo(sums: Float64Array, key: number, weight: number): void {
		this.#shards[shardOf(key)]?.addTo(sums, key, weight);
	}
}

/** Of a slot in the table: where the parts are, and how many there are. */
const slotKey = 0;
const slotCount = 1;
const slotStart = 2;
/** The logarithm of its stretch's length, plus one; 0 where the slot was never used. */
const slotSize = 3;
const slotLength = 4;

/**
 * A hash table with open addressing, and a pool in which each list has a stretch of 1, 2, 4 … places. A list that is full
 * moves to a longer stretch; the one that it leaves is kept for another list.
 */
class Shard {
	#slots = new Uint32Array(smallest * slotLength);
	#used = 0;
	#pool = new Uint32Array(smallest);
	#end = 0;
	/** By the logarithm of the length, where a stretch begins that was left, plus one; its first place tells the next. 0: none. */
	readonly #left = new Uint32Array(sizeCount);

	add(key: number, number: number): void {
		if (this.#used * 3 * slotLength >= this.#slots.length * 2) this.#rehash();
		const slot = this.#slotOf(key);
		const slots = this.#slots;
		const size = slots[slot + slotSize]!;
		const count = slots[slot + slotCount]!;
		if (size === 0) {
			this.#used++;
			slots[slot + slotKey] = key;
			this.#place(slot, 0);
		} else if (count === 1 << (size - 1)) {
			const from = slots[slot + slotStart]!;
			const to = this.#place(slot, size);
			this.#pool.copyWithin(to, from, from + count);
			this.#leave(from, size - 1);
		}
		this.#pool[slots[slot + slotStart]! + count] = number;
		slots[slot + slotCount] = count + 1;
	}

	delete(key: number, number: number): void {
		const slot = this.#slotOf(key);
		let at = this.#slots[slot + slotStart]!;
		const end = at + this.#slots[slot + slotCount]!;
		while (at < end && this.#pool[at] !== number) at++;
		if (at === end) return;
		this.#pool[at] = this.#pool[end - 1]!;
		this.#slots[slot + slotCount]!--;
	}

	count(key: number): number {
		return this.#slots[this.#slotOf(key) + slotCount]!;
	}

	addTo(sums: Float64Array, key: number, weight: number): void {
		const slot = this.#slotOf(key);
		const pool = this.#pool;
		let at = this.#slots[slot + slotStart]!;
		for (const end = at + this.#slots[slot + slotCount]!; at < end; at++) sums[pool[at]!]! += weight;
	}

	/** Where the key's slot begins, or a free one's, whose count is 0. */
	#slotOf(key: number): number {
		const slots = this.#slots;
		const last = slots.length - 1;
		let slot = ((Math.imul(key, 0x9e3779b1) >>> 7) * slotLength) & last;
		while (slots[slot + slotSize] && slots[slot + slotKey] !== key) slot = (slot + slotLength) & last;
		return slot;
	}

	/** Gives the slot a stretch of 2^`log` places. */
	#place(slot: number, log: number): number {
		let start = this.#left[log]! - 1;
		if (start >= 0) this.#left[log] = this.#pool[start]!;
		else {
			start = this.#end;
			this.#end += 2 ** log;
			if (this.#end > this.#pool.length) this.#pool = grown(this.#pool, this.#end);
		}
		this.#slots[slot + slotStart] = start;
		this.#slots[slot + slotSize] = log + 1;
		return start;
	}

	#leave(start: number, log: number): void {
		this.#pool[start] = this.#left[log]!;
		this.#left[log] = start + 1;
	}

	/** Keys whose lists are empty are left out. */
	#rehash(): void {
		const old = this.#slots;
		let filled = 0;
		for (let slot = 0; slot < old.length; slot += slotLength) if (old[slot + slotCount]) filled++;
		this.#slots = new Uint32Array(filled * 3 * slotLength > old.length ? old.length * 2 : old.length);
		this.#used = filled;
		for (let slot = 0; slot < old.length; slot += slotLength) {
			if (old[slot + slotCount]) this.#slots.set(old.subarray(slot, slot + slotLength), this.#slotOf(old[slot]!));
			else if (old[slot + slotSize]) this.#leave(old[slot + slotStart]!, old[slot + slotSize]! - 1);
		}
	}
}

/** A copy with room for `least` numbers and half as many more. */
function grown(numbers: Uint32Array, least: number): Uint32Array<ArrayBuffer> {
	const larger = new Uint32Array(Math.ceil(least * 1.5));
	larger.set(numbers);
	return larger;
}
