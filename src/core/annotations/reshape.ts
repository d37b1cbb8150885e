// One annotation made two, and several made one. What people wrote is kept: notes are joined, threads follow one another.
import type { Span } from '../text/span';
import { describe } from './create';
import { type EditResult, find, inSteps, missing, refusal } from './editing';
import { addAnnotation, removeAnnotation, setFields } from './edits';
import type { Annotation, Sidecar, SidecarEntry } from './model';
import { splitAt } from './nudge';

export interface Split {
	/** The seed's text, and where the passage is in it now. */
	readonly text: string;
	readonly span: Span;
	/** Where it is cut: inside the passage. */
	readonly offset: number;
	/** The id of the second part. */
	readonly newId: string;
	/** The version of the seed this is done on, where it is known. */
	readonly seen?: string | undefined;
}

/**
 * Cuts an annotation in two. The first part keeps the id, the note and the thread; the second has its kind, actor, tags,
 * status, author and date. A cut that leaves nothing on one side changes nothing.
 */
export function splitAnnotation(sidecar: Sidecar, id: string, { text, span, offset, newId, seen }: Split): EditResult {
	const at = sidecar.entries.findIndex(({ annotation }) => annotation.id === id);
	if (at < 0) return refusal(sidecar) ?? missing(id);
	const parts = splitAt(text, span, offset);
	if (!parts) return refusal(sidecar) ?? { edits: [] };
	const { note: _note, sameAs: _twin, ...like } = sidecar.entries[at]!.annotation;
	const anew = seen === undefined ? {} : { seen };
	const second: Annotation = { ...like, id: newId, links: [], replies: [], ...describe(text, parts[1]), ...anew };
	const follower = sidecar.entries[at + 1]?.annotation.id;
	return inSteps(sidecar, [
		(now) => setFields(now, id, { ...describe(text, parts[0]), ...anew }),
		(now) => addAnnotation(now, second, follower),
	]);
}

export interface Merge {
	readonly text: string;
	/** From where the first of the passages begins to where the last ends. */
	readonly span: Span;
	readonly seen?: string | undefined;
}

/**
 * Makes one annotation of several: the first of `ids` keeps its id, kind, actor and status, and gets the others' tags, links,
 * notes and threads. The others are taken out.
 */
export function mergeAnnotations(sidecar: Sidecar, ids: readonly string[], { text, span, seen }: Merge): EditResult {
	const entries = [...new Set(ids)].map((id) => find(sidecar, id));
	const lost = entries.indexOf(undefined);
	if (lost >= 0 || entries.length === 0) return refusal(sidecar) ?? missing(ids[lost] ?? '');
	const all = (entries as SidecarEntry[]).map(({ annotation }) => annotation);
	const [first, ...others] = all as [Annotation, ...Annotation[]];
	const notes = [...new Set(all.flatMap(({ note }) => note ?? []))];
	const replies = new Map(all.flatMap((one) => one.replies).map((reply) => [reply.id, reply]));
	const fields = {
		...describe(text, span),
		tags: union(all.map(({ tags }) => tags)),
		links: union(all.map(({ links }) => links)),
		...(notes.length > (first.note ? 1 : 0) && { note: notes.join('\n\n') }),
		...(replies.size > first.replies.length && { replies: [...replies.values()] }),
		...(seen !== undefined && { seen }),
	};
	return inSteps(sidecar, [
		(now) => setFields(now, first.id, changed(first, fields)),
		...others.map(
			({ id }) =>
				(now: Sidecar) =>
					removeAnnotation(now, id),
		),
	]);
}

function union(lists: readonly (readonly string[])[]): string[] {
	return [...new Set(lists.flat())];
}

/** The fields that say something new, so that lists a person wrote line by line stay so. */
function changed<T extends Partial<Annotation>>(before: Annotation, fields: T): Partial<T> {
	const isNew = ([key, value]: [string, unknown]) =>
		JSON.stringify(value) !== JSON.stringify(before[key as keyof Annotation]);
	return Object.fromEntries(Object.entries(fields).filter(isNew)) as Partial<T>;
}
