import assert from 'node:assert/strict';
import { createCounterpartIndex } from '../../../src/core/parallel/counterpart';
import type { KnownLanguage } from '../../../src/core/seed/model';
import { naturalPairs } from './pairs-file';

const date = '2026-03-02';
const story = {
	ru: ['Фестиваль ковров в Ашхабаде посетили 12000 человек.', 'Гран-при получила Огулгерек Аннаева из Мары.'],
	en: ['A carpet festival in Ashgabat drew 12,000 visitors.', 'Ogulgerek Annayeva of Mary won the Grand Prix.'],
	tr: [
		"Aşkabat'taki halı festivalini 12.000 kişi ziyaret etti.",
		"Mary'den Ogulgerek Annayeva Grand Prix ödülünü aldı.",
	],
};

/** Every natural pair, one document a side, all of one date. */
function filled() {
	const index = createCounterpartIndex();
	for (const { name, source, target } of naturalPairs)
		for (const [side, { language, paragraphs }] of Object.entries({ source, target }))
			index.set(`${name}.${side}`, { date, language, text: paragraphs });
	return index;
}

describe('counterpart', () => {
	it('is found among others by names and numbers alone', () => {
		const index = filled();
		const right = naturalPairs.filter(({ name }) => index.find(`${name}.source`)[0]?.file === `${name}.target`);
		assert.ok(right.length >= naturalPairs.length - 2, `${right.length} of ${naturalPairs.length}`);
	});

	it('is the same in steps, and after documents came and went', () => {
		const [index, other] = [filled(), filled()];
		for (const { name } of naturalPairs) {
			const kept = index.digest(`${name}.source`)!;
			index.delete(`${name}.source`);
			index.restore(`${name}.source`, kept);
		}
		index.rest();
		let count = 0;
		for (const { name } of naturalPairs) {
			const steps = index.findSteps(`${name}.source`);
			let step = steps.next();
			for (; !step.done; step = steps.next()) count++;
			assert.deepEqual(step.value, other.find(`${name}.source`));
		}
		assert.ok(count > naturalPairs.length);
	});

	it('is none where no document tells the story', () => {
		const index = filled();
		index.set('other', { date, language: 'ru', text: ['В зоопарке Хабаровска родились три амурских тигренка.'] });
		assert.deepEqual(index.find('other'), []);
		assert.deepEqual(index.find('not indexed'), []);
	});

	it('is every language of a story', () => {
		const index = filled();
		for (const [language, text] of Object.entries(story))
			index.set(language, { date, language: language as KnownLanguage, text });
		assert.deepEqual(
			index
				.find('ru')
				.map((found) => found.language)
				.sort(),
			['en', 'tr'],
		);
	});

	it('puts what a person declared first, indexed or not', () => {
		const index = filled();
		index.set('ru', { date, language: 'ru', text: story.ru });
		index.set('en', { date, language: 'en', text: story.en });
		const found = index.find('ru', { declared: ['elsewhere.txt', 'en'] });
		assert.deepEqual(
			found.map(({ file, declared }) => [file, declared]),
			[
				['elsewhere.txt', true],
				['en', true],
			],
		);
	});

	it('prefers the nearer date and looks further where it must', () => {
		const index = filled();
		index.set('ru', { date, language: 'ru', text: story.ru });
		index.set('late', { date: '2026-03-20', language: 'en', text: story.en });
		assert.equal(index.find('ru')[0]?.file, 'late');
		index.set('next day', { date: '2026-03-03', language: 'en', text: story.en });
		assert.equal(index.find('ru')[0]?.file, 'next day');
	});

	it('follows changes and deletions', () => {
		const index = filled();
		index.set('ru', { date, language: 'ru', text: story.ru });
		index.set('en', { date, language: 'en', text: story.en });
		assert.equal(index.find('ru')[0]?.file, 'en');
		index.set('en', { date, language: 'en', text: ['Nothing of the kind happened.'] });
		assert.deepEqual(index.find('ru'), []);
		index.delete('en');
		index.delete('en');
		assert.equal(index.size, naturalPairs.length * 2 + 1);
	});

	it('comes back from a cache as it was', () => {
		const [index, restored] = [filled(), createCounterpartIndex()];
		for (const { name } of naturalPairs)
			for (const file of [`${name}.source`, `${name}.target`])
				restored.restore(file, structuredClone(index.digest(file)!));
		for (const { name } of naturalPairs.slice(0, 4))
			assert.deepEqual(restored.find(`${name}.target`), index.find(`${name}.target`));
	});
});
