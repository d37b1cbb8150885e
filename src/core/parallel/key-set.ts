// A set of 32-bit keys that is filled and emptied over and over, and leaves no garbage.

const smallest = 1024;

/** A hash table with open addressing. */
export class KeySet {
	#keys = new Uint32Array(smallest);
	/** By slot, the filling that its key is of. */
	#fillings = new Uint32Array(smallest);
	#filling = 1;
	#size = 0;

	get size(): number {
		return this.#size;
	}

	clear(): void {
		this.#size = 0;
		this.#filling = (this.#filling + 1) >>> 0;
		if (this.#filling !== 0) return;
		this.#fillings.fill(0);
		this.#filling = 1;
	}

	/** False where it was there already. */
	add(key: number): boolean {
		if (this.#size * 2 >= this.#keys.length) this.#grow();
		const slot = this.#slotOf(key);
		if (this.#fillings[slot] === this.#filling) return false;
		this.#keys[slot] = key;
		this.#fillings[slot] = this.#filling;
		this.#size++;
		return true;
	}

	has(key: number): boolean {
		return this.#fillings[this.#slotOf(key)] === this.#filling;
	}

	/** The key's, or a free one. */
	#slotOf(key: number): number {
		const last = this.#keys.length - 1;
		let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & last;
		while (this.#fillings[slot] === this.#filling && this.#keys[slot] !== key) slot = (slot + 1) & last;
		return slot;
	}

	#grow(): void {
		const kept = this.#keys.filter((_, slot) => this.#fillings[slot] === this.#filling);
		this.#keys = new Uint32Array(this.#keys.length * 2);
		this.#fillings = new Uint32Array(this.#keys.length);
		this.#filling = 1;
		this.#size = 0;
		for (const key of kept) this.add(key);
	}
}
