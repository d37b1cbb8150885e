import * as assert from 'node:assert/strict';
import { useWindow } from './fixture';

const russian = '2026-03-12-corridor.ru.txt';

describe('actors', () => {
	const window = useWindow();

	it('hovering an inflected name shows who that was on the seed’s date', async () => {
		const { workbench } = window;
		await workbench.openSeed('2025-11-20-water.ru.txt');
		await workbench.putCursor('Морозостойкую');
		const card = await workbench.hover('Турсуновой');
		assert.match(card, /Malika Tursunova ·.*person/);
		assert.match(card, /Head of Field Trials, Water Systems Laboratory \(on 2025-11-20\)/);
		assert.match(card, /2 mentions here/);
	});

	it('the card changes with the seed’s date', async () => {
		const { workbench } = window;
		await workbench.openSeed('2026-04-22-port.kk.txt');
		assert.match(await workbench.hover('Сапарованың'), /Head of the Port, Port of Aktau \(on 2026-04-22\)/);
		await workbench.openSeed(russian);
		const card = await workbench.hover('Айгерим Сапарова');
		assert.match(card, /Deputy Head of the Port, Port of Aktau \(on 2026-03-12\)/);
		await window.picture('card');
	});

	it('F12 goes to the entry in the catalogue', async () => {
		const { workbench } = window;
		await workbench.openSeed(russian);
		await workbench.putCursor('Велизаде');
		await workbench.press('F12');
		await workbench.waitForTab('actors.yaml');
		assert.match(await workbench.lineAtCursor(), /^rustam-valizade:/);
	});

	it('Shift+F12 lists the mentions in all languages', async () => {
		const { workbench } = window;
		await workbench.openSeed(russian);
		await workbench.putCursor('КЦТИ');
		await workbench.press('Shift+F12');
		const list = '.reference-zone-widget .monaco-list-row';
		const rows = await workbench.wait(
			{ what: 'the list of mentions' },
			async () => ((found) => found.length > 4 && found)(await workbench.texts(list)),
			() => workbench.texts(list),
		);
		for (const file of ['corridor.az', 'corridor.en', 'corridor.ru', 'port.kk', 'actors.yaml'])
			assert.ok(
				rows.some((row) => row.includes(file)),
				`${file} in ${rows.join('\n')}`,
			);
		assert.ok(
			rows.some((row) => row.includes('пресс-служба Каспийского центра')),
			'an inflected full name',
		);
		await workbench.press('Escape');
	});

	it('# finds an actor by any of its names', async () => {
		const { workbench } = window;
		await workbench.openSeed(russian);
		await workbench.press('Control+T');
		await workbench.pick('aigerim-saparova', '#Saparova');
		await workbench.waitForTab('actors.yaml');
		assert.match(await workbench.lineAtCursor(), /^aigerim-saparova:/);
	});
});
