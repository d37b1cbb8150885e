// What a merge left for a person to decide, as it stands in a file: under `conflict`, in the map that it is about.
//
//   conflict:
//     note: { main: what main says, review: what review says }     a key with two values; the first is in its place, too
//     review: deleted                                              that side deleted what the other one changed
import type { Problem } from '../problems';
import type { Span } from '../text/span';
import type { YamlMap, YamlNode } from '../yaml/nodes';
import { renderPair } from './render';

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

/** Two roles for one paragraph: a merge leaves both in the list. The sides have no names there but the roles. */
export function undecidedRoles(roles: readonly { quote: string; role: string; span: Span }[]): Undecided[] {
	const given = new Map<string, typeof roles>();
	for (const role of roles) given.set(role.quote, [...(given.get(role.quote) ?? []), role]);
	return [...given].flatMap(([quote, all]) => {
		if (new Set(all.map(({ role }) => role)).size < 2) return [];
		const alternatives = all.map(({ role, span }) => ({ side: role, value: textNode(role, span) }));
		return [{ path: ['roles'], field: quote, alternatives, span: all.at(-1)!.span }];
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
