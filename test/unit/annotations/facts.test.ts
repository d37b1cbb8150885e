import assert from 'node:assert/strict';
import { factsIn, lostFacts } from '../../../src/core/annotations/facts';

const all = (text: string) => factsIn(text, { start: 0, end: text.length }, false);

describe('what a passage states', () => {
	it('is its numbers and names, not the words that begin sentences', () => {
		assert.deepEqual(all('On Monday Sedova paid 1,250 crowns. She left. В Осколе – 12'), [
			'Monday',
			'Sedova',
			'1',
			'250',
			'Осколе',
			'12',
		]);
	});

	it('counts the first word of a sentence where that is asked', () => {
		assert.deepEqual(factsIn('Rain. Luwen', { start: 6, end: 11 }, true), ['Luwen']);
		assert.deepEqual(factsIn('Rain. Luwen', { start: 6, end: 11 }, false), []);
	});

	it('is lost where a number is another, not where a name is inflected or misspelt', () => {
		assert.equal(lostFacts(['12', 'Осколе', 'Kamenka'], ['12', 'Оскола', 'Kamenca']), 0);
		assert.equal(lostFacts(['12', 'Qamarqand'], ['21', 'Qamarqandning']), 1);
		assert.equal(lostFacts(['Iran'], ['Iraq']), 1);
		assert.equal(lostFacts(['7', '7'], ['7']), 1);
	});
});
