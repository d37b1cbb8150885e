// The project's own words: kinds and tags with what they mean, in `kinds.yaml`. Reading, and adding to it by splices.
import { allUndecided, conflictKey, undecidedProblem } from '../merge/undecided';
import type { TextEdit } from '../ports';
import type { Problem } from '../problems';
import type { Span } from '../text/span';
import { readYaml } from '../yaml/document';
import { plain, quoted } from '../yaml/scalars';
import { type BlockMap, blockMap, innerMap, insertAfter, isEmptyValue, lineEndOf, trimEnd } from '../yaml/splice';
import { type Entry, entriesOf, ValueReader } from '../yaml/values';
import { type EditResult, inline, taken } from './editing';

export const kindsFormat = 'glossator/kinds@1';

/** The colours of the theme, by name; the nth is the editor's nth colour of kinds. Else: `#rgb`, `#rrggbb`. */
export const kindColours = ['yellow', 'blue', 'green', 'red', 'purple', 'teal'] as const;

export interface Kind {
	readonly id: string;
	readonly description?: string;
	/** One of `kindColours`, or a hex colour. */
	readonly colour?: string;
	/** One character that chooses it in the picker. */
	readonly key?: string;
}

export interface Tag {
	readonly id: string;
	readonly description?: string;
}

/** What a project calls things. Nothing declared: anything goes. */
export interface Vocabulary {
	readonly kinds: readonly Kind[];
	readonly tags: readonly Tag[];
}

/** A kind or tag with the place of its id. */
export type Declared<T> = T & { readonly idSpan: Span };

export interface KindsFile {
	readonly text: string;
	readonly kinds: readonly Declared<Kind>[];
	readonly tags: readonly Declared<Tag>[];
	readonly problems: readonly Problem[];
	/** False where the file must not be written. */
	readonly writable: boolean;
}

/** Whether a file of that name holds kinds and tags: `kinds.yaml`, `*.kinds.yaml`. */
export function isKindsName(name: string): boolean {
	return name === 'kinds.yaml' || name.endsWith('.kinds.yaml');
}

const kindKeys: ReadonlySet<string> = new Set(['description', 'colour', 'key', conflictKey]);

/** Never throws; an empty text declares nothing. */
export function readKinds(text: string): KindsFile {
	const { root, problems: found, usable, writable } = readYaml(text, kindsFormat);
	const reading = new Reading([...found]);
	const sections = root && usable ? entriesOf(root) : [];
	for (const entry of sections) {
		if (entry.key === 'kinds') reading.kindsOf(entry);
		else if (entry.key === 'tags') reading.tagsOf(entry);
		else if (entry.key !== 'format') reading.unknownKey(entry);
	}
	const { kinds, tags, problems } = reading;
	problems.sort((a, b) => a.span.start - b.span.start);
	return { text, kinds, tags, problems, writable };
}

class Reading {
	readonly kinds: Declared<Kind>[] = [];
	readonly tags: Declared<Tag>[] = [];
	readonly problems: Problem[];
	readonly #values: ValueReader;

	constructor(problems: Problem[]) {
		this.problems = problems;
		this.#values = new ValueReader('kinds', problems);
	}

	unknownKey({ key, keySpan: span }: Entry): void {
		this.problems.push({ code: 'kinds/unknown-key', severity: 'warning', span, args: { key } });
	}

	kindsOf(section: Entry): void {
		const byKey = new Map<string, string>();
		for (const entry of this.#values.map(section) ?? []) {
			const fields = new Map((this.#values.map(entry) ?? []).map((field) => [field.key, field]));
			for (const field of fields.values()) if (!kindKeys.has(field.key)) this.unknownKey(field);
			this.#undecided(entry, 'kinds');
			const key = this.#key(fields.get('key'), entry.key, byKey);
			const description = this.#values.string(fields.get('description'));
			const colour = this.#colour(fields.get('colour'));
			this.kinds.push({
				id: entry.key,
				idSpan: entry.keySpan,
				...(description && { description }),
				...(colour && { colour }),
				...(key && { key }),
			});
		}
	}

	#undecided({ key, value }: Entry, section: string): void {
		for (const one of allUndecided(value, [section, key])) this.problems.push(undecidedProblem(one));
	}

	tagsOf(section: Entry): void {
		for (const entry of this.#values.map(section) ?? []) {
			const described = entry.value?.type === 'map' ? entriesOf(entry.value) : [{ ...entry, key: 'description' }];
			for (const field of described)
				if (field.key !== 'description' && field.key !== conflictKey) this.unknownKey(field);
			this.#undecided(entry, 'tags');
			const description = this.#values.string(described.find(({ key }) => key === 'description'));
			this.tags.push({ id: entry.key, idSpan: entry.keySpan, ...(description && { description }) });
		}
	}

	#colour(entry: Entry | undefined): string | undefined {
		const found = this.#values.string(entry);
		if (found === undefined || isColour(found)) return found;
		const args = { found, expected: `${kindColours.join(', ')}, #rrggbb` };
		this.problems.push({ code: 'kinds/bad-colour', severity: 'warning', span: entry!.value!.span, args });
		return undefined;
	}

