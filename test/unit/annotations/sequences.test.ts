// Any sequence of all that can be done to a sidecar: only what is named changes, and the edits taken back give the same bytes.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as edits from '../../../src/core/annotations/edits';
import type { Sidecar } from '../../../src/core/annotations/model';
import { rereadSidecar } from '../../../src/core/annotations/reread';
import { mergeAnnotations, splitAnnotation } from '../../../src/core/annotations/reshape';
import { rewriteReferences } from '../../../src/core/annotations/retarget';
import { readSidecar } from '../../../src/core/annotations/sidecar';
import type { TextEdit } from '../../../src/core/ports';
import { applyEdits } from '../../../src/core/text/edits';
import { annotation, anyText, handmade } from './samples';

/** What may happen; numbers choose among what is there. */
interface Step {
	readonly what: keyof typeof steps;
	readonly id: string;
	readonly at: number;
	readonly words: string;
}

/** What is done, and the top-level keys that it may touch. */
interface Done {
	readonly named: readonly string[];
	readonly result: edits.EditResult;
}

const seed = 'date 2026-01-15 Engineers say that the old bridge will be closed in May. A ferry goes twice a day.\n';
const sections = `parallel:   # by hand
  # the first one counts
  other.txt:
    - { here: 'a', there: 'b' }   # sure
    - here: 'c'
roles:
  # captions
  - { quote: 'Photo', role: caption }
mentions:
  - { quote: 'the ministry', actor: min }   # of transport
`;
const open = `\nf7k2m9xq:
  kind: claim
  quote: 'the ferry'   # which?
  actor: min
  same-as: other.txt#d9q4h2mz
  status: open
  conflict:
    status: { ours: open, theirs: done }

# below all
g7k2m9xq:
  conflict: { theirs: deleted }
  kind: note
  about: seed
`;
const full = handmade.replace('\n\n', `\n${sections}\n`) + open;

function pick<T>(all: readonly T[], at: number): T | undefined {
	return all[at % Math.max(1, all.length)];
}

const steps = {
	add: (s: Sidecar, { id, at, words }: Step): Done => {
		const before = pick([undefined, ...s.entries.map((entry) => entry.annotation.id)], at);
		return { named: [id], result: edits.addAnnotation(s, { ...annotation, id, note: words, actor: 'min' }, before) };
	},
	remove: (s: Sidecar, { at }: Step): Done => one(s, at, (id) => edits.removeAnnotation(s, id)),
	fields: (s: Sidecar, { at, words }: Step): Done =>
		one(s, at, (id) => edits.setFields(s, id, { note: words, status: at % 2 ? words : undefined, tags: [words] })),
	target: (s: Sidecar, { at, words }: Step): Done =>
		one(s, at, (id) => edits.setFields(s, id, { target: { from: words, to: words, length: 3 }, before: words })),
	reply: (s: Sidecar, { id, at, words }: Step): Done => one(s, at, (to) => edits.addReply(s, to, { id, text: words })),
	editReply: (s: Sidecar, { id, at, words }: Step): Done =>
		one(s, at, (to) => edits.editReply(s, to, replyOf(s, to, at) ?? id, { text: words, author: words })),
	removeReply: (s: Sidecar, { id, at }: Step): Done =>
		one(s, at, (to) => edits.removeReply(s, to, replyOf(s, to, at) ?? id)),
	split: (s: Sidecar, { id: newId, at }: Step): Done => {
		const span = { start: 16, end: 60 };
		const { named, result } = one(s, at, (id) => splitAnnotation(s, id, { text: seed, span, offset: 35, newId }));
		return { named: [...named, newId], result };
	},
	merge: (s: Sidecar, { at }: Step): Done => {
		const ids = s.entries.map((entry) => entry.annotation.id).slice(at % 3, (at % 3) + 2);
		return { named: ids, result: mergeAnnotations(s, ids, { text: seed, span: { start: 16, end: 60 } }) };
	},
	retarget: (s: Sidecar, { words }: Step): Done => ({
		named: ['parallel', ...s.entries.flatMap(({ annotation: { id, sameAs } }) => (sameAs ? [id] : []))],
		result: rewriteReferences(s, (file) => (file === 'other.txt' ? `${words.replace(/[#\s]/g, '')}.txt` : undefined)),
	}),
	declare: (s: Sidecar, { id }: Step): Done => within('parallel', edits.declareCounterpart(s, `${id}.txt`)),
	prefer: (s: Sidecar, { at }: Step): Done =>
		within('parallel', edits.preferCounterpart(s, pick(s.parallel, at)?.file ?? 'x.txt')),
	forget: (s: Sidecar, { at }: Step): Done =>
		within('parallel', edits.forgetCounterpart(s, pick(s.parallel, at)?.file ?? 'x.txt')),
	pin: (s: Sidecar, { at, words }: Step): Done =>
		within(
			'parallel',
			edits.addPin(s, pick(s.parallel, at)?.file ?? 'x.txt', at % 2 ? { here: words } : { there: words }),
		),
	unpin: (s: Sidecar, { at }: Step): Done => {
		const { file = '', pins = [] } = pick(s.parallel, at) ?? {};
		return within('parallel', edits.removePins(s, file, pins.slice(at % 2)));
	},
	role: (s: Sidecar, { at, words }: Step): Done => {
		const quote = at % 2 ? words : (pick(s.roles, at)?.quote ?? words);
		return within('roles', edits.setRole(s, quote, at % 3 ? 'byline' : undefined));
	},
	mention: (s: Sidecar, { at, words }: Step): Done => {
		const said = at % 2 ? { actor: 'min' } : { not: 'min' };
		return within('mentions', edits.overruleMention(s, { quote: words, before: words, after: '', ...said }));
	},
	unsay: (s: Sidecar, { at }: Step): Done => within('mentions', edits.clearMention(s, s.mentions.slice(at % 2))),
	actor: (s: Sidecar, { words }: Step): Done => ({
		named: ['mentions', ...s.entries.flatMap(({ annotation: { id, actor } }) => (actor === 'min' ? [id] : []))],
		result: edits.renameActorInSidecar(s, 'min', words.replace(/[\p{C}\s]/gu, '-')),
	}),
	take: (s: Sidecar, { at }: Step): Done => {
		const id = pick(original.entries, at)!.annotation.id;
		return { named: [id], result: edits.takeEntry(s, id, original) };
	},
	resolve: (s: Sidecar, { at, id }: Step): Done => {
		const undecided = pick(s.undecided, at);
		if (!undecided) return { named: [], result: { edits: [] } };
		const keep = at % 3 === 2 ? 'both' : at % 2;
		return { named: [undecided.path[0]!, id], result: edits.resolveConflict(s, undecided, keep, id) };
	},
} as const;

