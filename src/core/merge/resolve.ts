// Deciding what a merge left open: edits of the file's text that keep one value, or both.
import { isId } from '../annotations/ids';
import type { TextEdit } from '../ports';
import { applyEdits } from '../text/edits';
import { readYaml } from '../yaml/document';
import type { YamlMap, YamlNode } from '../yaml/nodes';
import { plain } from '../yaml/scalars';
import {
	afterLineEnd,
	type BlockMap,
	blockMap,
	innerMap,
	type KeyLines,
	lineEndOf,
	removeLines,
	setPairs,
} from '../yaml/splice';
import { inline, isNothing, meaning, render } from './render';
import { allUndecided, conflictKey, passageField, passageKeys, type Undecided } from './undecided';

/** The number of an alternative, or both: of a deletion, that the entry stays. */
export type Keep = number | 'both';

/** Asked at every move of the cursor, in files of any size: most have no such key, and need not be read. */
const mayBeOpen = new RegExp(`${conflictKey}["']?[ \\t]*:`);

/** What is undecided in a catalogue or list of kinds; a sidecar has it read already. */
export function undecidedOf(text: string, format: string): Undecided[] {
	if (!mayBeOpen.test(text)) return [];
	const { root, usable } = readYaml(text, format);
	return usable ? [...allUndecided(root)] : [];
}

/** One way to decide, for a menu. */
export interface Choice {
	readonly keep: Keep;
	/** Takes one side's value; deletes the entry; keeps it as the other side changed it; keeps both. */
	readonly what: 'value' | 'delete' | 'stay' | 'both';
	/** Whose it is; undefined for `stay` and `both`. */
	readonly side: string | undefined;
	/** The value on one line; empty: the key goes. */
	readonly says: string;
}

/** The ways to decide, in the order of the file. */
export function choicesOf(undecided: Undecided): Choice[] {
	const { field, alternatives } = undecided;
	const choices = alternatives.map(({ side, value }, keep): Choice => {
		const says = isNothing(value) ? '' : value?.type === 'text' ? value.text : inline(value);
		return { keep, what: field === undefined ? 'delete' : 'value', side, says };
	});
	if (!canKeepBoth(undecided)) return choices;
	return [...choices, { keep: 'both', what: field === undefined ? 'stay' : 'both', side: undefined, says: '' }];
}

/** Texts of several lines: both are kept one below the other. */
const joinable: ReadonlySet<string> = new Set(['note', 'text']);

/** Whether both can be kept: a deleted entry can stay, notes are joined, and of annotations and replies there can be two. */
export function canKeepBoth({ path, field, alternatives }: Undecided): boolean {
	if (field === undefined) return true;
	if (alternatives.length !== 2) return false;
	return joinable.has(field) ? alternatives.every(({ value }) => !isNothing(value)) : isEntry(path);
}

/** An annotation or a reply: of a thing under another key there can be but one. */
function isEntry(path: readonly string[]): boolean {
	if (!isId(path[0] ?? '')) return false;
	return path.length === 1 || (path.length === 3 && path[1] === 'replies');
}

/**
 * The edits that decide it; undefined where the file is not written in lines, or changed since. To keep both of what
 * cannot be joined, the entry is doubled: the second has `newId` and what the second side says.
 */
export function decide(
	text: string,
	format: string,
	undecided: Undecided,
	keep: Keep,
	{ order, newId }: { readonly order: readonly string[]; readonly newId?: string },
): readonly TextEdit[] | undefined {
	const { path, field, alternatives } = undecided;
	const maps = open(text, format, path);
	const map = maps?.at(-1);
	if (!map || !maps) return undefined;
	const owner = map.pairs.find(({ key }) => key === conflictKey);
	if (owner?.value?.type !== 'map') return undefined;
	if (field === undefined && keep !== 'both') {
		const pair = maps.at(-2)?.pairs.find(({ key }) => key === path.at(-1));
		return pair && removeLines(text, [withBlankLine(text, pair.lines)]);
	}
	if (keep === 'both' && field !== undefined && joinable.has(field)) {
		const joined = alternatives.flatMap(({ value }) => (value?.type === 'text' ? [value.text] : [])).join('\n');
		const value: YamlNode = { type: 'text', text: joined, style: 'block', span: { start: 0, end: 0 } };
		return settle(map, undecided, value, order);
	}
	if (keep !== 'both') return alternatives[keep] && settle(map, undecided, alternatives[keep].value, order);
	if (field === undefined) return settle(map, undecided, undefined, order);
	const first = settle(map, undecided, alternatives[0]?.value, order);
	const copy = newId && first && doubled(text, format, maps, undecided, { order, newId });
	return copy ? [...first, copy] : undefined;
}

