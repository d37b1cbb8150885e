// Reads a catalogue of actors. What is not understood becomes a problem at its place; everything else stays usable.
import { allUndecided, conflictKey, undecidedProblem } from '../merge/undecided';
import type { Problem, ProblemCode, Severity } from '../problems';
import { type KnownLanguage, languages } from '../seed/model';
import type { Span } from '../text/span';
import { readYaml } from '../yaml/document';
import { keysOf } from '../yaml/pieces';
import { type Entry, entriesOf, ValueReader } from '../yaml/values';
import {
	type Actor,
	actorTypes,
	type ByLanguage,
	type CatalogueEntry,
	type CatalogueFile,
	type NamePlace,
	type ReferencePlace,
} from './model';
import { readRoles } from './roles';

export { crossCheck, crossCheckSteps, mergeCatalogues, mergeSteps } from './merge';

export const catalogueFormat = 'glossator/actors@1';

/** The keys of an entry, in the order in which they are written. */
export const catalogueKeys = [
	'type',
	'names',
	'adjectives',
	'roles',
	'links',
	'note',
	'exact',
	'invariable',
	'gender',
	'prefer',
] as const;

const wikidataItem = /^Q[1-9]\d*$/;
const webAddress = /^https?:\/\/[^\s<>"\\^`{|}]+$/i;
/** Ids stand on one line in sidecars and output. */
export const unfitForId = /[\p{Cc}\u2028\u2029]|^\s|\s$|^$/u;
/** What other people's ids have and new ones should not: a reference in a note ends there. */
export const awkwardInId = /[\s#,:]/u;

/** What the reading of one entry needs: where problems go, and the typed getters that report there. */
export interface EntryReader {
	readonly values: ValueReader;
	report(code: ProblemCode, severity: Severity, span: Span, args?: Problem['args']): void;
	/** Texts by language; unknown languages are reported. */
	byLanguage<T>(entry: Entry | undefined, read: (entry: Entry) => T | undefined): ByLanguage<T> | undefined;
}

/** Reads a file's text. Never throws; an empty text is a catalogue without entries. */
export function readCatalogue(text: string): CatalogueFile {
	const { root, problems: found, usable, writable } = readYaml(text, catalogueFormat);
	const problems = [...found];
	const reader = entryReader(problems);
	const entries: CatalogueEntry[] = [];
	const isInline = root !== undefined && root.pairs.length > 0 && root.flow;
	if (root && usable) {
		for (const entry of entriesOf(root)) {
			if (entry.key === 'format') continue;
			const read = readEntry(entry, reader);
			if (read) entries.push(read);
		}
	}
	problems.sort((a, b) => a.span.start - b.span.start);
	const keys = keysOf(text, root);
	return { text, entries, problems, writable: writable && !isInline, isBlank: !root?.pairs.length, keys };
}

function entryReader(problems: Problem[]): EntryReader {
	const values = new ValueReader('catalogue', problems);
	const report: EntryReader['report'] = (code, severity, span, args) =>
		problems.push(args ? { code, severity, span, args } : { code, severity, span });
	return {
		values,
		report,
		byLanguage(entry, read) {
			const map = values.map(entry);
			if (!map) return undefined;
			const found: Record<string, NonNullable<ReturnType<typeof read>>> = {};
			for (const item of map) {
				if (item.key === conflictKey) continue;
				if (!isLanguage(item.key)) {
					report('catalogue/unknown-language', 'warning', item.keySpan, { found: item.key });
					continue;
				}
				const value = read(item);
				if (value !== undefined) found[item.key] = value as NonNullable<typeof value>;
			}
			return found;
		},
	};
}

function isLanguage(key: string): key is KnownLanguage {
	return (languages as readonly string[]).includes(key);
}

function readEntry(entry: Entry, reader: EntryReader): CatalogueEntry | undefined {
	const { key: id, keySpan: idSpan, span, value } = entry;
	if (unfitForId.test(id)) {
		reader.report('catalogue/bad-id', 'error', idSpan, { id });
		return undefined;
	}
	if (awkwardInId.test(id)) reader.report('catalogue/awkward-id', 'information', idSpan, { id });
	if (value?.type !== 'map') {
		reader.report('catalogue/entry-not-a-map', 'error', value?.span ?? idSpan, { id });
		return undefined;
	}
	const keys = new Map(entriesOf(value).map((item) => [item.key, item]));
	const names: NamePlace[] = [];
	const references: ReferencePlace[] = [];
	const fields = {
		...readTexts(keys, reader, names),
		...readFlags(keys, reader),
		...optional('roles', readRoles(keys.get('roles'), reader, references)),
	};
	for (const item of keys.values()) {
		if (item.key === conflictKey) continue;
		if (!known.has(item.key)) reader.report('catalogue/unknown-key', 'warning', item.keySpan, { key: item.key });
	}
	for (const { code, severity, span, args } of [...allUndecided(value, [id])].map(undecidedProblem))
		reader.report(code, severity, span, args);
	return { id, idSpan, span, fields, names, references };
}

const known = new Set<string>(catalogueKeys);

type Fields = { -readonly [K in keyof CatalogueEntry['fields']]: CatalogueEntry['fields'][K] };

/** An object with the key where there is a value, and without it where there is none. */
function optional<K extends keyof Fields>(key: K, value: Fields[K] | undefined): Pick<Fields, K> | undefined {
	return value === undefined ? undefined : ({ [key]: value } as Pick<Fields, K>);
}

function readTexts(keys: ReadonlyMap<string, Entry>, reader: EntryReader, places: NamePlace[]): Fields {
	const lists = (key: string) =>
		reader.byLanguage(keys.get(key), (item) => {
			const found = reader.values.strings(item)?.map((text) => text.trim());
			const texts = found?.filter((text) => text !== '');
			if (key === 'names' && texts?.length) placeNames(item, places);
			return texts?.length ? texts : undefined;
		});
	return {
		...optional('type', readChoice('type', actorTypes, keys.get('type'), reader)),
		...optional('names', lists('names')),
		...optional('adjectives', lists('adjectives')),
		...optional('links', readLinks(keys.get('links'), reader)),
		...optional('note', reader.values.string(keys.get('note'))),
	};
}

/** Where each name of one language stands. */
function placeNames(item: Entry, places: NamePlace[]): void {
	const { value } = item;
	for (const node of value?.type === 'list' ? value.items : [value]) {
		const name = node?.type === 'text' ? node.text.trim() : '';
		if (name !== '') places.push({ language: item.key as KnownLanguage, name, span: node!.span });
	}
}

function readFlags(keys: ReadonlyMap<string, Entry>, { values, report }: EntryReader): Fields {
	return {
		...optional('exact', values.boolean(keys.get('exact'))),
		...optional('invariable', values.boolean(keys.get('invariable'))),
		...optional('gender', readChoice('gender', ['m', 'f'] as const, keys.get('gender'), { values, report })),
		...optional('prefer', values.number(keys.get('prefer'))),
	};
}

function readChoice<T extends string>(
	key: 'type' | 'gender',
	choices: readonly T[],
	entry: Entry | undefined,
	{ values, report }: Pick<EntryReader, 'values' | 'report'>,
): T | undefined {
	const found = values.string(entry);
	if (found === undefined) return undefined;
	const choice = choices.find((c) => c === found);
	if (choice) return choice;
	const expected = choices.join(', ');
	const { span } = entry!.value!;
	if (key === 'type') report('catalogue/unknown-type', 'error', span, { found, expected });
	else report('catalogue/wrong-type', 'error', span, { key, expected });
	return undefined;
}

/** Wikidata by item number, all else by web address; what is neither is left out. */
function readLinks(entry: Entry | undefined, { values, report }: EntryReader): Actor['links'] | undefined {
	const map = values.map(entry);
	if (!map) return undefined;
	const links: Record<string, string> = {};
	for (const item of map) {
		if (item.key === conflictKey) continue;
		const found = values.string(item)?.trim();
		if (found === undefined) continue;
		if (webAddress.test(found) || (item.key === 'wikidata' && wikidataItem.test(found))) links[item.key] = found;
		else report('catalogue/bad-link', 'error', item.value!.span, { found });
	}
	return links;
}
