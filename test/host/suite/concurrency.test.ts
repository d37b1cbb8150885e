// Several writers of one sidecar: nobody's annotations are lost.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, fileUri, openSeed, read, remove, replaceAll, select, until, write } from './driver';

const seed = 'shared.test.txt';
const sidecar = `${seed}.ann.yaml`;
const text =
	'date 2026-01-15 Первый абзац говорит о мостах.\n\nВторой говорит о портах.\n\nТретий говорит о поездах.\n';
const foreign = (id: string) => `\n${id}:\n  kind: claim\n  quote: 'о поездах'\n  note: elsewhere\n`;

const annotate = (kind: string, note: string) => vscode.commands.executeCommand('glossator.annotate', { kind, note });

/** Something else writes the sidecar in the moment before VS Code saves it. */
function writeBetween(id: string): vscode.Disposable {
	let done = false;
	return vscode.workspace.onWillSaveTextDocument((event) => {
		if (done || !event.document.uri.path.endsWith(sidecar)) return;
		done = true;
		event.waitUntil(read(sidecar).then((now) => write(sidecar, `${now}${foreign(id)}`)));
	});
}

describe('several writers', () => {
	beforeEach(() => write(seed, text));
	afterEach(async () => {
		await closeAll();
		await remove(seed, sidecar);
	});

	it('keeps what another program wrote while an annotation was being saved', async () => {
		const editor = await openSeed(seed);
		select(editor, 'мостах');
		await annotate('claim', 'First.');
		await until(() => read(sidecar), 'the sidecar is written');
		const meanwhile = writeBetween('z0000001');
		select(editor, 'портах');
		await annotate('term', 'Second.');
		meanwhile.dispose();
		const now = await until(async () => {
			const written = await read(sidecar);
			return written?.includes('Second.') && written;
		}, 'the second annotation is written');
		for (const words of ['First.', 'z0000001', 'elsewhere']) assert.ok(now.includes(words), words);
		const document = await vscode.workspace.openTextDocument(fileUri(sidecar));
		await until(() => !document.isDirty && document.getText() === now, 'the document is as on disk');
		assert.equal(vscode.window.activeTextEditor?.document.uri.path, editor.document.uri.path);
		await vscode.commands.executeCommand('glossator.undo');
		await until(async () => !(await read(sidecar))?.includes('Second.'), 'the second is undone');
		assert.ok((await read(sidecar))?.includes('elsewhere'));
	});

	it('adds to a sidecar that another program has just made or rewritten', async () => {
		const editor = await openSeed(seed);
		select(editor, 'мостах');
		await write(sidecar, `format: glossator/annotations@1\n${foreign('z0000001')}`);
		await annotate('claim', 'First.');
		const first = await until(async () => {
			const written = await read(sidecar);
			return written?.includes('First.') && written;
		}, 'the first is written');
		await write(sidecar, first + foreign('z0000002'));
		select(editor, 'портах');
		await annotate('term', 'Second.');
		await until(async () => (await read(sidecar))?.includes('Second.'), 'the second is written');
		for (const words of ['First.', 'z0000001', 'z0000002']) assert.ok((await read(sidecar))?.includes(words), words);
	});

	it('works on what is typed into the YAML, and leaves saving to whoever typed it', async () => {
		const seedEditor = await openSeed(seed);
		select(seedEditor, 'мостах');
		await annotate('claim', 'First.');
		const onDisk = await until(() => read(sidecar), 'the sidecar is written');
		const yaml = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fileUri(sidecar)));
		await replaceAll(yaml, `${yaml.document.getText()}# typed\n`);
		const editor = await vscode.window.showTextDocument(seedEditor.document);
		select(editor, 'портах');
		await annotate('term', 'Second.');
		await until(() => yaml.document.getText().includes('Second.'), 'the second is in the document');
		assert.ok(yaml.document.getText().includes('# typed'));
		assert.ok(yaml.document.isDirty);
		assert.equal(await read(sidecar), onDisk);
		await yaml.document.save();
		await until(async () => (await read(sidecar))?.includes('Second.'), 'it is saved');
		assert.ok((await read(sidecar))?.includes('# typed'));
	});

	it('loses none of many made at once', async () => {
		const editor = await openSeed(seed);
		select(editor, 'мостах');
		await Promise.all(Array.from({ length: 12 }, (_, i) => annotate('claim', `Note ${i}.`)));
		await until(async () => (await read(sidecar))?.match(/Note \d+\./g)?.length === 12, 'all are written');
	});
});
