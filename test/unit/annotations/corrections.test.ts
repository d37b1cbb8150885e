import assert from 'node:assert/strict';
import fc from 'fast-check';
import { correctPins, giveRole } from '../../../src/core/annotations/corrections';
import { newSidecarText } from '../../../src/core/annotations/edits';
import { anchorPins, beginningOf, paragraphsOf } from '../../../src/core/annotations/pins';
import { readSidecar } from '../../../src/core/annotations/sidecar';
import { applyEdits } from '../../../src/core/text/edits';

/** A text with its paragraphs, a blank line between. */
function pinned(...texts: string[]) {
	let start = 0;
	const paragraphs = texts.map((text) => {
		const span = { start, end: start + text.length };
		start = span.end + 2;
		return span;
	});
	return { text: texts.join('\n\n'), paragraphs };
}

const text = pinned(
	'The bridge over the river will be closed in May, the mayor told reporters on Monday.',
	'The bridge over the river will be closed in May, and the ferry will run every hour.',
	'Nobody asked the fishermen.',
);
const file = 'other.txt';

function correct(before: string, change: Parameters<typeof correctPins>[2]): string {
	const result = correctPins(readSidecar(before), file, change);
	assert.ok(result.edits, JSON.stringify(result.problem));
	return applyEdits(before, result.edits);
}

describe('what a person says of paragraphs', () => {
	it('quotes a paragraph as far as no other begins the same', () => {
		assert.equal(beginningOf(text, 2), 'Nobody asked the fishermen.');
		const quote = beginningOf(text, 1)!;
		assert.match(quote, /in May, and/);
		assert.deepEqual(paragraphsOf([quote, beginningOf(text, 0)], text), [1, 0]);
	});

	it('tells a heading from the lead that repeats it, but not two paragraphs that are the same', () => {
		const heading = pinned('Bridge to close in May', 'Bridge to close in May. The mayor said so.', 'End', 'End');
		assert.deepEqual(paragraphsOf([beginningOf(heading, 0), beginningOf(heading, 1)], heading), [0, 1]);
		assert.equal(beginningOf(heading, 2), undefined);
		assert.deepEqual(paragraphsOf(['End'], heading), [undefined]);
	});

	it('finds each paragraph by its quote, whatever the texts are', () => {
		const words = fc.array(fc.constantFrom('мост', 'bridge', '🌉', 'a', "don't", '1'), { minLength: 1, maxLength: 30 });
		const texts = fc.array(
			words.map((list) => list.join(' ')),
			{ minLength: 1, maxLength: 6 },
		);
		fc.assert(
			fc.property(texts, (list) => {
				const one = pinned(...list);
				for (const [i, said] of list.entries()) {
					const quote = beginningOf(one, i);
					if (quote === undefined) assert.ok(list.indexOf(said) !== list.lastIndexOf(said));
					else assert.deepEqual(paragraphsOf([quote], one), [i]);
				}
			}),
		);
	});

	it('finds a paragraph again when its first words have changed, and when it has moved', () => {
		const pins = [{ here: beginningOf(text, 0)!, span: { start: 0, end: 0 } }];
		const moved = pinned(
			'Nobody asked the fishermen.',
			'A bridge over the river will be closed in June, the mayor told reporters on Monday.',
			'Something quite different stands here.',
		);
		assert.deepEqual(anchorPins(pins, moved, text), [{ source: 1, target: undefined }]);
	});

	it('takes a contradicting pin out and puts the new one in, leaving the rest byte for byte', () => {
		const before = correct(correct(newSidecarText(), { added: { here: 'One' } }).replace('- {', '# mine\n    - {'), {
			added: { here: 'Two', there: 'Deux' },
		});
		const after = correct(before, { gone: [{ here: 'One' }], added: { here: 'One', there: 'Un' } });
		assert.equal(
			after,
			`format: glossator/annotations@1
parallel:
  other.txt:
    # mine
    - { here: 'Two', there: 'Deux' }
    - { here: 'One', there: 'Un' }
`,
		);
		assert.equal(correct(after, { added: { here: 'One', there: 'Un' } }), after);
		assert.equal(correct(after, { gone: [{ here: 'gone already' }] }), after);
	});

	it('says a role anew of the paragraph that one was given to, though its words have changed', () => {
		const role = (before: string, of: typeof text, index: number, given: string | undefined) => {
			const result = giveRole(readSidecar(before), of, index, given);
			assert.ok(result?.edits);
			return applyEdits(before, result.edits);
		};
		const caption = role(newSidecarText(), text, 2, 'caption');
		assert.match(caption, /- \{ quote: 'Nobody asked the fishermen.', role: caption \}/);
		const changed = pinned('Something else.', 'Nobody has asked the fishermen.');
		assert.match(role(caption, changed, 1, 'byline'), /'Nobody asked the fishermen.', role: byline/);
		assert.equal(role(caption, changed, 1, undefined), newSidecarText());
	});
});
