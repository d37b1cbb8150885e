// Changing a catalogue by splices: each function returns the edits of its text that do it, and touches nothing else.
// Where the file must not be written, or does not have what is named, the answer is a problem instead.
import type { TextEdit } from '../ports';
import type { ProblemCode } from '../problems';
import { type KnownLanguage, languages } from '../seed/model';
import type { Span } from '../text/span';
import { appendBlock, type EditResult, insertBlock } from '../yaml/blocks';
import { readYaml } from '../yaml/document';
import type { YamlList, YamlMap, YamlNode } from '../yaml/nodes';
import { block, flowList, plain, writtenLike } from '../yaml/scalars';
import {
	type BlockMap,
	blockMap,
	innerMap,
	insertAfter,
	isEmptyValue,
	lineEndOf,
	lineStart,
	setPairs,
} from '../yaml/splice';
import { catalogueFormat, catalogueKeys, unfitForId } from './catalogue';
import type { Actor, ByLanguage, CatalogueEntry, CatalogueFile } from './model';

export type { EditResult } from '../yaml/blocks';

/** An actor to be written. Roles are left to a person. */
export type NewActor = Pick<Actor, 'id' | 'type' | 'names'> & Partial<Omit<Actor, 'roles'>>;

const step = '  ';

/** The first lines of a new catalogue: the schema for editors that know the comment, and the format. */
export function newCatalogueText({ schema, eol = '\n' }: { schema?: string; eol?: string } = {}): string {
	return `${schema ? `# yaml-language-server: $schema=${schema}${eol}` : ''}format: ${catalogueFormat}${eol}`;
}

/**
 * A new entry as one block: in its place where the entries stand in the order of their ids, else at the end. An id that
 * the file has is a problem.
 */
export function addActor(file: CatalogueFile, { id, ...fields }: NewActor): EditResult {
	const refused = refusal(file) ?? unfit(file, id);
	return refused ?? { edits: [newEntry(file, id, renderFields(fields))] };
}

/**
 * One more name, after those that the entry has in the language. A file without an entry of that id gets one; `known` are
 * the names that other files give the actor in the language, which are said again, since a later file's list replaces an
 * earlier one's. Nothing to do where the name is there.
 */
export function addName(
	file: CatalogueFile,
	id: string,
	language: KnownLanguage,
	name: string,
	known: readonly string[] = [],
): EditResult {
	const refused = refusal(file);
	if (refused) return refused;
	const entry = file.entries.find((e) => e.id === id);
	const own = entry?.fields.names?.[language];
	if (own?.includes(name)) return { edits: [] };
	const names = own ? [name] : [...new Set([...known, name])];
	if (!entry) {
		if (unfitForId.test(id)) return problem('catalogue/bad-id', nowhere, { id });
		return { edits: [newEntry(file, id, renderFields({ names: { [language]: names } }))] };
	}
	const edits = addToEntry(file, entry, language, names);
	return edits ? { edits } : problem('catalogue/wrong-type', entry.span, { key: 'names', expected: 'map' });
}

/**
 * Another id for an actor: of its entry, and wherever the file's roles speak of it. No edits where the file does not. The
 * new id must not be in this file; whether another has it is for the caller to ask.
 */
export function renameActor(file: CatalogueFile, from: string, to: string): EditResult {
	const places = file.entries.flatMap(({ id, idSpan, references }) => [
		...(id === from ? [idSpan] : []),
		...references.filter((reference) => reference.id === from).map(({ span }) => span),
	]);
	if (places.length === 0 || from === to) return { edits: [] };
	const refused = refusal(file) ?? unfit(file, to);
	if (refused) return refused;
	const { text } = file;
	return {
		edits: places.map(({ start, end }) => ({ start, end, text: writtenLike(text.slice(start, end), to) })),
	};
}

const nowhere: Span = { start: 0, end: 0 };

function problem(code: ProblemCode, span: Span, args: Record<string, string>): EditResult {
	return { problem: { code, severity: 'error', span, args } };
}

/** Why the file must not be written; undefined where it may be. */
function refusal({ writable, problems }: CatalogueFile): EditResult | undefined {
	if (writable) return undefined;
	const cause = problems.find(({ code, severity }) => severity === 'error' && !code.startsWith('catalogue/'));
	return cause ? { problem: cause } : problem('yaml/not-a-map', nowhere, { found: 'inline map' });
}

/** Why nothing new can have the id. */
function unfit({ entries }: CatalogueFile, id: string): EditResult | undefined {
	if (unfitForId.test(id) || id === 'format') return problem('catalogue/bad-id', nowhere, { id });
	return entries.some((entry) => entry.id === id) ? problem('yaml/duplicate-key', nowhere, { key: id }) : undefined;
}

function newEntry({ text, entries, isBlank }: CatalogueFile, id: string, fields: readonly string[]): TextEdit {
	const first = entries[0]?.idSpan.start ?? 0;
	const indent = /^ *$/.exec(text.slice(lineStart(text, first), first))?.[0] ?? '';
	const lines = [`${plain(id)}:`, ...fields].map((line) => (line === '' ? '' : indent + line));
	const isSorted = entries.length > 1 && entries.every((entry, i) => i === 0 || entries[i - 1]!.id < entry.id);
	const next = isSorted ? entries.find((entry) => entry.id > id) : undefined;
	if (next) return insertBlock(text, lines, next.idSpan.start);
	return appendBlock(text, lines, isBlank ? catalogueFormat : undefined);
}

