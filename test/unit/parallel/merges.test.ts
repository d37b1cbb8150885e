import assert from 'node:assert/strict';
import { withMerged } from '../../../src/core/parallel/merges';
import type { Pair } from '../../../src/core/parallel/pair';

/** Two short paragraphs, the second linked to a long one that says both. */
const lengths = { source: [100, 120], target: [220] };
const pair = (source: number, forth: number, back: number, score = 2): Pair => ({
	source,
	target: 0,
	forth,
	back,
	forthShare: forth,
	backShare: back,
	score,
	pinned: false,
});
const partnersOf = (pairs: readonly Pair[]) => pairs.map(({ source, target }) => [source, target]);

describe('paragraphs run together', () => {
	const linked = pair(1, 0.95, 0.9);

	it('link each short one with the long one that says both', () => {
		const other = pair(0, 0.9, 0.02);
		assert.deepEqual(partnersOf(withMerged([linked], [other, linked], lengths)), [
			[0, 0],
			[1, 0],
		]);
	});

	it('stay apart where the long one has no room for both', () => {
		const other = pair(0, 0.9, 0.02);
		const short = { source: [100, 120], target: [120] };
		assert.deepEqual(partnersOf(withMerged([linked], [other, linked], short)), [[1, 0]]);
	});

	it('stay apart where only the neighbours speak for it', () => {
		assert.deepEqual(partnersOf(withMerged([linked], [pair(0, 0.9, 0.02, -1), linked], lengths)), [[1, 0]]);
	});

	it('stay apart where no neighbour is linked', () => {
		assert.deepEqual(withMerged([], [pair(0, 0.9, 0.02)], lengths), []);
	});
});
