// Writing YAML scalars so that every reader, 1.1 or 1.2, reads back the very text: quoted where it might be misread.

/** A value as lines: the first stands on the key's line, the others below it, already indented. */
export type ValueLines = readonly [string, ...string[]];

/** Line breaks of any sort, control characters, byte order marks and lone surrogates: only an escape carries them safely. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const needsEscape = /[\0-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|\p{Surrogate}/u;

/** Words of letters, digits and a few signs that mean nothing to YAML there; each begins with a letter or digit. */
const wordLike =
	/^[\p{L}\p{N}_][\p{L}\p{N}\p{M}_.\-/+@%#]*(?: [\p{L}\p{N}\p{M}_.\-/+@%][\p{L}\p{N}\p{M}_.\-/+@%#]*)*$/u;
const numberLike = /^(?:[\d_.,+-]+(?:e[+-]?[\d_]*)?|0[xob][\da-f_]+)$/i;
const reserved = /^(?:null|true|false|yes|no|on|off|y|n)$/i;

/** In single quotes on one line, or in double quotes where the text has what single quotes cannot carry. */
export function quoted(text: string): string {
	return needsEscape.test(text) ? doubleQuoted(text) : `'${text.replaceAll("'", "''")}'`;
}

/** Bare where no reader can take it for something else (a date, a number, `yes`); else quoted. Good for keys too. */
export function plain(text: string): string {
	const safe = text.length <= 200 && wordLike.test(text) && !numberLike.test(text);
	return safe && !reserved.test(text) ? text : quoted(text);
}

/** In the quotation marks that `written`, the source it replaces, has; where it has none, in those that are needed. */
export function writtenLike(written: string, text: string): string {
	if (written.startsWith('"')) return doubleQuoted(text);
	return written.startsWith("'") ? quoted(text) : plain(text);
}

/** `[a, b]` */
export function flowList(items: readonly string[]): string {
	return `[${items.map(plain).join(', ')}]`;
}

/**
 * `|-` with the text's lines as they are, below it by `indent`; in double quotes where a block cannot carry the text
 * (white space at its ends, control characters).
 */
export function block(text: string, indent: string): ValueLines {
	const carries =
		text !== '' && !/^\s|\s$/.test(text) && !needsEscape.test(text.replaceAll('\n', ' ').replaceAll('\t', ' '));
	if (!carries) return [quoted(text)];
	return ['|-', ...text.split('\n').map((line) => (line === '' ? '' : indent + line))];
}

function doubleQuoted(text: string): string {
	return JSON.stringify(text).replace(/[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g, (c) => {
		return `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;
	});
}
