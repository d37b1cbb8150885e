// Changing a sidecar by splices: each function returns the edits of its text that do it, and touches nothing else.
// Where the file must not be written, or does not have what is named, the answer is a problem instead.
import { decide, type Keep } from '../merge/resolve';
import type { Undecided } from '../merge/undecided';
import type { TextEdit } from '../ports';
import { appendBlock, type EditResult, insertBlock } from '../yaml/blocks';
import {
	afterLineEnd,
	beforeLineEnd,
	innerMap,
	insertAfter,
	isBlankAbove,
	isEmptyValue,
	lineEndOf,
	lineStart,
	removeLines,
	setPairs,
} from '../yaml/splice';
import { editBlock, find, missing, refusal, taken } from './editing';
import { type Annotation, type Reply, type Sidecar, type SidecarEntry, sidecarFormat } from './model';
import {
	type AnnotationFields,
	indentStep,
	type ReplyFields,
	renderAnnotation,
	renderFields,
	renderReply,
	renderReplyFields,
	replyKeys,
} from './render';
import { keepItem } from './sections';
import { annotationKeys } from './sidecar';

export type { EditResult } from '../yaml/blocks';
export { clearMention, overruleMention, renameActorInSidecar } from './mention-edits';
export { addPin, declareCounterpart, forgetCounterpart, preferCounterpart, removePins, setRole } from './sections';

/** The first lines of a new sidecar: the schema for editors that know the comment, and the format. */
export function newSidecarText({ schema, eol = '\n' }: { schema?: string; eol?: string } = {}): string {
	return `${schema ? `# yaml-language-server: $schema=${schema}${eol}` : ''}format: ${sidecarFormat}${eol}`;
}

/**
 * A new entry, as one block, before the entry `before` (and the comment lines right above that), or at the end where
 * it is undefined. A blank line separates it, save where the entries around it have none. An id that is taken is a problem.
 */
export function addAnnotation(sidecar: Sidecar, annotation: Annotation, before?: string): EditResult {
	const refused = refusal(sidecar);
	if (refused) return refused;
	if (find(sidecar, annotation.id) || sidecar.sections.has(annotation.id)) {
		return taken(annotation.id);
	}
	const next = before === undefined ? undefined : find(sidecar, before);
	if (before !== undefined && !next) return missing(before);
	return { edits: [entryEdit(sidecar, renderAnnotation(annotation), next)] };
}

/** The lines of a new entry before the entry `next`, or at the end. */
export function entryEdit(sidecar: Sidecar, lines: readonly string[], next: SidecarEntry | undefined): TextEdit {
	const { text, entries, sections } = sidecar;
	const format = entries.length === 0 && sections.size === 0 ? sidecarFormat : undefined;
	return next ? insertBlock(text, lines, next.span.start) : appendBlock(text, lines, format);
}

/**
 * Makes the entry `id` what it is in another version of the sidecar, letter by letter, line ends apart: added, replaced or, where
 * the other has none of that id, removed. A new one stands before the entry `before`, or, where that is undefined or not
 * there, before the one that follows it in the other version.
 */
export function takeEntry(sidecar: Sidecar, id: string, from: Sidecar, before?: string): EditResult {
	const refused = refusal(sidecar);
	if (refused) return refused;
	const [mine, theirs] = [find(sidecar, id), find(from, id)];
	if (!theirs) return mine ? removeAnnotation(sidecar, id) : { edits: [] };
	const lines = from.text.slice(theirs.span.start, theirs.span.end).split(/\r\n?|\n/);
	if (mine) return { edits: [{ ...mine.span, text: lines.join(lineEndOf(sidecar.text)) }] };
	const below = from.entries.slice(from.entries.indexOf(theirs) + 1);
	const ids = [...(before === undefined ? [] : [before]), ...below.map(({ annotation }) => annotation.id)];
	const next = ids.map((one) => find(sidecar, one)).find((entry) => entry !== undefined);
	return { edits: [entryEdit(sidecar, lines, next)] };
}

/** Takes an entry out, with the blank line that separated it. Comments above it stay. */
export function removeAnnotation(sidecar: Sidecar, id: string): EditResult {
	const entry = find(sidecar, id);
	const refused = refusal(sidecar) ?? (entry ? undefined : missing(id));
	if (refused) return refused;
	return { edits: [removeEntry(sidecar.text, lineStart(sidecar.text, entry!.span.start), entry!.span.end)] };
}

