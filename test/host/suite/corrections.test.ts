import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openSeed, read, remove, select, until, write } from './driver';

const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(`glossator.${command}`, ...args);

const here = 'bridge.ru.txt';
const there = 'bridge.en.txt';
const sidecar = `${here}.ann.yaml`;

const russian = `date 2026-05-04 Мост через реку Арку закроют в мае на ремонт, сообщил мэр Лебедев.

Паром будет ходить каждый час до 30 сентября.

Рыбаков никто не спросил, говорят они сами.
`;
const english = `date 2026-05-04 The bridge over the Arka river will close in May for repairs, mayor Lebedev said.

Nobody asked the fishermen, they say.

The ferry will run every hour until September 30.
`;

const lineAt = ({ document, selection }: vscode.TextEditor) => document.lineAt(selection.active.line).text;

/** Beside each other, the cursors at the words given, the Russian one active. */
async function sideBySide(words: string, other: string): Promise<vscode.TextEditor> {
	const first = await openSeed(here);
	const second = await vscode.window.showTextDocument(
		await vscode.workspace.openTextDocument(
			first.document.uri.with({ path: first.document.uri.path.replace(here, there) }),
		),
		vscode.ViewColumn.Two,
	);
	await until(() => second.document.languageId === 'seed', 'the other is a seed');
	select(second, other);
	const editor = await vscode.window.showTextDocument(first.document, vscode.ViewColumn.One);
	select(editor, words);
	return editor;
}

async function jumpFrom(words: string): Promise<string> {
	const editor = await openSeed(here);
	select(editor, words);
	await run('jumpToParallel');
	const other = await until(() => {
		const active = vscode.window.activeTextEditor;
		return active?.document.uri.path.endsWith(there) ? active : undefined;
	}, 'the other is shown');
	return lineAt(other);
}

describe('corrections', () => {
	beforeEach(async () => {
		await write(here, russian);
		await write(there, english);
	});
	afterEach(async () => {
		await closeAll();
		await remove(here, there, sidecar, `${there}.ann.yaml`);
	});

	it('links the paragraphs that the two cursors are in: one line a pin, and the jump follows at once', async () => {
		await sideBySide('Рыбаков', 'The ferry');
		await run('linkParagraphs');
		const written = await until(() => read(sidecar), 'the pin is kept');
		assert.match(
			written,
			/^parallel:\n {2}bridge\.en\.txt:\n {4}- \{ here: 'Рыбаков [^']*', there: 'The ferry [^']*' \}\n$/m,
		);
		assert.match(await jumpFrom('Рыбаков'), /ferry/);
		await run('undo');
		await until(async () => (await read(sidecar)) === undefined, 'the pin is taken back');
	});

	it('keeps a pin through an edit of the text, from the other side too', async () => {
		await sideBySide('Рыбаков', 'The ferry');
		await run('linkParagraphs');
		await until(() => read(sidecar), 'the pin is kept');
		await closeAll();
		await write(there, english.replace('\n\nNobody', '\n\nA new paragraph stands here.\n\nNobody'));
		const other = await openSeed(there);
		select(other, 'The ferry');
		await run('jumpToParallel');
		const editor = await until(() => {
			const active = vscode.window.activeTextEditor;
			return active?.document.uri.path.endsWith(here) ? active : undefined;
		}, 'the Russian text is shown');
		assert.match(lineAt(editor), /Рыбаков/);
	});

	it('says that a paragraph has no counterpart instead of the link it had, and forgets both', async () => {
		await sideBySide('Паром', 'The ferry');
		await run('linkParagraphs');
		await run('noCounterpart');
		const written = await until(async () => {
			const text = await read(sidecar);
			return text?.includes('there:') ? undefined : text;
		}, 'one says none');
		assert.match(written, /- \{ here: 'Паром [^']*' \}\n$/);
		await run('linkParagraphs');
		await until(async () => /here: 'Паром [^']*', there:/.test((await read(sidecar)) ?? ''), 'it is linked again');
		assert.equal(((await read(sidecar)) ?? '').match(/\bhere:/g)?.length, 1);
		await run('forgetCorrections', 'pair');
		await until(async () => !/\bhere:/.test((await read(sidecar)) ?? ''), 'all is forgotten');
	});

	it('forgets what was said of one paragraph only', async () => {
		const editor = await sideBySide('Паром', 'The ferry');
		await run('linkParagraphs');
		select(editor, 'Мост');
		await run('noCounterpart');
		await run('forgetCorrections', 'paragraph');
		await until(async () => !/Мост/.test((await read(sidecar)) ?? 'Мост'), 'the one is forgotten');
		assert.match((await read(sidecar)) ?? '', /Паром/);
	});

	it('adds to the pins where they are, in the other sidecar', async () => {
		await write(
			`${there}.ann.yaml`,
			`format: glossator/annotations@1\nparallel:\n  ${here}:\n    - { here: 'Nobody asked' }\n`,
		);
		await sideBySide('Рыбаков', 'Nobody');
		await run('linkParagraphs');
		const written = await until(async () => {
			const text = await read(`${there}.ann.yaml`);
			return text?.includes('there:') ? text : undefined;
		}, 'the pin is kept');
		assert.match(written, /bridge\.ru\.txt:\n {4}- \{ here: 'Nobody [^']*', there: 'Рыбаков [^']*' \}\n$/);
		assert.equal(await read(sidecar), undefined);
	});

	it('gives a paragraph another role, in the outline too, and takes it back', async () => {
		const editor = await openSeed(here);
		select(editor, 'Паром');
		await run('setRole', 'caption');
		await until(() => read(sidecar), 'the role is kept');
		const details = async () => {
			const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
				'vscode.executeDocumentSymbolProvider',
				editor.document.uri,
			);
			return symbols.map(({ detail }) => detail);
		};
		await until(async () => (await details()).includes('caption'), 'the outline says so');
		await run('setRole', 'body');
		await until(async () => !/caption/.test((await read(sidecar)) ?? ''), 'it is taken back');
	});
});
