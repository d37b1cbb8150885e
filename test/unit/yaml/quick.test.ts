// The quick reader against the library's parser: what it accepts, it reads as that does; what it writes itself, it accepts.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { renderAnnotation } from '../../../src/core/annotations/render';
import type { YamlNode } from '../../../src/core/yaml/nodes';
import { quickRoot } from '../../../src/core/yaml/quick';
import { annotation, anyAnnotation } from '../annotations/samples';

/** Texts, lists and maps as arrays, each scalar with where it begins. */
function ours(node: YamlNode | undefined): unknown {
	if (!node) return undefined;
	if (node.type === 'text') return [node.span.start, node.text];
	if (node.type === 'list') return node.items.map(ours);
	return node.pairs.map(({ key, value }) => [key.text, ours(value)]);
}

function theirs(node: unknown): unknown {
	if (isScalar(node)) return [node.range?.[0], node.value];
	if (isSeq(node)) return node.items.map(theirs);
	return isMap(node) ? node.items.map(({ key, value }) => [isScalar(key) ? key.value : key, theirs(value)]) : undefined;
}

function parsed(text: string) {
	return parseDocument(text, { schema: 'failsafe', uniqueKeys: false, prettyErrors: false });
}

const breaks = [
	'\n',
	'\r\n',
	' ',
	'  ',
	':',
	': ',
	'#',
	' # c',
	"'",
	'"',
	'- ',
	'|',
	'[',
	']',
	'{',
	'}',
	',',
	'\t',
	'&a ',
	'*a',
	'\n# c\n',
];

describe('the quick reader', () => {
	it('accepts what the program writes', () => {
		const text = `# c\nformat: glossator/annotations@1\nparallel:\n  a.txt:\n    - { here: 'it''s' }\n  b.txt:\n\n${renderAnnotation(
			{
				...annotation,
				after: '.\n\nNext',
				note: 'One.\n\n  # two: three',
				tags: ['a', '1'],
				replies: [{ id: 'r2345678', text: 'Yes.' }],
			},
		).join('\n')}\n`;
		for (const eol of ['\n', '\r\n']) {
			const source = text.replaceAll('\n', eol);
			assert.deepEqual(ours(quickRoot(source)), theirs(parsed(source).contents));
		}
	});

	it('reads the same as the full parser, or nothing', () => {
		const spoiled = fc.tuple(
			anyAnnotation('a2345678'),
			fc.array(fc.tuple(fc.nat(), fc.constantFrom(...breaks), fc.nat(3)), { maxLength: 2 }),
		);
		fc.assert(
			fc.property(spoiled, ([written, changes]) => {
				let text = `format: x\n\n${renderAnnotation(written).join('\n')}\n`;
				for (const [at, inserted, removed] of changes) {
					const place = at % text.length;
					text = text.slice(0, place) + inserted + text.slice(place + removed);
				}
				const quick = quickRoot(text);
				if (!quick) return;
				const document = parsed(text);
				assert.deepEqual(document.errors, []);
				assert.deepEqual(ours(quick), theirs(document.contents));
			}),
			{ numRuns: 300 },
		);
	});
});
