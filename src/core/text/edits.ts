// Edits: applying changes to a text, carrying spans across them, and finding the one change between two texts.
import type { TextEdit } from '../ports';
import type { Span } from './span';

/**
 * The text after all edits. Their offsets are into `text`; their order does not matter, save that insertions at one
 * place come out in list order. Throws where edits overlap or lie outside the text: that is a bug of the caller.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
	const pieces: string[] = [];
	let done = 0;
	for (const edit of inOrder(edits)) {
		if (edit.start < done || edit.end < edit.start || edit.end > text.length)
			throw new RangeError(`edit ${edit.start}–${edit.end} overlaps another or lies outside the text`);
		pieces.push(text.slice(done, edit.start), edit.text);
		done = edit.end;
	}
	pieces.push(text.slice(done));
	return pieces.join('');
}

/**
 * Where a span goes when the edits are applied. What is put in exactly at its start or end stays outside; what
 * replaces a part of it, or the whole of it and no more, belongs to it; what replaces its border and text beyond does
 * not. Deleting all of it gives an empty span.
 */
export function mapSpan(span: Span, edits: readonly TextEdit[]): Span {
	let { start, end } = span;
	for (const edit of edits) {
		const growth = edit.text.length - (edit.end - edit.start);
		const swallowed = edit.start < span.start && edit.end >= span.end;
		if (edit.end <= span.start) start += growth;
		else if (edit.start < span.start) start += edit.start + (swallowed ? 0 : edit.text.length) - span.start;
		if (edit.start < span.end) end += edit.end <= span.end && !swallowed ? growth : edit.start - span.end;
	}
	return { start, end: Math.max(start, end) };
}

/** The smallest edit that makes `after` of `before`, never between the halves of a surrogate pair or of a CRLF; undefined where they are equal. */
export function minimalEdit(before: string, after: string): TextEdit | undefined {
	if (before === after) return undefined;
	const shorter = Math.min(before.length, after.length);
	let prefix = 0;
	while (prefix < shorter && before.charCodeAt(prefix) === after.charCodeAt(prefix)) prefix++;
	if (splits(before, prefix) || splits(after, prefix)) prefix--;
	let suffix = 0;
	const most = shorter - prefix;
	while (suffix < most && before.charCodeAt(before.length - 1 - suffix) === after.charCodeAt(after.length - 1 - suffix))
		suffix++;
	if (splits(before, before.length - suffix) || splits(after, after.length - suffix)) suffix--;
	return { start: prefix, end: before.length - suffix, text: after.slice(prefix, after.length - suffix) };
}

function inOrder(edits: readonly TextEdit[]): TextEdit[] {
	return [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Whether a cut at `offset` would part what belongs together. */
function splits(text: string, offset: number): boolean {
	if (offset <= 0 || offset >= text.length) return false;
	const left = text.charCodeAt(offset - 1);
	const right = text.charCodeAt(offset);
	if (left === 0x0d) return right === 0x0a;
	return left >= 0xd800 && left < 0xdc00 && right >= 0xdc00 && right < 0xe000;
}
