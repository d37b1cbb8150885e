import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addKind, addTag, kindColours, kindsFormat, readKinds } from '../../../src/core/annotations/kinds';
import schema from '../../../src/core/annotations/kinds.schema.json';
import { applyEdits } from '../../../src/core/text/edits';
import { anyText } from './samples';

const handmade = `# ours
format: glossator/kinds@1

kinds:
  claim:   # the usual one
    description: What the text asserts.
    colour: blue
    key: c
    since: 2024
  odd: { colour: mauve, key: cc }
  other:
    key: c
    colour: '#a0B1c2'

tags:
  security: Borders and armies.
  transport:
    description: Roads.
  water:

# the end
`;

type Result = ReturnType<typeof addKind>;

function changed(text: string, change: (file: ReturnType<typeof readKinds>) => Result): string {
	const result = change(readKinds(text));
	assert.ok(result.edits, JSON.stringify(result.problem));
	return applyEdits(text, result.edits);
}

describe('kinds and tags', () => {
	it('are read with what is wrong at its place', () => {
		const { kinds, tags, problems, writable } = readKinds(handmade);
		assert.deepEqual(
			kinds.map(({ idSpan, ...kind }) => kind),
			[
				{ id: 'claim', description: 'What the text asserts.', colour: 'blue', key: 'c' },
				{ id: 'odd' },
				{ id: 'other', colour: '#a0B1c2' },
			],
		);
		assert.deepEqual(
			tags.map(({ id, description }) => [id, description]),
			[
				['security', 'Borders and armies.'],
				['transport', 'Roads.'],
				['water', undefined],
			],
		);
		assert.deepEqual(
			problems.map(({ code, span }) => [code, handmade.slice(span.start, span.end)]),
			[
				['kinds/unknown-key', 'since'],
				['kinds/bad-colour', 'mauve'],
				['kinds/bad-key', 'cc'],
				['kinds/shared-key', 'c'],
			],
		);
		assert.ok(writable);
	});

	it('are added at the end of their section, and nothing else changes', () => {
		const withKind = changed(handmade, (file) => addKind(file, { id: 'myth', description: 'It’s untrue.', key: '7' }));
		const added = "\n  myth:\n    description: 'It’s untrue.'\n    key: '7'";
		assert.equal(withKind, handmade.replace("'#a0B1c2'", `'#a0B1c2'${added}`));
		const withTag = changed(handmade, (file) => addTag(file, { id: 'to do' }));
		assert.equal(withTag, handmade.replace('  water:', '  water:\n  to do:'));
	});

	it('begin a file where there is none, and a section where it is missing', () => {
		const first = changed('', (file) => addTag(file, { id: 'water', description: 'Rivers.' }));
		assert.equal(first, `format: ${kindsFormat}\n\ntags:\n  water: 'Rivers.'\n`);
		const second = changed(first, (file) => addKind(file, { id: 'claim', colour: 'red' }));
		assert.equal(second, `${first.trimEnd()}\n\nkinds:\n  claim:\n    colour: red\n`);
		assert.deepEqual(changed('# ours\r\n', (file) => addTag(file, { id: 'a' })).split('\r\n'), [
			'# ours',
			`format: ${kindsFormat}`,
			'',
			'tags:',
			'  a:',
			'',
		]);
	});

	it('are read back as they were added, whatever they are called', () => {
		fc.assert(
			fc.property(anyText, anyText, fc.constantFrom(...kindColours), (id, description, colour) => {
				const text = changed(handmade, (file) => addKind(file, { id, description, colour }));
				const { idSpan, ...found } = readKinds(text).kinds.at(-1)!;
				assert.deepEqual(found, { id, description, colour });
			}),
			{ numRuns: 50 },
		);
	});

	it('are not written where the file is not understood', () => {
		for (const text of [
			'format: glossator/kinds@2\nkinds:\n  a:\n',
			'<<<<<<< a\nkinds:\n=======\n>>>>>>> b\n',
			'- a\n',
		])
			assert.ok(addTag(readKinds(text), { id: 'b' }).problem, text);
		assert.ok(addKind(readKinds('format: glossator/kinds@1\nkinds: { a: {} }\n'), { id: 'b' }).problem);
		assert.ok(addKind(readKinds(handmade), { id: 'claim' }).problem);
	});

	it('have a schema that says the same', () => {
		assert.equal(schema.properties.format.const, kindsFormat);
		assert.deepEqual(schema.definitions.kind.properties.colour.examples, [...kindColours]);
	});
});
