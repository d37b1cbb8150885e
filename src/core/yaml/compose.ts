// From the parser’s tokens to maps, lists and texts. Stricter than YAML: what our formats do not need is a problem.
import type { CST } from 'yaml';
import type { ProblemCode } from '../problems';
import type { Span } from '../text/span';
import { type Place, readMarks } from './marks';
import { isNested, unnested } from './nested';
import type { YamlList, YamlMap, YamlNode, YamlPair, YamlText } from './nodes';
import { blockText, flowText } from './scalar-text';

/** Told once a line: one mistake has many consequences. */
export type ReportSyntax = (code: ProblemCode & `yaml/${string}`, span: Span, detail?: string) => void;

type Value = CST.Token | null | undefined;
type Marks = ReturnType<typeof readMarks>;

/** The longest key that YAML allows beside its value. */
const keyLimit = 1024;

/**
 * Composes nodes from tokens. After a mistake it goes on with what was probably meant: a key without a colon has no
 * value, a line that is indented too little or too much belongs to the map above.
 */
export class Composer {
	readonly #text: string;
	readonly #report: ReportSyntax;

	constructor(text: string, report: ReportSyntax) {
		this.#text = text;
		this.#report = report;
	}

	/** What a document holds: a text of no width where there is nothing. */
	document({ offset, start, value, end }: CST.Document, needsStart: boolean): YamlNode {
		const marks = this.#marks(start, { indicator: 'doc-start', next: value, offset, indent: 0, startsLine: true });
		const isBlock = value?.type === 'block-map' || value?.type === 'block-seq';
		if (needsStart && !marks.found) this.#fail(offset, 1, '“---” is missing');
		else if (marks.found && isBlock && !marks.hasNewline) this.#fail(value.offset, 1, 'a line must end after “---”');
		const node = value ? this.#node(value) : blank(marks.blankAt);
		this.after(end, node.end, true);
		return node;
	}

	#node(token: CST.Token): YamlNode {
		switch (token.type) {
			case 'scalar':
			case 'single-quoted-scalar':
			case 'double-quoted-scalar':
				return this.#flowScalar(token);
			case 'block-scalar': {
				const { text, end } = blockText(token, this.#fail);
				return { type: 'text', style: 'block', text, span: { start: token.offset, end }, end };
			}
			case 'block-map':
				return this.#blockMap(token);
			case 'block-seq':
				return this.#blockList(token);
			case 'flow-collection':
				return token.start.source === '{' ? this.#flowMap(token) : this.#flowList(token);
			case 'alias':
				this.#report('yaml/aliases', spanOfToken(token));
				return { ...blank(token.offset), end: this.after(token.end, token.offset + token.source.length) };
			default:
				this.unexpected(token);
				return blank(token.offset);
		}
	}

	#flowScalar(token: CST.FlowScalar): YamlText {
		const text = flowText(token, this.#fail);
		const span = spanOfToken(token);
		const style = token.type === 'scalar' ? 'plain' : 'quoted';
		return { type: 'text', style, text, span, end: this.after(token.end, span.end) };
	}

