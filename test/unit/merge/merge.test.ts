import assert from 'node:assert/strict';
import fc from 'fast-check';
import { catalogueFormat, readCatalogue } from '../../../src/core/actors/catalogue';
import { resolveConflict } from '../../../src/core/annotations/edits';
import { readKinds } from '../../../src/core/annotations/kinds';
import { readSidecar } from '../../../src/core/annotations/sidecar';
import { type MergeOptions, mergeAny, mergeCatalogueFiles, mergeSidecars } from '../../../src/core/merge/merge';
import { canKeepBoth, choicesOf, decide, type Keep, undecidedOf } from '../../../src/core/merge/resolve';
import { applyEdits } from '../../../src/core/text/edits';
import { handmade } from '../annotations/samples';
import { deeds, emptySidecar, factsOf, play } from './reference';

const names = { ours: 'main', theirs: 'review' };

function merged(base: string, ours: string, theirs: string, options: MergeOptions = { names }) {
	const result = mergeSidecars(base, ours, theirs, options);
	assert.ok(result.text !== undefined, JSON.stringify(result.problem));
	return {
		text: result.text,
		undecided: result.undecided.map(({ path, field }) => [...path, field ?? '(deleted)'].join('/')),
	};
}

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

describe('merge of random histories', () => {
	const histories = fc.record({ base: deeds('a'), ours: deeds('b'), theirs: deeds('b'), crlf: fc.boolean() });

	it('has every fact of both sides, and asks about nothing else', () => {
		fc.assert(
			fc.property(histories, ({ base, ours, theirs, crlf }) => {
				const start = play(emptySidecar, base);
				const [a, b] = [play(start, ours), play(start, theirs)];
				const { text } = merged(start, crlf ? a.replaceAll('\n', '\r\n') : a, b);
				const sidecar = readSidecar(text);
				assert.deepEqual(
					sidecar.problems.filter(({ code }) => !code.startsWith('merge/')),
					[],
				);
				const asked = new Set(
					sidecar.undecided.map(({ path, field }) => [...path, field ?? ''].join('/').replace(/\/$/, '')),
				);
				const [was, mine, yours, now] = [factsOf(start), factsOf(a), factsOf(b), factsOf(text)];
				for (const fact of new Set([...was.keys(), ...mine.keys(), ...yours.keys(), ...now.keys()])) {
					const [o, m, y] = [was.get(fact), mine.get(fact), yours.get(fact)];
					const isDisputed = m !== y && m !== o && y !== o;
					if (fact.endsWith('/seen') && (isDisputed || asked.has(fact.replace('seen', 'passage')))) continue;
					const owners = fact.split('/').map((_, i, parts) => parts.slice(0, i).join('/'));
					if (owners.some((owner) => asked.has(owner)) || asked.has(fact)) continue;
					assert.ok(!isDisputed, `${fact} is disputed and nobody is asked`);
					assert.equal(now.get(fact), m === o ? y : m, fact);
				}
				for (const fact of asked) {
					const [o, m, y] = [was.get(fact), mine.get(fact), yours.get(fact)];
					const isEntry = m === 'there' || y === 'there';
					assert.ok(
						isEntry ? m !== y && now.get(fact) === 'there' : m !== y && m !== o && y !== o,
						`${fact} needs no asking`,
					);
				}
			}),
			{ numRuns: 300 },
		);
	});

	it('keeps comments, wherever they are added', () => {
		const places = fc.array(fc.nat(400), { maxLength: 4 });
		fc.assert(
			fc.property(histories, places, places, ({ base, ours, theirs }, mine, yours) => {
				const start = commented(play(emptySidecar, base), 'base', [1, 5, 9]);
				const a = commented(play(start, ours), 'mine', mine);
				const b = commented(play(start, theirs), 'yours', yours);
				const { text } = merged(start, a, b);
				const found = (one: string) => new Set(one.match(/# (?:base|mine|yours) \d+/g));
				const [was, now] = [found(start), found(text)];
				for (const [side, other] of [
					[found(a), found(b)],
					[found(b), found(a)],
				] as const)
					for (const comment of side)
						if (!was.has(comment) || other.has(comment)) assert.ok(now.has(comment), `${comment} is lost in\n${text}`);
			}),
			{ numRuns: 200 },
		);
	});

	it('can be decided to the end, whichever side is kept', () => {
		fc.assert(
			fc.property(histories, fc.constantFrom<Keep>(0, 1, 'both'), ({ base, ours, theirs }, keep) => {
				const start = play(emptySidecar, base);
				let { text } = merged(start, play(start, ours), play(start, theirs));
				for (let i = 0; readSidecar(text).undecided.length > 0; i++) {
					const sidecar = readSidecar(text);
					const [first] = sidecar.undecided;
					const wanted =
						keep === 'both' && !canKeepBoth(first!) ? 0 : first!.field === undefined && keep === 1 ? 'both' : keep;
					const taken = new Set(sidecar.entries.map(({ annotation }) => annotation.id));
					const newId = [...Array(99).keys()]
						.map((n) => `z${String(n).padStart(7, '0')}`)
						.find((id) => !taken.has(id))!;
					const { edits } = resolveConflict(sidecar, first!, wanted, newId);
					assert.ok(edits && i < 200, text);
					text = applyEdits(text, edits);
				}
				assert.deepEqual(readSidecar(text).problems, []);
			}),
			{ numRuns: 150 },
		);
	});
});

/** With comments above some lines of entries, and at the end of some. */
function commented(text: string, word: string, places: readonly number[]): string {
	const lines = text.split('\n');
	for (const [i, place] of places.entries()) {
		const at = place % lines.length;
		if (/^ {2}(?:kind|author|status|tags): \S/.test(lines[at]!)) lines[at] += ` # ${word} ${i}`;
		else if (/^(?: {2})?[a-z][\w-]*:/.test(lines[at]!)) {
			lines[at] = `${/^ */.exec(lines[at]!)![0]}# ${word} ${i}\n${lines[at]}`;
		}
	}
	return lines.join('\n');
}

describe('merge of catalogues', () => {
	const catalogue = `format: glossator/actors@1
# states
lake-fund:
  type: organisation
  names:
    en: [Lake Fund]
    ru: [Фонд озера]
  roles:
    - { title: { en: Fund }, of: town }
`;

	it('joins names, roles and new actors; a disputed value is left to a person', () => {
		const ours = catalogue
			.replace('[Lake Fund]', '[Lake Fund, LF]')
			.replace('of: town }', 'of: town }\n    - { title: { en: Bank } }');
		const theirs = `${catalogue.replace('[Lake Fund]', '[Lake Fund, The Fund]')}town:\n  type: place\n  names: { en: [Town] }\n`;
		const result = mergeCatalogueFiles(catalogue, ours, theirs);
		assert.equal(result.text, ours.replace('LF]', 'LF, The Fund]') + theirs.slice(theirs.indexOf('town:\n')));
		const disputed = mergeCatalogueFiles(
			catalogue,
			ours.replace('organisation', 'state'),
			theirs.replace('organisation', 'event'),
		);
		assert.deepEqual(
			readCatalogue(disputed.text!).problems.map(({ code }) => code),
			['merge/two-values'],
		);
		assert.match(disputed.text ?? '', / {2}conflict:\n {4}type:\n {6}ours: state\n {6}theirs: event\n/);
	});

	it('leaves links, names and kinds with two values as they can be read and decided', () => {
		const linked = `${catalogue}  links: { web: https://a.example }\n`;
		const with_ = (address: string) => linked.replace('https://a.example', address);
		const { text } = mergeCatalogueFiles(linked, with_('https://b.example'), with_('https://c.example'));
		const { problems, entries } = readCatalogue(text!);
		assert.deepEqual(
			[problems.map(({ code }) => code), entries[0]!.fields.links],
			[['merge/two-values'], { web: 'https://b.example' }],
		);
		const [open] = undecidedOf(text!, catalogueFormat);
		assert.deepEqual(
			choicesOf(open!).map(({ what, side, says }) => [what, side, says]),
			[
				['value', 'ours', 'https://b.example'],
				['value', 'theirs', 'https://c.example'],
			],
		);
		const decided = applyEdits(text!, decide(text!, catalogueFormat, open!, 1, { order: [] })!);
		assert.deepEqual(readCatalogue(decided).entries[0]!.fields.links, { web: 'https://c.example' });
		const kinds = 'format: glossator/kinds@1\nkinds:\n  claim:\n    key: c\n';
		const result = mergeAny(kinds, kinds.replace('key: c', 'key: l'), kinds.replace('key: c', 'key: m'));
		assert.deepEqual(
			readKinds(result.text!).problems.map(({ code }) => code),
			['merge/two-values'],
		);
	});
});
