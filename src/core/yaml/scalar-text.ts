// What a scalar's source means, by the rules of YAML 1.2 (chapters 5.7, 7.3 and 8.1). Mistakes are told, and read over.
import type { CST } from 'yaml';

/** Tells a mistake at an offset into the file. */
export type Fail = (start: number, length: number, detail: string) => void;

const escapes: Readonly<Record<string, string>> = {
	'0': '\0',
	a: '\x07',
	b: '\b',
	e: '\x1b',
	f: '\f',
	n: '\n',
	r: '\r',
	t: '\t',
	v: '\v',
	N: '\x85',
	_: '\xa0',
	L: '\u2028',
	P: '\u2029',
	' ': ' ',
	'"': '"',
	'/': '/',
	'\\': '\\',
	'\t': '\t',
};

/** The text of a plain or quoted scalar. */
export function flowText({ source, offset }: CST.FlowScalar, fail: Fail): string {
	if (source[0] === "'") return singleQuoted(source, offset, fail);
	if (source[0] === '"') return doubleQuoted(source, offset, fail);
	if (/^[\t,%|>@`]/.test(source)) fail(offset, 1, `an unquoted text cannot begin with “${source[0]}”`);
	return unfold(source);
}

const unclosed = 'the closing quote is missing';

function singleQuoted(source: string, offset: number, fail: Fail): string {
	const body = source.slice(1, source.length > 1 && source.endsWith("'") ? -1 : undefined);
	const isClosed = source.length === body.length + 2 && !body.replaceAll("''", '').includes("'");
	if (!isClosed) fail(offset, source.length, unclosed);
	return unfold(body).replaceAll("''", "'");
}

function doubleQuoted(source: string, offset: number, fail: Fail): string {
	const body = source.slice(1, source.length > 1 && source.endsWith('"') ? -1 : undefined);
	let backslashes = 0;
	while (body[body.length - 1 - backslashes] === '\\') backslashes++;
	if (source.length !== body.length + 2 || backslashes % 2 > 0) fail(offset, source.length, unclosed);
	const special =
		/\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|\r?\n[ \t]*|[\s\S])|[ \t]*\r?\n(?:[ \t]|\r?\n)*|[ \t]+/g;
	return body.replace(special, (found: string, at: number) => {
		if (found[0] !== '\\') return found.includes('\n') ? folded(found) : found;
		if (found.includes('\n')) return '';
		const meant = found.length > 2 ? character(found.slice(2)) : escapes[found[1]!];
		if (meant === undefined) fail(offset + 1 + at, found.length, `“${found}” is not an escape`);
		return meant ?? found;
	});
}

/** One line break is a space, each further one a line break. */
function folded(white: string): string {
	return '\n'.repeat(white.split('\n').length - 2) || ' ';
}

function character(hex: string): string | undefined {
	const code = Number.parseInt(hex, 16);
	return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

function unfold(source: string): string {
	const lines = source.split(/\r?\n/);
	if (lines.length === 1) return source;
	const trimmed = lines.map((line, i) => {
		const start = i === 0 ? line : line.replace(/^[ \t]+/, '');
		return i === lines.length - 1 ? start : start.replace(/(?<![ \t])[ \t]+$/, '');
	});
	let text = trimmed[0]!;
	let separator = ' ';
	for (const line of trimmed.slice(1, -1)) {
		if (line !== '') text += separator + line;
		else if (separator === '\n') text += '\n';
		separator = line === '' ? '\n' : ' ';
	}
	return text + separator + trimmed.at(-1)!;
}

/** Text of a `|` or `>` scalar, and where it ends. */
export function blockText(token: CST.BlockScalar, fail: Fail): { readonly text: string; readonly end: number } {
	const header = readHeader(token, fail);
	const start = token.offset + header.length;
	const lines = token.source === '' ? [] : token.source.split('\n').map(indentedLine);
	const last = lines.findLastIndex((line) => line.content !== '');
	const result = (text: string) => ({ text, end: start + token.source.length });
	if (last < 0) return result(header.chomp === '+' && lines.length > 0 ? '\n'.repeat(lines.length - 1 || 1) : '');

	const first = lines.findIndex((line) => line.content !== '');
	const indent = header.indent ? token.indent + header.indent : lines[first]!.indent;
	const deepest = Math.max(0, ...lines.slice(0, first).map((line) => line.indent));
	const isTooShallow = lines[first]!.indent < indent || (!header.indent && deepest > indent) || indent <= token.indent;
	if (isTooShallow || indent === 0) fail(start, token.source.length, 'the lines of a block are not indented enough');

	const isKept = (line: Line) => line.content !== '' || line.indent > indent;
	const end = lines.findLastIndex(isKept) + 1;
	const content = lines.slice(0, end).map(({ indent: own, content: text }, i) => {
		if (text !== '' && own < indent && i > first)
			fail(start, token.source.length, 'a line of a block is indented less');
		return ' '.repeat(Math.max(0, own - indent)) + text;
	});
	const leading = content.slice(0, first).map((line) => `${line}\n`);
	const body = content.slice(first);
	const text = leading.join('') + (header.isFolded ? foldBlock(body) : body.join('\n'));
	if (header.chomp === '-') return result(text);
	if (header.chomp === '') return result(`${text}\n`);
	const rest = lines.slice(end).map((line) => `\n${' '.repeat(Math.max(0, line.indent - indent))}`);
	return result(text + (rest.join('').endsWith('\n') ? rest.join('') : `${rest.join('')}\n`));
}

interface Line {
	readonly indent: number;
	readonly content: string;
}

function indentedLine(line: string): Line {
	const indent = /^ */.exec(line)![0].length;
	return { indent, content: line.slice(indent, line.endsWith('\r') ? -1 : undefined) };
}

/** Lines of a folded block: those that begin with white space, and the line breaks around them, stay as they are. */
function foldBlock(lines: readonly string[]): string {
	let text = '';
	let separator = '';
	let wasIndented = false;
	for (const line of lines) {
		if (/^[ \t]/.test(line)) {
			const own = separator === '\n' && !wasIndented ? '\n\n' : separator && '\n';
			text += own + line;
			separator = '\n';
			wasIndented = true;
		} else if (line === '') {
			if (separator === '\n') text += '\n';
			else separator = '\n';
		} else {
			text += separator + line;
			separator = ' ';
			wasIndented = false;
		}
	}
	return text;
}

function readHeader({ props }: CST.BlockScalar, fail: Fail) {
	const [header, ...rest] = props as CST.SourceToken[];
	const { source, offset } = header!;
	if (!/^[|>](?:[1-9][-+]?|[-+][1-9]?)?$/.test(source)) fail(offset, source.length, `“${source}” begins no block`);
	let length = source.length;
	let isSpaced = false;
	for (const token of rest) {
		const isStray = !['space', 'newline', 'comment'].includes(token.type) || (token.type === 'comment' && !isSpaced);
		if (isStray) fail(token.offset, token.source.length, `unexpected text after “${source}”`);
		isSpaced = token.type === 'space';
		length += token.source.length;
	}
	const chomp = /[-+]/.exec(source)?.[0] ?? '';
	return { isFolded: source[0] === '>', chomp, indent: Number(/\d/.exec(source)?.[0] ?? 0), length };
}
