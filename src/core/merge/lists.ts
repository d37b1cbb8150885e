// Merging lists as sets: items that either side added, without those that either side took out.
import type { YamlNode } from '../yaml/nodes';
import { type Block, distinctKeys, type Level } from './blocks';
import { joined } from './join';
import { headOf, keyPart, openList } from './keys';
import { mergeOrder } from './order';
import { inline, isNothing, meaning } from './render';
import { mapThree, type SideNames, type Three } from './three';

/** Told of two items that should be one: both stay in the list. */
export type OnDouble = (key: string, ours: YamlNode, theirs: YamlNode) => void;

interface Item {
	readonly key: string;
	readonly item: YamlNode;
	readonly side: keyof SideNames;
	/** Its key in its own side's list. */
	readonly own: string;
}

/** Lists as sets; a single text counts as a list of one. Items that one side deleted go. */
export function mergeLists(
	three: Three<Block>,
	levels: Three<Level>,
	keyOf: (item: YamlNode) => string,
	onDouble: OnDouble,
): string | undefined {
	const items = mapThree(three, (block) => itemsOf(block.value, keyOf));
	const order = mergedItems(items, onDouble);
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
	const listed = mapThree(three, (block, side) => openList(block, levels[side]!, keyOf));
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

function mergedItems({ base, ours, theirs }: Three<ReadonlyMap<string, YamlNode>>, onDouble: OnDouble): Item[] {
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
				onDouble(key, mine.item, yours.item);
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

function itemsOf(value: YamlNode | undefined, keyOf: (item: YamlNode) => string): Map<string, YamlNode> {
	const items = value?.type === 'list' ? value.items : isNothing(value) ? [] : [value!];
	const keys = distinctKeys(items.map(keyOf));
	return new Map(items.map((item, i) => [keys[i]!, item]));
}
