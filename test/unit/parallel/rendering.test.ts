import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { emptyLexicon, readLexicon } from '../../../src/core/parallel/lexicon';
import { findRendering, type Stretch } from '../../../src/core/parallel/rendering';
import { parseSeed } from '../../../src/core/seed/parse';

declare const __root: string;
const file = (name: string) => readFileSync(path.join(__root, name), 'utf8');
const lexicon = readLexicon(file('src/lexicon/ru.txt'));
const [russian, english] = ['ru', 'en'].map((language) => file(`seeds/2026-03-12-corridor.${language}.txt`)) as [
	string,
	string,
];

/** The paragraph that holds the words. */
function stretchOf(text: string, words: string, language: 'ru' | 'en'): Stretch {
	const at = text.indexOf(words);
	const span = parseSeed(text)!.paragraphs.find(({ start, end }) => start <= at && at < end)!;
	return { text, language, span };
}

const spanOf = (text: string, words: string) => {
	const start = text.indexOf(words);
	assert.ok(start >= 0, words);
	return { start, end: start + words.length };
};

/** Passages of the sample with what renders them. */
const pairs = [
	['на пять суток быстрее, чем годом ранее', 'five days faster than a year ago'],
	['на каждом стыке', 'at every crossing'],
	['62 сорокафутовых контейнера', '62 forty-foot containers'],
	['железной дороге Баку — Тбилиси — Карс', 'the Baku–Tbilisi–Kars railway'],
	['директор Каспийского центра транспортных исследований Рустам Велизаде', 'Rustam Valizade, the center’s director'],
	['Паром из Актау больше не ждёт полной загрузки.', 'The ferry from Aktau no longer waits for a full load.'],
	['три раза в неделю', 'three times a week'],
	['заместитель начальника порта Актау Айгерим Сапарова', 'Aigerim Saparova, deputy head of the Port of Aktau'],
	['около 120 тыс. контейнеров', 'An estimated 120,000 containers'],
	['показатель превысит 150 тыс.', 'the figure to pass 150,000'],
	['на 36% больше, чем в 2024-м', 'up 36 percent on the year before'],
	['$2 950 за сорокафутовый контейнер', '$2,950 per forty-foot container'],
	['меморандум об обмене электронными накладными', 'a memorandum at the forum on exchanging electronic waybills'],
	['Документ вступит в силу 1 июля 2026 года.', 'It takes effect on July 1, 2026.'],
	['26 марта в 09:30 по местному времени', 'on March 26 at 9:30 a.m. local time'],
	['Форум продлится до 14 марта.', 'The forum runs through March 14.'],
] as const;

function overlap(a: { start: number; end: number }, b: { start: number; end: number }): number {
	const shared = Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
	return shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

/** How much of the passages is found, one by one. */
function found(list: readonly (readonly [string, string])[], [from, to]: readonly ['ru' | 'en', 'ru' | 'en']) {
	const [a, b] = from === 'ru' ? [russian, english] : [english, russian];
	return list.map(([here, there]) => {
		const rendering = findRendering(stretchOf(a, here, from), spanOf(a, here), stretchOf(b, there, to), lexicon);
		const span = rendering ?? { start: 0, end: 0 };
		return overlap(span, spanOf(b, there));
	});
}

describe('the rendering of a passage', () => {
	const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;

	it('is found in the linked paragraph, mostly, in both directions', () => {
		const forth = found(pairs, ['ru', 'en']);
		const back = found(
			pairs.map(([ru, en]) => [en, ru] as const),
			['en', 'ru'],
		);
		for (const list of [forth, back]) {
			assert.ok(mean(list) >= 0.6, `${mean(list)}`);
			assert.ok(list.filter((share) => share > 0).length >= pairs.length - 2);
		}
	});

	it('is the whole paragraph of a whole paragraph', () => {
		const words = 'Паром из Актау';
		const [source, target] = [stretchOf(russian, words, 'ru'), stretchOf(english, 'The ferry from Aktau', 'en')];
		const rendering = findRendering(source, source.span, target, lexicon)!;
		assert.ok(overlap(rendering, target.span) > 0.95);
	});

	it('is by order where no word tells', () => {
		const source: Stretch = { text: 'аб вг де жз ик лм но пр', language: 'ru', span: { start: 0, end: 23 } };
		const target: Stretch = { text: 'qu wo er ty ui op as df', language: 'en', span: { start: 0, end: 23 } };
		const rendering = findRendering(source, { start: 18, end: 23 }, target, emptyLexicon)!;
		assert.equal(target.text.slice(rendering.start, rendering.end), 'as df');
	});

	it('is within the stretch, and not cut within a word, whatever the texts are', () => {
		const text = fc.array(fc.constantFrom('мост', 'Bridge', '20', '$5', '🌉', '—', '«да»', '12,5%'), { maxLength: 30 });
		fc.assert(
			fc.property(text, text, fc.nat(40), fc.nat(40), (a, b, from, length) => {
				const stretch = (words: readonly string[], language: 'ru' | 'en'): Stretch => {
					const inner = words.join(' ');
					return { text: `x ${inner} y`, language, span: { start: 2, end: 2 + inner.length } };
				};
				const target = stretch(b, 'en');
				const rendering = findRendering(stretch(a, 'ru'), { start: from, end: from + length }, target, lexicon);
				if (!rendering) return;
				assert.ok(target.span.start <= rendering.start && rendering.start < rendering.end);
				assert.ok(rendering.end <= target.span.end);
				assert.ok(rendering.score >= 0 && rendering.score <= 1);
			}),
		);
	});
});
