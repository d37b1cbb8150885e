import assert from 'node:assert/strict';
import fc from 'fast-check';
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

const shown = (before: string, after: string) =>
	compareWords(before, after)
		.map(({ what, text }) => (what === 'same' ? text : what === 'removed' ? `[-${text}-]` : `{+${text}+}`))
		.join('');

describe('difference by words', () => {
	it('reads as a person would mark it', () => {
		assert.equal(shown('Ask the engineers.', 'Ask the old engineers.'), 'Ask the {+old +}engineers.');
		assert.equal(shown('one two three', 'one 2 3'), 'one [-two three-]{+2 3+}');
		assert.equal(shown('Мост закрыт до пятницы.', 'Мост открыт до пятницы.'), 'Мост [-закрыт-]{+открыт+} до пятницы.');
		assert.equal(shown('', 'new'), '{+new+}');
		assert.equal(shown('old', ''), '[-old-]');
		assert.deepEqual(compareWords('', ''), []);
	});

	it('gives back both texts, whatever they are, and never equal neighbours', () => {
		const words = fc.array(fc.constantFrom('a', 'b', ' ', 'do', 'don’t', '\n', '😀', '.', '\ud800'), { maxLength: 30 });
		fc.assert(
			fc.property(words, words, (a, b) => {
				const segments = compareWords(a.join(''), b.join(''));
				const without = (what: string) =>
					segments
						.filter((one) => one.what !== what)
						.map(({ text }) => text)
						.join('');
				assert.deepEqual([without('added'), without('removed')], [a.join(''), b.join('')]);
				for (const [i, { what, text }] of segments.entries()) assert.ok(text !== '' && what !== segments[i - 1]?.what);
			}),
		);
	});

	it('survives two long texts that share nothing', () => {
		const long = (word: string) => `${word} `.repeat(15_000);
		assert.equal(compareWords(long('a'), long('b')).length >= 2, true);
	});
});
