// Mentions in any form: inflection, persons, homonyms, spellings, languages. All names are invented or common knowledge.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { mergeCatalogues, readCatalogue } from '../../../src/core/actors/catalogue';
import { createMatcher } from '../../../src/core/actors/matcher';
import { compareSpans } from '../../../src/core/text/span';
import { assertMarked, matcherOf, nameLists } from './marked';

declare const __root: string;

const people = matcherOf(`
belov: { type: person, names: { ru: [Пётр Белов, Пётр Ильич Белов], en: [Pyotr Belov] } }
belova: { type: person, names: { ru: [Анна Белова] } }
zhaksybekov: { type: person, names: { ru: [Ерлан-Бек Жаксыбеков], en: [Yerlan-Bek Zhaksybekov] } }
leven: { type: person, names: { ru: [Павел Левен] } }
neumov: { type: person, names: { ru: [Акмал Неъумов] } }
kim: { type: person, names: { ru: [Ли Чен Ву] } }
`);

describe('persons in a text', () => {
	for (const [what, text] of [
		['in all cases', 'Встреча с {Петром Беловым|belov}, {Анной Беловой|belova} и {Павлом Левеном|leven}.'],
		['in reversed order', 'Список: {Белов Пётр|belov}; {Жаксыбекова Ерлан-Бека|zhaksybekov} нет.'],
		['with initials', 'Сказал {П. Белов|belov}, добавил {П.И. Белов|belov}, и {Белов П|belov}. промолчал.'],
		['with a patronymic nobody listed', 'Вошёл {Павел Сергеевич Левен|leven}.'],
		['by given name and patronymic once named', 'Приехал {Пётр Белов|belov}. Вечером {Пётр Ильич|belov} уехал.'],
		['by surname alone', 'Президент {Жаксыбеков|zhaksybekov} прибыл. К {Жаксыбекову|zhaksybekov} пришли.'],
		['by surname after a word with a capital once named', 'Это {Павел Левен|leven}. Вчера {Левен|leven} молчал.'],
		['with other apostrophes and letters', '{Акмал Неумов|neumov}, {Акмал Не’умов|neumov} и {Пётр Белов|belov}'],
		[
			'with soft hyphens and direction marks',
			'Это {Пётр Бе\u00adлов|belov} и \u200f{Анны\u200f Бело\u00adвой|belova}.',
		],
		['in names that have no surname to be found by', 'Гость {Ли Чен Ву|kim} уехал с Ли.'],
	] as const) {
		it(`are found ${what}`, () => assertMarked(people, text));
	}

	for (const [what, text] of [
		['with another given name', 'Спортсмен Рустам Жаксыбеков победил.'],
		['with another initial', 'Судья К. Левен и Р.Ж. Жаксыбеков.'],
		['with another initial after the surname', 'Судья Левен К. вышел.'],
		['in small letters', 'Снег был белов и чист.'],
	] as const) {
		it(`are not found ${what}`, () => assertMarked(people, text));
	}
});

describe('persons whom many share a surname with', () => {
	const letters = 'абвгдежзикл';
	const given = Array.from(
		{ length: 300 },
		(_, i) => `Мар${letters[i % 11]}у${letters[Math.floor(i / 11) % 11]}${letters[Math.floor(i / 121)]}н`,
	);
	const matcher = matcherOf(
		given.map((name, i) => `p${i}: { type: person, names: { ru: [${name} Карахан] } }`).join('\n'),
	);

	it('are found by given name, then by surname', () => {
		for (const i of [0, 77, 299]) {
			const name = given[i]!;
			assertMarked(matcher, `Вошёл {${name} Карахан|p${i}}. С {${name}ом Караханом|p${i}} все. {Карахан|p${i}} ушёл.`);
		}
	});

	it('are left open at an initial that all of them have, however often', () => {
		const times = 400;
		const found = matcher.find('М. Карахан молчит. '.repeat(times));
		assert.equal(found.length, times);
		assert.ok(found.every(({ candidates }) => candidates && candidates.length > 1));
	});
});

