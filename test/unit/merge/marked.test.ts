import assert from 'node:assert/strict';
import { markedVersions } from '../../../src/core/merge/marked';

describe('a file with conflict markers', () => {
	it('is taken apart into both sides', () => {
		const text = 'a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> review\nd\n';
		assert.deepEqual(markedVersions(text), {
			base: undefined,
			ours: 'a\nb\nd\n',
			theirs: 'a\nc\nd\n',
			names: { ours: 'HEAD', theirs: 'review' },
		});
	});

	it('gives the base where the markers show it', () => {
		const text = '<<<<<<< ours\r\nb\r\n||||||| 1234567\r\na\r\n=======\r\nc\r\n>>>>>>> a branch\r\n';
		const found = markedVersions(text);
		assert.deepEqual([found?.base, found?.ours, found?.theirs], ['a\r\n', 'b\r\n', 'c\r\n']);
		assert.equal(found?.names.theirs, 'a branch');
	});

	it('may have many conflicts, also at its end without a line break', () => {
		const one = '<<<<<<<\nb\n=======\nc\n>>>>>>>';
		const found = markedVersions(`x\n${one}\ny\n${one}`);
		assert.deepEqual([found?.ours, found?.theirs], ['x\nb\ny\nb\n', 'x\nc\ny\nc\n']);
		assert.equal(found?.names.ours, undefined);
	});

	it('is left alone where the markers make no sense, or are none', () => {
		for (const text of [
			'',
			'a\n=======\nb\n',
			'<<<<<<< a\nb\n',
			'<<<<<<< a\n<<<<<<< b\n=======\n>>>>>>> c\n',
			'<<<<<<< a\n=======\n=======\n>>>>>>> c\n',
			'  <<<<<<< indented\n',
			'<<<<<<<<< nine\n',
		])
			assert.equal(markedVersions(text), undefined, JSON.stringify(text));
	});
});
