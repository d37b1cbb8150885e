// A YAML collection cut into blocks of whole lines: each pair or item with the comments that are its own. Joined again, they are the text.
import type { Span } from '../text/span';
import type { YamlList, YamlMap, YamlNode } from '../yaml/nodes';
import { blockMap, lineEnd, lineStart, trimEnd } from '../yaml/splice';
import { meaning, renderPair } from './render';

/** Every text but the last of a level ends with a line break. Line ends are `\n` throughout. */
export interface Block {
	/** Of a pair its key; of a list's item what tells it from others. */
	readonly key: string;
	readonly value: YamlNode | undefined;
	/** Blank lines and comments above. */
	readonly lead: string;
	readonly body: string;
	/** Comments right below that belong to it and not to the next. */
	readonly trail: string;
	/** Where it stands in the text of its side, to the end of its last line, even where `body` was written anew. */
	readonly span: Span;
}

/** The blocks of one map or list. */
export interface Level {
	/** The text of the side, in which spans count. */
	readonly text: string;
	readonly indent: string;
	readonly blocks: ReadonlyMap<string, Block>;
	/** What stands below the last. */
	readonly tail: string;
}

interface Piece {
	readonly key: string;
	readonly value: YamlNode | undefined;
	readonly start: number;
	readonly end: number;
}

/** A map whose keys begin their lines, in `[start, end)`, whole lines; undefined for another. */
export function mapLevel(text: string, node: YamlMap, start: number, end: number): Level | undefined {
	const map = blockMap(text, '\n', node);
	if (!map || map.pairs[0]!.lines.start < start) return undefined;
	const pieces = map.pairs.map(({ key, value, lines }) => ({ key, value, start: lines.start, end: lines.end }));
	return { text, indent: map.indent, ...cut(text, map.indent.length, pieces, start, end) };
}

/** The same for a list whose dashes begin their lines. `keyOf` tells items apart; the second of a kind gets another key. */
export function listLevel(
	text: string,
	node: YamlList,
	keyOf: (item: YamlNode) => string,
	start: number,
	end: number,
): Level | undefined {
	if (node.flow || node.items.length === 0) return undefined;
	const keys = distinctKeys(node.items.map(keyOf));
	const pieces: Piece[] = [];
	let indent: string | undefined;
	for (const [i, value] of node.items.entries()) {
		const from = lineStart(text, value.span.start);
		const dash = /^( *)-[ ]*$/.exec(text.slice(from, value.span.start));
		indent ??= dash?.[1];
		if (!dash || dash[1] !== indent || from < start) return undefined;
		pieces.push({ key: keys[i]!, value, start: from, end: lineEnd(text, trimEnd(text, value.span.end)) });
	}
	return { text, indent: indent!, ...cut(text, indent!.length, pieces, start, end) };
}

/** The map with its pairs written anew: one in braces, or one that goes where another indentation is used. */
export function rewritten(text: string, node: YamlMap, indent: string): Level {
	const blocks = node.pairs.map(({ key, value }): Block => {
		const body = renderPair(indent, key.text, value).map((line) => `${line}\n`);
		const end = lineEnd(text, Math.max(key.span.end, trimEnd(text, value?.span.end ?? 0)));
		const span = { start: key.span.start, end };
		return { key: key.text, value, lead: '', body: body.join(''), trail: '', span };
	});
	return { text, indent, blocks: new Map(blocks.map((block) => [block.key, block])), tail: '' };
}

export function distinctKeys(keys: readonly string[]): string[] {
	const seen = new Map<string, number>();
	return keys.map((key) => {
		const count = (seen.get(key) ?? 0) + 1;
		seen.set(key, count);
		return count === 1 ? key : `${key} ${count}`;
	});
}

/** Whether two blocks say the same. */
export function isSame(a: Block, b: Block): boolean {
	return a.body === b.body || meaning(a.value) === meaning(b.value);
}

function cut(text: string, depth: number, pieces: readonly Piece[], start: number, end: number) {
	const blocks = new Map<string, Block>();
	let lead = '';
	let done = start;
	let above: Block | undefined;
	const close = (until: number) => {
		const [trail, rest] = above ? parted(text.slice(done, until), depth) : ['', text.slice(done, until)];
		if (above) blocks.set(above.key, { ...above, trail });
		lead = rest;
	};
	for (const piece of pieces) {
		close(piece.start);
		done = Math.min(piece.end + 1, text.length);
		const { key, value, start: from, end: to } = piece;
		above = { key, value, lead, body: text.slice(from, done), trail: '', span: { start: from, end: to } };
	}
	close(Math.max(done, end));
	return { blocks, tail: lead };
}

/** What stands between two blocks: comments of the upper one (deeper, or right below it and above a blank line), the rest. */
function parted(between: string, depth: number): [string, string] {
	const lines = between.split(/(?<=\n)/);
	let count = 0;
	while (lines[count]?.trim().startsWith('#') && /^ */.exec(lines[count]!)![0].length > depth) count++;
	let next = count;
	while (lines[next]?.trim().startsWith('#')) next++;
	if (next < lines.length && lines[next]!.trim() === '') count = next;
	return [lines.slice(0, count).join(''), lines.slice(count).join('')];
}
