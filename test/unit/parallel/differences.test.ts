import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Mention } from '../../../src/core/actors/model';
import { measureCoverage } from '../../../src/core/parallel/coverage';
import { type Difference, findDifferences, type NamedSide } from '../../../src/core/parallel/differences';
import type { Side } from '../../../src/core/parallel/model';
import { type Quantity, readQuantities } from '../../../src/core/parallel/quantities';
import { namesIn } from '../../../src/core/parallel/side';
import type { Language } from '../../../src/core/seed/model';
import { parseSeed } from '../../../src/core/seed/parse';

const side = (language: Language, ...paragraphs: string[]): Side => ({ language, paragraphs });
const link = (source: number[], target: number[]) => ({ source, target, score: 0.9 });
const shown = ({ kind, source, target }: Difference) => `${kind}: ${source?.text ?? '–'} / ${target?.text ?? '–'}`;
/** Differences of two paragraphs that are linked. */
const between = (from: Language, a: string, to: Language, b: string) =>
	findDifferences(side(from, a), side(to, b), { links: [link([0], [0])] }).map(shown);
const told = (text: string, language: Language) =>
	readQuantities(text, language)
		.filter(({ weak }) => !weak)
		.map(({ kind, values, currency, start, end }: Quantity) => [
			kind,
			values[0],
			...(currency ? [currency] : []),
			text.slice(start, end),
		]);

describe('quantities', () => {
	const texts: [Language, string, unknown[][]][] = [
		[
			'en',
			'It cost $20 bn, or 1.5 percent.',
			[
				['money', 20e9, 'USD', '$20 bn'],
				['percent', 1.5, '1.5 percent'],
			],
		],
		['en', 'A loan of 3.2 million US dollars', [['money', 3.2e6, 'USD', '3.2 million US dollars']]],
		[
			'ru',
			'Кредит в 20,5 млрд рублей под 7%',
			[
				['money', 20.5e9, 'RUB', '20,5 млрд рублей'],
				['percent', 7, '7%'],
			],
		],
		[
			'ru',
			'Вывезли 1 200 000 тонн, это 40 тыс. вагонов',
			[
				['number', 1.2e6, '1 200 000'],
				['number', 4e4, '40 тыс'],
			],
		],
		[
			'az',
			'Layihəyə 15 milyard manat ayrılıb, 12 min ev tikilib',
			[
				['money', 15e9, 'manat', '15 milyard manat'],
				['number', 12e3, '12 min'],
			],
		],
		[
			'uz',
			'Eksport 25 foizga oshdi va 300 mln dollarga yetdi',
			[
				['percent', 25, '25 foizga'],
				['money', 3e8, 'USD', '300 mln dollarga'],
			],
		],
		[
			'kk',
			'Биыл 45 мың тонна, яғни 8 пайыз',
			[
				['number', 45e3, '45 мың'],
				['percent', 8, '8 пайыз'],
			],
		],
		['ky', 'Бюджетке 70 миллион сом түштү', [['money', 70e6, 'KGS', '70 миллион сом']]],
		['tg', 'Ба маблағи 30 миллион сомонӣ', [['money', 30e6, 'TJS', '30 миллион сомонӣ']]],
		['tk', 'Önümçilik 15 göterim artdy', [['percent', 15, '15 göterim']]],
		[
			'tr',
			'Yüzde 30 zamla fiyat 2.500 lira oldu',
			[
				['percent', 30, '30'],
				['money', 2500, 'TRY', '2.500 lira'],
			],
		],
		[
			'en',
			'On February 18 and 3 May 2024',
			[
				['date', 218, 'February 18'],
				['date', 503, '3 May'],
				['year', 2024, '2024'],
			],
		],
		['az', 'Fevralın 18-də', [['date', 218, 'Fevralın 18']]],
		[
			'tr',
			'29 Ekim ve 01.11.2025',
			[
				['date', 1029, '29 Ekim'],
				['date', 1101, '01.11.2025'],
			],
		],
		['kk', '16 желтоқсанда', [['date', 1216, '16 желтоқсанда']]],
		['en', 'COVID-19, G20, the 5th at 10:30, 8 miles and 20 km', []],
		['en', 'date 2026-02-18 BAKU, Azerbaijan, February 17. The price is €45.', [['money', 45, 'EUR', '€45']]],
	];
	for (const [language, text, expected] of texts)
		it(`${language}: ${text}`, () => assert.deepEqual(told(text, language), expected));
});

