// An inverted index over one language's digests, and how much of one document another says.
import type { Digest } from './digest';

/** Keys in more than this share of the documents do not find candidates; in a small index all do. */
const commonShare = 0.15;
const smallIndex = 40;

export class Postings {
	readonly #byKey = new Map<number, Set<string>>();
	readonly #keys = new Map<string, ReadonlySet<number>>();

	get size(): number {
		return this.#keys.size;
	}

	add(file: string, digest: Digest): void {
		const keys = new Set(digest.terms.flat());
		this.#keys.set(file, keys);
		for (const key of keys) {
			const files = this.#byKey.get(key);
			if (files) files.add(file);
			else this.#byKey.set(key, new Set([file]));
		}
	}

	delete(file: string): void {
		for (const key of this.#keys.get(file) ?? []) {
			const files = this.#byKey.get(key);
			files?.delete(file);
			if (files?.size === 0) this.#byKey.delete(key);
		}
		this.#keys.delete(file);
	}

	/** The share of documents here that have one of the term's keys. */
	#share(term: readonly number[]): number {
		let found = 0;
		for (const key of term) found += this.#byKey.get(key)?.size ?? 0;
		return Math.min(0.95, found / (this.size + 1));
	}

	/** The files that share telling keys with the digest, those that share most first. */
	candidates({ terms }: Digest): string[] {
		const shared = new Map<string, number>();
		for (const term of terms) {
			const share = this.#share(term);
			if (share === 0 || (this.size > smallIndex && share > commonShare)) continue;
			const weight = Math.log(1 / share);
			for (const key of term)
				for (const file of this.#byKey.get(key) ?? []) shared.set(file, (shared.get(file) ?? 0) + weight);
		}
		return [...shared]
			.map(([file, sum]) => ({ file, rank: sum / Math.sqrt(this.#keys.get(file)!.size + 60) }))
			.sort((x, y) => y.rank - x.rank || (x.file < y.file ? -1 : 1))
			.map(({ file }) => file);
	}

	/** What the digest's terms say for and against its being the same story as `file`: log odds of terms shared and missed. */
	compare({ terms }: Digest, file: string): { gain: number; held: number; missed: number } {
		const keys = this.#keys.get(file);
		let [gain, held, missed] = [0, 0, 0];
		for (const term of terms) {
			const share = this.#share(term);
			if (share === 0) continue;
			let trust = 0;
			for (const key of term) if (keys?.has(key)) trust = Math.max(trust, trusts[key & 3]!);
			const usual = Math.max(...term.map((key) => trusts[key & 3]!));
			const miss = Math.max(0, Math.log((1 - share) / ((1 - usual) * (1 - share))));
			if (trust) {
				gain += Math.log((trust + (1 - trust) * share) / share);
				held += miss;
			} else missed += miss;
		}
		return { gain, held, missed };
	}
}

/** How far a shared key of each kind is trusted: number, meaning, sound. */
const trusts = [0.8, 0.6, 0.5, 0];
