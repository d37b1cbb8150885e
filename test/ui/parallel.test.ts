import * as assert from 'node:assert/strict';
import { useWindow } from './fixture';

const russian = '2026-03-12-corridor.ru.txt';
const english = '2026-03-12-corridor.en.txt';

describe('parallel paragraphs', () => {
	const window = useWindow();

	/** Paragraphs of the sample pair, which do not stand in the same order. */
	const pairs = [
		['По оценке центра', 'An estimated 120,000 containers'],
		['Главную экономию времени', 'Most of the time was saved'],
		['В составе 62 сорокафутовых', 'The train carries 62'],
	] as const;

	it('Alt+J goes to the paragraph that says the same, and comes back', async () => {
		const { workbench } = window;
		for (const [here, there] of pairs) {
			await workbench.openSeed(russian);
			await workbench.putCursor(here);
			const before = await workbench.cursor();
			await workbench.press('Alt+J');
			await workbench.waitForTab(english);
			await workbench.waitForLine(there);
			await workbench.press('Alt+J');
			await workbench.waitForTab(russian);
			await workbench.waitForLine(here);
			assert.deepEqual(await workbench.cursor(), before);
		}
		assert.deepEqual(await workbench.tabs(), [[russian], [english]]);
	});

	it('the texts stand side by side, and the paragraph is marked for a moment', async () => {
		const { workbench } = window;
		await workbench.command('View: Close All Editors');
		await workbench.openSeed(russian);
		await workbench.hideSideBar();
		await workbench.putCursor('Главную экономию времени');
		await workbench.command('Glossator: Jump to Parallel Paragraph');
		await workbench.waitForLine('Most of the time was saved');
		await workbench.waitForStatus(/Paragraph 5 → 3/);
		await workbench.press('Alt+J');
		await workbench.waitForTab(russian);
		await workbench.restMouse();
		await workbench.press('Alt+J');
		await workbench.waitForMark(1);
		await window.picture('jump', { atOnce: true });
	});

	it('without a counterpart, a message offers to choose one, and the sidecar keeps the choice', async () => {
		const { workbench } = window;
		await workbench.command('View: Close All Editors');
		await workbench.openSeed('2026-01-28-archive.en.txt');
		await workbench.putCursor('The hard part');
		await workbench.press('Alt+J');
		await workbench.pressInNotification(/No version of this seed in another language/, 'Choose');
		await workbench.pick('2025-11-20-water.ru.txt');
		await window.until(
			'2026-01-28-archive.en.txt.ann.yaml',
			(text) => /^parallel:\n {2}2025-11-20-water\.ru\.txt:/m.test(text),
			'the choice',
		);
		await workbench.waitForStatus(/English ⇄ Russian/);
	});

	it('the status bar chooses another counterpart, and the jump goes there', async () => {
		const { workbench } = window;
		await workbench.command('View: Close All Editors');
		await workbench.openSeed(english);
		await workbench.waitForStatus(/English ⇄ Russian/);
		await workbench.page.locator('.statusbar-item', { hasText: 'English ⇄' }).click();
		await workbench.pick('2026-03-12-corridor.az.txt');
		await window.until(`${english}.ann.yaml`, (text) => text.includes('2026-03-12-corridor.az.txt'), 'the choice');
		await workbench.putCursor('Most of the time was saved');
		await workbench.press('Alt+J');
		await workbench.waitForTab('2026-03-12-corridor.az.txt');
		await workbench.waitForLine('Vaxta əsas qənaət');
	});
});
