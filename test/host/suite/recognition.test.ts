import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open, openSeed, remove, until, write } from './driver';

const seedText = ' date 2026-02-03 БАКУ /Trend/ – Первый абзац.\n\nВторой абзац.\n';

describe('recognition', () => {
	afterEach(async () => {
		await closeAll();
		await remove('plain.txt', 'other.md', 'bom.txt');
	});

	it('makes a .txt with a date header a seed', async () => {
		const editor = await openSeed('2026-03-12-corridor.ru.txt');
		assert.equal(editor.document.languageId, 'seed');
	});

	it('knows a seed under any name, with BOM and CRLF', async () => {
		await write('other.md', seedText);
		await write('bom.txt', `\uFEFF${seedText.replaceAll('\n', '\r\n')}`);
		await openSeed('other.md');
		await openSeed('bom.txt');
	});

	it('leaves other text files alone', async () => {
		await write('plain.txt', 'date of birth: 2026-02-03\n');
		const { document } = await open('plain.txt');
		await openSeed('2026-03-12-corridor.ru.txt');
		assert.equal(document.languageId, 'plaintext');
	});

	it('keeps the language that the user chose', async () => {
		const { document } = await openSeed('2026-03-12-corridor.ru.txt');
		const changed = await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
		await openSeed('2026-03-12-corridor.en.txt');
		assert.equal(changed.languageId, 'plaintext');
		await vscode.languages.setTextDocumentLanguage(changed, 'seed');
		assert.equal(changed.languageId, 'seed');
	});

	it('follows an untitled document that gets a header', async () => {
		const document = await vscode.workspace.openTextDocument({ content: 'Первый абзац.\n' });
		const editor = await vscode.window.showTextDocument(document);
		assert.equal(document.languageId, 'plaintext');
		await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'date 2026-02-03 '));
		await until(() => document.languageId === 'seed', 'the untitled document is a seed');
	});
});
