import * as assert from 'node:assert/strict';
import { useWindow } from './fixture';

const russian = '2026-03-12-corridor.ru.txt';
const english = '2026-03-12-corridor.en.txt';

/** A pair that does not tell quite the same. */
const bridge = {
	'2026-05-04-bridge.ru.txt': ` date 2026-05-04 АРКА /Каспхабар/ – Правительство выделит 20 млрд долларов на ремонт моста через реку Арку, сообщил в понедельник мэр города Лебедев.

Мост закроют 18 мая. Всё это время паром будет ходить каждый час, проезд останется бесплатным для 1500 жителей острова.

Рыбаков, которые летом живут под мостом, о решении не спросили. «Мы узнали обо всём из газеты», – сказал один из них.

Прошлый ремонт, в 2009 году, занял 14 месяцев и обошёлся в 3 млн долларов.
`,
	'2026-05-04-bridge.en.txt': ` date 2026-05-04 ARKA, May 4. The government will grant 20 million dollars for the repair of the bridge over the Arka river, the city’s mayor Lebedev said on Monday.

The last repair, in 2009, took 14 months and cost 3 million dollars.

The bridge will be closed on May 28. All that time the ferry will run every hour, and the ride remains free for the 1,500 people of the island.

The Arka is the longest river that flows into the gulf.
`,
};

describe('corrections and coverage', () => {
	const window = useWindow({ files: bridge });

	it('two paragraphs are linked by one key, and the jump follows', async () => {
		const { workbench } = window;
		await workbench.openSeed(russian);
		await workbench.putCursor('Ташкентские эксперты');
		await workbench.press('Alt+J');
		await workbench.waitForTab(english);
		await workbench.putCursor('The route is part');
		await workbench.press('Control+1');
		await workbench.waitForTab(russian);
		await workbench.putCursor('Ташкентские эксперты');
		await workbench.press('Alt+K', 'l');
		await workbench.waitForStatus(/Linked: 9 ⇄ 7/);
		await workbench.press('Alt+J');
		await workbench.waitForTab(english);
		await workbench.waitForLine('The route is part');
		const kept = await window.read(`${russian}.ann.yaml`);
		assert.match(kept, / {4}- \{ here: 'Ташкентские [^']*', there: 'The route [^']*' \}\n/);
		assert.doesNotMatch(kept, /here: 'Ташкентские [^']*' \}/);
	});

	it('with one text in sight, the partner is picked from a list', async () => {
		const { workbench } = window;
		await workbench.command('View: Close All Editors');
		await workbench.openSeed('2026-05-04-bridge.ru.txt');
		await workbench.waitForStatus(/Russian ⇄ English/);
		await workbench.putCursor('Рыбаков');
		await workbench.press('Alt+K', 'l');
		await workbench.pick('The Arka is the longest');
		await window.until('2026-05-04-bridge.ru.txt.ann.yaml', (text) => /there: 'The Arka is/.test(text), 'the link');
		await workbench.press('Alt+U');
		await workbench.waitForStatus(/Undone/);
	});

	it('a view lists what only one text tells and what they tell differently, and goes there', async () => {
		const { workbench } = window;
		await workbench.command('View: Close All Editors');
		await workbench.openSeed('2026-05-04-bridge.ru.txt');
		await workbench.command('Glossator: Show What Each Text Leaves Out');
		await workbench.collapseAllBut('Parallel Text');
		const listed = await workbench.tree('Parallel Text', (rows) =>
			['Рыбаков', 'The Arka is the longest', '20 млрд', '18 мая'].every((text) =>
				rows.some((row) => row.includes(text)),
			),
		);
		assert.ok(!listed.some((row) => row.includes('Каспхабар')), 'an agency is nobody to be missed');
		await workbench.clickRow('Parallel Text', 'The Arka is the longest');
		await workbench.waitForTab('2026-05-04-bridge.en.txt');
		await workbench.waitForLine('The Arka is the longest');
		await workbench.clickRow('Parallel Text', '20 млрд');
		await workbench.waitForTab('2026-05-04-bridge.ru.txt');
		await workbench.widenSideBar(480);
		await workbench.restMouse();
		await window.picture('coverage');
	});
});
