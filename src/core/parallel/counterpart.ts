// Finds the same story in another language among many documents: by declared pairs, then date, language and content.
import type { Language } from '../seed/model';
import { complete, type Steps } from '../steps';
import { compare, readAhead } from './align';
import { type Digest, type Document, digestSteps } from './digest';
import { Forms } from './forms';
import { emptyLexicon, type Lexicon } from './lexicon';
import type { Side } from './model';
import { Pairs } from './pairs';
import { Postings } from './postings';

/** A document that tells the same story in another language. */
export interface Counterpart {
	readonly file: string;
	readonly language: Language;
	/** 0 to 1: how much alike; 1 for a declared one. */
	readonly score: number;
	/** A person said so. */
	readonly declared: boolean;
}

export interface CounterpartIndex {
	/** Adds or replaces a document. */
	set(file: string, document: Document): void;
	/** The same in steps. */
	setSteps(file: string, document: Document): Steps<void>;
	/** Does nothing where there is none. */
	delete(file: string): void;
	/** What is kept of a document, for a cache; undefined where it is not indexed. */
	digest(file: string): Digest | undefined;
	/** Adds or replaces a document from a cache. The digest must come from an index with the same lexicon. */
	restore(file: string, digest: Digest): void;
	readonly size: number;
	/** Frees what only serves to read the next documents faster. */
	rest(): void;
	/** Best first, declared ones before all others; empty where nothing is alike enough. */
	find(file: string, options?: FindOptions): Counterpart[];
	/** The same in steps, between which the index must not change. */
	findSteps(file: string, options?: FindOptions): Steps<Counterpart[]>;
}

export interface FindOptions {
	/** Files that a person named. */
	readonly declared?: readonly string[];
}

/** Tuned on 453 Russian documents that have a counterpart among 2,986 English ones. */
const choice = {
	/**
	 * Windows tried one after the other: days apart, the factor on the answer there, of how many the paragraphs are compared,
	 * and from which log odds by words on that is worth it.
	 */
	windows: [
		{ days: 1, factor: 1, close: 14, plausible: -2 },
		{ days: 4, factor: 0.9, close: 4, plausible: 2 },
		{ days: Number.POSITIVE_INFINITY, factor: 0.8, close: 4, plausible: 2 },
	],
	/** Least probability of an answer. */
	least: 0.33,
	/** From this answer on, only what comes near it by words can be another cut of the story. */
	sure: 0.9,
	near: 0.25,
	/** Candidates by shared keys. */
	shortlist: 60,
	rivals: 6,
	/** Log odds of being the same story: by all words, by paragraphs, and against by a rival, up to the most. */
	words: 0.375,
	paragraphs: 0.7,
	rivalry: 0.25,
	mostRivalry: 8,
};

/**
 * Log odds by words: the smaller and larger gain, the smaller and larger share covered, the root of both gains, the difference
 * in size. Fitted on half of the same documents.
 */
const weights = { bias: 0, features: [3.65, 3.31, 1.26, 2.36, -2.25, -1.39] };
const weigh = (features: readonly number[]) =>
	features.reduce((sum, feature, at) => sum + feature * weights.features[at]!, weights.bias);

const probability = (logOdds: number) => 1 / (1 + Math.exp(-logOdds));

interface Likeness {
	readonly file: string;
	readonly score: number;
}

class Index implements CounterpartIndex {
	readonly #digests = new Map<string, Digest>();
	readonly #shelves = new Map<Language, Postings>();
	/** What was found since the last change: several features ask the same. */
	readonly #answers = new Map<string, readonly Likeness[]>();
	/** Documents of another language most like one, since the last change; many ask about the same few. */
	readonly #rivals = new Map<string, readonly Likeness[]>();
	/** Openings compared last: a text is compared with several, and several with it. */
	readonly #openings = new Map<Digest, Side>();

	#forms: Forms;

	constructor(readonly lexicon: Lexicon) {
		this.#forms = new Forms(lexicon);
	}

	get size(): number {
		return this.#digests.size;
	}

	set(file: string, document: Document): void {
		complete(this.setSteps(file, document));
	}

