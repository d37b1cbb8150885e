// Reading a sidecar: every entry that can be understood, a problem at its place for every one that cannot.
import { allUndecided, conflictKey, type Undecided, undecidedItems, undecidedProblem } from '../merge/undecided';
import type { Problem, ProblemCode, Severity } from '../problems';
import type { Span } from '../text/span';
import { readYaml } from '../yaml/document';
import type { YamlMap, YamlNode } from '../yaml/nodes';
import { keysOf } from '../yaml/pieces';
import { blockMap, entryEnd, lineEndOf } from '../yaml/splice';
import { type Entry, entriesOf, ValueReader } from '../yaml/values';
import { isId } from './ids';
import {
	type Annotation,
	type MentionOverrideEntry,
	type ParallelDeclaration,
	type ParallelPin,
	type Reply,
	type RoleOverride,
	type Sidecar,
	type SidecarEntry,
	sidecarFormat,
	type Target,
} from './model';

/** The keys of an annotation, in the order in which they are written. */
export const annotationKeys = [
	'kind',
	'quote',
	'from',
	'to',
	'length',
	'about',
	'before',
	'after',
	'actor',
	'tags',
	'same-as',
	'links',
	'note',
	'status',
	'author',
	'date',
	'seen',
	'replies',
] as const;
export type AnnotationKey = (typeof annotationKeys)[number];

const knownKeys: ReadonlySet<string> = new Set([...annotationKeys, conflictKey]);
const replyKeys: ReadonlySet<string> = new Set(['author', 'date', 'text', conflictKey]);

/**
 * Reads a sidecar's text; never throws. An entry whose passage is not told is left out, with a problem; one with a
 * mistake elsewhere keeps what was understood. `kind` is empty where it is missing.
 */
export function readSidecar(text: string): Sidecar {
	const file = readYaml(text, sidecarFormat);
	const reading = new Reading(text);
	if (file.usable && file.root) reading.root(file.root);
	const map = file.root && blockMap(text, lineEndOf(text), file.root);
	if (file.writable && file.root?.pairs.length && !map) {
		reading.report('yaml/not-a-map', 'warning', file.root.span, { found: 'inline map' });
	}
	const { entries, parallel, roles, mentions, sections } = reading;
	const undecided = [...allUndecided(file.usable ? file.root : undefined), ...doublyDecided(roles, mentions)];
	const found = [...file.problems, ...reading.problems, ...undecided.map(undecidedProblem)];
	const problems = found.sort((a, b) => a.span.start - b.span.start);
	const writable = file.writable && (map !== undefined || !file.root?.pairs.length);
	const keys = keysOf(text, file.root);
	return { text, keys, entries, parallel, roles, mentions, sections, undecided, problems, writable };
}

/** Paragraphs with two roles, mentions of two actors. */
function doublyDecided(roles: readonly RoleOverride[], mentions: readonly MentionOverrideEntry[]): Undecided[] {
	return [
		...undecidedItems(
			'roles',
			roles.map(({ quote, role, span }) => ({ passage: quote, quote, decision: role, span })),
		),
		...undecidedItems(
			'mentions',
			mentions.flatMap(({ quote, before, after, actor, span }) => {
				const passage = JSON.stringify([quote, before, after]);
				return actor === undefined ? [] : [{ passage, quote, decision: actor, span }];
			}),
		),
	];
}

class Reading {
	readonly entries: SidecarEntry[] = [];
	readonly sections = new Map<string, Span>();
	readonly parallel: ParallelDeclaration[] = [];
	readonly roles: RoleOverride[] = [];
	readonly mentions: MentionOverrideEntry[] = [];
	readonly problems: Problem[] = [];
	readonly #text: string;
	readonly #values = new ValueReader('sidecar', this.problems);

	constructor(text: string) {
		this.#text = text;
	}

	report(code: ProblemCode, severity: Severity, span: Span, args: Record<string, string>): void {
		this.problems.push({ code, severity, span, args });
	}

