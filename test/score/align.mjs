// Scores paragraph alignment on the shared data sets.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { naturalPairs, throughEnglish } from './align-sets.mjs';
import { alignSets, all, glossator, inData, ndjson, parsed, percent, report, scorer } from './tools.mjs';

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

/** The least for the sets of one make; the first pattern that fits counts. */
const asked = [
	[/\.clean$/, { jump: 99.8, f1: 99 }],
	[/^(?:ntrex|wmt21)\.ru-en\.mild$/, { jump: 98.5, f1: 93.5 }],
	[/^(?:ntrex|wmt21|xwmt)\.ru-en\.news$/, { jump: 97.5, f1: 91 }],
	[/^(?:ntrex|wmt21)\.ru-en\.heavy$/, { jump: 96, f1: 86.5 }],
	[/\.shuffle$/, { jump: 96 }],
	[/^ntrex\.\w\w-en\.news$/, { jump: 94, f1: 86 }],
];

function alignAll(set) {
	if (set.startsWith('nonparallel')) return apart(set);
	const file = inData('align', `${set}.ndjson`);
	alignFile(set, file, asked.find(([pattern]) => pattern.test(set))?.[1]);
}

/** Backward at most 1.5 points under forward, where anything is asked. `isWhole`: the gold names every link there is. */
function alignFile(name, file, floors = {}, isWhole = true) {
	const began = performance.now();
	const { jump, jumpBack, moved, unlinked, f1 } = scorer('align', file, glossator(['align', '-'], { file }));
	const back = floors.jump === undefined ? {} : { jumpBack: Math.round(10 * (jump - 1.5)) / 10 };
	const figures = { jump, jumpBack, f1, ...(isWhole && { moved, unlinked }) };
	report('align', name, began, figures, { ...floors, ...back });
}

/** Documents that tell different stories must not be linked, while true pairs are. */
function apart(set) {
	const began = performance.now();
	const linked = (file) => {
		const answers = parsed(glossator(['align', '-'], { file }));
		return percent(answers.filter(({ links }) => links.length > 0).length, answers.length);
	};
	const pairs = linked(inData('align', 'ntrex.ru-en.heavy.ndjson'));
	const figures = {
		notLinked: Math.round(10 * (100 - linked(inData('align', `${set}.ndjson`)))) / 10,
		pairsLinked: pairs,
	};
	report('align', set, began, figures, { notLinked: 95, pairsLinked: 99 });
}

/** Pairs that are no set of their own: written to a file for the scorer, and taken away again. */
function alignPairs(name, pairs, floors, isWhole) {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'glossator-'));
	const file = path.join(folder, 'pairs.ndjson');
	writeFileSync(file, ndjson(pairs));
	alignFile(name, file, floors, isWhole);
	rmSync(folder, { recursive: true });
}

const seven = ['az', 'uz', 'kk', 'ky', 'tg', 'tk', 'tr'];

/** Sets of one's own: `--pairs FILE` names NDJSON of the same form. */
const own = process.argv.flatMap((argument, at) => (argument === '--pairs' ? [process.argv[at + 1]] : []));

export const align = [
	...['seed-trend.ru-en', 'seed-trend-noheader.ru-en'].map((set) => () => seedPair(set)),
	() => alignPairs('natural pairs of the tests', naturalPairs(), { jump: 95, f1: 88, moved: 80, unlinked: 90 }),
	...own.filter((file) => existsSync(file)).map((file) => () => alignFile(path.basename(file), file)),
	...(all ? alignSets() : []).map((set) => () => alignAll(set)),
	...(all ? seven : []).map(
		(language) => () =>
			alignPairs(`ru-${language}, through English`, throughEnglish(language), { jump: 92, f1: 84 }, false),
	),
];
