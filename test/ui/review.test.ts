import * as assert from 'node:assert/strict';
import { useWindow } from './fixture';

const russian = '2026-03-12-corridor.ru.txt';
const english = '2026-03-12-corridor.en.txt';

describe('review', () => {
	const window = useWindow({ files: { '.vscode/settings.json': '{ "glossator.author": "ivanova" }' } });

	it('what changed in annotations since the last commit is listed by seed, each with its passage before and after', async () => {
		const { workbench } = window;
		await change(`${russian}.ann.yaml`, (text) =>
			text
				.replace(
					"after: ' на участке Ташкент — Алят зафиксирована'\n  tags: [tariff]\n",
					(block) => `${block}  status: resolved\n`,
				)
				.replace('To be compared with the timetable.', 'The timetable says 26 March.'),
		);
		await change(`${english}.ann.yaml`, (text) =>
			text.replace(
				'f3q8m4xb:',
				"k2v7n9ry:\n  kind: term\n  quote: 'electronic waybills'\n  note: |-\n    “Digital consignment notes” in the Azerbaijani version.\n  author: ivanova\n  date: '2026-03-17'\n\nf3q8m4xb:",
			),
		);
		await workbench.openSeed(russian);
		await workbench.command('Glossator: Review Annotation Changes since the Last Commit');
		const rows = await workbench.tree('Annotation Changes', (found) => found.length >= 5);
		await workbench.collapseAllBut('Annotation Changes');
		await workbench.widenSideBar(560);
		assert.deepEqual(rows, [
			`${english} 1`,
			'“Digital consignment notes” in the Azerbaijani version. added · term · ivanova',
			`${russian} 2`,
			'One price for rail and sea together: “through rate”. Not “flat rate”, as in las… resolved',
			'The timetable says 26 March. note',
		]);
		await workbench.clickRow('Annotation Changes', 'The timetable says');
		await workbench.waitForTexts('.editor.original .view-line', /To be compared with the timetable/);
		await workbench.waitForTexts('.editor.modified .view-line', /The timetable says 26 March/);
		await window.picture('review');
		await workbench.press('Alt+Enter');
		await workbench.waitForTexts('.editor.modified .view-line', /electronic waybills/);
	});

	async function change(file: string, how: (text: string) => string): Promise<void> {
		const before = await window.read(file);
		const after = how(before);
		assert.notEqual(after, before);
		await window.write(file, after);
	}
});
