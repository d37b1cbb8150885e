import * as assert from 'node:assert/strict';
import { useWindow } from './fixture';

const seed = '2026-03-12-corridor.ru.txt';

describe('structure', () => {
	const window = useWindow();

	it('the outline shows header, roles, partners, quotations with speakers, actors and annotations', async () => {
		const { workbench } = window;
		await workbench.openSeed(seed);
		await workbench.waitForStatus(/⇄ English/);
		await workbench.outline();
		await workbench.widenSideBar(560);
		const rows = await workbench.outline((found) => found.some((row) => row.includes('⇄')));
		const has = (pattern: RegExp) =>
			assert.ok(
				rows.some((row) => pattern.test(row)),
				`${pattern} in ${rows.join('\n')}`,
			);
		assert.match(rows[0] ?? '', /^2026-03-12 БАКУ · Каспхабар · Russian$/);
		has(/^Контейнерный поезд из Ташкента дошёл.* heading$/);
		has(/^Фото: пресс-служба.* caption$/);
		has(/^⇄ 2 · По оценке центра/);
		has(/^«Паром из Актау.*заместитель начальника порта Актау Айгерим Сапарова$/);
		has(/^Actors \d+$/);
		has(/^Organisations \d+$/);
		has(/Caspian Center for Transport Studies \d+ mentions$/);
		await workbench.focusEditor();
		await window.picture('outline');
	});

	it('go to symbol finds an actor and an annotation', async () => {
		const { workbench } = window;
		await workbench.openSeed(seed);
		await workbench.press('Control+Shift+O');
		const rows = await workbench.wait(
			{ what: 'the symbols' },
			async () => ((found) => found.length > 5 && found)(await workbench.quickRows()),
			() => workbench.quickRows(),
		);
		assert.ok(
			rows.some((row) => row.startsWith('2026-03-12')),
			rows.join('\n'),
		);
		await workbench.pick('Рустам Велизаде / Rustam Valizade', '@Велизаде / Rustam');
		assert.match(await workbench.lineAtCursor(), /Рустам Велизаде/);
	});
});
