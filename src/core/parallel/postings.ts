// An inverted index over one language's digests, and how much of one document another says. Documents are numbered, and
// lists hold numbers, since ten thousand documents have some three million keys.
import type { Digest } from './digest';

/** Keys in more than this share of the documents do not find candidates; in a small index all do. */
const commonShare = 0.15;
const smallIndex = 40;

/** A map of all keys would stop for long whenever it grows; many small ones never do. */
const shardCount = 256;
const shardOf = (key: number) => (key >>> 2) % shardCount;

const markCount = 1 << 14;
const markOf = (key: number) => (key >>> 10) % markCount;

export class Postings {
	readonly #byKey = Array.from({ length: shardCount }, () => new Map<number, number[]>());
	/** Of one document's keys, those that may be there: most that are not need no search. */
	readonly #marks = new Uint8Array(markCount);
	/** By document number; undefined where a document was taken out and its number is free. */
	readonly #files: (string | undefined)[] = [];
	/** Each key of a document once, ascending. */
	readonly #keys: Uint32Array[] = [];
	readonly #numbers = new Map<string, number>();
	readonly #free: number[] = [];
	/** Of each document's date, in days since 1970; NaN where it has none. */
	readonly #days: number[] = [];
	/** How common each term of a digest is here, until the index changes. */
	#shares = new WeakMap<Digest, Float64Array>();

	get size(): number {
		return this.#numbers.size;
	}

	add(file: string, digest: Digest): void {
		this.#shares = new WeakMap();
		const number = this.#free.pop() ?? this.#files.length;
		const keys = Uint32Array.from(new Set(digest.keys)).sort();
		this.#numbers.set(file, number);
		this.#files[number] = file;
		this.#keys[number] = keys;
		this.#days[number] = dayOf(digest);
		for (const key of keys) {
			const numbers = this.#having(key);
			if (numbers) numbers.push(number);
			else this.#byKey[shardOf(key)]!.set(key, [number]);
		}
	}

	delete(file: string): void {
		const number = this.#numbers.get(file);
		if (number === undefined) return;
		this.#shares = new WeakMap();
		for (const key of this.#keys[number]!) {
			const numbers = this.#having(key)!;
			numbers[numbers.indexOf(number)] = numbers.at(-1)!;
			numbers.pop();
			if (!numbers.length) this.#byKey[shardOf(key)]!.delete(key);
		}
		this.#numbers.delete(file);
		this.#files[number] = undefined;
		this.#keys[number] = new Uint32Array();
		this.#free.push(number);
	}

	/** The numbers of the documents that have a key. */
	#having(key: number): number[] | undefined {
		return this.#byKey[shardOf(key)]!.get(key);
	}

	/** The share of documents here that have one of a term's keys, by term. */
	#sharesOf(digest: Digest): Float64Array {
		const known = this.#shares.get(digest);
		if (known) return known;
		const shares = new Float64Array(digest.counts.length);
		eachTerm(digest, (term, from, to) => {
			let found = 0;
			for (let at = from; at < to; at++) found += this.#having(digest.keys[at]!)?.length ?? 0;
			shares[term] = Math.min(0.95, found / (this.size + 1));
		});
		this.#shares.set(digest, shares);
		return shares;
	}

	/** By document number, how many telling keys it shares with the digest, weighed by rarity, for its size; 0 where none. */
	rank(digest: Digest): Float64Array {
		const shares = this.#sharesOf(digest);
		const ranks = new Float64Array(this.#files.length);
		eachTerm(digest, (term, from, to) => {
			const share = shares[term]!;
			if (share === 0 || (this.size > smallIndex && share > commonShare)) return;
			const weight = Math.log(1 / share);
			for (let at = from; at < to; at++)
				for (const number of this.#having(digest.keys[at]!) ?? []) ranks[number]! += weight;
		});
		for (let number = 0; number < ranks.length; number++) ranks[number]! /= Math.sqrt(this.#keys[number]!.length + 60);
		return ranks;
	}

	/** The `most` files of the highest ranks, at most `days` from the digest's date, best first, without those of `tried`. */
	best(ranks: Float64Array, most: number, digest: Digest, days: number, tried?: ReadonlySet<string>): string[] {
		const day = dayOf(digest);
		const found: number[] = [];
		for (let number = 0; number < ranks.length; number++) {
			if (!(ranks[number]! > 0) || daysBetween(day, this.#days[number]!) > days) continue;
			if (!tried?.has(this.#files[number]!)) found.push(number);
		}
		// only what can be among the best is sorted
		const least =
			found.length > most
				? Float64Array.from(found, (number) => ranks[number]!)
						.sort()
						.at(-most)!
				: 0;
		return found
			.filter((number) => ranks[number]! >= least)
			.map((number) => ({ file: this.#files[number]!, rank: ranks[number]! }))
			.sort((x, y) => y.rank - x.rank || (x.file < y.file ? -1 : 1))
			.slice(0, most)
			.map(({ file }) => file);
	}

	/** What the digest's terms say for and against its being the same story as `file`: log odds of terms shared and missed. */
	compare(digest: Digest, file: string): { gain: number; held: number; missed: number } {
		const keys = this.#keys[this.#numbers.get(file) ?? -1] ?? new Uint32Array();
		const shares = this.#sharesOf(digest);
		for (const key of keys) this.#marks[markOf(key)] = 1;
		let [gain, held, missed] = [0, 0, 0];
		let from = 0;
		for (let term = 0; term < shares.length; term++) {
			const to = from + digest.counts[term]!;
			const share = shares[term]!;
			let [trust, usual] = [0, 0];
			for (let at = from; share > 0 && at < to; at++) {
				const key = digest.keys[at]!;
				const trusted = trusts[key & 3]!;
				if (trusted > usual) usual = trusted;
				if (trusted > trust && this.#marks[markOf(key)] && has(keys, key)) trust = trusted;
			}
			from = to;
			if (share === 0) continue;
			if (trust) {
				gain += Math.log((trust + (1 - trust) * share) / share);
				held += missing(usual);
			} else missed += missing(usual);
		}
		for (const key of keys) this.#marks[markOf(key)] = 0;
		return { gain, held, missed };
	}
}

const dayOf = ({ date }: Digest) => (date === undefined ? Number.NaN : Date.parse(date) / 86_400_000);

/** A text without a date may be of the next day but one. */
const unknownDays = 2;

function daysBetween(a: number, b: number): number {
	const days = Math.abs(a - b);
	return Number.isNaN(days) ? unknownDays : days;
}

/** How far a shared key of each kind is trusted: number, meaning, sound. */
const trusts = [0.8, 0.6, 0.5, 0];
const missings = trusts.map((trust) => -Math.log(1 - trust));

/** Log odds against that a missed term counts for, whose keys are trusted so far at most. */
const missing = (usual: number) => missings[trusts.indexOf(usual)]!;

function eachTerm({ counts }: Digest, visit: (term: number, from: number, to: number) => void): void {
	let from = 0;
	for (let term = 0; term < counts.length; term++) {
		const to = from + counts[term]!;
		visit(term, from, to);
		from = to;
	}
}

/** Whether an ascending list holds the key. */
function has(keys: Uint32Array, key: number): boolean {
	let [from, to] = [0, keys.length];
	while (from < to) {
		const middle = (from + to) >>> 1;
		if (keys[middle]! < key) from = middle + 1;
		else to = middle;
	}
	return keys[from] === key;
}
