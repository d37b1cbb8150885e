// Catalogues: what is read, what is a problem and where, and how files are merged.
import assert from 'node:assert/strict';
import schema from '../../../src/core/actors/actors.schema.json';
import { crossCheck, mergeCatalogues, readCatalogue } from '../../../src/core/actors/catalogue';

const header = 'format: glossator/actors@1\n';

/** The problems of a text as `code at «what the span covers»`. */
function problemsOf(text: string): string[] {
	return readCatalogue(text).problems.map(({ code, span }) => `${code} «${text.slice(span.start, span.end)}»`);
}

describe('reading a catalogue', () => {
	it('reads an entry with all its fields', () => {
		const { entries, problems } = readCatalogue(`${header}
belova:
  type: person
  names: { ru: [Анна Белова, Анна Сергеевна Белова], en: Anna Belova }
  gender: f
  prefer: 2
  roles:
    - { title: { en: Mayor, ru: мэр }, of: lake-town, from: 2019, until: 2024-06 }
  links: { wikidata: Q42, web: 'https://example.org/belova' }
  note: |-
    Met in May.
`);
		assert.deepEqual(problems, []);
		assert.deepEqual(entries[0]?.fields, {
			type: 'person',
			names: { ru: ['Анна Белова', 'Анна Сергеевна Белова'], en: ['Anna Belova'] },
			gender: 'f',
			prefer: 2,
			roles: [{ title: { en: 'Mayor', ru: 'мэр' }, of: 'lake-town', from: '2019', until: '2024-06' }],
			links: { wikidata: 'Q42', web: 'https://example.org/belova' },
			note: 'Met in May.',
		});
	});

	it('places ids, entries, names and references', () => {
		const text = `${header}belova:\n  names: { ru: ['Анна Белова'] }\n  roles: [{ title: { en: Mayor }, of: town }]\n`;
		const [entry] = readCatalogue(text).entries;
		const at = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
		assert.equal(at(entry!.idSpan), 'belova');
		assert.deepEqual(
			entry!.names.map(({ language, name, span }) => [language, name, at(span)]),
			[['ru', 'Анна Белова', "'Анна Белова'"]],
		);
		assert.deepEqual(
			entry!.references.map(({ id, span }) => [id, at(span)]),
			[['town', 'town']],
		);
	});

	it('keeps the good entries when one is bad', () => {
		const { entries, problems } = readCatalogue(`${header}a: 5\nb:\n  type: state\n  names: { en: [Borduria] }\n`);
		assert.deepEqual(
			entries.map(({ id }) => id),
			['b'],
		);
		assert.deepEqual(
			problems.map(({ code }) => code),
			['catalogue/entry-not-a-map'],
		);
	});

	for (const [what, yaml, expected] of [
		['an unknown type', 'a: { type: city }', 'catalogue/unknown-type «city»'],
		['an unknown key', 'a: { type: place, colour: red }', 'catalogue/unknown-key «colour»'],
		['a name that is no text', 'a: { names: { en: [{ x: y }] } }', 'catalogue/wrong-type «{ x: y }»'],
		['an unknown language', 'a: { names: { de: [Bordurien] } }', 'catalogue/unknown-language «de»'],
		[
			'a date that the calendar lacks',
			'a: { roles: [{ title: { en: x }, from: 2023-02-30 }] }',
			'catalogue/bad-date «2023-02-30»',
		],
		[
			'dates that run backwards',
			'a: { roles: [{ title: { en: x }, from: 2024, until: 2023-12 }] }',
			'catalogue/dates-backwards «2023-12»',
		],
		[
			'a link that is no address',
			"a: { links: { web: 'javascript:alert(1)' } }",
			"catalogue/bad-link «'javascript:alert(1)'»",
		],
		['a wikidata item that is none', 'a: { links: { wikidata: P31 } }', 'catalogue/bad-link «P31»'],
		['a gender that is none', 'a: { gender: x }', 'catalogue/wrong-type «x»'],
	] as const) {
		it(`places ${what}`, () => {
			assert.deepEqual(problemsOf(header + yaml), [expected]);
		});
	}

	it('sees one office held twice at a time, but not one that is taken over in the same year', () => {
		const roles = (second: string) =>
			`${header}a:\n  roles:\n    - { title: { en: Mayor }, until: 2023 }\n    - ${second}\n`;
		assert.deepEqual(problemsOf(roles('{ title: { en: Mayor }, from: 2023, until: 2024 }')), []);
		assert.deepEqual(problemsOf(roles('{ title: { en: Mayor }, from: 2021 }')), [
			'catalogue/roles-overlap «{ title: { en: Mayor }, from: 2021 }»',
		]);
	});

	it('reads ids that look like numbers or dates as they are written', () => {
		const { entries } = readCatalogue(
			`${header}1e5: { type: place }\n2020-01-01: { type: event }\nyes: { type: state }\n`,
		);
		assert.deepEqual(
			entries.map(({ id }) => id),
			['1e5', '2020-01-01', 'yes'],
		);
	});

	it('reads ids that a note could not refer to, says so, and its schema knows them too', () => {
		const text = `${header}"Port Trans": { type: organisation }\nwiki:Q1: { type: place }\na-b: { type: place }\n`;
		assert.equal(readCatalogue(text).entries.length, 3);
		assert.deepEqual(problemsOf(text), ['catalogue/awkward-id «"Port Trans"»', 'catalogue/awkward-id «wiki:Q1»']);
		const [pattern] = Object.keys(schema.patternProperties);
		for (const id of ['Port Trans', 'wiki:Q1', 'a-b', 'a', 'format', ' a', 'a ', '', 'a\tb', 'a\nb', 'a\u2028b']) {
			const isRead = readCatalogue(`${header}${JSON.stringify(id)}: { type: place }\n`).entries.length === 1;
			assert.equal(new RegExp(pattern as string, 'u').test(id), isRead, JSON.stringify(id));
		}
	});
});

