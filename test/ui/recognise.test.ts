import * as assert from 'node:assert/strict';
import { useWindow } from './fixture';

const log = 'Harbour log, week 11\n\n date 2026-03-12 is when the crane was painted.\n';

describe('recognise', () => {
	const window = useWindow({ files: { 'log.txt': log } });

	it('a .txt with a date header becomes a seed, and the status bar says which', async () => {
		const { workbench } = window;
		await workbench.openSeed('2026-03-12-corridor.ru.txt');
		await workbench.waitForStatus(/2026-03-12 · Russian ⇄ English/);
	});

	it('any other text stays what it is', async () => {
		const { workbench } = window;
		await workbench.open('actors.yaml');
		assert.equal(await workbench.language(), 'YAML');
		await workbench.open('log.txt');
		await workbench.settle();
		assert.equal(await workbench.language(), 'Plain Text');
	});

	it('the language chosen by hand stays', async () => {
		const { workbench } = window;
		await workbench.openSeed('2026-01-28-archive.en.txt');
		await workbench.command('Change Language Mode');
		await workbench.pick('Plain Text');
		await workbench.waitForLanguage('Plain Text');
		await workbench.open('actors.yaml');
		await workbench.open('2026-01-28-archive.en.txt');
		await workbench.settle();
		assert.equal(await workbench.language(), 'Plain Text');
	});

	it('a new document becomes a seed once it has a header', async () => {
		const { workbench } = window;
		await workbench.command('File: New Untitled Text File');
		await workbench.waitForTab('Untitled-1');
		await workbench.focusEditor();
		await workbench.page.keyboard.type('date 2026-05-01 ', { delay: 10 });
		await workbench.waitForLanguage('Seed');
		await workbench.page.keyboard.type('The ferry was late.');
		await workbench.waitForStatus(/2026-05-01 · English/);
	});
});
