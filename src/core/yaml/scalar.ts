// Reading scalars: how far a plain, quoted or block text goes, by its signs and the indentation of its lines.
import { type Cursor, tabbed } from './cursor';
import { afterBreak, afterSpaces, afterWhite, beforeWhite, endOfLine, find, isWithin } from './lines';
import type { YamlText } from './nodes';
import { blockText, doubleQuoted, singleQuoted, unfold } from './scalar-text';

/** Where plain text may end: at a line's end, a colon, a comment; in brackets, at any of their signs too. */
const plainStop = /[\r\n]|:(?=[ \t\r\n]|$)|[ \t]#/g;
const flowStop = /[,[\]{}\r\n]|:(?=[ \t\r\n,[\]{}]|$)|[ \t]#/g;
const singleStop = /['\n]/g;
const doubleStop = /["\\\n]/g;

/** A text of the file; `text` is what it means. */
export function textNode(cursor: Cursor, style: YamlText['style'], text: string, start: number, end: number): YamlText {
	cursor.count();
	return { type: 'text', style, text, span: { start, end } };
}

/** The text that is not written. */
export function blank(cursor: Cursor, at: number): YamlText {
	return textNode(cursor, 'plain', '', at, at);
}

/** Where the plain text that begins at `from` stops in its line. */
export function plainEnd(text: string, from: number): number {
	return find(plainStop, text, from);
}

/** Plain text, over as many lines as are indented deeper than `owner` and are no keys of their own. */
export function readPlain(cursor: Cursor, owner: number, isFlow = false): YamlText {
	const { text, at: start } = cursor;
	const pattern = isFlow ? flowStop : plainStop;
	if (/[,%|>@`]/.test(text[start]!)) cursor.fail(start, `an unquoted text cannot begin with “${text[start]}”`);
	let stop = find(pattern, text, start + 1);
	let end = beforeWhite(text, stop);
	for (;;) {
		const next = nextPlain(text, stop, owner);
		if (next === undefined) break;
		const nextStop = find(pattern, text, next);
		if (nextStop === next || (!isFlow && text[nextStop] === ':')) break;
		stop = nextStop;
		end = beforeWhite(text, stop);
	}
	cursor.at = end;
	return textNode(cursor, 'plain', unfold(text.slice(start, end)), start, end);
}

/** Where plain text goes on after the end of its line, if it does. */
function nextPlain(text: string, lineEnd: number, owner: number): number | undefined {
	let at = afterBreak(text, lineEnd);
	while (at !== undefined && isWithin(text, at, owner)) {
		const first = afterWhite(text, at);
		const next = afterBreak(text, first);
		if (next === undefined) return first < text.length && text[first] !== '#' ? first : undefined;
		at = next;
	}
	return undefined;
}

/** A quoted text. Where its lines are not indented deeper than `owner`, the closing quote is missing. */
export function readQuoted(cursor: Cursor, owner: number): YamlText {
	const { text, at: start } = cursor;
	const isSingle = text[start] === "'";
	const pattern = isSingle ? singleStop : doubleStop;
	let end: number;
	let sign: string | undefined;
	for (let from = start + 1; ; ) {
		end = find(pattern, text, from);
		sign = text[end];
		if (sign === '\\') from = end + (afterBreak(text, end + 1) === undefined ? 2 : 1);
		else if (sign === "'" && text[end + 1] === "'") from = end + 2;
		else if (sign === '\n' && isWithin(text, end + 1, owner)) from = end + 1;
		else break;
	}
	const isClosed = sign !== undefined && sign !== '\n';
	if (!isClosed) end = endOfLine(text, Math.min(end, text.length - 1));
	const body = text.slice(start + 1, end);
	cursor.at = isClosed ? end + 1 : end;
	if (!isClosed) cursor.fail(start, 'the closing quote is missing', end - start);
	const meant = isSingle ? singleQuoted(body) : doubleQuoted(body, start + 1, cursor.fail.bind(cursor));
	return textNode(cursor, 'quoted', meant, start, cursor.at);
}

/** A `|` or `>` text with its lines, which are indented deeper than `owner`. */
export function readBlock(cursor: Cursor, owner: number): YamlText {
	const { text, at: start } = cursor;
	const lineEnd = endOfLine(text, start);
	const [line, header, rest] = /^([|>][^ \t#]*)[ \t]*(.*)/s.exec(text.slice(start, lineEnd)) as unknown as string[];
	if (!/^.(?:[1-9][-+]?|[-+][1-9]?)?$/.test(header!)) cursor.fail(start, `“${header}” begins no block`, header!.length);
	if (rest && !/[ \t]#/.test(line!.slice(header!.length, line!.length - rest.length + 1)))
		cursor.fail(lineEnd - rest.length, `unexpected text after “${header}”`, rest.length);
	const from = afterBreak(text, lineEnd) ?? lineEnd;
	const chomp = /[-+]/.exec(header!)?.[0] ?? '';
	const indent = Number(/\d/.exec(header!)?.[0] ?? 0);
	cursor.at = blockEnd(cursor, from, owner, indent, chomp === '+');
	const fail = cursor.fail.bind(cursor);
	const meant = blockText(
		text.slice(from, cursor.at),
		{ isFolded: text[start] === '>', chomp, indent },
		owner,
		from,
		fail,
	);
	return textNode(cursor, 'block', meant, start, cursor.at);
}

/** Where the lines of a block end that begin at `from`: before the blank lines at their end, if those are not kept. */
function blockEnd(cursor: Cursor, from: number, owner: number, explicit: number, isKept: boolean): number {
	const { text } = cursor;
	let end = from;
	let spaces = afterSpaces(text, end);
	for (let next = afterBreak(text, spaces); next !== undefined; next = afterBreak(text, spaces)) {
		end = next;
		spaces = afterSpaces(text, end);
	}
	const indent = spaces - end;
	if (indent > owner) {
		const least = explicit ? Math.max(owner, 0) + explicit : indent;
		while (end < text.length && isWithin(text, end, least - 1)) end = text.indexOf('\n', end) + 1 || text.length;
	}
	const tab = afterSpaces(text, end);
	if (text[tab] === '\t') cursor.fail(tab, tabbed);
	let lastBreak = text[end - 1] === '\n' ? end - 1 : end;
	while (!isKept) {
		const lineEnd = text[lastBreak - 1] === '\r' ? lastBreak - 1 : lastBreak;
		let before = lineEnd - 1;
		while (text[before] === ' ') before--;
		if (before < from || text[before] !== '\n' || lineEnd - before - 1 > indent) break;
		lastBreak = before;
	}
	return Math.min(lastBreak + 1, text.length);
}
