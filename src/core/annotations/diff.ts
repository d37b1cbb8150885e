// What changed between two versions of a sidecar, by id: plain data in the order of the document.
import {
	type Annotation,
	isSameOverride,
	type MentionOverride,
	type ParallelPin,
	type Reply,
	type Sidecar,
} from './model';
import { type AnnotationKey, annotationKeys } from './sidecar';

/** The value of one key as the file has it; undefined: the key is not there. */
export type FieldValue = string | number | readonly string[] | undefined;

export interface FieldChange {
	readonly key: Exclude<AnnotationKey, 'replies'>;
	readonly before: FieldValue;
	readonly after: FieldValue;
}

/** A reply that was added (`before` undefined), removed (`after` undefined) or changed. */
export interface ReplyChange {
	readonly id: string;
	readonly before: Reply | undefined;
	readonly after: Reply | undefined;
}

/** An annotation that is in both versions and says something else now. */
export interface AnnotationChanged {
	readonly what: 'changed';
	readonly id: string;
	readonly before: Annotation;
	readonly after: Annotation;
	/** In the fixed order of the keys; replies have their own list. */
	readonly fields: readonly FieldChange[];
	readonly replies: readonly ReplyChange[];
	/** Where the status became or ceased to be `resolved`. */
	readonly thread: 'resolved' | 'reopened' | undefined;
	/** Whether a person confirmed or moved the passage: quote, context or `seen` are others. */
	readonly reanchored: boolean;
}

export type AnnotationChange =
	| { readonly what: 'added'; readonly id: string; readonly after: Annotation }
	| { readonly what: 'removed'; readonly id: string; readonly before: Annotation }
	| AnnotationChanged
	| { readonly what: 'counterpart-declared' | 'counterpart-forgotten'; readonly file: string }
	| {
			readonly what: 'pin-added' | 'pin-removed';
			readonly file: string;
			readonly pin: Pick<ParallelPin, 'here' | 'there'>;
	  }
	| {
			readonly what: 'role-changed';
			readonly quote: string;
			readonly before: string | undefined;
			readonly after: string | undefined;
	  }
	| { readonly what: 'mention-overruled' | 'mention-restored'; readonly mention: MentionOverride };

const passageKeys: ReadonlySet<string> = new Set(['quote', 'from', 'to', 'length', 'about', 'before', 'after', 'seen']);

/**
 * Counterparts, pins, roles and mentions first, then annotations in the order of `after`; a removed one stands after the one
 * that it stood after. Comments, quoting and the order of blocks are no changes. Entries that could not be read are in neither.
 */
export function diffSidecars(before: Sidecar, after: Sidecar): AnnotationChange[] {
	return [
		...diffParallel(before, after),
		...diffRoles(before, after),
		...diffMentions(before, after),
		...diffEntries(before, after),
	];
}

function diffEntries(before: Sidecar, after: Sidecar): AnnotationChange[] {
	const old = new Map(before.entries.map(({ annotation }) => [annotation.id, annotation]));
	const kept = new Set(after.entries.map(({ annotation }) => annotation.id));
	const removedAfter = removedByPredecessor(before, kept);
	const changes: AnnotationChange[] = [...(removedAfter.get(undefined) ?? [])];
	for (const { annotation } of after.entries) {
		const was = old.get(annotation.id);
		const changed = was && diffAnnotation(was, annotation);
		if (!was) changes.push({ what: 'added', id: annotation.id, after: annotation });
		else if (changed) changes.push(changed);
		changes.push(...(removedAfter.get(annotation.id) ?? []));
	}
	return changes;
}

/** Removed annotations by the id of the nearest one above that is kept. */
function removedByPredecessor(
	{ entries }: Sidecar,
	kept: ReadonlySet<string>,
): Map<string | undefined, AnnotationChange[]> {
	const removed = new Map<string | undefined, AnnotationChange[]>();
	let above: string | undefined;
	for (const { annotation } of entries) {
		if (kept.has(annotation.id)) {
			above = annotation.id;
			continue;
		}
		const list = removed.get(above) ?? [];
		list.push({ what: 'removed', id: annotation.id, before: annotation });
		removed.set(above, list);
	}
	return removed;
}

