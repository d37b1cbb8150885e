import assert from 'node:assert/strict';
import fc from 'fast-check';
import { levelWith } from '../../../src/core/parallel/level';
import type { Alignment, Link, Whereabouts } from '../../../src/core/parallel/model';
import { partnerOf } from '../../../src/core/parallel/partner';

const where = (candidates: [number, number][] = [], between?: Whereabouts['between']): Whereabouts => ({
	candidates: candidates.map(([paragraph, score]) => ({ paragraph, score })),
	between,
});

const alignment = (links: Link[], jump: number[], whereabouts: Whereabouts[]): Alignment => ({
	links,
	jump,
	jumpBack: [],
	whereabouts,
	whereaboutsBack: [],
});

describe('what a reader is told of a paragraph’s partner', () => {
	it('is linked: all it is linked with, what the jump goes to first, and the runners-up', () => {
		const link = { source: [0], target: [1, 2], score: 0.9 };
		const found = partnerOf(
			alignment(
				[link],
				[2],
				[
					where([
						[2, 0.9],
						[1, 0.8],
						[4, 0.4],
						[5, 0.1],
					]),
				],
			),
			0,
		);
		assert.deepEqual(found, { how: 'linked', paragraphs: [2, 1], others: [4], score: 0.9, gap: undefined });
	});

	it('is likely where the link is weak, and possible where there is only a good candidate', () => {
		const weak = { source: [0], target: [1], score: 0.5 };
		assert.equal(partnerOf(alignment([weak], [1], [where([[1, 0.5]])]), 0)?.how, 'likely');
		const gap = { after: 0, before: 1 };
		const found = partnerOf(
			alignment(
				[],
				[3],
				[
					where(
						[
							[3, 0.45],
							[0, 0.35],
							[2, 0.05],
						],
						gap,
					),
				],
			),
			0,
		);
		assert.deepEqual(found, { how: 'possible', paragraphs: [3], others: [0], score: 0.45, gap });
		const poor = partnerOf(alignment([], [3], [where([[3, 0.35]], gap)]), 0);
		assert.deepEqual(poor, { how: 'none', paragraphs: [0, 1], others: [3], score: 0, gap });
	});

	it('is nowhere, but has neighbours', () => {
		const gap = { after: 2, before: 5 };
		const found = partnerOf(alignment([], [1], [where([[1, 0.1]], gap)]), 0);
		assert.deepEqual(found, { how: 'none', paragraphs: [2, 5], others: [], score: 0, gap });
		const alone = partnerOf(alignment([], [1], [where([], { after: undefined, before: undefined })]), 0);
		assert.deepEqual(alone?.paragraphs, [1]);
		assert.deepEqual(partnerOf(alignment([], [-1], [where()]), 0)?.paragraphs, []);
		assert.equal(partnerOf(alignment([], [], []), 0), undefined);
	});
});

describe('places that stand level', () => {
	const spans = (...lengths: number[]) => {
		let at = 0;
		return lengths.map((length) => {
			const start = at;
			at = start + length + 2;
			return { start, end: start + length };
		});
	};
	const here = spans(100, 50, 80);
	const there = spans(40, 200, 10, 60);
	const links: Link[] = [
		{ source: [0], target: [1], score: 1 },
		{ source: [2], target: [0, 3], score: 1 },
	];

	it('are as far into what says the same, wherever that stands', () => {
		assert.equal(levelWith(0, here, there, links), there[1]!.start);
		assert.equal(levelWith(25, here, there, links), there[1]!.start + 50);
		assert.equal(levelWith(100, here, there, links), there[1]!.end);
		assert.equal(levelWith(here[1]!.end + 1, here, there, links), there[0]!.start, 'a blank line belongs to the next');
		assert.equal(levelWith(here[2]!.end + 9, here, there, links), there[3]!.end, 'after the last');
	});

	it('pass through several paragraphs as through one', () => {
		const start = here[2]!.start;
		assert.equal(levelWith(start, here, there, links), there[0]!.start);
		assert.equal(levelWith(start + 40, here, there, links), there[3]!.start + 10);
		assert.equal(levelWith(start + 80, here, there, links), there[3]!.end);
		const many: Link[] = [{ source: [0, 2], target: [1], score: 1 }];
		assert.equal(levelWith(start, here, there, many), there[1]!.start + Math.floor((100 / 180) * 200));
	});

	it('rest beside a paragraph that has no partner, and begin at the top', () => {
		for (const offset of [here[1]!.start, here[1]!.start + 20, here[1]!.end])
			assert.equal(levelWith(offset, here, there, links), there[1]!.end);
		assert.equal(levelWith(30, here, there, []), 0);
		assert.equal(levelWith(0, [], [], []), 0);
	});

	it('never go back within a link, and stay in the text', () => {
		const size = fc.integer({ min: 1, max: 300 });
		fc.assert(
			fc.property(size, size, fc.nat(400), fc.nat(400), (a, b, one, two) => {
				const link: Link[] = [{ source: [0], target: [0], score: 1 }];
				const at = (offset: number) => levelWith(offset, spans(a), spans(b), link);
				const [first, second] = [at(Math.min(one, two)), at(Math.max(one, two))];
				assert.ok(0 <= first && first <= second && second <= b);
			}),
		);
	});
});
