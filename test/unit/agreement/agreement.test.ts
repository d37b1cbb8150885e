import assert from 'node:assert/strict';
import fc from 'fast-check';
import { agreementOf, type Mark } from '../../../src/core/agreement/agreement';
import { cohenKappa, krippendorffAlpha } from '../../../src/core/agreement/coefficients';
import { disagreement, unitizedAlpha } from '../../../src/core/agreement/unitized';
import { annotation } from '../annotations/samples';
import { examples } from './published';

describe('agreement beyond chance', () => {
	for (const { name, source, published, decimals, computed } of examples)
		it(`is as published: ${name} (${source})`, () => {
			assert.ok(Math.abs(computed() - published) < 10 ** -decimals, `${computed()}, not ${published}`);
		});

	it('is told of nothing, of one class only, and of chance', () => {
		assert.ok(Number.isNaN(cohenKappa([])) && Number.isNaN(krippendorffAlpha([['a'], []])));
		assert.ok(Number.isNaN(unitizedAlpha([])));
		assert.equal(cohenKappa([['a', 'a']]), 1);
		assert.equal(krippendorffAlpha([['a', 'a'], ['b']]), 1);
		assert.equal(
			cohenKappa([
				['a', 'a'],
				['a', 'b'],
				['b', 'a'],
				['b', 'b'],
			]),
			0,
		);
	});

	const spans = fc.array(
		fc.tuple(fc.nat(90), fc.integer({ min: 1, max: 10 })).map(([start, length]) => ({ start, end: start + length })),
		{ maxLength: 8 },
	);

	it('of spans is symmetric, 1 for equal ones, and never more', () => {
		fc.assert(
			fc.property(spans, spans, (a, b) => {
				const [there, back] = [disagreement([a, b], 100), disagreement([b, a], 100)];
				assert.ok(Math.abs(there.observed - back.observed) < 1e-12 && Math.abs(there.expected - back.expected) < 1e-12);
				assert.equal(disagreement([a, a], 100).observed, 0);
				assert.ok(a.length + b.length === 0 || unitizedAlpha([there]) <= 1);
			}),
		);
	});
});

describe('annotators of one text', () => {
	const mark = (start: number, end: number, kind = 'claim', tags: string[] = []): Mark => ({
		start,
		end,
		annotation: { ...annotation, kind, tags },
	});
	const overlap = (a: Mark, b: Mark) =>
		Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)) /
		(Math.max(a.end, b.end) - Math.min(a.start, b.start));
	const [ann, bob, eve] = [
		[mark(0, 10), mark(20, 30, 'term'), mark(50, 60, 'claim', ['x'])],
		[mark(0, 10), mark(21, 30, 'claim'), mark(80, 90)],
		[mark(1, 10), mark(54, 70)],
	];

	it('are matched by overlap, and what they differ in is told', () => {
		const { matches } = agreementOf(
			[
				{ name: 'ann', marks: ann! },
				{ name: 'bob', marks: bob! },
			],
			100,
		);
		assert.deepEqual(
			matches.map(({ span, differences, marks }) => [span.start, marks.filter(Boolean).length, ...differences]),
			[
				[0, 2],
				[20, 2, 'kind', 'extent'],
				[50, 1, 'missing'],
				[80, 1, 'missing'],
			],
		);
	});

	it('get figures by pair, kind and tag', () => {
		const all = [
			{ name: 'ann', marks: ann! },
			{ name: 'bob', marks: bob! },
			{ name: 'eve', marks: eve! },
		];
		const found = agreementOf(all, 100);
		assert.deepEqual(
			found.pairs.map(({ pair, matched, f1 }) => [...pair, matched, Math.round(100 * f1)]),
			[
				[0, 1, 2, 67],
				[0, 2, 1, 40],
				[1, 2, 1, 40],
			],
		);
		assert.deepEqual(
			found.kinds.map(({ name, counts, agreed, of }) => [name, ...counts, agreed, of]),
			[
				['claim', 2, 3, 2, 1, 5],
				['term', 1, 0, 0, 0, 1],
			],
		);
		assert.deepEqual(
			found.tags.map(({ name, agreed, of }) => [name, agreed, of]),
			[['x', 0, 1]],
		);
		assert.ok(found.alphaU > 0 && found.alphaU < 1 && found.alpha < 1);
	});

	it('are matched as if every mark were compared with every other', () => {
		const marks = fc.array(
			fc
				.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }), fc.constantFrom('claim', 'term'))
				.map(([start, length, kind]) => mark(start, start + length, kind)),
			{ maxLength: 8 },
		);
		fc.assert(
			fc.property(marks, marks, (first, second) => {
				const [mine, theirs] = [first, second].map((all) => all.sort((a, b) => a.start - b.start));
				const { matches } = agreementOf(
					[
						{ name: 'a', marks: mine! },
						{ name: 'b', marks: theirs! },
					],
					90,
				);
				const pairs = theirs!.flatMap((b) => mine!.map((a) => ({ a, b, overlap: overlap(a, b) })));
				const isLike = ({ a, b }: { a: Mark; b: Mark }) => Number(a.annotation.kind === b.annotation.kind);
				pairs.sort((x, y) => y.overlap - x.overlap || isLike(y) - isLike(x));
				const joined = new Map<Mark, Mark>();
				const free = ({ a, b, overlap }: (typeof pairs)[0]) =>
					overlap >= 0.5 && !joined.has(a) && ![...joined.values()].includes(b);
				for (const pair of pairs) if (free(pair)) joined.set(pair.a, pair.b);
				for (const { marks } of matches)
					if (marks[0])
						assert.equal(
							marks[1] && theirs!.indexOf(marks[1]),
							joined.has(marks[0]) ? theirs!.indexOf(joined.get(marks[0])!) : undefined,
						);
				assert.equal(matches.length, mine!.length + theirs!.length - joined.size);
			}),
		);
	});

	it('agree fully with themselves, and of nothing nothing is told', () => {
		const { alpha, alphaU, pairs, matches } = agreementOf(
			[
				{ name: 'a', marks: ann! },
				{ name: 'b', marks: ann! },
			],
			100,
		);
		assert.deepEqual([alpha, alphaU, pairs[0]!.kappa, pairs[0]!.f1], [1, 1, 1, 1]);
		assert.ok(matches.every(({ differences }) => differences.length === 0));
		const nothing = agreementOf(
			[
				{ name: 'a', marks: [] },
				{ name: 'b', marks: [] },
			],
			0,
		);
		assert.ok(Number.isNaN(nothing.alpha) && Number.isNaN(nothing.alphaU) && Number.isNaN(nothing.pairs[0]!.f1));
	});
});
