// Lists that are in order.

/** How many of them stand before the first for which `isBefore` no longer holds; it must hold for none after that. */
export function countWhile<T>(items: readonly T[], isBefore: (item: T) => boolean): number {
	let [low, high] = [0, items.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (isBefore(items[middle]!)) low = middle + 1;
		else high = middle;
	}
	return low;
}