	#blockMap(token: CST.BlockMap): YamlMap {
		const pairs: YamlPair[] = [];
		let end = token.offset;
		let commentEnd: number | undefined;
		let strayIndent: number | undefined;
		for (const item of unnested(token.items)) {
			const { key, sep, value } = item;
			const place = { next: key ?? sep?.[0], offset: end, indent: token.indent, startsLine: true };
			const marks = this.#marks(item.start, place);
			if (!key && !sep) {
				commentEnd = marks.end;
				continue;
			}
			if (item.start.some(({ type }) => type === 'explicit-key-ind')) continue;
			const indent = key && 'indent' in key ? key.indent : token.indent;
			const isStray = indent !== token.indent;
			if (isStray && indent !== strayIndent) this.#fail(key!.offset, 1, 'the indentation fits no line above');
			strayIndent = isStray ? indent : undefined;
			const name = this.#key(key, marks.end);
			if (!name) continue;
			const pair = this.#blockValue(name, sep ?? [], value, token.indent);
			end = pair.end;
			const home = isStray ? pairs.at(-1)?.value : undefined;
			if (home?.type === 'map' && !home.flow) extend(home, { key: name, value: pair.value }, end);
			else pairs.push({ key: name, value: pair.value });
		}
		return { type: 'map', flow: false, pairs, span: { start: token.offset, end }, end: commentEnd ?? end };
	}

	#blockValue(key: YamlText, sep: CST.SourceToken[], value: Value, indent: number) {
		const place = { indicator: 'map-value-ind', next: value, offset: key.end, indent, startsLine: false } as const;
		const marks = this.#marks(sep, place);
		if (!marks.found) {
			this.#fail(key.span.start, key.span.end - key.span.start, 'a colon is missing after the key');
			return { value: undefined, end: marks.end };
		}
		if (marks.found.offset - key.span.start > keyLimit) this.#fail(key.span.start, 1, 'a key is too long');
		if (isNested(value, sep)) {
			const text = this.#restOfLine(value);
			return { value: text, end: text.end };
		}
		const node = value ? this.#node(value) : blank(marks.blankAt, marks.blankEnd);
		return { value: node, end: node.end };
	}

	/** `note: he said: no`, or a line that is indented like the text above it: the author meant a text. */
	#restOfLine({ offset }: CST.BlockMap): YamlText {
		const lineEnd = this.#text.indexOf('\n', offset);
		const line = this.#text.slice(offset, lineEnd < 0 ? undefined : lineEnd);
		const comment = line.search(/[ \t]#/);
		const found = line.slice(0, comment < 0 ? undefined : comment).trimEnd();
		this.#fail(offset, found.length, 'a second colon; text with a colon needs quotes');
		const end = offset + found.length;
		return { type: 'text', style: 'plain', text: found, span: { start: offset, end }, end };
	}

	/** A key of one line; undefined where it is no text. */
	#key(token: Value, offset: number): YamlText | undefined {
		switch (token?.type) {
			case 'scalar':
			case 'single-quoted-scalar':
			case 'double-quoted-scalar':
				return this.#flowScalar(token.source.includes('\n') ? this.#lastLine(token) : token);
			case undefined:
				this.#fail(offset, 1, 'the key is missing');
				return undefined;
			case 'alias':
				this.#report('yaml/aliases', spanOfToken(token));
				return undefined;
			default:
				this.#fail(token!.offset, 1, 'a key must be a text');
				return undefined;
		}
	}

	/** A key over several lines, as it looks where the colon of the line above is missing. */
	#lastLine(token: CST.FlowScalar): CST.FlowScalar {
		const { type, source, offset } = token;
		const isPlain = type === 'scalar';
		const firstLine = /^[^\r\n]*/.exec(source)![0];
		this.#fail(offset, firstLine.length, isPlain ? 'a colon is missing after the key' : 'a key must stand on one line');
		const last = /[^ \t\r\n][^\r\n]*$/.exec(source);
		return isPlain && last ? { ...token, source: last[0], offset: offset + last.index } : token;
	}

	#blockList(token: CST.BlockSequence): YamlList {
		const items: YamlNode[] = [];
		let end = token.offset;
		let commentEnd: number | undefined;
		for (const { start, value } of token.items) {
			const place = { indicator: 'seq-item-ind', next: value, offset: end, indent: token.indent } as const;
			const marks = this.#marks(start, { ...place, startsLine: true });
			if (!marks.found && !value) {
				commentEnd = marks.end;
				continue;
			}
			if (!marks.found) this.#fail(value!.offset, 1, 'a dash is missing, or is not below the one above');
			const node = value ? this.#node(value) : blank(marks.blankAt, marks.blankEnd);
			items.push(node);
			end = node.end;
		}
		return { type: 'list', flow: false, items, span: { start: token.offset, end }, end: commentEnd ?? end };
	}

	#flowMap(token: CST.FlowCollection): YamlMap {
		const pairs: YamlPair[] = [];
		let end = token.offset + 1;
		for (const [i, item] of token.items.entries()) {
			const marks = this.#flowItem(token, i, end);
			end = marks.end;
			const { key, sep, value } = item;
			if (!key && !sep && !value) continue;
			const name = this.#key(key, end);
			if (!name) continue;
			const place = { indicator: 'map-value-ind', next: value, offset: name.end, indent: token.indent } as const;
			const after = this.#marks(sep ?? [], { ...place, startsLine: false, isFlow: true });
			if (!after.found) this.#fail(name.span.start, 1, value ? 'a comma or colon is missing' : 'the value is missing');
			else if (after.found.offset - marks.end > keyLimit) this.#fail(name.span.start, 1, 'a key is too long');
			const node = value ? this.#flowValue(value) : blank(after.blankAt, after.blankEnd);
			pairs.push({ key: name, value: node });
			end = node.end;
		}
		return { type: 'map', flow: true, pairs, ...this.#flowEnd(token, end, '}') };
	}

	#flowList(token: CST.FlowCollection): YamlList {
		const items: YamlNode[] = [];
		let end = token.offset + 1;
		for (const [i, { key, sep, value }] of token.items.entries()) {
			end = this.#flowItem(token, i, end).end;
			const isPair = sep?.some(({ type }) => type === 'map-value-ind');
			if (isPair) this.#fail(key?.offset ?? end, 1, 'a colon in a list; text with a colon needs quotes');
			else if (sep) this.#fail(value?.offset ?? end, 1, 'a comma is missing');
			const nodes = isPair ? [] : [key, value].filter((part) => part !== undefined && part !== null);
			for (const node of nodes) {
				items.push(this.#flowValue(node));
				end = items.at(-1)!.end;
			}
		}
		return { type: 'list', flow: true, items, ...this.#flowEnd(token, end, ']') };
	}

	/** The comma before an item of brackets or braces. */
	#flowItem({ items, indent }: CST.FlowCollection, i: number, offset: number): Marks {
		const { start, key, sep, value } = items[i]!;
		const next = key ?? sep?.[0];
		const marks = this.#marks(start, { next, offset, indent, startsLine: false, isFlow: true });
		const isEmpty = !key && !sep && !value;
		if (i === 0 ? marks.comma : isEmpty && i < items.length - 1) this.#fail(marks.end, 1, 'a comma too many');
		else if (i > 0 && !isEmpty && !marks.comma) this.#fail(marks.end, 1, 'a comma is missing');
		return marks;
	}

	#flowValue(token: CST.Token): YamlNode {
		if (token.type !== 'block-map' && token.type !== 'block-seq') return this.#node(token);
		this.#fail(token.offset, 1, token.type === 'block-map' ? 'a comma is missing' : 'a dash has no place in brackets');
		return blank(token.offset);
	}

	#flowEnd(token: CST.FlowCollection, offset: number, bracket: string): { readonly span: Span; readonly end: number } {
		const [last, ...rest] = token.end;
		const start = token.offset;
		if (last?.source === bracket) {
			const end = last.offset + 1;
			return { span: { start, end }, end: this.after(rest, end) };
		}
		this.#fail(start, 1, `“${bracket}” is missing, or the lines before it are not indented enough`);
		return { span: { start, end: offset }, end: this.after(rest, offset) };
	}

	/** What may stand after a value: white space, a comment. Returns where that ends. */
	after(tokens: readonly CST.SourceToken[] | undefined, offset: number, isSpaced = false): number {
		let end = offset;
		let spaced = isSpaced;
		for (const token of tokens ?? []) {
			const isWhite = token.type === 'space' || token.type === 'newline';
			if (!isWhite && !(token.type === 'comment' && spaced)) this.unexpected(token);
			spaced ||= isWhite;
			end += token.source.length;
		}
		return end;
	}

	#marks(tokens: readonly CST.SourceToken[], place: Place): Marks {
		return readMarks(tokens, place, this.#fail, (token) => {
			if (token.type === 'anchor') this.#report('yaml/aliases', spanOfToken(token));
			else this.unexpected(token);
		});
	}

	/** Tells that a token belongs nowhere. */
	unexpected(token: CST.Token): void {
		const source = 'source' in token ? token.source : '';
		this.#fail(token.offset, source.length, source ? `unexpected “${source}”` : 'unexpected text');
	}

	readonly #fail = (start: number, length: number, detail: string): void => {
		this.#report('yaml/syntax', { start, end: Math.min(start + length, this.#text.length) }, detail);
	};
}

function spanOfToken({ offset, source }: { readonly offset: number; readonly source: string }): Span {
	return { start: offset, end: offset + source.length };
}

/** The text that is not written. */
function blank(offset: number, end = offset): YamlText {
	return { type: 'text', style: 'plain', text: '', span: { start: offset, end: offset }, end };
}

/** A pair that stands below a map's own, by mistake. */
function extend(map: YamlMap, pair: YamlPair, end: number): void {
	(map.pairs as YamlPair[]).push(pair);
	Object.assign(map, { span: { start: map.span.start, end }, end });
}
