import * as assert from 'node:assert/strict';
import { useWindow } from './fixture';

describe('actors', () => {
	const window = useWindow();

	it('hovering a surname shows who that was on the seed’s date', async () => {
		const { workbench } = window;
		await workbench.openSeed('2026-03-12-corridor.ru.txt');
		const card = await workbench.hover('Велизаде');
		assert.match(card, /Rustam Valizade/);
		assert.match(card, /Director, .*\(on 2026-03-12\)/);
		await window.picture('card');
	});

	it('F12 goes to the entry in the catalogue', async () => {
		const { workbench } = window;
		await workbench.putCursor('Велизаде');
		await workbench.press('F12');
		await workbench.waitForTab('actors.yaml');
		await workbench.waitForText('rustam-valizade:');
	});
});
