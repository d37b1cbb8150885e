import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, hoverAt, openSeed, rangeOf, read, remove, select, until, write } from './driver';

const seed = 'actor-edits.test.txt';
const catalogue = 'edits.actors.yaml';
const homonyms = `format: glossator/actors@1

# Two of one name.
vera-probnikova:
  type: person
  names:
    ru: [Вера Пробникова]
    en: [Vera Probnikova]

nina-probnikova: # the younger
  type: person
  names:
    ru: [Нина Пробникова]
`;

async function actionsAt(editor: vscode.TextEditor, text: string, resolve = 0): Promise<vscode.CodeAction[]> {
	const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
		'vscode.executeCodeActionProvider',
		editor.document.uri,
		rangeOf(editor.document, text),
		undefined,
		resolve,
	);
	return actions.filter(({ kind }) => kind?.value === 'quickfix.actor');
}

/** As VS Code does when it is chosen: the edit, then the command. */
async function choose(editor: vscode.TextEditor, text: string, title: string): Promise<void> {
	const action = await until(
		async () => (await actionsAt(editor, text, 20)).find((one) => one.title === title),
		`“${title}” is offered`,
	);
	assert.ok(action.edit, 'it can be previewed');
	await apply(action.edit);
	const { command, arguments: args = [] } = action.command ?? assert.fail('it can be taken back');
	await vscode.commands.executeCommand(command, ...args);
}

/** As VS Code does with refactorings: what was saved before is saved again. */
async function apply(edit: vscode.WorkspaceEdit): Promise<void> {
	assert.ok(await vscode.workspace.applyEdit(edit));
	for (const document of vscode.workspace.textDocuments) if (document.isDirty) assert.ok(await document.save());
}

function rename(uri: vscode.Uri, position: vscode.Position, name: string): Thenable<vscode.WorkspaceEdit> {
	return vscode.commands.executeCommand('vscode.executeDocumentRenameProvider', uri, position, name);
}

