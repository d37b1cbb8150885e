import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commandNames } from '../../../src/editor/commands';
import { settingNames } from '../../../src/editor/services/settings';
import { closeAll, openSeed } from './driver';

interface Contributes {
	readonly commands: readonly { readonly command: string; readonly category: string }[];
	readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
	readonly keybindings: readonly { readonly when: string }[];
	readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when?: string }[]>>;
}

describe('manifest', () => {
	const extension = vscode.extensions.getExtension('glossator.glossator');
	const contributes = extension?.packageJSON.contributes as Contributes;
	afterEach(closeAll);

	it('declares just the commands there are, and all of them are registered', async () => {
		await openSeed('2026-03-12-corridor.ru.txt');
		const declared = contributes.commands.map(({ command }) => command).sort();
		assert.deepEqual(declared, [...commandNames].sort());
		const registered = new Set(await vscode.commands.getCommands(true));
		assert.deepEqual(
			declared.filter((command) => !registered.has(command)),
			[],
		);
	});

	it('declares just the settings that are read', () => {
		const declared = Object.keys(contributes.configuration.properties).sort();
		assert.deepEqual(declared, settingNames.map((name) => `glossator.${name}`).sort());
	});

	it('names only commands that exist in menus, and binds keys in seeds and views of its own alone', () => {
		const known = new Set<string>(commandNames);
		const used = Object.values(contributes.menus).flat();
		assert.deepEqual(
			used.filter(({ command }) => !known.has(command)),
			[],
		);
		const ours = /(editorLangId == '?seed|resourceScheme == '?glossator-|focusedView == '?glossator\.)/;
		assert.deepEqual(
			contributes.keybindings.filter(({ when }) => !ours.test(when)),
			[],
		);
	});
});
