import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, fileUri, hoverAt, openSeed, read, remove, select, until, write } from './driver';

const russian = '2026-03-12-corridor.ru.txt';
const english = '2026-03-12-corridor.en.txt';
const azerbaijani = '2026-03-12-corridor.az.txt';

const run = (command: string, ...given: unknown[]) => vscode.commands.executeCommand(`glossator.${command}`, ...given);

async function shows(name: string): Promise<vscode.TextEditor> {
	return until(() => {
		const editor = vscode.window.activeTextEditor;
		return editor?.document.uri.path.endsWith(name) && editor.document.languageId === 'seed' ? editor : undefined;
	}, `${name} is shown`);
}

const lineAt = ({ document, selection }: vscode.TextEditor) => document.lineAt(selection.active.line).text;

const visible = (name: string) =>
	vscode.window.visibleTextEditors.find(({ document }) => document.uri.path.endsWith(name));

function marksOf({ uri, lineCount }: vscode.TextDocument): Thenable<vscode.InlayHint[]> {
	const all = new vscode.Range(0, 0, lineCount, 0);
	return vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', uri, all);
}

/** Scrolls as a reader does, without moving the cursor. */
function scrollTo(editor: vscode.TextEditor, text: string): void {
	const at = editor.document.positionAt(editor.document.getText().indexOf(text));
	editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.AtTop);
}

/** Whether a text stands at the top of an editor, or at `most` so many UTF-16 units below. */
function isAtTop(editor: vscode.TextEditor | undefined, text: string, most = 150): boolean {
	const top = editor?.visibleRanges[0]?.start;
	if (!editor || !top) return false;
	const distance = editor.document.getText().indexOf(text) - editor.document.offsetAt(top);
	return distance >= 0 && distance < most;
}