	#key(entry: Entry | undefined, id: string, taken: Map<string, string>): string | undefined {
		const found = this.#values.string(entry);
		if (found === undefined) return undefined;
		const { span } = entry!.value!;
		const other = taken.get(found);
		if ([...found].length !== 1 || /\s/u.test(found)) {
			this.problems.push({ code: 'kinds/bad-key', severity: 'warning', span, args: { found } });
			return undefined;
		}
		if (other !== undefined)
			this.problems.push({ code: 'kinds/shared-key', severity: 'warning', span, args: { found, other } });
		else taken.set(found, id);
		return other === undefined ? found : undefined;
	}
}

function isColour(text: string): boolean {
	return (kindColours as readonly string[]).includes(text) || /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(text);
}

/** Several files as one; of an id that stands in two, what the later says. */
export function mergeVocabularies(files: readonly Vocabulary[]): Vocabulary {
	const byId = <T extends { readonly id: string }>(lists: readonly (readonly T[])[]) => [
		...new Map(lists.flat().map((one) => [one.id, one])).values(),
	];
	return { kinds: byId(files.map(({ kinds }) => kinds)), tags: byId(files.map(({ tags }) => tags)) };
}

/** Another kind, at the end of the kinds. An id that is there is a problem. */
export function addKind(file: KindsFile, { id, description, colour, key }: Kind): EditResult {
	if (file.kinds.some((kind) => kind.id === id)) return taken(id);
	const fields = [
		description && `description: ${quoted(description)}`,
		colour && `colour: ${plain(colour)}`,
		key && `key: ${plain(key)}`,
	].filter(Boolean);
	return add(file, 'kinds', (indent) => [`${indent}${plain(id)}:`, ...fields.map((field) => `${indent}  ${field}`)]);
}

/** Another tag, at the end of the tags. An id that is there is a problem. */
export function addTag(file: KindsFile, { id, description }: Tag): EditResult {
	if (file.tags.some((tag) => tag.id === id)) return taken(id);
	return add(file, 'tags', (indent) => [`${indent}${plain(id)}:${description ? ` ${quoted(description)}` : ''}`]);
}

/** Lines at the end of a section, which is made where there is none, as is the file's first line. */
function add(file: KindsFile, key: 'kinds' | 'tags', render: (indent: string) => string[]): EditResult {
	const { text, problems } = file;
	const { root } = readYaml(text, kindsFormat);
	if (!file.writable) return { problem: problems.find(({ severity }) => severity === 'error')! };
	const eol = lineEndOf(text);
	const map = root && blockMap(text, eol, root);
	if (!map) return root?.pairs.length ? inline(key, root.span) : { edits: [firstLines(text, key, render('  '))] };
	const edit = addToMap(map, key, render);
	return edit ? { edits: [edit] } : inline(key, map.pairs.find((pair) => pair.key === key)!.lines);
}

function addToMap(map: BlockMap, key: string, render: (indent: string) => string[]): TextEdit | undefined {
	const inner = innerMap(map, key);
	if (inner) return insertAfter(inner, inner.pairs.at(-1)!, render(inner.indent));
	const pair = map.pairs.find((one) => one.key === key);
	if (pair) return isEmptyValue(map, pair) ? insertAfter(map, pair, render('  ')) : undefined;
	return insertAfter(map, map.pairs.at(-1)!, ['', `${key}:`, ...render('  ')]);
}

/** For a file that says nothing yet; comments in it stay above. */
function firstLines(text: string, key: string, lines: readonly string[]): TextEdit {
	const eol = lineEndOf(text);
	const end = trimEnd(text, text.length);
	const isBare = end === 0 || text.slice(0, end) === '\ufeff';
	const all = [`format: ${kindsFormat}`, '', `${key}:`, ...lines].map((line) => line + eol).join('');
	return { start: end, end: text.length, text: isBare ? all : eol + all };
}
