// Scores the built command line on the shared data sets: node test/score/run.mjs [--all] [AREA…]
// Prints one table, percentages unless they are counts; exits with 1 where a figure is below its floor. Without ../shared there is nothing to measure.
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const root = path.join(import.meta.dirname, '../..');
const shared = path.join(root, '../shared');
const data = path.join(shared, 'data');
const cli = path.join(root, 'dist/cli/glossator.js');
const all = process.argv.includes('--all');
const outputLimit = 1 << 30;

if (!existsSync(data)) {
	console.log('There is no ../shared/data here: nothing to measure.');
	process.exit(0);
}
if (!existsSync(cli)) {
	console.error('dist/cli/glossator.js is not there: run “npm run build” first.');
	process.exit(1);
}

const lines = (text) => text.split('\n').filter((line) => line.trim());
const parsed = (text) => lines(text).map((line) => JSON.parse(line));
const percent = (part, whole) => Math.round((1000 * part) / Math.max(1, whole)) / 10;
const inData = (...parts) => path.join(data, ...parts);

/** Runs a program on a file or a text; its standard output. */
function output(program, parameters, { file, input } = {}) {
	const fd = file && openSync(file);
	const stdio = [fd ?? 'pipe', 'pipe', 'inherit'];
	const result = spawnSync(process.execPath, [program, ...parameters], { stdio, input, maxBuffer: outputLimit });
	if (fd !== undefined) closeSync(fd);
	if (result.error) throw result.error;
	return result.stdout.toString();
}

const glossator = (parameters, source) => output(cli, parameters, source);
const scorer = (kind, gold, predictions) =>
	JSON.parse(output(inData('score.mjs'), [kind, gold], { input: predictions }));

let missed = 0;

/** Prints a row of the table; `floors` are the least that figures of the same name may be. */
function report(area, set, began, figures, floors = {}) {
	const isLow = Object.entries(floors).some(([name, floor]) => !(figures[name] >= floor));
	if (isLow) missed++;
	const shown = Object.entries(figures).map(([name, value]) => `${name} ${value}`.padEnd(name.length + 6));
	const floor = Object.entries(floors).map(([name, value]) => `${name} ≥ ${value}`);
	const seconds = ((performance.now() - began) / 1000).toFixed(1).padStart(6);
	const head = `${isLow ? '✗' : ' '} ${area.padEnd(12)}${set.padEnd(27)}${seconds} s  `;
	console.log(`${head}${shown.join(' ')}${floor.length > 0 ? `  (${floor.join(', ')})` : ''}`);
}

function seedDates() {
	const began = performance.now();
	const folder = path.join(shared, 'seeds');
	const files = readdirSync(folder).map((name) => path.join(folder, name));
	const found = parsed(glossator(['parse', ...files]));
	const dateOf = (file) => /^\s*date (\d{4}-\d\d-\d\d)/.exec(readFileSync(file, 'utf8'))?.[1];
	const right = found.filter(({ file, date }) => date !== null && date === dateOf(file)).length;
	report('parse', 'seeds, dates', began, { right, of: files.length }, { right: files.length });
}

