// What the grammar colours, with the engine that VS Code uses.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type IGrammar, INITIAL } from 'vscode-textmate';
import { coloured, loadGrammar } from './tokens';

declare const __root: string;

describe('grammar', () => {
	let grammar: IGrammar;
	before(async () => {
		grammar = await loadGrammar();
	});
	const found = (text: string, scope: string) => coloured(grammar, text, scope);
	/** Each text in the middle of a line, below the first. */
	const inBody = (scope: string, texts: Record<string, string[]>) => {
		for (const [text, expected] of Object.entries(texts)) {
			assert.deepEqual(found(`x\nи ${text}`, scope), expected, text);
		}
	};

	describe('header', () => {
		const date = 'constant.numeric.date.header';

		it('colours the word and the date on the first line, with or without white space before', () => {
			for (const text of ['date 2026-03-12 Текст', ' date 2026-03-12', '\ufeffdate  2026-03-12 Text']) {
				assert.deepEqual(found(text, 'keyword.control.date'), ['date'], text);
				assert.deepEqual(found(text, date), ['2026-03-12'], text);
			}
		});

		it('waits for the first line that is not blank', () => {
			assert.deepEqual(found('\n  \n\n date 2026-03-12 Текст\n', date), ['2026-03-12']);
		});

		it('is on no other line', () => {
			for (const text of [
				'Текст\ndate 2026-03-12 Текст',
				'\nТекст\ndate 2026-03-12',
				'\ndate 2026-03-12\ndate 2026-03-13',
			]) {
				assert.ok(!found(text, date).includes('2026-03-13'), text);
				assert.equal(found(text, 'keyword.control.date').length, text.startsWith('\ndate') ? 1 : 0, text);
			}
		});

		it('leaves a day that the calendar does not have plain', () => {
			for (const day of ['2026-02-30', '2026-02-29', '2026-13-01', '2026-04-31', '2026-00-10', '1900-02-29']) {
				assert.deepEqual(found(`date ${day} Текст`, 'keyword.control.date'), ['date'], day);
				assert.deepEqual(found(`date ${day} Текст`, 'constant.numeric'), [], day);
			}
			for (const day of ['2024-02-29', '2000-02-29', '2026-12-31']) assert.deepEqual(found(`date ${day}`, date), [day]);
		});

		it('needs the whole form', () => {
			for (const text of [
				'date 2026-3-12 x',
				'dates 2026-03-12',
				'Date 2026-03-12',
				'date 2026-03-121',
				'update 2026-03-12',
			]) {
				assert.deepEqual(found(text, 'meta.header'), [], text);
			}
		});
	});

	it('colours place and agency of the datelines that agencies use', () => {
		const datelines: Record<string, [string[], string[]]> = {
			'БАКУ /Каспий Пресс/ – Поезд': [['БАКУ'], ['/Каспий Пресс/']],
			'АСТАНА/Trend/ - Порт': [['АСТАНА'], ['/Trend/']],
			'МОСКВА, 18 февраля. /ТАСС/. Текст': [['МОСКВА'], ['/ТАСС/']],
			'ТАШКЕНТ, 16 ноя — РИА Новости. Текст': [['ТАШКЕНТ'], ['РИА Новости']],
			'BAKU, Azerbaijan, March 12. A train': [['BAKU', 'Azerbaijan'], []],
			'ANKARA (AA) - Türkiye': [['ANKARA'], ['AA']],
			'АҚТАУ. КАСПИЙ ПРЕСС – Порт': [['АҚТАУ'], ['КАСПИЙ ПРЕСС']],
			'Toshkent, Oʻzbekiston (UzA) – Matn': [['Toshkent', 'Oʻzbekiston'], ['UzA']],
		};
		for (const [dateline, [places, agencies]] of Object.entries(datelines)) {
			for (const text of [`date 2026-03-12 ${dateline}`, `date 2026-03-12 Заголовок\n\n${dateline}`]) {
				assert.deepEqual(found(text, 'entity.name.section.place'), places, text);
				assert.deepEqual(found(text, 'support.class.agency'), agencies, text);
			}
		}
		assert.deepEqual(found('date 2026-03-12 ASTANA – The port', 'entity.name.section.place'), ['ASTANA']);
	});

	it('takes no ordinary beginning for a dateline', () => {
		for (const text of [
			'НАТО – это союз.',
			'Поезд, который вышел 2 марта.',
			'Азия (Центральная) растёт.',
			'ООН. Текст.',
		]) {
			assert.deepEqual(found(`date 2026-03-12 x\n${text}`, 'markup.heading'), [], text);
		}
	});

	it('colours the label of a byline or a credit, and the author', () => {
		for (const [text, label, author] of [
			['Автор: Тимур Ахмедов', 'Автор:', 'Тимур Ахмедов'],
			['By Emily Hartwell', 'By', 'Emily Hartwell'],
			['Müəllif: Leyla Quliyeva', 'Müəllif:', 'Leyla Quliyeva'],
		]) {
			for (const seed of [`date 2026-03-12 ${text}`, `date 2026-03-12 x\n${text}`]) {
				assert.deepEqual(found(seed, 'keyword.other.byline'), [label], seed);
				assert.deepEqual(found(seed, 'variable.other.author'), [author], seed);
			}
		}
		assert.deepEqual(found('date 2026-03-12 x\nФото: пресс-служба', 'keyword.other.credit'), ['Фото:']);
		assert.deepEqual(found('date 2026-03-12 x\nBy Monday the train had arrived.', 'keyword.other'), []);
	});

	describe('quotations', () => {
		it('are coloured whole, whatever their marks', () => {
			inBody('string.quoted', {
				'сказал: «Да, конечно». И ушёл': ['«Да, конечно»'],
				'said: “Yes, of course.” And left': ['“Yes, of course.”'],
				'sagte: „Ja, natürlich“ und': ['„Ja, natürlich“'],
				'фирма "Мост" строит': ['"Мост"'],
				"'tek tırnak' ve": ["'tek tırnak'"],
			});
		});

		it('may stand in one another', () => {
			inBody('string.quoted', {
				'«Без „рекордного“ поезда» и': ['«Без „рекордного“ поезда»'],
				'«ОАО «Мост» строит» и': ['«ОАО «Мост» строит»'],
				'“He said ‘Yes’ to me” and': ['“He said ‘Yes’ to me”'],
				'"процесс "интеграции" идёт": приоритеты': ['"процесс "интеграции" идёт"'],
			});
		});

		it('let numbers through', () => {
			inBody('constant.numeric', { '«Всего 12 человек»': ['12'] });
		});

		it('are not apostrophes or inches', () => {
			inBody('string.quoted', { "o'zbek so'zi, don't, İstanbul'da": [], 'экран 15" и 17"': [] });
		});

		it('end with their line where they are not closed', () => {
			for (const mark of ['«', '“', '„', '"']) {
				const text = `date 2026-03-12 x\n\nСлова ${mark}без конца. И ещё слова.\n\nНовый абзац.`;
				assert.deepEqual(found(text, 'string.quoted'), [`${mark}без конца. И ещё слова.`]);
				const short = `date 2026-03-12 x\nЗаголовок ${mark}без конца\nНовый абзац\nИ ещё`;
				assert.deepEqual(found(short, 'string.quoted'), [`${mark}без конца`]);
			}
		});

		it('go on in the next line of a hard-wrapped paragraph, and no further than it', () => {
			const wrapped = [
				'The head of the library said on Monday: “We scanned all that',
				'we could find, including the ones with tea rings on them, and',
				'then we began again,” and left.',
			];
			assert.deepEqual(found(`date 2026-03-12 x\n${wrapped.join('\n')}`, 'string.quoted'), [
				'“We scanned all that',
				wrapped[1],
				'then we began again,”',
			]);
			const open = `${wrapped[0]}\n${wrapped[1]}\nthen we began again.\nThe next paragraph is about something else, not quoted at all`;
			assert.deepEqual(found(`date 2026-03-12 x\n${open}`, 'string.quoted'), [
				'“We scanned all that',
				wrapped[1],
				'then we began again.',
			]);
		});
	});

	it('colours dates in nine languages', () => {
		inBody('constant.numeric.date', {
			'2026-02-18 и 18.02.2026': ['2026-02-18', '18.02.2026'],
			'16 ноября 2025 года; 5 декабря; в марте 2026 года': ['16 ноября 2025 года', '5 декабря', 'марте 2026 года'],
			'on February 18, 2026, or 3rd of March': ['February 18, 2026', '3rd of March'],
			'16 noyabr 2025-ci ildə, martın 26-da': ['16 noyabr 2025-ci ildə', 'martın 26'],
			'2025-yil 16-noyabr kuni': ['2025-yil 16-noyabr'],
			'2025 йил 16 ноябрь куни': ['2025 йил 16 ноябрь'],
			'2027 жылғы 1 қыркүйекте': ['2027 жылғы 1 қыркүйекте'],
			'19-ноябрда Бишкекте': ['19-ноябрда'],
			'16 ноябри соли 2025': ['16 ноябри соли 2025'],
			'2027-nji ýylyň 16-njy noýabry': ['2027-nji ýylyň 16-njy noýabry'],
			"18 Şubat 2026'da": ['18 Şubat 2026'],
		});
		inBody('constant.numeric.date', { '5 майоров, 12 марток, 2026-13-45, 32 января, May we?': [] });
	});

	it('colours clock times', () => {
		inBody('constant.numeric.time', { 'в 09:30, 18:00 и 9:30 a.m., счёт 3:2, 25:10': ['09:30', '18:00', '9:30 a.m.'] });
	});

	it('colours percentages', () => {
		inBody('constant.numeric.percentage', {
			'на 36% и 3,5 процента': ['36%', '3,5 процента'],
			'by 36 percent or 2 per cent': ['36 percent', '2 per cent'],
			'36 faiz, 12 foiz, 60 пайызын, 12 фоиз': ['36 faiz', '12 foiz', '60 пайызын', '12 фоиз'],
			'%12 ve yüzde 12,5': ['%12', 'yüzde 12,5'],
		});
	});

	it('colours money with its unit', () => {
		inBody('constant.numeric.money', {
			'$20 млрд, 15 млн евро, 1 000 000 сумов': ['$20 млрд', '15 млн евро', '1 000 000 сумов'],
			'20 billion dollars, US$3.5 million, $3bn, 10 pounds': [
				'20 billion dollars',
				'US$3.5 million',
				'$3bn',
				'10 pounds',
			],
			'₼20 млн, 500 ₸, 12 AZN, USD 5 million': ['₼20 млн', '500 ₸', '12 AZN', 'USD 5 million'],
			'1,5 млрд манатов, 20–25 млн рублей, 7 сомони': ['1,5 млрд манатов', '20–25 млн рублей', '7 сомони'],
			'3 milliard soʻm, 100 min manat, 5 milyon lira, 21,5 млрд теңге': [
				'3 milliard soʻm',
				'100 min manat',
				'5 milyon lira',
				'21,5 млрд теңге',
			],
			'20 тысяч долларов США, 30 млн АҚШ доллары': ['20 тысяч долларов США', '30 млн АҚШ доллары'],
		});
		inBody('constant.numeric.money', { '25 сумма, 12 человек, 5 сомнений': [] });
	});

	it('colours other numbers, but not parts of names', () => {
		inBody('constant.numeric', {
			'около 120 тыс. контейнеров, 1 284 и 34 км': ['120 тыс.', '1 284', '34'],
			'72-й и 184,000 pages': ['72', '184,000'],
			'C6, C5+1, Су-57, COVID-19': [],
		});
	});

	it('colours addresses without the punctuation after them', () => {
		inBody('markup.underline.link', {
			'см. https://example.org/a?b=1#c. Далее': ['https://example.org/a?b=1#c'],
			'(www.example.org), example.az/news/1; Day.Az': ['www.example.org', 'example.az/news/1'],
			'пишите: news.desk@example.org.': ['news.desk@example.org'],
		});
	});

	it('does not blow up on lines of 20,000 characters, however ugly', () => {
		for (const piece of ['123 ', 'А']) {
			const line = `date 2026-03-12 ${piece.repeat(20_000 / piece.length)}`;
			assert.equal(grammar.tokenizeLine2(line, INITIAL, 10_000).stoppedEarly, false, piece);
		}
	});
});

describe('words of a seed', () => {
	it('are what a double click takes: with apostrophes, hyphens and letters of every alphabet', () => {
		const file = path.join(__root, 'syntaxes/seed.language-configuration.json');
		const { wordPattern } = JSON.parse(readFileSync(file, 'utf8')) as {
			wordPattern: { pattern: string; flags: string };
		};
		const words = (text: string) => text.match(new RegExp(wordPattern.pattern, `g${wordPattern.flags}`));
		assert.deepEqual(words('«Oʻzbekiston», o‘zbek, Ўзбекистон; ең-тар'), [
			'Oʻzbekiston',
			'o‘zbek',
			'Ўзбекистон',
			'ең-тар',
		]);
		assert.deepEqual(words("‘don't’ — 120 тыс."), ["don't", '120', 'тыс']);
	});
});
