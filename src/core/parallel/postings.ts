// An inverted index over one language's digests, and how much of one document another says.
import type { Digest } from './digest';
import { KeyLists } from './key-lists';
import { KeySet } from './key-set';

/** Keys in more than this share of the documents do not find candidates; in a small index all do. */
const commonShare = 0.15;
const smallIndex = 40;

/** So many terms are kept counted: of the digests asked about, and of those compared with them. */
const mostCounted = 1 << 18;

interface Shelved {
	readonly file: string;
	readonly digest: Digest;
	/** How many different keys the digest has. */
	readonly size: number;
	/** In days since 1970; NaN where it has no date. */
	readonly day: number;
}

export class Postings {
	readonly #lists = new KeyLists();
	/** By document number; undefined where a document was taken out and its number is free. */
	readonly #documents: (Shelved | undefined)[] = [];
	readonly #numbers = new Map<string, number>();
	readonly #free: number[] = [];
	/** How many documents have one of a digest's terms, one term after the other, until the index changes. */
	#counts = new Uint32Array();
	/** Where in it a digest begins, and where the next one will. */
	readonly #counted = new Map<Digest, number>();
	#next = 0;
	#ranks = new Float64Array();
	/** What sharing a term adds, by its kind and count, until the index changes; filled as needed. */
	#gains = new Float64Array();
	/** The keys of a digest: the one compared with last. */
	readonly #held = new KeySet();
	#heldOf: Digest | undefined;

	get size(): number {
		return this.#numbers.size;
	}

	add(file: string, digest: Digest): void {
		this.#forget();
		const number = this.#free.pop() ?? this.#documents.length;
		this.#numbers.set(file, number);
		const keys = this.#hold(undefined);
		for (const key of digest.keys) if (keys.add(key)) this.#lists.add(key, number);
		this.#documents[number] = { file, digest, size: keys.size, day: dayOf(digest) };
	}

	delete(file: string): void {
		const number = this.#numbers.get(file);
		if (number === undefined) return;
		this.#forget();
		for (const key of this.#documents[number]!.digest.keys) this.#lists.delete(key, number);
		this.#numbers.delete(file);
		this.#documents[number] = undefined;
		this.#free.push(number);
	}

	/** The keys of a digest; of none, to be filled. */
	#hold(digest: Digest | undefined): KeySet {
		if (digest && this.#heldOf === digest) return this.#held;
		this.#held.clear();
		this.#heldOf = digest;
		for (const key of digest?.keys ?? []) this.#held.add(key);
		return this.#held;
	}

	#forget(): void {
		if (this.#counted.size) this.#counted.clear();
		this.#next = 0;
		if (this.#gains.length) this.#gains = new Float64Array();
	}

	/**
	 * From where on `#counts` tells how many documents here have one of a term's keys; of what all have, one more than there
	 * are. Holds until it is asked of another digest.
	 */
	#countsOf(digest: Digest): number {
		const { counts, keys } = digest;
		const known = this.#counted.get(digest);
		if (known !== undefined) return known;
		if (this.#next + counts.length > this.#counts.length) this.#makeRoom(counts.length);
		const start = this.#next;
		let at = 0;
		for (let term = 0; term < counts.length; term++) {
			let count = 0;
			for (const to = at + counts[term]!; at < to; at++) count += this.#lists.count(keys[at]!);
			this.#counts[start + term] = Math.min(count, this.size + 1);
		}
		this.#next += counts.length;
		this.#counted.set(digest, start);
		return start;
	}

	#makeRoom(least: number): void {
		this.#counted.clear();
		this.#next = 0;
		if (this.#counts.length < least || !this.#counts.length)
			this.#counts = new Uint32Array(Math.max(mostCounted, least));
	}

	#shareOf(count: number): number {
		return Math.min(0.95, count / (this.size + 1));
	}

	/**
	 * By document number, how many telling keys it shares with the digest, weighed by rarity, for its size; 0 where none.
	 * `ranks`: zeros, as many as there are numbers.
	 */
	rank(digest: Digest, ranks = new Float64Array(this.#documents.length)): Float64Array {
		const start = this.#countsOf(digest);
		let at = 0;
		for (let term = 0; term < digest.counts.length; term++) {
			const to = at + digest.counts[term]!;
			const share = this.#shareOf(this.#counts[start + term]!);
			const tells = share > 0 && (this.size <= smallIndex || share <= commonShare);
			if (tells) for (; at < to; at++) this.#lists.addTo(ranks, digest.keys[at]!, Math.log(1 / share));
			at = to;
		}
		for (let number = 0; number < ranks.length; number++)
			ranks[number]! /= Math.sqrt((this.#documents[number]?.size ?? 0) + 60);
		return ranks;
	}

	/** The `most` files that share most with the digest, at most `days` from its date, best first. */
	nearest(digest: Digest, most: number, days: number): string[] {
		if (this.#ranks.length === this.#documents.length) this.#ranks.fill(0);
		else this.#ranks = new Float64Array(this.#documents.length);
		return this.best(this.rank(digest, this.#ranks), most, digest, days);
	}

	/** The `most` files of the highest ranks, at most `days` from the digest's date, best first, without those of `tried`. */
	best(ranks: Float64Array, most: number, digest: Digest, days: number, tried?: ReadonlySet<string>): string[] {
		const day = dayOf(digest);
		const found: number[] = [];
		for (let number = 0; number < ranks.length; number++) {
			const document = ranks[number]! > 0 && this.#documents[number];
			if (!document || daysBetween(day, document.day) > days) continue;
			if (!tried?.has(document.file)) found.push(number);
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
			.map((number) => ({ file: this.#documents[number]!.file, rank: ranks[number]! }))
			.sort((x, y) => y.rank - x.rank || (x.file < y.file ? -1 : 1))
			.slice(0, most)
			.map(({ file }) => file);
	}

	/** What the digest's terms say for and against its being the same story as `other`: log odds of terms shared and missed. */
	compare(digest: Digest, other: Digest): { gain: number; held: number; missed: number } {
		const start = this.#countsOf(digest);
		const keys = this.#hold(other);
		let [gain, held, missed] = [0, 0, 0];
		let at = 0;
		for (let term = 0; term < digest.counts.length; term++) {
			const to = at + digest.counts[term]!;
			const count = this.#counts[start + term]!;
			// the lower a kind, the further it is trusted
			let [shared, usual] = [noKind, noKind];
			if (count)
				for (; at < to; at++) {
					const key = digest.keys[at]!;
					const kind = key & noKind;
					if (kind < usual) usual = kind;
					if (kind < shared && keys.has(key)) shared = kind;
				}
			at = to;
			if (!count) continue;
			if (shared < noKind) {
				gain += this.#gainOf(shared, count);
				held += missings[usual]!;
			} else missed += missings[usual]!;
		}
		return { gain, held, missed };
	}

	#gainOf(kind: number, count: number): number {
		if (!this.#gains.length) this.#gains = new Float64Array(noKind * (this.size + 2));
		const at = kind * (this.size + 2) + count;
		const known = this.#gains[at]!;
		if (known) return known;
		const [trust, share] = [trusts[kind]!, this.#shareOf(count)];
		const gain = Math.log((trust + (1 - trust) * share) / share);
		this.#gains[at] = gain;
		return gain;
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
const noKind = trusts.length - 1;

/** Log odds against that a missed term counts for, by the kind of its most trusted key. */
const missings = trusts.map((trust) => -Math.log(1 - trust));
