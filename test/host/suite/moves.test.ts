import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, fileUri, openSeed, read, remove, until, write } from './driver';

const [one, two, moved] = ['moves-one.test.txt', 'moves-two.test.txt', 'moves-other.test.txt'];
const header = 'format: glossator/annotations@1\n';
const linked = `${header}parallel:\n  ${one}:  # by hand\n\na7k2m9xq:\n  kind: claim\n  quote: 'портах'\n  same-as: ${one}#b7k2m9xq\n`;
const own = `${header}\nb7k2m9xq:\n  kind: term\n  quote: 'мостах'\n  note: |-\n    Which?\n`;

async function rename(from: string, to: string): Promise<void> {
	const edit = new vscode.WorkspaceEdit();
	edit.renameFile(fileUri(from), fileUri(to));
	assert.ok(await vscode.workspace.applyEdit(edit));
}

describe('moves', () => {
	beforeEach(async () => {
		await write(one, 'date 2026-01-15 Первый абзац говорит о мостах.\n');
		await write(two, 'date 2026-01-15 Второй абзац говорит о портах.\n');
		await write(`${one}.ann.yaml`, own);
		await write(`${two}.ann.yaml`, linked);
	});
	afterEach(async () => {
		await closeAll();
		await remove(
			'moves-folder',
			...[one, two, moved].flatMap((name) => [name, `${name}.ann.yaml`, `${name}.ann.petrov.yaml`]),
		);
	});

	it('a renamed seed takes its sidecar along, and links to it are mended', async () => {
		await openSeed(two);
		await rename(one, moved);
		await until(async () => (await read(`${moved}.ann.yaml`)) === own, 'the sidecar is beside the seed');
		assert.equal(await read(`${one}.ann.yaml`), undefined);
		const mended = linked.replaceAll(one, moved);
		await until(async () => (await read(`${two}.ann.yaml`)) === mended, 'the links are mended');
	});

	it('each annotator’s own sidecar goes along too, and its links are mended', async () => {
		const theirs = `${one}.ann.petrov.yaml`;
		await write(theirs, own);
		await write(`${two}.ann.petrov.yaml`, linked);
		await openSeed(two);
		await rename(one, moved);
		await until(async () => (await read(`${moved}.ann.petrov.yaml`)) === own, 'the sidecar is beside the seed');
		assert.equal(await read(theirs), undefined);
		const mended = linked.replaceAll(one, moved);
		await until(async () => (await read(`${two}.ann.petrov.yaml`)) === mended, 'the links are mended');
	});

	it('a seed that moves to another folder keeps its own links', async () => {
		await openSeed(two);
		await rename(two, `moves-folder/${two}`);
		const expected = linked.replace(`${one}:`, `'../${one}':`).replace(`${one}#b7k2m9xq`, `'../${one}#b7k2m9xq'`);
		await until(async () => (await read(`moves-folder/${two}.ann.yaml`)) === expected, 'the links are mended');
	});

	it('a sidecar that is in the way is not overwritten', async () => {
		await write(`${moved}.ann.yaml`, header);
		await openSeed(two);
		await rename(one, moved);
		await until(() => read(moved), 'the seed is renamed');
		assert.equal(await read(`${moved}.ann.yaml`), header);
		assert.equal(await read(`${one}.ann.yaml`), own);
	});
});
