import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, fileUri, hoverAt, open, openSeed, read, remove, until, write } from './driver';

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
			'moves-renamed',
			'moves-deep',
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

	it('links into a folder that is renamed, and renamed again, are mended', async () => {
		await openSeed(two);
		await rename(one, `moves-folder/${one}`);
		await rename('moves-folder', 'moves-renamed');
		await rename('moves-renamed', 'moves-deep/inner');
		const mended = linked.replaceAll(one, `moves-deep/inner/${one}`);
		await until(async () => (await read(`${two}.ann.yaml`)) === mended, 'the links are mended');
		assert.equal(await read(`moves-deep/inner/${one}.ann.yaml`), own);
	});

	it('links out of a folder that moves are mended', async () => {
		await rename(two, `moves-folder/${two}`);
		await until(() => read(`moves-folder/${two}.ann.yaml`), 'the sidecar is in the folder');
		await rename('moves-folder', 'moves-deep/inner');
		const out = `../../${one}`;
		const mended = linked.replace(`${one}:`, `'${out}':`).replace(`${one}#b7k2m9xq`, `'${out}#b7k2m9xq'`);
		const now = () => read(`moves-deep/inner/${two}.ann.yaml`);
		await until(async () => (await now()) === mended, `the links are mended`);
	});

	it('a sidecar with unsaved changes goes along with them', async () => {
		const { document } = await open(`${one}.ann.yaml`);
		const typing = new vscode.WorkspaceEdit();
		typing.insert(document.uri, document.positionAt(own.length), '    Which bridges?\n');
		assert.ok(await vscode.workspace.applyEdit(typing));
		await rename(one, moved);
		const name = fileUri(`${moved}.ann.yaml`).toString();
		const there = () => vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === name);
		await until(() => there()?.getText() === `${own}    Which bridges?\n`, 'what was typed is there');
		assert.ok(there()?.isDirty, 'saving it is left to the person');
		assert.equal(await read(`${moved}.ann.yaml`), own);
		await there()?.save();
	});

	it('what is in a folder that comes back under its old name is read anew', async () => {
		const within = `moves-folder/${one}`;
		await rename(one, within);
		const before = await openSeed(within);
		await until(async () => /Which/.test(await hoverAt(before, 'мостах')), 'the note is shown');
		await closeAll();
		await rename('moves-folder', 'moves-renamed');
		await write(`moves-renamed/${one}.ann.yaml`, own.replace('Which?', 'Those.'));
		await rename('moves-renamed', 'moves-folder');
		const after = await openSeed(within);
		await until(async () => /Those/.test(await hoverAt(after, 'мостах')), 'the note is the new one');
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
