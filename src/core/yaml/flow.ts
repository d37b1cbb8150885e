// Reading maps in braces and lists in brackets, over one line or several.
import type { Cursor } from './cursor';
import { afterBreak, afterSpaces, afterWhite, endOfLine, isBlankAt, isWithin } from './lines';
import type { YamlList, YamlMap, YamlNode, YamlPair, YamlText } from './nodes';
import { blank, readPlain, readQuoted } from './scalar';

/** The longest key that YAML allows beside its value. */
export const keyLimit = 1024;

/** Reads the map or list that begins here; its lines are indented deeper than `owner`. */
export function readFlow(cursor: Cursor, owner: number): YamlMap | YamlList {
	return new FlowReader(cursor, owner).collection();
}

/** Goes over anchors and tags, which are refused. */
export function skipProperties(cursor: Cursor): void {
	const { text } = cursor;
	while (text[cursor.at] === '&' || text[cursor.at] === '!') {
		const isAnchor = text[cursor.at] === '&';
		const length = wordLength(cursor);
		if (isAnchor) cursor.report('yaml/aliases', cursor.at, length);
		else cursor.fail(cursor.at, `unexpected “${text.slice(cursor.at, cursor.at + length)}”`, length);
		cursor.at = afterWhite(text, cursor.at + length);
	}
}

/** Reads an alias as nothing: aliases are refused. */
export function readAlias(cursor: Cursor): YamlText {
	const { at } = cursor;
	const length = wordLength(cursor);
	cursor.report('yaml/aliases', at, length);
	cursor.at += length;
	return blank(cursor, at);
}

function wordLength({ text, at }: Cursor): number {
	const word = /[^ \t\r\n,[\]{}]*/y;
	word.lastIndex = at;
	return word.exec(text)![0].length;
}

class FlowReader {
	readonly #cursor: Cursor;
	readonly #owner: number;
	#level = 0;
	/** Whether a line came that is not indented enough: all brackets end there. */
	#hasLeft = false;

	constructor(cursor: Cursor, owner: number) {
		this.#cursor = cursor;
		this.#owner = owner;
	}

	collection(): YamlMap | YamlList {
		const cursor = this.#cursor;
		const { text, at: start } = cursor;
		const isMap = text[start] === '{';
		const pairs: YamlPair[] = [];
		const items: YamlNode[] = [];
		let isAfterItem = false;
		cursor.enter();
		this.#level++;
		cursor.at++;
		let end = cursor.at;
		for (;;) {
			const sign = this.#sign();
			if (sign === undefined || sign === ']' || sign === '}') {
				if (sign) end = ++cursor.at;
				const closing = isMap ? '}' : ']';
				if (sign !== closing)
					cursor.fail(start, `“${closing}” is missing, or the lines before it are not indented enough`);
				break;
			}
			if (sign === ',') {
				if (!isAfterItem) cursor.fail(cursor.at, 'unexpected “,”');
				cursor.at++;
			} else {
				if (isAfterItem) cursor.fail(cursor.at, 'a comma is missing');
				if (isMap) this.#pair(pairs);
				else this.#item(items);
			}
			isAfterItem = sign !== ',';
			end = cursor.at;
		}
		this.#level--;
		cursor.leave();
		const span = { start, end };
		return isMap ? { type: 'map', flow: true, pairs, span } : { type: 'list', flow: true, items, span };
	}

	/** The next sign after white space, line breaks and comments; undefined where the brackets end without one. */
	#sign(): string | undefined {
		const cursor = this.#cursor;
		const { text } = cursor;
		while (!this.#hasLeft) {
			const from = cursor.at;
			cursor.at = afterWhite(text, from);
			const sign = text[cursor.at];
			if (sign === '#') {
				if (!isBlankAt(text, cursor.at - 1)) cursor.fail(cursor.at, 'white space is missing before the comment');
				cursor.at = endOfLine(text, cursor.at);
			} else if (sign === '\r' && text[cursor.at + 1] !== '\n') cursor.at++;
			else {
				const next = afterBreak(text, cursor.at);
				if (next === undefined) return sign;
				if (this.#leaves(next)) this.#hasLeft = true;
				else cursor.at = next;
			}
		}
		return undefined;
	}

