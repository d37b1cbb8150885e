// A key's own line, and the map or list below it opened as blocks.
import type { YamlList, YamlNode } from '../yaml/nodes';
import { afterLineEnd, lineEnd } from '../yaml/splice';
import { type Block, type Level, listLevel, mapLevel, rewritten } from './blocks';
import { mapThree, type Three } from './three';

/** The line of the key, with its comment: as the side that changed it has it. */
export function headOf(three: Three<Block>): string {
	const heads = mapThree(three, ({ body }) => {
		const [colon] = keyPart.exec(body) ?? [''];
		const line = body.slice(0, body.indexOf('\n') + 1);
		return /^[ \t]*(?:#.*)?\n$/.test(line.slice(colon.length)) ? line : `${colon}\n`;
	});
	if (!heads.ours || !heads.theirs) return (heads.ours ?? heads.theirs)!;
	return heads.base === heads.ours ? heads.theirs : heads.ours;
}

/** A key and its colon. */
export const keyPart = /^ *(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*'|(?:[^:\n]|:(?=\S))+)[ \t]*:/;

/** The map in a block, its pairs in lines that are indented by `indent` (undefined: as they are). Undefined where there is none. */
export function openMap({ value, span }: Block, { text, indent: owner }: Level, indent?: string): Level | undefined {
	if (value?.type !== 'map' || value.pairs.length === 0) return undefined;
	const level = mapLevel(text, value, ...inside(text, span));
	return level && level.indent === (indent ?? level.indent) ? level : rewritten(text, value, indent ?? `${owner}  `);
}

/** The list in a block, where its items stand in lines of their own. */
export function openList(
	{ value, span }: Block,
	{ text }: Level,
	keyOf: (item: YamlNode) => string,
): Level | undefined {
	return value?.type === 'list' ? listLevel(text, value as YamlList, keyOf, ...inside(text, span)) : undefined;
}

/** The lines below the key's. */
function inside(text: string, { start, end }: Block['span']): [number, number] {
	return [afterLineEnd(text, lineEnd(text, start)), afterLineEnd(text, end)];
}
