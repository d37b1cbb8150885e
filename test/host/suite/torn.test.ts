// Files whose writing was cut off are made whole when they are next read.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { newSidecarText } from '../../../src/core/annotations/edits';
import { Copies } from '../../../src/editor/services/copies';
import { Edits } from '../../../src/editor/services/edits';
import { Guard } from '../../../src/editor/services/guard';
import { createLog } from '../../../src/editor/services/log';
import { Sidecars } from '../../../src/editor/services/sidecars';
import { closeAll, fileUri, read, remove, until, write } from './driver';

const seed = 'torn.test.txt';
const sidecar = `${seed}.ann.yaml`;
const folder = 'torn.test.storage';
const old = `${newSidecarText()}\na0000001:\n  kind: claim\n  quote: 'мосты'\n`;
const written = `${old}\na0000002:\n  kind: claim\n  quote: 'порты'\n`;

describe('files whose writing was cut off', () => {
	const log = createLog();
	const guard = new Guard(log);
	const newSession = () => {
		const edits = new Edits(new Copies(fileUri(folder), guard));
		return { edits, sidecars: new Sidecars(edits, guard) };
	};
	const now = Date.now;

	beforeEach(() => write(seed, 'date 2026-01-15 Новые мосты и порты.\n'));
	afterEach(async () => {
		Date.now = now;
		await closeAll();
		await remove(seed, sidecar, folder);
	});
	after(() => log.dispose());

	/** A session that ends while it writes: what it left is `torn`. */
	async function cutOff(torn: string, later = 6000, ago = 0): Promise<void> {
		Date.now = () => now() - ago;
		const writing = new Copies(fileUri(folder), guard);
		let begun = () => {};
		const begins = new Promise<void>((resolve) => {
			begun = resolve;
		});
		void writing.during(fileUri(sidecar), written, async () => {
			await write(sidecar, torn);
			begun();
			return new Promise(() => {});
		});
		await begins;
		Date.now = () => now() + later;
	}

	const copies = async () => (await vscode.workspace.fs.readDirectory(fileUri(`${folder}/writing`))).length;

	it('are what should have been written, wherever they were cut', async () => {
		for (const length of [0, 20, old.length - 3, old.length + 4, written.length - 1]) {
			await write(sidecar, old);
			await cutOff(written.slice(0, length));
			const { edits, sidecars } = newSession();
			const found = await sidecars.get(fileUri(seed));
			assert.deepEqual(
				found?.entries.map(({ annotation }) => annotation.id),
				['a0000001', 'a0000002'],
				`cut at ${length}`,
			);
			assert.equal(await read(sidecar), written);
			assert.equal(await copies(), 0);
			sidecars.dispose();
			edits.dispose();
		}
	});

	it('are made whole before they are changed', async () => {
		await write(sidecar, old);
		await cutOff(written.slice(0, 30));
		const { edits, sidecars } = newSession();
		await edits.make({ label: 'a comment', uri: fileUri(sidecar) }, '', (text) => [
			{ start: text.length, end: text.length, text: '# the end\n' },
		]);
		await until(async () => (await read(sidecar)) === `${written}# the end\n`, 'both are written');
		assert.equal(await copies(), 0);
		sidecars.dispose();
		edits.dispose();
	});

	it('stay as they were where nothing had been written yet', async () => {
		await write(sidecar, old);
		await cutOff(old);
		const { edits, sidecars } = newSession();
		assert.equal((await sidecars.get(fileUri(seed)))?.entries.length, 1);
		assert.equal(await read(sidecar), old);
		assert.equal(await copies(), 0);
		sidecars.dispose();
		edits.dispose();
	});

	it('are left alone where somebody has written them since', async () => {
		const theirs = old.replace('мосты', 'порты');
		await write(sidecar, old);
		await cutOff(theirs);
		const { edits, sidecars } = newSession();
		assert.equal((await sidecars.get(fileUri(seed)))?.entries.length, 1);
		assert.equal(await read(sidecar), theirs);
		sidecars.dispose();
		edits.dispose();
	});

	it('are left as they are where it was long ago, and somebody may have meant it', async () => {
		await write(sidecar, old);
		await cutOff(written.slice(0, 30), 6000, 600_000);
		const { edits, sidecars } = newSession();
		assert.equal((await sidecars.get(fileUri(seed)))?.entries.length, 0);
		assert.equal(await read(sidecar), written.slice(0, 30));
		assert.equal(await copies(), 1, 'the copy is offered');
		await vscode.commands.executeCommand('notifications.clearAll');
		sidecars.dispose();
		edits.dispose();
	});

	it('are waited for while another window may still be writing', async () => {
		await write(sidecar, old);
		await cutOff(written.slice(0, 30), 0);
		const { edits, sidecars } = newSession();
		const reading = sidecars.get(fileUri(seed));
		await write(sidecar, written);
		assert.equal((await reading)?.entries.length, 2);
		assert.equal(await copies(), 1, 'the copy is still the other window’s');
		sidecars.dispose();
		edits.dispose();
	});
});
