import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { createAligner } from '../../../src/core/parallel/align';
import { emptyLexicon, readLexicon } from '../../../src/core/parallel/lexicon';
import type { Alignment, Side } from '../../../src/core/parallel/model';
import { naturalPairs } from './pairs-file';

declare const __root: string;

const lists = ['ru', 'az', 'uz', 'kk', 'ky', 'tg', 'tk', 'tr'].map((language) =>
	readFileSync(path.join(__root, 'dist/lexicon', `${language}.txt`), 'utf8'),
);
const aligner = createAligner(readLexicon(lists.join('')));
const bare = createAligner(emptyLexicon);

const side = (language: Side['language'], ...paragraphs: string[]): Side => ({ language, paragraphs });
const pairsOf = ({ links }: Pick<Alignment, 'links'>) =>
	links.flatMap(({ source, target }) => source.flatMap((i) => target.map((j) => `${i}-${j}`))).sort();
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

const russian = side(
	'ru',
	'date 2026-03-02 ТАШКЕНТ. Железнодорожники Узбекистана и Грузии подписали соглашение о грузовых перевозках.',
	'По словам министра Чориева, первый поезд из 40 контейнеров отправится в апреле.',
	'Тариф для отправителей снизится на 15 процентов.',
	'В Самарканде построят новый вокзал, рядом с ним появится гостиница.',
);
const english = side(
	'en',
	'date 2026-03-02 According to Minister Choriyev, the first train with 40 containers will leave in April.',
	'TASHKENT. Railway operators of Uzbekistan and Georgia signed an agreement on freight traffic.',
	'A new railway station will be built in Samarkand, with a hotel next to it.',
	'The tariff for shippers will go down by 15 percent.',
);