describe('actors from the text', () => {
	afterEach(async () => {
		await closeAll();
		await remove(seed, `${seed}.ann.yaml`, catalogue);
	});

	async function undecided(): Promise<vscode.TextEditor> {
		await write(seed, 'date 2026-01-15 Об этом сказала Пробникова.\n');
		await write(catalogue, homonyms);
		const editor = await openSeed(seed);
		await until(async () => /which of these is meant/.test(await hoverAt(editor, 'Пробникова')), 'two are offered');
		return editor;
	}

	it('shows both of two who can be meant, and keeps what a person says', async () => {
		const editor = await undecided();
		const cards = await hoverAt(editor, 'Пробникова');
		assert.match(cards, /Vera Probnikova/);
		assert.match(cards, /Нина Пробникова/);
		await choose(editor, 'Пробникова', 'It Is Нина Пробникова Here');
		const kept = await until(() => read(`${seed}.ann.yaml`), 'the sidecar is written');
		assert.match(kept, /mentions:\n {2}- \{ quote: 'Пробникова'.*actor: nina-probnikova/);
		await until(async () => !/which of these|Vera/.test(await hoverAt(editor, 'Пробникова')), 'one is left');
		await vscode.commands.executeCommand('glossator.undo');
		await until(async () => (await read(`${seed}.ann.yaml`)) === undefined, 'it is taken back');
		await until(async () => /which of these/.test(await hoverAt(editor, 'Пробникова')), 'two are offered again');
	});

	it('takes a mention away from an actor, and gives it back', async () => {
		await write(seed, 'date 2026-01-15 Об этом сказала Вера Пробникова.\n');
		await write(catalogue, homonyms);
		const editor = await openSeed(seed);
		await until(async () => /Vera/.test(await hoverAt(editor, 'Вера')), 'she is known');
		await choose(editor, 'Вера Пробникова', 'Not Vera Probnikova Here');
		await until(async () => !/Vera/.test(await hoverAt(editor, 'Вера')), 'she is not meant');
		await choose(editor, 'Вера Пробникова', 'Take Back: “Вера Пробникова” is not vera-probnikova');
		await until(async () => /Vera/.test(await hoverAt(editor, 'Вера')), 'she is meant again');
	});

	it('offers to add a selected name, and nothing where no name is', async () => {
		await write(seed, 'date 2026-01-15 Об этом сказала Глафира Безымянная.\n\n\n');
		const editor = await openSeed(seed);
		const titles = (await actionsAt(editor, 'Глафира Безымянная')).map(({ title }) => title);
		assert.deepEqual(titles, ['Add Actor “Глафира Безымянная”…', '“Глафира Безымянная” Is Also a Name of…']);
		assert.deepEqual(await actionsAt(editor, '\n\n'), []);
	});

	it('renames an id in catalogues and sidecars, and nothing else', async () => {
		await write(seed, 'date 2026-01-15 Об этом сказала Вера Пробникова.\n');
		await write(catalogue, `${homonyms}  roles:\n    - { title: { en: Sister }, of: vera-probnikova }\n`);
		await write(
			`${seed}.ann.yaml`,
			"format: glossator/annotations@1\n\nt2w6n8ca:\n  kind: claim\n  quote: 'Вера'\n  actor: vera-probnikova # she\n",
		);
		const editor = await openSeed(seed);
		await until(async () => /Vera/.test(await hoverAt(editor, 'Вера')), 'she is known');
		const edit = await rename(editor.document.uri, rangeOf(editor.document, 'Вера').start, 'vera-p');
		await apply(edit);
		const text = await read(catalogue);
		assert.match(text ?? '', /\nvera-p:\n {2}type: person/);
		assert.match(text ?? '', /of: vera-p \}/);
		assert.match(text ?? '', /nina-probnikova: # the younger/);
		assert.match((await read(`${seed}.ann.yaml`)) ?? '', /actor: vera-p # she\n/);
	});

	it('counts mentions in the workspace and names the last seeds', async () => {
		const editor = await openSeed('2026-03-12-corridor.ru.txt');
		const card = await until(async () => {
			const text = await hoverAt(editor, 'Рустам Велизаде');
			return /in \d+ seeds/.test(text) && text;
		}, 'the workspace is counted');
		assert.match(card, /2 mentions here · \d+ in \d+ seeds/);
		assert.match(card, /corridor\\\.en\\\.txt/);
	});

	it('says which form matched', async () => {
		const editor = await openSeed('2025-11-20-water.ru.txt');
		await until(async () => /surname of “Малика Турсунова”/.test(await hoverAt(editor, 'Турсуновой')), 'it says why');
	});

	it('lists only the chosen types in the outline', async () => {
		const { document } = await openSeed('2026-03-12-corridor.ru.txt');
		const configuration = vscode.workspace.getConfiguration('glossator', document);
		const types = async () => {
			const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
				'vscode.executeDocumentSymbolProvider',
				document.uri,
			);
			return symbols.find(({ name }) => name === 'Actors')?.children.map(({ name }) => name) ?? [];
		};
		await until(async () => (await types()).length > 2, 'all types are there');
		await configuration.update('outline.actorTypes', ['person'], vscode.ConfigurationTarget.Global);
		await until(async () => (await types()).join() === 'Persons', 'only persons are there');
		await configuration.update('outline.actorTypes', undefined, vscode.ConfigurationTarget.Global);
	});

	it('survives ugly text', async () => {
		await write(seed, '\uFEFFdate 2026-01-15 «Пробнико\u0301ва\u200F» \u2028🙂 Вера\u00A0Пробникова И\u0306.\r\n');
		await write(catalogue, homonyms.replaceAll('\n', '\r\n'));
		const editor = await openSeed(seed);
		await until(async () => /Vera/.test(await hoverAt(editor, 'Вера')), 'she is known');
		select(editor, '🙂');
		assert.deepEqual(
			(await actionsAt(editor, '🙂')).map(({ title }) => title),
			[],
		);
		await choose(editor, 'Вера\u00A0Пробникова', 'Not Vera Probnikova Here');
		await until(async () => !/Vera/.test(await hoverAt(editor, 'Вера')), 'she is not meant');
	});
});
