// Word lists: what a word of one of our languages can be in English. English is the pivot between any two.
import type { Language } from '../seed/model';
import { stem } from './stem';
import { foldWord } from './tokens';

/** What a word means, as keys that agree across languages: stems of its English translations. */
export interface Lexicon {
	/** `word` folded. Undefined where the word is not known. `sure` is 1 for a word of the list, less for a word of its family. */
	lookup(word: string, language: Language): Meaning | undefined;
}

export interface Meaning {
	readonly concepts: readonly string[];
	readonly sure: number;
}

interface Table {
	readonly byStem: ReadonlyMap<string, string[]>;
	/** First letters of a family's members → its stems. */
	readonly byFamily: ReadonlyMap<string, string[]>;
}

/** How many first letters a family shares. */
const familyLength = 5;

function conceptsOf(english: string): string[] {
	return english
		.split(/[ ,-]+/)
		.filter((word) => word.length > 1)
		.map((word) => stem(foldWord(word, 'en'), 'en'));
}

function addTo(table: Map<string, string[]>, key: string, values: readonly string[]): void {
	const present = table.get(key);
	if (!present) table.set(key, [...values]);
	else for (const value of values) if (!present.includes(value)) present.push(value);
}

function readTable(lines: readonly string[], language: Language): Table {
	const byStem = new Map<string, string[]>();
	const byFamily = new Map<string, string[]>();
	for (const line of lines) {
		const separator = line.indexOf('=');
		if (separator < 1) continue;
		const concepts = conceptsOf(line.slice(separator + 1));
		for (const word of line.slice(0, separator).split(/[ ,]+/)) {
			const key = stem(foldWord(word, language), language);
			if (!key) continue;
			addTo(byStem, key, concepts);
			if (key.length >= familyLength) addTo(byFamily, key.slice(0, familyLength), [key]);
		}
	}
	return { byStem, byFamily };
}

/** The known stem that shares most of its beginning with `key`, if at least 70 % of the longer one. */
function relative(table: Table, key: string): string | undefined {
	let best: string | undefined;
	let bestShared = 0;
	for (const other of table.byFamily.get(key.slice(0, familyLength)) ?? []) {
		let shared = familyLength;
		while (shared < key.length && key[shared] === other[shared]) shared++;
		if (shared >= 0.7 * Math.max(key.length, other.length) && shared > bestShared) [best, bestShared] = [other, shared];
	}
	return best;
}

/**
 * Reads the shipped word lists, one or several concatenated: a line `@ru` begins a language, then `word word=english,english`.
 * Lines that are neither are passed over. An empty text gives a lexicon that knows no word: everything works without.
 */
export function readLexicon(data: string): Lexicon {
	const sections = new Map<Language, string[]>();
	let section: string[] = [];
	for (const line of data.split(/\r?\n/)) {
		if (!line.startsWith('@')) {
			section.push(line);
			continue;
		}
		const language = line.slice(1).trim() as Language;
		section = sections.get(language) ?? [];
		sections.set(language, section);
	}
	const tables = new Map<Language, Table>();
	return {
		lookup(word, language) {
			const key = stem(word, language);
			if (language === 'en') return { concepts: [key], sure: 1 };
			let table = tables.get(language);
			if (!table) tables.set(language, (table = readTable(sections.get(language) ?? [], language)));
			const known = table.byStem.get(key);
			if (known) return { concepts: known, sure: 1 };
			const kin = key.length >= familyLength ? relative(table, key) : undefined;
			return kin ? { concepts: table.byStem.get(kin)!, sure: 0.6 } : undefined;
		},
	};
}

/** Knows no word. */
export const emptyLexicon: Lexicon = readLexicon('');
