// Alignment sets made of others: the natural pairs of the unit tests, and Russian with the other seven languages through the
// English that both were translated from.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inData, parsed } from './tools.mjs';

const pairsFile = path.join(import.meta.dirname, '../unit/parallel/natural.pairs.txt');

/** As test/unit/parallel/pairs-file.ts reads them. */
export function naturalPairs() {
	const blocks = readFileSync(pairsFile, 'utf8').split('\n== ').slice(1);
	return blocks.map((block) => {
		const [head, ...rest] = block.split('\n');
		const [id, from, to] = head.trim().split(' ');
		const [source, target] = rest.join('\n').split('\n--\n').map(readTagged);
		const shares = (a, b) => a.some((tag) => tag !== '-' && b.includes(tag));
		return {
			id,
			source: { language: from, paragraphs: source.map(({ text }) => text) },
			target: { language: to, paragraphs: target.map(({ text }) => text) },
			gold: source.flatMap((a, i) => target.flatMap((b, j) => (shares(a.tags, b.tags) ? [[i, j]] : []))),
		};
	});
}

function readTagged(block) {
	const lines = block.split('\n').filter((line) => line.includes(' | '));
	return lines.map((line) => ({
		tags: line.slice(0, line.indexOf(' | ')).split(','),
		text: line.slice(line.indexOf(' | ') + 3),
	}));
}

const sentences = (text) =>
	text
		.split(/(?<=[.!?]["”’)]?)\s+/)
		.map((one) => one.trim())
		.filter((one) => one.length > 25);

/**
 * NTREX articles in Russian and in `language`: paragraphs say the same where the English they were linked to shares a
 * sentence. Where one of several paragraphs only may be the one, the pair counts neither way.
 */
export function throughEnglish(language) {
	const russian = readSet('ntrex.ru-en.news');
	const places = new Map(
		russian.flatMap(({ target }, article) =>
			target.paragraphs.flatMap((text, j) => sentences(text).map((one) => [one, { article, j }])),
		),
	);
	return readSet(`ntrex.${language}-en.news`).flatMap((other) => {
		const shared = other.target.paragraphs.map((text) => sentences(text).flatMap((one) => places.get(one) ?? []));
		const article = mostCommon(shared.flat().map((place) => place.article));
		return article === undefined ? [] : [pairOf(russian[article], other, shared, article)];
	});
}

const readSet = (set) => parsed(readFileSync(inData('align', `${set}.ndjson`), 'utf8'));

/** Undefined where nothing is there four times. */
function mostCommon(values) {
	const counts = new Map();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	const [best] = [...counts].sort(([, a], [, b]) => b - a);
	return best?.[1] >= 4 ? best[0] : undefined;
}

function pairOf(russian, other, shared, article) {
	const [gold, partial] = [new Map(), new Map()];
	for (const [i, english] of other.gold) {
		const alone = other.gold.filter(([, j]) => j === english).length === 1;
		for (const { j } of shared[english].filter((place) => place.article === article)) {
			const partners = russian.gold.filter(([, there]) => there === j).map(([k]) => k);
			for (const k of partners) (alone && partners.length === 1 ? gold : partial).set(`${k} ${i}`, [k, i]);
		}
	}
	for (const key of gold.keys()) partial.delete(key);
	return {
		id: other.id,
		source: russian.source,
		target: other.source,
		gold: [...gold.values()],
		partial: [...partial.values()],
	};
}
