import * as assert from 'node:assert/strict';
import { chooseEntries, hasEntry, hasSame } from '../../../src/core/annotations/choose';
import { readSidecar } from '../../../src/core/annotations/sidecar';
import { applyEdits } from '../../../src/core/text/edits';

const head = 'format: glossator/annotations@1\n';
const entry = (id: string, quote: string, kind = 'claim', more = '') =>
	`\n${id}:\n  kind: ${kind}\n  quote: '${quote}'\n${more}`;

describe('choosing among annotators', () => {
	const first = readSidecar(
		head + entry('a1a1a1a1', 'dam') + entry('a2a2a2a2', 'reservoir', 'term', '  x-mine: 1 # kept\n'),
	);
	const second = readSidecar(head + entry('b1b1b1b1', 'dam', 'framing') + entry('b2b2b2b2', 'reservoir'));
	const offers = (wanted: readonly number[], ids = ['a2a2a2a2', 'b2b2b2b2'] as const) => [
		{ id: ids[0], from: first, wanted: wanted.includes(0) },
		{ id: ids[1], from: second, wanted: wanted.includes(1) },
	];
	const choose = (text: string, wanted: readonly number[], before?: string) => {
		const shared = readSidecar(text);
		const { edits, problem } = chooseEntries(
			shared,
			[{ offers: offers(wanted), ...(before && { before }) }],
			() => 'n1n1n1n1',
		);
		assert.equal(problem, undefined);
		return applyEdits(text, edits ?? []);
	};

	it('puts the wanted entry into the shared file letter by letter, at its place', () => {
		const shared = `${head}# ours\n${entry('c3c3c3c3', 'valley')}`;
		assert.equal(
			choose(shared, [0], 'c3c3c3c3'),
			`${head}# ours\n${entry('a2a2a2a2', 'reservoir', 'term', '  x-mine: 1 # kept\n')}${entry('c3c3c3c3', 'valley')}`,
		);
	});

	it('takes the other one out when somebody decides anew, both in, and none', () => {
		const taken = choose(head, [0]);
		assert.deepEqual(idsOf(taken), ['a2a2a2a2']);
		assert.deepEqual(idsOf(choose(taken, [1])), ['b2b2b2b2']);
		assert.deepEqual(idsOf(choose(taken, [0, 1])), ['a2a2a2a2', 'b2b2b2b2']);
		assert.deepEqual(idsOf(choose(taken, [])), []);
		assert.equal(choose(taken, [0]), taken);
	});

	it('gives the second of one id an id of its own, where both are wanted', () => {
		const other = readSidecar(head + entry('a2a2a2a2', 'reservoir', 'quote'));
		const shared = readSidecar(head);
		const both = [
			{ id: 'a2a2a2a2', from: first, wanted: true },
			{ id: 'a2a2a2a2', from: other, wanted: true },
		];
		const { edits } = chooseEntries(shared, [{ offers: both }], () => 'n1n1n1n1');
		const text = applyEdits(head, edits ?? []);
		const found = readSidecar(text);
		assert.deepEqual(
			found.entries.map(({ annotation }) => [annotation.id, annotation.kind]),
			[
				['a2a2a2a2', 'term'],
				['n1n1n1n1', 'quote'],
			],
		);
		assert.ok(hasSame(found, other.entries[0]!.annotation));
		assert.ok(hasEntry(found, other.entries[0]!.annotation));
		assert.ok(!hasSame(found, second.entries[0]!.annotation));
	});

	it('keeps the other entries and line ends as they are', () => {
		const crlf = (head + entry('c3c3c3c3', 'valley')).replaceAll('\n', '\r\n');
		const text = choose(crlf, [1]);
		assert.ok(text.startsWith(crlf));
		assert.ok(!/[^\r]\n/.test(text));
	});

	it('refuses a file that must not be written', () => {
		const { problem } = chooseEntries(readSidecar('<<<<<<< a\n'), [{ offers: offers([0]) }], () => '');
		assert.ok(problem);
	});
});

function idsOf(text: string): string[] {
	return readSidecar(text).entries.map(({ annotation }) => annotation.id);
}
