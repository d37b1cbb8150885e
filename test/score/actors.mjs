// Mentions of actors: exact span and actor, by the rules of ../shared/data/score.mjs, by type and with what was missed most.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AhoCorasick } from '@monyone/aho-corasick';
import { parse, stringify } from 'yaml';
import { all, detail, details, glossator, groupBy, inData, misses, ndjson, parsed, report, scorer } from './tools.mjs';

/** The figures asked for, by set. */
const asked = {
	seeds: { f1: 100, precision: 100 },
	'slavicner-ru': { f1: 91 },
	'nerel-ru': { f1: 88, adjectives: 85, nested: 80 },
	factru: { f1: 94.5 },
};
const crowdedAsked = { f1: 98.5 };
const otherSets = ['slavicner-ru', 'nerel-ru', 'factru', 'reuters128-en'];

function score(set, catalogue, title, floors) {
	const began = performance.now();
	const found = glossator(['actors', '-', '--no-builtin', '--catalogue', catalogue], {
		file: inData('actors', set, 'docs.ndjson'),
	});
	const goldFile = inData('actors', set, 'gold.ndjson');
	const { f1, precision, recall, nested, adjectives } = scorer('actors', goldFile, found);
	const exact = scorer('actors', goldFile, ndjson(exactMentions(set, catalogue)));
	const least = set === 'reuters128-en' ? { f1: exact.f1 } : floors;
	report('actors', title, began, { f1, precision, recall, nested, adjectives }, least);
	if (!details) return;
	detail('(exact match)', { f1: exact.f1, precision: exact.precision, recall: exact.recall });
	const outcome = compare(parsed(readFileSync(goldFile, 'utf8')), parsed(found));
	reportTypes(outcome, readCatalogue(catalogue));
	reportMisses(set, outcome);
}

const readCatalogue = (file) => parse(readFileSync(file, 'utf8'), { maxAliasCount: 0 });
const namesOf = (entry) => Object.values(entry.names ?? {}).flat();

