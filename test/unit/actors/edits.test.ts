// Changing a catalogue: every byte that is not named stays, and what was written is read back.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCatalogue } from '../../../src/core/actors/catalogue';
import { addActor, addName, type EditResult, newCatalogueText, renameActor } from '../../../src/core/actors/edits';
import type { CatalogueFile } from '../../../src/core/actors/model';
import { applyEdits } from '../../../src/core/text/edits';
import { anyText } from '../annotations/samples';

function changed(text: string, change: (file: CatalogueFile) => EditResult): string {
	const result = change(readCatalogue(text));
	assert.ok(result.edits, JSON.stringify(result.problem));
	return applyEdits(text, result.edits);
}

const handmade = `# ours
format: glossator/actors@1   # do not touch

# The ministers
belova:   # to check
  names:
    ru: [Анна Белова, "Белова"]   # both
    en: Anna Belova
  type: person
  mood: doubtful
  roles:
    - { title: { en: Mayor }, of: 'lake-town', from: 2019 }

lake-town: { type: place, names: { ru: [Озёрск], en: [] } }   # in braces

fund:
  names:
    ru:
      - Фонд озера   # the old one
      - 'Озёрный фонд'

# the end
`;

const entryOf = (text: string, id: string) => readCatalogue(text).entries.find((entry) => entry.id === id);

