import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { useWindow } from './fixture';

const seed = '2026-03-12-corridor.en.txt';
const sidecar = `${seed}.ann.yaml`;
const note = 'In Russian the hold is half full.';
const theirs = 'The Russian ship is half full.';
const glossator = path.join(__dirname, '../cli/glossator.js');

/** A person's clone. */
class Clone {
	constructor(readonly folder: string) {}

	git(...given: string[]): string {
		return execFileSync('git', given, { cwd: this.folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
	}

	glossator(...given: string[]): string {
		return execFileSync(process.execPath, [glossator, ...given], { cwd: this.folder, encoding: 'utf8' });
	}

	read(file: string): string {
		return readFileSync(path.join(this.folder, file), 'utf8');
	}

	replace(file: string, from: string, to: string): void {
		const text = this.read(file);
		assert.ok(text.includes(from));
		writeFileSync(path.join(this.folder, file), text.replace(from, to));
	}
}

describe('two people, each with a clone', () => {
	const settings = { 'glossator.author': 'ivanova', 'git.enableSmartCommit': true };
	const window = useWindow({ files: { '.vscode/settings.json': JSON.stringify(settings) } });
	let ivanova: Clone;
	let petrov: Clone;

	/** A bare origin beside the window's folder, which is one clone of it, and another one. */
	function setUp(): void {
		ivanova = new Clone(window.folder);
		const beside = (name: string) => path.join(path.dirname(window.folder), name);
		writeFileSync(path.join(window.folder, '.git/info/exclude'), '.vscode/\n');
		ivanova.git('init', '-q', '--bare', '-b', 'main', beside('origin.git'));
		ivanova.git('config', 'user.name', 'Ivanova');
		ivanova.git('remote', 'add', 'origin', beside('origin.git'));
		ivanova.git('push', '-qu', 'origin', 'main');
		ivanova.git('clone', '-q', beside('origin.git'), beside('petrov'));
		petrov = new Clone(beside('petrov'));
		for (const [key, value] of [
			['user.name', 'Petrov'],
			['user.email', 'petrov@example.org'],
			['commit.gpgsign', 'false'],
		] as const)
			petrov.git('config', key, value);
	}

	/** Writes a note where the cursor is in one, and waits until it is shut: it takes the focus along. */
	async function say(note: string): Promise<void> {
		await window.workbench.writeNote(note);
		await window.page.locator('.review-widget').waitFor({ state: 'hidden' });
	}

	/** Says in Source Control what the commit is about, or leaves what git says, and commits. */
	async function commit(message?: string): Promise<void> {
		const { workbench, page } = window;
		const before = ivanova.git('rev-parse', 'HEAD');
		await workbench.command('Source Control: Focus on Changes View');
		const input = page.locator('.scm-editor');
		await input.waitFor();
		if (message) {
			await workbench.wait({ what: 'the change to be seen' }, async () => {
				const rows = await workbench.texts('.scm-view .monaco-list-row');
				return rows.some((row) => row.startsWith(sidecar));
			});
			await input.click();
			await page.keyboard.type(message);
		} else {
			await workbench.wait({ what: 'git’s own message' }, async () => /Merge/.test((await input.textContent()) ?? ''));
			await input.click();
		}
		await workbench.press('Control+Enter');
		await workbench.wait({ what: 'the commit' }, async () => ivanova.git('rev-parse', 'HEAD') !== before);
	}

	async function annotateOnBranches(): Promise<void> {
		const { workbench } = window;
		petrov.git('switch', '-qc', 'petrov');
		petrov.replace(sidecar, note, theirs);
		const given = [
			'--quote',
			'electronic waybills',
			'--kind',
			'term',
			'--note',
			'Digital notes.',
			'--author',
			'petrov',
		];
		petrov.glossator('annotate', seed, ...given);
		petrov.git('commit', '-qam', 'Name the waybills');
		petrov.git('push', '-qu', 'origin', 'petrov');
		petrov.git('push', '-q', 'origin', 'petrov:main');

		ivanova.git('switch', '-qc', 'ivanova');
		await workbench.openSeed(seed);
		await workbench.select('120,000 containers');
		await workbench.press('Alt+A');
		await workbench.pick('question');
		await say('Estimated by whom?');
		await window.until(sidecar, (text) => text.includes('Estimated by whom?'), 'the note');
		await workbench.putCursor('even when the hold');
		await workbench.command('Glossator: Edit Note…');
		await workbench.typeNote('');
		await workbench.press('Control+A');
		await say('Half full in Russian, half empty here.');
		await window.until(sidecar, (text) => text.includes('half empty here'), 'the changed note');
		await commit('Ask who estimated');
		ivanova.git('push', '-qu', 'origin', 'ivanova');
	}

	async function decide(): Promise<void> {
		const { workbench, page } = window;
		ivanova.git('fetch', '-q');
		assert.throws(() => ivanova.git('merge', '-q', 'origin/main'));
		await workbench.openSeed(seed);
		await workbench.command('Glossator: Review Annotation Changes since the Last Commit');
		await workbench.tree('Annotation Changes', (found) => found.some((row) => /merge conflict/.test(row)));
		await workbench.clickRow('Annotation Changes', 'merge conflict');
		await window.until(sidecar, (text) => !text.includes('<<<<<<<'), 'merged entry by entry');
		await workbench.pressInNotification(/left for you to decide/, 'Decide…');
		await workbench.waitForTexts('.action-widget .monaco-list-row', /Keep that of ivanova/);
		await window.picture('merge', { atOnce: true });
		await page.locator('.action-widget :focus').waitFor();
		await page.keyboard.press('Enter');
		await workbench.wait({ what: 'the decision' }, async () => !(await workbench.editorText()).includes('conflict:'));
		await workbench.press('Control+S');
		await window.until(sidecar, (text) => !text.includes('conflict:'), 'decided');
		await workbench.command('Glossator: Merge Annotations');
		await workbench.pressInNotification(/nothing is left to decide/, 'Stage It');
		await workbench.wait({ what: 'it to be staged' }, async () => ivanova.git('ls-files', '--unmerged') === '');
		await commit();
		ivanova.git('push', '-q');
	}

	async function review(): Promise<void> {
		const { workbench } = window;
		await workbench.openSeed(seed);
		await workbench.command('Glossator: Review Annotation Changes…');
		await workbench.pick('What this branch did');
		await workbench.tree('Annotation Changes', (found) => found.some((row) => row.startsWith('Estimated by whom?')));
		await workbench.collapseAllBut('Annotation Changes');
		await workbench.widenSideBar(460);
		await workbench.clickRow('Annotation Changes', 'Estimated by whom?');
		await workbench.waitForTexts('.editor.modified .view-line', /Estimated by whom\?/);
		await workbench.press('Alt+Enter');
		await workbench.waitForTexts('.editor.original .view-line', /The Russian ship is half full/);
		await workbench.waitForTexts('.editor.modified .view-line', /half empty here/);
		await workbench.press('Alt+Enter');
		await workbench.waitForTexts('.tree-explorer-viewlet-tree-view > .message', /2 of 2 reviewed/);
		await window.picture('reviewed');
	}

	async function mergeAndCompare(): Promise<void> {
		ivanova.git('switch', '-q', 'main');
		ivanova.git('merge', '-q', '--ff-only', 'ivanova');
		ivanova.git('push', '-q');
		petrov.git('switch', '-q', 'main');
		petrov.git('pull', '-q');
		for (const clone of [ivanova, petrov]) {
			assert.equal(clone.git('rev-parse', 'HEAD'), ivanova.git('ls-remote', 'origin', 'refs/heads/main').slice(0, 40));
			assert.equal(clone.git('status', '--porcelain'), '');
			assert.equal(clone.git('fsck', '--no-dangling', '--no-progress'), '');
			assert.equal(clone.glossator('check', seed), '');
		}
		assert.equal(ivanova.git('rev-list', '--merges', '--count', 'HEAD'), '1');
		const text = petrov.read(sidecar);
		for (const said of ['Estimated by whom?', 'Digital notes.', 'Half full in Russian, half empty here.'])
			assert.equal(text.split(said).length, 2, said);
		assert.doesNotMatch(text, /conflict|<<<|The Russian ship/);
		const log = petrov.glossator('log', 's1y5d9kw', seed);
		for (const subject of [/Ivanova .*Ask who estimated/, /Petrov .*Name the waybills/]) assert.match(log, subject);

		const { workbench } = window;
		await workbench.openSeed(seed);
		await workbench.putCursor('even when the hold');
		await workbench.command('Glossator: Show History of Annotation');
		const steps = await workbench.wait({ what: 'the history' }, async () => {
			const rows = await workbench.quickRows();
			return rows.length >= 3 && rows;
		});
		assert.ok(
			steps.some((row) => /Petrov/.test(row) && /note/.test(row)),
			steps.join(' | '),
		);
		await window.picture('history', { atOnce: true });
	}

	it('branch, annotate, push, decide what conflicts, review and merge, and nothing is lost', async function () {
		this.timeout(180_000);
		setUp();
		await annotateOnBranches();
		await decide();
		await review();
		await mergeAndCompare();
	});
});
