// Choosing a kind: one key for each, or a new one, for this annotation alone or for the project.
import { l10n, type QuickPickItem, ThemeIcon, type Uri, window } from 'vscode';
import type { Services } from '../../services/services';
import { iconColour } from './colours';

interface KindItem extends QuickPickItem {
	/** The kind; undefined: one that is asked for. */
	readonly id: string | undefined;
	/** To be declared in the project's file. */
	readonly declare?: boolean;
	readonly key?: string;
}

/** Keys of kinds that have none of their own. */
const digits = '123456789';

/** One of the kinds, by its key or name, or a new one; undefined: cancelled. */
export async function pickKind({ vocabularies }: Services, seed: Uri, title: string): Promise<string | undefined> {
	const { kinds } = await vocabularies.of(seed);
	const items = kinds.map(({ id, description, key = digits[kinds.findIndex((one) => one.id === id)] }): KindItem => {
		const iconPath = new ThemeIcon('circle-filled', iconColour(id, kinds));
		return {
			label: key ? `${key}  ${id}` : id,
			id,
			iconPath,
			...(key && { key }),
			...(description && { description }),
		};
	});
	const chosen = await pick(items, title);
	if (!chosen) return undefined;
	const id = chosen.id ?? (await askName());
	if (id && chosen.declare) await vocabularies.addKind(seed, { id }, l10n.t('New Kind'));
	return id;
}

function pick(items: readonly KindItem[], title: string): Promise<KindItem | undefined> {
	const list = window.createQuickPick<KindItem>();
	const more: KindItem = { label: l10n.t('New kind…'), id: undefined, declare: true, iconPath: new ThemeIcon('add') };
	Object.assign(list, {
		title,
		placeholder: l10n.t('What kind of annotation? Press its key, or type a new kind'),
		matchOnDescription: true,
		items: [...items, more],
	});
	return new Promise((resolve) => {
		const choose = (item: KindItem | undefined) => {
			resolve(item);
			list.hide();
		};
		list.onDidChangeValue((value) => {
			const typed = value.trim();
			const byKey = items.find(({ key }) => key === typed);
			if (byKey) return choose(byKey);
			const isNew = typed && !items.some(({ id }) => id === typed);
			list.items = [...items, ...(isNew ? newKinds(typed) : [more])];
		});
		list.onDidAccept(() => choose(list.selectedItems[0]));
		list.onDidHide(() => {
			resolve(undefined);
			list.dispose();
		});
		list.show();
	});
}

function newKinds(id: string): KindItem[] {
	return [
		{ label: id, id, description: l10n.t('new kind, for this annotation') },
		{ label: id, id, declare: true, description: l10n.t('new kind, kept in kinds.yaml for everybody') },
	];
}

async function askName(): Promise<string | undefined> {
	const name = await window.showInputBox({
		title: l10n.t('New Kind'),
		prompt: l10n.t(
			'A short name, such as “claim”. It is kept in kinds.yaml, where it can be given a colour and a key.',
		),
	});
	return name?.trim() || undefined;
}
