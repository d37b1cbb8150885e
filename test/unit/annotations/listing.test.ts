import * as assert from 'node:assert/strict';
import { parseFilter } from '../../../src/core/annotations/filter';
import { listAsCsv, listAsMarkdown } from '../../../src/core/annotations/listing';
import type { Annotation } from '../../../src/core/annotations/model';
import { startedReference } from '../../../src/core/annotations/references';

const annotation: Annotation = {
	id: 'a7k2m9xq',
	kind: 'claim',
	target: { quote: 'the *ferry*, "again"' },
	before: '',
	after: '',
	tags: ['sea'],
	links: [],
	note: '=1+1',
	author: 'ivanova',
	date: '2026-03-15',
	replies: [{ id: 'e5p1w7kb', author: 'petrov', text: 'Yes.' }],
};
const listed = { file: 'a.txt', annotation, state: 'confirm' };

describe('annotations: listing', () => {
	it('writes Markdown in which the text of the seed formats nothing', () => {
		assert.equal(
			listAsMarkdown([listed]),
			'# a.txt\n\n> the \\*ferry\\*, "again"\n\n**claim** · \\#sea · confirm · ivanova · 2026-03-15\n\n=1+1\n\n> petrov: Yes.\n',
		);
	});

	it('writes CSV that is no formula', () => {
		const [, row] = listAsCsv([listed]).split('\r\n');
		assert.equal(row, `a.txt,a7k2m9xq,claim,sea,,,confirm,ivanova,2026-03-15,"the *ferry*, ""again""",'=1+1`);
	});

	it('is filtered by words and operators', () => {
		const kept = (query: string) => parseFilter(query)(listed);
		for (const query of ['', 'ferry', 'kind:cl', 'kind:term,claim', 'date:2026-03', 'date:>=2026-03-15', 'has:replies'])
			assert.ok(kept(query), query);
		for (const query of [
			'-ferry',
			'kind:term',
			'date:>2026-03',
			'date:<2026-03-15',
			'has:twin',
			'file:b',
			'state:orphan',
		])
			assert.ok(!kept(query), query);
	});

	it('knows where a reference begins', () => {
		assert.deepEqual(startedReference('ask @vel', 8), { start: 4, end: 8, sign: '@' });
		assert.deepEqual(startedReference('(#', 2), { start: 1, end: 2, sign: '#' });
		assert.equal(startedReference('a@b', 3), undefined);
		assert.equal(startedReference('@one two', 8), undefined);
		assert.equal(startedReference('@\nx', 3), undefined);
	});
});
