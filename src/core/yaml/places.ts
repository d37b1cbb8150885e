// Where things stand in a YAML file that is being typed: a scan by indentation and brackets, which never fails and needs
// no valid YAML. It knows the subset people write by hand: block and flow maps and lists, quoted and block scalars.
import type { Span } from '../text/span';
import { colonOf, lineEnd, nextLine, scalarIn, slotEnd, valueEnd } from './lexical';
import { afterWhite } from './lines';

/** A key with its value, as they stand. */
export interface KeyPlace {
	readonly name: string;
	/** The keys around it, outermost first; lists take no step. */
	readonly path: readonly string[];
	readonly keySpan: Span;
	/** The scalar or the inner text of the quotes; undefined where the value is something else. */
	valueSpan: Span | undefined;
	/** Same for keys of the same map. */
	readonly map: number;
}

/** What can be written at the cursor. */
export interface Cursor {
	/** `either`: a line with no colon yet, which may become a key or be a value. */
	readonly expects: 'key' | 'value' | 'either';
	/** The keys that lead to the map (for a key) or to the value. */
	readonly path: readonly string[];
	/** What has been typed of it, on both sides of the cursor, without quotes around it. */
	readonly replace: Span;
	readonly quote: '"' | "'" | undefined;
	/** Inside `[…]` or `{…}`, which are written on one line. */
	readonly flow: '[' | '{' | undefined;
	/** After `- `. */
	readonly item: boolean;
	/** A colon follows. */
	readonly colon: boolean;
	/** The column of the key: what the lines below it are indented from. */
	readonly column: number;
	readonly map: number;
}

export interface Places {
	/** In file order. */
	readonly keys: readonly KeyPlace[];
	/** Undefined in comments, in block scalars and after a finished value. */
	readonly cursor: Cursor | undefined;
	/** Scalars in the same `[…]` as the cursor, without the one at the cursor. */
	readonly listed: readonly string[];
}

/** In linear time. Of top-level entries that the offset is not in, only the keys of the outermost map are told. */
export function placesIn(text: string, offset: number): Places {
	const scan = new Scan(text, offset);
	scan.run();
	return { keys: scan.keys, cursor: scan.cursor, listed: scan.listed };
}

interface OpenMap {
	readonly column: number;
	readonly path: readonly string[];
	readonly map: number;
	key: string | undefined;
}

interface Flow {
	readonly bracket: '[' | '{';
	readonly path: readonly string[];
	readonly map: number;
	key: string | undefined;
	readonly scalars: string[];
	hasCursor: boolean;
}

/** Deepest nesting of brackets of which the path is kept. */
const deepest = 50;

function pathOf({ path, key }: OpenMap | Flow): readonly string[] {
	return key === undefined ? path : [...path, key];
}

class Scan {
	readonly keys: KeyPlace[] = [];
	cursor: Cursor | undefined;
	listed: readonly string[] = [];
	readonly #text: string;
	readonly #offset: number;
	#at = 0;
	#maps = 0;
	#open: OpenMap[] = [];

	constructor(text: string, offset: number) {
		this.#text = text;
		this.#offset = offset;
	}

