import assert from 'node:assert/strict';
import { isId, newId } from '../../../src/core/annotations/ids';
import { readSidecar } from '../../../src/core/annotations/sidecar';
import { handmade } from './samples';

const head = 'format: glossator/annotations@1\n';
const codes = (text: string) => readSidecar(text).problems.map((problem) => problem.code);

/** What stands at the place of the first problem with the code. */
function placeOf(text: string, code: string): string | undefined {
	const span = readSidecar(text).problems.find((problem) => problem.code === code)?.span;
	return span && text.slice(span.start, span.end);
}

describe('reading a sidecar', () => {
	it('reads what a person wrote, in whatever order and quoting', () => {
		const { entries, problems, writable } = readSidecar(handmade);
		assert.deepEqual(
			problems.map(({ code, args }) => [code, args?.key]),
			[['sidecar/unknown-key', 'mood']],
		);
		assert.equal(writable, true);
		assert.deepEqual(entries[0]?.annotation, {
			id: 'a7k2m9xq',
			kind: 'claim',
			target: { quote: 'the old bridge' },
			before: 'Engineers say that',
			after: '',
			tags: ['transport', 'to do'],
			links: [],
			note: 'Ask the engineers.\n\nThen the minister: really?',
			replies: [{ id: 'e5p1w7kb', text: 'Seen.', author: 'petrov' }],
		});
		assert.equal(entries[1]?.annotation.date, '2026-03-01');
	});

	it('tells where entries and values stand', () => {
		const [first, second] = readSidecar(handmade).entries;
		const at = (span: { start: number; end: number } | undefined) => span && handmade.slice(span.start, span.end);
		assert.equal(at(first?.idSpan), 'a7k2m9xq');
		assert.equal(at(first?.fields.get('quote')), '"the old bridge"');
		assert.equal(at(second?.span)?.split('\n').at(-1), '  date: 2026-03-01');
	});

	it('takes an empty file, and one with comments only, for a sidecar without annotations', () => {
		for (const text of ['', '\n', '# nothing yet\n', '\ufeff', '---\n']) {
			const { entries, problems, writable } = readSidecar(text);
			assert.deepEqual([entries, problems, writable], [[], [], true], JSON.stringify(text));
		}
	});

	it('keeps the other entries usable when one is bad', () => {
		const good = "b7k2m9xq:\n  kind: term\n  quote: 'a ferry'\n";
		for (const bad of [
			'a7k2m9xq: 5\n',
			'a7k2m9xq:\n  kind: claim\n',
			'a7k2m9xq: [x]\n',
			'a7k2m9xq:\n  kind: x\n  quote: [y]\n',
		]) {
			const { entries, problems } = readSidecar(`${head}${bad}${good}`);
			assert.deepEqual(
				entries.map(({ annotation }) => annotation.id),
				['b7k2m9xq'],
				bad,
			);
			assert.ok(
				problems.some((problem) => problem.severity === 'error'),
				bad,
			);
		}
	});

	it('puts each mistake in its place', () => {
		const entry = (lines: string) => `${head}a7k2m9xq:\n  kind: claim\n  quote: 'x'\n${lines}`;
		assert.equal(placeOf(entry('  date: 2026-02-30\n'), 'sidecar/bad-date'), '2026-02-30');
		assert.equal(placeOf(entry('  seen: yesterday\n'), 'sidecar/bad-value'), 'yesterday');
		assert.equal(placeOf(entry('  same-as: other.txt\n'), 'sidecar/bad-value'), 'other.txt');
		assert.equal(placeOf(entry('  tags: { a: b }\n'), 'sidecar/wrong-type'), '{ a: b }');
		assert.equal(placeOf(entry('  note: [a]\n'), 'sidecar/wrong-type'), '[a]');
		assert.equal(placeOf(entry('  colour: red\n'), 'sidecar/unknown-key'), 'colour');
		assert.equal(placeOf(`${head}a1:\n  kind: x\n  quote: y\n`, 'sidecar/bad-id'), 'a1');
		assert.equal(placeOf(`${head}A7k2m9xq:\n  about: seed\n`, 'sidecar/missing-key'), 'A7k2m9xq');
	});

	it('does not let a file be written that it does not understand', () => {
		const entry = "a7k2m9xq:\n  kind: x\n  quote: 'y'\n";
		assert.deepEqual(codes(`${head}${entry}${entry}`), ['yaml/duplicate-key']);
		assert.deepEqual(codes(`format: glossator/annotations@2\n${entry}`), ['format/newer']);
		assert.equal(readSidecar(`format: glossator/annotations@2\n${entry}`).entries.length, 1);
		for (const text of [
			`${head}${entry}${entry}`,
			`format: glossator/annotations@9\n${entry}`,
			'- a\n- b\n',
			'{ a: b }',
			'hello',
		]) {
			assert.equal(readSidecar(text).writable, false, text);
		}
	});

	it('reads pins and roles', () => {
		const text = `${head}parallel:\n  other.txt:\n    - { here: 'One', there: 'Two' }\n    - { there: 'Three' }\n  third.txt:\nroles:\n  - { quote: 'Photo', role: caption }\n`;
		const { parallel, roles, problems } = readSidecar(text);
		assert.deepEqual(problems, []);
		assert.deepEqual(
			parallel.map(({ file, pins }) => [file, pins.map(({ here, there }) => [here, there])]),
			[
				[
					'other.txt',
					[
						['One', 'Two'],
						[undefined, 'Three'],
					],
				],
				['third.txt', []],
			],
		);
		assert.deepEqual(
			roles.map(({ quote, role }) => [quote, role]),
			[['Photo', 'caption']],
		);
	});
});

describe('ids', () => {
	it('have eight safe characters and are never taken twice', () => {
		const taken = new Set<string>();
		for (let i = 0; i < 300; i++) taken.add(newId(() => 0.999, taken));
		assert.equal(taken.size, 300);
		assert.ok([...taken].every(isId));
		assert.ok(!isId('1234e567') && !isId('abcdefgi') && !isId('a2345678x'));
	});
});
