import assert from 'node:assert/strict';
import { emptyLexicon, readLexicon } from '../../../src/core/parallel/lexicon';
import { stem } from '../../../src/core/parallel/stem';
import { foldWord } from '../../../src/core/parallel/tokens';
import type { KnownLanguage } from '../../../src/core/seed/model';

const key = (word: string, language: KnownLanguage) => stem(foldWord(word, language), language);

describe('lexicon', () => {
	const entry = (word: string, english: string) => `${key(word, 'ru')}=${key(english, 'en')}`;
	const lexicon = readLexicon(`@ru\n${entry('сотрудничество', 'cooperation')}\n${entry('вода', 'water')}\n`);

	it('knows inflected forms', () => {
		for (const form of ['вода', 'воды', 'водой', 'водами'])
			assert.deepEqual(lexicon.lookup(form, 'ru'), { concepts: [key('water', 'en')], sure: 1 }, form);
	});

	it('trusts a word of the same family less', () => {
		const found = lexicon.lookup('сотрудничать', 'ru');
		assert.deepEqual(found?.concepts, [key('cooperate', 'en')]);
		assert.ok(found!.sure < 1);
	});

	it('trusts less what is left of a short word without its endings', () => {
		const short = readLexicon('@uz\nkun=day\n');
		assert.deepEqual(short.lookup('kunlari', 'uz')?.concepts, ['day']);
		assert.ok(short.lookup('kuni', 'uz')!.sure < 1);
		assert.equal(short.lookup('kuchi', 'uz'), undefined);
	});

	it('gives English words as their own meaning', () => {
		assert.deepEqual(emptyLexicon.lookup('cooperating', 'en')?.concepts, [key('cooperation', 'en')]);
	});

	it('reads lists one after the other, in any order of lines, and passes over the rest', () => {
		const two = readLexicon('@ru\r\nя=z\r\nа=b c\r\nnonsense\r\n@kk\nсу=water\n@ru\nб=d');
		assert.deepEqual(two.lookup('а', 'ru')?.concepts, ['b', 'c']);
		assert.deepEqual(two.lookup('б', 'ru')?.concepts, ['d']);
		assert.deepEqual(two.lookup('су', 'kk')?.concepts, ['water']);
		assert.equal(two.lookup('су', 'tr'), undefined);
		assert.equal(readLexicon('').lookup('вода', 'ru'), undefined);
	});
});

describe('stems', () => {
	const families: [KnownLanguage, string[]][] = [
		['ru', ['соглашение', 'соглашения', 'соглашением']],
		['ru', ['страна', 'страны', 'стран', 'странами']],
		['ru', ['система', 'системы', 'системам']],
		['ru', ['Нематов', 'Нематова', 'Нематову']],
		['en', ['develop', 'development', 'developing', 'developed']],
		['en', ['strategic', 'strategically']],
		['uz', ['шартнома', 'shartnomalar', 'shartnomani']],
		['kk', ['мемлекет', 'мемлекеттер', 'мемлекеттің']],
		['tr', ['ülke', 'ülkeler', "Ülke'den"]],
	];
	for (const [language, words] of families)
		it(`${words.join(' ')}`, () => {
			assert.deepEqual([...new Set(words.map((word) => key(word, language)))], [key(words[0]!, language)]);
		});
});