	root(root: YamlMap): void {
		for (const entry of entriesOf(root)) {
			if (this.#isAnnotation(entry)) {
				this.#entry(entry);
				continue;
			}
			this.sections.set(entry.key, this.#lines(entry));
			if (entry.key === 'parallel') this.#parallel(entry);
			else if (entry.key === 'roles') this.#roles(entry);
			else if (entry.key === 'mentions') this.#mentions(entry);
			else if (entry.key !== 'format' && entry.key !== conflictKey) {
				this.report('sidecar/unknown-key', 'information', entry.keySpan, { key: entry.key });
			}
		}
	}

	/** An id, or a map that tells a passage under a key that is none. */
	#isAnnotation({ key, keySpan, value }: Entry): boolean {
		const map = value?.type === 'map' ? value : undefined;
		if (isId(key)) {
			if (!map) this.report('sidecar/entry-not-a-map', 'error', keySpan, { id: key });
			return map !== undefined;
		}
		const meant = map?.pairs.some((pair) => ['quote', 'from', 'about', 'kind'].includes(pair.key.text)) ?? false;
		if (meant) this.report('sidecar/bad-id', 'warning', keySpan, { id: key });
		return meant;
	}

	/** From the key to the end of the last line. */
	#lines({ keySpan, span }: Entry): Span {
		return { start: keySpan.start, end: entryEnd(this.#text, keySpan.start, span.end) };
	}

	#entry(entry: Entry): void {
		const pairs = new Map(this.#values.map(entry)!.map((pair) => [pair.key, pair]));
		const fields = new Map<string, Span>();
		for (const [key, { value, keySpan }] of pairs) {
			fields.set(key, value?.span ?? { start: keySpan.end, end: keySpan.end });
			if (!knownKeys.has(key)) this.report('sidecar/unknown-key', 'information', keySpan, { key });
		}
		const string = (key: AnnotationKey) => this.#values.string(pairs.get(key));
		const kind = string('kind');
		if (!kind) this.report('sidecar/missing-key', 'error', entry.keySpan, { key: 'kind' });
		const target = this.#target(entry, pairs);
		if (!target) return;
		const annotation: Annotation = {
			id: entry.key,
			kind: kind ?? '',
			target,
			before: string('before') ?? '',
			after: string('after') ?? '',
			tags: this.#values.strings(pairs.get('tags')) ?? [],
			links: this.#values.strings(pairs.get('links')) ?? [],
			replies: this.#replies(pairs.get('replies')),
			...optional('actor', string('actor')),
			...optional('sameAs', this.#shaped(pairs.get('same-as'), /^[^#]+#[^#]+$/, 'file#id')),
			...optional('note', string('note')),
			...optional('status', string('status')),
			...optional('author', string('author')),
			...optional('date', this.#date(pairs.get('date'))),
			...optional('seen', this.#shaped(pairs.get('seen'), /^[0-9a-f]{8}$/, '8 hex digits')),
		};
		this.entries.push({ annotation, idSpan: entry.keySpan, span: this.#lines(entry), fields });
	}

	#target(entry: Entry, pairs: ReadonlyMap<string, Entry>): Target | undefined {
		const string = (key: AnnotationKey) => this.#values.string(pairs.get(key));
		const quote = string('quote');
		if (quote) return { quote };
		const [from, to] = [string('from'), string('to')];
		if (from && to) {
			const length = this.#values.number(pairs.get('length'));
			return { from, to, length: length && length > 0 ? Math.round(length) : from.length + to.length };
		}
		if (this.#shaped(pairs.get('about'), /^seed$/, 'seed')) return { about: 'seed' };
		const key = from ? 'to' : to ? 'from' : 'quote';
		this.report('sidecar/missing-key', 'error', entry.keySpan, { key });
		return undefined;
	}

	#replies(entry: Entry | undefined): Reply[] {
		const replies: Reply[] = [];
		for (const reply of this.#values.map(entry) ?? []) {
			if (reply.value?.type !== 'map') {
				this.report('sidecar/entry-not-a-map', 'error', reply.keySpan, { id: reply.key });
				continue;
			}
			if (!isId(reply.key)) this.report('sidecar/bad-id', 'warning', reply.keySpan, { id: reply.key });
			const pairs = new Map(entriesOf(reply.value).map((pair) => [pair.key, pair]));
			for (const { key, keySpan } of pairs.values()) {
				if (!replyKeys.has(key)) this.report('sidecar/unknown-key', 'information', keySpan, { key });
			}
			const text = this.#values.string(pairs.get('text'));
			if (text === undefined) this.report('sidecar/missing-key', 'error', reply.keySpan, { key: 'text' });
			replies.push({
				id: reply.key,
				text: text ?? '',
				...optional('author', this.#values.string(pairs.get('author'))),
				...optional('date', this.#date(pairs.get('date'))),
			});
		}
		return replies;
	}

	#parallel(entry: Entry): void {
		for (const declaration of this.#values.map(entry) ?? []) {
			const pins: ParallelPin[] = [];
			for (const item of this.#values.items(declaration) ?? []) {
				const pairs = this.#itemPairs(item, declaration.key);
				const here = this.#values.string(pairs?.get('here'));
				const there = this.#values.string(pairs?.get('there'));
				if (here || there) pins.push({ span: item.span, ...optional('here', here), ...optional('there', there) });
				else if (pairs) this.report('sidecar/missing-key', 'error', item.span, { key: 'here' });
			}
			this.parallel.push({ file: declaration.key, fileSpan: declaration.keySpan, pins });
		}
	}

	#roles(entry: Entry): void {
		for (const item of this.#values.items(entry) ?? []) {
			const pairs = this.#itemPairs(item, entry.key);
			const quote = this.#values.string(pairs?.get('quote'));
			const role = this.#values.string(pairs?.get('role'));
			if (quote && role) this.roles.push({ quote, role, span: item.span });
			else if (pairs) this.report('sidecar/missing-key', 'error', item.span, { key: quote ? 'role' : 'quote' });
		}
	}

	#mentions(entry: Entry): void {
		for (const item of this.#values.items(entry) ?? []) {
			const pairs = this.#itemPairs(item, entry.key);
			if (!pairs) continue;
			const string = (key: string) => this.#values.string(pairs.get(key)) || undefined;
			const [quote, actor, not] = [string('quote'), string('actor'), string('not')];
			const ids = [actor && pairs.get('actor'), not && pairs.get('not')].flatMap((pair) => {
				return pair ? [{ id: pair.key === 'actor' ? actor! : not!, span: pair.value!.span }] : [];
			});
			if (!quote || ids.length === 0) {
				this.report('sidecar/missing-key', 'error', item.span, { key: quote ? 'actor' : 'quote' });
				continue;
			}
			const context = { before: string('before') ?? '', after: string('after') ?? '' };
			const said = { ...optional('actor', actor), ...optional('not', not) };
			this.mentions.push({ quote, ...context, ...said, span: item.span, ids });
		}
	}

	#itemPairs(item: YamlNode, key: string): Map<string, Entry> | undefined {
		if (item.type === 'map') return new Map(entriesOf(item).map((pair) => [pair.key, pair]));
		this.#values.wrongType(key, item, 'list of maps');
		return undefined;
	}

	/** A text of a certain form; what has another is left out, with a problem. */
	#shaped(entry: Entry | undefined, form: RegExp, expected: string): string | undefined {
		const found = this.#values.string(entry);
		if (found === undefined || form.test(found)) return found;
		this.report('sidecar/bad-value', 'warning', entry!.value!.span, { key: entry!.key, found, expected });
		return undefined;
	}

	#date(entry: Entry | undefined): string | undefined {
		const found = this.#values.string(entry);
		if (found === undefined || isDate(found)) return found;
		this.report('sidecar/bad-date', 'warning', entry!.value!.span, { found });
		return undefined;
	}
}

/** Whether the calendar has the ISO date. */
function isDate(text: string): boolean {
	if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
	const date = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
	return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V };
}
