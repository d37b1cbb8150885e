// Reading YAML: one document of block maps, lists and texts, as people and this program write them. Stricter than YAML:
// what our formats do not need is a problem. After a mistake it goes on with what was probably meant.
import { Cursor, type ReportSyntax, tabbed } from './cursor';
import { keyLimit, readAlias, readFlow, skipProperties } from './flow';
import { afterBreak, afterWhite, beforeWhite, endOfLine, isLineOver, isMark } from './lines';
import type { YamlList, YamlMap, YamlNode, YamlPair, YamlText } from './nodes';
import { blank, plainEnd, readBlock, readPlain, readQuoted, textNode } from './scalar';

export interface Contents {
	/** False where the text has too many nodes or is nested too deeply. */
	readonly isRead: boolean;
	/** What the document holds: a text of no width where there is nothing. */
	readonly node: YamlNode;
}

/** Reads a text in time linear in its length. Mistakes are told to `report`, mostly in file order. */
export function readDocument(text: string, report: ReportSyntax): Contents {
	const cursor = new Cursor(text, report);
	const node = documentIn(cursor);
	return { isRead: !cursor.isOver, node };
}

const stray = 'the indentation fits no line above';

function documentIn(cursor: Cursor): YamlNode {
	const { text } = cursor;
	readDirectives(cursor);
	let node: YamlNode = blank(cursor, cursor.at);
	if (cursor.indent >= 0) node = blockNode(cursor, -1);
	for (; cursor.indent >= 0; ) {
		cursor.fail(cursor.at, stray);
		const more = blockNode(cursor, -1);
		if (node.type === 'map' && more.type === 'map') extend(node, more);
	}
	if (text.startsWith('...', cursor.at)) {
		cursor.at += 3;
		finishLine(cursor, -1);
	}
	if (cursor.at < text.length) cursor.fail(cursor.at, 'a second document', 0);
	return node;
}

/** To the first line of content, after `%YAML 1.2` and `---`. */
function readDirectives(cursor: Cursor): void {
	const { text } = cursor;
	if (text[0] === '\ufeff') cursor.at = 1;
	cursor.nextLine(-1);
	let isDirected = false;
	while (text[cursor.at] === '%' && cursor.indent === 0) {
		const source = text.slice(cursor.at, endOfLine(text, cursor.at));
		if (isDirected || !/^%YAML[ \t]+1\.2[ \t]*(?:[ \t]#|$)/.test(source)) refuseRest(cursor);
		isDirected = true;
		cursor.at += source.length;
		finishLine(cursor, -1);
	}
	if (cursor.indent < 0 && text.startsWith('---', cursor.at)) {
		cursor.at = afterWhite(text, cursor.at + 3);
		if (isLineOver(text, cursor.at)) finishLine(cursor, -1);
		else {
			cursor.indent = 0;
			if (isMark(text, cursor.at, '-?:') || isKeyAt(cursor)) cursor.fail(cursor.at, 'a line must end after “---”');
		}
	} else if (isDirected || text.startsWith('...', cursor.at)) cursor.fail(cursor.at, '“---” is missing');
}

/** What begins at a line's content, in a map or list that is indented by `owner`. */
function blockNode(cursor: Cursor, owner: number): YamlNode {
	const { text } = cursor;
	const { indent } = cursor;
	skipProperties(cursor);
	if (isMark(text, cursor.at, '-')) return blockList(cursor, indent);
	return isMark(text, cursor.at, '?:') || isKeyAt(cursor) ? blockMap(cursor, indent) : inlineNode(cursor, owner);
}

/** Whether a key and its colon stand here. */
function isKeyAt(cursor: Cursor): boolean {
	const { text, at } = cursor;
	if (text[at] !== '"' && text[at] !== "'") return !'[{*|>'.includes(text[at]!) && text[plainEnd(text, at)] === ':';
	const quoted = /'(?:[^'\r\n]|'')*'[ \t]*:(?=[ \t\r\n]|$)|"(?:[^"\\\r\n]|\\[^\r\n])*"[ \t]*:(?=[ \t\r\n]|$)/y;
	quoted.lastIndex = at;
	return quoted.test(text);
}

