// Our reading of YAML against the `yaml` library’s: the same where we accept a text, a problem wherever it finds one.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import { readYaml } from '../../../src/core/yaml/document';
import type { YamlNode } from '../../../src/core/yaml/nodes';

const format = 'glossator/annotations@1';

const sidecar = `# yaml-language-server: $schema=./annotations.schema.json
format: glossator/annotations@1
parallel:
  other.seed.txt:   # declared by hand
    - { here: 'Мост открыли', there: "The bridge \\u2014 opened" }
    - {here: 'x', there: y }

roles:
  - quote: 'Фото: пресс-служба'
    role: caption

a7k2m9xq:
  kind: claim
  quote: 'it''s a bridge: new'
  before: 'a '
  after: "\\tand\\nso on"
  tags: [security, 'to check: soon', "x"]
  same-as: other.seed.txt#d9q4h2mz
  note: |-
    The first line.

      # no comment
    The last: one.
  date: 2026-03-15
  replies:
    e5p1w7kb:
      author: petrov
      text: >
        folded
        text

          kept

b7k2m9xq: # a comment
  kind:
  quote: plain text
    over two lines
  links:
  - https://example.org/a#b
  -
    two
  tags: []
`;

const catalogue = `format: glossator/annotations@1
river-fund:
  type: organisation
  names:
    ru: [Речной фонд, 'Фонд "Река"']
    en: [River Fund]
  roles:
    - { title: { en: Member, ru: член }, of: union, from: 2020, until: 2026 }
    - title:
        en: Host
      of: union
  links: { wikidata: Q123, site: https://example.org }
  note: |-
    A fund.
lena-orlova:
  type: person
  names: {
    ru: [Лена Орлова,
         Орлова],
    en: [ Lena Orlova ]
  }
  exact: true
`;

/** The tree with its places, of either parser. */
type Plain = readonly [start: number, end: number, what: unknown];

function ours(node: YamlNode | undefined): Plain | undefined {
	if (!node) return undefined;
	const place = [node.span.start, node.span.end] as const;
	if (node.type === 'text') return [...place, node.text];
	if (node.type === 'list') return [...place, node.items.map(ours)];
	return [...place, { pairs: node.pairs.map(({ key, value }) => [ours(key), ours(value)]) }];
}

function theirs(node: unknown): Plain | undefined {
	const [start, end] = (node as Node)?.range ?? [0, 0];
	if (isScalar(node)) return [start, end, node.value];
	if (isSeq(node)) return [start, end, node.items.map(theirs)];
	if (isMap(node)) return [start, end, { pairs: node.items.map(({ key, value }) => [theirs(key), theirs(value)]) }];
	return undefined;
}

/** Whether the file is accepted. Fails where that, or what it says, is not what the full parser says. */
function compare(text: string): boolean {
	const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false, prettyErrors: false, merge: false });
	const { root, problems } = readYaml(text, format);
	const syntax = problems.filter(({ code }) => code === 'yaml/syntax' || code === 'yaml/aliases');
	if (document.errors.length > 0) assert.ok(problems.length > 0, `${document.errors[0]} in ${JSON.stringify(text)}`);
	for (const { span, args } of syntax) {
		assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
		assert.ok(typeof args?.detail === 'string' || args === undefined);
	}
	const isAccepted = problems.every(({ severity }) => severity !== 'error');
	if (isAccepted && root) assert.deepEqual(ours(root), theirs(document.contents), JSON.stringify(text));
	return isAccepted;
}

const scraps = fc.constantFrom(
	...':-#[]{},\'"|>&*!?%@`\\ \t\n\r~a0'.split(''),
	': ',
	'- ',
	' #',
	'\r\n',
	'\n  ',
	'---',
	'...',
	'&a ',
	'*a',
	'\ufeff',
	'\n---\n',
	'|2',
	'>+',
	'<<: ',
	"''",
	'\\x4',
);

type Mutation = (text: string) => string;
const place = fc.nat({ max: 5000 });
const at = (text: string, n: number) => n % (text.length + 1);

/** One slip of a hand or tool. */
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
	{
		weight: 3,
		arbitrary: fc.tuple(place, scraps).map(
			([n, scrap]): Mutation =>
				(t) =>
					t.slice(0, at(t, n)) + scrap + t.slice(at(t, n)),
		),
	},
	{
		weight: 3,
		arbitrary: fc.tuple(place, fc.integer({ min: 1, max: 6 })).map(
			([n, length]): Mutation =>
				(t) =>
					t.slice(0, at(t, n)) + t.slice(at(t, n) + length),
		),
	},
	place.map(
		(n): Mutation =>
			(t) =>
				t.slice(0, at(t, n) + 1) + t.slice(at(t, n)),
	),
	fc.tuple(place, scraps).map(
		([n, scrap]): Mutation =>
			(t) =>
				t.slice(0, at(t, n)) + scrap + t.slice(at(t, n) + 1),
	),
	place.map(
		(n): Mutation =>
			(t) =>
				t.slice(0, at(t, n)),
	),
	fc.tuple(place, fc.integer({ min: -4, max: 4 })).map(
		([n, by]): Mutation =>
			(t) =>
				indented(t, n, ' '.repeat(Math.max(0, by)), Math.max(0, -by)),
	),
	place.map(
		(n): Mutation =>
			(t) =>
				indented(t, n, '\t', 2),
	),
	fc.constant<Mutation>((t) => t.replaceAll('\n', '\r\n')),
	fc.constant<Mutation>((t) => `\ufeff${t}`),
	fc.tuple(place, place).map(
		([n, m]): Mutation =>
			(t) =>
				moved(t, n, m),
	),
);

