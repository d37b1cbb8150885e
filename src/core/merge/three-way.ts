// Merging two versions of a YAML map with the one both came from: by key, blocks of lines taken as they stand.
// What only one side changed is taken from it; lists are sets; a key with two new values is left to a person, in the file.
import type { YamlList, YamlMap, YamlNode } from '../yaml/nodes';
import { afterLineEnd, lineEnd } from '../yaml/splice';
import { type Block, distinctKeys, isSame, type Level, listLevel, mapLevel, rewritten } from './blocks';
import { commentLines, commentsBetween, mergeCount, newComments, tally } from './comments';
import { mergeOrder, type Rank } from './order';
import { inline, isNothing, meaning } from './render';
import {
	type Alternative,
	conflictKey,
	mapNode,
	passageField,
	renderUndecided,
	type Undecided,
	undecidedIn,
} from './undecided';

/** One thing in the three versions; undefined where a version does not have it. */
export interface Three<T> {
	readonly base: T | undefined;
	readonly ours: T | undefined;
	readonly theirs: T | undefined;
}

/** What the merge must know of a format. */
export interface MergeRules {
	/** Whether the map at this path is a thing of its own: deleting it here and changing it there is a conflict. */
	isEntry(path: readonly string[]): boolean;
	/** Keys of an entry that are decided together, and the stamp that follows them. */
	readonly passage: ReadonlySet<string>;
	readonly stamp: string | undefined;
	/** What tells a list's items apart. */
	itemKey(item: YamlNode, path: readonly string[]): string;
	rank(path: readonly string[]): Rank;
}

/** The sides' names, different from each other. */
export interface SideNames {
	readonly ours: string;
	readonly theirs: string;
}

export class ThreeWay {
	/** What is left to decide, in the order found. */
	readonly undecided: Undecided[] = [];
	readonly #rules: MergeRules;
	readonly #names: SideNames;

	constructor(rules: MergeRules, names: SideNames) {
		this.#rules = rules;
		this.#names = names;
	}

