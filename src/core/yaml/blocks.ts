// Whole blocks of a file that is one map: a new one put in, and what every change of such a file answers.
import type { TextEdit } from '../ports';
import type { Problem } from '../problems';
import { isBlankAbove, lineEndOf, lineStart, trimEnd } from './splice';

/** Edits of a file's text (none: nothing to change), or why there are none. */
export type EditResult =
	| { readonly edits: readonly TextEdit[]; readonly problem?: undefined }
	| { readonly edits?: undefined; readonly problem: Problem };

/** Lines of a new block before the one whose key stands at `next`, and before the comment lines right above that. */
export function insertBlock(text: string, lines: readonly string[], next: number): TextEdit {
	const eol = lineEndOf(text);
	let start = lineStart(text, next);
	while (start > 0 && text[lineStart(text, start - 1)] === '#') start = lineStart(text, start - 1);
	const apart = isBlankAbove(text, start) ? eol : '';
	return { start, end: start, text: lines.map((line) => line + eol).join('') + apart };
}

/** Lines of a new block at the end, a blank line above it. `format`: put first, in a file that says nothing yet. */
export function appendBlock(text: string, lines: readonly string[], format: string | undefined): TextEdit {
	const eol = lineEndOf(text);
	const documentEnd = /^\.\.\.(?=\s|$)/m.exec(text)?.index;
	const end = trimEnd(text, documentEnd ?? text.length);
	const all = format === undefined ? ['', ...lines] : [`format: ${format}`, '', ...lines];
	if (end === 0 || text.slice(0, end) === '\ufeff')
		return { start: end, end, text: all.map((line) => line + eol).join('') };
	const last = format !== undefined && end === text.length ? eol : '';
	return { start: end, end, text: all.map((line) => eol + line).join('') + last };
}
