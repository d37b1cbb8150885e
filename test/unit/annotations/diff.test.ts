import assert from 'node:assert/strict';
import { diffSidecars } from '../../../src/core/annotations/diff';
import { readSidecar } from '../../../src/core/annotations/sidecar';
import { handmade } from './samples';

const diff = (before: string, after: string) => diffSidecars(readSidecar(before), readSidecar(after));

describe('what changed between two sidecars', () => {
	it('is nothing where only looks changed', () => {
		const [head, first, second] = handmade.split(/\n(?=# ---|b7)/);
		assert.deepEqual(diff(handmade, `${head}\n${second}\n${first}`), []);
		assert.deepEqual(
			diff(handmade, handmade.replace('"the old bridge"', "'the old bridge'").replaceAll('\n', '\r\n')),
			[],
		);
	});

	it('names the fields with both values', () => {
		const [change] = diff(handmade, handmade.replace("- 'to do'", '- done').replace('kind: claim', 'kind: question'));
		assert.ok(change?.what === 'changed');
		assert.deepEqual(change.fields, [
			{ key: 'kind', before: 'claim', after: 'question' },
			{ key: 'tags', before: ['transport', 'to do'], after: ['transport', 'done'] },
		]);
		assert.equal(change.reanchored, false);
	});

	it('tells resolving, confirming and replying', () => {
		const now = handmade
			.replace('  mood:', '  status: resolved\n  mood:')
			.replace('"the old bridge"', '"the older bridge"')
			.replace('text: Seen.', 'text: Seen twice.')
			.replace('  # more', '    f5p1w7kb:\n      text: New.\n  # more');
		const [change] = diff(handmade, now);
		assert.ok(change?.what === 'changed');
		assert.deepEqual([change.thread, change.reanchored], ['resolved', true]);
		assert.deepEqual(
			change.replies.map(({ id, before, after }) => [id, before?.text, after?.text]),
			[
				['e5p1w7kb', 'Seen.', 'Seen twice.'],
				['f5p1w7kb', undefined, 'New.'],
			],
		);
		const [back] = diff(now, handmade);
		assert.equal(back?.what === 'changed' && back.thread, 'reopened');
	});

	it('keeps the order of the document, removed ones where they stood', () => {
		const entry = (id: string) => `${id}:\n  kind: x\n  quote: 'y'\n`;
		const head = 'format: glossator/annotations@1\n';
		const before = head + ['a1111111', 'b1111111', 'c1111111'].map(entry).join('');
		const after = head + ['a1111111', 'd1111111', 'c1111111'].map(entry).join('');
		assert.deepEqual(
			diff(before, after).map((c) => [c.what, 'id' in c && c.id]),
			[
				['removed', 'b1111111'],
				['added', 'd1111111'],
			],
		);
	});

	it('counts counterparts, pins and roles', () => {
		const head = 'format: glossator/annotations@1\n';
		const before = `${head}parallel:\n  a.txt:\n    - { here: 'x' }\n`;
		const after = `${head}parallel:\n  a.txt:\n    - { there: 'y' }\n  b.txt:\nroles:\n  - { quote: 'q', role: body }\n`;
		assert.deepEqual(
			diff(before, after).map(({ what }) => what),
			['pin-added', 'pin-removed', 'counterpart-declared', 'role-changed'],
		);
	});
});