	/** The lines of the merged map: without its own key. `own` is what is undecided about the map itself. */
	level(levels: Three<Level>, path: readonly string[], own: readonly Undecided[] = []): string {
		const { base, ours, theirs } = levels;
		const indent = (ours ?? theirs)!.indent;
		const decided = new Set([...(ours?.blocks.keys() ?? []), ...(theirs?.blocks.keys() ?? [])]);
		const isOurs = [base, ours, theirs].every((level) => isUndecided(level?.blocks.get(conflictKey)));
		if (isOurs) decided.delete(conflictKey);
		const bodies = new Map<string, string>();
		const strays: string[] = [];
		const undecided = [...own];
		const forced = this.#rules.isEntry(path)
			? this.#passage(levels, undecided, path)
			: new Map<string, keyof SideNames>();
		for (const key of decided) {
			const three = at(levels, key);
			const side = forced.get(key);
			const body = side ? three[side]?.body : this.#pair(key, three, levels, [...path, key], undecided);
			if (body) bodies.set(key, this.#withComments(body, three, levels, indent));
			else strays.push(...this.#orphaned(three, levels));
		}
		const all = [...(isOurs ? this.#stillUndecided(levels, path) : []), ...undecided];
		this.undecided.push(...undecided);
		const conflict = renderUndecided(distinctSides(all), indent);
		if (conflict) bodies.set(conflictKey, conflict);
		const keys = (level: Level | undefined) =>
			[...(level?.blocks.keys() ?? [])].filter((key) => !isOurs || key !== conflictKey);
		const order = mergeOrder(keys(base), keys(ours), keys(theirs), new Set(bodies.keys()), this.#rules.rank(path));
		return joined(levels, conflict ? [...order, conflictKey] : order, bodies, strays, indent);
	}

	/** The lines of one key; undefined: it goes. */
	#pair(
		key: string,
		three: Three<Block>,
		levels: Three<Level>,
		path: readonly string[],
		undecided: Undecided[],
	): string | undefined {
		const { base, ours, theirs } = three;
		if (ours && theirs) {
			if (isSame(ours, theirs)) return base?.body === ours.body ? theirs.body : ours.body;
			if (base && isSame(base, ours)) return theirs.body;
			if (base && isSame(base, theirs)) return ours.body;
			return this.#both(key, three, levels, path, undecided);
		}
		const one = (ours ?? theirs)!;
		if (!base) return one.body;
		return isSame(base, one) ? undefined : this.#both(key, three, levels, path, undecided);
	}

	/** Both sides changed it, or one did and the other deleted it. */
	#both(
		key: string,
		three: Three<Block>,
		levels: Three<Level>,
		path: readonly string[],
		undecided: Undecided[],
	): string | undefined {
		const present = [three.base, three.ours, three.theirs].flatMap((block) =>
			block && !isNothing(block.value) ? [block] : [],
		);
		const sides = [three.ours, three.theirs].filter((block) => block !== undefined);
		const are = (type: YamlNode['type']) => present.length > 0 && present.every(({ value }) => value?.type === type);
		if (are('map')) return this.#maps(three, levels, path);
		const isTexts = present.every(({ value }) => value?.type === 'list' || value?.type === 'text');
		if (isTexts && present.some(({ value }) => value?.type === 'list')) return this.#lists(three, levels, path);
		undecided.push({
			path: path.slice(0, -1),
			field: key,
			alternatives: this.#alternatives(three.ours?.value, three.theirs?.value),
			span: { start: 0, end: 0 },
		});
		return sides[0]!.body;
	}

	#maps(three: Three<Block>, levels: Three<Level>, path: readonly string[]): string | undefined {
		const first = (three.ours ?? three.theirs)!;
		const isEntry = this.#rules.isEntry(path);
		const own: Undecided[] = [];
		let sides = three;
		if (isEntry && !(three.ours && three.theirs)) {
			const side = three.ours ? this.#names.theirs : this.#names.ours;
			own.push({ path, field: undefined, alternatives: [{ side, value: undefined }], span: { start: 0, end: 0 } });
			sides = { base: undefined, ours: three.ours, theirs: three.theirs };
		}
		const head = headOf(sides);
		const open = (block: Block | undefined, level: Level | undefined, indent?: string) =>
			block && level && openMap(block, level, indent);
		const ours = open(sides.ours, levels.ours);
		const theirs = open(sides.theirs, levels.theirs, ours?.indent);
		const base = open(sides.base, levels.base);
		if (!ours && !theirs) return first.body;
		const inner = this.level({ base, ours, theirs }, path, own);
		if (inner.trim() === '') return isEntry ? first.body : undefined;
		return head + inner;
	}

	/** Lists as sets; a single text counts as a list of one. Items that one side deleted go. */
	#lists(three: Three<Block>, levels: Three<Level>, path: readonly string[]): string | undefined {
		const items = mapThree(three, (block) => itemsOf(block.value, (item) => this.#rules.itemKey(item, path)));
		const order = this.#mergedItems(items, path);
		const { ours, theirs } = three;
		for (const side of ['ours', 'theirs'] as const) {
			const own = items[side];
			const isIt =
				own?.size === order.length &&
				[...own].every(([key, item], i) => order[i]!.key === key && meaning(order[i]!.item) === meaning(item));
			if (isIt && !isNothing(three[side]!.value)) return three[side]!.body;
		}
		if (order.length === 0)
			return ours && theirs ? [ours, theirs].find(({ value }) => isNothing(value))?.body : undefined;
		const listed = mapThree(three, (block, side) =>
			openList(block, levels[side]!, (item) => this.#rules.itemKey(item, path)),
		);
		const skeleton = listed.ours ?? listed.theirs;
		if (!skeleton) {
			const source = (three.ours ?? three.theirs)!;
			return `${keyPart.exec(source.body)![0]} [${order.map(({ item }) => inline(item)).join(', ')}]\n`;
		}
		const bodies = new Map(
			order.map(({ key, item, side, own }) => {
				const block = own && listed[side]?.indent === skeleton.indent ? listed[side]!.blocks.get(own)?.body : undefined;
				return [key, block ?? `${skeleton.indent}- ${inline(item)}\n`] as const;
			}),
		);
		const head = headOf({ base: undefined, ours: listed.ours && ours, theirs: listed.theirs && theirs });
		return (
			head +
			joined(
				listed,
				order.map(({ key }) => key),
				bodies,
				[],
				skeleton.indent,
			)
		);
	}

	#mergedItems({ base, ours, theirs }: Three<ReadonlyMap<string, YamlNode>>, path: readonly string[]): Item[] {
		const kept = new Map<string, Item[]>();
		for (const key of new Set([...(ours?.keys() ?? []), ...(theirs?.keys() ?? [])])) {
			const [b, o, t] = [base?.get(key), ours?.get(key), theirs?.get(key)];
			const says = (a: YamlNode | undefined, c: YamlNode | undefined) => a && c && meaning(a) === meaning(c);
			const mine = o && { key, item: o, side: 'ours' as const, own: key };
			const yours = t && { key, item: t, side: 'theirs' as const, own: key };
			if (mine && yours && says(o, t)) kept.set(key, [mine]);
			else if (mine && yours) {
				if (says(b, o)) kept.set(key, [yours]);
				else if (says(b, t)) kept.set(key, [mine]);
				else {
					kept.set(key, [mine, { ...yours, key: `${key} theirs` }]);
					this.#leave(path, key, o, t);
				}
			} else if (!says(b, o ?? t)) kept.set(key, [(mine ?? yours)!]);
		}
		const order = mergeOrder(
			[...(base?.keys() ?? [])],
			[...(ours?.keys() ?? [])],
			[...(theirs?.keys() ?? [])],
			new Set(kept.keys()),
		);
		return order.flatMap((key) => kept.get(key)!);
	}

	/** Two items of a list that should be one: both stay in it. */
	#leave(path: readonly string[], field: string, ours: YamlNode | undefined, theirs: YamlNode | undefined): void {
		this.undecided.push({ path, field, alternatives: this.#alternatives(ours, theirs), span: { start: 0, end: 0 } });
	}

	#alternatives(ours: YamlNode | undefined, theirs: YamlNode | undefined): Alternative[] {
		return [
			{ side: this.#names.ours, value: ours },
			{ side: this.#names.theirs, value: theirs },
		];
	}

	/** Where both sides moved the passage, all of its keys are of one side, and the other's are left to decide. */
	#passage(levels: Three<Level>, undecided: Undecided[], path: readonly string[]): Map<string, keyof SideNames> {
		const { passage, stamp } = this.#rules;
		const changed = (side: keyof SideNames, key: string) =>
			!saysSame(levels[side]?.blocks.get(key), levels.base?.blocks.get(key));
		const disputed = (key: string) =>
			changed('ours', key) &&
			changed('theirs', key) &&
			!saysSame(levels.ours?.blocks.get(key), levels.theirs?.blocks.get(key));
		const isMoved = (side: keyof SideNames) => [...passage].some((key) => changed(side, key));
		const forced = new Map<string, keyof SideNames>();
		if (!levels.ours || !levels.theirs) return forced;
		if (stamp && disputed(stamp)) forced.set(stamp, isMoved('theirs') && !isMoved('ours') ? 'theirs' : 'ours');
		if (![...passage].some(disputed)) return forced;
		const keys = [...passage, ...(stamp ? [stamp] : [])];
		for (const key of keys) forced.set(key, 'ours');
		const told = (level: Level) =>
			mapNode(
				keys.flatMap((key) => {
					const value = level.blocks.get(key)?.value;
					return value
						? [{ key: { type: 'text' as const, text: key, style: 'plain' as const, span: value.span }, value }]
						: [];
				}),
			);
		const alternatives = this.#alternatives(told(levels.ours), told(levels.theirs));
		undecided.push({ path, field: passageField, alternatives, span: { start: 0, end: 0 } });
		return forced;
	}

	/** What was undecided before and is in both sides still, or is new in one. */
	#stillUndecided(levels: Three<Level>, path: readonly string[]): Undecided[] {
		const open = mapThree(levels, ({ blocks }) => {
			const block = blocks.get(conflictKey);
			return undecidedIn(mapNode(block?.value ? [{ key: keyNode(block), value: block.value }] : []), path);
		});
		const said = (list: readonly Undecided[] | undefined) =>
			new Map(
				(list ?? []).map((one) => [
					JSON.stringify([one.field, one.alternatives.map(({ side, value }) => [side, meaning(value)])]),
					one,
				]),
			);
		const [base, ours, theirs] = [said(open.base), said(open.ours), said(open.theirs)];
		return [...new Map([...ours, ...theirs])].flatMap(([key, one]) => {
			const isKept = base.has(key) ? ours.has(key) && theirs.has(key) : true;
			return isKept ? [one] : [];
		});
	}

	/** A body with the comments that were new in the version it is not from. */
	#withComments(body: string, three: Three<Block>, levels: Three<Level>, indent: string): string {
		const { base, ours, theirs } = three;
		if (!ours || !theirs || ours.body === theirs.body || base?.body === ours.body || base?.body === theirs.body)
			return body;
		const lost = [
			...newComments(levels.ours!, ours, levels.base, base),
			...newComments(levels.theirs!, theirs, levels.base, base),
		].filter((comment, i, all) => !body.includes(comment) && all.indexOf(comment) === i);
		return lost.map((comment) => `${indent}${comment}\n`).join('') + body;
	}

	/** New comments of what goes. */
	#orphaned({ base, ours, theirs }: Three<Block>, levels: Three<Level>): string[] {
		return [
			...(ours ? newComments(levels.ours!, ours, levels.base, base) : []),
			...(theirs ? newComments(levels.theirs!, theirs, levels.base, base) : []),
		];
	}
}

interface Item {
	readonly key: string;
	readonly item: YamlNode;
	readonly side: keyof SideNames;
	/** Its key in its own side's list. */
	readonly own: string;
}

/** A `conflict` that a merge wrote, or none: what a person keeps under that name is a key like others. */
function isUndecided(block: Block | undefined): boolean {
	const pairs = block?.value?.type === 'map' ? block.value.pairs : [];
	return (
		!block ||
		(pairs.length > 0 && pairs.every(({ value }) => value && (value.type === 'map' || meaning(value) === '"deleted"')))
	);
}

function keyNode({ key, span }: Block): YamlMap['pairs'][number]['key'] {
	return { type: 'text', text: key, style: 'plain', span };
}

function at(levels: Three<Level>, key: string): Three<Block> {
	return mapThree(levels, ({ blocks }) => blocks.get(key));
}

function mapThree<T, U>(
	{ base, ours, theirs }: Three<T>,
	change: (one: T, side: keyof Three<T>) => U | undefined,
): Three<U> {
	const changed = (one: T | undefined, side: keyof Three<T>) => (one === undefined ? undefined : change(one, side));
	return { base: changed(base, 'base'), ours: changed(ours, 'ours'), theirs: changed(theirs, 'theirs') };
}

function saysSame(a: Block | undefined, b: Block | undefined): boolean {
	return a === undefined || b === undefined ? a === b : isSame(a, b);
}

/** The line of the key, with its comment: as the side that changed it has it. */
function headOf(three: Three<Block>): string {
	const heads = mapThree(three, ({ body }) => {
		const [colon] = keyPart.exec(body) ?? [''];
		const line = body.slice(0, body.indexOf('\n') + 1);
		return /^[ \t]*(?:#.*)?\n$/.test(line.slice(colon.length)) ? line : `${colon}\n`;
	});
	if (!heads.ours || !heads.theirs) return (heads.ours ?? heads.theirs)!;
	return heads.base === heads.ours ? heads.theirs : heads.ours;
}

/** A key and its colon. */
const keyPart = /^ *(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*'|(?:[^:\n]|:(?=\S))+)[ \t]*:/;

/** The map in a block, its pairs in lines that are indented by `indent` (undefined: as they are). Undefined where there is none. */
function openMap({ value, span }: Block, { text, indent: owner }: Level, indent?: string): Level | undefined {
	if (value?.type !== 'map' || value.pairs.length === 0) return undefined;
	const level = mapLevel(text, value, ...inside(text, span));
	return level && level.indent === (indent ?? level.indent) ? level : rewritten(text, value, indent ?? `${owner}  `);
}

function openList({ value, span }: Block, { text }: Level, keyOf: (item: YamlNode) => string): Level | undefined {
	return value?.type === 'list' ? listLevel(text, value as YamlList, keyOf, ...inside(text, span)) : undefined;
}

/** The lines below the key's. */
function inside(text: string, { start, end }: Block['span']): [number, number] {
	return [afterLineEnd(text, lineEnd(text, start)), afterLineEnd(text, end)];
}

function itemsOf(value: YamlNode | undefined, keyOf: (item: YamlNode) => string): Map<string, YamlNode> {
	const items = value?.type === 'list' ? value.items : isNothing(value) ? [] : [value!];
	const keys = distinctKeys(items.map(keyOf));
	return new Map(items.map((item, i) => [keys[i]!, item]));
}

/** Names of sides that a map has for its fields, too, or twice, are made different. */
function distinctSides(undecided: readonly Undecided[]): Undecided[] {
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

/** Blocks in their order, with what stood around them. Of comments between blocks none is lost and none is doubled. */
function joined(
	levels: Three<Level>,
	order: readonly string[],
	bodies: ReadonlyMap<string, string>,
	strays: readonly string[],
	indent: string,
): string {
	const counts = mapThree(levels, (level) => tally(commentsBetween(level)));
	const left = new Map<string, number>();
	for (const comment of new Set([...(counts.ours?.keys() ?? []), ...(counts.theirs?.keys() ?? [])])) {
		const count = (side: keyof Three<Level>) => counts[side]?.get(comment) ?? 0;
		left.set(
			comment,
			levels.ours && levels.theirs
				? mergeCount(count('base'), count('ours'), count('theirs'))
				: count('ours') + count('theirs'),
		);
	}
	const allowed = (lines: string) =>
		lines
			.split(/(?<=\n)/)
			.filter((line) => {
				const [comment] = commentLines(line);
				if (comment === undefined) return true;
				const count = left.get(comment) ?? 0;
				left.set(comment, count - 1);
				return count > 0;
			})
			.join('');
	const around = (part: (level: Level) => string | undefined) => allowed(chosen(mapThree(levels, part)));
	let text = '';
	for (const key of order) {
		const body = bodies.get(key)!;
		const lead = around(({ blocks }) => blocks.get(key)?.lead);
		text += lead + body + around(({ blocks }) => blocks.get(key)?.trail);
	}
	const tail = around((level) => level.tail);
	const missing = [...left].flatMap(([comment, count]) => Array<string>(Math.max(0, count)).fill(comment));
	return text + [...missing, ...strays].map((comment) => `${indent}${comment}\n`).join('') + tail;
}

function chosen({ base, ours, theirs }: Three<string>): string {
	if (ours === undefined || theirs === undefined) return ours ?? theirs ?? '';
	return base === ours ? theirs : ours;
}
