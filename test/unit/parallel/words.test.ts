import assert from 'node:assert/strict';
import { segment } from '../../../src/core/parallel/segments';
import { skeleton, soundsLike } from '../../../src/core/parallel/skeleton';
import { tokenise } from '../../../src/core/parallel/tokens';

describe('sounds', () => {
	const alike = (a: string, b: string) => soundsLike(skeleton(a, 'ru'), skeleton(b, 'en'));
	const names = [
		'неъматов nematov',
		'вашингтон washington',
		'мирзиеев mirziyoyev',
		'джонсон johnson',
		'цукерберг zuckerberg',
	];
	for (const pair of names)
		it(pair, () => {
			const [russian, english] = pair.split(' ') as [string, string];
			assert.ok(alike(russian, english) > 0.75, String(alike(russian, english)));
		});

	it('tells different names apart', () => {
		for (const [a, b] of [
			['алиев', 'tokayev'],
			['москва', 'baku'],
			['президент', 'parliament'],
		] as const)
			assert.ok(alike(a, b) < 0.6, `${a} ${b} ${alike(a, b)}`);
	});
});

describe('tokens', () => {
	const texts = (text: string, language: 'ru' | 'en' | 'uz' | 'tr' = 'ru') =>
		tokenise(text, language).map((token) => token.text);

	it('reads numbers by value in either notation', () => {
		assert.deepEqual(texts('1 200 000 и 1,200,000 и 7,25 и 7.250'), [
			'1200000',
			'и',
			'1200000',
			'и',
			'7.25',
			'и',
			'7250',
		]);
		assert.deepEqual(texts('18.02.2026'), ['18', '2', '2026']);
	});

	it('folds spelling', () => {
		assert.deepEqual(texts('Ещё Ёлка'), ['еще', 'елка']);
		assert.deepEqual(texts('Ўзбекистон O‘zbekiston', 'uz'), ["o'zbekiston", "o'zbekiston"]);
		assert.deepEqual(texts('İstanbul’da', 'tr'), ['istanbul']);
	});

	it('knows names by a capital inside the sentence', () => {
		const names = tokenise('Встреча прошла в Баку. Участники уехали.', 'ru').filter((token) => token.name);
		assert.deepEqual(
			names.map((token) => token.text),
			['баку'],
		);
	});
});

describe('segments', () => {
	const texts = (text: string) => segment([text]).map((one) => one.text.trim());

	it('cuts at sentences, not at initials and abbreviations', () => {
		const first = 'Об этом на встрече с журналистами рассказал А. Неъматов.';
		const second = 'Объем торговли за год составил 3 млрд. Долларами платят чаще всего.';
		assert.deepEqual(texts(`${first} ${second}`), [first, second]);
	});

	it('keeps short remarks with their neighbour', () => {
		const text = 'It is too early to speak of any final decision here. "No," he said.';
		assert.deepEqual(texts(text), [text]);
	});

	it('gives every paragraph at least one', () => {
		assert.deepEqual(
			segment(['', 'A.']).map(({ paragraph, opens }) => [paragraph, opens]),
			[
				[0, true],
				[1, true],
			],
		);
	});
});
