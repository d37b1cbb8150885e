import * as assert from 'node:assert/strict';
import { useWindow } from './fixture';

describe('structure', () => {
	const window = useWindow();

	it('the outline shows header, paragraphs with their roles, quotations and actors', async () => {
		const { workbench } = window;
		await workbench.openSeed('2026-03-12-corridor.ru.txt');
		const rows = await workbench.outline((found) => found.some((row) => row.startsWith('Actors')));
		assert.match(rows[0] ?? '', /^2026-03-12/);
		for (const role of ['heading', 'caption', 'furniture'])
			assert.ok(
				rows.some((row) => row.endsWith(` ${role}`)),
				`${role} in ${rows.join('\n')}`,
			);
		assert.ok(rows.some((row) => row.startsWith('«Раньше на каждом стыке')));
		assert.ok(rows.some((row) => /Tashkent \d+ mentions/.test(row)));
		await window.picture('outline');
	});
});
