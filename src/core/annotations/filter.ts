// The filter of the annotation list: words, and `key:value` operators, all of which must hold.
import { fold } from '../text/fold';
import type { Annotation } from './model';

export const filterKeys = ['kind', 'tag', 'author', 'status', 'actor', 'state', 'file', 'date', 'has'] as const;
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
 * Reads `kind:claim,term tag:security -status:resolved date:>=2026-03-01 has:replies baku "two words"`. All must hold; of
 * values with commas between, one. A leading `-` negates; letter case, ё and the kind of quotation marks are ignored; a value
 * is the beginning of what is looked at, a file's name any part of it; a date may be compared. `has` knows `note`, `replies`, `tags`, `links`,
 * `actor` and `twin`. A word is looked for in the quote, note, replies, tags and file name. An unknown key counts as part
 * of a word. An empty query keeps everything.
 */
export function parseFilter(query: string): Filter {
	const tests = [...query.matchAll(/(-?)(?:(\w+):)?(?:"([^"]*)"|(\S+))/g)].map(([whole, minus, key, quoted, bare]) => {
		const value = folded(quoted ?? bare ?? '');
		const values = quoted === undefined ? value.split(',').filter(Boolean) : [value];
		const test = isFilterKey(key)
			? (item: Filterable) => values.some((one) => fits(key, one, item))
			: byWord(key ? folded(whole.slice(minus?.length)) : value);
		return minus ? (item: Filterable) => !test(item) : test;
	});
	return (item) => tests.every((test) => test(item));
}

function isFilterKey(key: string | undefined): key is FilterKey {
	return filterKeys.includes(key as FilterKey);
}

function fits(key: FilterKey, value: string, { annotation, state, file }: Filterable): boolean {
	const begins = (text: string | undefined) => folded(text ?? '').startsWith(value);
	switch (key) {
		case 'tag':
			return annotation.tags.some(begins);
		case 'state':
			return begins(state);
		case 'status':
			return begins(annotation.status ?? 'open');
		case 'file':
			return folded(file).includes(value);
		case 'date':
			return fitsDate(annotation.date, value);
		case 'has':
			return has(annotation, value);
		default:
			return begins(annotation[key]);
	}
}

/** ISO dates compare as texts; `>2026-03` means after that month. */
function fitsDate(date: string | undefined, value: string): boolean {
	const [, sign = '', day = ''] = /^([<>]=?)?(.*)$/.exec(value) ?? [];
	if (date === undefined) return false;
	const part = date.slice(0, day.length);
	if (sign.startsWith('>')) return part > day || (sign === '>=' && part === day);
	if (sign.startsWith('<')) return part < day || (sign === '<=' && part === day);
	return part === day;
}

function has({ note, replies, tags, links, actor, sameAs }: Annotation, what: string): boolean {
	const there: Readonly<Record<string, boolean>> = {
		note: note !== undefined,
		replies: replies.length > 0,
		tags: tags.length > 0,
		links: links.length > 0,
		actor: actor !== undefined,
		twin: sameAs !== undefined,
	};
	return Object.entries(there).some(([name, is]) => is && name.startsWith(what));
}

function byWord(word: string): Filter {
	return ({ annotation, file }) => wordsOf(annotation, file).some((text) => folded(text).includes(word));
}

function folded(text: string): string {
	return fold(text, { foldCase: true }).text;
}

function wordsOf({ target, note, replies, tags, kind }: Annotation, file: string): readonly string[] {
	const quote = 'quote' in target ? [target.quote] : 'from' in target ? [target.from, target.to] : [];
	return [...quote, note ?? '', ...replies.map(({ text }) => text), ...tags, kind, file];
}
