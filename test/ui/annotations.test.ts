import * as assert from 'node:assert/strict';
import { useWindow } from './fixture';

const seed = '2026-03-12-corridor.ru.txt';
const sidecar = `${seed}.ann.yaml`;

/** The lines that a text has and another has not. */
function added(before: string, after: string): string[] {
	const known = new Set(before.split('\n'));
	return after.split('\n').filter((line) => !known.has(line));
}

describe('annotations', () => {
	const window = useWindow({ files: { '.vscode/settings.json': '{ "glossator.author": "ivanova" }' } });

	/** Takes the last change back and waits until the file is again what it was, byte for byte. */
	const undo = async (before: string) => {
		await window.workbench.focusEditor();
		await window.workbench.press('Alt+U');
		await window.until(sidecar, (text) => text === before, 'undone');
	};

	it('select, Alt+A, kind, note: one block in the sidecar, a highlight, a note on hover, a line in the list', async () => {
		const { workbench } = window;
		await workbench.openSeed(seed);
		await workbench.showView('Annotations');
		await workbench.widenSideBar(460);
		const before = await window.read(sidecar);
		await workbench.select('третий состав');
		await workbench.press('Alt+A');
		await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'question' }).waitFor();
		await workbench.press('4');
		const marked = await window.until(sidecar, (text) => text !== before, 'the annotation');
		await workbench.typeNote('Every third train? The railways should know.');
		await window.picture('note');
		await workbench.press('Control+Enter');
		const after = await window.until(sidecar, (text) => text.includes('Every third train?'), 'the note');
		const block = added(before, after).join('\n');
		assert.match(block, /^[a-hj-kmnp-tv-z][0-9a-hj-kmnp-tv-z]{7}:$/m);
		assert.match(block, /^ {2}kind: question$|^ {2}quote: 'третий состав'$/m);
		assert.match(block, /^ {4}Every third train\?\n {4}The railways should know\.$/m);
		assert.ok(
			before.split('\n').every((line) => after.split('\n').includes(line)),
			'no line is taken away',
		);
		await workbench.wait({ what: 'the highlight' }, () => workbench.isUnderlined('третий состав'));
		const rows = await workbench.tree('Annotations', (found) => found.some((row) => row.startsWith('Every third')));
		assert.ok(
			rows.some((row) => /^Every third train\?.* question$/.test(row)),
			rows.join('\n'),
		);
		const note = await workbench.hover('третий состав');
		assert.match(
			note,
			/question · ivanova · \d{4}-\d\d-\d\d[\s\S]*Every third train\?[\s\S]*Edit.*Reply.*Resolve.*Delete/,
		);
		await window.picture('annotate');
		await undo(marked);
		await undo(before);
		await workbench.wait({ what: 'the highlight to go' }, async () => !(await workbench.isUnderlined('третий состав')));
	});

	it('reply, tag, resolve, delete: each can be taken back, and the file is as it was', async () => {
		const { workbench } = window;
		await workbench.openSeed(seed);
		const texts = [await window.read(sidecar)];
		const written = async (fits: (text: string) => boolean, what: string) =>
			texts.push(await window.until(sidecar, fits, what));
		await workbench.putCursor('около 120 тыс');
		await workbench.command('Glossator: Reply…');
		await workbench.writeNote('The centre confirmed it.');
		await written((text) => text.includes('The centre confirmed it.'), 'the reply');
		await workbench.command('Glossator: Tag…');
		await workbench.pickMany('ferry');
		await written((text) => text.includes('tags: [statistics, ferry]'), 'the tag');
		await workbench.command('Glossator: Resolve Annotation');
		await written((text) => text.split('status: resolved').length === 3, 'the status');
		await workbench.command('Glossator: Delete Annotation');
		await written((text) => text.includes('v5g1r7ye') && !text.includes('t2w6n8ca'), 'the deletion');
		await workbench.waitForTexts('.notifications-toasts', /Deleted: claim: около 120 тыс/);
		for (const text of texts.slice(0, -1).reverse()) await undo(text);
	});

	it('edits to the seed move the highlight and write nothing', async () => {
		const { workbench } = window;
		await workbench.openSeed(seed);
		const before = await window.read(sidecar);
		await workbench.putCursor('Сквозная ставка');
		await workbench.page.keyboard.type('Итак, так называемая ');
		await workbench.wait({ what: 'the highlight' }, () => workbench.isUnderlined('Сквозная ставка'));
		await workbench.wait(
			{ what: 'the new words to be plain' },
			async () => !(await workbench.isUnderlined('называемая')),
		);
		assert.match(await workbench.hover('Сквозная ставка'), /through rate/);
		await workbench.revert();
		await workbench.wait({ what: 'the seed as it was' }, async () => !(await workbench.boxOf('так называемая')));
		assert.equal(await window.read(sidecar), before);
	});

	it('the list is filtered, and a click goes to the passage', async () => {
		const { workbench } = window;
		await workbench.openSeed(seed);
		await workbench.showView('Annotations');
		const whole = (rows: string[]) => rows.some((row) => row.includes('Nine days against fourteen'));
		await workbench.tree('Annotations', whole);
		await workbench.command('Glossator: Filter Annotations…');
		await workbench.answer('kind:claim -status:resolved container');
		const rows = await workbench.tree('Annotations', (found) => found.length > 0 && found.length < 4);
		assert.deepEqual(rows[0], `${seed} 1`);
		await workbench.clickRow('Annotations', 'The centre counts containers');
		await workbench.waitForLine('По оценке центра');
		await workbench.command('Glossator: Filter Annotations…');
		await workbench.answer('nosuchword');
		await workbench.waitForTexts('.pane', /No annotation fits the filter/);
		await workbench.page.locator('.pane .monaco-button', { hasText: 'Clear Filter' }).click();
		await workbench.tree('Annotations', whole);
	});

	it('the list is grouped by kind, and a row goes to its passage though the list was made anew', async () => {
		const { workbench } = window;
		await workbench.openSeed(seed);
		await workbench.showView('Annotations');
		await workbench.command('Glossator: Group Annotations by…');
		await workbench.pick('Kind');
		const rows = await workbench.tree('Annotations', (found) => found.includes('claim 5'));
		assert.equal(rows[0], 'Needs attention 2');
		await window.picture('kinds');
		await workbench.clickRow('Annotations', 'The centre counts containers');
		await workbench.waitForLine('По оценке центра');
		await workbench.command('Glossator: Group Annotations by…');
		await workbench.pick('Seed');
		await workbench.tree('Annotations', (found) => found.some((row) => row.startsWith(`${seed} 8`)));
	});

	it('a passage is moved word by word from the keyboard', async () => {
		const { workbench } = window;
		await workbench.openSeed(seed);
		const before = await window.read(sidecar);
		await workbench.putCursor('Сквозная ставка');
		await workbench.press('Alt+K', 'a');
		await workbench.waitForStatus(/Adjusting/);
		await workbench.press('ArrowRight', 'ArrowRight', 'Enter');
		await window.until(sidecar, (text) => text.includes("quote: 'Сквозная ставка на участке'"), 'the longer passage');
		await undo(before);
	});

	it('an orphan’s candidate is shown with what changed, and a number attaches', async () => {
		const { workbench } = window;
		await workbench.openSeed(seed);
		await workbench.showView('Annotations');
		const before = await window.read(sidecar);
		await workbench.tree('Annotations', (found) => found[0] === 'Needs attention 2');
		await workbench.rowAction('Annotations', 'To be compared', 'Attach to Another Passage');
		await workbench.wait({ what: 'the candidate' }, async () =>
			(await workbench.quickRows()).some((row) => /\[-Второй-\] ?\[\+Следующий\+\] поезд/.test(row)),
		);
		await window.picture('orphan');
		await workbench.press('1');
		await window.until(sidecar, (text) => text.includes("quote: 'Следующий поезд"), 'the new passage');
		await undo(before);
	});

	it('what needs attention is confirmed, or attached to another passage', async () => {
		const { workbench } = window;
		await workbench.openSeed(seed);
		await workbench.showView('Annotations');
		const before = await window.read(sidecar);
		await workbench.tree('Annotations', (rows) => rows[0] === 'Needs attention 2');
		await workbench.rowAction('Annotations', 'To be compared', 'Confirm Passage');
		const confirmed = await window.until(
			sidecar,
			(text) => text.includes("quote: 'Следующий поезд отправится из Ташкента 26 марта"),
			'the passage as it is now',
		);
		await workbench.tree('Annotations', (rows) => rows[0] === 'Needs attention 1');
		await workbench.select('задерживается каждый третий состав');
		await workbench.rowAction('Annotations', 'This sentence was', 'Attach to Another Passage');
		await workbench.pick('the selection', '');
		await window.until(sidecar, (text) => text.includes("quote: 'задерживается каждый"), 'the new passage');
		await workbench.tree('Annotations', (rows) => rows.length > 0 && !rows.some((row) => row.startsWith('Needs')));
		await undo(confirmed);
		await undo(before);
	});
});
