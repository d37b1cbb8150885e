import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, fileUri, hoverAt, openSeed, rangeOf, read, remove, select, until, write } from './driver';

const seed = 'reshape.test.txt';
const sidecar = `${seed}.ann.yaml`;
const text =
	'date 2026-01-15 Первый абзац говорит о новых мостах и старых дорогах.\n\nВторой абзац говорит о мостах. Он короче.\n\nТретий абзац говорит о поездах.\n';

const run = (name: string, ...args: unknown[]) => vscode.commands.executeCommand(`glossator.${name}`, ...args);
const quotes = async () =>
	[...((await read(sidecar)) ?? '').matchAll(/^ {2}quote: '(.*)'$/gm)].map(([, quote]) => quote);
const untilQuotes = (expected: string[]) =>
	until(async () => (await quotes()).join('|') === expected.join('|'), `the quotes are ${expected.join(', ')}`);

/** Of all annotations, as commands called on rows of the list get them. */
async function references(): Promise<{ seed: string; id: string }[]> {
	const ids = [...((await read(sidecar)) ?? '').matchAll(/^([0-9a-z]{8}):$/gm)].map(([, id = '']) => id);
	return ids.map((id) => ({ seed: fileUri(seed).toString(), id }));
}

async function fixes(editor: vscode.TextEditor, at: vscode.Range): Promise<vscode.CodeAction[]> {
	const { uri } = editor.document;
	return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, at);
}

describe('reshaping annotations', () => {
	let editor: vscode.TextEditor;
	beforeEach(async () => {
		await write(seed, text);
		editor = await openSeed(seed);
	});
	afterEach(async () => {
		await closeAll();
		await remove(seed, sidecar);
	});
	const putCursor = (word: string) => {
		const { start } = rangeOf(editor.document, word);
		editor.selection = new vscode.Selection(start, start);
	};

	it('an end is moved word by word, an annotation split and merged, and all of it undone byte for byte', async () => {
		select(editor, 'новых мостах');
		await run('annotate', { kind: 'claim', note: 'Which?' });
		await untilQuotes(['новых мостах']);
		const made = await read(sidecar);
		putCursor('новых');
		await run('annotation.adjust');
		await run('adjust.move', { edge: 'end', direction: 1, unit: 'word' });
		await run('adjust.move', { edge: 'end', direction: 1, unit: 'word' });
		await run('adjust.keep');
		await untilQuotes(['новых мостах и старых']);
		putCursor('и старых');
		await run('annotation.split');
		await untilQuotes(['новых мостах', 'и старых']);
		putCursor('новых');
		await run('annotation.merge');
		await untilQuotes(['новых мостах и старых']);
		for (let step = 0; step < 3; step++) await run('undo');
		await until(async () => (await read(sidecar)) === made, 'it is as it was made');
	});

	it('the paragraph and the last kind need no selection', async () => {
		putCursor('Он короче');
		await run('annotateParagraph', { kind: 'context', note: '' });
		await untilQuotes(['Второй абзац говорит о мостах. Он короче.']);
		putCursor('поездах');
		await run('annotateAgain');
		await untilQuotes(['Второй абзац говорит о мостах. Он короче.', 'поездах']);
		assert.equal((await read(sidecar))?.match(/kind: context/g)?.length, 2);
	});

	it('many are resolved and deleted in one step', async () => {
		for (const word of ['новых', 'старых', 'поездах']) {
			select(editor, word);
			await run('annotate', { kind: 'term', note: '' });
		}
		const made = await read(sidecar);
		const all = await references();
		assert.equal(all.length, 3);
		await run('annotation.resolve', all[0], all);
		await until(async () => (await read(sidecar))?.match(/status: resolved/g)?.length === 3, 'all are resolved');
		void run('annotation.delete', all[0], all);
		await until(async () => (await references()).length === 0, 'all are deleted');
		await run('undo');
		await run('undo');
		await until(async () => (await read(sidecar)) === made, 'it is as it was');
	});

	it('an orphan is offered candidates as quick fixes, attached, or kept as a note on the seed', async () => {
		select(editor, 'Третий абзац говорит о поездах');
		await run('annotate', { kind: 'claim', note: 'Which trains?' });
		await untilQuotes(['Третий абзац говорит о поездах']);
		await closeAll();
		await write(seed, text.replace('Третий абзац говорит о поездах', 'Последний раздел рассказывает о ночных поездах'));
		editor = await openSeed(seed);
		const doubt = () =>
			vscode.languages.getDiagnostics(fileUri(seed)).find(({ code }) => /^anchor\//.test(String(code)));
		const problem = await until(doubt, 'the passage is in doubt');
		const offered = await until(async () => {
			const found = await fixes(editor, problem.range);
			return found.some(({ title }) => title.startsWith('Delete “')) && found;
		}, 'quick fixes are offered');
		assert.ok(offered.some(({ title }) => title.startsWith('Keep “')));
		const [reference] = await references();
		const { document } = editor;
		const range = rangeOf(document, 'Последний раздел рассказывает о ночных поездах');
		const at = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
		const before = await read(sidecar);
		await run('annotation.reattach', reference, at);
		await untilQuotes(['Последний раздел рассказывает о ночных поездах']);
		assert.match(await hoverAt(editor, 'ночных'), /Which trains/);
		await run('undo');
		await until(async () => (await read(sidecar)) === before, 'it is as it was');
		await run('annotation.keepAsNote', reference);
		const kept = await until(
			async () => /about: seed/.test((await read(sidecar)) ?? '') && read(sidecar),
			'it is kept',
		);
		assert.match(kept, /> Третий абзац говорит о поездах\n\n {4}Which trains\?/);
		await until(() => !doubt(), 'nobody is asked any more');
	});

	it('a sidecar’s obvious mistakes have a fix, and references in its notes are completed', async () => {
		const yaml = `format: glossator/annotations@1\n\na7k2m9xq:\n  kind: claim\n  quote: 'поездах'\n  tag: [rail]\n  date: 5.3.2026\n  note: |-\n    See @ and #\n`;
		await write(sidecar, yaml);
		const shown = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fileUri(sidecar)));
		const { document } = shown;
		const codes = () => vscode.languages.getDiagnostics(document.uri).map(({ code }) => code);
		await until(() => codes().includes('sidecar/unknown-key'), 'the problems are reported');
		const titles = async (word: string) => (await fixes(shown, rangeOf(document, word))).map(({ title }) => title);
		assert.ok((await titles('tag')).includes('Change to “tags”'));
		assert.ok((await titles('5.3.2026')).includes("Change to “'2026-03-05'”"));
		const labels = async (sign: string) => {
			const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
				'vscode.executeCompletionItemProvider',
				document.uri,
				rangeOf(document, sign).end,
				sign.slice(-1),
			);
			return items.map(({ insertText }) => insertText);
		};
		await until(async () => (await labels('See @')).includes('@kazakhstan'), 'actors are offered');
		await until(async () => (await labels('and #')).includes('#a7k2m9xq'), 'annotations are offered');
	});
});
