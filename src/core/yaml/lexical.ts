// The small change of reading YAML text by hand: scalars, quotes, comments, line ends. Nothing here needs valid YAML.
import type { Span } from '../text/span';
import { afterWhite, find } from './lines';

/** A scalar without the white space and the quotes around it. */
export interface Scalar {
	readonly span: Span;
	/** With `''` of single quotes read as one; escapes of double quotes stay as they are. */
	readonly text: string;
	readonly quote: '"' | "'" | undefined;
}

/** The scalar in `[start, end)`; its closing quote may be missing. */
export function scalarIn(text: string, start: number, end: number): Scalar {
	const raw = text.slice(start, end);
	const trimmed = raw.trim();
	const from = start + (raw.length - raw.trimStart().length);
	const first = trimmed[0];
	const quote = first === '"' || first === "'" ? first : undefined;
	if (!quote) return { span: { start: from, end: from + trimmed.length }, text: trimmed, quote };
	const closed = trimmed.length > 1 && trimmed.endsWith(quote) ? 1 : 0;
	const inner = trimmed.slice(1, trimmed.length - closed);
	const said = quote === "'" ? inner.replaceAll("''", "'") : inner;
	return { span: { start: from + 1, end: from + 1 + inner.length }, text: said, quote };
}

/** After the closing quote of the quotation that begins at `from`, if it closes before `end`. */
function closingOf(text: string, from: number, end: number): number | undefined {
	const inner = text[from] === '"' ? /(?:[^"\\\r\n]+|\\.)*/y : /(?:[^'\r\n]+|'')*/y;
	const at = skip(inner, text, from + 1);
	return at < end && text[at] === text[from] ? at + 1 : undefined;
}

/** Where the key that begins at `from` has its colon, if what stands before `end` is a key. */
export function colonOf(text: string, from: number, end: number): number | undefined {
	const first = text[from];
	if (from === end || first === '[' || first === '{') return undefined;
	const after = first === '"' || first === "'" ? (closingOf(text, from, end) ?? end) : from;
	const found = find(/:(?=\s|$)|(?<=\s)#|[\r\n]/g, text, after);
	return found < end && text[found] === ':' ? found : undefined;
}

/** Where a value in `[from, end)` ends: before a comment, or at `end`. */
export function valueEnd(text: string, from: number, end: number): number {
	const first = afterWhite(text, from);
	const quoted = /["']/.test(text[first] ?? '') ? closingOf(text, first, end) : undefined;
	return Math.min(find(/(?<=\s)#|[\r\n]/g, text, quoted ?? from), end);
}

/** Where what stands at `from` in a flow collection ends: at the next sign of the collection, a comment or the line's end. */
export function slotEnd(text: string, from: number): number {
	const first = afterWhite(text, from);
	const quoted = /["']/.test(text[first] ?? '');
	const after = quoted ? (closingOf(text, first, text.length) ?? lineEnd(text, first)) : first;
	return find(/[[\]{},\r\n]|:(?=[\s,[\]{}]|$)|(?<=\s)#/g, text, after);
}

/** The end of the line, its break not counted. */
export function lineEnd(text: string, from: number): number {
	return find(/[\r\n]/g, text, from);
}

/** After the line break at `end`; past the text's end where there is none. */
export function nextLine(text: string, end: number): number {
	return text.startsWith('\r\n', end) ? end + 2 : end + 1;
}

/** After what the pattern (`y`) matches at `from`; `from` where it does not. */
export function skip(pattern: RegExp, text: string, from: number): number {
	pattern.lastIndex = from;
	return from + (pattern.exec(text)?.[0].length ?? 0);
}
