// The filter of the annotation list: words, and `key:value` operators, all of which must hold.
import type { Annotation } from './model';

const filterKeys = ['kind', 'tag', 'author', 'status', 'actor', 'state'] as const;
type FilterKey = (typeof filterKeys)[number];

/** What a filter looks at. */
export interface Filterable {
	readonly annotation: Annotation;
	/** `placed`, `confirm` or `orphan`. */
	readonly state: string;
	/** The name of the seed's file. */
	readonly file: string;
}

export type Filter = (item: Filterable) => boolean;

/**
 * Reads `kind:claim tag:security -status:resolved baku "two words"`. A leading `-` negates; letter case is ignored; a word
 * is looked for in the quote, note, replies, tags and file name. An unknown key counts as part of a word. An empty query
 * keeps everything.
 */
export function parseFilter(query: string): Filter {
	const tests = [...query.matchAll(/(-?)(?:(\w+):)?(?:"([^"]*)"|(\S+))/g)].map(([whole, minus, key, quoted, bare]) => {
		const value = (quoted ?? bare ?? '').toLowerCase();
		const test = isFilterKey(key) ? byKey(key, value) : byWord(key ? whole.slice(minus?.length).toLowerCase() : value);
		return minus ? (item: Filterable) => !test(item) : test;
	});
	return (item) => tests.every((test) => test(item));
}

function isFilterKey(key: string | undefined): key is FilterKey {
	return filterKeys.includes(key as FilterKey);
}

function byKey(key: FilterKey, value: string): Filter {
	return ({ annotation, state }) => {
		switch (key) {
			case 'tag':
				return annotation.tags.some((tag) => tag.toLowerCase().startsWith(value));
			case 'state':
				return state.startsWith(value);
			case 'status':
				return (annotation.status ?? 'open').toLowerCase().startsWith(value);
			default:
				return (annotation[key] ?? '').toLowerCase().startsWith(value);
		}
	};
}

function byWord(word: string): Filter {
	return ({ annotation, file }) => wordsOf(annotation, file).some((text) => text.toLowerCase().includes(word));
}

function wordsOf({ target, note, replies, tags, kind }: Annotation, file: string): readonly string[] {
	const quote = 'quote' in target ? [target.quote] : 'from' in target ? [target.from, target.to] : [];
	return [...quote, note ?? '', ...replies.map(({ text }) => text), ...tags, kind, file];
}
