import * as assert from 'node:assert/strict';
import { useWindow } from './fixture';

const seed = '2026-03-12-corridor.en.txt';
const sidecar = `${seed}.ann.yaml`;

describe('YAML by hand', () => {
	const window = useWindow();

	const suggestions = '.suggest-widget.visible .monaco-list-row';
	/** Chooses a completion for what is typed. */
	const complete = async (label: string) => {
		const { workbench, page } = window;
		await workbench.press('Control+Space');
		const row = page.locator(suggestions, { hasText: label }).first();
		await workbench.wait(
			{ what: `“${label}” among the suggestions` },
			async () => (await row.count()) > 0,
			() => workbench.texts(suggestions),
		);
		await row.click();
		await page.locator('.suggest-widget.visible').waitFor({ state: 'hidden' });
	};

	/** The seed on the left, its sidecar on the right, the cursor at the end of a line of it. */
	const openBoth = async (line: string) => {
		const { workbench } = window;
		await workbench.command('View: Close All Editors');
		await workbench.hideSideBar();
		await workbench.openSeed(seed);
		await workbench.wait({ what: 'the highlight' }, () => workbench.isUnderlined('at every crossing'));
		await workbench.putCursor('at every crossing');
		await workbench.command('Glossator: Open in Sidecar');
		await workbench.waitForTab(sidecar);
		await workbench.waitForLine('m6j2z8ta:');
		await workbench.command('View: Move Editor into Right Group');
		await workbench.wait({ what: 'two groups' }, async () => (await workbench.tabs()).length === 2);
		await workbench.select(line);
		await workbench.press('End');
	};

	it('keys, values and ids are completed, and the seed’s editor follows at once', async () => {
		const { workbench, page } = window;
		await openBoth('keeps the railways in the sentence.');
		await workbench.press('Enter', 'Shift+Home');
		await page.keyboard.type('  sta');
		await complete('status');
		await complete('resolved');
		await workbench.waitForLine('status: resolved');
		await workbench.wait({ what: 'the look of a resolved annotation' }, async () =>
			/dotted/.test(await workbench.underlineOf('at every crossing', 0)),
		);
		assert.doesNotMatch(await window.read(sidecar), /resolved/, 'nothing is saved yet');
		await workbench.select('actor: middle-corridor');
		await page.keyboard.type('actor: ');
		await page.keyboard.type('saparova');
		await workbench.waitForTexts(suggestions, /Айгерим Сапарова/);
		await window.picture('yaml');
		await complete('aigerim-saparova');
		await workbench.waitForLine('actor: aigerim-saparova');
		await workbench.revert();
	});

	it('a mistake is reported at its place, and the other entries keep working', async () => {
		const { workbench, page } = window;
		await openBoth("date: '2026-03-13'");
		await workbench.press('Backspace', 'Backspace', 'Backspace');
		await page.keyboard.type("45'");
		await workbench.select('actor: rustam-valizade');
		await page.keyboard.type('actor: nobody');
		const problems = await workbench.wait(
			{ what: 'the problems' },
			async () => ((rows) => rows.some((row) => row.includes('nobody')) && rows)(await workbench.problems()),
			() => workbench.problems(),
		);
		const has = (pattern: RegExp) =>
			assert.ok(
				problems.some((row) => pattern.test(row)),
				problems.join('\n'),
			);
		has(/“2026-03-45” is not a date.*\[Ln 11, Col 9\]/);
		has(/There is no actor “nobody”.*\[Ln 19, Col 10\]/);
		await workbench.command('View: Toggle Panel Visibility').catch(() => workbench.press('Control+J'));
		assert.match(await workbench.hover('at every crossing', 0), /handover point/);
		await workbench.focusEditor();
		await workbench.revert();
	});

	it('a catalogue in the making has its keys completed too', async () => {
		const { workbench, page } = window;
		await workbench.command('View: Close All Editors');
		await workbench.open('actors.yaml');
		await workbench.select('Meets in Baku every March since 2023.');
		await workbench.press('End', 'Enter');
		await page.keyboard.type('\n');
		await workbench.press('Shift+Home');
		await page.keyboard.type('new-person:\n  ty');
		await complete('type');
		await workbench.waitForLine('type:');
		await complete('person');
		await workbench.waitForLine('type: person');
		await workbench.revert();
	});
});
