// Completion and hover for YAML files written by hand, from their JSON schema; no YAML extension is needed.
import type { Span } from '../text/span';
import { type Cursor, type KeyPlace, type Places, placesIn } from './places';
import { plain } from './scalars';
import { forms, mayBe, partAt, resolve, type YamlSchema } from './schema';

export type { YamlSchema } from './schema';

/** Something that could stand at the cursor. */
export interface Completion {
	readonly label: string;
	/** The text for `replace`. */
	readonly insert: string;
	/** Where the cursor goes, as an offset into `insert`; undefined: after it. */
	readonly caret?: number;
	readonly kind: 'key' | 'value';
	/** One short line about it. */
	readonly detail?: string;
	readonly documentation?: string;
	readonly replace: Span;
}

/** A value that the schema cannot know: an actor's id, a tag in use. */
export interface DynamicValue {
	readonly value: string;
	/** Empty: nothing to say. */
	readonly detail?: string;
	readonly documentation?: string;
}

/**
 * What can be written under a path of keys: values where the path ends in a key with a scalar or a list of scalars,
 * keys where it ends in a map. Lists take no step: the path of a role's organisation is `[id, 'roles', 'of']`.
 */
export type DynamicValues = (path: readonly string[]) => readonly DynamicValue[];

const nothing: DynamicValues = () => [];

/** The path of keys that `completeYaml` asks `dynamic` about, the only one; undefined where nothing can be completed. */
export function pathAt(text: string, offset: number): readonly string[] | undefined {
	return placesIn(text, offset).cursor?.path;
}

/**
 * What can be written at the offset of a text that may be unfinished, in the schema's order. Keys that the map already
 * has are left out, and so are values that the list has. What has been typed does not filter: `replace` says what it is.
 */
export function completeYaml(
	text: string,
	offset: number,
	schema: YamlSchema,
	dynamic: DynamicValues = nothing,
): Completion[] {
	const places = placesIn(text, offset);
	const { cursor } = places;
	const part = cursor && partAt(schema, cursor.path);
	if (!cursor || !part) return [];
	const offered = new Completer(text, schema, dynamic, places, cursor);
	const keys = cursor.expects === 'value' ? [] : offered.keys(part);
	return cursor.expects === 'key' ? keys : [...keys, ...offered.values(part)];
}

class Completer {
	readonly #text: string;
	readonly #root: YamlSchema;
	readonly #dynamic: DynamicValues;
	readonly #places: Places;
	readonly #cursor: Cursor;

	constructor(text: string, root: YamlSchema, dynamic: DynamicValues, places: Places, cursor: Cursor) {
		this.#text = text;
		this.#root = root;
		this.#dynamic = dynamic;
		this.#places = places;
		this.#cursor = cursor;
	}

