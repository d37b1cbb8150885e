// Suggestions for a new actor, and the names that a text has and the catalogue has not. All names are invented.
import assert from 'node:assert/strict';
import { createMatcher } from '../../../src/core/actors/matcher';
import type { ActorType } from '../../../src/core/actors/model';
import { suggestActor } from '../../../src/core/actors/suggest';
import { unknownNames } from '../../../src/core/actors/unknown';
import type { KnownLanguage } from '../../../src/core/seed/model';
import { catalogueOf, nameLists } from './marked';

const nobody = catalogueOf('');

/** What is suggested for the selection in brackets. */
function suggested(marked: string, language: KnownLanguage = 'ru', catalogue = nobody) {
	const start = marked.indexOf('[');
	const end = marked.indexOf(']') - 1;
	const text = marked.replace(/[[\]]/g, '');
	return suggestActor(text, { start, end }, { language, catalogue, lists: nameLists });
}

describe('suggestActor', () => {
	for (const [marked, name, type, language] of [
		['Слово взял министр [Рустам Велизаде].', 'Рустам Велизаде', 'person', 'ru'],
		['По словам [Рустама Велизаде], всё готово.', 'Рустам Велизаде', 'person', 'ru'],
		['Встреча с президентом [Шамилем Ораковым] прошла тихо.', 'Шамиль Ораков', 'person', 'ru'],
		['Об этом сказали [Анне Сергеевне Беловой].', 'Анна Сергеевна Белова', 'person', 'ru'],
		['Письмо [Александра Вяземского] нашли.', 'Александр Вяземский', 'person', 'ru'],
		['Это передали [Каспийскому центру исследований].', 'Каспийский центр исследований', 'organisation', 'ru'],
		['В [Озёрском государственном университете] учатся.', 'Озёрский государственный университет', 'organisation', 'ru'],
		['Бюджет [Министерства озёрного хозяйства] вырос.', 'Министерство озёрного хозяйства', 'organisation', 'ru'],
		['Он работает в газете «[Озёрные вести]» давно.', 'Озёрные вести', 'media', 'ru'],
		['Погода в [Ораковграде] хорошая.', 'Ораковград', 'place', 'ru'],
		['Prezident [Shamil Orakovning] so‘zlari', 'Shamil Orakov', 'person', 'uz'],
		["Bakan [Kerem Taşoğlu'nun] sözleri", 'Kerem Taşoğlu', 'person', 'tr'],
		['The [Lake Research Centre’s] report', 'Lake Research Centre', 'organisation', 'en'],
	] as const) {
		it(`reads ${marked.match(/\[(.*)\]/)![1]} as ${name}`, () => {
			const { names, type: found } = suggested(marked, language);
			assert.deepEqual([names[0], found], [name, type]);
		});
	}

	it('lets other forms in the text decide', () => {
		assert.equal(suggested('Путь в [Орканте] долог. Все горды Оркантой.').names[0], 'Орканта');
		assert.equal(suggested('Путь в [Орканте] долог. Оркант прекрасен.').names[0], 'Оркант');
	});

	it('makes an id that nobody has', () => {
		const catalogue = catalogueOf('rustam-velizade: { type: person, names: { ru: [Рустам Велизаде] } }');
		assert.equal(suggested('[Рустама Велизаде]').id, 'rustam-velizade');
		assert.equal(suggested('[Рустама Велизаде]', 'ru', catalogue).id, 'rustam-velizade-2');
		assert.equal(suggested('[«Əli Qoşqar»]', 'az').id, 'eli-qosqar'.replace('eli', 'ali'));
	});

	it('bears whatever is selected', () => {
		for (const marked of ['[]', '[ ]', '[!]', '[«»]', '[\u{1f600}]', '[a]', '[И.]', '[\u0301]', '[5]'])
			assert.ok(suggested(marked).names.length > 0, marked);
	});
});

describe('unknownNames', () => {
	const matcher = createMatcher(catalogueOf('belova: { type: person, names: { ru: [Анна Белова] } }'), nameLists);
	const listed = (...texts: string[]) =>
		unknownNames(
			texts.map((text) => ({ text, language: 'ru' as const, mentions: matcher.find(text) })),
			nameLists,
		).map(({ name, type, places }): [string, ActorType, number] => [name, type, places.length]);

	it('lists names by how often they are there, their forms together', () => {
		assert.deepEqual(
			listed(
				'Министр Рустам Велизаде встретил Анну Белову. Потом Велизаде уехал в Ораковград.',
				'В Ораковграде ждут Рустама Велизаде. Белова там.',
			),
			[
				['Рустам Велизаде', 'person', 3],
				['Ораковград', 'place', 2],
			],
		);
	});

	it('counts a name at the start of a sentence where it is one elsewhere', () => {
		assert.deepEqual(
			listed('Здесь был Рустам Велизаде. Велизаде молчал. Погода хорошая. Город рад Ораковграду. Ораковград цветёт.'),
			[
				['Рустам Велизаде', 'person', 2],
				['Ораковград', 'place', 2],
			],
		);
	});

	it('follows an adjective to its noun', () => {
		assert.deepEqual(listed('Он живёт в Озёрском районе, она из Озёрского района.'), [['Озёрский район', 'place', 2]]);
	});

	it('knows one person by given name, patronymic, initials and surname, in either order and script', () => {
		assert.deepEqual(
			listed(
				'Пришёл Рустам Велизаде. С ним Т. Ледянкин и Ледянкин Тимур Ильич. Тимур Ледянкин молчал, Р. Велизаде нет. ' +
					'Им рад Тимур Ледянкин (Timur Ledyankin).',
			),
			[
				['Тимур Ледянкин', 'person', 5],
				['Рустам Велизаде', 'person', 2],
			],
		);
	});

	it('tells a person from what is named before, and from a common word that begins a sentence', () => {
		assert.deepEqual(
			listed('В столице Озёрстана Рустам Велизаде встретил гостей. Семья Рустама Велизаде рада. Он любит Озёрстан.'),
			[
				['Рустам Велизаде', 'person', 2],
				['Озёрстан', 'state', 2],
			],
		);
	});

	it('leaves out numbers in Roman figures, adjectives alone and common abbreviations', () => {
		assert.deepEqual(listed('В XX веке СМИ и ОАО писали о Верховном. Это глава IV.'), []);
		assert.deepEqual(listed(' date 2026-01-15 Мост открыт\n\nВода высокая.'), []);
	});

	it('knows the months of the languages that write them with capitals', () => {
		const text = 'The talks of 5 March in Lakeville were held on Monday by Anna Bird.';
		const names = unknownNames([{ text, language: 'en', mentions: [] }], nameLists).map(({ name }) => name);
		assert.deepEqual(
			names,
			['Lakeville', 'Anna Bird'].sort((a, b) => b.length - a.length),
		);
	});

	it('lists no common words, headings or months', () => {
		assert.deepEqual(listed('ВАЖНЫЕ НОВОСТИ СЕГОДНЯ\n\nПогода хорошая. Завтра дождь. Однако Анна Белова дома.'), []);
	});
});
