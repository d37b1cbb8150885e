import assert from 'node:assert/strict';
import fc from 'fast-check';
import { labelOf } from '../../../src/core/seed/label';

const label = (text: string, maximum?: number) => labelOf(text, { start: 0, end: text.length }, maximum);

describe('labelOf', () => {
	it('gives a short paragraph whole, on one line', () => {
		assert.equal(label('Форум\r\n  открылся\u00a0 в полдень.'), 'Форум открылся в полдень.');
	});

	it('cuts after a word and says so', () => {
		assert.equal(label('The forum opened at noon, in the old town hall.', 30), 'The forum opened at noon, in…');
		assert.equal(label('The forum opened at noon, and all.', 28), 'The forum opened at noon…');
	});

	it('drops header and dateline', () => {
		assert.equal(label('БАКУ /Trend/ – Открылся форум.'), 'Открылся форум.');
		assert.equal(label(' date 2024-03-05 ASTANA – The forum opened.'), 'The forum opened.');
		assert.equal(label('Baku, Azerbaijan, April 12'), 'Baku, Azerbaijan, April 12');
	});

	it('never exceeds its maximum nor parts a surrogate pair', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, maximum) => {
				const short = label(text, maximum);
				assert.ok(short.length <= maximum);
				assert.ok(!/[\n\r\t]/.test(short));
				assert.doesNotMatch(short, /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/);
			}),
		);
	});
});
