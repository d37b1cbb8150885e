import * as assert from 'node:assert/strict';
import { unifyLineEnds } from '../../../src/editor/services/line-ends';

describe('line ends of a file that is not open', () => {
	it('leaves texts with one kind alone', () => {
		for (const text of ['', 'one line', 'a\nb\n', 'a\r\nb\r\n']) assert.equal(unifyLineEnds(text), text);
	});

	it('follows the majority, as an open document does', () => {
		assert.equal(unifyLineEnds('a\r\nb\r\nc\nd'), 'a\r\nb\r\nc\r\nd');
		assert.equal(unifyLineEnds('a\nb\nc\r\nd'), 'a\nb\nc\nd');
		assert.equal(unifyLineEnds('a\r\nb\nc'), 'a\nb\nc');
	});

	it('takes a lone CR for a line end', () => {
		assert.equal(unifyLineEnds('a\rb\rc'), 'a\r\nb\r\nc');
		assert.equal(unifyLineEnds('a\rb\nc\nd'), 'a\nb\nc\nd');
	});

	it('keeps separators that end no line', () => {
		assert.equal(unifyLineEnds('a\u2028b\u0085c\rd\r'), 'a\u2028b\u0085c\r\nd\r\n');
	});
});
