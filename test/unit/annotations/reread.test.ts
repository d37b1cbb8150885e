// Reading a sidecar again after an edit, and in steps, says what reading it anew says.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Sidecar } from '../../../src/core/annotations/model';
import { rereadSidecar, rereadSidecarSteps } from '../../../src/core/annotations/reread';
import { readSidecar } from '../../../src/core/annotations/sidecar';
import { complete } from '../../../src/core/steps';
import { applyEdits } from '../../../src/core/text/edits';
import { handmade } from './samples';

const sections = `parallel:
  other.txt:
    - { here: 'a', there: 'b' }
roles:
  - { quote: 'c', role: caption }
mentions:
  - { quote: 'd', actor: e, not: f }
`;
const sidecar = handmade
	.replace('\n\n', `\n${sections}\n`)
	.replace('# the end', 'c7k2m9xq: { about: seed, kind: note }\n');

describe('rereadSidecar', () => {
	const pieces = fc.constantFrom(
		...[
			'x',
			'\n',
			'\n\n',
			' ',
			'  ',
			':',
			': ',
			'[',
			']',
			'{',
			"'",
			'"',
			'#',
			'- ',
			'|',
			'\r\n',
			'---\n',
			'\t',
			'\0',
			'',
		],
		...[
			'd7k2m9xq:\n  kind: x\n  quote: y\n',
			'kind',
			'format',
			'roles:\n  - { quote: g, role: byline }\n',
			'<<<<<<< a\n',
		],
		...['  mood: odd\n', '  conflict:\n    note: { ours: a, theirs: b }\n', '  - { quote: d, actor: g }\n', 'mentions'],
	);

	it('says the same after any edit that leaves sound YAML', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.nat(1200), fc.nat(40), pieces), { maxLength: 4 }), (changes) => {
				let [text, file]: [string, Sidecar] = [sidecar, readSidecar(sidecar)];
				for (const [at, length, piece] of changes) {
					const start = at % (text.length + 1);
					text = applyEdits(text, [{ start, end: Math.min(text.length, start + length), text: piece }]);
					file = rereadSidecar(file, text);
					const anew = readSidecar(text);
					assert.equal(file.writable, anew.writable, text);
					if (anew.writable) assert.deepEqual(file, anew, text);
				}
			}),
			{ numRuns: 200 },
		);
	});

	it('tells that the format is gone with the line that stood above it', () => {
		const above = 'team: red\nformat: glossator/annotations@1\n\na7k2m9xq:\n  kind: x\n  quote: y\n';
		const text = above.replace('red\nformat: ', 'red ');
		assert.deepEqual(rereadSidecar(readSidecar(above), text), readSidecar(text));
	});

	it('keeps what was not touched', () => {
		const file = readSidecar(sidecar);
		const at = sidecar.indexOf('the old bridge');
		const edited = rereadSidecar(file, applyEdits(sidecar, [{ start: at, end: at + 3, text: 'an' }]));
		assert.notEqual(edited.entries[0]!.annotation, file.entries[0]!.annotation);
		assert.equal(edited.entries[1]!.annotation, file.entries[1]!.annotation);
		assert.equal(rereadSidecar(file, sidecar), file);
	});

	it('says in steps what reading in one go says', () => {
		const entry = (i: number) =>
			`\na${String(i).padStart(7, '0')}:\n  kind: claim\n  quote: 'number ${i}'\n  note: ${'a long one '.repeat(12)}\n  mood: odd\n`;
		const many = `format: glossator/annotations@1\n${sections}${Array.from({ length: 700 }, (_, i) => entry(i)).join('')}`;
		for (const text of [
			many,
			`${many}${sections}`,
			`${many}${entry(7)}`,
			many.replace("'number 5'", "'number 5"),
			'',
		]) {
			assert.deepEqual(complete(rereadSidecarSteps(undefined, text)), readSidecar(text));
		}
	});
});
