import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openSeed, until } from './driver';

async function symbolsOf(document: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> {
	return (
		(await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
			'vscode.executeDocumentSymbolProvider',
			document.uri,
		)) ?? []
	);
}

describe('structure', () => {
	afterEach(closeAll);

	it('outlines header, paragraphs, quotations with their speaker, actors and annotations', async () => {
		const { document } = await openSeed('2026-03-12-corridor.ru.txt');
		const symbols = await until(async () => {
			const found = await symbolsOf(document);
			return found.some(({ name }) => name === 'Actors') && found;
		}, 'the outline has actors');
		assert.equal(symbols[0]?.name, '2026-03-12');
		assert.match(symbols[0]?.detail ?? '', /Russian/);
		const quotations = symbols.flatMap(({ children }) => children).filter(({ name }) => name.startsWith('«'));
		assert.ok(
			quotations.some(({ detail }) => detail.includes('Сапарова')),
			'a quotation names its speaker',
		);
		const types = symbols.find(({ name }) => name === 'Actors')?.children ?? [];
		const persons = types.find(({ name }) => name === 'Persons');
		assert.equal(persons?.detail, '3');
		const director = persons.children.find(({ name }) => name.includes('Рустам Велизаде'));
		assert.equal(director?.detail, '2 mentions');
		const notes = symbols.find(({ name }) => name === 'Annotations');
		assert.ok((notes?.children.length ?? 0) > 0, 'annotations are listed');
	});

	it('marks roles and the linked paragraphs', async () => {
		const { document } = await openSeed('2026-03-12-corridor.ru.txt');
		const details = await until(async () => {
			const found = await symbolsOf(document);
			return found.some(({ name }) => name.startsWith('⇄')) && found.map(({ detail }) => detail);
		}, 'linked paragraphs are marked');
		for (const role of ['heading', 'caption', 'furniture'])
			assert.ok(
				details.some((detail) => detail.includes(role)),
				`a ${role} is marked`,
			);
	});

	it('folds paragraphs of several lines', async () => {
		const { document } = await openSeed('2026-01-28-archive.en.txt');
		const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
			'vscode.executeFoldingRangeProvider',
			document.uri,
		);
		assert.ok(ranges.length > 0);
	});
});
