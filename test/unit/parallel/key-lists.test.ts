import assert from 'node:assert/strict';
import fc from 'fast-check';
import { KeyLists } from '../../../src/core/parallel/key-lists';
import { KeySet } from '../../../src/core/parallel/key-set';

/** Few of them, and such as share their place in a table. */
const key = fc.oneof(
	fc.integer({ min: 0, max: 40 }),
	fc.integer({ min: 0, max: 0xffffffff }),
	fc.integer({ min: 0, max: 30 }).map((n) => (n * 0x2000000 + 3) >>> 0),
);

function listed(lists: KeyLists, key: number): number[] {
	const sums = new Float64Array(200);
	lists.addTo(sums, key, 2);
	return [...sums.keys()].filter((number) => sums[number] === 2);
}

describe('lists by key', () => {
	it('hold what a map of sets holds', () => {
		const change = fc.record({ key, number: fc.integer({ min: 0, max: 199 }), out: fc.boolean() });
		fc.assert(
			fc.property(fc.array(change, { maxLength: 600, size: 'max' }), (changes) => {
				const [lists, model] = [new KeyLists(), new Map<number, Set<number>>()];
				for (const { key, number, out } of changes) {
					const set = model.get(key) ?? new Set();
					model.set(key, set);
					if (out) lists.delete(key, number);
					else if (!set.has(number)) lists.add(key, number);
					if (out) set.delete(number);
					else set.add(number);
				}
				for (const [key, set] of model) {
					assert.equal(lists.count(key), set.size);
					assert.deepEqual(
						listed(lists, key),
						[...set].sort((a, b) => a - b),
					);
				}
				assert.equal(lists.count(123_456), model.get(123_456)?.size ?? 0);
			}),
			{ numRuns: 60 },
		);
	});

	it('use the room of keys that are gone', () => {
		const lists = new KeyLists();
		for (let round = 0; round < 3000; round++) {
			for (let number = 0; number < 9; number++) lists.add(round * 256, number);
			for (let number = 0; number < 9; number++) lists.delete(round * 256, number);
		}
		lists.add(7, 1);
		assert.deepEqual(listed(lists, 7), [1]);
		assert.equal(lists.count(256), 0);
	});
});

describe('a set of keys', () => {
	it('holds what was added since it was emptied', () => {
		const keys = new KeySet();
		fc.assert(
			fc.property(fc.array(key, { maxLength: 3000, size: 'max' }), (added) => {
				keys.clear();
				const model = new Set<number>();
				for (const one of added) {
					assert.equal(keys.add(one), !model.has(one));
					model.add(one);
				}
				assert.equal(keys.size, model.size);
				for (const one of [...added, 5, 99, 4_000_000_000]) assert.equal(keys.has(one), model.has(one));
			}),
			{ numRuns: 40 },
		);
	});
});
