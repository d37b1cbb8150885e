import assert from 'node:assert/strict';
import fc from 'fast-check';
import { GramIndex, occurrences } from '../../../src/core/text/grams';
import { ApproximatePattern } from '../../../src/core/text/search';

/** The textbook's table. */
function distance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
		}
		row = next;
	}
	return row[b.length]!;
}

const letters = (maxLength: number) => fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength });
const all = (text: string) => ({ start: 0, end: text.length });

describe('approximate search', () => {
	it('finds the best place there is', () => {
		fc.assert(
			fc.property(letters(14), letters(7), (text, words) => {
				const found = new ApproximatePattern(words).best(text, all(text), words.length);
				let least = words.length;
				for (let i = 0; i <= text.length; i++) {
					for (let j = i; j <= text.length; j++) least = Math.min(least, distance(words, text.slice(i, j)));
				}
				if (found) assert.equal(distance(words, text.slice(found.start, found.end)), found.errors);
				assert.equal(found?.errors ?? words.length, least);
			}),
		);
	});

	it('counts errors right in patterns of any length', () => {
		fc.assert(
			fc.property(letters(150), letters(150), (a, b) => {
				assert.equal(new ApproximatePattern(a).distance(b), distance(a, b));
			}),
			{ numRuns: 40 },
		);
	});

	it('finds a misprinted sentence and its edges', () => {
		const text =
			'The council met on Monday. Ministers of six countries signed teh agrement on transit. Then they left.';
		const found = new ApproximatePattern('Ministers of six countries signed the agreement on transit.').best(
			text,
			all(text),
			10,
		);
		assert.equal(
			found && text.slice(found.start, found.end),
			'Ministers of six countries signed teh agrement on transit.',
		);
		assert.equal(new ApproximatePattern('nothing of the kind here').best(text, all(text), 5), undefined);
	});
});

describe('an index of stretches', () => {
	it('finds every occurrence, as plain search does', () => {
		fc.assert(
			fc.property(letters(200), letters(9), (text, words) => {
				assert.deepEqual(new GramIndex(text).occurrences(words, 99), occurrences(text, words, 99));
			}),
		);
	});

	it('tells where the rare stretches of a pattern are', () => {
		const seen = new Map<number, number>();
		new GramIndex('the minister of transport said').visit('a minister of transport', (inPattern, inText) => {
			seen.set(inText - inPattern, (seen.get(inText - inPattern) ?? 0) + 1);
		});
		assert.ok((seen.get(2) ?? 0) > 15);
	});
});
