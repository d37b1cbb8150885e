// What an index takes from a word or number as it is written. News repeats its words, so each is worked out once and kept.
import type { Language } from '../seed/model';
import type { Lexicon } from './lexicon';
import { skeleton, soundKey } from './skeleton';
import { stem } from './stem';
import { foldToken, type Token } from './tokens';
import { magnitudeOf, tellsNothing } from './vocabulary';

/** A word or number in one of its spellings. */
export interface Form {
	/** Folded; a number's digits. */
	readonly text: string;
	readonly number: boolean;
	/** Written with a capital. */
	readonly capital: boolean;
	/** The same for all forms of a word; empty for what tells nothing. */
	readonly stem: string;
	/** What a number before it is multiplied by. */
	readonly magnitude: number | undefined;
	/** Hashes of what it means, how it is spelled and, where that is telling by itself, how it sounds. */
	readonly keys: readonly number[];
	/** The same of a name, whose sound always counts. */
	readonly nameKeys: readonly number[];
}

/** FNV-1a over UTF-16 units, 32 bits. */
function hash(text: string): number {
	let value = 0x811c9dc5;
	for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
	return value >>> 0;
}

/** What a key stands for; its two lowest bits. */
const keyKinds = ['number', 'meaning', 'sound'] as const;
const keyOf = (kind: (typeof keyKinds)[number], text: string) =>
	((hash(`${kind} ${text}`) >>> 2) * 4 + keyKinds.indexOf(kind)) >>> 0;

/** A count of keys is kept in a byte. */
const mostKeys = 255;

const isCyrillic = (text: string) => /[\u0400-\u04ff]/.test(text);

/** A number; of one digit it tells nothing. */
export function numberForm(digits: string): Form {
	const keys = digits.length > 1 ? [keyOf('number', digits)] : [];
	return { text: digits, number: true, capital: false, stem: digits, magnitude: undefined, keys, nameKeys: keys };
}

function wordForm({ text, name }: Token, language: Language, lexicon: Lexicon): Form {
	const concepts = lexicon.lookup(text, language)?.concepts ?? [];
	const form = { text, number: false, capital: name, magnitude: magnitudeOf(concepts) };
	if (tellsNothing(text, language)) return { ...form, stem: '', keys: [], nameKeys: [] };
	const own = stem(text, language);
	const meaning = new Set(concepts.map((concept) => keyOf('meaning', concept)));
	if (!isCyrillic(text)) meaning.add(keyOf('meaning', own));
	const sound = skeleton(text, language);
	const heard = soundKey(sound);
	const nameKeys = [...meaning, ...(heard ? [keyOf('sound', heard)] : [])].slice(0, mostKeys);
	const keys = sound.consonants > 3 ? nameKeys : [...meaning].slice(0, mostKeys);
	return { ...form, stem: own, keys, nameKeys };
}

/** So many of a language are kept at least, and twice as many at most; some 300 bytes each. */
const mostForms = 6000;

/** Works out forms, and keeps those met of late. */
class Shelf {
	#young = new Map<string, readonly Form[]>();
	#old = new Map<string, readonly Form[]>();

	get(written: string, make: () => readonly Form[]): readonly Form[] {
		const known = this.#young.get(written);
		if (known) return known;
		const forms = this.#old.get(written) ?? make();
		if (this.#young.size >= mostForms) [this.#old, this.#young] = [this.#young, new Map()];
		this.#young.set(written, forms);
		return forms;
	}
}

/** Reads words and numbers by a lexicon. */
export class Forms {
	readonly #shelves = new Map<Language, Shelf>();

	constructor(readonly lexicon: Lexicon) {}

	/** The forms in a word or number as written: none where nothing of it is left, three in a date written with dots. */
	of(written: string, language: Language): readonly Form[] {
		let shelf = this.#shelves.get(language);
		if (!shelf) {
			shelf = new Shelf();
			this.#shelves.set(language, shelf);
		}
		return shelf.get(written, () => this.#read(written, language));
	}

	#read(written: string, language: Language): readonly Form[] {
		return foldToken(written, language).map((token) =>
			token.number ? numberForm(token.text) : wordForm(token, language, this.lexicon),
		);
	}
}
