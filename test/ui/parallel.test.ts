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
		await workbench.waitForStatus(/English ⇄ Azerbaijani/);
		assert.doesNotMatch(
			await window.read(`${english}.ann.yaml`),
			/corridor\.az/,
			'turning to a language writes nothing',
		);
		await workbench.putCursor('Most of the time was saved');
		await workbench.press('Alt+J');
		await workbench.waitForTab('2026-03-12-corridor.az.txt');
		await workbench.waitForLine('Vaxta əsas qənaət');
	});

	it('Shift+Alt+J peeks at the other language', async () => {
		const { workbench, page } = window;
		await workbench.command('View: Close All Editors');
		await workbench.openSeed(russian);
		await workbench.putCursor('Главную экономию времени');
		await workbench.press('Shift+Alt+J');
		const peek = page.locator('.peekview-widget:visible');
		await workbench.wait({ what: 'the peek' }, async () =>
			(await peek.locator('.preview .view-line').allTextContents()).join(' ').includes('Valizade'),
		);
		assert.deepEqual(await workbench.tabs(), [[russian]]);
		await workbench.press('Escape');
	});

	it('Alt+B scrolls both texts, what says the same level, though it stands in another order', async () => {
		const { workbench, page } = window;
		await workbench.command('View: Close All Editors');
		await workbench.openSeed(russian);
		await workbench.hideSideBar();
		await workbench.putCursor('Главную экономию времени');
		await workbench.press('Alt+B');
		await workbench.waitForText('BAKU', 1);
		await workbench.waitForStatus(/Side by side/);
		const box = await workbench.wait({ what: 'the left text' }, () => workbench.boxOf('Главную экономию', 0));
		await page.mouse.move(box.x + 50, box.y);
		const rowsApart = async () => {
			const [here, there] = [await workbench.boxOf('Главную', 0), await workbench.boxOf('Most of', 1)];
			return here && there && here.y < 200 ? Math.abs(here.y - there.y) : 1000;
		};
		await workbench.wait({ what: 'the two to stand level' }, async () => {
			await page.mouse.wheel(0, 24);
			await page.waitForTimeout(150);
			return (await rowsApart()) < 30;
		});
		await workbench.restMouse();
		await window.picture('side-by-side');
		await workbench.press('Alt+B');
		await workbench.wait(
			{ what: 'the state to go' },
			async () => !(await workbench.statusBar()).some((text) => /Side by side/.test(text)),
		);
	});

	it('three languages are read side by side', async () => {
		const { workbench } = window;
		await workbench.command('View: Close All Editors');
		await workbench.openSeed(russian);
		await workbench.hideSideBar();
		await workbench.command('Glossator: Read All Languages Side by Side');
		await workbench.waitForText('BAKU', 1);
		await workbench.waitForText('BAKI', 2);
		await workbench.click('Главную', { group: 0 });
		await workbench.restMouse();
		await window.picture('three-languages');
		assert.equal((await workbench.tabs()).length, 3);
		await workbench.press('Alt+B');
	});
});
