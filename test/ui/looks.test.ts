import * as assert from 'node:assert/strict';
import { useWindow } from './fixture';
import { colourAt } from './page-functions';

const seed = '2026-03-12-corridor.ru.txt';

describe('high contrast', () => {
	const window = useWindow({
		files: { '.vscode/settings.json': '{ "workbench.colorTheme": "Default High Contrast" }' },
	});

	it('annotated passages are told by a line, not by a background', async () => {
		const { workbench } = window;
		await workbench.openSeed(seed);
		await workbench.wait(
			{ what: 'the theme' },
			async () => (await workbench.page.locator('.monaco-workbench.hc-black').count()) > 0,
		);
		const line = await workbench.wait({ what: 'the highlight' }, async () =>
			((look) => /underline/.test(look) && look)(await workbench.underlineOf('на каждом стыке')),
		);
		assert.doesNotMatch(line, /rgb\(0, 0, 0\)|transparent/, 'the line can be seen on black');
	});
});

describe('high contrast, light', () => {
	const window = useWindow({
		files: { '.vscode/settings.json': '{ "workbench.colorTheme": "Default High Contrast Light" }' },
	});

	it('mentions have their colours, though the theme asks for none', async () => {
		const { workbench, page } = window;
		await workbench.openSeed(seed);
		const theme = async () => (await page.locator('.monaco-workbench.hc-light').count()) > 0;
		await workbench.wait({ what: 'the theme' }, theme);
		const colourOf = async (text: string) => {
			const box = await workbench.boxOf(text);
			return box && page.evaluate(colourAt, box);
		};
		await workbench.wait(
			{ what: 'a colour of its own' },
			async () => (await colourOf('Ташкента')) !== (await colourOf('Контейнерный')),
			async () => [await colourOf('Ташкента'), await colourOf('Контейнерный')],
		);
	});
});

describe('in Russian', () => {
	const window = useWindow({ language: 'ru' });

	it('commands, views, outline and cards speak Russian', async () => {
		const { workbench } = window;
		await workbench.openSeed(seed);
		await workbench.waitForStatus(/2026-03-12 · русский ⇄ английский/);
		const card = await workbench.hover('Велизаде');
		assert.match(card, /Рустам Велизаде ·.*персона[\s\S]*директор, Каспийский центр транспортных исследований/);
		await workbench.command('Glossator: Перейти к параллельному абзацу');
		await workbench.waitForTab('2026-03-12-corridor.en.txt');
	});
});
