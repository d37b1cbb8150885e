// Scores the mentions found on the shared data sets.
import { readFileSync } from 'node:fs';
import { all, glossator, inData, parsed, report, scorer } from './tools.mjs';

function mentions(set, floors) {
	const began = performance.now();
	const catalogue = inData('actors', set, 'catalogue.yaml');
	const found = glossator(['actors', '-', '--no-builtin', '--catalogue', catalogue], {
		file: inData('actors', set, 'docs.ndjson'),
	});
	const { f1, precision, recall, nested, adjectives } = scorer('actors', inData('actors', set, 'gold.ndjson'), found);
	report('actors', set, began, { f1, precision, recall, nested, adjectives }, floors);
}

/** Each case is right where exactly the expected mentions are found, ones inside others aside. */
function actorCases() {
	const began = performance.now();
	const cases = JSON.parse(readFileSync(inData('actors/cases.json'), 'utf8'));
	const input = cases.map(({ text }, i) => JSON.stringify({ file: String(i), text })).join('\n');
	const found = parsed(glossator(['actors', '-'], { input }));
	const wrong = cases.flatMap(({ kind, expect }, i) => {
		const said = found.filter(({ file, nested }) => file === String(i) && !nested);
		const same =
			said.map(({ text, actor }) => `${text}\t${actor}`).join('\n') === expect.map((e) => e.join('\t')).join('\n');
		return same ? [] : [kind];
	});
	report('actors', 'cases', began, {
		right: cases.length - wrong.length,
		of: cases.length,
		wrong: wrong.join(', ') || '–',
	});
}

export const actors = [
	() => mentions('seeds', { f1: 96.8 }),
	actorCases,
	...(all ? ['slavicner-ru', 'nerel-ru', 'factru', 'reuters128-en'] : []).map((set) => () => mentions(set)),
];