describe('merging catalogues', () => {
	const merged = (...texts: string[]) => mergeCatalogues(texts.map((text) => readCatalogue(header + text)));

	it('takes the last file field by field, names language by language', () => {
		const { actors } = merged(
			'a: { type: place, names: { en: [Lake, Pond], ru: [Озеро] }, note: old }',
			'a: { names: { en: [Great Lake] }, note: new }',
		);
		assert.deepEqual(actors.get('a'), {
			...{ id: 'a', type: 'place', note: 'new' },
			names: { en: ['Great Lake'], ru: ['Озеро'] },
		});
	});

	it('reports what only shows between entries', () => {
		const texts = [
			'a: { type: place, names: { en: [Lake] } }',
			'a: { note: more }\nb: { type: place, names: { en: [lake] }, roles: [{ title: { en: x }, of: nobody }] }\nc: { note: x }',
		];
		const files = texts.map((text) => readCatalogue(header + text));
		const [first, second] = crossCheck(files, mergeCatalogues(files));
		assert.deepEqual(first, []);
		assert.deepEqual(second!.map(({ code, args }) => [code, args?.id ?? args?.other ?? args?.found]).sort(), [
			['catalogue/no-names', 'c'],
			['catalogue/no-type', 'c'],
			['catalogue/shared-name', 'a'],
			['catalogue/unknown-actor', 'nobody'],
		]);
	});

	it('reports a wrong type once, where it stands', () => {
		const names = 'names: { en: [Lake] }';
		const file = readCatalogue(`${header}a: { ${names} }\nb: { type: lake, ${names} }\nc: { type: place, ${names} }`);
		const [across] = crossCheck([file], mergeCatalogues([file]));
		const told = [...file.problems, ...across!].filter(({ code }) => code.endsWith('type'));
		assert.deepEqual(
			told.map(({ code, args }) => [code, args?.id ?? args?.found]),
			[
				['catalogue/unknown-type', 'lake'],
				['catalogue/no-type', 'a'],
			],
		);
	});

	it('lets two actors share a name where one is preferred', () => {
		const file = readCatalogue(
			`${header}a: { type: place, names: { en: [Lake] } }\nb: { type: place, prefer: 1, names: { en: [Lake] } }`,
		);
		assert.deepEqual(crossCheck([file], mergeCatalogues([file])), [[]]);
	});
});