describe('adding an actor', () => {
	const actor = {
		id: 'petrov',
		type: 'person',
		names: { ru: ['Пётр Петров', 'Петров: сын'], en: ['Petrov'] },
	} as const;

	it('writes one block, with the format in a file that says nothing yet', () => {
		const written = changed('', (file) => addActor(file, { ...actor, note: 'One.\nTwo.', gender: 'm' }));
		assert.equal(
			written,
			`format: glossator/actors@1

petrov:
  type: person
  names:
    ru: [Пётр Петров, 'Петров: сын']
    en: [Petrov]
  note: |-
    One.
    Two.
  gender: m
`,
		);
		assert.deepEqual(readCatalogue(written).problems, []);
		const below = changed('# mine\n', (file) => addActor(file, actor));
		assert.ok(below.startsWith('# mine\nformat: glossator/actors@1\n\npetrov:\n'), below);
		assert.ok(
			changed(newCatalogueText(), (file) => addActor(file, actor)).startsWith(`${newCatalogueText()}\npetrov:`),
		);
	});

	it('goes to the end, or to its place where the file is in order', () => {
		assert.ok(changed(handmade, (file) => addActor(file, actor)).startsWith(`${handmade.trimEnd()}\n\npetrov:`));
		const sorted = 'format: glossator/actors@1\n\na: { type: place }\n\n# zoo\nz: { type: place }\n';
		const written = changed(sorted, (file) => addActor(file, { id: 'm', type: 'place', names: { ru: ['М'] } }));
		assert.match(written, /a: .*\n\nm:\n {2}type: place\n {2}names:\n {4}ru: \[М\]\n\n# zoo\nz:/);
	});

	it('keeps the line ends and the indentation of the file', () => {
		const windows = handmade.replaceAll('\n', '\r\n');
		assert.equal(
			changed(windows, (file) => addActor(file, actor)).replaceAll('\r\n', '\n'),
			changed(handmade, (file) => addActor(file, actor)),
		);
		assert.doesNotMatch(
			changed(windows, (file) => addActor(file, actor)),
			/(?<!\r)\n/,
		);
		const indented = changed('  format: glossator/actors@1\n  a: { type: place }\n', (file) => addActor(file, actor));
		assert.deepEqual(Object.keys(entryOf(indented, 'petrov')!.fields), ['type', 'names']);
	});

	it('is read back whatever the names are', () => {
		fc.assert(
			fc.property(anyText, anyText, (name, note) => {
				fc.pre(name.trim() !== '');
				const written = changed(handmade, (file) => addActor(file, { ...actor, names: { ru: [name] }, note }));
				const { fields } = entryOf(written, 'petrov')!;
				assert.deepEqual(fields.names, { ru: [name.trim()] });
				assert.equal(fields.note ?? '', note);
			}),
			{ numRuns: 200 },
		);
	});

	it('is refused in a file that is not understood, or has the id', () => {
		for (const text of [
			'format: glossator/actors@9\n',
			'a: [',
			'<<<<<<< x\na: 1\n',
			'- a\n',
			'{ a: { type: place } }\n',
		]) {
			assert.ok(addActor(readCatalogue(text), actor).problem, text);
		}
		assert.equal(addActor(readCatalogue(handmade), { ...actor, id: 'fund' }).problem?.code, 'yaml/duplicate-key');
		assert.equal(addActor(readCatalogue(handmade), { ...actor, id: 'format' }).problem?.code, 'catalogue/bad-id');
	});
});

describe('adding a name', () => {
	for (const [what, id, language, before, after] of [
		['to a list in brackets', 'belova', 'ru', '"Белова"]', '"Белова", New]'],
		['to a name alone', 'belova', 'en', 'en: Anna Belova', 'en: [Anna Belova, New]'],
		['in a new language', 'belova', 'kk', 'en: Anna Belova\n', 'en: Anna Belova\n    kk: [New]\n'],
		['in braces', 'lake-town', 'ru', '[Озёрск]', '[Озёрск, New]'],
		['to an empty list in braces', 'lake-town', 'en', 'en: []', 'en: [New]'],
		['in a new language in braces', 'lake-town', 'tr', 'en: [] }', 'en: [], tr: [New] }'],
		['to a list in lines', 'fund', 'ru', "- 'Озёрный фонд'\n", "- 'Озёрный фонд'\n      - New\n"],
	] as const) {
		it(`puts it ${what}`, () => {
			assert.equal(
				changed(handmade, (file) => addName(file, id, language, 'New')),
				handmade.replace(before, after),
			);
		});
	}

	it('makes the keys that are missing', () => {
		const of = (entry: string) =>
			changed(`format: glossator/actors@1\n${entry}\n`, (f) => addName(f, 'a', 'ru', 'Новый'));
		assert.match(of('a:\n  type: place\n  note: x'), /type: place\n {2}names:\n {4}ru: \[Новый\]\n {2}note: x/);
		assert.match(of('a:\n  names:\n  note: x'), /names:\n {4}ru: \[Новый\]\n {2}note: x/);
		assert.match(of('a: { type: place }'), /a: \{ type: place, names: \{ ru: \[Новый\] \} \}/);
		assert.match(of('a: { names: {} }'), /a: \{ names: \{ ru: \[Новый\] \} \}/);
		assert.match(of('a: { names: { en: [A] } }'), /names: \{ en: \[A\], ru: \[Новый\] \} \}/);
	});

	it('says again what other files know, where this file says nothing of the language yet', () => {
		const written = changed('', (file) => addName(file, 'a', 'ru', 'Новый', ['Старый', 'Новый']));
		assert.equal(written, 'format: glossator/actors@1\n\na:\n  names:\n    ru: [Старый, Новый]\n');
		assert.match(
			changed(written, (file) => addName(file, 'a', 'ru', 'Третий', ['Старый'])),
			/\[Старый, Новый, Третий\]/,
		);
	});

	it('does nothing where the name is there', () => {
		assert.deepEqual(addName(readCatalogue(handmade), 'belova', 'ru', 'Белова').edits, []);
	});

	it('is refused where the entry cannot be spliced', () => {
		const file = readCatalogue('format: glossator/actors@1\na:\n  names:\n    ru: |-\n      x\n');
		assert.ok(addName(file, 'a', 'ru', 'Новый').problem);
	});
});

describe('renaming an actor', () => {
	it('follows the id through entries and roles, in the quotation marks that are there', () => {
		assert.equal(
			changed(handmade, (file) => renameActor(file, 'lake-town', 'ozyorsk')),
			handmade.replace("of: 'lake-town'", "of: 'ozyorsk'").replace('lake-town: {', 'ozyorsk: {'),
		);
		assert.deepEqual(renameActor(readCatalogue(handmade), 'nobody', 'somebody').edits, []);
	});

	it('is refused where the new id is taken or unfit', () => {
		for (const id of ['fund', 'format', ' x', '']) {
			assert.ok(renameActor(readCatalogue(handmade), 'belova', id).problem, id);
		}
	});
});
