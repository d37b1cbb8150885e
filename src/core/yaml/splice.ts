// Changing a block map by whole lines: the edits touch the pair they name and leave every other byte as it is.
import type { TextEdit } from '../ports';
import type { Span } from '../text/span';
import type { YamlNode } from './nodes';
import type { ValueLines } from './scalars';

/** One pair of a block map, by its lines. */
export interface Pair {
	readonly key: string;
	readonly keyEnd: number;
	readonly value: YamlNode | undefined;
	/** From the start of the key's line to the end of the last line, line end not counted. */
	readonly lines: Span;
}

/** A block map in a text. Offsets are into `text`. */
export interface BlockMap {
	readonly text: string;
	/** What the file ends its lines with. */
	readonly eol: string;
	/** The white space before each key. */
	readonly indent: string;
	readonly pairs: readonly Pair[];
	/** Where in `text` the nodes' own offsets begin to count. */
	readonly offset: number;
}

/** What the text ends its lines with: as its first line does; `\n` where there is but one. */
export function lineEndOf(text: string): string {
	const first = text.indexOf('\n');
	return first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n';
}

/**
 * The map as lines; undefined where it is written in braces, empty, or with keys that do not begin their lines.
 * `offset`: where in `text` the parsed part began.
 */
export function blockMap(text: string, eol: string, node: YamlNode | undefined, offset = 0): BlockMap | undefined {
	if (node?.type !== 'map' || node.flow || node.pairs.length === 0) return undefined;
	const pairs: Pair[] = [];
	let indent: string | undefined;
	for (const { key, value } of node.pairs) {
		const { start, end } = key.span;
		const from = lineStart(text, start + offset);
		const white = text.slice(from, start + offset).replace('\ufeff', '');
		indent ??= white;
		if (white !== indent || /[^ ]/.test(white)) return undefined;
		const until = Math.max(end, value?.span.end ?? 0);
		const lines = { start: from, end: entryEnd(text, start + offset, until + offset) };
		pairs.push({ key: key.text, keyEnd: end + offset, value, lines });
	}
	return { text, eol, indent: indent ?? '', pairs, offset };
}

/**
 * The end of the last line of what a key at `start` says, whose value ends at `end`: comments below it that are not indented
 * deeper than the key are not its own.
 */
export function entryEnd(text: string, start: number, end: number): number {
	const column = start - lineStart(text, start);
	let [last, own] = [trimEnd(text, end), trimEnd(text, end)];
	for (;;) {
		const from = lineStart(text, last);
		const comment = /[ \t]*#/y;
		comment.lastIndex = from;
		if (from <= start || !comment.test(text)) return lineEnd(text, own);
		last = trimEnd(text, from);
		if (comment.lastIndex - 1 - from <= column) own = last;
	}
}

/** The map that is the value of a pair; undefined as for `blockMap`, and where there is no such pair. */
export function innerMap({ text, eol, offset, pairs }: BlockMap, key: string): BlockMap | undefined {
	return blockMap(text, eol, pairs.find((pair) => pair.key === key)?.value, offset);
}

/** Whole lines taken out, with the line end after them; at the end of a text without one, the line end before them. */
export function removeLines(text: string, spans: readonly Span[]): TextEdit[] {
	const edits: TextEdit[] = [];
	for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
		const last = edits.at(-1);
		const from = last?.end === start ? edits.pop()!.start : start;
		edits.push({ start: from, end: afterLineEnd(text, end), text: '' });
	}
	const last = edits.at(-1);
	if (last && last.end === text.length && text.at(-1) !== '\n' && last.start > 0) {
		edits[edits.length - 1] = { start: beforeLineEnd(text, last.start), end: last.end, text: '' };
	}
	return edits;
}

/** A key with its value as lines; undefined: without one. */
export type KeyLines = readonly [string, ValueLines | undefined];

/**
 * Edits that give each key its value: replaced where it stands, put in its place in `order`, or taken out where there
 * is none. Undefined where nothing would be left of the map.
 */
export function setPairs(map: BlockMap, values: readonly KeyLines[], order: readonly string[]): TextEdit[] | undefined {
	const given = new Map(values);
	const removed = map.pairs.filter(({ key }) => given.has(key) && !given.get(key));
	const kept = map.pairs.filter((pair) => !removed.includes(pair));
	if (kept.length === 0) return undefined;
	const edits = removeLines(
		map.text,
		removed.map((pair) => pair.lines),
	);
	for (const [key, value] of values) {
		if (!value) continue;
		const pair = kept.find((p) => p.key === key);
		if (pair) edits.push(replaceValue(map, pair, value));
		else edits.push(insertPair(map, kept, order, [key, value]));
	}
	return edits.filter((edit) => map.text.slice(edit.start, edit.end) !== edit.text);
}