	/** Keys of the map that `part` describes, or of the maps of its list. */
	keys(part: YamlSchema): Completion[] {
		const { path, map, item, flow, replace, expects } = this.#cursor;
		const isList = mayBe(part, 'array', this.#root) && !mayBe(part, 'object', this.#root);
		if (isList && flow === '[') return [];
		const written = ({ keySpan }: KeyPlace) => keySpan.start === replace.start && keySpan.end === replace.end;
		const others = this.#places.keys.filter((key) => key.map === map && !written(key));
		const present = new Set(others.map(({ name }) => name));
		const dash = isList && !item && !flow && expects === 'either' && others.length === 0 ? '- ' : '';
		const described = forms(part, this.#root, true).flatMap((form) => Object.entries(form.properties ?? {}));
		const known = described.map(([name, child]) => this.#key(name, resolve(child, this.#root), dash));
		const free = mayBe(part, 'object', this.#root) ? this.#dynamic(path) : [];
		const made = free.map((value) => ({
			...this.#key(value.value, partAt(this.#root, [...path, value.value]) ?? {}, dash),
			...about(value),
		}));
		return unique([...known, ...made]).filter(({ label }) => !present.has(label));
	}

	#key(name: string, part: YamlSchema, dash: string): Completion {
		const { replace, colon, flow, column, quote } = this.#cursor;
		const caretAt = '$0';
		const after = colon ? '' : this.#afterKey(part, flow !== undefined, ' '.repeat(column + dash.length));
		const insert = `${dash}${quote ? name : plain(name)}${after}`;
		const caret = insert.indexOf(caretAt);
		const choice = forms(part, this.#root, false).find((form) => form.enum);
		return {
			label: name,
			insert: insert.replace(caretAt, ''),
			...(caret >= 0 && { caret }),
			kind: 'key',
			...about({ detail: choice?.enum?.join(' | ') ?? part.title, documentation: part.description }),
			replace,
		};
	}

	/** The colon, and what begins the value. */
	#afterKey(part: YamlSchema, inFlow: boolean, indent: string): string {
		const lineBreak = /\r\n|\n|\r/.exec(this.#text)?.[0] ?? '\n';
		const template = part['x-insert'];
		if (part.const !== undefined) return `: ${plain(part.const)}`;
		if (template !== undefined && !(inFlow && template.includes('\n'))) {
			return `:${template.startsWith('\n') ? '' : ' '}${template.replaceAll('\n', lineBreak + indent)}`;
		}
		const isMap = mayBe(part, 'object', this.#root);
		if (isMap && inFlow) return ': { $0 }';
		return isMap ? `:${lineBreak}${indent}  ` : ': ';
	}

	/** Values of the scalar or list of scalars that `part` describes. */
	values(part: YamlSchema): Completion[] {
		const { path, flow, item, quote, replace, expects } = this.#cursor;
		const isList = mayBe(part, 'array', this.#root) && !mayBe(part, 'string', this.#root);
		if (expects === 'either' && !item && !isList) return [];
		const wrap = isList && flow !== '[' && !item;
		const space = expects === 'value' && this.#text[replace.start - 1] === ':' ? ' ' : '';
		const own = this.#dynamic(path).map((value) => ({ ...value, text: plain(value.value) }));
		const fixed = forms(part, this.#root, true).flatMap((form) => fixedValues(form, own.length === 0));
		const listed = new Set(this.#places.listed);
		const completions = [...own, ...fixed].map((value): Completion => {
			const bare = wrap ? `[${value.text}]` : value.text;
			const insert = quote ? escaped(value.value, quote) : space + bare;
			return { label: value.value, insert, kind: 'value', ...about(value), replace };
		});
		const isMap = mayBe(part, 'object', this.#root) && !mayBe(part, 'string', this.#root);
		return isMap ? [] : unique(completions).filter(({ label }) => !listed.has(label));
	}
}

/** What the schema itself says may stand there; its examples only where nothing better is known. */
function fixedValues(form: YamlSchema, examples: boolean): (DynamicValue & { text: string })[] {
	const found: DynamicValue[] = [];
	if (form.const !== undefined) found.push({ value: form.const });
	form.enum?.forEach((value, i) => {
		const detail = form.enumDescriptions?.[i];
		found.push(detail === undefined ? { value } : { value, detail });
	});
	if (examples) for (const value of form.examples ?? []) found.push({ value });
	const texts = found.map((value) => ({ ...value, text: plain(value.value) }));
	return form.type === 'boolean' ? [...texts, ...['true', 'false'].map((value) => ({ value, text: value }))] : texts;
}

function about({ detail, documentation }: { detail?: string | undefined; documentation?: string | undefined }) {
	return { ...(detail && { detail }), ...(documentation && { documentation }) };
}

function unique(completions: readonly Completion[]): Completion[] {
	return [...new Map(completions.toReversed().map((completion) => [completion.label, completion])).values()].reverse();
}

function escaped(text: string, quote: '"' | "'"): string {
	return quote === "'" ? text.replaceAll("'", "''") : JSON.stringify(text).slice(1, -1);
}

/** What the key or value at the offset means, and where it stands; undefined where the schema does not say. */
export function describeYaml(
	text: string,
	offset: number,
	schema: YamlSchema,
): { readonly span: Span; readonly text: string } | undefined {
	const { keys } = placesIn(text, offset);
	const touches = (span: Span | undefined) => span && span.start <= offset && offset <= span.end;
	const key = keys.find(({ keySpan, valueSpan }) => touches(keySpan) || touches(valueSpan));
	if (!key) return undefined;
	const part = partAt(schema, [...key.path, key.name]);
	if (!part) return undefined;
	if (touches(key.keySpan)) {
		const said = part.description ?? part.title;
		return said === undefined ? undefined : { span: key.keySpan, text: said };
	}
	const span = key.valueSpan!;
	for (const form of forms(part, schema, true)) {
		const said = form.enumDescriptions?.[form.enum?.indexOf(text.slice(span.start, span.end)) ?? -1];
		if (said !== undefined) return { span, text: said };
	}
	return undefined;
}
