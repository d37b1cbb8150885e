// What a merge left for a person to decide, as it stands in a file: under `conflict`, in the map that it is about.
//
//   conflict:
//     note: { main: what main says, review: what review says }     a key with two values; the first is in its place, too
//     review: deleted                                              that side deleted what the other one changed
import type { Problem } from '../problems';
import type { Span } from '../text/span';
import type { YamlMap, YamlNode } from '../yaml/nodes';
import { meaning, renderPair } from './render';

export const conflictKey = 'conflict';
/** The keys that tell a passage are decided together, under this name. */
export const passageField = 'passage';
export const passageKeys: readonly string[] = ['quote', 'from', 'to', 'length', 'about', 'before', 'after', 'seen'];
const deletedWord = 'deleted';

/** What one side says; undefined: it has no such key, or deleted the entry. */
export interface Alternative {
	readonly side: string;
	readonly value: YamlNode | undefined;
}

export interface Undecided {
	/** The keys that lead to the map, from the top; empty at the top. */
	readonly path: readonly string[];
	/** The key that has several values; undefined: one side deleted the map, the others changed it. */
	readonly field: string | undefined;
	/** In the order of the file; mostly two. Of a deletion: the sides that deleted. */
	readonly alternatives: readonly Alternative[];
	/** In the file; where it was made by a merge, zero. */
	readonly span: Span;
}

/** What is undecided in a map; `path` is its own. */
export function undecidedIn(map: YamlMap, path: readonly string[]): Undecided[] {
	const found = map.pairs.find(({ key }) => key.text === conflictKey)?.value;
	if (found?.type !== 'map') return [];
	return found.pairs.map(({ key, value }): Undecided => {
		const span = { start: key.span.start, end: Math.max(key.span.end, value?.span.end ?? 0) };
		if (value?.type !== 'map') {
			return { path, field: undefined, alternatives: [{ side: key.text, value: undefined }], span };
		}
		const alternatives = value.pairs.map((pair) => ({ side: pair.key.text, value: pair.value }));
		return { path, field: key.text, alternatives, span };
	});
}

/** Everything that is undecided in a file, in its order. */
export function* allUndecided(node: YamlNode | undefined, path: readonly string[] = []): Generator<Undecided> {
	if (node?.type !== 'map') return;
	yield* undecidedIn(node, path);
	for (const { key, value } of node.pairs)
		if (key.text !== conflictKey) yield* allUndecided(value, [...path, key.text]);
}

/** The `conflict` key as lines, each with its line break; empty where nothing is undecided. */
export function renderUndecided(undecided: readonly Undecided[], indent: string): string {
	if (undecided.length === 0) return '';
	const [one, two] = [`${indent}  `, `${indent}    `];
	const lines = undecided.flatMap(({ field, alternatives }) =>
		field === undefined
			? alternatives.flatMap(({ side }) => renderPair(one, side, textNode(deletedWord)))
			: [
					...renderPair(one, field, undefined),
					...alternatives.flatMap(({ side, value }) => renderPair(two, side, value)),
				],
	);
	return [`${indent}${conflictKey}:`, ...lines].map((line) => `${line}\n`).join('');
}

/** What to say of it, at its place in the file. */
export function undecidedProblem({ path, field, alternatives, span }: Undecided): Problem {
	const sides = alternatives.map(({ side }) => side).join(', ');
	if (field === undefined)
		return { code: 'merge/deleted', severity: 'error', span, args: { id: path.at(-1) ?? '', side: sides } };
	return { code: 'merge/two-values', severity: 'error', span, args: { key: field, sides } };
}

/** What was decided about one passage: a role of its paragraph, an actor who is meant. */
interface Decision {
	/** What tells the passage from others. */
	readonly passage: string;
	readonly quote: string;
	readonly decision: string;
	readonly span: Span;
}

/** Two decisions for one passage: a merge leaves both in the list. The sides have no names there but what they decided. */
export function undecidedItems(section: string, items: readonly Decision[]): Undecided[] {
	const given = new Map<string, Decision[]>();
	for (const item of items) given.set(item.passage, [...(given.get(item.passage) ?? []), item]);
	return [...given.values()].flatMap((all) => {
		if (new Set(all.map(({ decision }) => decision)).size < 2) return [];
		const alternatives = all.map(({ decision, span }) => ({ side: decision, value: textNode(decision, span) }));
		return [{ path: [section], field: all[0]!.quote, alternatives, span: all.at(-1)!.span }];
	});
}

const nowhere: Span = { start: 0, end: 0 };

function textNode(text: string, span = nowhere): YamlNode {
	return { type: 'text', text, style: 'plain', span };
}

/** A map that no file has yet. */
export function mapNode(pairs: YamlMap['pairs']): YamlMap {
	return { type: 'map', flow: false, pairs, span: nowhere };
}

/** A `conflict` that a merge wrote, or none: what a person keeps under that name is a key like others. */
export function isUndecided(value: YamlNode | undefined): boolean {
	const pairs = value?.type === 'map' ? value.pairs : [];
	return (
		pairs.length > 0 && pairs.every(({ value }) => value && (value.type === 'map' || meaning(value) === '"deleted"'))
	);
}

/** Names of sides that a map has for its fields, too, or twice, are made different. */
export function distinctSides(undecided: readonly Undecided[]): Undecided[] {
	const merged = new Map<string, Undecided>();
	const fields = new Set(undecided.map(({ field }) => field));
	for (const one of undecided) {
		const key = one.field ?? `\0${one.alternatives[0]!.side}`;
		const earlier = merged.get(key);
		const alternatives = [...(earlier?.alternatives ?? [])];
		for (const { side, value } of one.alternatives) {
			if (alternatives.some((other) => other.side === side && meaning(other.value) === meaning(value))) continue;
			const taken = new Set([...alternatives.map((other) => other.side), ...(one.field === undefined ? fields : [])]);
			let name = side;
			for (let i = 2; taken.has(name); i++) name = `${side} ${i}`;
			alternatives.push({ side: name, value });
		}
		merged.set(key, { ...one, alternatives });
	}
	return [...merged.values()];
}