/** With the blank line below, where there are blank lines on both sides; the last entry with the blank line above. */
export function removeEntry(text: string, start: number, end: number): TextEdit {
	const below = afterLineEnd(text, end);
	const belowBlank = /[ \t]*(?:\r?\n)?/y;
	belowBlank.lastIndex = below;
	belowBlank.test(text);
	const isBlankBelow = text[belowBlank.lastIndex - 1] === '\n' && belowBlank.lastIndex > below;
	if (isBlankAbove(text, start) && isBlankBelow) return { start, end: belowBlank.lastIndex, text: '' };
	const isLast = text.slice(below).trim() === '';
	if (!isBlankAbove(text, start) || !isLast || start === 0) return removeLines(text, [{ start, end }])[0]!;
	const above = lineStart(text, start - 1);
	return below > end ? { start: above, end: below, text: '' } : { start: beforeLineEnd(text, above), end, text: '' };
}

/**
 * Decides what a merge left open: `keep` one of the alternatives, or both (a deleted entry stays, notes are joined, and
 * of other things the entry is doubled under `newId`, which must be given then). See `canKeepBoth`.
 */
export function resolveConflict(sidecar: Sidecar, undecided: Undecided, keep: Keep, newId?: string): EditResult {
	const refused = refusal(sidecar);
	if (refused) return refused;
	if (newId !== undefined && (find(sidecar, newId) || sidecar.sections.has(newId))) return taken(newId);
	const { path, field } = undecided;
	const isItem = path.length === 1 && (path[0] === 'roles' || path[0] === 'mentions');
	if (isItem && field !== undefined) return keepItem(sidecar, undecided, keep);
	const options = { order: annotationKeys, ...(newId !== undefined && { newId }) };
	const edits = decide(sidecar.text, sidecarFormat, undecided, keep, options);
	return edits ? { edits } : missing(field ?? path.at(-1) ?? '');
}

/**
 * Fields of one entry said anew, in one go. A value that is there is replaced where it stands, a new key goes to its
 * place in the fixed order, and a field that is undefined or empty is taken out. Fields that are not named stay.
 */
export function setFields(sidecar: Sidecar, id: string, fields: AnnotationFields): EditResult {
	return editBlock(sidecar, id, (map) => setPairs(map, renderFields(fields, map.indent), annotationKeys));
}

/** A reply at the end of the thread. An id that the thread has is a problem. */
export function addReply(sidecar: Sidecar, id: string, reply: Reply): EditResult {
	if (find(sidecar, id)?.annotation.replies.some((r) => r.id === reply.id)) return taken(reply.id);
	return editBlock(sidecar, id, (map) => {
		const replies = innerMap(map, 'replies');
		if (replies) return [insertAfter(replies, replies.pairs.at(-1)!, renderReply(reply, replies.indent))];
		const pair = map.pairs.find(({ key }) => key === 'replies');
		const lines = renderReply(reply, map.indent + indentStep);
		if (!pair) return setPairs(map, [['replies', ['', ...lines]]], annotationKeys);
		return isEmptyValue(map, pair) ? [insertAfter(map, pair, lines)] : undefined;
	});
}

/** Author, date or text of a reply said anew; fields that are not named stay. */
export function editReply(sidecar: Sidecar, id: string, replyId: string, fields: ReplyFields): EditResult {
	if (!find(sidecar, id)?.annotation.replies.some((r) => r.id === replyId)) return missing(replyId);
	return editBlock(sidecar, id, (map) => {
		const replies = innerMap(map, 'replies');
		const reply = replies && innerMap(replies, replyId);
		return reply && setPairs(reply, renderReplyFields(fields, reply.indent), replyKeys);
	});
}

/** Takes a reply out; with the last one, the whole thread. */
export function removeReply(sidecar: Sidecar, id: string, replyId: string): EditResult {
	if (!find(sidecar, id)?.annotation.replies.some((r) => r.id === replyId)) return missing(replyId);
	return editBlock(sidecar, id, (map) => {
		const replies = innerMap(map, 'replies');
		const reply = replies?.pairs.find(({ key }) => key === replyId);
		if (!replies || !reply) return undefined;
		const all = map.pairs.find(({ key }) => key === 'replies')!;
		return removeLines(map.text, [replies.pairs.length === 1 ? all.lines : reply.lines]);
	});
}
