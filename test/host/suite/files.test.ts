import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, fileUri, hoverAt, openSeed, read, remove, select, until, write } from './driver';

const seed = 'mixed.test.txt';
const entry = (quote: string) => `format: glossator/annotations@1\n\na7k2m9xq:\n  kind: claim\n  quote: '${quote}'\n`;

describe('files', () => {
	afterEach(async () => {
		await closeAll();
		await remove(seed, `${seed}.ann.yaml`, 'factors.yaml');
	});

	async function noteAt(word: string): Promise<void> {
		const editor = await openSeed(seed);
		await until(async () => /claim/.test(await hoverAt(editor, word)), 'the note is on hover');
	}

	it('mixed line ends: an annotation confirmed from the list keeps its own words', async () => {
		const lines = Array.from({ length: 40 }, (_, i) => `Абзац номер ${i} говорит о дорогах.${i % 3 ? '\n' : '\r\n'}`);
		await write(seed, `date 2026-01-15 Начало.\r\n${lines.join('')}Здесь паром ходит через большое синее море.\n`);
		await write(`${seed}.ann.yaml`, entry('паром ходил через большое синее море'));
		const reference = { seed: fileUri(seed).toString(), id: 'a7k2m9xq' };
		await vscode.commands.executeCommand('glossator.annotation.confirm', reference);
		const text = await until(async () => {
			const now = await read(`${seed}.ann.yaml`);
			return now?.includes('seen:') && now;
		}, 'the annotation is confirmed');
		assert.match(text, /^ {2}quote: 'паром ходит через большое синее море'$/m);
	});

	it('takes two changes back that are undone at once', async () => {
		await write(seed, 'date 2026-01-15 Первый абзац говорит о мостах и дорогах.\n');
		const editor = await openSeed(seed);
		for (const word of ['мостах', 'дорогах']) {
			select(editor, word);
			await vscode.commands.executeCommand('glossator.annotate', { kind: 'term', note: word });
		}
		await until(async () => /note: \|-\n {4}дорогах/.test((await read(`${seed}.ann.yaml`)) ?? ''), 'both are written');
		const undo = () => vscode.commands.executeCommand('glossator.undo');
		await Promise.all([undo(), undo()]);
		await until(async () => (await read(`${seed}.ann.yaml`)) === undefined, 'both are undone');
	});

	it('finds a passage anew after its seed changed while it was closed', async () => {
		await write(seed, 'date 2026-01-15 Первый абзац говорит о мостах.\n');
		await write(`${seed}.ann.yaml`, entry('мостах'));
		await noteAt('мостах');
		await closeAll();
		await write(seed, 'date 2026-01-15 Вставка. Первый абзац говорит о мостах.\n');
		await noteAt('мостах');
	});

	it('says nothing in YAML that only ends like a catalogue', async () => {
		const uri = await write('factors.yaml', 'format: x\n\n');
		const list = await vscode.commands.executeCommand<vscode.CompletionList>(
			'vscode.executeCompletionItemProvider',
			uri,
			new vscode.Position(1, 0),
		);
		assert.ok(list.items.every(({ documentation }) => !documentation));
	});

	it('reports no problem of an older version', async () => {
		const git = vscode.Uri.from({ scheme: 'glossator-test', path: '/old.txt' });
		const provider = vscode.workspace.registerTextDocumentContentProvider(git.scheme, {
			provideTextDocumentContent: () => 'date 2026-02-31 Текст.\n',
		});
		try {
			const document = await vscode.workspace.openTextDocument(git);
			await vscode.window.showTextDocument(document);
			await until(() => document.languageId === 'seed', 'it is recognised');
			await new Promise((resolve) => setTimeout(resolve, 600));
			assert.deepEqual(vscode.languages.getDiagnostics(git), []);
		} finally {
			provider.dispose();
		}
	});
});
