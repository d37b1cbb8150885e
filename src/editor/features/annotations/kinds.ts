// Choosing a kind: one key for each, or a new one that is typed.
import { l10n, type QuickPickItem, type TextDocument, ThemeColor, ThemeIcon, window } from 'vscode';
import { setting } from '../../services/settings';
import { kindColour } from './colours';

interface KindItem extends QuickPickItem {
	readonly name: string;
}

/** One of the kinds set, by its number or name, or a new one that is typed; undefined: cancelled. */
export function pickKind(document: TextDocument, about: string): Promise<string | undefined> {
	const kinds = setting('kinds', document);
	const items = kinds.map(({ id, description }, i): KindItem => {
		const key = i < 9 ? `${i + 1}  ` : '';
		const iconPath = new ThemeIcon('circle-filled', new ThemeColor(kindColour(i)));
		return { label: `${key}${id}`, name: id, iconPath, ...(description && { description }) };
	});
	const pick = window.createQuickPick<KindItem>();
	Object.assign(pick, {
		title: l10n.t('Annotate “{0}”', about),
		placeholder: l10n.t('What kind of annotation? Press its number, or type a new kind'),
		matchOnDescription: true,
		items,
	});
	return new Promise((resolve) => {
		const choose = (kind: string | undefined) => {
			resolve(kind);
			pick.hide();
		};
		pick.onDidChangeValue((value) => {
			const typed = value.trim();
			const byNumber = /^[1-9]$/.test(typed) ? items[Number(typed) - 1] : undefined;
			if (byNumber) return choose(byNumber.name);
			const isNew = typed && !items.some(({ name }) => name === typed);
			pick.items = isNew ? [...items, { label: typed, name: typed, description: l10n.t('new kind') }] : items;
		});
		pick.onDidAccept(() => choose(pick.selectedItems[0]?.name));
		pick.onDidHide(() => {
			resolve(undefined);
			pick.dispose();
		});
		pick.show();
	});
}
