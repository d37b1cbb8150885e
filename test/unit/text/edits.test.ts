import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, mapSpan, minimalEdit } from '../../../src/core/text/edits';

/** The passage in square brackets, after the edit, in square brackets again. */
function carried(marked: string, from: string, to: string): string {
	const start = marked.indexOf('[');
	const end = marked.indexOf(']') - 1;
	const text = marked.replace(/[[\]]/g, '');
	const at = text.indexOf(from);
	const edits = [{ start: at, end: at + from.length, text: to }];
	const after = applyEdits(text, edits);
	const span = mapSpan({ start, end }, edits);
	return `${after.slice(0, span.start)}[${after.slice(span.start, span.end)}]${after.slice(span.end)}`;
}

const insert = (start: number, text: string) => ({ start, end: start, text });

describe('applyEdits', () => {
	it('applies edits in any order', () => {
		const edits = [
			{ start: 8, end: 13, text: 'Herat' },
			{ start: 0, end: 4, text: 'To' },
		];
		assert.equal(applyEdits('From to Kabul.', edits), 'To to Herat.');
	});

	it('puts several insertions at one place in list order', () => {
		assert.equal(applyEdits('ad', [insert(1, 'b'), insert(1, 'c')]), 'abcd');
	});

	it('refuses edits that overlap or lie outside', () => {
		const overlapping = [
			{ start: 0, end: 3, text: '' },
			{ start: 2, end: 4, text: '' },
		];
		assert.throws(() => applyEdits('abcdef', overlapping), RangeError);
		assert.throws(() => applyEdits('abc', [{ start: 2, end: 9, text: '' }]), RangeError);
	});
});

describe('mapSpan', () => {
	it('moves with changes before it and ignores those after', () => {
		assert.equal(carried('one [two] three', 'one', 'twenty'), 'twenty [two] three');
		assert.equal(carried('one [two] three', 'three', ''), 'one [two] ');
	});

	it('leaves text put in at its borders outside', () => {
		assert.deepEqual(mapSpan({ start: 4, end: 7 }, [insert(4, 'xx')]), { start: 6, end: 9 });
		assert.deepEqual(mapSpan({ start: 4, end: 7 }, [insert(7, 'xx')]), { start: 4, end: 7 });
	});

	it('takes in what is replaced inside it, to its very borders', () => {
		assert.equal(carried('one [two three] four', 'two', '2'), 'one [2 three] four');
		assert.equal(carried('one [two three] four', 'two three', '2–3'), 'one [2–3] four');
	});

	it('loses what is replaced across its border', () => {
		assert.equal(carried('one [two three] four', 'one two', 'x'), 'x[ three] four');
		assert.equal(carried('one [two three] four', 'three four', 'x'), 'one [two ]x');
	});

	it('is empty once all of it is gone', () => {
		assert.equal(carried('one [two] three', 'two', ''), 'one [] three');
		assert.equal(carried('one [two] three', 'one two three', 'x'), '[]x');
		assert.equal(carried('one [two] three', 'one two', 'x'), '[]x three');
	});

	it('keeps a passage that the edits do not touch, wherever they are', () => {
		const scenario = fc.record({
			head: fc.array(fc.tuple(fc.string(), fc.string())),
			passage: fc.string({ minLength: 1 }),
			tail: fc.array(fc.tuple(fc.string(), fc.string())),
		});
		fc.assert(
			fc.property(scenario, ({ head, passage, tail }) => {
				let text = '';
				const edits: { start: number; end: number; text: string }[] = [];
				const add = ([old, fresh]: [string, string]) => {
					edits.push({ start: text.length, end: text.length + old.length, text: fresh });
					text += `${old}|`;
				};
				head.forEach(add);
				const start = text.length;
				text += `${passage}|`;
				tail.forEach(add);
				const span = mapSpan({ start, end: start + passage.length }, edits);
				assert.equal(applyEdits(text, edits).slice(span.start, span.end), passage);
			}),
		);
	});
});

describe('minimalEdit', () => {
	it('finds the one stretch that changed', () => {
		assert.deepEqual(minimalEdit('one two three', 'one 2 three'), { start: 4, end: 7, text: '2' });
		assert.deepEqual(minimalEdit('aa', 'aaa'), { start: 2, end: 2, text: 'a' });
		assert.equal(minimalEdit('same', 'same'), undefined);
	});

	it('never parts a surrogate pair or a CRLF', () => {
		assert.deepEqual(minimalEdit('😀', '😁'), { start: 0, end: 2, text: '😁' });
		assert.deepEqual(minimalEdit('a\r\nb', 'a\rb'), { start: 1, end: 3, text: '\r' });
		assert.deepEqual(minimalEdit('a\nb', 'a\r\nb'), { start: 1, end: 2, text: '\r\n' });
	});

	it('turns one text into the other, cutting neither in the wrong place', () => {
		const text = fc.string({ unit: fc.constantFrom('a', 'b', '\r', '\n', '\ud83d', '\ude00', '\ude01') });
		const parted = (s: string, at: number) =>
			/^(\r\n|[\ud800-\udbff][\udc00-\udfff])$/.test(s.slice(Math.max(0, at - 1), at + 1)) && at > 0;
		fc.assert(
			fc.property(text, text, (before, after) => {
				const edit = minimalEdit(before, after);
				if (!edit) return assert.equal(before, after);
				assert.equal(applyEdits(before, [edit]), after);
				const tail = after.length - (before.length - edit.end);
				for (const at of [edit.start, edit.end]) assert.ok(!parted(before, at));
				for (const at of [edit.start, tail]) assert.ok(!parted(after, at));
			}),
		);
	});
});
