import assert from 'node:assert/strict';
import fc from 'fast-check';
import { diffSidecars } from '../../../src/core/annotations/diff';
import { addAnnotation, newSidecarText } from '../../../src/core/annotations/edits';
import { passageInContext } from '../../../src/core/annotations/in-context';
import { readSidecar } from '../../../src/core/annotations/sidecar';
import { takeChange } from '../../../src/core/annotations/take';
import { applyEdits } from '../../../src/core/text/edits';
import { annotation, anyAnnotation, handmade } from './samples';

/** `text` with every change between `from` and `to` carried out towards `version`, one by one. */
function takeAll(text: string, from: string, to: string, version: string): string {
	let now = text;
	for (const change of diffSidecars(readSidecar(from), readSidecar(to))) {
		const result = takeChange(readSidecar(now), change, readSidecar(version));
		assert.ok(result.edits, JSON.stringify(result.problem));
		now = applyEdits(now, result.edits);
	}
	return now;
}

const without = (text: string, block: RegExp) => {
	const shorter = text.replace(block, '');
	assert.notEqual(shorter, text);
	return shorter;
};

describe('taking one change', () => {
	it('back leaves the earlier text letter by letter', () => {
		const changed = handmade
			.replace('kind: claim', 'kind: error')
			.replace('text: Seen.', 'text: Seen twice.')
			.replace('  date: 2026-03-01\n', '');
		assert.equal(takeAll(changed, handmade, changed, handmade), handmade);
	});

	it('over brings keys that the program does not know along', () => {
		const shorter = without(handmade, /a7k2m9xq:\n(?: .*\n|\n(?= ))*\n/);
		const over = takeAll(shorter, shorter, handmade, handmade);
		assert.match(over, /^ {2}mood: doubtful$/m);
		assert.ok(over.indexOf('a7k2m9xq:') < over.indexOf('b7k2m9xq:'));
	});

	it('leaves what the change is not about alone', () => {
		const changed = handmade.replace("quote: 'a ferry'", "quote: 'two ferries'").replace('Ask the', 'Do not ask the');
		const [, second] = diffSidecars(readSidecar(handmade), readSidecar(changed));
		assert.ok(second);
		const result = takeChange(readSidecar(changed), second, readSidecar(handmade));
		assert.ok(result.edits);
		assert.equal(applyEdits(changed, result.edits), handmade.replace('Ask the', 'Do not ask the'));
	});

	it('keeps the line ends of the file it is taken into', () => {
		const dos = newSidecarText({ eol: '\r\n' });
		const over = takeAll(dos, newSidecarText(), handmade, handmade);
		assert.doesNotMatch(over, /[^\r]\n/);
	});

	it('works for counterparts, pins and roles', () => {
		const before = `${newSidecarText()}
parallel:
  en.txt:
    - { here: 'one', there: 'two' }
roles:
  - { quote: 'Photo', role: caption }
`;
		const after = `${newSidecarText()}
parallel:
  en.txt:
    - { here: 'one', there: 'three' }
    - { here: 'four' }
  az.txt:
roles:
  - { quote: 'Photo', role: body }
`;
		for (const version of [before, after]) {
			const other = version === before ? after : before;
			const taken = takeAll(other, before, after, version);
			assert.deepEqual(diffSidecars(readSidecar(taken), readSidecar(version)), []);
		}
	});

	it('whatever was added, taken back is gone, and taken over again is back', () => {
		fc.assert(
			fc.property(fc.tuple(...['c3k2m9xq', 'd3k2m9xq', 'e3k2m9xq'].map(anyAnnotation)), (added) => {
				let text = handmade;
				for (const one of added) {
					const result = addAnnotation(readSidecar(text), one, 'b7k2m9xq');
					if (result.edits) text = applyEdits(text, result.edits);
				}
				const back = takeAll(text, handmade, text, handmade);
				assert.equal(back, handmade);
				const again = takeAll(back, handmade, text, text);
				assert.deepEqual(diffSidecars(readSidecar(again), readSidecar(text)), []);
			}),
			{ numRuns: 40 },
		);
	});
});

describe('a passage in its context', () => {
	const text = 'Header.\n\nEngineers say that the old bridge will be closed in May. The ferry stays.\n\nMore.';

	it('is shown with the words of its paragraph around it', () => {
		assert.deepEqual(passageInContext(text, annotation), {
			before: 'Engineers say that ',
			passage: 'the old bridge',
			after: ' will be closed in May. The ferry stays.',
			state: 'placed',
			span: { start: 28, end: 42 },
		});
	});

	it('is told by its own words where the text no longer has it, or is not there', () => {
		for (const other of ['Something else altogether.', undefined]) {
			const found = passageInContext(other, annotation);
			assert.equal(found?.state, 'orphan');
			assert.equal(found?.passage, 'the old bridge');
			assert.equal(found?.span, undefined);
		}
	});

	it('is cut at words where its paragraph is long', () => {
		const long = `${'Many words come first. '.repeat(20)}Engineers say that the old bridge will be closed in May${' and more'.repeat(60)}`;
		const found = passageInContext(long, annotation);
		assert.match(found?.before ?? '', /^…(Many|words|come|first\.) .*Engineers say that $/);
		assert.match(found?.after ?? '', /^ will be closed in May( and more)+( and)?…$/);
	});

	it('does not exist for an annotation about the whole seed', () => {
		assert.equal(passageInContext(text, { ...annotation, target: { about: 'seed' } }), undefined);
	});
});