	/** Whether the line ends the brackets. The last bracket may be indented as its owner. */
	#leaves(lineStart: number): boolean {
		const cursor = this.#cursor;
		const { text } = cursor;
		if (isWithin(text, lineStart, this.#owner)) return false;
		const spaces = afterSpaces(text, lineStart);
		const content = afterWhite(text, spaces);
		const sign = text[content];
		if (sign === '#' || afterBreak(text, content) !== undefined) return false;
		const isClosing = this.#level === 1 && spaces - lineStart === this.#owner && (sign === ']' || sign === '}');
		return !(isClosing && content === spaces);
	}

	#item(items: YamlNode[]): void {
		const cursor = this.#cursor;
		const start = cursor.at;
		const item = this.#value();
		if (this.#sign() !== ':') items.push(item);
		else {
			cursor.fail(start, 'a colon in a list; text with a colon needs quotes');
			cursor.at++;
			this.#pairValue();
		}
	}

	#pair(pairs: YamlPair[]): void {
		const cursor = this.#cursor;
		const { text, at: start } = cursor;
		const key = this.#isColon() ? blank(cursor, start) : this.#value();
		const isText = key.type === 'text';
		const keyEnd = cursor.at;
		const isShort = !text.slice(start, keyEnd).includes('\n');
		if (key.span.start === key.span.end) cursor.fail(start, 'the key is missing');
		else if (!isText) cursor.fail(start, 'a key must be a text');
		else if (!isShort) cursor.fail(start, 'a key must stand on one line');
		const sign = this.#sign();
		let value: YamlNode | undefined;
		if (sign === ':' && (this.#isColon() || (isText && key.style === 'quoted'))) {
			const colon = cursor.at;
			if (text.slice(keyEnd, colon).includes('\n')) cursor.fail(colon, 'the colon must stand on the key’s line');
			else if (colon - start > keyLimit) cursor.fail(start, 'a key is too long');
			cursor.at++;
			value = this.#pairValue();
		} else {
			const isEnd = sign === undefined || ',]}'.includes(sign);
			cursor.fail(start, isEnd ? 'the value is missing' : 'a comma or colon is missing');
		}
		if (isText && key.text !== '') pairs.push({ key, value });
		else if (isText && key.style === 'quoted') pairs.push({ key, value });
	}

	/** Whether a colon stands here as a sign of its own. */
	#isColon(): boolean {
		const { text, at } = this.#cursor;
		return text[at] === ':' && (isBlankAt(text, at + 1) || ',[]{}'.includes(text[at + 1]!));
	}

	/** What follows a colon. */
	#pairValue(): YamlNode {
		const cursor = this.#cursor;
		const place = afterWhite(cursor.text, cursor.at);
		const sign = this.#sign();
		return sign === undefined || ',]}'.includes(sign) ? blank(cursor, place) : this.#value();
	}

	#value(): YamlNode {
		const cursor = this.#cursor;
		skipProperties(cursor);
		const { text, at } = cursor;
		const sign = text[at];
		if (sign === '[' || sign === '{') return this.collection();
		if (sign === '"' || sign === "'") return readQuoted(cursor, this.#owner);
		if (sign === '*') return readAlias(cursor);
		const next = text[at + 1];
		if (sign && '-?:'.includes(sign) && (isBlankAt(text, at + 1) || ',[]{}'.includes(next!))) {
			cursor.fail(at, sign === '-' ? 'a dash has no place in brackets' : `unexpected “${sign}”`);
			cursor.at++;
			return blank(cursor, at);
		}
		if (sign === undefined || ',[]{}#\r\n'.includes(sign)) return blank(cursor, at);
		return readPlain(cursor, this.#owner, true);
	}
}
