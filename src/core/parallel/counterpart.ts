// Finds the same story in another language among many documents: by declared pairs, then date, language and content.
import { type Digest, type Document, digest } from './digest';
import { emptyLexicon, type Lexicon } from './lexicon';
import { Postings } from './postings';

/** A document that tells the same story in another language. */
export interface Counterpart {
	readonly file: string;
	readonly language: Document['language'];
	/** 0 to 1: how much alike; 1 for a declared one that is not indexed. */
	readonly score: number;
	/** A person said so. */
	readonly declared: boolean;
}

export interface CounterpartIndex {
	/** Adds or replaces a document. Takes about a millisecond for a news text: call it in slices for many. */
	set(file: string, document: Document): void;
	/** Does nothing where there is none. */
	delete(file: string): void;
	/** What is kept of a document, as plain JSON for a cache; undefined where it is not indexed. */
	digest(file: string): Digest | undefined;
	/** Adds or replaces a document from a cache. The digest must come from an index with the same lexicon. */
	restore(file: string, digest: Digest): void;
	readonly size: number;
	/** Best first, declared ones before all others; empty where nothing is alike enough. `declared`: files that a person named. */
	find(file: string, options?: { readonly declared?: readonly string[] }): Counterpart[];
}

/** Tuned on the shared docchoice sets: days apart with the factor on likeness, and the least score of an answer. */
export const choice = {
	windows: [
		[1, 1],
		[3, 0.85],
		[10, 0.7],
		[Infinity, 0.6],
	] as [number, number][],
	least: 0.12,
	hub: 0.5,
	neighbours: 5,
	shortlist: 12,
};

function daysApart(a: string | undefined, b: string | undefined): number {
	const days = Math.abs(Date.parse(a ?? '') - Date.parse(b ?? '')) / 86_400_000;
	return Number.isNaN(days) ? 2 : days;
}

const nearness = (a: Digest, b: Digest) => choice.windows.find(([days]) => daysApart(a.date, b.date) <= days)![1];

/** An empty index. Documents are compared by what `lexicon` knows, and by names, numbers and cognates. */
export function createCounterpartIndex(lexicon: Lexicon = emptyLexicon): CounterpartIndex {
	const digests = new Map<string, Digest>();
	const postings = new Postings();

	const similar = (file: string, mine: Digest) =>
		postings
			.similar(mine)
			.filter((found) => found.file !== file)
			.map((found) => ({ ...found, score: found.score * nearness(mine, digests.get(found.file)!) }))
			.sort((x, y) => y.score - x.score || (x.file < y.file ? -1 : 1));

	/** How much a document resembles what it resembles most: of one that resembles everything, likeness says little. */
	const crowd = (file: string, language: Digest['language']) => {
		const best = similar(file, digests.get(file)!)
			.filter((found) => digests.get(found.file)!.language === language)
			.slice(0, choice.neighbours);
		return best.reduce((sum, found) => sum + found.score, 0) / choice.neighbours;
	};

	const restore = (file: string, kept: Digest) => {
		postings.delete(file, digests.get(file));
		digests.set(file, kept);
		postings.add(file, kept);
	};

	return {
		set: (file, document) => restore(file, digest(document, lexicon)),
		delete(file) {
			postings.delete(file, digests.get(file));
			digests.delete(file);
		},
		digest: (file) => digests.get(file),
		restore,
		get size() {
			return digests.size;
		},
		find(file, { declared = [] } = {}) {
			const mine = digests.get(file);
			const answers: Counterpart[] = declared.map((other) => ({
				file: other,
				language: digests.get(other)?.language ?? 'unknown',
				score: 1,
				declared: true,
			}));
			if (!mine) return answers;
			const found = similar(file, mine)
				.slice(0, choice.shortlist)
				.map((one) => ({ ...one, rank: one.score - choice.hub * crowd(one.file, mine.language) }))
				.sort((x, y) => y.rank - x.rank)
				.filter((one) => one.score >= choice.least && !declared.includes(one.file));
			for (const one of found)
				answers.push({ file: one.file, language: digests.get(one.file)!.language, score: one.score, declared: false });
			return answers;
		},
	};
}
