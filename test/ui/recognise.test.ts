import * as assert from 'node:assert/strict';
import { useWindow } from './fixture';

describe('recognise', () => {
	const window = useWindow();

	it('a .txt with a date header becomes a seed', async () => {
		const { workbench } = window;
		await workbench.openSeed('2026-03-12-corridor.ru.txt');
		assert.equal(await workbench.language(), 'Seed');
		await window.picture('recognise');
	});

	it('any other file stays what it is', async () => {
		await window.workbench.open('actors.yaml');
		assert.equal(await window.workbench.language(), 'YAML');
	});
});