const original = readSidecar(full);

function one(s: Sidecar, at: number, change: (id: string) => edits.EditResult): Done {
	const id = pick(s.entries, at)?.annotation.id;
	return id === undefined ? { named: [], result: { edits: [] } } : { named: [id], result: change(id) };
}

function within(section: string, result: edits.EditResult): Done {
	return { named: [section], result };
}

function replyOf(s: Sidecar, id: string, at: number): string | undefined {
	return pick(s.entries.find((entry) => entry.annotation.id === id)?.annotation.replies ?? [], at)?.id;
}

/** All lines, blank ones apart, that are in none of the named blocks. */
function others({ text, entries, sections: known }: Sidecar, named: readonly string[]): string[] {
	const blocks = [
		...entries.map(({ annotation: { id }, span }) => ({ key: id, span })),
		...[...known].map(([key, span]) => ({ key, span })),
	].filter(({ key }) => named.includes(key));
	const rest = applyEdits(
		text,
		blocks.map(({ span }) => ({ ...span, text: '' })),
	);
	return rest.split(/\r?\n/).filter((line) => line.trim() !== '');
}

/** The edits that take edits of `text` back. */
function inverse(text: string, all: readonly TextEdit[]): TextEdit[] {
	let grown = 0;
	return [...all]
		.sort((a, b) => a.start - b.start || a.end - b.end)
		.map(({ start, end, text: put }) => {
			const back = { start: start + grown, end: start + grown + put.length, text: text.slice(start, end) };
			grown += put.length - (end - start);
			return back;
		});
}

describe('any sequence of all operations', () => {
	const anyStep: fc.Arbitrary<Step> = fc.record({
		what: fc.constantFrom(...(Object.keys(steps) as (keyof typeof steps)[])),
		id: fc.constantFrom('c2345678', 'd2345678', 'e2345678', 'h2345678'),
		at: fc.nat(11),
		words: anyText.filter((text) => text.trim() !== ''),
	});
	const begun = [full, full.trimEnd(), handmade, `${handmade}\n\n`, edits.newSidecarText()];
	const anyBeginning = fc
		.tuple(fc.constantFrom(...begun), fc.constantFrom('\n', '\r\n'))
		.map(([text, eol]) => text.replaceAll('\n', eol));
	const sequence = fc.array(anyStep, { minLength: 1, maxLength: 12 });
	let done: Record<string, number>;

	before(() => {
		done = {};
	});

	it('changes only the blocks it names, and is taken back to the byte', () => {
		fc.assert(
			fc.property(anyBeginning, sequence, (text, wanted) => {
				let now = readSidecar(text);
				const back: { readonly edits: TextEdit[]; readonly text: string }[] = [];
				for (const step of wanted) {
					const { named, result } = steps[step.what](now, step);
					if (!result.edits) continue;
					if (result.edits.length) done[step.what] = (done[step.what] ?? 0) + 1;
					const then = applyEdits(now.text, result.edits);
					const read = rereadSidecar(now, then);
					assert.deepEqual(read, readSidecar(then), step.what);
					assert.ok(read.writable, `${step.what}: ${JSON.stringify(read.problems)}\n${then}`);
					assert.deepEqual(others(read, named), others(now, named), `${step.what} ${named}\n${now.text}→\n${then}`);
					if (text.includes('\r')) assert.doesNotMatch(then, /(?<!\r)\n/, step.what);
					back.push({ edits: inverse(now.text, result.edits), text: now.text });
					now = read;
				}
				let undone = now.text;
				for (const step of back.reverse()) {
					undone = applyEdits(undone, step.edits);
					assert.equal(undone, step.text);
				}
				assert.equal(undone, text);
			}),
			{ numRuns: 100 },
		);
		assert.deepEqual(Object.keys(done).sort(), Object.keys(steps).sort(), 'each was done');
	});
});
