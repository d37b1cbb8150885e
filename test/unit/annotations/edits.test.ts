import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as edits from '../../../src/core/annotations/edits';
import type { Annotation } from '../../../src/core/annotations/model';
import { readSidecar } from '../../../src/core/annotations/sidecar';
import { applyEdits } from '../../../src/core/text/edits';
import { annotation, anyAnnotation, anyText, handmade } from './samples';

type Change = (sidecar: ReturnType<typeof readSidecar>) => edits.EditResult;

/** The text after the change; fails where the change is refused. */
function changed(text: string, change: Change): string {
	const result = change(readSidecar(text));
	assert.ok(result.edits, JSON.stringify(result.problem));
	return applyEdits(text, result.edits);
}

const empty = edits.newSidecarText();
const ids = (text: string) => readSidecar(text).entries.map((entry) => entry.annotation.id);

/** Each entry's text by its id. */
function blocks(text: string): Map<string, string> {
	return new Map(
		readSidecar(text).entries.map(({ annotation: { id }, span }) => [id, text.slice(span.start, span.end)]),
	);
}

describe('writing a sidecar', () => {
	it('writes an annotation in the fixed order, one fact a line', () => {
		const full: Annotation = {
			...annotation,
			target: { quote: "the minister's plan" },
			tags: ['security', '2026', 'to do'],
			sameAs: 'other.txt#d9q4h2mz',
			links: ['https://example.org/x'],
			note: 'First sentence.\nSecond: with a colon.',
			status: 'resolved',
			actor: 'ivan-petrov',
			author: 'ivanova',
			date: '2026-03-15',
			seen: '1234e567',
			replies: [{ id: 'e5p1w7kb', author: 'petrov', date: '2026-03-16', text: 'Confirmed.' }],
		};
		const written = changed(empty, (sidecar) => edits.addAnnotation(sidecar, full));
		assert.equal(
			written,
			`format: glossator/annotations@1

a7k2m9xq:
  kind: claim
  quote: 'the minister''s plan'
  before: 'Engineers say that '
  after: ' will be closed in May.'
  actor: ivan-petrov
  tags: [security, '2026', to do]
  same-as: other.txt#d9q4h2mz
  links: ['https://example.org/x']
  note: |-
    First sentence.
    Second: with a colon.
  status: resolved
  author: ivanova
  date: '2026-03-15'
  seen: '1234e567'
  replies:
    e5p1w7kb:
      author: petrov
      date: '2026-03-16'
      text: |-
        Confirmed.
`,
		);
	});

	it('adds one block where it is told to, and nothing else', () => {
		const one = changed(empty, (s) => edits.addAnnotation(s, annotation));
		const two = changed(one, (s) => edits.addAnnotation(s, { ...annotation, id: 'b7k2m9xq' }, annotation.id));
		assert.deepEqual(ids(two), ['b7k2m9xq', 'a7k2m9xq']);
		const added = two.replace(one.slice(empty.length), '');
		assert.equal(added.startsWith(empty) && two.endsWith(one.slice(empty.length)), true);
		const before = changed(handmade, (s) => edits.addAnnotation(s, { ...annotation, id: 'c7k2m9xq' }, 'a7k2m9xq'));
		assert.match(before, /do not touch\n\nc7k2m9xq:\n(?: {2}.*\n)+\n# --- the bridge ---\na7k2m9xq:/);
	});

	it('keeps the line ends of the file, with and without one at the end', () => {
		for (const text of [
			handmade.replaceAll('\n', '\r\n'),
			handmade.trimEnd(),
			handmade.replaceAll('\n', '\r\n').trimEnd(),
		]) {
			const eol = text.includes('\r') ? '\r\n' : '\n';
			const added = changed(text, (s) => edits.addAnnotation(s, { ...annotation, id: 'c7k2m9xq', note: 'a\nb' }));
			assert.equal(added.split(eol).join('').includes('\n'), false);
			assert.equal(added.endsWith(eol), text.endsWith(eol));
			assert.equal(
				changed(added, (s) => edits.removeAnnotation(s, 'c7k2m9xq')),
				text,
			);
		}
	});

	it('leaves comments and quoting alone when a value is replaced', () => {
		const text = changed(handmade, (s) =>
			edits.setFields(s, 'a7k2m9xq', {
				target: { quote: 'the new bridge' },
				tags: ['transport'],
				note: 'Done.',
				status: 'resolved',
			}),
		);
		assert.match(text, / {2}note: \|- {3}# mine\n {4}Done\.\n {2}kind: claim\n/);
		assert.match(text, / {2}quote: 'the new bridge' {3}# as printed\n/);
		assert.match(text, / {2}mood: doubtful\n/);
		assert.match(text, / {2}tags: \[transport\]\n {2}status: resolved\n {2}replies:\n/);
		assert.match(text, / {2}# more to come\n\nb7k2m9xq:/);
	});

	it('changes a quote into a long passage and back', () => {
		const one = changed(empty, (s) => edits.addAnnotation(s, annotation));
		const long = changed(one, (s) => edits.setFields(s, annotation.id, { target: { from: 'a', to: 'b', length: 9 } }));
		assert.match(long, / {2}kind: claim\n {2}from: 'a'\n {2}to: 'b'\n {2}length: 9\n {2}before: /);
		assert.equal(
			changed(long, (s) => edits.setFields(s, annotation.id, { target: annotation.target })),
			one,
		);
	});

	it('answers with a problem where it may not write, or there is no such thing', () => {
		const refused = (text: string, change: Change) => change(readSidecar(text)).problem?.code;
		const add: Change = (s) => edits.addAnnotation(s, annotation);
		assert.equal(refused('format: glossator/annotations@2\n', add), 'format/newer');
		assert.equal(refused(`${empty}<<<<<<< ours\n=======\n>>>>>>> theirs\n`, add), 'yaml/conflict-marker');
		assert.equal(refused('- a\n', add), 'yaml/not-a-map');
		assert.equal(refused(handmade, add), 'yaml/duplicate-key');
		assert.equal(
			refused(empty, (s) => edits.removeAnnotation(s, 'a7k2m9xq')),
			'sidecar/unknown-target',
		);
		assert.equal(
			refused(handmade, (s) => edits.removeReply(s, 'a7k2m9xq', 'zzzzzzzz')),
			'sidecar/unknown-target',
		);
		assert.equal(
			refused(`${empty}a7k2m9xq: { kind: x, quote: y }\n`, (s) => edits.setFields(s, 'a7k2m9xq', { kind: 'z' })),
			'sidecar/wrong-type',
		);
	});
});

describe('replies, counterparts and pins', () => {
	it('come and go without a trace', () => {
		const one = changed(handmade, (s) =>
			edits.addReply(s, 'b7k2m9xq', { id: 'r2345678', text: 'Why?', date: '2026-03-02' }),
		);
		assert.match(
			one,
			/ {2}date: 2026-03-01\n {2}replies:\n {4}r2345678:\n {6}date: '2026-03-02'\n {6}text: \|-\n {8}Why\?\n/,
		);
		const two = changed(one, (s) => edits.editReply(s, 'b7k2m9xq', 'r2345678', { text: 'How?', author: 'li' }));
		assert.deepEqual(readSidecar(two).entries[1]?.annotation.replies, [
			{ id: 'r2345678', text: 'How?', author: 'li', date: '2026-03-02' },
		]);
		assert.equal(
			changed(two, (s) => edits.removeReply(s, 'b7k2m9xq', 'r2345678')),
			handmade,
		);
	});

	it('change at the very end of a file whose last line does not end', () => {
		const text = `${empty}a7k2m9xq:\n  about: seed\n  replies:\n    r2345678:\n      text: |-\n        Why?`;
		assert.equal(
			changed(text, (s) => edits.editReply(s, 'a7k2m9xq', 'r2345678', { text: 'How?' })),
			text.replace('Why?', 'How?'),
		);
	});

	it('put the counterpart that a person chooses first, pins and all', () => {
		const [a, b] = ['one.txt', 'two.txt'];
		const prefer = (text: string, file: string) => changed(text, (s) => edits.preferCounterpart(s, file));
		const one = prefer('format: glossator/annotations@1\n', a);
		const pinned = changed(one, (s) => edits.addPin(s, a, { here: 'x', there: 'y' }));
		const two = prefer(pinned, b);
		assert.match(two, /parallel:\n {2}two\.txt:\n {2}one\.txt:\n {4}- \{ here: 'x', there: 'y' \}\n$/);
		const back = prefer(two, a);
		assert.match(back, /parallel:\n {2}one\.txt:\n {4}- \{ here: 'x', there: 'y' \}\n {2}two\.txt:\n$/);
		assert.equal(prefer(back, a), back);
		assert.equal(prefer(back, b), two);
	});

	it('keep a counterpart when its last pin goes', () => {
		const declared = changed(handmade, (s) => edits.declareCounterpart(s, 'other text.txt'));
		assert.match(declared, /do not touch\nparallel:\n {2}other text.txt:\n\n/);
		const pinned = changed(declared, (s) => edits.addPin(s, 'other text.txt', { here: "It's", there: 'Es' }));
		assert.match(pinned, /\n {4}- \{ here: 'It''s', there: 'Es' \}\n/);
		assert.equal(
			changed(declared, (s) => edits.declareCounterpart(s, 'other text.txt')),
			declared,
		);
		assert.equal(
			changed(pinned, (s) => edits.removePins(s, 'other text.txt', s.parallel[0]!.pins)),
			declared,
		);
		assert.equal(
			changed(pinned, (s) => edits.forgetCounterpart(s, 'other text.txt')),
			handmade,
		);
	});

	it('overrule a role and take it back', () => {
		const caption = changed(handmade, (s) => edits.setRole(s, 'Photo by', 'caption'));
		const body = changed(caption, (s) => edits.setRole(s, 'Photo by', 'body'));
		assert.deepEqual(
			readSidecar(body).roles.map(({ quote, role }) => [quote, role]),
			[['Photo by', 'body']],
		);
		assert.equal(
			changed(body, (s) => edits.setRole(s, 'Photo by', undefined)),
			handmade,
		);
	});
});

describe('any sequence of changes', () => {
	const names = ['c2345678', 'd2345678', 'e2345678'];
	const ends = fc.constantFrom('\n', '\r\n');
	const withEnds = (texts: readonly string[]) =>
		fc.tuple(fc.constantFrom(...texts), ends).map(([text, eol]) => text.replaceAll('\n', eol));
	const begun = [handmade, empty, handmade.trimEnd(), `${handmade}\n\n`];

	it('gives back what was put in, whatever the text', () => {
		fc.assert(
			fc.property(withEnds([...begun, '', '# only a comment']), anyAnnotation('c2345678'), (text, added) => {
				const written = changed(text, (s) => edits.addAnnotation(s, added));
				const { entries, problems } = readSidecar(written);
				assert.deepEqual(entries.find((entry) => entry.annotation.id === added.id)?.annotation, added);
				assert.ok(
					problems.every((problem) => problem.severity !== 'error'),
					JSON.stringify(problems),
				);
			}),
			{ numRuns: 100 },
		);
	});

	it('touches only the blocks it names, and is undone by its inverse to the byte', () => {
		const step = fc.record({
			id: fc.constantFrom(...names),
			place: fc.nat(5),
			what: fc.constantFrom('entry', 'field', 'reply', 'pin'),
			text: anyText,
		});
		fc.assert(
			fc.property(withEnds(begun), fc.array(step, { minLength: 1, maxLength: 5 }), (text, steps) => {
				let now = text;
				for (const [i, { id, place, what, text: words }] of steps.entries()) {
					const known = blocks(now).has(id);
					const before = ids(now)[place];
					const status = readSidecar(now).entries.find((entry) => entry.annotation.id === id)?.annotation.status;
					const [forth, back] = inverse({ what, known, id, words, before, status, reply: `r000000${i}` });
					const then = changed(now, forth);
					for (const [other, block] of blocks(now)) if (other !== id) assert.equal(blocks(then).get(other), block);
					if (what !== 'entry' || !known) assert.equal(changed(then, back), now);
					now = then;
				}
				for (const comment of text.match(/^#.*$/gm) ?? []) assert.ok(now.includes(comment));
			}),
			{ numRuns: 50 },
		);
	});

	interface Step {
		readonly what: string;
		readonly known: boolean;
		readonly id: string;
		readonly words: string;
		readonly before: string | undefined;
		readonly status: string | undefined;
		readonly reply: string;
	}

	/** A change and what takes it back. */
	function inverse({ what, known, id, words, before, status, reply }: Step): [Change, Change] {
		const file = `${id}.txt`;
		const unpin: Change = (s) => {
			const pins = s.parallel.find((declared) => declared.file === file)!.pins;
			return pins.length === 1 ? edits.forgetCounterpart(s, file) : edits.removePins(s, file, pins.slice(-1));
		};
		if (what === 'pin') return [(s) => edits.addPin(s, file, { here: words }), unpin];
		const add: Change = (s) => edits.addAnnotation(s, { ...annotation, id, note: words }, before);
		const remove: Change = (s) => edits.removeAnnotation(s, id);
		if (!known || what === 'entry') return known ? [remove, add] : [add, remove];
		if (what === 'field') {
			return [(s) => edits.setFields(s, id, { status: words }), (s) => edits.setFields(s, id, { status })];
		}
		return [(s) => edits.addReply(s, id, { id: reply, text: words }), (s) => edits.removeReply(s, id, reply)];
	}
});
