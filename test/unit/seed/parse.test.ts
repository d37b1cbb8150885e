import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { Seed } from '../../../src/core/seed/model';
import { parseSeed } from '../../../src/core/seed/parse';

declare const __root: string;

const codes = (text: string) => parseSeed(text)!.problems.map(({ code }) => code);
const credits = (seed: Seed) => [seed.dateline?.text, seed.agency?.text, seed.byline?.text];

const russian = [
	' date 2024-03-05 ОШ /Кабар/ – Министры пяти стран договорились построить дорогу через перевал.',
	'«Работа начнётся летом, и мы к ней готовы», — сказал министр транспорта Олег Смирнов.',
	'Дорогу откроют до конца следующего года.',
].join('\n\n');

describe('parseSeed', () => {
	it('reads header, credits, paragraphs and quotations together', () => {
		const seed = parseSeed(russian)!;
		assert.equal(seed.header.date, '2024-03-05');
		assert.deepEqual(credits(seed), ['ОШ', 'Кабар', undefined]);
		assert.equal(seed.language, 'ru');
		assert.deepEqual(
			seed.paragraphs.map(({ role, language }) => `${role} ${language}`),
			['body ru', 'body ru', 'body ru'],
		);
		assert.ok(russian.slice(seed.paragraphs[0]!.start).startsWith('ОШ /Кабар/'));
		assert.equal(seed.quotations[0]?.speaker?.text, 'министр транспорта Олег Смирнов');
		assert.deepEqual(seed.problems, []);
	});

	it('is undefined for what is no seed', () => {
		for (const text of ['', 'Ordinary text.', 'date 2021-11 Text']) assert.equal(parseSeed(text), undefined);
	});

	it('finds the parts of a page as an agency puts it out', () => {
		const text = [
			'date 2024-03-05 Five ministers agree on a road over the pass',
			'5 March 2024 12:18 (UTC+04:00)',
			'Baku, Azerbaijan, March 5',
			'By Jane Mallory – Trend:',
			'Ministers of five countries agreed to build a road over the pass, the ministry reported on Tuesday.',
			'The road is to be opened before the end of next year, and its cost will be shared.',
			'Read also',
			'Bridge opens after repairs',
		].join('\n\n');
		const seed = parseSeed(text)!;
		assert.deepEqual(credits(seed), ['Baku, Azerbaijan', 'Trend', 'Jane Mallory']);
		assert.deepEqual(
			seed.paragraphs.map(({ role }) => role),
			['heading', 'furniture', 'byline', 'byline', 'body', 'body', 'furniture', 'furniture'],
		);
	});

	it('takes the agency from the closing credit, or from the sentence that reports it', () => {
		const story = 'Vazirlar dovon orqali yangi yo‘l qurish haqida kelishib oldilar, dedi vazirlik vakili.';
		const closing = parseSeed(`date 2024-03-05 ${story}\n\n${story}\n\nGulnora Oripova, UzA`)!;
		assert.deepEqual(credits(closing), [undefined, 'UzA', 'Gulnora Oripova']);
		const source = parseSeed(`date 2024-03-05 ${story}\n\n${story}\n\nManba: Yangi Davr`)!;
		assert.deepEqual(credits(source), [undefined, 'Yangi Davr', undefined]);
		const reported = parseSeed(
			'date 2024-03-05 Министры договорились о дороге, пишет News.Az со ссылкой на Интерфакс.',
		)!;
		assert.deepEqual(credits(reported), [undefined, 'News.Az', undefined]);
		const mentioned = parseSeed('date 2024-03-05 Глава ТАСС приехал в столицу и посетил музей железных дорог.')!;
		assert.deepEqual(credits(mentioned), [undefined, undefined, undefined]);
	});

	it('finds a byline glued before the story', () => {
		const seed = parseSeed(
			'date 2024-03-05 Автор: Анна Седова Сегодня в столице открылась выставка старых дорожных карт и планов.',
		)!;
		assert.equal(seed.byline?.text, 'Анна Седова');
	});

	it('lends a short paragraph the language of the document, and no other', () => {
		const german =
			'Die Minister haben vereinbart, eine neue Straße über den Pass zu bauen und sie noch vor dem Ende des nächsten Jahres für alle zu öffnen.';
		const seed = parseSeed(`${russian}\n\n2024\n\n${german}`)!;
		assert.deepEqual(
			seed.paragraphs.map(({ language }) => language),
			['ru', 'ru', 'ru', 'ru', 'unknown'],
		);
	});

	it('reports an impossible date, a missing text and control characters at their places', () => {
		assert.deepEqual(codes(' date 2026-02-31 Text of the day.'), ['seed/impossible-date']);
		assert.deepEqual(codes('date 2024-03-05'), ['seed/no-text']);
		const text = 'date 2024-03-05 Some\0 te\u0007xt of the day.';
		const [problem] = parseSeed(text)!.problems;
		assert.deepEqual(
			[problem?.code, problem?.args, problem?.span.start],
			['seed/control-characters', { count: 2 }, 20],
		);
	});

	it('survives any text', () => {
		const unit = fc.constantFrom(
			...['\r', '\n', '\r\n', '\u2028', '\u00a0', '\u200f', '\0', '\ud800', '😀', 'й', 'İ', '«', '»', '"', '“', '”'],
			...[
				'Фото: ',
				'Автор: ',
				'By ',
				'БАКУ /Trend/ – ',
				'BAKU, May 5. ',
				' сказал ',
				' — ',
				'12:30',
				'a',
				'Word ',
				'. ',
				',',
			],
		);
		fc.assert(
			fc.property(fc.string({ unit, maxLength: 200 }), (body) => {
				const text = `date 2024-03-05 ${body}`;
				const seed = parseSeed(text)!;
				for (const located of [seed.dateline, seed.agency, seed.byline])
					if (located) assert.equal(text.slice(located.start, located.end), located.text);
				for (const { start, end } of seed.paragraphs) assert.ok(start >= seed.header.end && end > start);
			}),
		);
	});

	it('reads a line of a megabyte', () => {
		const sentence = 'Министры договорились о дороге. «Мы к ней готовы», — сказал министр. ';
		const seed = parseSeed(`date 2024-03-05 ${sentence.repeat(1_000_000 / sentence.length)}`)!;
		assert.equal(seed.paragraphs.length, 1);
		assert.ok(seed.quotations.length > 10_000);
	});
});

const real = path.join(__root, '../shared/seeds');
if (existsSync(real))
	describe('parseSeed on real seeds', () => {
		const expected: [string, string, number, string][] = [
			['000', '2026-02-18', 8, 'ru'],
			['001', '2026-02-18', 8, 'en'],
			['002', '2025-11-17', 5, 'ru'],
			['003', '2025-11-13', 12, 'ru'],
			['004', '2025-12-17', 5, 'ru'],
		];
		for (const [name, date, paragraphs, language] of expected)
			it(`reads ${name}`, () => {
				const file = readdirSync(real).find((one) => one.startsWith(name))!;
				const seed = parseSeed(readFileSync(path.join(real, file), 'utf8'))!;
				assert.deepEqual([seed.header.date, seed.paragraphs.length, seed.language], [date, paragraphs, language]);
				assert.deepEqual(seed.problems, []);
			});
	});
