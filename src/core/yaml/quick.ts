// A quick reader for the plain part of YAML that the program itself writes: block maps, one-line scalars, `|-` texts, short
// lists. Whatever else it meets, it gives up, and the full reader reads the file: some ten times slower, to the same nodes.
import type { YamlList, YamlMap, YamlNode, YamlPair, YamlText } from './nodes';

const word = /[\p{L}\p{N}_][\p{L}\p{N}\p{M}_.\-/+@%#]*/u.source;
const words = `${word}(?: ${word})*`;
const single = "'(?:[^'\\r\\n]|'')*'";
const double = '"(?:[^"\\\\\\r\\n]|\\\\(?:["\\\\/bfnrt]|u[0-9a-fA-F]{4}))*"';
const item = `(?:${single}|${double}|${words})`;

const keyLine = new RegExp(`( *)(${single}|${word}):(?: (?=[^ \\r\\n])|(?=\\r?\\n|$))`, 'uy');
const dashLine = /( *)- (?=[^ ])/uy;
const scalar = new RegExp(item, 'uy');
const flowList = new RegExp(`\\[(?:${item}(?:, ${item})*)?\\]`, 'uy');
const flowMap = new RegExp(`\\{ ${word}: ${item}(?:, ${word}: ${item})* \\}`, 'uy');
const flowItem = new RegExp(`(?:(${word}): )?(${item})`, 'ug');
const lineRest = /\r?\n|$/uy;
const blankLine = /(?:#[^\r\n]*)?(?:\r?\n|$)/uy;
const textLine = /( *)([^\r\n]*)(?:\r?\n|$)/uy;

/** What is not even looked at: tabs, control characters, rare or lone line ends; document markers and conflicts. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const foreign = /[\0-\x09\x0b\x0c\x0e-\x1f\x7f\u0085\u2028\u2029\ufeff]|\r(?!\n)|^(?:---|\.\.\.|[%<=>|])/m;

/** The top-level map of `text`, as the full reader would give it; undefined where there is more than the plain part. */
export function quickRoot(text: string): YamlMap | undefined {
	return foreign.test(text) ? undefined : new QuickReader(text).root();
}

class QuickReader {
	readonly #text: string;
	#at = 0;

	constructor(text: string) {
		this.#text = text;
	}

	root(): YamlMap | undefined {
		this.#skipBlank();
		const map = this.#map(0);
		return this.#at === this.#text.length ? map : undefined;
	}

	/** Pairs at `indent`, up to a line that is none; undefined where there is none at all, or something else. */
	#map(indent: number): YamlMap | undefined {
		const start = this.#at + indent;
		const pairs: YamlPair[] = [];
		let end = start;
		for (let found = this.#line(keyLine, indent); found; found = this.#line(keyLine, indent)) {
			const at = this.#at + indent;
			const key = text(found[2]!, at, at + found[2]!.length);
			this.#at += found[0].length;
			const value = this.#value(indent);
			if (!value) return undefined;
			end = value.end;
			pairs.push({ key, value });
			this.#skipBlank();
		}
		return pairs.length > 0 ? { type: 'map', flow: false, pairs, span: { start, end }, end } : undefined;
	}

	/** What follows `key:`, to the end of its last line. */
	#value(indent: number): YamlNode | undefined {
		if (this.#text.startsWith('|-', this.#at)) return this.#block(indent);
		if (!this.#skips(lineRest, false)) return this.#oneLine();
		const place = this.#at;
		this.#skips(lineRest, true);
		this.#skipBlank();
		const depth = this.#depth();
		const isList = this.#text[this.#at + depth] === '-';
		if (depth > indent) return isList ? this.#list(depth) : this.#map(depth);
		return isList ? undefined : text('', place, place);
	}

	#list(indent: number): YamlList | undefined {
		const start = this.#at + indent;
		const items: YamlNode[] = [];
		let end = start;
		for (let found = this.#line(dashLine, indent); found; found = this.#line(dashLine, indent)) {
			this.#at += found[0].length;
			const value = this.#oneLine();
			if (!value) return undefined;
			end = value.end;
			items.push(value);
			this.#skipBlank();
		}
		if (items.length === 0 || this.#depth() >= indent) return undefined;
		return { type: 'list', flow: false, items, span: { start, end }, end };
	}

	/** A scalar, or a list or map in brackets, to the end of the line. */
	#oneLine(): YamlNode | undefined {
		const start = this.#at;
		const opening = this.#text[start];
		const found = this.#exec(opening === '[' ? flowList : opening === '{' ? flowMap : scalar)?.[0];
		if (found === undefined) return undefined;
		this.#at += found.length;
		const close = this.#at;
		if (!this.#skips(lineRest, true)) return undefined;
		if (opening !== '[' && opening !== '{') return text(found, start, this.#at, close);
		return flow(found, start, this.#at);
	}

	/** The lines below `|-`, without their indent. */
	#block(indent: number): YamlText | undefined {
		const start = this.#at;
		this.#at += 2;
		if (!this.#skips(lineRest, true)) return undefined;
		const depth = this.#depth();
		const lines: string[] = [];
		let end = this.#at;
		while (depth > indent && this.#at < this.#text.length) {
			const [whole, white, content] = this.#exec(textLine) as unknown as [string, string, string];
			if (content === '' && white !== '') return undefined;
			if (content !== '' && white.length < depth) {
				if (white.length > indent) return undefined;
				break;
			}
			lines.push(white.slice(depth) + content);
			this.#at += whole.length;
			if (content !== '') end = this.#at;
		}
		while (lines.at(-1) === '') lines.pop();
		if (lines.length === 0) return undefined;
		return { type: 'text', style: 'block', text: lines.join('\n'), span: { start, end }, end };
	}

	#skipBlank(): void {
		while (this.#at < this.#text.length && this.#skips(blankLine, true));
	}

	/** Whether the pattern fits here; the reader goes on after it if `taking`. */
	#skips(pattern: RegExp, taking: boolean): boolean {
		const found = this.#exec(pattern);
		if (found && taking) this.#at += found[0].length;
		return found !== null;
	}

	/** The spaces at the start of the line that the reader is at. */
	#depth(): number {
		let depth = 0;
		while (this.#text[this.#at + depth] === ' ') depth++;
		return depth;
	}

	/** A pattern that begins with the line's indent, where that is as deep as it should be. */
	#line(pattern: RegExp, indent: number): RegExpExecArray | undefined {
		const found = this.#exec(pattern);
		return found?.[1]?.length === indent ? found : undefined;
	}

	#exec(pattern: RegExp): RegExpExecArray | null {
		pattern.lastIndex = this.#at;
		return pattern.exec(this.#text);
	}
}

function text(source: string, start: number, end: number, close = end): YamlText {
	const span = { start, end: close };
	if (source[0] === '"') return { type: 'text', style: 'quoted', text: JSON.parse(source), span, end };
	if (source[0] !== "'") return { type: 'text', style: 'plain', text: source, span, end };
	return { type: 'text', style: 'quoted', text: source.slice(1, -1).replaceAll("''", "'"), span, end };
}

function flow(source: string, start: number, end: number): YamlMap | YamlList {
	const pairs: YamlPair[] = [];
	const items: YamlNode[] = [];
	for (const { index, 1: key, 2: value } of source.matchAll(flowItem)) {
		const at = start + index + (key === undefined ? 0 : key.length + 2);
		const node = text(value!, at, at + value!.length);
		if (key === undefined) items.push(node);
		else pairs.push({ key: text(key, start + index, start + index + key.length), value: node });
	}
	const placed = { flow: true, span: { start, end: start + source.length }, end };
	return source[0] === '{' ? { type: 'map', pairs, ...placed } : { type: 'list', items, ...placed };
}
