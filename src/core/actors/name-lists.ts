// Lists of names and their words that no rule makes: read from a file that ships, since they are data and half the size of the rest.

import type { ActorType } from './model';

/** Everything works without, save what is listed. */
export interface NameLists {
	/** Adjective by name, both in folded spelling: `чили` → `чилийский`. */
	readonly irregular: ReadonlyMap<string, string>;
	/** By name, all names of the same state, place or institution, itself among them. */
	readonly others: ReadonlyMap<string, readonly string[]>;
	/** Given names in small letters, е for ё: 1 of men, 2 of women, 3 of both. */
	readonly given: ReadonlyMap<string, number>;
	/** Nouns that names of things have, in small letters, and what such a thing is. */
	readonly heads: ReadonlyMap<string, ActorType>;
}

/** Knows nothing. */
export const noNameLists: NameLists = { irregular: new Map(), others: new Map(), given: new Map(), heads: new Map() };

/** Reads `names.ru.txt`: a line `@adjectives` or `@names` begins a section, `#` a comment; other lines are passed over. */
export function readNameLists(text: string): NameLists {
	const irregular = new Map<string, string>();
	const others = new Map<string, readonly string[]>();
	const given = new Map<string, number>();
	const heads = new Map<string, ActorType>();
	let section = '';
	for (const line of text.split(/\r?\n/)) {
		if (line.startsWith('@')) section = line;
		else if (line === '' || line.startsWith('#')) continue;
		else if (section === '@adjectives') {
			const cut = line.lastIndexOf(' ');
			if (cut > 0) irregular.set(line.slice(0, cut), line.slice(cut + 1));
		} else if (section === '@names') {
			const names = line.split('|');
			for (const name of names) others.set(name, names);
		} else if (section === '@given') {
			const [gender, ...names] = line.split(' ');
			for (const name of names) given.set(name, (given.get(name) ?? 0) | (gender === 'f' ? 2 : 1));
		} else if (section === '@heads') {
			const [type, ...nouns] = line.split(' ');
			for (const noun of nouns) heads.set(noun, type as ActorType);
		}
	}
	return { irregular, others, given, heads };
}
