// Texts and annotations that several tests use, and generators of them.
import fc from 'fast-check';
import type { Annotation } from '../../../src/core/annotations/model';

export const annotation: Annotation = {
	id: 'a7k2m9xq',
	kind: 'claim',
	target: { quote: 'the old bridge' },
	before: 'Engineers say that ',
	after: ' will be closed in May.',
	tags: [],
	links: [],
	replies: [],
};

/** A sidecar as a person left it: comments, keys of their own, another order, other quoting. */
export const handmade = `# yaml-language-server: $schema=./annotations.schema.json
format: glossator/annotations@1   # do not touch

# --- the bridge ---
a7k2m9xq:
  note: |-   # mine
    Ask the engineers.

    Then the minister: really?
  kind: claim
  quote: "the old bridge"   # as printed
  before: Engineers say that
  mood: doubtful
  tags:
    - transport   # the team's word
    - 'to do'
  replies:
    e5p1w7kb:
      text: Seen.
      author: petrov
  # more to come

b7k2m9xq:
  kind: term
  quote: 'a ferry'
  after: ' twice a day'
  date: 2026-03-01

# the end
`;

/** Anything that a person could type or paste, and much that they could not. */
export const anyText = fc
	.array(
		fc.oneof(
			fc.constantFrom(
				"it's",
				'yes',
				'null',
				'12',
				'1e5',
				'2026-03-01',
				'- x',
				'a: b',
				'# c',
				'[x]',
				'{',
				'&a',
				'*a',
				'!',
			),
			fc.constantFrom(
				'«да»',
				'ё',
				'\u00a0',
				'\u2028',
				'\u0085',
				'\t',
				'\r',
				'\n',
				'\n\n',
				'😀',
				'\ud800',
				'\0',
				'\ufeff',
				'\\',
				'"',
				'|',
				'>',
				'%',
				'@',
				'`',
				' ',
			),
			fc.string({ maxLength: 6 }),
		),
		{ minLength: 1, maxLength: 6 },
	)
	.map((parts) => parts.join(' '))
	.filter((text) => text !== '');

export const anyAnnotation = (id: string): fc.Arbitrary<Annotation> =>
	fc.record(
		{
			id: fc.constant(id),
			kind: anyText,
			target: fc.oneof(
				anyText.map((quote) => ({ quote })),
				fc
					.tuple(anyText, anyText, fc.integer({ min: 1, max: 9999 }))
					.map(([from, to, length]) => ({ from, to, length })),
				fc.constant({ about: 'seed' as const }),
			),
			before: fc.oneof(fc.constant(''), anyText),
			after: fc.oneof(fc.constant(''), anyText),
			tags: fc.array(anyText, { maxLength: 3 }),
			links: fc.array(anyText, { maxLength: 2 }),
			replies: fc
				.array(fc.tuple(anyText, anyText), { maxLength: 2 })
				.map((replies) => replies.map(([text, author], i) => ({ id: `r000000${i}`, text, author }))),
			note: anyText,
			status: anyText,
			actor: anyText,
			author: anyText,
			date: fc.constantFrom('2026-03-15', '2024-02-29'),
			seen: fc.constantFrom('5b1f0c2e', '12345678', '1234e567', '00000000'),
			sameAs: fc.constantFrom('other.txt#d9q4h2mz', 'a b.txt#d9q4h2mz'),
		},
		{ requiredKeys: ['id', 'kind', 'target', 'before', 'after', 'tags', 'links', 'replies'], noNullPrototype: true },
	);