/** The map whose keys stand in the column `indent`. */
function blockMap(cursor: Cursor, indent: number): YamlMap {
	const start = cursor.at;
	const pairs: YamlPair[] = [];
	const map: YamlMap = { type: 'map', flow: false, pairs, span: { start, end: start } };
	cursor.enter();
	let end = start;
	while (cursor.indent === indent) {
		const pair = pairAt(cursor, indent);
		if (pair) pairs.push(pair);
		end = Math.max(end, cursor.end);
		const home = pair?.value?.type === 'map' && !pair.value.flow ? pair.value : map;
		end = Math.max(end, readStrays(cursor, indent, home));
	}
	cursor.leave();
	return Object.assign(map, { span: { start, end: closeBlock(cursor, indent, end) } });
}

/** The list whose dashes stand in the column `indent`. */
function blockList(cursor: Cursor, indent: number): YamlList {
	const { text } = cursor;
	const start = cursor.at;
	const items: YamlNode[] = [];
	cursor.enter();
	let end = start;
	while (cursor.indent === indent && isMark(text, cursor.at, '-')) {
		const dash = cursor.at++;
		const content = afterWhite(text, cursor.at);
		if (text.slice(cursor.at, content).includes('\t')) cursor.fail(cursor.at, tabbed);
		cursor.at = content;
		cursor.indent = indent + content - dash;
		const item = isLineOver(text, cursor.at) ? nodeBelow(cursor, indent, false) : blockNode(cursor, indent);
		items.push(item);
		end = Math.max(cursor.end, readStrays(cursor, indent, item.type === 'map' && !item.flow ? item : undefined));
	}
	cursor.leave();
	return { type: 'list', flow: false, items, span: { start, end: closeBlock(cursor, indent, end) } };
}

/** Ends a map or list: comments below it that are indented as it is belong to it. Returns where its last value ends. */
function closeBlock(cursor: Cursor, indent: number, end: number): number {
	const hasComments = indent > 0 && cursor.deepest >= indent;
	cursor.end = hasComments ? cursor.at : end;
	if (hasComments) cursor.deepest = -1;
	return end;
}

/** Lines that are indented deeper than what they follow: their pairs go to `home`. Returns where they end. */
function readStrays(cursor: Cursor, indent: number, home: YamlMap | undefined): number {
	let end = -1;
	while (cursor.indent > indent) {
		cursor.fail(cursor.at, stray);
		const node = blockNode(cursor, indent);
		if (home && node.type === 'map') extend(home, node);
		end = cursor.end;
	}
	return end;
}

/** A key and its value; undefined where there is no key. */
function pairAt(cursor: Cursor, indent: number): YamlPair | undefined {
	const { text } = cursor;
	skipProperties(cursor);
	const start = cursor.at;
	const sign = text[start]!;
	if (isMark(text, cursor.at, '-?') || '*}],'.includes(sign)) {
		if (sign === '*') cursor.report('yaml/aliases', start, 1);
		else cursor.fail(start, `unexpected “${sign}”`);
		skipEntry(cursor, indent);
		if (sign === '?' && cursor.indent === indent && isMark(text, cursor.at, ':')) skipEntry(cursor, indent);
		return undefined;
	}
	const key = keyAt(cursor, indent);
	const colon = afterWhite(text, cursor.at);
	const hasColon = isMark(text, colon, ':');
	if (hasColon) cursor.at = colon + 1;
	else if (key) cursor.fail(start, 'a colon is missing after the key', cursor.at - start);
	if (key && colon - start > keyLimit) cursor.fail(start, 'a key is too long');
	const value = valueAt(cursor, indent);
	const isWritten = hasColon || value.span.start < value.span.end;
	return key && { key, value: isWritten ? value : undefined };
}

