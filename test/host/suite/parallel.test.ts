import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openSeed, read, remove, select, until, write } from './driver';

const jump = () => vscode.commands.executeCommand('glossator.jumpToParallel');

async function jumpsTo(name: string): Promise<vscode.TextEditor> {
	return until(() => {
		const editor = vscode.window.activeTextEditor;
		return editor?.document.uri.path.endsWith(name) ? editor : undefined;
	}, `${name} is shown`);
}

const lineAt = ({ document, selection }: vscode.TextEditor) => document.lineAt(selection.active.line).text;

describe('parallel paragraphs', () => {
	afterEach(async () => {
		await closeAll();
		await remove('alone.txt');
	});

	it('jumps to the paragraph that says the same, wherever it stands, and back', async () => {
		const russian = await openSeed('2026-03-12-corridor.ru.txt');
		select(russian, 'Паром из Актау');
		await jump();
		const english = await jumpsTo('2026-03-12-corridor.en.txt');
		assert.match(lineAt(english), /Aktau/);
		await jump();
		const back = await jumpsTo('2026-03-12-corridor.ru.txt');
		assert.match(lineAt(back), /Паром из Актау/);
		assert.equal(vscode.window.tabGroups.all.length, 2, 'the two stand beside each other');
	});

	it('changes no file by jumping', async () => {
		const before = await read('2026-03-12-corridor.ru.txt.ann.yaml');
		const russian = await openSeed('2026-03-12-corridor.ru.txt');
		select(russian, 'Паром из Актау');
		await jump();
		await jumpsTo('2026-03-12-corridor.en.txt');
		assert.equal(await read('2026-03-12-corridor.ru.txt.ann.yaml'), before);
	});

	it('stays where it is when there is no counterpart', async () => {
		await write('alone.txt', 'date 1999-01-01 Совсем другая история про огородные грядки и морковь.\n');
		const editor = await openSeed('alone.txt');
		void jump();
		await new Promise((resolve) => setTimeout(resolve, 300));
		assert.equal(vscode.window.activeTextEditor?.document, editor.document);
	});
});