function diffAnnotation(before: Annotation, after: Annotation): AnnotationChanged | undefined {
	// most are as they were
	if (before === after || JSON.stringify(before) === JSON.stringify(after)) return undefined;
	const [old, fresh] = [valuesOf(before), valuesOf(after)];
	const fields = annotationKeys
		.filter((key) => key !== 'replies')
		.map((key) => ({ key, before: old[key], after: fresh[key] }))
		.filter((field) => !isSame(field.before, field.after));
	const replies = diffReplies(before.replies, after.replies);
	if (fields.length === 0 && replies.length === 0) return undefined;
	const [wasResolved, isResolved] = [before.status === 'resolved', after.status === 'resolved'];
	const thread = wasResolved === isResolved ? undefined : isResolved ? 'resolved' : 'reopened';
	const reanchored = fields.some(({ key }) => passageKeys.has(key));
	return { what: 'changed', id: after.id, before, after, fields, replies, thread, reanchored };
}

function valuesOf(annotation: Annotation): Partial<Record<AnnotationKey, FieldValue>> {
	const { target, sameAs, tags, links, before, after, replies, id, ...rest } = annotation;
	return {
		...target,
		...rest,
		...(before && { before }),
		...(after && { after }),
		...(sameAs && { 'same-as': sameAs }),
		...(tags.length > 0 && { tags }),
		...(links.length > 0 && { links }),
	};
}

/** In the order of `after`; removed ones at the end. */
function diffReplies(before: readonly Reply[], after: readonly Reply[]): ReplyChange[] {
	const old = new Map(before.map((reply) => [reply.id, reply]));
	const kept = new Set(after.map((reply) => reply.id));
	const same = (a: Reply | undefined, b: Reply) => a?.text === b.text && a.author === b.author && a.date === b.date;
	return [
		...after
			.filter((reply) => !same(old.get(reply.id), reply))
			.map((reply) => ({ id: reply.id, before: old.get(reply.id), after: reply })),
		...before
			.filter((reply) => !kept.has(reply.id))
			.map((reply) => ({ id: reply.id, before: reply, after: undefined })),
	];
}

function diffParallel(before: Sidecar, after: Sidecar): AnnotationChange[] {
	const old = new Map(before.parallel.map(({ file, pins }) => [file, pins]));
	const fresh = new Map(after.parallel.map(({ file, pins }) => [file, pins]));
	const changes: AnnotationChange[] = [];
	for (const file of new Set([...fresh.keys(), ...old.keys()])) {
		if (!old.has(file)) changes.push({ what: 'counterpart-declared', file });
		if (!fresh.has(file)) changes.push({ what: 'counterpart-forgotten', file });
		const [was, is] = [old.get(file) ?? [], fresh.get(file) ?? []];
		const without = (pins: readonly ParallelPin[], others: readonly ParallelPin[]) =>
			pins.filter((pin) => !others.some((other) => other.here === pin.here && other.there === pin.there));
		for (const pin of without(is, was)) changes.push({ what: 'pin-added', file, pin });
		for (const pin of without(was, is)) changes.push({ what: 'pin-removed', file, pin });
	}
	return changes;
}

function diffRoles(before: Sidecar, after: Sidecar): AnnotationChange[] {
	const old = new Map(before.roles.map(({ quote, role }) => [quote, role]));
	const fresh = new Map(after.roles.map(({ quote, role }) => [quote, role]));
	return [...new Set([...fresh.keys(), ...old.keys()])]
		.filter((quote) => old.get(quote) !== fresh.get(quote))
		.map((quote) => ({ what: 'role-changed', quote, before: old.get(quote), after: fresh.get(quote) }));
}

function diffMentions({ mentions: before }: Sidecar, { mentions: after }: Sidecar): AnnotationChange[] {
	const without = (all: readonly MentionOverride[], others: readonly MentionOverride[]) =>
		all.filter((one) => !others.some((other) => isSameOverride(one, other)));
	return [
		...without(after, before).map((mention) => ({ what: 'mention-overruled', mention }) as const),
		...without(before, after).map((mention) => ({ what: 'mention-restored', mention }) as const),
	];
}

function isSame(a: FieldValue, b: FieldValue): boolean {
	return Array.isArray(a) && Array.isArray(b) ? a.length === b.length && a.every((item, i) => item === b[i]) : a === b;
}
