// What is refused in YAML files, where it is told, and what is read in spite of it.
import assert from 'node:assert/strict';
import { readYaml } from '../../../src/core/yaml/document';
import { entriesOf } from '../../../src/core/yaml/values';

const head = 'format: glossator/annotations@1\n';

/** Codes and details of the problems, each with the line that it stands in, counted from 1 after the head. */
function problemsOf(body: string): string[] {
	const { problems, writable } = readYaml(head + body, 'glossator/annotations@1');
	if (problems.length > 0) assert.equal(writable, false);
	return problems.map(({ code, span, args }) => {
		const line = (head + body).slice(0, span.start).split('\n').length - 1;
		return `${line} ${args?.detail ?? code}`;
	});
}

function keysOf(body: string): string[] {
	const { root } = readYaml(head + body, 'glossator/annotations@1');
	return entriesOf(root!).flatMap(({ key, value }) =>
		value?.type === 'map' ? [key, ...value.pairs.map((pair) => `${key}/${pair.key.text}`)] : [key],
	);
}

describe('mistakes in YAML', () => {
	it('are each told once, at their line', () => {
		const cases: readonly (readonly [body: string, ...problems: string[]])[] = [
			['a: 1\nkey\nb: 2\n', '2 a colon is missing after the key'],
			['a: he said: no\nb: 2\n', '1 a second colon; text with a colon needs quotes'],
			['a: b: c: d\n', '1 a second colon; text with a colon needs quotes'],
			["a: 'it's\nb: 2\n", '1 unexpected “s”'],
			['a: "\\q"\n', '1 “\\q” is not an escape'],
			["a: 'open\n", '1 the closing quote is missing'],
			['a: "open\\"', '1 the closing quote is missing'],
			["a: 'open''", '1 the closing quote is missing'],
			['a: @b\n', '1 an unquoted text cannot begin with “@”'],
			['a: [b, c\nd: 1\n', '1 “]” is missing, or the lines before it are not indented enough'],
			['a: { b: 1, c: 2\nd: 1\n', '1 “}” is missing, or the lines before it are not indented enough'],
			["a: ['b' 'c']\n", '1 a comma is missing'],
			['a: [b,, c]\n', '1 unexpected “,”'],
			['a: [b: c]\n', '1 a colon in a list; text with a colon needs quotes'],
			['a: { b, c: 1 }\n', '1 the value is missing'],
			["a: { b: 'c' d: 1 }\n", '1 a comma is missing'],
			['a:\n\tb: 1\n', '2 a tab as indentation'],
			['a:\n  b: 1\n  \tc: 2\n', '3 a tab as indentation'],
			['a: - b\n', '1 unexpected “-”'],
			['a:\n  - b\n   - c\n  -d\n', '4 the indentation fits no line above'],
			['a:\n    b: 1\n  c: 2\n  d: 3\n', '3 the indentation fits no line above'],
			['a: |x\n  b\n', '1 “|x” begins no block'],
			['a: |\nb\n', '2 a colon is missing after the key'],
			['? a\n: b\n', '1 unexpected “?”'],
			['[a]: b\n', '1 a key must be a text'],
			[': b\n', '1 the key is missing'],
			["'a\n  b': c\n", '1 a key must stand on one line'],
			['a: !!str b\n', '1 unexpected “!!str”'],
			['a: &b c\nd: *b\n', '1 yaml/aliases', '2 yaml/aliases'],
			['<<: *b\n', '1 yaml/aliases'],
			["a: 'b'#c\n", '1 unexpected “#c”'],
			['a: 1\n---\nb: 2\n', '2 a second document'],
			['a: 1\n...\nb: 2\n', '3 a second document'],
			['a: 1\na: 2\n', '2 yaml/duplicate-key'],
		];
		const found = cases.map(([body]) => [body, ...problemsOf(body)]);
		assert.deepEqual(found, cases);
	});

	it('refuse directives that change the meaning', () => {
		for (const line of ['%TAG ! tag:x,2000:', '%YAML 1.3', '%FOO', '%YAML 1.2\n%YAML 1.2']) {
			assert.equal(readYaml(`${line}\n---\n${head}`, 'glossator/annotations@1').writable, false, line);
		}
		assert.equal(readYaml(`%YAML 1.2\n${head}`, 'glossator/annotations@1').writable, false);
		assert.equal(readYaml(`%YAML 1.2\n---\n${head}`, 'glossator/annotations@1').writable, true);
	});

	it('hide no other entry', () => {
		const around = (mistake: string) => keysOf(`a:\n  kind: x\n${mistake}\nz:\n  kind: y\n`);
		for (const mistake of [
			'm: [1, 2',
			"m: 'it's",
			'm: b: c',
			'm: {',
			'm: &x y',
			'm: *x',
			'm',
			'\tm: 1',
			'm: !t x',
			'm: "\\q"',
			'm:\n   k: 1\n  l: 2',
			'? m',
		]) {
			const keys = around(mistake);
			assert.ok(keys.includes('a/kind') && keys.includes('z/kind'), `${mistake}: ${keys}`);
		}
	});

	it('leave lines that are indented wrongly in their entry', () => {
		assert.deepEqual(keysOf('a:\n   b: 1\n  c: 2\n  d: 3\ne: 4\n'), ['format', 'a', 'a/b', 'a/c', 'a/d', 'e']);
	});

	it('leave the text that was meant', () => {
		const { root } = readYaml(`${head}a: he said: no # really\nb: 1\n`, 'glossator/annotations@1');
		assert.deepEqual(
			entriesOf(root!).map(({ value }) => value?.type === 'text' && value.text),
			['glossator/annotations@1', 'he said: no', '1'],
		);
	});
});