describe('names spelt another way', () => {
	const matcher = matcherOf(`
bartolomeev: { type: person, names: { ru: [Виктор Бартоломеев] } }
nurzhanov: { type: person, names: { en: [Daniyar Nurzhanov] } }
baranov: { type: person, names: { ru: [Олег Баранов] } }
`);

	it('are found where given name and surname sound right, then by surname', () => {
		assertMarked(matcher, 'Пришёл {Виктор Бартоломмеев|bartolomeev}. Сам {Бартоломмеев|bartolomeev} молчал.');
		assertMarked(matcher, '{Daniar Nurjanov|nurzhanov} spoke.');
	});

	it('are found across scripts', () => {
		assertMarked(matcher, '{Viktor Bartolomeev|bartolomeev} met {Данияра Нуржанова|nurzhanov}.');
	});

	it('are not found where the given name is another', () => {
		assertMarked(matcher, 'Пришла Ольга Баранова, с ней Вера Бартоломмеева.');
	});
});

describe('homonyms', () => {
	it('are decided by the nearest full mention before', () => {
		assertMarked(people, 'Пришли {Пётр Белов|belov} и {Анна Белова|belova}. {Белова|belova} молчала.');
		assertMarked(people, 'Пришли {Анна Белова|belova} и {Пётр Белов|belov}. {Белова|belov} не спросили.');
	});

	it('are left open where the text does not decide, the preferred first', () => {
		assertMarked(people, 'Сегодня видели {Белова|belov belova}.');
		const towns = matcherOf(`
a: { type: place, names: { ru: [Ольхово] } }
b: { type: place, names: { ru: [Ольхово] }, prefer: 1 }`);
		assertMarked(towns, 'Живут в {Ольхово|b a}.');
	});
});

const things = matcherOf(`
borduria: { type: state, names: { ru: [Бордурия, Республика Бордурия], en: [Borduria] } }
syldavia: { type: state, names: { ru: [Сильдавия] }, adjectives: { ru: [сильдавский] } }
aldania: { type: state, names: { ru: [Альдания] }, adjectives: { ru: [альданский] } }
institute: { type: organisation, names: { ru: [Институт северных и горных озёр при Правительстве Бордурии] } }
ministry: { type: organisation, names: { ru: [МОС, МОС Бордурии] } }
line: { type: place, names: { ru: [Ольхово-Липовск-Дубна] } }
olkhovo: { type: place, names: { ru: [Ольхово] } }
q7: { type: format, names: { en: [C7], ru: [C7+1] } }
spring: { type: media, names: { ru: [Родник] } }
meeting: { type: format, names: { ru: [большая встреча соседей] } }
report: { type: media, exact: true, names: { en: [iReport] } }
`);

describe('things in a text', () => {
	for (const [what, text] of [
		['with inner inflection', 'Из {Института северных и горных озёр при Правительстве Бордурии|institute} сообщили.'],
		['in the plural', 'Прошли {большие встречи соседей|meeting}; на {большой встрече соседей|meeting}.'],
		['as acronyms with endings, but not in small letters', 'В {МОСе|ministry}, глава {МОСа Бордурии|ministry}, мос.'],
		[
			'by adjectives',
			'Компаний {сильдавских|syldavia} и {бордурских|borduria}; {Сильдавско|syldavia}-{бордурская|borduria}.',
		],
		[
			'by the first half of an adjective',
			'{Альдано|aldania}-{сильдавские|syldavia} и {альданско|aldania}-{бордурские|borduria} связи, альдано.',
		],
		['the longest first', 'Поезд {Ольхово-Липовск-Дубна|line} идёт из {Ольхово|olkhovo}.'],
		['with look-alike letters', '{С7|q7} и {C7|q7}, {С7+1|q7}.'],
		['in capitals', '{ОЛЬХОВО|olkhovo}, 5 мая'],
		['in quotation marks', 'Об этом пишет «{Родник|spring}».'],
		['with a possessive', '{Borduria|borduria}’s minister'],
		['as written where they are exact', '{iReport|report} and Ireport'],
		['by adjectives that follow from the name', '{Бордурский|borduria} посол'],
		['by other names of the state', 'Президент {Республики Бордурия|borduria}, в {Бордурской|borduria} Республике'],
	] as const) {
		it(`are found ${what}`, () => assertMarked(things, text));
	}

	it('are not common words at the start of a sentence', () => {
		assertMarked(things, 'Родник бьёт из скалы. Вода в роднике холодна.');
	});

	it('are not directions before another name', () => {
		const west = matcherOf('west: { type: organisation, names: { en: [West Industries, West] } }');
		assertMarked(west, 'The North Bank fell, {West|west} said; officials from West Borduria and {West|west} met.');
	});

	it('are nested within longer ones, and marked so', () => {
		const text = 'Институт северных и горных озёр при Правительстве Бордурии';
		const nested = things.find(text).filter((mention) => mention.nested);
		assert.deepEqual(
			nested.map(({ start, end, actor }) => [text.slice(start, end), actor]),
			[['Бордурии', 'borduria']],
		);
	});

	it('say which name matched, and how', () => {
		const hows = (text: string) => things.find(text).map(({ how, name }) => [how, name]);
		assert.deepEqual(hows('в Бордурии'), [['inflected', 'Бордурия']]);
		assert.deepEqual(hows('Бордурия'), [['full', 'Бордурия']]);
		assert.deepEqual(hows('Республика Бордурия'), [['alias', 'Республика Бордурия']]);
		assert.deepEqual(hows('МОСа'), [['acronym', 'МОС']]);
		assert.deepEqual(hows('сильдавский'), [['adjective', 'сильдавский']]);
	});
});

