import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { compareWords, markWords } from '../../../src/core/text/words';

describe('text: words', () => {
	it('marks what is gone and what is new', () => {
		assert.equal(
			markWords(compareWords('говорит о портах и паромах', 'говорит о больших портах, и катерах')),
			'говорит о [+больших+] портах[+,+] и [-паромах-][+катерах+]',
		);
		assert.equal(markWords(compareWords('one two', 'one two')), 'one two');
		assert.equal(markWords(compareWords('', 'new')), '[+new+]');
	});

	it('says all of both texts', () => {
		const text = fc
			.array(fc.constantFrom('a ', 'bc ', '«d', 'é', '. ', '\n'), { maxLength: 20 })
			.map((words) => words.join(''));
		fc.assert(
			fc.property(text, text, (before, after) => {
				const runs = compareWords(before, after);
				const without = (what: string) => runs.filter((run) => run.what !== what).map((run) => run.text);
				assert.equal(without('removed').join(''), after);
				assert.equal(without('added').join('').replace(/\s/g, ''), before.replace(/\s/g, ''));
			}),
		);
	});
});
