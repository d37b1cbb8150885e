// Reading a catalogue again after an edit, and in steps, says what reading it anew says.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCatalogue } from '../../../src/core/actors/catalogue';
import { readSteps, rereadCatalogue } from '../../../src/core/actors/reread';
import { complete } from '../../../src/core/steps';
import { applyEdits } from '../../../src/core/text/edits';

const entries = [
	'belova:\n  type: person   # mine\n  names:\n    ru: [Анна Белова,\n      "Белова"]\n  roles:\n    - { title: { en: Mayor }, of: town }\n',
	'town: { type: place, names: { ru: [Озёрск] } }\n',
	'fund:\n  names:\n    en:\n      - Lake Fund\n  note: |-\n    One.\n\n    Two.\n  prefer: 2\n',
	'# a comment\n\nodd:\n  type: planet\n  names: {}\n',
	'"in quotes":\n  type: media\n  note: >-\n    folded\n    text\n',
];
const catalogue = `# ours\nformat: glossator/actors@1\n\n${entries.join('\n')}`;

describe('rereadCatalogue', () => {
	const pieces = fc.constantFrom(
		...[
			'x',
			'\n',
			'\n\n',
			' ',
			'  ',
			':',
			': ',
			'new:\n  type: person\n',
			'[',
			']',
			'{',
			"'",
			'"',
			'#',
			'- ',
			'|',
			'\r\n',
		],
		...['town', 'format', '---\n', '<<<<<<< a\n', '\t', '\0', 'a: { b: c }\n', '', '  names: { ru: [А] }\n'],
	);

	it('says the same after any edit that leaves sound YAML', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.nat(1000), fc.nat(40), pieces), { maxLength: 4 }), (changes) => {
				let [text, file] = [catalogue, readCatalogue(catalogue)];
				for (const [at, length, piece] of changes) {
					const start = at % (text.length + 1);
					text = applyEdits(text, [{ start, end: Math.min(text.length, start + length), text: piece }]);
					file = rereadCatalogue(file, text);
					const anew = readCatalogue(text);
					assert.equal(file.writable, anew.writable, text);
					if (anew.writable) assert.deepEqual(file, anew, text);
				}
			}),
			{ numRuns: 150 },
		);
	});

	it('keeps what was not touched', () => {
		const file = readCatalogue(catalogue);
		const at = catalogue.indexOf('Lake Fund');
		const edited = rereadCatalogue(file, applyEdits(catalogue, [{ start: at, end: at + 4, text: 'River' }]));
		assert.equal(edited.entries[0], file.entries[0]);
		assert.equal(edited.entries[3]!.fields, file.entries[3]!.fields);
		assert.equal(rereadCatalogue(file, catalogue), file);
	});
});

describe('readSteps', () => {
	const many = `format: glossator/actors@1\n${Array.from({ length: 1800 }, (_, i) => {
		return `actor-${i}:\n  type: person\n  names: { ru: [Имя${i} Фамилия${i}] }${i % 500 ? '' : '\n  odd: x'}\n`;
	}).join('\n')}`;

	it('says what reading in one go says', () => {
		for (const text of [
			many,
			`${many}actor-7: { type: place }\n`,
			many.replace('actor-9:', '<<<<<<< x'),
			many.replace('[Имя5 ', '['),
		]) {
			assert.deepEqual(complete(readSteps(text)), readCatalogue(text));
		}
		assert.deepEqual(complete(readSteps('')), readCatalogue(''));
	});
});
