import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, fileUri, hoverAt, openSeed, read, remove, select, until, write } from './driver';

const seed = 'replacing.test.txt';
const first = `date 2026-01-15 Порт принял первый паром после ремонта.

Погрузка занимает одиннадцать часов, сообщил начальник порта.

За год через порт прошло сорок тысяч контейнеров.
`;
const corrected = first
	.replace('Порт принял первый', 'Вчера порт принял второй')
	.replace('Погрузка занимает одиннадцать часов, сообщил начальник порта.', 'Об этом сообщил министр.');

const run = (name: string, ...args: unknown[]) => vscode.commands.executeCommand(`glossator.${name}`, ...args);

describe('replacing the text', () => {
	afterEach(async () => {
		await closeAll();
		await remove(seed, `${seed}.ann.yaml`);
	});

	it('keeps what stays, tells what is gone, and taken back all are in their places', async () => {
		await write(seed, first);
		const editor = await openSeed(seed);
		for (const [passage, note] of [
			['занимает одиннадцать', 'Check it.'],
			['сорок тысяч', 'TEU?'],
		]) {
			select(editor, passage as string);
			await run('annotate', { kind: 'claim', note });
		}
		const sidecar = await until(async () => {
			const text = await read(`${seed}.ann.yaml`);
			return text?.includes('TEU?') && text;
		}, 'the annotations are written');
		const replaced = run('replaceText', corrected);
		await until(async () => {
			await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
			return (await read(seed)) === corrected;
		}, 'the text is replaced');
		await replaced;
		const inDoubt = () => {
			const codes = vscode.languages.getDiagnostics(fileUri(seed)).map(({ code }) => String(code));
			return codes.filter((code) => code.startsWith('anchor/')).length;
		};
		await until(() => inDoubt() === 1, 'one passage is in doubt');
		assert.match(await hoverAt(await openSeed(seed), 'сорок тысяч'), /TEU/);
		await run('undo');
		await until(async () => (await read(seed)) === first, 'the text is as it was');
		await until(() => inDoubt() === 0, 'no passage is in doubt');
		assert.match(await hoverAt(await openSeed(seed), 'занимает одиннадцать'), /Check it/);
		assert.equal(await read(`${seed}.ann.yaml`), sidecar);
	});
});
