// Lists of Russian names that no rule makes: read from a file that ships, since they are data and half the size of the rest.

/** Everything works without, save what is listed. */
export interface NameLists {
	/** Adjective by name, both in folded spelling: `чили` → `чилийский`. */
	readonly irregular: ReadonlyMap<string, string>;
	/** By name, all names of the same state, place or institution, itself among them. */
	readonly others: ReadonlyMap<string, readonly string[]>;
}

/** Knows nothing. */
export const noNameLists: NameLists = { irregular: new Map(), others: new Map() };

/** Reads `names.ru.txt`: a line `@adjectives` or `@names` begins a section, `#` a comment; other lines are passed over. */
export function readNameLists(text: string): NameLists {
	const irregular = new Map<string, string>();
	const others = new Map<string, readonly string[]>();
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
		}
	}
	return { irregular, others };
}
