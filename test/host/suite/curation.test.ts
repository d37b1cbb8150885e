import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, fileUri, openSeed, read, remove, until, write } from './driver';

const seed = 'curation.test.txt';
const shared = `${seed}.ann.yaml`;
const [first, second] = [`${seed}.ann.anna.yaml`, `${seed}.ann.boris.yaml`];
const head = 'format: glossator/annotations@1\n';
const text =
	'date 2026-02-03 The dam was opened in spring.\n\nThe reservoir filled within two years, the ministry said.\n';
const entry = (id: string, kind: string, quote: string, more = '') =>
	`\n${id}:\n  kind: ${kind}\n  quote: '${quote}'\n${more}`;

describe('curation', () => {
	beforeEach(async () => {
		await write(seed, text);
		await write(
			first,
			head +
				entry('a1a1a1a1', 'claim', 'The dam') +
				entry('a2a2a2a2', 'claim', 'within two years', '  x-mine: 1 # kept\n'),
		);
		await write(
			second,
			head + entry('b1b1b1b1', 'claim', 'The dam') + entry('b2b2b2b2', 'framing', 'within two years'),
		);
		await openSeed(seed);
		// files that were just written may not be found at once
		await until(async () => {
			await run('compare', fileUri(seed));
			await run('next');
			return vscode.window.activeTextEditor?.document.uri.scheme === 'glossator-curation';
		}, 'the two are compared');
	});

	afterEach(async () => {
		await run('close');
		await closeAll();
		await remove(seed, shared, first, second);
	});

	it('shows what two annotators made of a passage side by side', async () => {
		await run('next');
		const [left, right] = await cards();
		assert.match(left, /^# claim {2}a2a2a2a2/);
		assert.match(right, /^# framing {2}b2b2b2b2/);
		assert.match(right, /\*\*within two years\*\*, the ministry said/);
	});

	it('takes one of them, the other, both or neither into the shared file, and each can be undone', async () => {
		await run('next');
		const [mine, theirs] = [
			entry('a2a2a2a2', 'claim', 'within two years', '  x-mine: 1 # kept\n'),
			entry('b2b2b2b2', 'framing', 'within two years'),
		];
		await run('takeFirst');
		assert.equal(await read(shared), head + mine);
		await run('takeSecond');
		assert.equal(await read(shared), head + theirs);
		await run('takeBoth');
		assert.equal(await read(shared), head + mine + theirs);
		await run('takeNeither');
		assert.equal(await read(shared), head);
		await vscode.commands.executeCommand('glossator.undo');
		assert.equal(await read(shared), head + mine + theirs);
	});

	it('takes all that they agree about at once, in the order of the text', async () => {
		await run('next');
		await run('takeSecond');
		await run('takeAgreed');
		assert.equal(
			await read(shared),
			head + entry('a1a1a1a1', 'claim', 'The dam') + entry('b2b2b2b2', 'framing', 'within two years'),
		);
		assert.equal(
			await read(first),
			head +
				entry('a1a1a1a1', 'claim', 'The dam') +
				entry('a2a2a2a2', 'claim', 'within two years', '  x-mine: 1 # kept\n'),
		);
	});

	it('goes through hundreds of passages, and takes them at once, in the order of the text', async () => {
		const words = Array.from({ length: 1200 }, (_, i) => `w${i}`);
		const id = (who: string, i: number) => `${who}${String(i).padStart(7, '0')}`;
		const kindOf = (i: number) => (i % 2 ? 'framing' : 'claim');
		const all = (who: string, kind: (i: number) => string) =>
			head + words.map((word, i) => entry(id(who, i), kind(i), `${word}.`)).join('');
		await run('close');
		await write(seed, `date 2026-02-03 ${words.map((word) => `It says ${word}.`).join('\n\n')}\n`);
		await write(
			first,
			all('a', () => 'claim'),
		);
		await write(second, all('b', kindOf));
		await until(async () => {
			await run('compare', fileUri(seed));
			await run('next');
			return /^# claim {2}a0000001/.test((await cards())[0]);
		}, 'the first that they differ about is shown');
		await run('previous');
		assert.match((await cards())[1], /^# framing {2}b0001199/);
		await run('takeSecond');
		await run('takeAgreed');
		const taken = words.flatMap((word, i) => (i % 2 ? [] : [entry(id('a', i), 'claim', `${word}.`)]));
		assert.equal(await read(shared), head + taken.join('') + entry(id('b', 1199), 'framing', 'w1199.'));
	});

	it('writes nothing into a shared file that it cannot read', async () => {
		const broken = `${head}\nc1c1c1c1:\n  kind: 'claim\n`;
		await write(shared, broken);
		await run('next');
		await run('takeFirst');
		assert.equal(await read(shared), broken);
	});
});

function run(what: string, ...given: unknown[]) {
	return vscode.commands.executeCommand(`glossator.curation.${what}`, ...given);
}

/** Both sides of the comparison in front. */
async function cards(): Promise<[string, string]> {
	const input = await until(() => {
		const shown = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
		return shown instanceof vscode.TabInputTextDiff && shown;
	}, 'two cards are shown');
	const texts = [input.original, input.modified].map(async (uri) =>
		(await vscode.workspace.openTextDocument(uri)).getText(),
	);
	return (await Promise.all(texts)) as [string, string];
}