/** The seeds, with the actors of the Russian sets added to the catalogue; those that share a name with one of the seeds' are left out. */
function crowded() {
	const own = readCatalogue(inData('actors/seeds/catalogue.yaml'));
	const taken = new Set(Object.values(own).flatMap((entry) => namesOf(entry).map((name) => name.toLowerCase())));
	const all = { ...own };
	for (const set of ['slavicner-ru', 'nerel-ru', 'factru'])
		for (const [id, entry] of Object.entries(readCatalogue(inData('actors', set, 'catalogue.yaml'))))
			if (!(id in all) && !namesOf(entry).some((name) => taken.has(name.toLowerCase()))) all[id] = entry;
	const folder = mkdtempSync(path.join(tmpdir(), 'glossator-score-'));
	try {
		const file = path.join(folder, 'crowd.actors.yaml');
		writeFileSync(file, stringify(all));
		const others = Object.keys(all).length - Object.keys(own).length;
		score('seeds', file, `seeds + ${others} others`, crowdedAsked);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/** The peer: names letter for letter, whole words, the longest of those that overlap. */
function exactMentions(set, catalogue) {
	const byName = new Map();
	for (const [id, entry] of Object.entries(readCatalogue(catalogue)))
		for (const name of entry.names ? namesOf(entry) : []) if (!byName.has(name)) byName.set(name, id);
	const automaton = new AhoCorasick([...byName.keys()]);
	const isLetter = (unit) => unit !== undefined && /[\p{L}\p{N}]/u.test(unit);
	return parsed(readFileSync(inData('actors', set, 'docs.ndjson'), 'utf8')).flatMap(({ file, text }) => {
		const whole = automaton
			.matchInText(text)
			.filter(({ begin, end }) => !isLetter(text[begin - 1]) && !isLetter(text[end]))
			.sort((a, b) => a.begin - b.begin || b.end - a.end);
		let done = 0;
		return whole.flatMap(({ begin, end }) => {
			if (begin < done) return [];
			done = end;
			return [{ file, start: begin, end, text: text.slice(begin, end), actor: byName.get(text.slice(begin, end)) }];
		});
	});
}

/** What was hit, what was missed and what is too much: the rules of score.mjs, mention by mention. */
function compare(gold, predicted) {
	const byFile = groupBy(predicted, ({ file }) => file);
	const outcome = { hits: [], missed: [], wrong: [] };
	for (const { file, mentions } of gold) {
		const said = byFile.get(file) ?? [];
		const counted = mentions.filter(({ optional, nested, kind }) => !optional && !nested && kind !== 'adjective');
		const used = new Set();
		for (const one of said) {
			const hit = counted.find((mention) => !used.has(mention) && mention.actor === one.actor && isAt(mention, one));
			if (hit) {
				used.add(hit);
				outcome.hits.push(hit);
			} else if (one.how !== 'adjective' && !isFree(one, mentions) && !isInside(one, said, counted))
				outcome.wrong.push({ file, ...one });
		}
		for (const mention of counted) if (!used.has(mention)) outcome.missed.push({ file, ...mention });
	}
	return outcome;
}

const isAt = ({ start, end, alt = [] }, said) =>
	(start === said.start && end === said.end) || alt.some(([from, to]) => from === said.start && to === said.end);

/** Counts neither way: it is, or is in, an optional mention or an adjective, or is a nested one. */
function isFree(said, mentions) {
	return mentions.some((mention) => {
		const touches = said.start < mention.end && mention.start < said.end;
		if (mention.nested && mention.actor === said.actor && isAt(mention, said)) return true;
		if (!mention.optional && mention.kind !== 'adjective') return false;
		if (mention.actor === null) return touches;
		const within = said.start >= mention.start && said.end <= mention.end;
		return within || isAt(mention, said) || (touches && said.actor === mention.actor);
	});
}

function isInside(one, said, counted) {
	return said.some(
		(other) =>
			other.start <= one.start &&
			other.end >= one.end &&
			other.end - other.start > one.end - one.start &&
			counted.some((mention) => mention.actor === other.actor && isAt(mention, other)),
	);
}

function reportTypes({ hits, missed, wrong }, catalogue) {
	const typeOf = ({ actor }) => catalogue[actor]?.type ?? 'none';
	const types = new Set([...hits, ...missed, ...wrong].map(typeOf));
	for (const type of [...types].sort()) {
		const [hit, miss, extra] = [hits, missed, wrong].map((list) => list.filter((one) => typeOf(one) === type).length);
		const rate = (part, whole) => (whole ? Math.round((1000 * part) / whole) / 10 : '–');
		const figures = {
			f1: rate(2 * hit, 2 * hit + miss + extra),
			precision: rate(hit, hit + extra),
			recall: rate(hit, hit + miss),
		};
		detail(type, { ...figures, mentions: hit + miss });
	}
}

/** The commonest first; of two as common, the longer. */
function reportMisses(set, { missed, wrong }) {
	const texts = new Map(
		parsed(readFileSync(inData('actors', set, 'docs.ndjson'), 'utf8')).map(({ file, text }) => [file, text]),
	);
	const grouped = [
		...groupBy(
			[...missed.map((one) => ({ ...one, what: 'missed' })), ...wrong.map((one) => ({ ...one, what: 'too much' }))],
			({ what, actor, text }) => `${what}\t${actor}\t${text}`,
		).values(),
	];
	grouped.sort((a, b) => b.length - a.length || b[0].text.length - a[0].text.length);
	for (const [one, ...others] of grouped.slice(0, misses).map((group) => [group[0], ...group.slice(1)])) {
		const { what, start, end, actor, file, how } = one;
		const text = texts.get(file);
		const context = `${text.slice(Math.max(0, start - 30), start)}[${text.slice(start, end)}]${text.slice(end, end + 30)}`;
		const times = `${others.length + 1} ×`.padStart(5);
		console.log(`      ${times} ${what.padEnd(9)} ${actor}${how ? ` (${how})` : ''}: ${context.replace(/\s+/g, ' ')}`);
	}
}

/** Each case is right where exactly the expected mentions are found, ones inside others aside. */
function actorCases() {
	const began = performance.now();
	const cases = JSON.parse(readFileSync(inData('actors/cases.json'), 'utf8'));
	const input = ndjson(cases.map(({ text }, i) => ({ file: String(i), text })));
	const found = parsed(glossator(['actors', '-'], { input }));
	const wrong = cases.flatMap(({ kind, expect }, i) => {
		const said = found.filter(({ file, nested }) => file === String(i) && !nested);
		const same =
			said.map(({ text, actor }) => `${text}\t${actor}`).join('\n') === expect.map((e) => e.join('\t')).join('\n');
		return same ? [] : [kind];
	});
	const figures = { right: cases.length - wrong.length, of: cases.length, wrong: wrong.join(', ') || '–' };
	report('actors', 'cases', began, figures, { right: cases.length });
}

export const actors = [
	() => score('seeds', inData('actors/seeds/catalogue.yaml'), 'seeds', asked.seeds),
	actorCases,
	...(all ? [crowded] : []),
	...(all ? otherSets : []).map((set) => () => score(set, inData('actors', set, 'catalogue.yaml'), set, asked[set])),
];
