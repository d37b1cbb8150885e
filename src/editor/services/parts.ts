// Long lists in parts: VS Code asks for all rows under an unfolded one, and makes each, so thousands stand in folded parts.
import { ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { shorten } from '../convert';

/** More rows than this under one are divided, into parts of so many. */
const [mostRows, rowsInPart] = [500, 200];

/** Some of the rows under one, in their order. */
export class Part<T> {
	constructor(
		/** Of the tree item of the row that they are under. */
		readonly owner: string,
		/** How many of its rows stand before these. */
		readonly from: number,
		readonly rows: readonly T[],
	) {}
}

/** Few rows as they are, many in parts. `owner`: the id of the tree item that they are under. */
export function inParts<T>(owner: string, rows: readonly T[]): readonly T[] | readonly Part<T>[] {
	if (rows.length <= mostRows) return rows;
	return Array.from({ length: Math.ceil(rows.length / rowsInPart) }, (_, i) => {
		return new Part(owner, i * rowsInPart, rows.slice(i * rowsInPart, (i + 1) * rowsInPart));
	});
}

/** What is under which row of a list, so that both ways are found at once. */
export class Rows<N extends object> {
	readonly #rows = new Map<N, readonly N[]>();
	readonly #parents = new Map<N, N>();

	clear(): void {
		this.#rows.clear();
		this.#parents.clear();
	}

	/** With what is in those that are parts. */
	put(parent: N, rows: readonly N[]): void {
		this.#rows.set(parent, rows);
		for (const row of rows) {
			this.#parents.set(row, parent);
			if (row instanceof Part) this.put(row, row.rows);
		}
	}

	/** Empty where there is nothing under it. */
	under(parent: N): N[] {
		return [...(this.#rows.get(parent) ?? [])];
	}

	/** Undefined where it is at the top. */
	above(row: N): N | undefined {
		return this.#parents.get(row);
	}
}

/** Told by its numbers and by what is first in it, as the pages of a lexicon are. */
export function partItem({ owner, from, rows }: Part<unknown>, first: string): TreeItem {
	const item = new TreeItem(`${from + 1} – ${from + rows.length}`, TreeItemCollapsibleState.Collapsed);
	item.id = `${owner}#${from}`;
	item.description = shorten(first, 80);
	item.iconPath = new ThemeIcon('list-unordered');
	item.contextValue = 'part';
	return item;
}