/** The maps from the top to the one at `path`. */
function open(text: string, format: string, path: readonly string[]): BlockMap[] | undefined {
	const top = blockMap(text, lineEndOf(text), readYaml(text, format).root);
	const maps = top ? [top] : [];
	for (const key of path) {
		const inner = maps.length > 0 ? innerMap(maps.at(-1)!, key) : undefined;
		if (!inner) return undefined;
		maps.push(inner);
	}
	return maps;
}

/** Gives the key its value, and takes it out of what is undecided. */
function settle(
	map: BlockMap,
	{ field, alternatives }: Undecided,
	value: YamlNode | undefined,
	order: readonly string[],
) {
	const owner = map.pairs.find(({ key }) => key === conflictKey)!;
	const inner = innerMap(map, conflictKey);
	const name = field ?? alternatives[0]!.side;
	const isLast = (owner.value as YamlMap).pairs.length === 1;
	const values: KeyLines[] = isLast ? [[conflictKey, undefined]] : [];
	const put = (key: string, node: YamlNode | undefined) => {
		const now = map.pairs.find((pair) => pair.key === key);
		if (now && node && meaning(now.value) === meaning(node)) return;
		values.push([key, isNothing(node) ? undefined : render(node, map.indent)]);
	};
	if (field === passageField) {
		const told = new Map(value?.type === 'map' ? value.pairs.map((pair) => [pair.key.text, pair.value]) : []);
		for (const key of passageKeys) put(key, told.get(key));
	} else if (field !== undefined) put(field, value);
	const edits = setPairs(map, values, order);
	if (isLast) return edits;
	const done = inner?.pairs.find(({ key }) => key === name);
	return edits && done && [...edits, ...removeLines(map.text, [done.lines])];
}

/** The entry once more, with the second side's value and no replies. */
function doubled(
	text: string,
	format: string,
	maps: readonly BlockMap[],
	undecided: Undecided,
	{ order, newId }: { readonly order: readonly string[]; readonly newId: string },
): TextEdit | undefined {
	const [outer, key] = [maps.at(-2), undecided.path.at(-1)!];
	const pair = outer?.pairs.find((one) => one.key === key);
	if (!outer || !pair) return undefined;
	let copy = text.slice(pair.lines.start, pair.lines.end) + outer.eol;
	for (const change of [
		(map: BlockMap) => settle(map, undecided, undecided.alternatives[1]?.value, order),
		(map: BlockMap) =>
			setPairs(
				map,
				[
					['replies', undefined],
					[conflictKey, undefined],
				],
				order,
			),
	]) {
		const map = open(copy, format, [key])?.at(-1);
		const edits = map && change(map);
		if (!edits) return undefined;
		copy = applyEdits(copy, edits);
	}
	const named = copy.trimEnd().replace(/^( *)[^:\n]*:/, (_, indent: string) => `${indent}${plain(newId)}:`);
	const at = afterLineEnd(text, pair.lines.end);
	const apart = undecided.path.length === 1 ? outer.eol : '';
	const inserted = at > pair.lines.end ? apart + named + outer.eol : outer.eol + apart + named;
	return { start: at, end: at, text: inserted };
}

/** With the blank line below it, where there is one above as well. */
function withBlankLine(text: string, { start, end }: BlockMap['pairs'][number]['lines']) {
	const below = /^(\r?\n)[ \t]*(?=\r?\n)/.exec(text.slice(end, end + 200));
	const isBlankAbove = start === 0 || /(?:^|\n)[ \t]*\r?\n$/.test(text.slice(Math.max(0, start - 200), start));
	return { start, end: below && isBlankAbove ? end + below[0].length : end };
}
