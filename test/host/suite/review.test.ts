import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open, openSeed, read, remove, until, write } from './driver';

const seed = '0-review.test.txt';
const sidecar = `${seed}.ann.yaml`;
const copy = `${seed}.ann.a.yaml`;
const text = 'date 2026-02-03 The dam was opened in spring.\n\nThe reservoir filled within two years.\n';
const entry = (id: string, quote: string, note: string) =>
	`\n${id}:\n  kind: claim\n  quote: '${quote}'\n  note: |-\n    ${note}\n`;
const before = `format: glossator/annotations@1\n# ours${entry('a1a1a1a1', 'The dam', 'Which one?')}${entry('b2b2b2b2', 'two years', 'Since when?')}`;
const after = before.replace('Which one?', 'The upper one.').replace('Since when?', 'Since 2023.');

describe('review', () => {
	afterEach(async () => {
		await closeAll();
		await remove(seed, sidecar, copy);
	});

	it('compares two files and takes one change back, and nothing else', async () => {
		await write(seed, text);
		await write(copy, before);
		await write(sidecar, after);
		await openSeed(seed);
		await compareTwoFiles();
		const cards = await front();
		assert.match(cards.before, /Which one\?/);
		assert.match(cards.after, /The upper one\./);
		await vscode.commands.executeCommand('glossator.review.revert');
		assert.equal(await read(sidecar), after.replace('The upper one.', 'Which one?'));
		await vscode.commands.executeCommand('glossator.undo');
		assert.equal(await read(sidecar), after);
	});

	it('goes past what was ticked off, also when the comparison is made anew', async () => {
		await write(seed, text);
		await write(copy, before);
		await write(sidecar, after);
		await openSeed(seed);
		await compareTwoFiles();
		await vscode.commands.executeCommand('glossator.review.tickOff');
		await until(async () => /Since 2023/.test((await front()).after), 'the next change is shown');
		await vscode.commands.executeCommand('glossator.review.refresh');
		await vscode.commands.executeCommand('glossator.review.next');
		await until(async () => /upper one/.test((await front()).after), 'the first change is shown');
		await vscode.commands.executeCommand('glossator.review.tickOff');
		await until(async () => /Since 2023/.test((await front()).after), 'what was never ticked off is next');
	});
});

describe('merge conflicts', () => {
	afterEach(async () => {
		await closeAll();
		await remove(seed, sidecar, 'merge.kinds.yaml');
	});

	const marked = (mine: string, theirs: string) => `<<<<<<< main\n${mine}=======\n${theirs}>>>>>>> review\n`;

	it('keeps what both sides did, and lets a person decide what both changed', async () => {
		await write(seed, text);
		const mine = '    Which one?\n';
		const theirs = '    The upper one?\n';
		const added = entry('c3c3c3c3', 'spring', 'Of which year?');
		const file = before.replace(mine, marked(mine, theirs)) + marked(added, '');
		const uri = await write(sidecar, file);
		await open(sidecar);
		void vscode.commands.executeCommand('glossator.review.solve', uri);
		const merged = await until(async () => {
			const now = await read(sidecar);
			return now && !now.includes('<<<<<<<') && now;
		}, 'the markers are gone');
		assert.match(merged, /Of which year\?/);
		await decide(uri, /review.*The upper one/);
		const expected = before.replace('Which one?', 'The upper one?') + added;
		assert.equal((await vscode.workspace.openTextDocument(uri)).getText(), expected);
	});

	it('leaves a file alone of which one side cannot be read, and offers the other side', async () => {
		await write(seed, text);
		const [mine, theirs] = ['    Which one?\n', "    Which one?\n  tags: ['\n"];
		const broken = before.replace(mine, marked(mine, theirs));
		const uri = await write(sidecar, broken);
		await open(sidecar);
		const ends = vscode.commands.executeCommand('glossator.review.solve', uri);
		await until(async () => {
			assert.ok([broken, before].includes((await read(sidecar)) ?? ''));
			await vscode.commands.executeCommand('notification.acceptPrimaryAction');
			return (await read(sidecar)) === before;
		}, 'the side that can be read is kept');
		await ends;
	});

	it('decides in a list of kinds, too', async () => {
		const kinds = (said: string) => `format: glossator/kinds@1\nkinds:\n  claim:\n    description: ${said}\n`;
		const [mine, theirs] = ['    description: Said\n', '    description: Asserted\n'];
		const uri = await write('merge.kinds.yaml', kinds('Said').replace(mine, marked(mine, theirs)));
		await open('merge.kinds.yaml');
		void vscode.commands.executeCommand('glossator.review.solve', uri);
		await until(async () => /conflict:/.test((await read('merge.kinds.yaml')) ?? ''), 'it is merged');
		await decide(uri, /review.*Asserted/);
		assert.equal((await vscode.workspace.openTextDocument(uri)).getText(), kinds('Asserted'));
	});

	/** Takes the quick fix of that title at the first thing that is undecided. */
	async function decide(uri: vscode.Uri, title: RegExp): Promise<void> {
		const document = await vscode.workspace.openTextDocument(uri);
		const offset = document.getText().indexOf('conflict:');
		assert.ok(offset >= 0, document.getText());
		const at = document.positionAt(offset).translate(1, 6);
		const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
			'vscode.executeCodeActionProvider',
			uri,
			new vscode.Range(at, at),
		);
		const action = actions.find((one) => title.test(one.title));
		assert.ok(action?.edit, actions.map((one) => one.title).join(' | '));
		assert.ok(await vscode.workspace.applyEdit(action.edit));
		await document.save();
	}
});

/** The last of what can be compared; then the first two files, by name. */
async function compareTwoFiles(): Promise<void> {
	const chosen = vscode.commands.executeCommand('glossator.review.choose');
	await keys('workbench.action.quickOpenSelectPrevious', 'workbench.action.acceptSelectedQuickOpenItem');
	await keys('workbench.action.acceptSelectedQuickOpenItem');
	await keys('workbench.action.acceptSelectedQuickOpenItem');
	await chosen;
	await vscode.commands.executeCommand('glossator.review.next');
}

async function keys(...commands: string[]): Promise<void> {
	for (const command of commands) {
		// a list that VS Code is about to show cannot be asked whether it is there
		await new Promise((resolve) => setTimeout(resolve, 400));
		await vscode.commands.executeCommand(command);
	}
}

async function front(): Promise<{ readonly before: string; readonly after: string }> {
	const input = await until(() => {
		const shown = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
		return shown instanceof vscode.TabInputTextDiff && shown;
	}, 'the cards of a change are shown');
	const [before, after] = await Promise.all(
		[input.original, input.modified].map(async (uri) => (await vscode.workspace.openTextDocument(uri)).getText()),
	);
	return { before: before ?? '', after: after ?? '' };
}