describe('suffixes of Turkic languages and Tajik', () => {
	const matcher = matcherOf(`
valley: { type: place, names: { az: [Ağvadi], uz: [Oqvodiy, Оқводий], kk: [Ақдала], ky: [Акөрөөн], tg: [Сафедводӣ], tk: [Agjülge], tr: [Akvadi] } }
union: { type: organisation, names: { az: [Göllər Birliyi], uz: [Koʻllar ittifoqi] } }
karimli: { type: person, names: { az: [Anar Kərimli], en: [Anar Karimli] } }
`);
	for (const [language, text] of [
		[
			'Azerbaijani',
			'{Ağvadidən|valley} {Ağvadiyə|valley}, {Göllər Birliyinin|union} və {Anar Kərimlinin|karimli}; {Kərimli|karimli} dedi.',
		],
		['Uzbek', '{Oqvodiyning|valley} va {Oqvodiydagi|valley}, {Ko‘llar ittifoqiga|union}; {Оқводийдан|valley} келди.'],
		['Kazakh', '{Ақдаланың|valley} және {Ақдаладағы|valley} {Ақдаламен|valley}.'],
		['Kyrgyz', '{Акөрөөндүн|valley} жана {Акөрөөндөгү|valley}.'],
		['Tajik', '{Сафедводиро|valley} ва {Сафедводӣ|valley}.'],
		['Turkmen', '{Agjülgäniň|valley} {Agjülgede|valley} {Agjülgä|valley}'],
		['Turkish', '{Akvadi’nin|valley} {Akvadi’deki|valley}.'],
		['a name without suffixes', '{Anar Karimli’nin|karimli} sözü.'],
	] as const) {
		it(`are followed in ${language}`, () => assertMarked(matcher, text));
	}

	const foreign = matcherOf(`
belov: { type: person, names: { ru: [Пётр Белов], en: [Pyotr Belov] } }
zhuman: { type: person, names: { ru: [Жуман Токсаров], en: [Zhuman Toksarov] } }
ozyorsk: { type: place, names: { ru: [Озёрск], en: [Lakesia] } }
lakes: { type: organisation, names: { kk: [ККҰ], az: [GBŞ], en: [LU] } }
`);
	for (const [what, text] of [
		[
			'follow Russian names',
			'Бүгін {Пётр Беловтың|belov} {Озёрскідегі|ozyorsk} сөзі; {Беловке|belov} өңір жөнінде айтты.',
		],
		[
			'follow English names',
			'Bu gün {Pyotr Belovun|belov} görüşü {Lakesiada|ozyorsk} keçirilib, {Belova|belov} söz verilib.',
		],
		['are joined to acronyms by a hyphen', 'Бүгін {ККҰ-ның|lakes} өкілі {ККҰ-дағы|lakes} жағдайды түсіндірді.'],
		[
			'end a surname before another',
			'Бүгүн {Пётр Беловго|belov} {Жуман Токсаров|zhuman} жолукту; {Беловго|belov} {Токсаров|zhuman} сөз берди, өкүл.',
		],
		[
			'follow surnames spelled in another way',
			'Şu gün {Žuman Toksarowyň|zhuman} sözi diňlenildi; {Toksarowa|zhuman} söz berildi.',
		],
	] as const) {
		it(what, () => assertMarked(foreign, text));
	}

	it('follow no name in Russian and English texts', () => {
		assertMarked(foreign, 'Он видел Беловты и Озёрскиде; {Беловым|belov} доволен и {Озёрск|ozyorsk}.');
		assertMarked(foreign, 'The Lakesiada was the first of the games that {Pyotr Belov|belov} saw in Türkiye.');
	});

	it('that make another word of a name say nothing against the name', () => {
		assertMarked(matcher, '{Ağvadili|valley} qonaqlar. {Ağvadi|valley} böyükdür, ağvadili qonaqlar deyir.');
	});
});