/** After the last of the keys that come before it in the order; before all others where there is none. */
function insertPair(map: BlockMap, kept: readonly Pair[], order: readonly string[], [key, value]: KeyLines): TextEdit {
	const above = kept.findLast((pair) => order.includes(pair.key) && order.indexOf(pair.key) < order.indexOf(key));
	const lines = pairLines(map.indent, key, value);
	return above ? insertAfter(map, above, lines) : insertBefore(map, kept[0]!, lines);
}

/** `key: value` with its further lines; nothing where there is no value. */
export function pairLines(indent: string, key: string, value: ValueLines | undefined): string[] {
	if (!value) return [];
	const [first, ...more] = value;
	return [`${indent}${key}:${first === '' ? '' : ` ${first}`}`, ...more];
}

/** A new line or lines after a pair. */
export function insertAfter({ eol }: BlockMap, pair: Pair, lines: readonly string[]): TextEdit {
	return { start: pair.lines.end, end: pair.lines.end, text: lines.map((line) => eol + line).join('') };
}

/** A new line or lines before a pair. */
function insertBefore({ eol }: BlockMap, pair: Pair, lines: readonly string[]): TextEdit {
	return { start: pair.lines.start, end: pair.lines.start, text: lines.map((line) => line + eol).join('') };
}

/** Another value for a pair. A comment at the end of the key's line stays there. */
function replaceValue({ text, eol, offset }: BlockMap, pair: Pair, [first, ...more]: ValueLines): TextEdit {
	const colon = text.indexOf(':', pair.keyEnd) + 1;
	const keyLineEnd = lineEnd(text, pair.keyEnd);
	const span = pair.value?.span ?? { start: colon - offset, end: colon - offset };
	const beside = span.end > span.start && span.start + offset <= keyLineEnd;
	const start = beside ? span.start + offset : colon;
	let end = Math.max(start, trimEnd(text, span.end + offset));
	let comment = '';
	if (!beside || (pair.value?.type === 'text' && pair.value.style === 'block')) {
		comment = /[ \t]+#[^\r\n]*$/.exec(text.slice(start, keyLineEnd))?.[0] ?? '';
		if (!beside && end < keyLineEnd) end = start + comment.length;
	} else if (end <= keyLineEnd && more.length > 0) {
		comment = text.slice(end, keyLineEnd);
		end = keyLineEnd;
	}
	const tail = more.map((line) => eol + line).join('');
	return { start, end, text: (beside ? '' : ' ') + first + comment + tail };
}

export function lineStart(text: string, offset: number): number {
	return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** The end of the line, its line end not counted. */
export function lineEnd(text: string, offset: number): number {
	const newline = text.indexOf('\n', offset);
	if (newline < 0) return text.length;
	return newline > offset && text[newline - 1] === '\r' ? newline - 1 : newline;
}

/** The start of the next line, or the end of the text; `end` is the end of a line. */
export function afterLineEnd(text: string, end: number): number {
	if (text.startsWith('\r\n', end)) return end + 2;
	return text[end] === '\n' ? end + 1 : end;
}

/** The end of the line before; `start` is the start of a line. */
export function beforeLineEnd(text: string, start: number): number {
	return text.startsWith('\r\n', start - 2) ? start - 2 : start - 1;
}

/** The offset without the white space before it; from the end of the text on, the end of what it says. */
export function trimEnd(text: string, offset: number): number {
	let end = Math.min(offset, text.length);
	while (end > 0 && /[ \t\r\n]/.test(text[end - 1]!)) end--;
	return end;
}

/** Whether the line above is blank, or there is none. */
export function isBlankAbove(text: string, start: number): boolean {
	return (
		start === 0 ||
		text
			.slice(lineStart(text, start - 1), start)
			.replace('\ufeff', '')
			.trim() === ''
	);
}

/** Whether nothing but a comment follows the key. */
export function isEmptyValue({ text }: BlockMap, pair: Pair): boolean {
	return /^['"]?[ \t]*:[ \t]*(?:#.*)?$/.test(text.slice(pair.keyEnd, pair.lines.end));
}
