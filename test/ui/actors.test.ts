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
		const card = await workbench.hover('Айгерим');
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

	it('a name that is added from the text is known everywhere', async () => {
		const { workbench } = window;
		const pair: [string, string][] = [
			[
				'2026-05-10-bridge.ru.txt',
				' date 2026-05-10 Мост откроют осенью\n\nОб этом сказала инженер Гульнара Полевикова.\n\nПо словам Гульнары Полевиковой, пролёт длиной 420 метров уже собран.\n',
			],
			[
				'2026-05-10-bridge.en.txt',
				' date 2026-05-10 Bridge to open in autumn\n\nEngineer Gulnara Polevikova said so.\n\nAccording to Gulnara Polevikova, the 420-metre span is in place.\n',
			],
		];
		for (const [name, text] of pair) await window.write(name, text);
		await workbench.openSeed('2026-05-10-bridge.ru.txt');
		await workbench.waitForStatus(/⇄ English/);
		await workbench.select('Гульнары Полевиковой');
		await workbench.press('Control+.');
		await workbench.waitForTexts('.action-widget .monaco-list-row.focused', /Add Actor “Гульнары Полевиковой”/);
		await workbench.press('Enter');
		await workbench.pick('person');
		await workbench.waitForTexts('.quick-input-list .monaco-list-row', /^Гульнара Полевикова/);
		await window.picture('add-actor');
		await workbench.pick('Гульнара Полевикова', '');
		await workbench.pick('Gulnara Polevikova', '');
		await workbench.answer('gulnara-polevikova');
		const text = await window.until('actors.yaml', (now) => now.includes('gulnara-polevikova:'), 'the new entry');
		assert.match(text, /ru: \[Гульнара Полевикова\]\n {4}en: \[Gulnara Polevikova\]/);
		await workbench.press('Escape');
		assert.match(await workbench.hover('Полевиковой'), /2 mentions here/);
		await workbench.outline((rows) => rows.some((row) => /Гульнара Полевикова .*2 mentions/.test(row)));
		await workbench.openSeed('2026-05-10-bridge.en.txt');
		await workbench.outline((rows) =>
			[/Engineer Gulnara/, /Gulnara Polevikova .*2 mentions/].every((one) => rows.some((row) => one.test(row))),
		);
	});
});
