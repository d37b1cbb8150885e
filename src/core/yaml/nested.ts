// `a: b: c` on one line, which YAML forbids: to the parser, all that follows below belongs to a map of `b`.
import type { CST } from 'yaml';

type MapItem = CST.BlockMap['items'][number];

/** Whether a map begins on the line of the key that it is the value of. */
export function isNested(
	value: CST.Token | null | undefined,
	sep: readonly CST.SourceToken[] = [],
): value is CST.BlockMap {
	return value?.type === 'block-map' && !sep.some(({ type }) => type === 'newline');
}

/** The items of a map, with those that the parser puts into such maps by mistake. */
export function* unnested(items: readonly MapItem[]): Generator<MapItem> {
	for (const item of items) {
		yield item;
		let nested = [item];
		const more: MapItem[][] = [];
		while (isNested(nested[0]?.value, nested[0]?.sep)) {
			nested = (nested[0]!.value as CST.BlockMap).items;
			more.push(nested.slice(1));
		}
		for (const rest of more.reverse()) yield* unnested(rest);
	}
}
