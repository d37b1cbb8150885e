// Cards: who somebody was on the day of a text, and by which name the text has them.
import assert from 'node:assert/strict';
import { makeCard } from '../../../src/core/actors/card';
import { createMatcher } from '../../../src/core/actors/matcher';
import { searchActors } from '../../../src/core/actors/search';
import { catalogueOf, nameLists } from './marked';

const catalogue = catalogueOf(
	`
belova:
  type: person
  names: { ru: [Анна Белова], en: [Anna Belova], uk: [] }
  roles:
    - { title: { en: Deputy Mayor, ru: заместитель мэра }, of: town, from: 2015, until: 2019-03 }
    - { title: { en: Mayor, ru: мэр }, of: town, from: 2019-03-31 }
  links: { wikidata: Q42, web: 'http://example.org/a' }
  note: A note.
town: { type: place, names: { en: [Lake Town], ru: [Озёрск] } }
zhaksybekov: { type: person, names: { ru: [Ерлан Жаксыбеков], kk: [Ерлан Жақсыбеков] } }
`.replace(', uk: []', ''),
);
const belova = catalogue.actors.get('belova')!;
const today = '2026-01-01';

describe('a card', () => {
	it('shows the role of the day, and today’s where it differs', () => {
		const card = makeCard(belova, catalogue, { date: '2016-05-05', today });
		assert.deepEqual(
			card.roles.map(({ text, of }) => [text, of?.name]),
			[['Deputy Mayor', 'Lake Town']],
		);
		assert.deepEqual(
			card.rolesToday?.map(({ text }) => text),
			['Mayor'],
		);
		assert.equal(makeCard(belova, catalogue, { date: '2020-01-01', today }).rolesToday, undefined);
	});

	it('takes partial dates to the last day they can mean', () => {
		const rolesOn = (date: string) => makeCard(belova, catalogue, { date, today }).roles.map(({ text }) => text);
		assert.deepEqual(rolesOn('2014-12-31'), []);
		assert.deepEqual(rolesOn('2015-01-01'), ['Deputy Mayor']);
		assert.deepEqual(rolesOn('2019-03-30'), ['Deputy Mayor']);
		assert.ok(rolesOn('2019-03-31').includes('Mayor'));
	});

	it('shows names, links and the note in the language asked for', () => {
		const card = makeCard(belova, catalogue, { date: undefined, today, language: 'ru' });
		assert.equal(card.name, 'Анна Белова');
		assert.deepEqual(card.otherNames, [{ language: 'en', name: 'Anna Belova' }]);
		assert.equal(card.roles[0]?.of?.name, 'Озёрск');
		assert.deepEqual(card.links, [
			{ label: 'wikidata', url: 'https://www.wikidata.org/wiki/Q42' },
			{ label: 'web', url: 'http://example.org/a' },
		]);
		assert.equal(card.note, 'A note.');
	});
});

describe('searching actors', () => {
	const first = (query: string) => searchActors(catalogue, query)[0]?.actor.id;

	it('finds by any language, part or transliteration', () => {
		for (const query of ['Анна', 'belova', 'bel', 'Белова Анна']) assert.equal(first(query), 'belova');
		for (const query of ['Zhaksybekov', 'jaksybekov', 'жаксыб', 'Жақсыбеков'])
			assert.equal(first(query), 'zhaksybekov');
		assert.equal(first('lake'), 'town');
	});

	it('finds all for nothing, and nothing for what is nowhere', () => {
		assert.equal(searchActors(catalogue, '').length, 3);
		assert.deepEqual(searchActors(catalogue, 'Анна Орлова'), []);
	});
});

describe('a mention', () => {
	const known = catalogueOf(`
syldavia: { type: state, names: { ru: [Сильдавия], en: [Syldavia] }, adjectives: { en: [Syldavian] } }
both: { type: place, names: { ru: [Борг], kk: [Борг] } }
`);
	const nameIn = (text: string) => createMatcher(known, nameLists).find(text)[0]?.name;

	it('has the name that its form met', () => {
		assert.equal(nameIn('Он в Сильдавии.'), 'Сильдавия');
		assert.equal(nameIn('The Syldavian king'), 'Syldavian');
		assert.equal(nameIn('Это сильдавский король.'), 'сильдавский');
		assert.equal(nameIn('Он в Борге.'), 'Борг');
	});
});
