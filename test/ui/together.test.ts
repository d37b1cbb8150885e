import * as assert from 'node:assert/strict';
import { useWindow } from './fixture';

const seed = '2026-03-12-corridor.en.txt';
const sidecar = `${seed}.ann.yaml`;
const head = 'format: glossator/annotations@1\n';
const entry = (id: string, kind: string, quote: string, note: string, author: string) =>
	`\n${id}:\n  kind: ${kind}\n  quote: '${quote}'\n  note: |-\n    ${note}\n  author: ${author}\n  date: '2026-03-17'\n`;

describe('annotators', () => {
	const percent = 'up 36 percent on the year before';
	const window = useWindow({
		files: {
			'.vscode/settings.json': '{ "diffEditor.useInlineViewWhenSpaceIsLimited": false }',
			[`${seed}.ann.anna.yaml`]:
				head +
				entry('a1b2c3d4', 'claim', 'five days faster than a year ago', 'Then it was fourteen.', 'anna') +
				entry('b2c3d4e5', 'context', percent, 'A figure of the organizers.', 'anna') +
				entry('c3d4e5f6', 'claim', 'up to forty hours at every crossing', 'Who measured it?', 'anna') +
				entry('d4e5f6g7', 'claim', '$400 less than last spring', 'Which rate was that?', 'anna'),
			[`${seed}.ann.boris.yaml`]:
				head +
				entry('e1b2c3d4', 'claim', 'five days faster than a year ago', 'Which train?', 'boris') +
				entry('f2c3d4e5', 'claim', percent, 'Against 2024.', 'boris') +
				entry('g3d4e5f6', 'claim', 'forty hours at every crossing', 'Before or after?', 'boris') +
				entry('h4e5f6g7', 'term', 'electronic waybills', 'Digital consignment notes.', 'boris'),
		},
	});

	it('are compared passage by passage, and one key takes what is to stand', async () => {
		const { workbench, page } = window;
		await workbench.openSeed(seed);
		await workbench.command('Glossator: Compare Annotators…');
		await workbench.pick('Files of their own');
		await workbench.wait({ what: 'the annotators' }, async () => (await workbench.quickRows())[0]?.startsWith('anna'));
		await page.keyboard.press('Enter');
		const rows = await workbench.tree('Compared Annotators', (found) => found.length >= 6);
		assert.match(rows[0] ?? '', /4 differ, 1 agree · κ 0\.00/);
		await workbench.collapseAllBut('Compared Annotators');
		await workbench.widenSideBar(560);
		await workbench.clickRow('Compared Annotators', percent);
		await workbench.waitForTexts('.editor.modified .view-line', /f2c3d4e5/);
		await page.keyboard.press('2');
		await window.until(sidecar, (text) => /f2c3d4e5/.test(text), 'the second is taken');
		await workbench.waitForTexts('.editor.modified .view-line', /g3d4e5f6/);
		await workbench.tree('Compared Annotators', (found) => found.some((row) => /taken: boris/.test(row)));
		await workbench.waitForTexts('.tree-explorer-viewlet-tree-view > .message', /1 of 4 decided/);
		await window.picture('curation');
	});
});
