import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open, openSeed, read, remove, select, until, write } from './driver';

const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(`glossator.${command}`, ...args);

const here = 'grant.ru.txt';
const there = 'grant.en.txt';

const russian = `date 2026-05-04 Правительство выделит 20 млрд долларов на ремонт моста через реку Арку, сообщил мэр Лебедев.

Паром будет ходить каждый час до 30 сентября, проезд останется бесплатным для 1500 жителей острова.
`;
const english = `date 2026-05-04 The government will grant 20 million dollars for the repair of the bridge over the Arka river, mayor Lebedev said.

The ferry will run every hour until September 30, and the ride remains free for the 1,500 people of the island.
`;

const hints = (editor: vscode.TextEditor) =>
	vscode.languages
		.getDiagnostics(editor.document.uri)
		.filter(({ severity }) => severity === vscode.DiagnosticSeverity.Hint);

const otherText = () =>
	until(() => {
		const active = vscode.window.activeTextEditor;
		return active?.document.uri.path.endsWith(there) ? active : undefined;
	}, 'the other text is shown');

describe('two texts compared', () => {
	beforeEach(async () => {
		await write(here, russian);
		await write(there, english);
	});
	afterEach(async () => {
		await vscode.workspace.getConfiguration('glossator').update('parallel.differences', undefined);
		await closeAll();
		await remove(here, there, `${here}.ann.yaml`, `${there}.ann.yaml`);
	});

	it('hint at the sum that differs, with the way to the other text, and at nothing that is the same', async () => {
		const editor = await openSeed(here);
		const found = await until(() => hints(editor).length && hints(editor), 'there is a hint');
		assert.deepEqual(
			found.map(({ range }) => editor.document.getText(range)),
			['20 млрд долларов'],
		);
		assert.match(found[0]?.message ?? '', /20 million dollars/);
		const [related] = found[0]?.relatedInformation ?? [];
		assert.ok(related?.location.uri.path.endsWith(there));
		const other = await open(there);
		assert.equal(other.document.getText(related?.location.range), '20 million dollars');
	});

	it('hint at nothing where the setting says so', async () => {
		const editor = await openSeed(here);
		await until(() => hints(editor).length, 'there is a hint');
		await vscode.workspace.getConfiguration('glossator').update('parallel.differences', false);
		await until(() => !hints(editor).length, 'the hint is gone');
	});

	it('take an annotation over to the passage that says the same, as one step', async () => {
		const editor = await openSeed(here);
		select(editor, 'каждый час до 30 сентября');
		await run('annotate', { kind: 'claim', note: 'Проверить.' });
		await until(() => read(`${here}.ann.yaml`), 'it is annotated');
		await run('annotation.carry');
		const other = await otherText();
		assert.equal(await read(`${there}.ann.yaml`), undefined, 'nothing is written before it is accepted');
		await run('adjust.keep');
		const twin = await until(() => read(`${there}.ann.yaml`), 'the twin is kept');
		assert.match(twin, /\n {2}kind: claim\n {2}quote: '[^']*September 30[^']*'\n/);
		const [, id] = /^([a-z]\w{7}):$/m.exec(twin) ?? [];
		const original = (await read(`${here}.ann.yaml`)) ?? '';
		assert.match(original, new RegExp(`\\n {2}same-as: grant\\.en\\.txt#${id}\\n`));
		assert.match(twin, new RegExp(`\\n {2}same-as: grant\\.ru\\.txt#${/^([a-z]\w{7}):$/m.exec(original)?.[1]}\\n`));
		await vscode.window.showTextDocument(other.document);
		await run('undo');
		await until(async () => (await read(`${there}.ann.yaml`)) === undefined, 'the twin is taken back');
		assert.doesNotMatch((await read(`${here}.ann.yaml`)) ?? '', /same-as/);
	});

	it('take over what a person selects in place of the proposal', async () => {
		const editor = await openSeed(here);
		select(editor, 'мэр Лебедев');
		await run('annotate', { kind: 'context', note: '' });
		await until(() => read(`${here}.ann.yaml`), 'it is annotated');
		await run('annotation.carry');
		const other = await otherText();
		select(other, 'mayor Lebedev said');
		await run('annotation.carry');
		const twin = await until(() => read(`${there}.ann.yaml`), 'the twin is kept');
		assert.match(twin, /quote: 'mayor Lebedev said'/);
	});

	it('is found again among seeds that come, change and go with their folder', async () => {
		const editor = await openSeed(here);
		await until(() => hints(editor).length, 'there is a counterpart');
		await closeAll();
		await remove(there);
		const folder = await write(`moved/${there}`, english);
		const again = await openSeed(here);
		await until(() => hints(again)[0]?.relatedInformation?.[0]?.location.uri.path === folder.path, 'it is found there');
		await remove('moved');
		await until(() => !hints(again).length, 'it is gone with the folder');
	});
});
