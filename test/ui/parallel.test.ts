import * as assert from 'node:assert/strict';
import { useWindow } from './fixture';

describe('parallel paragraphs', () => {
	const window = useWindow();
	const command = 'Glossator: Jump to Parallel Paragraph';
	let line = 0;

	it('one command opens the other language at the same paragraph', async () => {
		const { workbench } = window;
		await workbench.openSeed('2026-03-12-corridor.ru.txt');
		await workbench.putCursor('Главную экономию времени');
		line = (await workbench.cursor()).line;
		await workbench.command(command);
		await workbench.waitForTab('2026-03-12-corridor.en.txt');
		await workbench.waitForText('Most of the time was saved not at sea', 1);
		assert.deepEqual(await workbench.tabs(), [['2026-03-12-corridor.ru.txt'], ['2026-03-12-corridor.en.txt']]);
		assert.equal((await workbench.lineAtCursor()).slice(0, 21), 'Most of the time was ');
		await window.picture('parallel');
	});

	it('the same command there comes back', async () => {
		const { workbench } = window;
		await workbench.command(command);
		await workbench.waitForTab('2026-03-12-corridor.ru.txt');
		assert.equal((await workbench.cursor()).line, line);
	});
});