	*setSteps(file: string, document: Document): Steps<void> {
		this.restore(file, yield* digestSteps(document, this.#forms));
	}

	rest(): void {
		this.#forms = new Forms(this.lexicon);
	}

	delete(file: string): void {
		this.#answers.clear();
		this.#rivals.clear();
		const kept = this.#digests.get(file);
		if (kept) this.#shelves.get(kept.language)?.delete(file);
		this.#digests.delete(file);
	}

	digest(file: string): Digest | undefined {
		return this.#digests.get(file);
	}

	restore(file: string, kept: Digest): void {
		this.delete(file);
		this.#digests.set(file, kept);
		this.#shelf(kept.language).add(file, kept);
	}

	find(file: string, options?: FindOptions): Counterpart[] {
		return complete(this.findSteps(file, options));
	}

	*findSteps(file: string, { declared = [] }: FindOptions = {}): Steps<Counterpart[]> {
		const language = (other: string) => this.#digests.get(other)?.language ?? 'unknown';
		const answers = declared.map((other) => ({ file: other, language: language(other), score: 1, declared: true }));
		const own = this.#digests.get(file);
		if (!own) return answers;
		for (const { file: other, score } of yield* this.#ranked(file, own))
			if (!declared.includes(other)) answers.push({ file: other, language: language(other), score, declared: false });
		return answers;
	}

	#shelf(language: Language): Postings {
		const shelf = this.#shelves.get(language) ?? new Postings();
		this.#shelves.set(language, shelf);
		return shelf;
	}

	/** Documents of other languages that are alike enough, best first. */
	*#ranked(file: string, own: Digest): Steps<readonly Likeness[]> {
		const known = this.#answers.get(file);
		if (known) return known;
		const found: Likeness[] = [];
		for (const language of this.#shelves.keys())
			if (language !== own.language) found.push(...(yield* this.#alike(file, own, language)));
		found.sort((x, y) => y.score - x.score || (x.file < y.file ? -1 : 1));
		this.#answers.set(file, found);
		return found;
	}

	/** The documents of one language that are alike enough: of the closest dates that have any. */
	*#alike(file: string, own: Digest, language: Language): Steps<Likeness[]> {
		const shelf = this.#shelf(language);
		const ranks = shelf.rank(own);
		yield;
		const tried = new Set<string>();
		const known = new Map<string, Likeness>();
		for (const { days, factor, close, plausible } of choice.windows) {
			const candidates = shelf.best(ranks, choice.shortlist, own, days, tried);
			const shortlist = (yield* this.#likenesses(own, candidates, known))
				.sort((x, y) => y.score - x.score || (x.file < y.file ? -1 : 1))
				.filter((one) => one.score >= plausible)
				.slice(0, close);
			const found: Likeness[] = [];
			for (const one of shortlist) {
				tried.add(one.file);
				if (found.some(({ score }) => score >= choice.sure) && one.score < choice.near * shortlist[0]!.score) continue;
				const score = factor * (yield* this.#look(file, own, one));
				if (score >= choice.least) found.push({ file: one.file, score });
			}
			if (found.length) return found;
		}
		return [];
	}

	/** The probability that two documents tell the same story. */
	*#look(asking: string, own: Digest, { file, score }: Likeness): Steps<number> {
		const { likeness } = yield* this.#kinship(own, this.#digests.get(file)!);
		const logOdds = choice.words * score + choice.paragraphs * likeness;
		const unrivalled = probability(logOdds);
		if (unrivalled < choice.least) return unrivalled;
		const rivalry = yield* this.#rivalry(file, asking, score);
		return probability(logOdds - choice.rivalry * Math.min(choice.mostRivalry, rivalry));
	}

	/**
	 * By how much another document of the asking one's language is more like `file` than the asking one is. Guards against
	 * documents that resemble everything, and against other cuts of the same story.
	 */
	*#rivalry(file: string, asking: string, score: number): Steps<number> {
		const all = yield* this.#rivalsOf(file, this.#digests.get(asking)!.language);
		const rivals = all.filter((one) => one.file !== asking);
		return rivals.slice(0, choice.rivals).reduce((most, rival) => Math.max(most, rival.score - score), 0);
	}

	/** The documents of a language that share most with `file`; one more than there are rivals, for the asking one. */
	*#rivalsOf(file: string, language: Language): Steps<readonly Likeness[]> {
		const key = `${language} ${file}`;
		const known = this.#rivals.get(key);
		if (known) return known;
		const theirs = this.#digests.get(file)!;
		const nearest = this.#shelf(language).nearest(theirs, choice.rivals + 1, choice.windows[0]!.days);
		yield;
		const rivals = yield* this.#likenesses(theirs, nearest);
		this.#rivals.set(key, rivals);
		return rivals;
	}

	/** By all words. `known`: those of before, to which these are added. */
	*#likenesses(own: Digest, files: readonly string[], known = new Map<string, Likeness>()): Steps<Likeness[]> {
		for (const file of files) {
			if (known.has(file)) continue;
			known.set(file, { file, score: this.#likeness(own, this.#digests.get(file)!) });
			yield;
		}
		return files.map((file) => known.get(file)!);
	}

	/** How much alike two documents are by all their words: log odds up to a constant. */
	#likeness(own: Digest, theirs: Digest): number {
		const one = this.#shelf(theirs.language).compare(own, theirs);
		const two = this.#shelf(own.language).compare(theirs, own);
		const covers = [one.held / (one.held + one.missed + 1), two.held / (two.held + two.missed + 1)] as const;
		const gains = [
			one.gain / Math.sqrt(own.counts.length + 20),
			two.gain / Math.sqrt(theirs.counts.length + 20),
		] as const;
		const sizes = Math.abs(Math.log((own.counts.length + 5) / (theirs.counts.length + 5)));
		return weigh([
			Math.min(...gains),
			Math.max(...gains),
			Math.min(...covers),
			Math.max(...covers),
			Math.sqrt(one.gain + two.gain),
			sizes,
		]);
	}

	/** How much alike their paragraphs are; see `Pairs`. */
	*#kinship(own: Digest, theirs: Digest): Steps<Pairs> {
		const sides = [this.#opening(own), this.#opening(theirs)] as const;
		for (const side of sides) {
			readAhead(side, this.lexicon);
			yield;
		}
		const { forth, back } = compare(...sides, this.lexicon);
		yield;
		return new Pairs(forth, back, []);
	}

	#opening(own: Digest): Side {
		const side = this.#openings.get(own) ?? openingSide(own);
		this.#openings.delete(own);
		this.#openings.set(own, side);
		if (this.#openings.size > mostOpenings) this.#openings.delete(this.#openings.keys().next().value as Digest);
		return side;
	}
}

/** Some 50 kB each, once read. */
const mostOpenings = 300;

const openingSide = ({ language, opening }: Digest): Side => ({
	language,
	paragraphs: opening,
	roles: opening.map(() => 'body' as const),
});

/** An empty index. Documents are compared by what `lexicon` knows, and by names, numbers and cognates. */
export function createCounterpartIndex(lexicon: Lexicon = emptyLexicon): CounterpartIndex {
	return new Index(lexicon);
}
