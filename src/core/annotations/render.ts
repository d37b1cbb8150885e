// An annotation as YAML lines: fixed key order, one fact a line, so that a diff of it reads as what was done.
import { block, flowList, plain, quoted, type ValueLines } from '../yaml/scalars';
import { type KeyLines, pairLines } from '../yaml/splice';
import type { Annotation, MentionOverride, ParallelPin, Reply, RoleOverride, Target } from './model';
import { type AnnotationKey, annotationKeys } from './sidecar';

/** What one level of our own blocks is indented by. */
export const indentStep = '  ';

/** What of an annotation may be said anew. A field that is undefined, empty text or an empty list is taken out. */
export type AnnotationFields = { readonly [K in Exclude<keyof Annotation, 'id'>]?: Annotation[K] | undefined };

/** The values of the fields that are named, in the order of the keys. `indent` is the white space before the keys. */
export function renderFields(fields: AnnotationFields, indent: string): KeyLines[] {
	const rendered = new Map<string, ValueLines | undefined>();
	const put = (field: keyof AnnotationFields, key: AnnotationKey, write: (value: string) => ValueLines) => {
		if (!(field in fields)) return;
		const value = fields[field] as string | undefined;
		rendered.set(key, value ? write(value) : undefined);
	};
	if (fields.target) for (const [key, value] of renderTarget(fields.target)) rendered.set(key, value);
	put('kind', 'kind', bare);
	put('before', 'before', (value) => [quoted(value)]);
	put('after', 'after', (value) => [quoted(value)]);
	put('actor', 'actor', bare);
	put('sameAs', 'same-as', bare);
	put('note', 'note', (value) => block(value, indent + indentStep));
	put('status', 'status', bare);
	put('author', 'author', bare);
	put('date', 'date', bare);
	put('seen', 'seen', bare);
	if ('tags' in fields) rendered.set('tags', fields.tags?.length ? [flowList(fields.tags)] : undefined);
	if ('links' in fields) rendered.set('links', fields.links?.length ? [flowList(fields.links)] : undefined);
	if ('replies' in fields) {
		const replies = fields.replies?.flatMap((reply) => renderReply(reply, indent + indentStep));
		rendered.set('replies', replies?.length ? ['', ...replies] : undefined);
	}
	return annotationKeys.filter((key) => rendered.has(key)).map((key) => [key, rendered.get(key)]);
}

function bare(text: string): ValueLines {
	return [plain(text)];
}

/** All five keys of a target, those of its other forms without a value. */
function renderTarget(target: Target): KeyLines[] {
	return [
		['quote', 'quote' in target ? [quoted(target.quote)] : undefined],
		['from', 'from' in target ? [quoted(target.from)] : undefined],
		['to', 'from' in target ? [quoted(target.to)] : undefined],
		['length', 'from' in target ? [String(target.length)] : undefined],
		['about', 'about' in target ? [target.about] : undefined],
	];
}

/** A whole entry, from its id on. */
export function renderAnnotation({ id, ...fields }: Annotation): string[] {
	return [
		`${plain(id)}:`,
		...renderFields(fields, indentStep).flatMap(([key, value]) => pairLines(indentStep, key, value)),
	];
}

/** What of a reply may be said anew. Undefined or empty: taken out. */
export type ReplyFields = { readonly [K in 'author' | 'date' | 'text']?: string | undefined };

/** The keys of a reply, in the order in which they are written. */
export const replyKeys = ['author', 'date', 'text'] as const;

/** The values of the fields that are named. */
export function renderReplyFields(fields: ReplyFields, indent: string): KeyLines[] {
	const write = (key: keyof ReplyFields, text: string) =>
		key === 'text' ? block(text, indent + indentStep) : bare(text);
	return replyKeys
		.filter((key) => key in fields)
		.map((key) => [key, fields[key] ? write(key, fields[key]) : undefined]);
}

/** A whole reply, from its id on. */
export function renderReply({ id, ...fields }: Reply, indent: string): string[] {
	const inner = indent + indentStep;
	const pairs = renderReplyFields(fields, inner);
	if (fields.text === '') pairs.push(['text', [quoted('')]]);
	return [`${indent}${plain(id)}:`, ...pairs.flatMap(([key, value]) => pairLines(inner, key, value))];
}

export function renderPin({ here, there }: Omit<ParallelPin, 'span'>, indent: string): string {
	const sides = [here && `here: ${quoted(here)}`, there && `there: ${quoted(there)}`].filter(Boolean);
	return `${indent}- { ${sides.join(', ')} }`;
}

export function renderRole({ quote, role }: Omit<RoleOverride, 'span'>, indent: string): string {
	return `${indent}- { quote: ${quoted(quote)}, role: ${plain(role)} }`;
}

export function renderMention({ quote, before, after, actor, not }: MentionOverride, indent: string): string {
	const pairs = [
		`quote: ${quoted(quote)}`,
		before && `before: ${quoted(before)}`,
		after && `after: ${quoted(after)}`,
		actor && `actor: ${plain(actor)}`,
		not && `not: ${plain(not)}`,
	];
	return `${indent}- { ${pairs.filter(Boolean).join(', ')} }`;
}
