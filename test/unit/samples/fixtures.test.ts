// What becomes of sidecars and catalogues that people, merges and other programs have left: each a clear problem.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readCatalogue } from '../../../src/core/actors/catalogue';
import { readSidecar } from '../../../src/core/annotations/sidecar';
import type { Problem, ProblemCode } from '../../../src/core/problems';

declare const __root: string;

const folder = path.join(__root, 'test/fixtures');
const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');

interface Expected {
	/** Ids of the entries that stay usable. */
	readonly ids: string[];
	/** Errors and warnings, each code once, sorted. */
	readonly codes: ProblemCode[];
	readonly writable: boolean;
}

const sidecars: Record<string, Expected> = {
	'alias-bomb': { ids: ['c5t7w1ze'], codes: ['yaml/aliases'], writable: false },
	'conflict-markers': { ids: ['f7q5x9ta'], codes: ['yaml/conflict-marker'], writable: false },
	corrupt: { ids: ['c5t7w1ze', 'f7q5x9ta'], codes: ['yaml/syntax'], writable: false },
	'duplicate-ids': { ids: ['c5t7w1ze'], codes: ['yaml/duplicate-key'], writable: false },
	empty: { ids: [], codes: [], writable: true },
	legacy: { ids: ['c5t7w1ze', 'f7q5x9ta'], codes: ['format/missing'], writable: true },
	'list-root': { ids: [], codes: ['yaml/not-a-map'], writable: false },
	'newer-format': { ids: ['c5t7w1ze'], codes: ['format/newer'], writable: false },
	'one-bad-entry': {
		ids: ['c5t7w1ze', 'h6r4n8ka'],
		codes: [
			'sidecar/bad-date',
			'sidecar/bad-value',
			'sidecar/entry-not-a-map',
			'sidecar/missing-key',
			'sidecar/wrong-type',
		],
		writable: true,
	},
	'other-format': { ids: [], codes: ['format/unknown'], writable: false },
	'unknown-keys': { ids: ['c5t7w1ze'], codes: [], writable: true },
	valid: { ids: ['b8m2k4xq', 'c5t7w1ze', 'f7q5x9ta'], codes: [], writable: true },
};

const catalogues: Record<string, Omit<Expected, 'writable'>> = {
	'alias-bomb': { ids: ['riverland'], codes: ['catalogue/entry-not-a-map', 'yaml/aliases'] },
	'conflict-markers': { ids: ['riverland'], codes: ['yaml/conflict-marker'] },
	corrupt: { ids: ['bridge-office', 'chief-engineer'], codes: ['yaml/syntax'] },
	'duplicate-ids': { ids: ['riverland'], codes: ['yaml/duplicate-key'] },
	empty: { ids: [], codes: [] },
	legacy: { ids: ['bridge-office'], codes: ['format/missing'] },
	'list-root': { ids: [], codes: ['yaml/not-a-map'] },
	'newer-format': { ids: ['riverland'], codes: ['format/newer'] },
	'one-bad-entry': {
		ids: ['riverland', 'chief-engineer'],
		codes: [
			'catalogue/bad-date',
			'catalogue/bad-link',
			'catalogue/dates-backwards',
			'catalogue/entry-not-a-map',
			'catalogue/unknown-type',
			'catalogue/wrong-type',
		],
	},
	'other-format': { ids: [], codes: ['format/unknown'] },
	'unknown-keys': { ids: ['riverland'], codes: ['catalogue/unknown-key', 'catalogue/unknown-language'] },
	valid: { ids: ['bridge-office', 'chief-engineer', 'riverland', 'Forum'], codes: [] },
};

const codesOf = (problems: readonly Problem[]) =>
	[...new Set(problems.filter(({ severity }) => severity !== 'information').map(({ code }) => code))].sort();

/** A problem begins in the text; one about a missing end may point behind it. */
function inside(problems: readonly Problem[], text: string): void {
	for (const { span, code } of problems) {
		assert.ok(0 <= span.start && span.start <= span.end && span.start <= text.length, code);
	}
}

describe('sidecars as found', () => {
	for (const [name, { ids, codes, writable }] of Object.entries(sidecars)) {
		it(name, () => {
			const text = read(`sidecars/${name}.yaml`);
			const sidecar = readSidecar(text);
			assert.deepEqual(codesOf(sidecar.problems), codes);
			assert.deepEqual(
				sidecar.entries.map(({ annotation }) => annotation.id),
				ids,
			);
			assert.equal(sidecar.writable, writable, 'writable');
			inside(sidecar.problems, text);
		});
	}

	it('keeps what an old or an odd one says', () => {
		const legacy = readSidecar(read('sidecars/legacy.yaml')).entries.map(({ annotation }) => annotation);
		assert.deepEqual(legacy[0]!.target, { quote: 'мост выдержит сто лет' });
		assert.deepEqual([legacy[0]!.before, legacy[0]!.tags, legacy[0]!.status], ['', [], undefined]);
		const valid = readSidecar(read('sidecars/valid.yaml'));
		const annotation = valid.entries[1]!.annotation;
		assert.deepEqual(annotation.tags, ['safety', 'to check: twice']);
		assert.equal(annotation.seen, '12345678');
		assert.equal(annotation.note, 'Who says so?\n\nThe report names nobody.');
		assert.deepEqual(
			annotation.replies.map(({ text }) => text),
			['The chief engineer.', 'Thanks.'],
		);
		assert.deepEqual(
			valid.parallel.map(({ file, pins }) => [file, pins.length]),
			[
				['bridge.en.txt', 2],
				['bridge.az.txt', 0],
			],
		);
		assert.deepEqual(
			valid.roles.map(({ role }) => role),
			['furniture'],
		);
	});

	it('are all looked at here', () => {
		assert.deepEqual(readdirSync(path.join(folder, 'sidecars')).sort(), Object.keys(sidecars).map(yaml).sort());
	});
});

describe('catalogues as found', () => {
	for (const [name, { ids, codes }] of Object.entries(catalogues)) {
		it(name, () => {
			const text = read(`catalogues/${name}.yaml`);
			const { entries, problems } = readCatalogue(text);
			assert.deepEqual(codesOf(problems), codes);
			assert.deepEqual(
				entries.map(({ id }) => id),
				ids,
			);
			inside(problems, text);
		});
	}

	it('keeps what a full one says', () => {
		const { entries } = readCatalogue(read('catalogues/valid.yaml'));
		const engineer = entries.find(({ id }) => id === 'chief-engineer')!.fields;
		assert.deepEqual(engineer.names?.en, ['Anna Mostovaya']);
		assert.deepEqual(
			engineer.roles?.map(({ from, until }) => [from, until]),
			[
				['2015', '2019-06'],
				['2019-07-01', undefined],
			],
		);
		assert.equal(entries.find(({ id }) => id === 'Forum')!.fields.exact, true);
	});

	it('are all looked at here', () => {
		assert.deepEqual(readdirSync(path.join(folder, 'catalogues')).sort(), Object.keys(catalogues).map(yaml).sort());
	});
});

function yaml(name: string): string {
	return `${name}.yaml`;
}
