import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LineIndex } from '../../../src/core/text/lines';

/** The definition, spelled out: split, then count. */
function lines(text: string): string[] {
	return text.split(/\r\n|\n|\r/);
}

const ugly = fc.string({
	unit: fc.constantFrom('\r', '\n', '\r\n', '\u2028', '\u0085', 'a', 'ы', '😀', '\ud800', '\0', ' '),
});

describe('LineIndex', () => {
	it('counts an empty text as one line', () => {
		const index = new LineIndex('');
		assert.equal(index.lineCount, 1);
		assert.deepEqual(index.lineSpan(0), { start: 0, end: 0 });
		assert.deepEqual(index.positionAt(0), { line: 0, character: 0 });
	});

	it('ends lines at CRLF, LF and lone CR, and at nothing else', () => {
		const index = new LineIndex('a\r\nb\nc\rd\u2028e\u2029f\u0085g\vh');
		assert.equal(index.lineCount, 4);
		assert.deepEqual(index.lineSpan(0), { start: 0, end: 1 });
		assert.deepEqual(index.lineSpan(2), { start: 5, end: 6 });
		assert.deepEqual(index.positionAt(7), { line: 3, character: 0 });
	});

	it('takes a place inside a line end to the end of its line', () => {
		const index = new LineIndex('one\r\ntwo');
		assert.deepEqual(index.positionAt(4), { line: 0, character: 3 });
		assert.equal(index.offsetAt({ line: 0, character: 99 }), 3);
	});

	it('takes places outside the text to the nearest inside', () => {
		const index = new LineIndex('one\ntwo');
		assert.deepEqual(index.positionAt(-5), { line: 0, character: 0 });
		assert.deepEqual(index.positionAt(99), { line: 1, character: 3 });
		assert.equal(index.offsetAt({ line: -1, character: 2 }), 0);
		assert.equal(index.offsetAt({ line: 9, character: 0 }), 7);
		assert.equal(index.offsetAt({ line: 1, character: -1 }), 4);
		assert.deepEqual(index.lineSpan(9), { start: 4, end: 7 });
	});

	it('agrees with splitting the text, whatever is in it', () => {
		fc.assert(
			fc.property(ugly, (text) => {
				const index = new LineIndex(text);
				const expected = lines(text);
				assert.equal(index.lineCount, expected.length);
				expected.forEach((line, number) => {
					const { start, end } = index.lineSpan(number);
					assert.equal(text.slice(start, end), line);
				});
			}),
		);
	});

	it('comes back to the same offset, except inside a line end', () => {
		fc.assert(
			fc.property(ugly, (text) => {
				const index = new LineIndex(text);
				for (let offset = 0; offset <= text.length; offset++) {
					const inside = text[offset - 1] === '\r' && text[offset] === '\n';
					assert.equal(index.offsetAt(index.positionAt(offset)), inside ? offset - 1 : offset);
				}
			}),
		);
	});
});