describe('two texts as one', () => {
	// what a text was read with before is remembered
	beforeEach(async () => {
		await openSeed(russian);
		await run('jumpToParallel', { to: fileUri(english).toString() });
		await closeAll();
	});

	afterEach(async () => {
		await run('stopSideBySide');
		await closeAll();
		await remove('tall.ru.txt', 'tall.ru.txt.ann.yaml', 'tall.en.txt');
	});

	it('lands between the neighbours of a paragraph that is in one language only, and comes back', async () => {
		select(await openSeed(russian), 'Ташкентские эксперты');
		await run('jumpToParallel');
		const there = await shows(english);
		assert.equal(lineAt(there), '');
		assert.match(there.document.lineAt(there.selection.active.line - 1).text, /^The train carries/);
		await run('jumpToParallel');
		assert.match(lineAt(await shows(russian)), /^Ташкентские эксперты/);
	});

	it('turns through the languages in place, to the paragraph that says the same, and back to the first', async () => {
		const first = await openSeed(russian);
		select(first, 'шести часов');
		const at = first.selection.active;
		const seen: string[] = [];
		for (let turn = 0; turn < 3; turn++) {
			const before = vscode.window.activeTextEditor?.document;
			await run('nextLanguage');
			await until(() => vscode.window.activeTextEditor?.document !== before, 'another text is shown');
			seen.push(lineAt(vscode.window.activeTextEditor as vscode.TextEditor));
		}
		assert.equal(vscode.window.tabGroups.all.length, 1);
		assert.match(seen[0] ?? '', /^Most of the time/);
		assert.match(seen[1] ?? '', /^Vaxta əsas qənaət/);
		assert.deepEqual((await shows(russian)).selection.active, at);
		await run('previousLanguage');
		assert.match(lineAt(await shows(azerbaijani)), /^Vaxta əsas qənaət/);
	});

	it('turns past the language that stands beside, which from then on is read with the new one', async () => {
		select(await openSeed(russian), 'Паром из Актау');
		await run('jumpToParallel');
		await shows(english);
		await run('nextLanguage');
		assert.match(lineAt(await shows(azerbaijani)), /^“Aktaudan/);
		await run('jumpToParallel');
		await shows(russian);
		await run('jumpToParallel');
		await shows(azerbaijani);
		assert.equal(vscode.window.tabGroups.all.length, 2);
	});

	it('marks each paragraph with its partner, unless that is switched off', async () => {
		const { document } = await openSeed(russian);
		const marks = await until(async () => {
			const found = await marksOf(document);
			return found.length > 0 && found;
		}, 'the marks');
		const label = (text: string) =>
			marks.find(({ position }) => document.lineAt(position.line).text.slice(position.character).startsWith(text))
				?.label;
		assert.equal(label('Главную экономию'), '⇄ 3');
		assert.equal(label('Сквозная ставка'), '⇄ 6');
		assert.equal(label('Ташкентские эксперты'), '⇄ –');
		const configuration = vscode.workspace.getConfiguration('glossator');
		await configuration.update('parallel.marks', false, vscode.ConfigurationTarget.Workspace);
		try {
			assert.deepEqual(await marksOf(document), []);
		} finally {
			await configuration.update('parallel.marks', undefined, vscode.ConfigurationTarget.Workspace);
		}
	});

	it('shows what the other text says on hover at a paragraph’s beginning', async () => {
		const editor = await openSeed(russian);
		const { start } = new vscode.Range(8, 0, 8, 0);
		assert.match(editor.document.lineAt(start.line).text, /^Главную экономию/);
		const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
			'vscode.executeHoverProvider',
			editor.document.uri,
			start,
		);
		const said = hovers.flatMap(({ contents }) => contents.map((part) => (part as vscode.MarkdownString).value)).join();
		assert.match(said, /Most of the time was saved not at sea/);
		assert.match(said, /command:glossator\.peekParallel/);
		assert.doesNotMatch(await hoverAt(editor, 'экономию'), /Most of the time/);
	});

	it('reads an unsaved text, and another version of a file, beside the files of the story', async () => {
		const text = (await read(azerbaijani)) ?? '';
		const provider = vscode.workspace.registerTextDocumentContentProvider('version', {
			provideTextDocumentContent: () => text,
		});
		try {
			const unsaved = await vscode.workspace.openTextDocument({ language: 'seed', content: text });
			const version = await vscode.workspace.openTextDocument(vscode.Uri.parse('version:/old/corridor.az.txt?HEAD'));
			await vscode.languages.setTextDocumentLanguage(version, 'seed');
			for (const document of [unsaved, version]) {
				const editor = await vscode.window.showTextDocument(document);
				select(editor, '“Aktaudan yola');
				await run('jumpToParallel');
				assert.match(lineAt(await shows(english)), /^“The ferry from Aktau/);
				await run('jumpToParallel');
				await until(() => vscode.window.activeTextEditor?.document === document, 'it came back');
				await closeAll();
			}
		} finally {
			provider.dispose();
		}
	});

	describe('side by side', () => {
		it('the other text follows, whichever is scrolled, until it is switched off', async () => {
			const editor = await openSeed(russian);
			await run('readSideBySide');
			const other = await until(() => visible(english), 'the other text');
			assert.equal(vscode.window.activeTextEditor?.document, editor.document, 'the cursor stays');
			scrollTo(editor, 'Главную экономию');
			await until(() => isAtTop(other, 'Most of the time'), 'the right side follows');
			await new Promise((resolve) => setTimeout(resolve, 2100));
			scrollTo(other, 'An estimated');
			await until(() => isAtTop(editor, 'По оценке центра'), 'the left side follows');
			await run('stopSideBySide');
			scrollTo(editor, 'Главную экономию');
			await until(() => isAtTop(editor, 'Главную экономию'), 'the left side scrolls');
			await new Promise((resolve) => setTimeout(resolve, 300));
			assert.ok(isAtTop(other, 'An estimated'), 'the right side stays');
		});

		it('works with three languages', async () => {
			const editor = await openSeed(russian);
			await run('readAllSideBySide');
			const two = await until(() => visible(english), 'English');
			const three = await until(() => visible(azerbaijani), 'Azerbaijani');
			assert.equal(vscode.window.tabGroups.all.length, 3);
			scrollTo(editor, 'Главную экономию');
			await until(() => isAtTop(two, 'Most of the time') && isAtTop(three, 'Vaxta əsas'), 'both follow');
		});

		it('stays level within a paragraph that is taller than the screen', async () => {
			const sentences = (count: number, word: string) =>
				Array.from({ length: count }, (_, i) => `${word} ${1000 + i} ${word}.`).join(' ');
			await write(
				'tall.ru.txt',
				`date 2026-05-05 МОСТ /Каспхабар/ – ${sentences(250, 'Поезд Ташкент')}\n\nКонец 77.\n`,
			);
			await write('tall.en.txt', `date 2026-05-05 BRIDGE. ${sentences(250, 'Train Tashkent')}\n\nThe end 77.\n`);
			await write('tall.ru.txt.ann.yaml', 'format: glossator/annotations@1\nparallel:\n  tall.en.txt:\n');
			const editor = await openSeed('tall.ru.txt');
			await until(async () => (await marksOf(editor.document)).length, 'the two are known to be one story');
			await run('readSideBySide');
			const other = await until(() => visible('tall.en.txt'), 'the other text');
			scrollTo(editor, 'Поезд Ташкент 1120');
			await until(() => isAtTop(other, 'Tashkent 1120', 300), 'the right side follows');
		});

		it('brings the partner of the cursor’s paragraph into view', async () => {
			const editor = await openSeed(russian);
			await run('readSideBySide');
			const other = await until(() => visible(english), 'the other text');
			select(editor, 'Следующий поезд');
			await until(
				() =>
					other.visibleRanges.some((range) => other.document.getText(range).includes('The next train leaves Tashkent')),
				'the partner is in view',
			);
		});
	});
});
