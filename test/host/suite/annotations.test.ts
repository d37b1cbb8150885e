import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, hoverAt, openSeed, rangeOf, read, remove, replaceAll, select, until, write } from './driver';

const seed = 'notes.test.txt';
const sidecar = `${seed}.ann.yaml`;
const text =
	'date 2026-01-15 Первый абзац говорит о мостах и дорогах.\n\nВторой абзац, который начинается издалека и не спешит, говорит о портах и паромах, а потом ещё немного о погоде на море.\n\nТретий абзац говорит о поездах.\n';

const annotate = (kind: string, note: string) => vscode.commands.executeCommand('glossator.annotate', { kind, note });

describe('annotations', () => {
	beforeEach(() => write(seed, text));
	afterEach(async () => {
		await closeAll();
		await remove(seed, sidecar);
	});

	it('writes one block for one annotation, in document order, and undoes it byte for byte', async () => {
		const editor = await openSeed(seed);
		select(editor, 'о портах и паромах');
		await annotate('claim', 'Which ports?');
		const first = await until(() => read(sidecar), 'the sidecar is written');
		assert.match(first, /^format: glossator\/annotations@1$/m);
		assert.match(first, /^ {2}quote: 'о портах и паромах'$/m);
		assert.match(first, /^ {2}before: '.*не спешит, говорит '$/m);
		assert.match(first, /^ {2}note: \|-\n {4}Which ports\?$/m);
		select(editor, 'мостах');
		await annotate('term', '');
		const second = await until(async () => {
			const now = await read(sidecar);
			return now !== first && now;
		}, 'the second annotation is written');
		assert.ok(second.indexOf('мостах') < second.indexOf("quote: 'о портах"), 'document order');
		const added = second.split('\n').filter((line) => !first.split('\n').includes(line));
		assert.ok(first.split('\n').every((line) => second.includes(line)) && added.length >= 5, 'only lines are added');
		await vscode.commands.executeCommand('glossator.undo');
		await until(async () => (await read(sidecar)) === first, 'the second is undone');
		await vscode.commands.executeCommand('glossator.undo');
		await until(async () => (await read(sidecar)) === undefined, 'the first is undone');
	});

	it('shows the note on hover, and follows edits without writing', async () => {
		const editor = await openSeed(seed);
		select(editor, 'о портах и паромах');
		await annotate('claim', 'Which ports?');
		const written = await until(() => read(sidecar), 'the sidecar is written');
		await until(async () => /Which ports/.test(await hoverAt(editor, 'о портах')), 'the note is on hover');
		await editor.edit((edit) => edit.insert(rangeOf(editor.document, 'Второй').start, 'Вставка. '));
		assert.match(await hoverAt(editor, 'о портах'), /Which ports/);
		await editor.edit((edit) => edit.insert(rangeOf(editor.document, 'портах').start, 'больших '));
		assert.match(await hoverAt(editor, 'больших портах'), /Which ports/);
		assert.equal(await read(sidecar), written);
	});

	it('leaves annotations where typing moved them when another one is made', async () => {
		const editor = await openSeed(seed);
		select(editor, 'о портах и паромах');
		await annotate('claim', 'Which ports?');
		await until(async () => /Which ports/.test(await hoverAt(editor, 'о портах')), 'the note is on hover');
		await editor.edit((edit) => edit.replace(rangeOf(editor.document, 'портах и паромах'), 'всём, что плавает'));
		select(editor, 'мостах');
		await annotate('term', 'A second one.');
		await until(async () => /second one/.test(await hoverAt(editor, 'мостах')), 'the second note is on hover');
		assert.match(await hoverAt(editor, 'о всём, что'), /Which ports/);
	});

	it('keeps an annotation whose passage is gone, as a problem on the seed', async () => {
		const editor = await openSeed(seed);
		select(editor, 'о портах и паромах');
		await annotate('claim', 'Which ports?');
		await until(() => read(sidecar), 'the sidecar is written');
		await editor.edit((edit) => edit.delete(editor.document.lineAt(2).range));
		const codes = () => vscode.languages.getDiagnostics(editor.document.uri).map(({ code }) => code);
		await until(() => codes().includes('anchor/orphan'), 'the orphan is reported');
		await vscode.commands.executeCommand('undo');
		await until(() => !codes().includes('anchor/orphan'), 'it is back after undo');
		assert.match(await hoverAt(editor, 'о портах'), /Which ports/);
	});

	it('follows the YAML as it is typed, and keeps good entries beside a bad one', async () => {
		await write(
			sidecar,
			"format: glossator/annotations@1\n\na7k2m9xq:\n  kind: claim\n  quote: 'о портах и паромах'\n  note: |-\n    One.\n\nb7k2m9xq: 7\n",
		);
		const editor = await openSeed(seed);
		await until(async () => /One/.test(await hoverAt(editor, 'о портах')), 'the good entry is shown');
		const yaml = await vscode.window.showTextDocument(
			await vscode.workspace.openTextDocument(
				vscode.Uri.file('').with({ ...editor.document.uri, path: `${editor.document.uri.path}.ann.yaml` }),
			),
			vscode.ViewColumn.Two,
		);
		const codes = () => vscode.languages.getDiagnostics(yaml.document.uri).map(({ code }) => code);
		await until(() => codes().includes('sidecar/entry-not-a-map'), 'the bad entry is reported');
		const one = rangeOf(yaml.document, 'One.');
		await yaml.edit((edit) => edit.replace(one, 'Two.'));
		await until(async () => /Two/.test(await hoverAt(editor, 'о портах')), 'the typed note is shown');
		await replaceAll(yaml, '');
	});

	it('does not write a sidecar that it does not understand', async () => {
		const conflict = '<<<<<<< ours\na7k2m9xq:\n  kind: claim\n=======\n>>>>>>> theirs\n';
		await write(sidecar, conflict);
		const editor = await openSeed(seed);
		select(editor, 'мостах');
		void annotate('claim', 'x');
		await new Promise((resolve) => setTimeout(resolve, 500));
		assert.equal(await read(sidecar), conflict);
	});
});