/** The lines below the id, in the fixed order of the keys. */
function renderFields(fields: Partial<Omit<Actor, 'id' | 'roles'>>): string[] {
	return catalogueKeys.flatMap((key): string[] => {
		if (key === 'roles' || fields[key] === undefined) return [];
		if (key === 'names' || key === 'adjectives') {
			const lists = renderLists(fields[key]!, step + step);
			return lists.length ? [`${step}${key}:`, ...lists] : [];
		}
		if (key === 'links')
			return [
				`${step}links:`,
				...Object.entries(fields.links!).map(([k, v]) => `${step}${step}${plain(k)}: ${plain(v)}`),
			];
		const [first, ...more] = key === 'note' ? block(fields.note!, step + step) : [scalar(fields[key]!)];
		return [`${step}${key}: ${first}`, ...more];
	});
}

function scalar(value: string | number | boolean): string {
	return typeof value === 'string' ? plain(value) : String(value);
}

function renderLists(names: ByLanguage<readonly string[]>, indent: string): string[] {
	return Object.entries(names).map(([language, list]) => `${indent}${language}: ${flowList(list)}`);
}

/** Undefined where the entry is written in a way that cannot be spliced. Only this entry is parsed again. */
function addToEntry(
	{ text }: CatalogueFile,
	{ id, idSpan, span }: CatalogueEntry,
	language: KnownLanguage,
	names: readonly string[],
): TextEdit[] | undefined {
	const start = lineStart(text, idSpan.start);
	const { root } = readYaml(`${text.slice(start, span.end)}\n`, catalogueFormat);
	const outer = blockMap(text, lineEndOf(text), root, start);
	const map = outer && innerMap(outer, id);
	const value = root?.pairs[0]?.value;
	if (!outer || value?.type !== 'map') return undefined;
	const found = value.pairs.find(({ key }) => key.text === 'names')?.value;
	if (found?.type === 'map') {
		const list = found.pairs.find(({ key }) => key.text === language)?.value;
		if (list && !isNothing(list)) return intoList(text, list, start, names);
		if (found.flow) return intoFlow(text, found, start, `${language}: ${flowList(names)}`);
		const inner = map && innerMap(map, 'names');
		return inner && setPairs(inner, [[language, [flowList(names)]]], languages);
	}
	if (found && !isNothing(found)) return undefined;
	if (map) return newNames(map, [`${map.indent}${step}${language}: ${flowList(names)}`]);
	return value.flow ? intoFlow(text, value, start, `names: { ${language}: ${flowList(names)} }`) : undefined;
}

function newNames(map: BlockMap, lines: readonly string[]): TextEdit[] | undefined {
	const pair = map.pairs.find(({ key }) => key === 'names');
	if (!pair) return setPairs(map, [['names', ['', ...lines]]], catalogueKeys);
	return isEmptyValue(map, pair) ? [insertAfter(map, pair, lines)] : undefined;
}

function isNothing(node: YamlNode): boolean {
	return node.span.start === node.span.end;
}

/** More names in a list, in brackets or in lines; a name alone becomes a list. `offset` as for `blockMap`. */
function intoList(text: string, node: YamlNode, offset: number, names: readonly string[]): TextEdit[] | undefined {
	const [start, end] = [node.span.start + offset, node.span.end + offset];
	if (node.type === 'text') {
		if (node.style === 'block') return undefined;
		return [{ start, end, text: `[${text.slice(start, end)}, ${names.map(plain).join(', ')}]` }];
	}
	if (node.type !== 'list') return undefined;
	if (node.flow) return intoFlow(text, node, offset, names.map(plain).join(', '));
	const last = node.items.at(-1);
	const dash = last && /(?:^|\n)( *- +)$/.exec(text.slice(0, last.span.start + offset))?.[1];
	if (!dash || last.type !== 'text' || last.style === 'block') return undefined;
	const newline = text.indexOf('\n', last.span.end + offset);
	const lineEnd = newline < 0 ? text.length : text[newline - 1] === '\r' ? newline - 1 : newline;
	const eol = lineEndOf(text);
	return [{ start: lineEnd, end: lineEnd, text: names.map((name) => eol + dash + plain(name)).join('') }];
}

/** One more piece at the end of what stands in braces or brackets. */
function intoFlow(text: string, node: YamlMap | YamlList, offset: number, piece: string): TextEdit[] | undefined {
	const last = node.type === 'list' ? node.items.at(-1) : node.pairs.at(-1);
	const lastNode = last && 'key' in last ? last.value : last;
	if (last && (!lastNode || isNothing(lastNode))) return undefined;
	const at = offset + (lastNode ? lastNode.span.end : node.span.start + 1);
	const isBraced = node.type === 'map' && /^\s*\}/.test(text.slice(at));
	const empty = isBraced ? (text[at] === ' ' ? ` ${piece}` : ` ${piece} `) : piece;
	return [{ start: at, end: at, text: lastNode ? `, ${piece}` : empty }];
}
