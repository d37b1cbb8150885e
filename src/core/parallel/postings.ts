// An inverted index over digests: which documents of other languages share keys with one, weighed by how rare the keys are.
import type { Language } from '../seed/model';
import type { Digest } from './digest';

export interface Similar {
	readonly file: string;
	/** Cosine of the two documents' rare keys, 0 to 1. */
	readonly score: number;
}

interface Shelf {
	readonly byKey: Map<number, Set<string>>;
	readonly files: Map<string, Digest>;
}

/** A key in more than this share of a language's documents tells nothing. */
const commonShare = 0.2;

export class Postings {
	readonly #shelves = new Map<Language, Shelf>();

	add(file: string, digest: Digest): void {
		let shelf = this.#shelves.get(digest.language);
		if (!shelf) {
			shelf = { byKey: new Map(), files: new Map() };
			this.#shelves.set(digest.language, shelf);
		}
		shelf.files.set(file, digest);
		for (const key of digest.keys) {
			const files = shelf.byKey.get(key);
			if (files) files.add(file);
			else shelf.byKey.set(key, new Set([file]));
		}
	}

	delete(file: string, digest: Digest | undefined): void {
		const shelf = digest && this.#shelves.get(digest.language);
		if (!shelf) return;
		shelf.files.delete(file);
		for (const key of digest.keys) {
			const files = shelf.byKey.get(key);
			files?.delete(file);
			if (files?.size === 0) shelf.byKey.delete(key);
		}
	}

	/** Documents in other languages that share telling keys, in no order. */
	similar(digest: Digest): Similar[] {
		const found: Similar[] = [];
		const own = this.#shelves.get(digest.language);
		for (const [language, shelf] of this.#shelves)
			if (language !== digest.language) found.push(...this.#inShelf(digest, own, shelf));
		return found;
	}

	#inShelf(digest: Digest, own: Shelf | undefined, shelf: Shelf): Similar[] {
		const scores = new Map<string, number>();
		const [size, ownSize] = [shelf.files.size, own?.files.size ?? 0];
		let norm = 0;
		for (const key of digest.keys) {
			const files = shelf.byKey.get(key);
			if (!files || (size > 20 && files.size > size * commonShare)) continue;
			const rarity = Math.log(1 + size / files.size) * Math.log(1 + (ownSize + 1) / (own?.byKey.get(key)?.size ?? 1));
			norm += rarity;
			for (const file of files) scores.set(file, (scores.get(file) ?? 0) + rarity);
		}
		return [...scores].map(([file, shared]) => ({
			file,
			score: this.#cosine(shared, norm, shelf.files.get(file)!, own, shelf),
		}));
	}

	/** The other document's norm is estimated from the number of its keys, at the same mean weight. */
	#cosine(shared: number, norm: number, other: Digest, _own: Shelf | undefined, _shelf: Shelf): number {
		return shared / Math.sqrt(norm * other.keys.length * 4);
	}
}