/** A key of one line; undefined where something else stands there, which is read over. */
function keyAt(cursor: Cursor, indent: number): YamlText | undefined {
	const { text, at: start } = cursor;
	const sign = text[start]!;
	if (isMark(text, cursor.at, ':')) {
		cursor.fail(start, 'the key is missing');
		return undefined;
	}
	if (sign === '[' || sign === '{') {
		cursor.fail(start, 'a key must be a text');
		readFlow(cursor, indent);
		return undefined;
	}
	if (sign === '"' || sign === "'") {
		const key = readQuoted(cursor, indent);
		if (!text.slice(start, cursor.at).includes('\n')) return key;
		cursor.fail(start, 'a key must stand on one line');
		return undefined;
	}
	if (/[%|>@`]/.test(sign)) cursor.fail(start, `an unquoted text cannot begin with “${sign}”`);
	cursor.at = beforeWhite(text, plainEnd(text, start));
	return textNode(cursor, 'plain', text.slice(start, cursor.at), start, cursor.at);
}

/** Over the line and all below it that are indented deeper. */
function skipEntry(cursor: Cursor, indent: number): void {
	do {
		cursor.at = endOfLine(cursor.text, cursor.at);
		finishLine(cursor, indent);
	} while (cursor.indent > indent);
	cursor.end = cursor.at;
}

/** What follows a key. */
function valueAt(cursor: Cursor, indent: number): YamlNode {
	const { text } = cursor;
	cursor.at = afterWhite(text, cursor.at);
	skipProperties(cursor);
	return isLineOver(text, cursor.at) ? nodeBelow(cursor, indent, true) : inlineNode(cursor, indent);
}

/** What stands in the lines below a key or dash. A list may be indented as the key is. */
function nodeBelow(cursor: Cursor, indent: number, isInMap: boolean): YamlNode {
	const { text } = cursor;
	const place = cursor.at;
	const isCommented = text[place] === '#';
	const lineEnd = endOfLine(text, place);
	cursor.at = afterBreak(text, lineEnd) ?? lineEnd;
	cursor.nextLine(indent, isCommented);
	if (cursor.indent > indent) return blockNode(cursor, indent);
	const isNext = isInMap && cursor.indent === indent;
	if (isNext && isMark(text, cursor.at, '-')) return blockList(cursor, indent);
	let end = cursor.hasComment ? cursor.at : -1;
	if (isNext && cursor.blankEnd !== undefined) end = cursor.blankEnd;
	else cursor.deepest = -1;
	cursor.end = end < 0 ? place : end;
	return blank(cursor, place);
}

/** A text, or a map or list in brackets; to the end of the line. */
function inlineNode(cursor: Cursor, owner: number): YamlNode {
	const { text, at } = cursor;
	const sign = text[at]!;
	if (sign === '|' || sign === '>') {
		const node = readBlock(cursor, owner);
		cursor.end = cursor.at;
		cursor.nextLine(Number.POSITIVE_INFINITY);
		return node;
	}
	const node = flowNode(cursor, owner);
	cursor.end = finishLine(cursor, owner);
	return node;
}

function flowNode(cursor: Cursor, owner: number): YamlNode {
	const { text, at } = cursor;
	const sign = text[at]!;
	if (sign === '[' || sign === '{') return readFlow(cursor, owner);
	if (sign === '"' || sign === "'") return readQuoted(cursor, owner);
	if (sign === '*') return readAlias(cursor);
	if (isMark(text, cursor.at, '-?:') || '}],#'.includes(sign)) {
		cursor.fail(at, `unexpected “${sign}”`);
		cursor.at = endOfLine(text, at);
		return blank(cursor, at);
	}
	const node = readPlain(cursor, owner);
	if (text[afterWhite(text, cursor.at)] !== ':') return node;
	let stop = plainEnd(text, cursor.at);
	while (text[stop] === ':') stop = plainEnd(text, stop + 1);
	const end = beforeWhite(text, stop);
	cursor.fail(at, 'a second colon; text with a colon needs quotes', end - at);
	cursor.at = end;
	return textNode(cursor, 'plain', text.slice(at, end), at, end);
}

/** To the next line, over a comment. Returns where the value before it ends. */
function finishLine(cursor: Cursor, owner: number): number {
	const { text, at } = cursor;
	cursor.at = afterWhite(text, at);
	if (!isLineOver(text, cursor.at)) refuseRest(cursor);
	const lineEnd = endOfLine(text, cursor.at);
	cursor.at = afterBreak(text, lineEnd) ?? text.length;
	return cursor.nextLine(owner);
}

/** Tells what is left of the line. */
function refuseRest(cursor: Cursor): void {
	const { text, at } = cursor;
	const comment = /[ \t]#/.exec(text.slice(at, endOfLine(text, at)));
	const end = beforeWhite(text, comment ? at + comment.index : endOfLine(text, at));
	cursor.fail(at, `unexpected “${text.slice(at, end)}”`, end - at);
}

/** Adds pairs that stand below a map's own, by mistake. */
function extend(map: YamlMap, { pairs, span }: YamlMap): void {
	for (const pair of pairs) (map.pairs as YamlPair[]).push(pair);
	Object.assign(map, { span: { start: map.span.start, end: span.end } });
}
