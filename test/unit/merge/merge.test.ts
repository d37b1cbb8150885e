import assert from 'node:assert/strict';
import { resolveConflict } from '../../../src/core/annotations/edits';
import { readSidecar } from '../../../src/core/annotations/sidecar';
import { type MergeOptions, mergeSidecars } from '../../../src/core/merge/merge';
import { canKeepBoth, type Keep } from '../../../src/core/merge/resolve';
import { applyEdits } from '../../../src/core/text/edits';
import { handmade } from '../annotations/samples';
import { merged } from './merged';

const clean = (base: string, ours: string, theirs: string, options?: MergeOptions) => {
	const { text, undecided } = merged(base, ours, theirs, options);
	assert.deepEqual(undecided, []);
	return text;
};

const entry = (id: string, more = '') => `${id}:\n  kind: claim\n  quote: 'the ${id}'\n${more}`;
const head = 'format: glossator/annotations@1\n';

describe('merge of sidecars', () => {
	it('takes what only one side changed, byte for byte', () => {
		const edited = handmade.replace('Seen.', 'Seen twice.');
		assert.equal(clean(handmade, edited, handmade), edited);
		assert.equal(clean(handmade, handmade, edited), edited);
		assert.equal(clean(handmade, edited, edited), edited);
	});

	it('joins changes of different fields, comments and unknown keys kept', () => {
		const ours = handmade.replace('Ask the engineers.', 'Ask them.').replace('# --- the', '# --- on the');
		const theirs = handmade
			.replace('mood: doubtful', 'mood: sure   # now')
			.replace("# the team's word", '# their word')
			.replace('# the end', '# the very end');
		const expected = ours
			.replace('mood: doubtful', 'mood: sure   # now')
			.replace("# the team's word", '# their word')
			.replace('# the end', '# the very end');
		assert.equal(clean(handmade, ours, theirs), expected);
		assert.equal(clean(handmade, theirs, ours), expected);
	});

	it('keeps the blocks of both sides in their places', () => {
		const base = head + entry('b0000000') + entry('f0000000');
		const ours = head + entry('b0000000') + entry('d0000000') + entry('f0000000') + entry('g0000000');
		const theirs = head + entry('a0000000') + entry('b0000000') + entry('c0000000') + entry('f0000000');
		const order = (text: string) =>
			readSidecar(text)
				.entries.map(({ annotation }) => annotation.id[0])
				.join('');
		assert.equal(order(clean(base, ours, theirs)), 'abdcfg');
		const seed = ' date 2026-01-01 the a0000000, the b0000000, the c0000000, the d0000000, the f0000000, the g0000000';
		assert.equal(order(clean(base, ours, theirs, { seed })), 'abcdfg');
	});

	it('merges lists as sets, in either style', () => {
		const base = head + entry('a0000000', '  tags: [one, two]\n  links: [x]\n');
		const ours = head + entry('a0000000', '  tags: [two, three]\n  links: [x]\n');
		const theirs = head + entry('a0000000', '  tags:\n    - one\n    - two # 2\n    - four\n');
		const { annotation } = readSidecar(clean(base, ours, theirs)).entries[0]!;
		assert.deepEqual([annotation.tags, annotation.links], [['two', 'three', 'four'], []]);
		const one = clean(base, ours.replace('[two, three]', 'three'), base.replace('[one, two]', '[one, two, five]'));
		assert.deepEqual(readSidecar(one).entries[0]!.annotation.tags, ['three', 'five']);
	});

	it('merges replies, counterparts, pins, roles and lists it does not know', () => {
		const reply = (id: string) => `    ${id}:\n      text: 'r ${id}'\n`;
		const base = `${head}parallel:\n  a.txt:\n    - { here: 'x' }\nroles:\n  - { quote: 'q', role: body }\n${entry('a0000000')}`;
		const ours = base
			.replace("'x' }\n", "'x' }\n    - { here: 'mine' }\n")
			.replace(entry('a0000000'), entry('a0000000', `  replies:\n${reply('b0000000')}`))
			.replace('roles:', "mentions:\n  - { quote: 'm', actor: a }\nroles:");
		const theirs = base
			.replace("    - { here: 'x' }\n", "    - { there: 'yours' }\n  b.txt:\n")
			.replace('role: body', 'role: caption')
			.replace(entry('a0000000'), entry('a0000000', `  replies:\n${reply('c0000000')}`))
			.replace('roles:', "mentions:\n  - { quote: 'n', actor: b }\nroles:");
		const text = clean(base, ours, theirs);
		const { parallel, roles, entries } = readSidecar(text);
		assert.deepEqual(
			parallel.map(({ file, pins }) => [file, ...pins.map(({ here, there }) => here ?? there)]),
			[['a.txt', 'mine', 'yours'], ['b.txt']],
		);
		assert.deepEqual(
			roles.map(({ role }) => role),
			['caption'],
		);
		assert.deepEqual(
			entries[0]!.annotation.replies.map(({ id }) => id),
			['b0000000', 'c0000000'],
		);
		assert.match(text, /mentions:\n {2}- \{ quote: 'm', actor: a \}\n {2}- \{ quote: 'n', actor: b \}\n/);
	});

	it('leaves two values of one field to a person, in YAML that opens', () => {
		const base = head + entry('a0000000', '  note: old\n');
		const { text, undecided } = merged(base, base.replace('old', 'mine'), base.replace('old', "'yours: #1'"));
		assert.deepEqual(undecided, ['a0000000/note']);
		assert.equal(
			text,
			`${base.replace('old', 'mine')}  conflict:\n    note:\n      main: mine\n      review: 'yours: #1'\n`,
		);
		const sidecar = readSidecar(text);
		assert.deepEqual([sidecar.writable, sidecar.entries.length], [true, 1]);
		assert.deepEqual(
			sidecar.problems.map(({ code, args, span }) => [code, args, text.slice(span.start, span.start + 5)]),
			[['merge/two-values', { key: 'note', sides: 'main, review' }, 'note:']],
		);
	});

	it('never takes a passage half from one side and half from the other', () => {
		const base = head + entry('a0000000', "  before: 'b'\n  after: 'a'\n  seen: 11111111\n");
		const ours = base.replace('the a0000000', 'one').replace("'b'", "'bb'").replace('11111111', '2222222a');
		const theirs = base.replace('the a0000000', 'two').replace("'a'", "'aa'").replace('11111111', '3333333a');
		const { text, undecided } = merged(base, ours, theirs);
		assert.deepEqual(undecided, ['a0000000/passage']);
		const { annotation } = readSidecar(text).entries[0]!;
		assert.deepEqual(
			[annotation.target, annotation.before, annotation.after, annotation.seen],
			[{ quote: 'one' }, 'bb', 'a', '2222222a'],
		);
		assert.equal(settled(text, 1), theirs);
		assert.equal(settled(text, 0), ours);
	});

	it('keeps what one side deleted and the other changed, and says so', () => {
		const base = head + entry('a0000000') + entry('b0000000');
		const ours = head + entry('a0000000');
		const theirs = base.replace('the b0000000', 'changed');
		for (const [text, side] of [
			[merged(base, ours, theirs).text, 'main'],
			[merged(base, theirs, ours).text, 'review'],
		] as const) {
			assert.equal(text, `${theirs}  conflict:\n    ${side}: deleted\n`);
			assert.deepEqual(
				readSidecar(text).problems.map(({ code }) => code),
				['merge/deleted'],
			);
			assert.equal(settled(text, 0), ours);
			assert.equal(settled(text, 'both'), theirs);
		}
		assert.equal(clean(base, ours, `${base}\n# later\n`), `${ours}\n# later\n`);
	});

	it('leaves two roles of a paragraph to a person', () => {
		const base = `${head}roles:\n  - { quote: 'p', role: body }\n  - { quote: 'q', role: body }\n`;
		const with_ = (role: string) => base.replace("'q', role: body", `'q', role: ${role}`);
		const { text, undecided } = merged(base, with_('caption'), with_('byline'));
		assert.deepEqual(undecided.length, 1);
		assert.deepEqual(
			readSidecar(text).problems.map(({ code }) => code),
			['merge/two-values'],
		);
		assert.equal(settled(text, 0), with_('caption'));
		assert.equal(settled(text, 1), with_('byline'));
	});

	it('leaves two actors for one mention to a person', () => {
		const said = (actor: string) => `  - { quote: 'Lind', before: 'Marta ', actor: ${actor} }\n`;
		const base = `${head}mentions:\n  - { quote: 'x', not: a }\n`;
		const { text } = merged(base, base + said('a'), base + said('b'));
		assert.equal(text, base + said('a') + said('b'));
		assert.deepEqual(
			readSidecar(text).problems.map(({ code }) => code),
			['merge/two-values'],
		);
		assert.equal(settled(text, 1), base + said('b'));
	});

	it('takes line ends, byte order mark and file end from the side that changed them', () => {
		const base = head + entry('a0000000') + entry('b0000000');
		const ours = base.replace('the a0000000', 'mine');
		const theirs = base.replace('the b0000000', 'yours');
		const both = ours.replace('the b0000000', 'yours');
		assert.equal(
			clean(base, ours, `\ufeff${theirs.replaceAll('\n', '\r\n')}`),
			`\ufeff${both.replaceAll('\n', '\r\n')}`,
		);
		assert.equal(clean(base, ours.replaceAll('\n', '\r\n'), theirs), both.replaceAll('\n', '\r\n'));
		assert.equal(clean(base, ours.trimEnd(), theirs), both.trimEnd());
	});

	it('merges entries that both sides added, other indentation, maps in braces', () => {
		const added = head + entry('a0000000', '  note: one\n');
		const wide = `${head}a0000000:\n    quote: "the a0000000"\n    tags: [x]\n    kind: claim\n`;
		const { text } = merged(head, added, wide);
		const { annotation } = readSidecar(text).entries[0]!;
		assert.deepEqual([annotation.note, annotation.tags, readSidecar(text).problems], ['one', ['x'], []]);
		const braces = `${head}a0000000: { kind: claim, quote: 'the a0000000', status: open }\n`;
		const other = readSidecar(merged(head, added, braces).text);
		assert.deepEqual([other.entries[0]!.annotation.status, other.problems], ['open', []]);
	});

	it('refuses a side that it cannot understand, and does without a base', () => {
		const base = head + entry('a0000000');
		const broken = `${base}<<<<<<< x\n`;
		for (const [bad, code] of [
			[broken, 'yaml/conflict-marker'],
			['\0\u0001PNG\ufffd\ufffd', 'yaml/syntax'],
			[`${base}  : [`, 'yaml/syntax'],
			[base.replace('@1', '@2'), 'format/newer'],
		] as const) {
			const result = mergeSidecars(base, bad, base.replace('claim', 'term'));
			assert.deepEqual([result.problem?.code, 'side' in result && result.side], [code, 'ours']);
			const other = mergeSidecars(base, base.replace('claim', 'term'), bad);
			assert.deepEqual([other.problem?.code, 'side' in other && other.side], [code, 'theirs']);
		}
		const result = mergeSidecars(broken, base.replace('claim', 'term'), `${base}\n${entry('b0000000')}`);
		assert.ok(result.text !== undefined && result.ignoredBase?.code === 'yaml/conflict-marker');
		assert.equal(readSidecar(result.text).entries.length, 2);
	});

	it('merges a file with open conflicts, and drops those that one side settled', () => {
		const base = head + entry('a0000000', '  note: old\n') + entry('b0000000');
		const { text } = merged(base, base.replace('old', 'mine'), base.replace('old', 'yours'));
		const solved = settled(text, 1);
		assert.equal(clean(text, text.replace('the b0000000', 'x'), solved), solved.replace('the b0000000', 'x'));
		const third = merged(base, text, base.replace('old', 'third'), { names: { ours: 'main', theirs: 'third' } });
		const { alternatives } = readSidecar(third.text).undecided[0]!;
		assert.deepEqual(
			alternatives.map(({ side }) => side),
			['main', 'review', 'third'],
		);
	});

	it('keeps both values: notes joined, other things as a second annotation', () => {
		const base = head + entry('a0000000', '  note: old\n  replies:\n    c0000000:\n      text: x\n');
		const notes = merged(base, base.replace('old', 'mine'), base.replace('old', 'yours')).text;
		assert.equal(settled(notes, 'both'), base.replace('note: old', 'note: |-\n    mine\n    yours'));
		const kinds = merged(base, base.replace('claim', 'term'), base.replace('claim', 'question')).text;
		const two = settled(kinds, 'both');
		assert.equal(
			two,
			`${base.replace('claim', 'term')}\n${entry('z0000000', '  note: old\n').replace('the z', 'the a').replace('claim', 'question')}`,
		);
	});
});

/** The text once the first open conflict is decided. */
function settled(text: string, keep: Keep): string {
	const sidecar = readSidecar(text);
	const [first] = sidecar.undecided;
	assert.ok(first && (keep !== 'both' || canKeepBoth(first)));
	const { edits } = resolveConflict(sidecar, first, keep, 'z0000000');
	assert.ok(edits);
	return applyEdits(text, edits);
}
