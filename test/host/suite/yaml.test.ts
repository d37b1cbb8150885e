import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open, rangeOf, remove, until, write } from './driver';

const [seed, kinds] = ['yaml.test.txt', 'more.kinds.yaml'];
const sidecar = `${seed}.ann.yaml`;
const entry = (key: string) =>
	`format: glossator/annotations@1\n\na7k2m9xq:\n  kind: claim\n  quote: 'портах'\n  note: |-\n    Which?\n    Those.\n  ${key}\n  author: ivanova\n`;

/** What is offered at the end of a text's first occurrence. */
async function offeredAfter({ document }: vscode.TextEditor, text: string): Promise<string[]> {
	const { end } = rangeOf(document, text);
	const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
		'vscode.executeCompletionItemProvider',
		document.uri,
		end,
	);
	return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

describe('YAML by hand', () => {
	beforeEach(() => write(seed, 'date 2026-01-15 Абзац говорит о портах.\n'));
	afterEach(async () => {
		await closeAll();
		await remove(seed, sidecar, kinds);
	});

	it('a key that is half typed below a note is completed', async () => {
		await write(sidecar, entry('sta'));
		const found = await offeredAfter(await open(sidecar), '  sta');
		assert.ok(found.includes('status'), found.join(' '));
		assert.ok(!found.includes('author'), 'a key that is there');
	});

	it('a twin is offered by the path of its seed, and not the annotation itself', async () => {
		await write(sidecar, entry('same-as: '));
		await write('yaml-folder/other.test.txt.ann.yaml', entry('tags: [x]').replace('a7k2m9xq', 'b7k2m9xq'));
		const editor = await open(sidecar);
		const twins = async () => (await offeredAfter(editor, 'same-as: ')).filter((label) => label.includes('#'));
		const other = 'yaml-folder/other.test.txt#b7k2m9xq';
		await until(async () => (await twins()).includes(other), 'it is among them').finally(() => remove('yaml-folder'));
		assert.ok(!(await twins()).includes(`${seed}#a7k2m9xq`));
	});

	it('a list of kinds says what is wrong with it, where', async () => {
		const text = 'format: glossator/kinds@1\n\nkinds:\n  claim:\n    key: cc\n    colour: pinkish\n';
		await write(kinds, text);
		const { document } = await open(kinds);
		const problems = () => vscode.languages.getDiagnostics(document.uri);
		await until(() => problems().length === 2, 'both are told');
		assert.deepEqual(
			problems().map(({ code, range }) => [code, document.getText(range)]),
			[
				['kinds/bad-key', 'cc'],
				['kinds/bad-colour', 'pinkish'],
			],
		);
		const mend = new vscode.WorkspaceEdit();
		mend.replace(document.uri, rangeOf(document, 'pinkish'), 'teal');
		await vscode.workspace.applyEdit(mend);
		await until(() => problems().length === 1, 'the mended one is gone');
		await document.save();
	});

	it('a sidecar says which kinds the project does not declare', async () => {
		await write(kinds, 'format: glossator/kinds@1\n\nkinds:\n  figure:\n    key: f\n');
		await write(sidecar, entry('status: resolved').replace('kind: claim', 'kind: hearsay'));
		const { document } = await open(sidecar);
		const codes = () => vscode.languages.getDiagnostics(document.uri).map(({ code }) => code);
		await until(() => codes().includes('sidecar/unknown-kind'), 'it is told');
	});
});