function actors(set, floors) {
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

function align(set) {
	const began = performance.now();
	const file = inData('align', `${set}.ndjson`);
	const { jump, jumpBack, moved, unlinked, f1 } = scorer('align', file, glossator(['align', '-'], { file }));
	report('align', set, began, { jump, jumpBack, f1, moved, unlinked });
}

function counterpart(set) {
	const began = performance.now();
	const file = inData('counterpart', `${set}.ndjson`);
	const { first, documents } = scorer('counterpart', file, glossator(['counterpart', '-'], { file }));
	report('counterpart', set, began, { first, documents });
}

function anchors(per) {
	const began = performance.now();
	const folder = path.join(shared, 'seeds');
	const files = readdirSync(folder).map((name) => path.join(folder, name));
	const maker = inData('anchor-cases.mjs');
	const cases = output(maker, ['--per', String(per), ...files]);
	const answers = parsed(glossator(['reanchor', '-'], { input: lines(cases).map(withoutGold).join('\n') }));
	const { right, near, wrong, ask, lost, n } = verdicts(parsed(cases), answers);
	report('reanchor', `seeds, ${per} each`, began, { right, near, wrong, ask, lost, cases: n });
}

const withoutGold = (line) => {
	const { gold, ...record } = JSON.parse(line);
	return JSON.stringify(record);
};

/** As `anchor-cases.mjs --score` counts, which wants its cases in a file. */
function verdicts(cases, answers) {
	const said = new Map(answers.map((answer) => [answer.id, answer]));
	const counts = { right: 0, near: 0, wrong: 0, ask: 0, lost: 0 };
	for (const { id, gold } of cases) counts[verdict(said.get(id), gold)]++;
	const shares = Object.entries(counts).map(([name, count]) => [name, percent(count, cases.length)]);
	return { ...Object.fromEntries(shares), n: cases.length };
}

function verdict(answer, gold) {
	if (!answer) return 'lost';
	if (gold === null) return answer.state === 'placed' ? 'wrong' : answer.state === 'confirm' ? 'ask' : 'right';
	if (answer.state !== 'placed') return 'ask';
	const shared = Math.min(answer.end, gold[1]) - Math.max(answer.start, gold[0]);
	const share = shared / (Math.max(answer.end, gold[1]) - Math.min(answer.start, gold[0]));
	return share >= 0.9 ? 'right' : share >= 0.5 ? 'near' : 'wrong';
}

/** Paragraphs of over 60 characters, and whole documents, of every set whose sides are labelled. */
function languages(sets) {
	const began = performance.now();
	const documents = sets.flatMap((set) =>
		parsed(readFileSync(inData('align', `${set}.ndjson`), 'utf8')).flatMap(({ id, source, target }) =>
			[source, target].map((side, i) => documentOf(`${id}/${i}`, side)),
		),
	);
	const input = documents.map(({ file, text }) => JSON.stringify({ file, text })).join('\n');
	const answers = new Map(parsed(glossator(['parse', '-'], { input })).map((answer) => [answer.file, answer]));
	const count = { right: 0, paragraphs: 0, documents: 0 };
	for (const { file, language, middles } of documents) {
		const answer = answers.get(file);
		if (answer.language === language) count.documents++;
		for (const middle of middles) {
			count.paragraphs++;
			if (answer.paragraphs.find(({ end }) => end > middle)?.language === language) count.right++;
		}
	}
	const figures = {
		paragraphs: percent(count.right, count.paragraphs),
		documents: percent(count.documents, documents.length),
	};
	report('languages', `${sets.length} sets, ${documents.length} documents`, began, figures, {
		paragraphs: 99,
		documents: 100,
	});
}

/** A seed of the side's paragraphs, and the middles of those over 60 characters. */
function documentOf(file, { language, paragraphs }) {
	const bare = paragraphs.map((paragraph, i) => (i === 0 ? paragraph.replace(/^\s*date \S+\s*/, '') : paragraph));
	let text = ' date 2026-01-01 ';
	const middles = [];
	for (const paragraph of bare) {
		if (paragraph.length > 60) middles.push(text.length + (paragraph.length >> 1));
		text += `${paragraph}\n\n`;
	}
	return { file, language, text, middles };
}

const alignSets = readdirSync(inData('align'))
	.filter((name) => name.endsWith('.ndjson') && !name.startsWith('seed-'))
	.map((name) => name.slice(0, -'.ndjson'.length));
const labelled = alignSets.filter((set) => set.startsWith('ntrex') && set.endsWith('.news'));
const newsSets = alignSets.filter((set) => !/^(udhr|vue-docs|nonparallel)/.test(set));

const measurements = {
	parse: [seedDates],
	actors: [
		() => actors('seeds', { f1: 96.8 }),
		actorCases,
		...(all ? ['slavicner-ru', 'nerel-ru', 'factru', 'reuters128-en'] : []).map((set) => () => actors(set)),
	],
	align: [
		...['seed-trend.ru-en', 'seed-trend-noheader.ru-en'].map((set) => () => seedPair(set)),
		...(all ? alignSets : []).map((set) => () => align(set)),
	],
	counterpart: (all ? ['docchoice.ru-en', 'docchoice-hard.ru-en'] : []).map((set) => () => counterpart(set)),
	reanchor: [() => anchors(all ? 40 : 12)],
	languages: [() => languages(all ? newsSets : labelled)],
};

const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const unknown = asked.filter((area) => !(area in measurements));
if (unknown.length > 0) {
	console.error(`There is no area “${unknown.join('”, “')}”. Areas: ${Object.keys(measurements).join(', ')}`);
	process.exit(2);
}
for (const [area, works] of Object.entries(measurements))
	if (asked.length === 0 || asked.includes(area)) for (const work of works) work();
console.log(missed > 0 ? `${missed} below the floor` : 'every floor reached');
process.exitCode = missed > 0 ? 1 : 0;
