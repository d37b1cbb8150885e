import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeCopy, encodeCopy, outcomeOf, printOf } from '../../../src/editor/services/copy-format';

const bytes = (text: string) => new TextEncoder().encode(text);
const copyOf = (before: Uint8Array | undefined, after: Uint8Array) => ({
	...{ name: 'file:///a/ёлка.txt.ann.yaml', at: 1_760_000_000_123 },
	...{ before: before && printOf(before), after },
});
/** Of a text: without NUL. */
const anyBytes = fc.uint8Array({ min: 1, maxLength: 60 });

describe('copies of what is being written', () => {
	it('give back what was put in, and nothing where they were cut off or changed', () => {
		for (const before of [undefined, bytes(''), bytes('a: 1\n')]) {
			const copy = copyOf(before, bytes('a: ё\n\nb: 🎄\n'));
			const encoded = encodeCopy(copy);
			assert.deepEqual(decodeCopy(encoded), copy);
			for (let length = 0; length < encoded.length; length++)
				assert.equal(decodeCopy(encoded.subarray(0, length)), undefined, `${length}`);
			encoded[encoded.length - 3]!++;
			assert.equal(decodeCopy(encoded), undefined);
		}
	});

	it('tell a torn file from the old one, the new one and another one', () => {
		const [before, after] = [bytes('a: 1\nb: 2\n'), bytes('a: 1\nb: 2\nc: 3\n')];
		const outcome = (now: string | undefined) => outcomeOf(copyOf(before, after), now === undefined ? now : bytes(now));
		assert.equal(outcome('a: 1\nb: 2\n'), 'whole');
		assert.equal(outcome('a: 1\nb: 2\nc: 3\n'), 'whole');
		for (const torn of ['', 'a: 1\nb', 'a: 1\nb: 2\nc', 'a: 1\0\0\0', '\0\0'])
			assert.equal(outcome(torn), 'torn', torn);
		for (const other of ['a: 2\n', 'a: 1\nb: 2\nd: 4\n', 'a: 1\nb: 2\nc: 3\nd: 4\n'])
			assert.equal(outcome(other), 'other');
		assert.equal(outcome(undefined), 'other', 'deleted since');
		const made = copyOf(undefined, after);
		assert.deepEqual(
			[undefined, '', 'a'].map((now) => outcomeOf(made, now === undefined ? now : bytes(now))),
			['whole', 'torn', 'torn'],
		);
	});

	it('know every cut of a writing', () => {
		fc.assert(
			fc.property(fc.option(anyBytes, { nil: undefined }), anyBytes, fc.nat(), (before, after, at) => {
				const cut = after.subarray(0, at % (after.length + 1));
				const isOld = before !== undefined && Buffer.compare(cut, before) === 0;
				const copy = copyOf(before, after);
				assert.equal(outcomeOf(copy, after), 'whole');
				if (before) assert.equal(outcomeOf(copy, before), 'whole');
				assert.equal(outcomeOf(copy, cut), isOld || cut.length === after.length ? 'whole' : 'torn');
			}),
		);
	});
});
