import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fold } from '../../../src/core/text/fold';

/** The original of the place where `words` stand in the folded text. */
function originalOf(text: string, words: string): string {
	const folded = fold(text);
	const start = folded.text.indexOf(words);
	assert.ok(start >= 0, folded.text);
	const span = folded.toOriginal({ start, end: start + words.length });
	return text.slice(span.start, span.end);
}

describe('folding', () => {
	it('makes one of what typists and converters write differently', () => {
		assert.equal(fold('«Ещё», \u2014 сказал\u00a0он').text, fold('"Еще", - сказал он').text);
		assert.equal(fold('Don\u2019t  wrap\r\nhere').text, "Don't wrap here");
		assert.equal(fold('soft\u00adhyphen \u200fright').text, 'softhyphen right');
		assert.equal(fold('Чай и кофе'.normalize('NFD')).text, fold('Чай и кофе').text);
	});

	it('keeps letters apart that differ', () => {
		assert.notEqual(fold('ı').text, fold('i').text);
		assert.notEqual(fold('Совет').text, fold('совет').text);
		assert.equal(fold('СОВЕТ İ', { foldCase: true }).text, 'совет İ');
	});

	it('leads back to the original', () => {
		const text = '\u00a0Он\n\n  сказал: «Е\u0308лка и\u0306од» \u2013 и вышел. 😀 Конец.';
		assert.equal(originalOf(text, 'сказал: "Елка'), 'сказал: «Е\u0308лка');
		assert.equal(originalOf(text, 'йод'), 'и\u0306од');
		assert.equal(originalOf(text, 'вышел. 😀'), 'вышел. 😀');
	});

	it('survives a letter under a hundred thousand marks', () => {
		const text = `до ${'а\u0301'.padEnd(100_000, '\u0316\u0301')} после`;
		assert.equal(originalOf(text, 'после'), 'после');
	});

	it('maps offsets both ways in any text', () => {
		const piece = fc.constantFrom(
			' ',
			'\n',
			'\r\n',
			'\u00a0',
			'а',
			'е\u0308',
			'\u0301',
			'\u00ad',
			'«',
			'—',
			'😀',
			'\ud83d',
			'İ',
			'\0',
			'ё',
			'ab',
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
				const text = pieces.join('');
				const folded = fold(text);
				for (let start = 0, last = 0; start <= folded.text.length; start++) {
					const span = folded.toOriginal({ start, end: start });
					assert.ok(span.start >= last && span.start <= text.length);
					last = span.start;
				}
				assert.deepEqual(folded.toOriginal({ start: 0, end: folded.text.length }).end, text.length);
				assert.equal(fold(folded.text).text, folded.text);
			}),
		);
	});
});
