// A quick pick whose list can be extended by typing.
import { type QuickPickItem, window } from 'vscode';

export interface PickOptions {
	readonly title: string;
	readonly placeholder: string;
	readonly items: readonly QuickPickItem[];
	/** What the item for a text that is not in the list says beside it. */
	readonly typed: string;
}

/** The label chosen or typed; undefined: cancelled. */
export async function pickOne(options: PickOptions): Promise<string | undefined> {
	return (await pickMany({ ...options, selected: undefined }))?.[0];
}

/** The labels chosen, and one that is typed; undefined: cancelled. `selected` undefined: just one can be chosen. */
export function pickMany(
	options: PickOptions & { readonly selected: readonly string[] | undefined },
): Promise<string[] | undefined> {
	const { title, placeholder, items, typed, selected } = options;
	const pick = window.createQuickPick();
	Object.assign(pick, { title, placeholder, items, matchOnDescription: true, canSelectMany: selected !== undefined });
	if (selected) pick.selectedItems = items.filter(({ label }) => selected.includes(label));
	const known = new Map(items.map((item) => [item.label, item]));
	const listen = pick.onDidChangeValue((value) => {
		const label = value.trim();
		const chosen = pick.selectedItems;
		for (const item of chosen) known.set(item.label, item);
		const fresh = label && !known.has(label) ? [{ label, description: typed }] : [];
		pick.items = selected ? [...fresh, ...known.values()] : [...known.values(), ...fresh];
		if (selected) pick.selectedItems = chosen;
	});
	return new Promise((resolve) => {
		pick.onDidAccept(() => {
			const label = pick.value.trim();
			const labels = pick.selectedItems.map((item) => item.label);
			resolve(selected && label && !known.has(label) && !labels.includes(label) ? [...labels, label] : labels);
			pick.hide();
		});
		pick.onDidHide(() => {
			resolve(undefined);
			listen.dispose();
			pick.dispose();
		});
		pick.show();
	});
}
