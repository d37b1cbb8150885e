import assert from 'node:assert/strict';
import { readYaml, yamlSizeLimit } from '../../../src/core/yaml/document';
import { entriesOf } from '../../../src/core/yaml/values';

const format = 'glossator/annotations@1';
const head = `format: ${format}\n`;

/** Code and the text at each problem's place. */
function problems(text: string): [string, string][] {
	return readYaml(text, format).problems.map(({ code, span }) => [code, text.slice(span.start, span.end)]);
}

function keys(text: string): string[] {
	const { root } = readYaml(text, format);
	return root ? entriesOf(root).map((entry) => entry.key) : [];
}

describe('reading any YAML file', () => {
	it('says what a file is that is no map', () => {
		for (const text of ['- a\n- b\n', 'just words', '"quoted"']) {
			const { usable, writable, problems: found } = readYaml(text, format);
			assert.deepEqual([usable, writable, found.map((p) => p.code)], [false, false, ['yaml/not-a-map']], text);
		}
	});

	it('keeps scalars as they were written', () => {
		const { root } = readYaml(`${head}1234e567: yes\nx: 2026-03-01\ny: 0x1f\n`, format);
		assert.deepEqual(
			entriesOf(root!).map(({ key, value }) => [key, value?.type === 'text' && value.text]),
			[
				['format', format],
				['1234e567', 'yes'],
				['x', '2026-03-01'],
				['y', '0x1f'],
			],
		);
	});

	it('finds the format missing, unknown, or newer', () => {
		assert.deepEqual(problems('a: b\n'), [['format/missing', '']]);
		assert.deepEqual(problems('format: glossator/actors@1\n'), [['format/unknown', 'glossator/actors@1']]);
		assert.deepEqual(problems('format: glossator/annotations@12\n'), [['format/newer', 'glossator/annotations@12']]);
		const missing = readYaml('a: b\n', format);
		const newer = readYaml('format: glossator/annotations@2\n', format);
		assert.deepEqual([missing.writable, newer.usable, newer.writable], [true, true, false]);
	});

	it('points at the second of two equal keys, at any depth', () => {
		const text = `${head}a:\n  b: 1\n  b: 2\na: 3\n`;
		const { problems: found } = readYaml(text, format);
		assert.deepEqual(
			found.map(({ code, span }) => [code, span.start]),
			[
				['yaml/duplicate-key', text.lastIndexOf('b:')],
				['yaml/duplicate-key', text.lastIndexOf('a:')],
			],
		);
	});

	it('leaves out just the entries that a conflict touches', () => {
		const text = `${head}one:\n  k: 1\ntwo:\n  k: 2\n<<<<<<< HEAD\n  n: a\n=======\n  n: b\n>>>>>>> other\n  m: c\nthree:\n  k: 3\n<<<<<<< HEAD\nfour: 4\n=======\nfive: 5\n>>>>>>> other\nsix: 6\n`;
		assert.deepEqual(keys(text), ['format', 'one', 'three', 'six']);
		assert.deepEqual(
			problems(text).map(([, at]) => at),
			['<<<<<<< HEAD', '=======', '>>>>>>> other', '<<<<<<< HEAD', '=======', '>>>>>>> other'],
		);
		assert.equal(readYaml(text, format).writable, false);
	});

	it('refuses aliases without following them', () => {
		const levels = Array.from(
			{ length: 40 },
			(_, i) =>
				`l${i}: &l${i} [${Array(9)
					.fill(i ? `*l${i - 1}` : 'lol')
					.join(', ')}]`,
		);
		const { problems: found, writable } = readYaml(`${head}${levels.join('\n')}\n`, format);
		assert.ok(found.length > 0 && found.every((p) => p.code === 'yaml/aliases'));
		assert.equal(writable, false);
	});

	it('survives what no person would write', () => {
		const deep = (open: string) => `a: ${open.repeat(20_000)}`;
		for (const text of [
			deep('['),
			deep('- '),
			deep('{a: '),
			deep('? '),
			'\0\x01\x02',
			'a: "\0"\n',
			'\ud800: \udc00\n',
			'%'.repeat(9999),
			'x'.repeat(yamlSizeLimit + 1),
		]) {
			const { writable, problems: found } = readYaml(text, format);
			assert.ok(
				found.length > 0 && (writable === false || found.every((p) => p.severity === 'warning')),
				text.slice(0, 20),
			);
		}
	});

	it('holds positions with a BOM and CRLF', () => {
		const text = `\ufeff${head}a: b\n`.replaceAll('\n', '\r\n');
		const { root, problems: found } = readYaml(text, format);
		const [, a] = entriesOf(root!);
		assert.deepEqual(found, []);
		assert.equal(text.slice(a!.span.start, a!.span.end), 'a: b');
	});
});