/** Checks that all mentions are within the text, in order, and not nested by halves. */
function assertPlaces(text: string): void {
	for (const matcher of [people, things]) {
		const found = matcher.find(text);
		assert.deepEqual(found, [...found].sort(compareSpans));
		for (const { start, end } of found) assert.ok(start >= 0 && start < end && end <= text.length);
		const shown = found.filter((mention) => !mention.nested);
		shown.slice(1).forEach((mention, i) => {
			assert.ok(mention.start >= shown[i]!.end);
		});
	}
}

describe('a matcher', () => {
	it('keeps to places in the text, whatever is in it', () => {
		const ugly = [
			'',
			'\0\0',
			'\uFEFFБордурия',
			'и\u0306'.repeat(99),
			'\uD800Бордурия\uDC00',
			'a\u2028\u202E🙂'.repeat(50),
		];
		for (const text of [...ugly, 'Бордурия-'.repeat(2000), 'П. '.repeat(5000)]) assertPlaces(text);
		assertMarked(things, '\uFEFF{Бордурия|borduria}\r\n');
		assertMarked(things, '\uD800{Бордурия|borduria}');
	});

	it('gives places in order within any text', () => {
		const pieces = 'Бордурия|П.|Пётр|Белов|Анна| |-|.|\n|«|’|и|+1|C7|\u0306|\uD800|\uDC00|🙂'.split('|');
		const text = fc.array(fc.constantFrom(...pieces), { maxLength: 40 });
		fc.assert(
			fc.property(text, (parts) => assertPlaces(parts.join(''))),
			{ numRuns: 60 },
		);
	});

	it('finds names written with combining marks', () => {
		assertMarked(people, `${'{Пётр Белов|belov}'.normalize('NFD')} здесь.`);
	});

	it('finds nothing with an empty catalogue', () => {
		assert.deepEqual(createMatcher({ actors: new Map() }).find('Бордурия'), []);
	});
});

describe('the built-in catalogue', () => {
	const file = readCatalogue(readFileSync(join(__root, 'src/core/actors/starter.actors.yaml'), 'utf8'));
	const matcher = createMatcher(mergeCatalogues([file]), nameLists);

	it('has no problems', () => {
		assert.deepEqual(file.problems, []);
		assert.ok(file.entries.length >= 90);
	});

	it('is found in news of the region', () => {
		assertMarked(
			matcher,
			'Делегация {Казахстана|kazakhstan} прибыла в {Самарканд|samarkand}. {Узбекские|uzbekistan} и {турецкие|turkey} компании открыли выставку в {ООН|un}.',
		);
		assertMarked(matcher, '{Özbəkistanın|uzbekistan} paytaxtı {Daşkəndə|tashkent} qonaqlar gəldi.');
		assertMarked(matcher, 'Guests from {Kazakhstan|kazakhstan} and {Georgia|georgia} met in {Tashkent|tashkent}.');
	});
});