describe('aligner', () => {
	it('follows paragraphs that the translation moved', () => {
		const { jump, jumpBack, links } = aligner.align(russian, english);
		assert.deepEqual(jump, [1, 0, 3, 2]);
		assert.deepEqual(jumpBack, [1, 0, 3, 2]);
		assert.deepEqual(pairsOf({ links }), ['0-1', '1-0', '2-3', '3-2']);
		assert.ok(links.every(({ score }) => score > 0.5 && score <= 1));
	});

	it('is not led by the date of the header', () => {
		const other = {
			...english,
			paragraphs: english.paragraphs.map((text) => text.replace('2026-03-02', '2026-03-04')),
		};
		assert.deepEqual(aligner.align(russian, other), aligner.align(russian, english));
	});

	it('finds the same partners from either side', () => {
		const [forth, back] = [aligner.align(russian, english), aligner.align(english, russian)];
		assert.deepEqual(forth.jump, back.jumpBack);
		assert.deepEqual(
			pairsOf(forth),
			pairsOf(back)
				.map((pair) => pair.split('-').reverse().join('-'))
				.sort(),
		);
	});

	it('links a split paragraph to both its halves', () => {
		const halves = side(
			'en',
			'Railway operators of Uzbekistan and Georgia signed an agreement on freight traffic in Tashkent.',
			'According to Minister Choriyev, the first train with 40 containers will leave in April.',
		);
		const whole = side(
			'ru',
			'Железнодорожники Узбекистана и Грузии подписали в Ташкенте соглашение о грузовых перевозках. По словам министра Чориева, первый поезд из 40 контейнеров отправится в апреле.',
		);
		assert.deepEqual(
			aligner.align(whole, halves).links.map(({ source, target }) => [source, target]),
			[[[0], [0, 1]]],
		);
		assert.deepEqual(
			aligner.align(halves, whole).links.map(({ source, target }) => [source, target]),
			[[[0, 1], [0]]],
		);
	});

	it('links nothing where two texts tell different stories, and still has somewhere to go', () => {
		const weather = side(
			'en',
			'Heavy snow is expected in the mountains of Norway over the weekend.',
			'Drivers are advised to stay at home and to keep warm clothes in the car.',
			'The wind will weaken by Monday evening.',
		);
		const { links, jump } = aligner.align(russian, weather);
		assert.deepEqual(links, []);
		assert.ok(jump.every((target) => target >= 0 && target < 3));
	});

	it('keeps pins, and lets them decide for their neighbours', () => {
		const source = side('ru', 'Он согласился.', 'Она возразила ему.', 'Они ушли вместе домой.');
		const target = side('en', 'Somebody shrugged.', 'Everyone nodded.', 'Nobody spoke.');
		const pinned = aligner.align(source, target, [{ source: 0, target: 1 }]);
		assert.deepEqual(
			pinned.links.find((link) => link.source.includes(0)),
			{ source: [0], target: [1], score: 1 },
		);
		assert.equal(pinned.jump[0], 1);
		assert.equal(pinned.jumpBack[1], 0);
		assert.equal(pinned.jump[1], 2);
	});

	it('links no paragraph that a person said has no counterpart', () => {
		const { links } = aligner.align(russian, english, [{ source: 3, target: undefined }]);
		assert.ok(links.every((link) => !link.source.includes(3)));
		const back = aligner.align(russian, english, [{ source: undefined, target: 0 }]);
		assert.ok(back.links.every((link) => !link.target.includes(0)));
	});

	it('tells the gap that a paragraph without a partner belongs in', () => {
		const more = [...russian.paragraphs];
		more.splice(2, 0, 'Погода в столице остается жаркой, синоптики обещают дождь.');
		const { links, whereabouts, whereaboutsBack } = aligner.align({ ...russian, paragraphs: more }, english);
		assert.ok(links.every((link) => !link.source.includes(2)));
		assert.deepEqual(whereabouts[2]!.between, { after: 0, before: 3 });
		assert.ok([0, 1, 3, 4].every((at) => whereabouts[at]!.between === undefined));
		assert.ok(whereaboutsBack.every(({ between }) => between === undefined));
		const apart = aligner.align(russian, english, [
			{ source: 0, target: undefined },
			{ source: 3, target: undefined },
		]);
		assert.deepEqual(apart.whereabouts[0], { candidates: [], between: { after: undefined, before: 0 } });
		assert.deepEqual(apart.whereabouts[3], { candidates: [], between: { after: 3, before: undefined } });
	});

	it('names the runner-up where two paragraphs say much the same', () => {
		const twice = side(
			'en',
			'Railway operators of Uzbekistan and Georgia signed an agreement on freight traffic.',
			'In Samarkand a new railway station will be built.',
			'Railway operators from Uzbekistan and Georgia have signed a freight agreement in Tashkent.',
		);
		const { candidates } = aligner.align(russian, twice).whereabouts[0]!;
		assert.deepEqual(
			candidates
				.map(({ paragraph }) => paragraph)
				.sort()
				.slice(0, 2),
			[0, 2],
		);
		assert.ok(candidates.every(({ score }) => score > 0 && score <= 1));
	});

	it('overlooks pins on paragraphs that are gone', () => {
		assert.deepEqual(aligner.align(russian, english, [{ source: 9, target: 0 }]), aligner.align(russian, english));
	});

	it('keeps any pins, from either side, and links a pinned paragraph to nothing else', () => {
		const at = (size: number) => fc.option(fc.nat(size - 1), { nil: undefined, freq: 4 });
		const pair = fc.constantFrom(...naturalPairs);
		fc.assert(
			fc.property(
				pair.chain((one) =>
					fc.tuple(
						fc.constant(one),
						fc.uniqueArray(
							fc.record({ source: at(one.source.paragraphs.length), target: at(one.target.paragraphs.length) }),
							{
								maxLength: 4,
								selector: ({ source, target }) => `${source}-${target}`,
							},
						),
					),
				),
				([{ source, target }, drawn]) => {
					// a paragraph that has a partner cannot also have none
					const has = (side: 'source' | 'target', at: number | undefined) =>
						drawn.some((pin) => pin[side] === at && pin.source !== undefined && pin.target !== undefined);
					const pins = drawn.filter(
						({ source: i, target: j }) =>
							(i !== undefined && j !== undefined) ||
							(i !== undefined && !has('source', i)) ||
							(j !== undefined && !has('target', j)),
					);
					const alignment = aligner.align(source, target, pins);
					for (const side of ['source', 'target'] as const)
						for (const at of new Set(pins.flatMap((pin) => pin[side] ?? []))) {
							const other = side === 'source' ? 'target' : 'source';
							const said = alignment.links.filter((link) => link[side].includes(at)).flatMap((link) => link[other]);
							const wanted = pins.filter((pin) => pin[side] === at).flatMap((pin) => pin[other] ?? []);
							assert.deepEqual([...new Set(said)].sort(), [...new Set(wanted)].sort());
						}
					for (const { source: i, target: j } of pins)
						if (i !== undefined && j !== undefined)
							assert.ok(
								alignment.links.some((link) => link.source.includes(i) && link.target.includes(j) && link.score === 1),
							);
				},
			),
			{ numRuns: 60 },
		);
	});

	it('is better with right pins than without', () => {
		// paragraphs with one partner that has no other: a pin rules out all else for both
		const plain = (gold: readonly (readonly [number, number])[]) =>
			gold.filter(([i, j]) => gold.every(([a, b]) => (a === i) === (b === j)));
		const wrong = (share: number) =>
			naturalPairs.reduce((sum, { source, target, gold }) => {
				const pins = plain(gold).filter((_, at) => at < share * gold.length);
				const { jump } = aligner.align(
					source,
					target,
					pins.map(([i, j]) => ({ source: i, target: j })),
				);
				const rest = gold.filter(([i]) => !pins.some(([pinned]) => pinned === i));
				return (
					sum + new Set(rest.filter(([i]) => !gold.some(([a, b]) => a === i && b === jump[i])).map(([i]) => i)).size
				);
			}, 0);
		assert.ok(wrong(0.5) <= wrong(0));
	});

	it('works from names and numbers without a word list, and in a language it does not know', () => {
		assert.deepEqual(bare.align(russian, english).jump.slice(0, 2), [1, 0]);
		const unknown = { ...english, language: 'unknown' as const };
		assert.deepEqual(bare.align(russian, unknown).jump.slice(0, 2), [1, 0]);
	});

	it('answers for empty texts', () => {
		const nothing = { links: [], jump: [], jumpBack: [], whereabouts: [], whereaboutsBack: [] };
		assert.deepEqual(aligner.align(side('ru'), side('en')), nothing);
		assert.deepEqual(aligner.align(side('ru'), english).jumpBack, [-1, -1, -1, -1]);
		assert.deepEqual(aligner.align(side('ru', 'date 2026-03-02'), side('en', '')).links, []);
	});

	it('never fails, and says only what exists, whatever the text', () => {
		const ugly = fc.array(
			fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\u2028\ufeff', '\ud800', 'ЁЖ 1.2.3', '𝟙 1 000 000')),
			{
				maxLength: 5,
			},
		);
		fc.assert(
			fc.property(ugly, ugly, (source, target) => {
				const { links, jump, jumpBack, whereabouts, whereaboutsBack } = bare.align(
					side('uz', ...source),
					side('unknown', ...target),
				);
				assert.equal(jump.length, source.length);
				assert.equal(jumpBack.length, target.length);
				assert.equal(whereabouts.length, source.length);
				whereaboutsBack.forEach(({ candidates, between }, j) => {
					assert.ok(candidates.every(({ paragraph, score }) => paragraph < source.length && score >= 0 && score <= 1));
					assert.ok(candidates.length === 0 || candidates[0]!.paragraph === jumpBack[j]);
					assert.equal(
						between === undefined,
						links.some((link) => link.target.includes(j)),
					);
					assert.ok((between?.after ?? -1) < (between?.before ?? source.length));
				});
				for (const link of links) {
					assert.ok(link.source.every((i) => i >= 0 && i < source.length) && link.source.length > 0);
					assert.ok(link.target.every((j) => j >= 0 && j < target.length) && link.target.length > 0);
					assert.ok(link.score >= 0 && link.score <= 1);
				}
			}),
			{ numRuns: 25 },
		);
	});
});

describe('aligner on natural pairs', () => {
	const results = naturalPairs.map((pair) => {
		const alignment = aligner.align(pair.source, pair.target);
		const gold = new Set(pair.gold.map(([i, j]) => `${i}-${j}`));
		const said = pairsOf(alignment);
		const hits = said.filter((one) => gold.has(one)).length;
		const sources = new Set(pair.gold.map(([i]) => i));
		const jumped = [...sources].filter((i) => gold.has(`${i}-${alignment.jump[i]}`)).length;
		return { name: pair.name, f1: (2 * hits) / (said.length + gold.size), jump: jumped / sources.size };
	});

	for (const { name, f1, jump } of results)
		it(name, () => {
			assert.ok(f1 >= 0.75, `links F1 ${f1.toFixed(2)}`);
			assert.ok(jump >= 0.8, `jump ${jump.toFixed(2)}`);
		});

	it('is right on nearly all of them together', () => {
		assert.ok(mean(results.map(({ f1 }) => f1)) >= 0.93);
		assert.ok(mean(results.map(({ jump }) => jump)) >= 0.97);
	});
});