describe('differences', () => {
	it('tells another magnitude, sum, share and day', () => {
		assert.deepEqual(between('ru', 'Построят за 20 млрд долларов.', 'en', 'It will be built for $20 mn.'), [
			'money: 20 млрд долларов / $20 mn',
		]);
		assert.deepEqual(between('uz', 'Narxlar 12,5 foizga oshdi', 'en', 'Prices rose by 15.2%'), [
			'percent: 12,5 foizga / 15.2%',
		]);
		assert.deepEqual(between('ru', 'Откроют 14 марта', 'en', 'It opens on March 24'), ['date: 14 марта / March 24']);
		assert.deepEqual(between('az', 'Zavod 2027-ci ildə açılacaq', 'ru', 'Завод откроют в 2028 году'), []);
		assert.deepEqual(between('en', 'The plant opens in 2027', 'ru', 'Завод откроют в 2028 году'), [
			'date: 2027 / 2028',
		]);
	});

	const same: [Language, string, Language, string][] = [
		['ru', 'почти 4 тысячи человек', 'en', 'about 3,900 people'],
		['ru', '1,25 млн тонн', 'en', '1.3 million tons'],
		['ru', 'пять процентов, 2 500 рублей', 'en', '5 percent, 2,500 rubles'],
		['ru', 'в 2025 году вырос на 16%', 'en', 'last year, up 16 percent'],
		['en', 'two decades ago', 'tr', '20 yıl önce'],
		['en', 'some 200 miles away', 'ru', 'примерно в 320 километрах'],
		['kk', '2026 жылғы 18 ақпанда', 'en', 'on 18 February 2026'],
		['en', 'It costs $40 million (about 68 million manats)', 'az', 'Dəyəri 40 milyon dollardır'],
	];
	for (const [from, a, to, b] of same)
		it(`sees none: ${a} / ${b}`, () => assert.deepEqual(between(from, a, to, b), []));

	it('tells what one side leaves out, but not what it tells elsewhere or in a much shorter paragraph', () => {
		const source = side('ru', 'Банк выделит 70 млн долларов.', 'Ставка составит 6 процентов, срок не назван.');
		const links = { links: [link([1], [0])] };
		const rate = side('en', 'The rate has been agreed but no term was named.');
		assert.deepEqual(findDifferences(source, rate, links).map(shown), ['percent: 6 процентов / –']);
		assert.deepEqual(findDifferences(source, { ...rate, paragraphs: [...rate.paragraphs, 'It is 6%.'] }, links), []);
		assert.deepEqual(findDifferences(source, side('en', 'The rate is known.'), links), []);
	});

	it('compares only what is linked surely, several paragraphs as one', () => {
		const source = side('ru', 'Дадут 30 млн долларов.', 'Построят 450 домов.');
		const target = side('en', 'They will give $30 million and build 540 houses.');
		const both = (score: number) => ({ links: [{ source: [0, 1], target: [0], score }] });
		assert.deepEqual(findDifferences(source, target, both(0.9)).map(shown), ['number: 450 / 540']);
		assert.deepEqual(findDifferences(source, target, both(0.5)), []);
	});

	it('tells whom one side names and the other never does', () => {
		const source: NamedSide = {
			...side('ru', 'Выступили Каримова и Юсупов, обсудили дороги.'),
			names: [
				{ paragraph: 0, start: 10, end: 18, actor: 'karimova' },
				{ paragraph: 0, start: 21, end: 27, actor: 'yusupov' },
			],
		};
		const target: NamedSide = {
			...side('en', 'Karimova spoke, and the roads were discussed.'),
			names: [{ paragraph: 0, start: 0, end: 8, actor: 'karimova' }],
		};
		assert.deepEqual(findDifferences(source, target, { links: [link([0], [0])] }).map(shown), ['name: Юсупов / –']);
	});

	it('misses nobody whom only the agency names, or an unclear name may mean', () => {
		const text = 'date 2026-02-18 АРКА /Тренд/ – Выступил Юсупов.';
		const seed = parseSeed(text)!;
		const mention = (word: string, actor: string, more: Partial<Mention> = {}): Mention => {
			const start = text.indexOf(word);
			return { start, end: start + word.length, actor, how: 'full', name: word, ...more };
		};
		const candidates = ['yusupov', 'yusupov-jr'];
		const names = namesIn(seed, [mention('Тренд', 'trend'), mention('Юсупов', 'yusupov', { candidates })]);
		assert.deepEqual(
			names.map(({ actor, paragraph }) => [actor, paragraph]),
			[['trend', undefined], ...candidates.map((actor) => [actor, undefined])],
		);
		assert.deepEqual(
			namesIn(seed, [mention('Юсупов', 'yusupov')]).map(({ paragraph }) => paragraph),
			[0],
		);
		const [here, there] = [
			{ ...side('ru', 'Выступил Юсупов.'), names },
			{ ...side('en', 'Yusupov spoke.'), names: [{ paragraph: 0, start: 0, end: 7, actor: 'yusupov-jr' }] },
		];
		assert.deepEqual(findDifferences(here, there, { links: [link([0], [0])] }), []);
	});

	it('never fails, and points into the paragraphs, whatever the text', () => {
		const text = fc.string({
			unit: fc.constantFrom(...'0123456789.,%$€- ()/:млнbnдата', ' February ', '20 млрд '),
			maxLength: 60,
		});
		fc.assert(
			fc.property(text, text, (a, b) => {
				const [source, target] = [side('ru', a), side('en', b)];
				for (const { source: x, target: y } of findDifferences(source, target, { links: [link([0], [0])] })) {
					assert.ok(x ?? y);
					if (x) assert.equal(a.slice(x.start, x.end), x.text);
					if (y) assert.equal(b.slice(y.start, y.end), y.text);
					assert.ok((x ?? y)!.text.length > 0);
				}
			}),
			{ numRuns: 300 },
		);
		assert.ok(readQuantities(`${'1 '.repeat(50_000)}${'9,999'.repeat(20_000)}`, 'ru').length > 0);
	});
});

describe('coverage', () => {
	it('counts what is linked, and names what stands alone', () => {
		const source = side(
			'ru',
			'Мост через Сырдарью откроют весной, сообщило министерство транспорта.',
			'Подрядчик закончил укладку пролётов на месяц раньше срока и начал испытания.',
			'Подписывайтесь на наш канал в Telegram',
		);
		const target = side('en', 'The bridge over the Syr Darya opens in spring, the transport ministry said.');
		const coverage = measureCoverage(source, target, { links: [link([0], [0])] });
		assert.deepEqual(coverage.target, { paragraphs: 1, linked: 1, share: 1, alone: [] });
		assert.deepEqual([coverage.source.paragraphs, coverage.source.linked, coverage.source.alone], [2, 1, [1]]);
		assert.ok(coverage.source.share > 0.4 && coverage.source.share < 0.5);
	});

	it('is whole for empty texts, and nothing where nothing is linked', () => {
		assert.equal(measureCoverage(side('ru'), side('en'), { links: [] }).source.share, 1);
		assert.equal(measureCoverage(side('ru', 'Снег идёт.'), side('en'), { links: [] }).source.share, 0);
	});
});
