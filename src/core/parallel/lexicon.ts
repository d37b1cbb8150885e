// Word lists: what a word of one of our languages can be in English. English is the pivot between any two.
import type { Language } from '../seed/model';
import { complete, type Steps } from '../steps';
import { shorterStems, stem } from './stem';

/** What a word means, as keys that agree across languages: stems of its English translations. */
export interface Lexicon {
	/** `word` folded. Undefined where the word is not known. `sure` is 1 for a word of the list, less for a word of its family. */
	lookup(word: string, language: Language): Meaning | undefined;
}

export interface Meaning {
	readonly concepts: readonly string[];
	readonly sure: number;
}

/** How many first letters the members of a family share at least, and which part of the longer one. */
const familyLength = 5;
const familyShare = 0.65;

/** Lines `stem=concept concept`, in the order of UTF-16 units. */
type Table = readonly string[];

const keyOf = (line: string) => line.slice(0, line.indexOf('='));
const conceptsOf = (line: string) => line.slice(line.indexOf('=') + 1).split(' ');

/** The first line whose stem is `key` or comes after it. */
function seek(table: Table, key: string): number {
	let [from, to] = [0, table.length];
	while (from < to) {
		const middle = (from + to) >>> 1;
		if (keyOf(table[middle]!) < key) from = middle + 1;
		else to = middle;
	}
	return from;
}

/** The line of a stem. */
function find(table: Table, key: string): string | undefined {
	const line = table[seek(table, key)];
	return line !== undefined && keyOf(line) === key ? line : undefined;
}

function findShorter(table: Table, key: string, language: Language): string | undefined {
	for (const shorter of shorterStems(key, language)) {
		const line = find(table, shorter);
		if (line) return line;
	}
	return undefined;
}

function sharedLength(a: string, b: string): number {
	let length = 0;
	while (length < a.length && a[length] === b[length]) length++;
	return length;
}

/** The line of the stem that shares most of its beginning with `key`; the shortest of several. */
function findRelative(table: Table, key: string): string | undefined {
	if (key.length < familyLength) return undefined;
	const beginning = key.slice(0, familyLength);
	let best: string | undefined;
	let bestShare = familyShare;
	for (let at = seek(table, beginning); table[at]?.startsWith(beginning); at++) {
		const other = keyOf(table[at]!);
		const share = sharedLength(key, other) / Math.max(key.length, other.length);
		if (share > bestShare) [best, bestShare] = [table[at], share];
	}
	return best;
}

/** A list a step. */
function* readTables(lists: readonly string[]): Steps<Map<Language, Table>> {
	const tables = new Map<Language, string[]>();
	for (const data of lists) {
		let lines: string[] = [];
		for (const line of data.split(/\r?\n/)) {
			if (line.startsWith('@')) {
				const language = line.slice(1).trim() as Language;
				lines = tables.get(language) ?? [];
				tables.set(language, lines);
			} else if (line.indexOf('=') > 0) lines.push(line);
		}
		yield;
	}
	for (const [, table] of tables) {
		if (!isSorted(table)) table.sort((x, y) => (keyOf(x) < keyOf(y) ? -1 : 1));
		yield;
	}
	return tables;
}

const isSorted = (table: Table) => table.every((line, at) => at === 0 || keyOf(table[at - 1]!) <= keyOf(line));

/**
 * Reads the shipped word lists, one or several concatenated: a line `@ru` begins a language, then `stem=concept concept`.
 * Lines that are neither are passed over. An empty text gives a lexicon that knows no word: everything works without.
 */
export function readLexicon(data: string): Lexicon {
	return complete(lexiconSteps([data]));
}

/** The same of several lists, in steps. */
export function* lexiconSteps(lists: readonly string[]): Steps<Lexicon> {
	const tables = yield* readTables(lists);
	return {
		lookup(word, language) {
			if (language === 'en') return { concepts: [stem(word, language)], sure: 1 };
			const table = tables.get(language);
			if (!table) return undefined;
			const key = stem(word, language);
			const line = find(table, key);
			if (line) return { concepts: conceptsOf(line), sure: 1 };
			const relative = findShorter(table, key, language) ?? findRelative(table, key);
			return relative ? { concepts: conceptsOf(relative), sure: 0.6 } : undefined;
		},
	};
}

/** Knows no word. */
export const emptyLexicon: Lexicon = readLexicon('');
