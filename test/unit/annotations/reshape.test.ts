import assert from 'node:assert/strict';
import { anchorAll } from '../../../src/core/annotations/anchor';
import { describe as describePassage } from '../../../src/core/annotations/create';
import type { EditResult } from '../../../src/core/annotations/editing';
import { addAnnotation, newSidecarText } from '../../../src/core/annotations/edits';
import type { Sidecar } from '../../../src/core/annotations/model';
import { mergeAnnotations, splitAnnotation } from '../../../src/core/annotations/reshape';
import { rewriteReferences } from '../../../src/core/annotations/retarget';
import { readSidecar } from '../../../src/core/annotations/sidecar';
import { applyEdits } from '../../../src/core/text/edits';
import { annotation, handmade } from './samples';

const seed =
	' date 2026-03-12 Engineers say that the old bridge will be closed in May. The ferry is to run twice a day.\n';
const spanOf = (words: string) => ({ start: seed.indexOf(words), end: seed.indexOf(words) + words.length });

function changed(text: string, change: (sidecar: Sidecar) => EditResult): string {
	const result = change(readSidecar(text));
	assert.ok(result.edits, JSON.stringify(result.problem));
	return applyEdits(text, result.edits);
}

const three = ['the old bridge', 'will be closed', 'twice a day'].reduce((text, words, i) => {
	const one = {
		...annotation,
		id: `a000000${i}`,
		tags: [`tag${i}`],
		...(i !== 1 && { note: `Note ${i}.` }),
		replies: [{ id: `r000000${i}`, text: 'Yes.' }],
		...describePassage(seed, spanOf(words)),
	};
	return changed(text, (sidecar) => addAnnotation(sidecar, one));
}, newSidecarText());

const passages = (text: string) => {
	const annotations = readSidecar(text).entries.map((entry) => entry.annotation);
	return anchorAll(seed, annotations).map(({ span }, i) => [
		annotations[i]!.id,
		span && seed.slice(span.start, span.end),
	]);
};

describe('splitting an annotation', () => {
	const span = spanOf('the old bridge');
	const offset = seed.indexOf(' bridge');

	it('leaves the note and thread with the first part', () => {
		const text = changed(three, (s) => splitAnnotation(s, 'a0000000', { text: seed, span, offset, newId: 'b0000000' }));
		assert.deepEqual(passages(text).slice(0, 3), [
			['a0000000', 'the old'],
			['b0000000', 'bridge'],
			['a0000001', 'will be closed'],
		]);
		const [first, second] = readSidecar(text).entries.map((entry) => entry.annotation);
		assert.deepEqual([first!.note, first!.replies.length], ['Note 0.', 1]);
		assert.deepEqual([second!.note, second!.replies, second!.tags], [undefined, [], ['tag0']]);
	});

	it('touches no other entry, the last one included', () => {
		const split = { text: seed, span: spanOf('twice a day'), offset: seed.indexOf(' a day'), newId: 'b0000000' };
		const text = changed(three, (s) => splitAnnotation(s, 'a0000002', split));
		const at = three.indexOf('a0000002');
		assert.equal(text.slice(0, at), three.slice(0, at));
		assert.deepEqual(passages(text).slice(2), [
			['a0000002', 'twice'],
			['b0000000', 'a day'],
		]);
	});

	it('does nothing where nothing would be on one side', () => {
		const cut = { text: seed, span, offset: span.end, newId: 'b0000000' };
		assert.deepEqual(splitAnnotation(readSidecar(three), 'a0000000', cut), { edits: [] });
		assert.ok(splitAnnotation(readSidecar(three), 'z0000000', cut).problem);
	});
});

describe('merging annotations', () => {
	it('keeps every note, tag and reply', () => {
		const span = { start: spanOf('the old').start, end: spanOf('twice a day').end };
		const text = changed(three, (s) => mergeAnnotations(s, ['a0000000', 'a0000001', 'a0000002'], { text: seed, span }));
		const { entries, problems } = readSidecar(text);
		assert.deepEqual(problems, []);
		const [one, ...others] = entries.map((entry) => entry.annotation);
		assert.deepEqual(others, []);
		assert.equal(one!.note, 'Note 0.\n\nNote 2.');
		assert.deepEqual(one!.tags, ['tag0', 'tag1', 'tag2']);
		assert.deepEqual(
			one!.replies.map(({ id }) => id),
			['r0000000', 'r0000001', 'r0000002'],
		);
		assert.deepEqual(passages(text), [['a0000000', seed.slice(span.start, span.end)]]);
	});

	it('leaves what stands between the merged ones as it is', () => {
		const span = { start: spanOf('the old').start, end: spanOf('twice a day').end };
		const text = changed(three, (s) => mergeAnnotations(s, ['a0000000', 'a0000002'], { text: seed, span }));
		const block = three.slice(three.indexOf('a0000001'), three.indexOf('a0000002')).trimEnd();
		assert.ok(text.includes(block));
		assert.ok(mergeAnnotations(readSidecar(three), ['a0000000', 'z0000000'], { text: seed, span }).problem);
	});
});

describe('references to a seed that moved', () => {
	const text = handmade
		.replace('kind: term', 'kind: term   # hm\n  same-as: "a.txt#d9q4h2mz" # twin')
		.replace('\n# --- the', '\nparallel:\n  a.txt: # mine\n    - { here: x }\n  ./b.txt:\n# --- the');

	/** Links to one seed. */
	const renameReferences = (sidecar: Sidecar, from: string, to: string) =>
		rewriteReferences(sidecar, (file) => (file.replace(/^\.\//, '') === from ? to : undefined));

	it('are mended where they stand', () => {
		assert.equal(
			changed(text, (sidecar) => renameReferences(sidecar, 'a.txt', 'en/a b.txt')),
			text.replace('"a.txt#d9q4h2mz"', 'en/a b.txt#d9q4h2mz').replace('  a.txt:', '  en/a b.txt:'),
		);
		assert.equal(
			changed(text, (sidecar) => renameReferences(sidecar, 'b.txt', 'c.txt')),
			text.replace('./b.txt:', 'c.txt:'),
		);
	});

	it('stay where the other seed is meant, or would be declared twice', () => {
		assert.equal(
			changed(text, (sidecar) => renameReferences(sidecar, 'x.txt', 'y.txt')),
			text,
		);
		assert.equal(
			changed(text, (sidecar) => renameReferences(sidecar, 'b.txt', 'a.txt')),
			text,
		);
	});

	it('move all at once when the sidecar itself moves', () => {
		const moved = changed(text, (sidecar) => rewriteReferences(sidecar, (file) => `../old/${file.replace('./', '')}`));
		assert.deepEqual(
			readSidecar(moved).parallel.map(({ file }) => file),
			['../old/a.txt', '../old/b.txt'],
		);
	});
});
