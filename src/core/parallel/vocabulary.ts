// The vocabulary of one text: each distinct word or number once, with the segments and paragraphs that hold it.
import type { Language } from '../seed/model';
import type { Lexicon } from './lexicon';
import type { Segment } from './segments';
import { type Skeleton, skeleton } from './skeleton';
import { stem } from './stem';
import { type Token, tokenise } from './tokens';

/** One word in all its forms, or one number. */
export interface Term {
	/** A word's shortest form seen, folded; a number's digits. */
	text: string;
	readonly stem: string;
	readonly number: boolean;
	/** Seen with a capital inside a sentence. */
	name: boolean;
	/** Stems of what it means in English; empty where not known. */
	readonly concepts: readonly string[];
	/** How far to trust `concepts`, 0 to 1. */
	readonly sure: number;
	/** Indexes of the segments and of the paragraphs that hold it, ascending, each once. */
	readonly segments: number[];
	readonly paragraphs: number[];
	sound: Skeleton | undefined;
}

export interface Vocabulary {
	readonly language: Language;
	readonly terms: readonly Term[];
	/** Per segment: indexes into `terms`, each once. */
	readonly segments: readonly (readonly number[])[];
	/** The same per paragraph. */
	readonly paragraphs: readonly (readonly number[])[];
}

/** Too common to tell anything, in English, the language that word lists do not filter. */
const empty = new Set(
	`a an the of to in on at by for from with and or but as is are was were be been being it its he she they them his her
	their this that these those which who whom whose what when where while will would can could may might must shall
	should has have had do does did not no nor so than then there here also if into onto over under about after before
	between during through i we you our your my me us him any all each some such more most other own same too very just
	only both up out off down again further once how why`
		.split(/\s+/)
		.filter(Boolean),
);

const smallNumbers = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const magnitudes: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };
const magnitudeStems = new Map(Object.entries(magnitudes).map(([word, value]) => [stem(word, 'en'), value]));

const unknown = { concepts: [] as readonly string[], sure: 0 };
/** Longest paragraph looked at, in tokens: what a person can mean by one. Beyond it cost is bounded. */
export const mostTokens = 4000;

function meaningOf(token: Token, language: Language, lexicon: Lexicon) {
	if (!token.number) return lexicon.lookup(token.text, language) ?? unknown;
	const word = smallNumbers[Number(token.text)];
	return word ? { concepts: [stem(word, 'en')], sure: 1 } : unknown;
}

/** What a word multiplies the number before it by, by what it means; undefined for most. */
export function magnitudeOf(concepts: readonly string[]): number | undefined {
	for (const concept of concepts) {
		const value = magnitudeStems.get(concept);
		if (value) return value;
	}
	return undefined;
}

/** The digits of a number written with a word of that magnitude after it. */
export const writtenOut = (digits: string, magnitude: number) => String(Math.round(Number(digits) * magnitude));

/** Whether a folded word is too short or too common to tell anything. */
export const tellsNothing = (word: string, language: Language) =>
	word.length < 2 || (language === 'en' && empty.has(word));

/** A number with the word for thousand, million … after it also counts as the number written out. */
function withMagnitudes(tokens: Token[], language: Language, lexicon: Lexicon): Token[] {
	const all: Token[] = [];
	tokens.forEach((token, at) => {
		all.push(token);
		const next = token.number ? tokens[at + 1] : undefined;
		const value = next && !next.number ? magnitudeOf(lexicon.lookup(next.text, language)?.concepts ?? []) : undefined;
		if (value) all.push({ ...token, text: writtenOut(token.text, value) });
	});
	return all;
}

/** Adds to an ascending list what is not its last already. */
function note(list: number[], value: number): boolean {
	if (list[list.length - 1] === value) return false;
	list.push(value);
	return true;
}

/** Finds or makes the terms of one text. */
class Terms {
	readonly all: Term[] = [];
	readonly #byKey = new Map<string, number>();
	readonly #byText = new Map<string, number>();

	constructor(
		readonly language: Language,
		readonly lexicon: Lexicon,
	) {}

	/** The index of the token's term; undefined where it tells nothing. */
	at(token: Token): number | undefined {
		const { text, number } = token;
		if (!number && tellsNothing(text, this.language)) return undefined;
		const at = this.#byText.get(text) ?? this.#add(token);
		const term = this.all[at]!;
		if (token.name) term.name = true;
		if (text.length < term.text.length) term.text = text;
		return at;
	}

	#add(token: Token): number {
		const { text, number } = token;
		const key = number ? text : stem(text, this.language);
		let at = this.#byKey.get(key);
		if (at === undefined) {
			at = this.all.length;
			this.#byKey.set(key, at);
			const meaning = meaningOf(token, this.language, this.lexicon);
			this.all.push({
				text,
				stem: key,
				number,
				name: false,
				...meaning,
				segments: [],
				paragraphs: [],
				sound: undefined,
			});
		}
		this.#byText.set(text, at);
		return at;
	}
}

/** Reads a text that was cut into segments; `size` is the number of its paragraphs. */
export function readVocabulary(
	segments: readonly Segment[],
	size: number,
	language: Language,
	lexicon: Lexicon,
): Vocabulary {
	const terms = new Terms(language, lexicon);
	const bySegment: number[][] = segments.map(() => []);
	const byParagraph: number[][] = Array.from({ length: size }, () => []);
	segments.forEach(({ paragraph, text }, segment) => {
		const tokens = tokenise(text, language).slice(0, mostTokens);
		for (const token of withMagnitudes(tokens, language, lexicon)) {
			const at = terms.at(token);
			if (at === undefined) continue;
			if (note(terms.all[at]!.segments, segment)) bySegment[segment]!.push(at);
			if (note(terms.all[at]!.paragraphs, paragraph)) byParagraph[paragraph]!.push(at);
		}
	});
	return { language, terms: terms.all, segments: bySegment, paragraphs: byParagraph };
}

/** A term's sound, worked out when first asked for. */
export function soundOf(term: Term, language: Language): Skeleton {
	term.sound ??= skeleton(term.text, language);
	return term.sound;
}