/** A line with more or less white space before it. */
function indented(text: string, n: number, more: string, less: number): string {
	const lines = text.split('\n');
	const i = n % lines.length;
	lines[i] = more + lines[i]!.replace(new RegExp(`^ {0,${less}}`), '');
	return lines.join('\n');
}

function moved(text: string, from: number, to: number): string {
	const lines = text.split('\n');
	const [line] = lines.splice(from % lines.length, 1);
	lines.splice(to % lines.length, 0, line!);
	return lines.join('\n');
}

/** A value as it is written: what stands beside the key, and the lines below it, not yet indented. */
interface Written {
	readonly beside: string;
	readonly below: readonly string[];
}

const key = fc.constantFrom('kind', 'note', "'a: b'", '"c\\u00e9"', 'имя', '1234e567', '~', 'a b', '-x', '<<');
const inline = fc.letrec<{ value: string }>((tie) => ({
	value: fc.oneof(
		{ maxDepth: 2 },
		fc.constantFrom(
			'a',
			"'it''s: #1'",
			'"a\\n\\x41 b"',
			'два слова',
			'yes',
			'2026-03-15',
			"''",
			'"{"',
			'a#b',
			'x:y',
			'-1',
		),
		fc.array(tie('value'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
		fc
			.uniqueArray(fc.tuple(key, tie('value')), { maxLength: 3, selector: ([k]) => k })
			.map((ps) => `{ ${ps.map((p) => p.join(': ')).join(', ')} }`),
	),
})).value;
const comment = fc.constantFrom('', '', '', ' # so', '  ');
const line = fc.constantFrom('one: two', '- three', '  deeper', '', '# four', "it's", '\ttab', 'five ');
const block = fc.tuple(fc.constantFrom('|', '|-', '|+', '>', '>-', '>+'), comment, fc.array(line, { maxLength: 5 }));

const { map: anyMap } = fc.letrec<{ map: readonly string[]; list: readonly string[]; value: Written }>((tie) => ({
	map: fc
		.uniqueArray(fc.tuple(key, tie('value'), fc.integer({ min: 1, max: 4 })), {
			minLength: 1,
			maxLength: 4,
			selector: ([k]) => k,
		})
		.map((pairs) =>
			pairs.flatMap(([k, { beside, below }, by]) => [`${k}:${beside && ` ${beside}`}`, ...deeper(below, by)]),
		),
	list: fc
		.array(
			fc.oneof(
				tie('map'),
				tie('list'),
				inline.map((text) => [text]),
			),
			{ minLength: 1, maxLength: 3 },
		)
		.map((items) => items.flatMap(([first, ...rest]) => [`- ${first}`, ...deeper(rest, 2)])),
	value: fc.oneof(
		{ maxDepth: 3 },
		fc.tuple(inline, comment).map(([text, after]) => ({ beside: text + after, below: [] })),
		fc.constantFrom('', '# nothing').map((beside) => ({ beside, below: [] })),
		fc.constantFrom("'two", '"two', 'two').map((two) => ({ beside: two, below: ['', `lines${two.slice(0, -3)}`] })),
		block.map(([header, after, lines]) => ({ beside: header + after, below: ['text', ...lines] })),
		fc.constant({ beside: '[a, # first', below: ['b,', ' c', ']'] }),
		fc
			.tuple(comment, tie('map'))
			.map(([beside, below]) => ({ beside: beside.trim(), below: ['', '# above', ...below] })),
		tie('list').map((below) => ({ beside: '', below })),
	),
}));

function deeper(lines: readonly string[], by: number): string[] {
	return lines.map((text) => (text === '' ? '' : ' '.repeat(by) + text));
}

const runs = Number(process.env.RUNS ?? 120);

describe('reading YAML', () => {
	it('reads whole files as the full parser does', () => {
		for (const text of [sidecar, catalogue]) {
			for (const variant of [text, text.replaceAll('\n', '\r\n'), `\ufeff${text}`, `%YAML 1.2\n---\n${text}...\n`]) {
				assert.ok(compare(variant), JSON.stringify(readYaml(variant, format).problems));
			}
		}
	});

	it('accepts every way of writing that the formats use', () => {
		fc.assert(
			fc.property(anyMap, fc.constantFrom('\n', '\r\n'), (lines, lineEnd) => {
				const text = [`format: ${format}`, ...lines.map((l) => l.replace(/^format/, 'f')), ''].join(lineEnd);
				assert.ok(compare(text), `${JSON.stringify(text)} ${JSON.stringify(readYaml(text, format).problems)}`);
			}),
			{ numRuns: runs },
		);
	});

	it('finds a problem wherever the full parser does, after any slips', () => {
		const slips = fc.array(mutation, { minLength: 1, maxLength: 3 });
		fc.assert(
			fc.property(fc.constantFrom<string>(sidecar, catalogue), slips, (text, mutations) => {
				compare(mutations.reduce<string>((t, mutate) => mutate(t), text));
			}),
			{ numRuns: runs },
		);
	});
});