	run(): void {
		if (this.#text.startsWith('\ufeff')) this.#at = 1;
		while (this.#at <= this.#text.length) {
			const start = this.#at;
			const end = lineEnd(this.#text, start);
			this.#line(start, end);
			this.#at = Math.max(this.#at, nextLine(this.#text, end));
			if (!this.#text.startsWith(' ', start)) this.#skipInner(start);
		}
	}

	/** Over the indented lines below the line that began at `start`, where the cursor is in none of them. */
	#skipInner(start: number): void {
		const outer = /[\r\n](?=[^ \t\r\n])/g;
		outer.lastIndex = this.#at - 1;
		const next = outer.test(this.#text) ? outer.lastIndex : this.#text.length + 1;
		if (this.#offset < start || this.#offset >= next) this.#at = next;
	}

	/** Whether the cursor is in `[start, end]`. */
	#has(start: number, end: number): boolean {
		return start <= this.#offset && this.#offset <= end;
	}

	#line(start: number, end: number): void {
		let at = afterWhite(this.#text, start);
		if (at === end) {
			if (this.#has(start, end)) this.#bare(this.#offset, this.#offset, this.#offset - start, undefined);
			return;
		}
		if (this.#text[at] === '#') return;
		let dash: number | undefined;
		while (this.#text[at] === '-' && (at + 1 === end || /[ \t]/.test(this.#text[at + 1]!))) {
			dash ??= at - start;
			at = afterWhite(this.#text, at + 1);
		}
		const colon = colonOf(this.#text, at, end);
		if (colon === undefined) this.#value(at, end, at - start, dash);
		else this.#pair(at, colon, end, at - start, dash);
	}

	/** The map a line belongs to, by its column; begins a new one where there is none. */
	#mapAt(column: number, dash: number | undefined): OpenMap {
		const limit = dash ?? column;
		while (this.#open.length > 0 && this.#open.at(-1)!.column > limit) this.#open.pop();
		const top = this.#open.at(-1);
		if (top && dash === undefined && top.column === column) return top;
		const opened = { column, path: top ? pathOf(top) : [], map: this.#maps++, key: undefined };
		this.#open.push(opened);
		return opened;
	}

	#pair(at: number, colon: number, end: number, column: number, dash: number | undefined): void {
		const map = this.#mapAt(column, dash);
		const key = scalarIn(this.#text, at, colon);
		const place: KeyPlace = { name: key.text, path: map.path, keySpan: key.span, valueSpan: undefined, map: map.map };
		this.keys.push(place);
		map.key = key.text;
		const context = { path: map.path, map: map.map, column, flow: undefined, item: dash !== undefined };
		if (this.#has(at, colon)) this.#point({ ...context, expects: 'key', colon: true }, at, colon);
		const value = afterWhite(this.#text, colon + 1);
		const path = [...map.path, key.text];
		const first = this.#text[value] ?? '';
		if (value < end && '|>'.includes(first)) this.#skipBlock(end, column);
		else if (value < end && '[{'.includes(first)) this.#flow(value, path, column);
		else {
			const ending = valueEnd(this.#text, colon + 1, end);
			if (ending > value) place.valueSpan = scalarIn(this.#text, value, ending).span;
			if (this.#has(colon + 1, ending)) {
				this.#point({ ...context, path, expects: 'value', colon: false }, colon + 1, ending);
			}
		}
	}

	/** A line without a colon, or an item of a list. */
	#value(at: number, end: number, column: number, dash: number | undefined): void {
		const first = this.#text[at] ?? '';
		if (at < end && '[{'.includes(first)) {
			const { path } = this.#mapAt(column, dash);
			this.#flow(at, path, dash ?? column);
		} else if (this.#has(at, valueEnd(this.#text, at, end)))
			this.#bare(at, valueEnd(this.#text, at, end), column, dash);
	}

	#bare(at: number, end: number, column: number, dash: number | undefined): void {
		const { path, map } = this.#mapAt(column, dash);
		const context = { path, map, column, flow: undefined, item: dash !== undefined, colon: false } as const;
		this.#point({ ...context, expects: 'either' }, at, end);
	}

	/** Sets the cursor, if it is at the scalar in `[start, end)` or nothing stands there. */
	#point(context: Omit<Cursor, 'replace' | 'quote'>, start: number, end: number): void {
		const { span, quote } = scalarIn(this.#text, start, end);
		const empty = span.start === span.end && !quote;
		if (empty) this.cursor = { ...context, quote, replace: { start: this.#offset, end: this.#offset } };
		else if (this.#has(span.start, span.end)) this.cursor = { ...context, quote, replace: span };
	}

	/** Past the lines of a block scalar. A blank line with the cursor no deeper than the key is not taken for its text. */
	#skipBlock(end: number, column: number): void {
		this.#at = nextLine(this.#text, end);
		while (this.#at < this.#text.length || this.#offset === this.#at) {
			const stop = lineEnd(this.#text, this.#at);
			const first = afterWhite(this.#text, this.#at);
			const blankAtCursor = first === stop && this.#has(this.#at, stop);
			const depth = (blankAtCursor ? this.#offset : first) - this.#at;
			if (depth <= column && (first < stop || blankAtCursor)) return;
			this.#at = nextLine(this.#text, stop);
		}
	}

	/** A flow collection, until it closes or a line is no deeper than the key it belongs to. */
	#flow(from: number, path: readonly string[], column: number): void {
		const stack: Flow[] = [];
		let at = from;
		while (at < this.#text.length) {
			const sign = this.#text[at]!;
			if (sign === '[' || sign === '{') {
				const outer = stack.at(-1);
				const inner = outer && stack.length < deepest ? pathOf(outer) : path;
				stack.push({ bracket: sign, path: inner, map: this.#maps++, key: undefined, scalars: [], hasCursor: false });
				at = this.#slot(stack.at(-1)!, at + 1, column);
			} else if (sign === ',') {
				stack.at(-1)!.key = undefined;
				at = this.#slot(stack.at(-1)!, at + 1, column);
			} else if (sign === ']' || sign === '}') {
				const closed = stack.pop()!;
				if (closed.hasCursor) this.listed = closed.scalars;
				at++;
				if (stack.length === 0) break;
			} else if (sign === ':') {
				at = this.#slot(stack.at(-1)!, at + 1, column);
			} else if (sign === '\r' || sign === '\n') {
				const lineStart = nextLine(this.#text, at);
				if (this.#leavesFlow(lineStart, column)) break;
				at = this.#slot(stack.at(-1)!, lineStart, column);
			} else at++;
		}
		for (const open of stack) if (open.hasCursor) this.listed = open.scalars;
		this.#at = nextLine(this.#text, lineEnd(this.#text, at));
	}

	/** Whether the line is no deeper than the key the collection belongs to, and does not close it. */
	#leavesFlow(lineStart: number, column: number): boolean {
		const first = afterWhite(this.#text, lineStart);
		const sign = this.#text[first] ?? '\n';
		if (!/[\r\n]/.test(sign)) return first - lineStart <= column && !/[\]}]/.test(sign);
		return this.#has(lineStart, first) && this.#offset - lineStart <= column;
	}

	/** What stands between two signs of a flow collection; the place of the next sign or line break. */
	#slot(flow: Flow, from: number, column: number): number {
		const end = slotEnd(this.#text, from);
		const { text, span } = scalarIn(this.#text, from, end);
		const isKey = flow.bracket === '{' && flow.key === undefined;
		const colon = this.#text[end] === ':';
		const base = { path: pathOf(flow), map: flow.map, column, flow: flow.bracket, item: false, colon };
		if (this.#has(from, end)) {
			flow.hasCursor = true;
			this.#point({ ...base, expects: isKey ? 'key' : 'value' }, from, end);
		} else if (text !== '' && flow.bracket === '[') flow.scalars.push(text);
		if (isKey && colon) {
			this.keys.push({ name: text, path: flow.path, keySpan: span, valueSpan: undefined, map: flow.map });
			flow.key = text;
		} else if (!isKey && flow.bracket === '{' && text !== '') this.keys.at(-1)!.valueSpan = span;
		return this.#text[end] === '#' ? lineEnd(this.#text, end) : end;
	}
}
