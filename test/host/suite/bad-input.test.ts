import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open, openSeed, read, remove, until, write } from './driver';

const made: string[] = [];
const make = async (name: string, text: string) => {
	made.push(name, `${name}.ann.yaml`);
	await write(name, text);
};

async function codesOf(document: vscode.TextDocument, expected: string): Promise<unknown[]> {
	return until(() => {
		const codes = vscode.languages.getDiagnostics(document.uri).map(({ code }) => code);
		return codes.includes(expected) && codes;
	}, `${expected} is reported`);
}

const symbols = (document: vscode.TextDocument) =>
	vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
		'vscode.executeDocumentSymbolProvider',
		document.uri,
	);

describe('bad input', () => {
	afterEach(async () => {
		await closeAll();
		await remove(...made.splice(0));
	});

	it('an impossible date is a seed with a problem at the date', async () => {
		await make('bad.txt', 'date 2026-02-31 Текст.\n');
		const { document } = await openSeed('bad.txt');
		await codesOf(document, 'seed/impossible-date');
		const [problem] = vscode.languages.getDiagnostics(document.uri);
		assert.equal(problem && document.getText(problem.range), '2026-02-31');
	});

	it('a header alone says that there is no text', async () => {
		await make('bad.txt', 'date 2026-02-03');
		const { document } = await openSeed('bad.txt');
		await codesOf(document, 'seed/no-text');
		assert.ok((await symbols(document))?.length);
	});

	it('an empty file is no seed', async () => {
		await make('empty.txt', '');
		assert.equal((await open('empty.txt')).document.languageId, 'plaintext');
	});

	it('a binary file that begins like a seed does not disturb the others', async () => {
		await make('binary.txt', `date 2026-02-03 ${'\u0000\u0001\u0002PNG'.repeat(100)}`);
		const editor = await openSeed('2026-03-12-corridor.ru.txt');
		assert.ok((await symbols(editor.document))?.length);
	});

	it('NUL bytes in a seed are reported, and the rest works', async () => {
		await make('bad.txt', 'date 2026-02-03 Текст\u0000\u0000 об Узбекистане.\n');
		const { document } = await openSeed('bad.txt');
		await codesOf(document, 'seed/control-characters');
	});

	it('a line of a megabyte is outlined', async () => {
		await make('long.txt', `date 2026-02-03 ${'Баку и Ташкент обсудили дороги. '.repeat(30_000)}\n`);
		const { document } = await openSeed('long.txt');
		assert.ok((await symbols(document))?.length);
	}).timeout(30_000);

	it('a seed in a language that is not known is outlined', async () => {
		await make('bad.txt', 'date 2026-02-03 მთავრობამ ახალი გზა გახსნა.\n\nმეორე აბზაცი.\n');
		const { document } = await openSeed('bad.txt');
		assert.match((await symbols(document))?.[0]?.detail ?? '', /unknown language/);
	});

	for (const [name, text, code] of [
		['not YAML', 'a: [1, 2\nb: }', 'yaml/syntax'],
		['a list', '- a\n- b\n', 'yaml/not-a-map'],
		['conflict markers', '<<<<<<< a\nx: 1\n=======\nx: 2\n>>>>>>> b\n', 'yaml/conflict-marker'],
		['an alias bomb', 'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n', 'yaml/aliases'],
		['a newer format', 'format: glossator/annotations@9\n', 'format/newer'],
		[
			'a duplicate id',
			"format: glossator/annotations@1\na7k2m9xq:\n  kind: claim\n  quote: 'x'\na7k2m9xq:\n  kind: claim\n  quote: 'y'\n",
			'yaml/duplicate-key',
		],
	] as const)
		it(`a sidecar that is ${name}: a problem at its place, and it is not overwritten`, async () => {
			await make('bad.txt', 'date 2026-02-03 Текст абзаца.\n');
			await write('bad.txt.ann.yaml', text);
			const { document } = await open('bad.txt.ann.yaml');
			await codesOf(document, code);
			const editor = await openSeed('bad.txt');
			editor.selection = new vscode.Selection(0, 16, 0, 21);
			void vscode.commands.executeCommand('glossator.annotate', { kind: 'claim', note: 'x' });
			await new Promise((resolve) => setTimeout(resolve, 300));
			assert.equal(await read('bad.txt.ann.yaml'), text);
		});

	it('an empty sidecar is taken as one without annotations', async () => {
		await make('bad.txt', 'date 2026-02-03 Текст абзаца.\n');
		await write('bad.txt.ann.yaml', '');
		const editor = await openSeed('bad.txt');
		editor.selection = new vscode.Selection(0, 16, 0, 21);
		await vscode.commands.executeCommand('glossator.annotate', { kind: 'claim', note: 'x' });
		await until(async () => (await read('bad.txt.ann.yaml'))?.includes("quote: 'Текст'"), 'the annotation is written');
	});

	it('a broken catalogue is a problem at its place, and the built-in one goes on', async () => {
		made.push('bad.actors.yaml');
		await write('bad.actors.yaml', 'format: glossator/actors@1\nx-y:\n  type: wizard\n  names: { ru: [Икс] }\n');
		const { document } = await open('bad.actors.yaml');
		await codesOf(document, 'catalogue/unknown-type');
	});

	it('a sidecar deleted while open leaves the seed without annotations', async () => {
		await make('bad.txt', 'date 2026-02-03 Текст абзаца.\n');
		const text = "format: glossator/annotations@1\n\na7k2m9xq:\n  kind: claim\n  quote: 'потерянное место'\n";
		await write('bad.txt.ann.yaml', text);
		const { document } = await openSeed('bad.txt');
		await codesOf(document, 'anchor/orphan');
		await remove('bad.txt.ann.yaml');
		await until(() => vscode.languages.getDiagnostics(document.uri).length === 0, 'nothing is reported any more');
	});
});
