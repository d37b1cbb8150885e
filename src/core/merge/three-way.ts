// Merging two versions of a YAML map with the one both came from: by key, blocks of lines taken as they stand.
// What only one side changed is taken from it; lists are sets; a key with two new values is left to a person, in the file.
import type { YamlMap, YamlNode } from '../yaml/nodes';
import { type Block, isSame, type Level } from './blocks';
import { newComments } from './comments';
import { joined } from './join';
import { headOf, openMap } from './keys';
import { mergeLists } from './lists';
import { mergeOrder, type Rank } from './order';
import { isNothing, meaning } from './render';
import { mapThree, type SideNames, type Three } from './three';
import {
	type Alternative,
	conflictKey,
	distinctSides,
	isUndecided,
	mapNode,
	passageField,
	renderUndecided,
	type Undecided,
	undecidedIn,
} from './undecided';

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
		const isOurs = [base, ours, theirs].every(
			(level) => !level?.blocks.has(conflictKey) || isUndecided(level.blocks.get(conflictKey)?.value),
		);
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
		if (isTexts && present.some(({ value }) => value?.type === 'list')) {
			const keyOf = (item: YamlNode) => this.#rules.itemKey(item, path);
			return mergeLists(three, levels, keyOf, (field, ours, theirs) => {
				this.undecided.push({
					path,
					field,
					alternatives: this.#alternatives(ours, theirs),
					span: { start: 0, end: 0 },
				});
			});
		}
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

function at(levels: Three<Level>, key: string): Three<Block> {
	return mapThree(levels, ({ blocks }) => blocks.get(key));
}

function keyNode({ key, span }: Block): YamlMap['pairs'][number]['key'] {
	return { type: 'text', text: key, style: 'plain', span };
}

function saysSame(a: Block | undefined, b: Block | undefined): boolean {
	return a === undefined || b === undefined ? a === b : isSame(a, b);
}
