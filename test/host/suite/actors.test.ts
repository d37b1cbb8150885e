import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, hoverAt, openSeed, rangeOf, remove, until, write } from './driver';

const locations = (command: string, editor: vscode.TextEditor, text: string) =>
	vscode.commands.executeCommand<vscode.Location[]>(
		command,
		editor.document.uri,
		rangeOf(editor.document, text).start.translate(0, 1),
	);

describe('actors', () => {
	afterEach(async () => {
		await closeAll();
		await remove('actors.test.txt', 'extra.actors.yaml');
	});

	it('shows a card for an inflected form, with the role on the seed’s date', async () => {
		await write('actors.test.txt', 'date 2024-05-01 Журналисты говорили с Рустамом Велизаде.\n');
		const editor = await openSeed('actors.test.txt');
		const card = await hoverAt(editor, 'Рустамом');
		assert.match(card, /Rustam Valizade/);
		assert.match(card, /Рустам Велизаде/);
		assert.match(card, /Head of Statistics/);
		assert.match(card, /2024\\-05\\-01/);
		assert.match(card, /Director/);
	});

	it('goes to the entry and lists mentions in both languages', async () => {
		const editor = await openSeed('2026-03-12-corridor.ru.txt');
		const [entry] = await locations('vscode.executeDefinitionProvider', editor, 'Рустам Велизаде');
		assert.ok(entry?.uri.path.endsWith('actors.yaml'));
		const mentions = await locations('vscode.executeReferenceProvider', editor, 'Рустам Велизаде');
		const files = new Set(mentions.map(({ uri }) => uri.path.split('/').pop()));
		assert.ok(files.has('2026-03-12-corridor.ru.txt') && files.has('2026-03-12-corridor.en.txt'));
	});

	it('knows the built-in catalogue', async () => {
		await write('actors.test.txt', 'date 2026-01-15 Делегация Узбекистана прибыла в Баку.\n');
		const editor = await openSeed('actors.test.txt');
		assert.match(await hoverAt(editor, 'Узбекистана'), /Uzbekistan/);
	});

	it('follows a catalogue as it is added and changed', async () => {
		await write('actors.test.txt', 'date 2026-01-15 Выступила Гульнара Пробникова.\n');
		const editor = await openSeed('actors.test.txt');
		assert.doesNotMatch(await hoverAt(editor, 'Гульнара'), /Probnikova/);
		await write(
			'extra.actors.yaml',
			'format: glossator/actors@1\n\ngulnara-probnikova:\n  type: person\n  names:\n    ru: [Гульнара Пробникова]\n    en: [Gulnara Probnikova]\n',
		);
		await until(async () => /Probnikova/.test(await hoverAt(editor, 'Гульнара')), 'the new actor is known');
	});

	it('escapes what a catalogue says', async () => {
		await write('actors.test.txt', 'date 2026-01-15 Выступила Гульнара Пробникова.\n');
		await write(
			'extra.actors.yaml',
			'format: glossator/actors@1\n\ngulnara-probnikova:\n  type: person\n  names:\n    ru: [Гульнара Пробникова]\n  note: "[x](command:workbench.action.quit) <img src=x>"\n',
		);
		const editor = await openSeed('actors.test.txt');
		const card = await until(async () => {
			const text = await hoverAt(editor, 'Гульнара');
			return text.includes('img') && text;
		}, 'the note is shown');
		assert.doesNotMatch(card, /[^\\]\[x\]\(command/);
		assert.doesNotMatch(card, /[^\\]<img/);
	});

	it('finds actors as workspace symbols', async () => {
		await openSeed('2026-03-12-corridor.ru.txt');
		const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
			'vscode.executeWorkspaceSymbolProvider',
			'Велизаде',
		);
		assert.ok(symbols.some(({ name }) => name.includes('Велизаде')));
	});
});
