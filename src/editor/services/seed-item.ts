// A seed as the head of what is listed of it.
import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, type Uri, workspace } from 'vscode';
import { baseName } from './files';

/** Expanded. `said` stands behind the name, with the seed's folder; what is false, empty or undefined is left out. */
export function seedItem(seed: Uri, isBroken: boolean, said: readonly unknown[]): TreeItem {
	const item = new TreeItem(baseName(seed), TreeItemCollapsibleState.Expanded);
	item.id = seed.toString();
	item.description = [...said, folderName(seed)].filter(Boolean).join(' · ');
	item.iconPath = isBroken ? new ThemeIcon('warning', new ThemeColor('list.warningForeground')) : ThemeIcon.File;
	return item;
}

/** A file's folder as it is called in the workspace; empty: the workspace folder itself. */
export function folderName(file: Uri): string {
	return workspace.asRelativePath(file).slice(0, -baseName(file).length - 1);
}
