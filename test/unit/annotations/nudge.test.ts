import assert from 'node:assert/strict';
import fc from 'fast-check';
import { identicalPassages, type Nudge, nudge, shift, splitAt } from '../../../src/core/annotations/nudge';
import type { Span } from '../../../src/core/text/span';

/** A text in which `[` and `]` stand around the passage. */
function marked(text: string): { readonly text: string; readonly span: Span } {
	const start = text.indexOf('[');
	return { text: text.replace(/[[\]]/g, ''), span: { start, end: text.indexOf(']') - 1 } };
}

const shown = (text: string, span: Span | undefined) =>
	span && `${text.slice(0, span.start)}[${text.slice(span.start, span.end)}]${text.slice(span.end)}`;

function moved(before: string, edge: Nudge['edge'], direction: 1 | -1, unit: Nudge['unit']): string | undefined {
	const { text, span } = marked(before);
	return shown(text, nudge(text, span, { edge, direction, unit }));
}

function shifted(before: string, direction: 1 | -1, unit: Nudge['unit']): string | undefined {
	const { text, span } = marked(before);
	return shown(text, shift(text, span, direction, unit));
}

describe('nudging a passage', () => {
	it('moves an end by a word', () => {
		assert.equal(moved('the [old] bridge, closed', 'end', 1, 'word'), 'the [old bridge], closed');
		assert.equal(moved('the [old bridge], closed', 'end', 1, 'word'), 'the [old bridge, closed]');
		assert.equal(moved('the [old bridge, closed]', 'end', -1, 'word'), 'the [old bridge], closed');
		assert.equal(moved('the [old] bridge', 'start', -1, 'word'), '[the old] bridge');
		assert.equal(moved('[the old] bridge', 'start', 1, 'word'), 'the [old] bridge');
		assert.equal(moved('по-русски [и] о’збекча', 'start', -1, 'word'), '[по-русски и] о’збекча');
		assert.equal(moved('по-русски [и] о’збекча', 'end', 1, 'word'), 'по-русски [и о’збекча]');
	});

	it('moves an end by a sentence, past abbreviations, and into the next paragraph', () => {
		const text = 'One is here. [Two], by A. Smith, is “there.” Three.\n\nFour.';
		const grown = 'One is here. [Two, by A. Smith, is “there.”] Three.\n\nFour.';
		assert.equal(moved(text, 'end', 1, 'sentence'), grown);
		assert.equal(moved(grown, 'start', -1, 'sentence'), '[One is here. Two, by A. Smith, is “there.”] Three.\n\nFour.');
		assert.equal(moved('A b. [C d.]\n\nE f.', 'end', 1, 'sentence'), 'A b. [C d.\n\nE f.]');
	});

	it('leaves something, and stays within the text', () => {
		assert.equal(moved('the [old] bridge', 'end', -1, 'word'), undefined);
		assert.equal(moved('the [old] bridge', 'start', 1, 'word'), undefined);
		assert.equal(moved('[the] bridge', 'start', -1, 'word'), undefined);
		assert.equal(moved('the [bridge]!', 'end', 1, 'word'), undefined);
	});

	it('moves the whole, as many words or sentences as it has', () => {
		assert.equal(shifted('the [old stone] bridge is shut', 1, 'word'), 'the old [stone bridge] is shut');
		assert.equal(shifted('the old [stone bridge,] is shut', -1, 'word'), 'the [old stone] bridge, is shut');
		assert.equal(shifted('One. [Two.] Three.', 1, 'sentence'), 'One. Two. [Three.]');
		assert.equal(shifted('One. Two. [Three.]', 1, 'sentence'), undefined);
		assert.equal(shifted('[One.] Two.', -1, 'sentence'), undefined);
	});

	it('comes back to whole words, wherever it began', () => {
		const spans = fc
			.tuple(fc.nat(60), fc.nat(60))
			.map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }));
		fc.assert(
			fc.property(
				fc.stringMatching(/^[аб .,\n-]{62}$/),
				spans,
				fc.constantFrom(1 as const, -1 as const),
				(text, span, d) => {
					for (const edge of ['start', 'end'] as const) {
						const there = nudge(text, span, { edge, direction: d, unit: 'word' });
						if (there) assert.ok(there.start < there.end && (there[edge] - span[edge]) * d > 0);
					}
				},
			),
			{ numRuns: 100 },
		);
	});

	it('is cut in two without white space at the cut', () => {
		const { text, span } = marked('a [one two ] b');
		const parts = splitAt(text, span, text.indexOf(' two'));
		assert.deepEqual(
			parts?.map(({ start, end }) => text.slice(start, end)),
			['one', 'two'],
		);
		assert.equal(splitAt(text, span, span.start), undefined);
		assert.equal(splitAt(text, span, text.indexOf(' b')), undefined);
	});
});

describe('identical passages', () => {
	const text = 'The «Old  Bridge» is shut. An "old bridge" – bridges! OLD\nBRIDGE? oldbridge, old bridges';
	const of = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

	it('are found whatever their spaces and case, whole words only', () => {
		assert.deepEqual(
			identicalPassages(text, of('Old  Bridge')).map(({ start, end }) => text.slice(start, end)),
			['old bridge', 'OLD\nBRIDGE'],
		);
	});

	it('are not told where they are annotated already', () => {
		assert.deepEqual(
			identicalPassages(text, of('Old  Bridge'), [of('OLD\nBRIDGE'), of('The')]).map(({ start }) => start),
			[of('old bridge').start],
		);
	});

	it('take linear time in a text that repeats itself', () => {
		const long = 'ab '.repeat(50_000);
		assert.equal(identicalPassages(long, { start: 0, end: 2 }).length, 1000);
		assert.deepEqual(identicalPassages('aaaa', { start: 0, end: 1 }), []);
	});
});
