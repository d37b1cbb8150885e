import * as assert from 'node:assert/strict';
import { useWindow } from './fixture';

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
