// Completion and hover in half-written YAML. `|` in a text is the cursor.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import actors from '../../../src/core/actors/actors.schema.json';
import annotations from '../../../src/core/annotations/annotations.schema.json';
import {
	completeYaml,
	type DynamicValues,
	describeYaml,
	pathAt,
	type YamlSchema,
} from '../../../src/core/yaml/complete';
import { placesIn } from '../../../src/core/yaml/places';

const sidecar = annotations as YamlSchema;
const catalogue = actors as YamlSchema;

const workspace: DynamicValues = (path) => {
	switch (path.at(-1)) {
		case 'kind':
			return [{ value: 'claim', detail: 'something the text asserts' }, { value: 'framing' }];
		case 'actor':
		case 'of':
			return [{ value: 'isrs', detail: 'ИСМИ / ISRS' }, { value: 'trend' }];
		case 'tags':
			return [{ value: 'security' }, { value: 'transport' }, { value: 'to check: soon' }];
		case 'same-as':
			return [{ value: 'other.txt#d9q4h2mz' }];
		case 'parallel':
			return [{ value: 'other.txt' }];
		default:
			return [];
	}
};

function at(marked: string): { text: string; offset: number } {
	const offset = marked.indexOf('|');
	return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

function offers(marked: string, schema = sidecar) {
	const { text, offset } = at(marked);
	return completeYaml(text, offset, schema, workspace);
}

const labels = (marked: string, schema = sidecar) => offers(marked, schema).map(({ label }) => label);

/** The text after taking the offer, the cursor marked. */
function taking(label: string, marked: string, schema = sidecar): string {
	const { text, offset } = at(marked);
	const found = completeYaml(text, offset, schema, workspace).find((completion) => completion.label === label);
	assert.ok(found, `${label} is not offered`);
	const { insert, caret = insert.length, replace } = found;
	return `${text.slice(0, replace.start)}${insert.slice(0, caret)}|${insert.slice(caret)}${text.slice(replace.end)}`;
}

const head = 'format: glossator/annotations@1\n\n';

describe('completing YAML', () => {
	it('begins an empty file with its format', () => {
		assert.deepEqual(labels('|'), ['format', 'parallel', 'roles', 'mentions']);
		assert.equal(taking('format', '|'), 'format: glossator/annotations@1|');
		assert.equal(taking('format', '|', catalogue), 'format: glossator/actors@1|');
		assert.equal(taking('format', 'for|'), 'format: glossator/annotations@1|');
		assert.equal(taking('glossator/annotations@1', 'format: |'), 'format: glossator/annotations@1|');
	});

	it('offers the keys of an annotation that are not there yet, in the order in which they are written', () => {
		const found = labels(`${head}a7k2m9xq:\n  kind: claim\n  |\n  note: x\n`);
		assert.deepEqual(found.slice(0, 3), ['quote', 'from', 'to']);
		assert.ok(!found.includes('kind') && !found.includes('note'), 'keys that are there');
		assert.ok(found.includes('tags'));
		assert.deepEqual(labels(`${head}|`), ['parallel', 'roles', 'mentions']);
	});

	it('sees the map around the cursor in its first line, in a half-typed word and after a blank line', () => {
		for (const text of [
			'a7k2m9xq:\n  |\n  kind: claim\n',
			'a7k2m9xq:\n  kind: claim\n  st|',
			'a7k2m9xq:\n  kind: claim\n\n  |',
		]) {
			const found = labels(text);
			assert.ok(found.includes('status') && !found.includes('kind'), text);
		}
	});

	it('writes a key with what its value begins with', () => {
		const entry = 'a7k2m9xq:\n  |';
		assert.equal(taking('kind', entry), 'a7k2m9xq:\n  kind: |');
		assert.equal(taking('tags', entry), 'a7k2m9xq:\n  tags: [|]');
		assert.equal(taking('note', entry), 'a7k2m9xq:\n  note: |-\n    |');
		assert.equal(taking('replies', entry), 'a7k2m9xq:\n  replies:\n    |');
		assert.equal(taking('roles', 'isrs:\n  |', catalogue), 'isrs:\n  roles:\n    - title: |');
		assert.equal(taking('status', 'a7k2m9xq:\n  st|: resolved'), 'a7k2m9xq:\n  status|: resolved');
	});

	it('keeps the line ends of the file', () => {
		assert.equal(
			taking('note', 'a7k2m9xq:\r\n  kind: claim\r\n  |'),
			'a7k2m9xq:\r\n  kind: claim\r\n  note: |-\r\n    |',
		);
	});

	it('offers the workspace’s values after the colon, the schema’s examples where there are none', () => {
		assert.deepEqual(labels('a7k2m9xq:\n  kind: |'), ['claim', 'framing']);
		assert.deepEqual(labels('a7k2m9xq:\n  actor: i|'), ['isrs', 'trend']);
		assert.deepEqual(labels('a7k2m9xq:\n  status: |'), ['resolved']);
		assert.deepEqual(labels('isrs:\n  type: |', catalogue).slice(0, 2), ['person', 'organisation']);
		assert.deepEqual(labels('isrs:\n  exact: |', catalogue), ['true', 'false']);
		assert.equal(offers('a7k2m9xq:\n  actor: |')[0]?.detail, 'ИСМИ / ISRS');
	});

	it('replaces the whole value, on both sides of the cursor', () => {
		assert.equal(
			taking('framing', 'a7k2m9xq:\n  kind: cl|aim # as agreed\n'),
			'a7k2m9xq:\n  kind: framing| # as agreed\n',
		);
		assert.equal(taking('claim', 'a7k2m9xq:\n  kind:|'), 'a7k2m9xq:\n  kind: claim|');
		assert.equal(taking('claim', "a7k2m9xq:\n  kind: 'fr|'"), "a7k2m9xq:\n  kind: 'claim|'");
		assert.equal(
			taking('other.txt#d9q4h2mz', 'a7k2m9xq:\n  same-as: oth|'),
			'a7k2m9xq:\n  same-as: other.txt#d9q4h2mz|',
		);
	});

	it('completes lists, in brackets and by dashes, without what they have', () => {
		assert.deepEqual(labels('a7k2m9xq:\n  tags: [security, |]'), ['transport', 'to check: soon']);
		assert.deepEqual(labels('a7k2m9xq:\n  tags: [|, security]'), ['transport', 'to check: soon']);
		assert.equal(taking('transport', 'a7k2m9xq:\n  tags: [security, tr|'), 'a7k2m9xq:\n  tags: [security, transport|');
		assert.equal(taking('transport', 'a7k2m9xq:\n  tags:\n    - tr|\n'), 'a7k2m9xq:\n  tags:\n    - transport|\n');
		assert.equal(taking('transport', 'a7k2m9xq:\n  tags: |'), 'a7k2m9xq:\n  tags: [transport|]'.replace('|]', ']|'));
		assert.equal(taking('to check: soon', 'a7k2m9xq:\n  tags: [|]'), "a7k2m9xq:\n  tags: ['to check: soon'|]");
	});

	it('completes the maps of a list, in braces, by dashes and in the lines below a dash', () => {
		assert.deepEqual(labels('parallel:\n  other.txt:\n    - { here: x, | }'), ['there']);
		assert.deepEqual(labels('isrs:\n  roles:\n    - title: { en: A }\n      of: isrs\n      |\n', catalogue), [
			'from',
			'until',
		]);
		assert.deepEqual(labels('isrs:\n  roles:\n    - title: { en: A }\n    - |', catalogue), [
			'title',
			'of',
			'from',
			'until',
		]);
		assert.deepEqual(labels('isrs:\n  roles:\n  - of: |', catalogue), ['isrs', 'trend']);
		assert.equal(taking('of', 'isrs:\n  roles:\n    |', catalogue), 'isrs:\n  roles:\n    - of: |');
		assert.equal(taking('title', 'isrs:\n  roles:\n    - |', catalogue), 'isrs:\n  roles:\n    - title: { | }');
		assert.ok(!labels('isrs:\n  roles:\n    - title: { ru: А, | }', catalogue).includes('ru'));
		assert.ok(labels('isrs:\n  names: { en: [A], | }\n', catalogue).includes('tk'));
	});

	it('offers keys that only the workspace knows', () => {
		assert.equal(taking('other.txt', 'parallel:\n  |'), 'parallel:\n  other.txt: |');
		assert.deepEqual(labels('parallel:\n  other.txt:\n  |'), []);
	});

	it('says nothing in notes, comments, after a finished value and where the schema says nothing', () => {
		for (const text of [
			'a7k2m9xq:\n  note: >-\n    first\n    |\n  kind: x',
			'a7k2m9xq:\n  # ki|\n',
			'a7k2m9xq:\n  kind: claim # |\n',
			'a7k2m9xq:\n  kind: claim |\n',
			'a7k2m9xq:\n  our-own:\n    |',
			'no id:\n  |',
		]) {
			assert.deepEqual(labels(text), [], text);
		}
	});

	it('knows a key that is half typed below a note, whatever follows', () => {
		for (const below of ['', '\n', '\n  author: x\n', '\n    more of it\n', '\nb7k2m9xq:\n  kind: claim\n']) {
			const marked = `a7k2m9xq:\n  note: X\n    First.\n    Second: x.\n  sta|${below}`;
			const { text, offset } = at(marked);
			const note = text.replace(': X', ': |-');
			const found = completeYaml(note, offset + 1, sidecar).map(({ label }) => label);
			assert.ok(found.includes('status') && !found.includes('note'), marked);
			assert.deepEqual(pathAt(note, offset + 1), ['a7k2m9xq']);
		}
	});

	it('goes on after a note', () => {
		const { text, offset } = at('a7k2m9xq:\n  note: X-\n    first\n\n    kind: of text\n  |\n'.replace('X-', '>-'));
		const found = completeYaml(text, offset, sidecar).map(({ label }) => label);
		assert.ok(found.includes('kind') && !found.includes('note'));
	});

	it('is not confused by brackets and quotes that are still open', () => {
		assert.ok(labels("a7k2m9xq:\n  tags: [one, 'two\n  |\nb7k2m9xq:\n  kind: claim\n").includes('kind'));
		assert.ok(labels('a7k2m9xq:\n  |\n  tags: [one,\nb7k2m9xq:\n  kind: claim\n').includes('quote'));
		assert.deepEqual(labels('a7k2m9xq:\n  tags: [one,\nb7k2m9xq:\n  kind: |\n'), ['claim', 'framing']);
		assert.deepEqual(labels('a7k2m9xq:\n  tags: [\n    security,\n    |\n  ]\n'), ['transport', 'to check: soon']);
	});

	it('survives any text at any offset, and only ever replaces text around the cursor', () => {
		const pieces = fc.constantFrom(
			...'a:- []{},\'"#|>\n\r\t\ufeff\u2028я'.split(''),
			'kind',
			'a7k2m9xq',
			'tags: ',
			'\n  ',
		);
		fc.assert(
			fc.property(fc.array(pieces, { maxLength: 60 }), fc.nat(), (parts, n) => {
				const text = parts.join('');
				const offset = n % (text.length + 1);
				for (const { replace } of completeYaml(text, offset, sidecar, workspace)) {
					assert.ok(
						0 <= replace.start && replace.start <= offset && offset <= replace.end && replace.end <= text.length,
					);
				}
				describeYaml(text, offset, sidecar);
			}),
		);
	});
});

describe('describing YAML', () => {
	const hover = (marked: string, schema = sidecar) => {
		const { text, offset } = at(marked);
		const found = describeYaml(text, offset, schema);
		return found && { on: text.slice(found.span.start, found.span.end), text: found.text };
	};

	it('says what a key means, wherever it stands', () => {
		assert.equal(hover('a7k2m9xq:\n  se|en: 5b1f0c2e\n')?.on, 'seen');
		assert.match(hover('a7k2m9xq:\n  se|en: 5b1f0c2e\n')!.text, /git blob id/);
		assert.match(hover('a7k|2m9xq:\n  kind: claim\n')!.text, /An annotation/);
		assert.match(hover('isrs:\n  roles:\n    - { title: { en: A }, un|til: 2026 }\n', catalogue)!.text, /inclusive/);
		assert.match(hover('isrs:\n  names:\n    uz: [A]\n    k|k: [B]\n', catalogue)!.text, /Kazakh/);
	});

	it('says what a value means where the schema lists the values', () => {
		assert.deepEqual(hover('isrs:\n  type: for|mat\n', catalogue)?.on, 'format');
		assert.match(hover('isrs:\n  type: for|mat\n', catalogue)!.text, /series of meetings/);
	});

	it('says nothing about what it does not know', () => {
		assert.equal(hover('a7k2m9xq:\n  our-o|wn: x\n'), undefined);
		assert.equal(hover('a7k2m9xq:\n  note: x|\n'), undefined);
		assert.equal(hover('a7k2m9xq:\n |\n'), undefined);
	});
});

describe('places in YAML', () => {
	it('tells the path of every key of the entry, and the other entries', () => {
		const text = 'a:\n  b: { c: 1, d: [x, { e: \'y\' }] }\n  f:\n  - g: 1\n    h: 2\n  - g: 3\n"i j":\n  k: v\n';
		const { keys } = placesIn(text, 0);
		const paths = keys.map(({ path, name }) => [...path, name].join('/'));
		assert.deepEqual(paths, ['a', 'a/b', 'a/b/c', 'a/b/d', 'a/b/d/e', 'a/f', 'a/f/g', 'a/f/h', 'a/f/g', 'i j']);
		for (const { keySpan, name } of keys) assert.equal(text.slice(keySpan.start, keySpan.end), name);
		const last = placesIn(text, text.length - 2).keys.map(({ path, name }) => [...path, name].join('/'));
		assert.deepEqual(last, ['a', 'i j', 'i j/k']);
	});
});
