// Scores paragraph alignment on the shared data sets.
import { readFileSync } from 'node:fs';
import { alignSets, all, glossator, inData, parsed, report, scorer } from './tools.mjs';

/** The pair whose first two paragraphs change places: every paragraph must be right, whichever side one starts from. */
function seedPair(set) {
	const began = performance.now();
	const [forth] = parsed(readFileSync(inData('align', `${set}.ndjson`), 'utf8'));
	const back = { id: 'back', source: forth.target, target: forth.source, gold: forth.gold.map(([i, j]) => [j, i]) };
	const figures = {};
	for (const [name, pair] of Object.entries({ forth, back })) {
		const { gold, ...record } = pair;
		const [said] = parsed(glossator(['align', '-'], { input: JSON.stringify(record) }));
		const linked = new Set(
			said.links.flatMap(({ source, target }) => source.flatMap((i) => target.map((j) => `${i},${j}`))),
		);
		figures[name] = gold.filter(
			([i, j]) => linked.has(`${i},${j}`) && said.jump[i] === j && said.jumpBack[j] === i,
		).length;
	}
	report('align', set, began, figures, { forth: forth.gold.length, back: forth.gold.length });
}

function alignAll(set) {
	const began = performance.now();
	const file = inData('align', `${set}.ndjson`);
	const { jump, jumpBack, moved, unlinked, f1 } = scorer('align', file, glossator(['align', '-'], { file }));
	report('align', set, began, { jump, jumpBack, f1, moved, unlinked });
}

export const align = [
	...['seed-trend.ru-en', 'seed-trend-noheader.ru-en'].map((set) => () => seedPair(set)),
	...(all ? alignSets() : []).map((set) => () => alignAll(set)),
];
