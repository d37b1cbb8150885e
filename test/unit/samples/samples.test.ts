// The samples in `seeds/` are what a newcomer sees first: all of them are sound, and show what they are there to show.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { makeCard } from '../../../src/core/actors/card';
import { crossCheck, mergeCatalogues, readCatalogue } from '../../../src/core/actors/catalogue';
import { createMatcher } from '../../../src/core/actors/matcher';
import { anchorAll } from '../../../src/core/annotations/anchor';
import { sidecarSuffix } from '../../../src/core/annotations/model';
import { anchorPins } from '../../../src/core/annotations/pins';
import { readSidecar } from '../../../src/core/annotations/sidecar';
import { createAligner } from '../../../src/core/parallel/align';
import { emptyLexicon } from '../../../src/core/parallel/lexicon';
import { parseSeed } from '../../../src/core/seed/parse';

declare const __root: string;

const folder = path.join(__root, 'seeds');
const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');
const files = readdirSync(folder).sort();
const seeds = files
	.filter((file) => file.endsWith('.txt'))
	.map((file) => ({ file, text: read(file), seed: parseSeed(read(file))! }));
const sidecars = files
	.filter((file) => file.endsWith(sidecarSuffix))
	.map((file) => ({ seed: file.slice(0, -sidecarSuffix.length), sidecar: readSidecar(read(file)) }));
const catalogues = [
	readCatalogue(readFileSync(path.join(__root, 'src/core/actors/starter.actors.yaml'), 'utf8')),
	readCatalogue(read('actors.yaml')),
];
const catalogue = mergeCatalogues(catalogues);

const corridor = (language: string) => seeds.find(({ file }) => file === `2026-03-12-corridor.${language}.txt`)!;

describe('samples', () => {
	it('are seeds, sidecars and one catalogue, nothing else', () => {
		const known = new Set([...seeds.map(({ file }) => file), 'actors.yaml']);
		for (const { seed } of sidecars) {
			assert.ok(known.has(seed), seed);
			known.add(seed + sidecarSuffix);
		}
		assert.deepEqual(
			files.filter((file) => !known.has(file)),
			[],
		);
	});

	for (const { file, seed } of seeds) {
		it(`${file} says its date and language, and has no problem`, () => {
			const [, date, language] = /^(\d{4}-\d\d-\d\d)-[a-z]+\.([a-z]{2})\.txt$/.exec(file)!;
			assert.deepEqual(seed.problems, []);
			assert.equal(seed.header.date, date);
			assert.equal(seed.language, language);
			assert.ok(seed.dateline, 'dateline');
			assert.ok(seed.paragraphs.filter(({ role }) => role === 'body').length >= 6, 'body');
			for (const paragraph of seed.paragraphs.filter(({ role }) => role === 'body')) {
				assert.equal(paragraph.language, language);
			}
		});
	}

	it('name agencies, authors and speakers', () => {
		const named = (part: 'agency' | 'byline') => seeds.filter(({ seed }) => seed[part]).length;
		assert.ok(named('agency') >= 4 && named('byline') >= 2);
		for (const { seed, file } of seeds)
			assert.ok(
				seed.quotations.some(({ speaker }) => speaker),
				file,
			);
	});

	it('show headings, bylines, captions and furniture', () => {
		const roles = new Set(seeds.flatMap(({ seed }) => seed.paragraphs.map(({ role }) => role)));
		assert.deepEqual([...roles].sort(), ['body', 'byline', 'caption', 'furniture', 'heading']);
	});

	it('tell one story in an order that is not the same in Russian and in English', () => {
		const [russian, english] = [corridor('ru'), corridor('en')];
		const side = ({ seed, text }: typeof russian) => ({
			language: seed.language,
			paragraphs: seed.paragraphs.map(({ start, end }) => text.slice(start, end)),
			roles: seed.paragraphs.map(({ role }) => role),
		});
		const declared = sidecars.find(({ seed }) => seed === russian.file)!.sidecar.parallel[0]!;
		assert.equal(declared.file, english.file);
		const place = ({ text, seed }: typeof russian) => ({ text, paragraphs: seed.paragraphs });
		const pins = anchorPins(declared.pins, place(russian), place(english));
		assert.equal(pins.length, 3);
		const { jump } = createAligner(emptyLexicon).align(side(russian), side(english), pins);
		const begins = (start: string, { seed, text }: typeof russian) =>
			seed.paragraphs.findIndex((paragraph) => text.startsWith(start, paragraph.start));
		for (const [here, there] of [
			['БАКУ', 'BAKU'],
			['В составе', 'The train carries'],
			['Главную экономию', 'Most of the time'],
			['«Паром', '“The ferry'],
			['По оценке центра', 'An estimated'],
			['Сквозная ставка', 'The train carries'],
			['На форуме', 'The railways'],
			['Следующий поезд', 'The next train'],
		] as const) {
			assert.equal(jump[begins(here, russian)], begins(there, english), here);
		}
	});

	it('have a catalogue without a problem', () => {
		for (const { problems } of catalogues) assert.deepEqual(problems, []);
		assert.deepEqual(crossCheck(catalogues, catalogue)[1], []);
	});

	it('mention every actor of the catalogue, most of them in some other form than the catalogue’s', () => {
		const matcher = createMatcher(catalogue);
		const mentions = seeds.flatMap(({ text }) => matcher.find(text));
		const mentioned = new Set(mentions.map(({ actor }) => actor));
		for (const { id } of catalogues[1]!.entries) assert.ok(mentioned.has(id), id);
		const ways = new Set(mentions.map(({ how }) => how));
		for (const how of ['full', 'inflected', 'surname', 'acronym', 'adjective'] as const) assert.ok(ways.has(how), how);
	});

	it('have an actor whose role is another in a later seed', () => {
		const saparova = catalogue.actors.get('aigerim-saparova')!;
		const rolesOn = (date: string) =>
			makeCard(saparova, catalogue, { date, today: date }).roles.map(({ text }) => text);
		assert.match(rolesOn('2026-03-12').join(), /^Deputy[^,]*$/);
		assert.deepEqual(rolesOn('2026-04-22'), ['Head of the Port']);
	});

	describe('annotations', () => {
		const all = sidecars.flatMap(({ seed, sidecar }) =>
			sidecar.entries.map(({ annotation }) => ({ seed, annotation })),
		);

		it('are read without a problem, under ids of their own', () => {
			for (const { sidecar } of sidecars) assert.deepEqual(sidecar.problems, []);
			const ids = all.flatMap(({ annotation }) => [annotation.id, ...annotation.replies.map(({ id }) => id)]);
			assert.equal(new Set(ids).size, ids.length);
		});

		it('are on their passages, but for one to confirm and one orphan', () => {
			const states = sidecars.flatMap(({ seed, sidecar }) => {
				const annotations = sidecar.entries.map(({ annotation }) => annotation);
				const anchorings = anchorAll(read(seed), annotations);
				return annotations.map(({ id }, i) => [id, anchorings[i]!.state] as const);
			});
			assert.deepEqual(
				states.filter(([, state]) => state !== 'placed'),
				[
					['d7c2p9fj', 'orphan'],
					['n4z6h3rg', 'confirm'],
				],
			);
		});

		it('were made on the text as it is, but for those two', () => {
			for (const { seed, annotation } of all) {
				const text = read(seed);
				const header = `blob ${Buffer.byteLength(text)}\0`;
				const id = createHash('sha1').update(header).update(text).digest('hex').slice(0, 8);
				const old = ['d7c2p9fj', 'n4z6h3rg'].includes(annotation.id);
				assert.equal(
					annotation.seen === id,
					!old,
					`${annotation.id} was made on ${annotation.seen}, the text is ${id}`,
				);
			}
		});

		it('point to actors and twins that are there, and the twins point back', () => {
			for (const { seed, annotation } of all) {
				if (annotation.actor) assert.ok(catalogue.actors.has(annotation.actor), annotation.actor);
				if (!annotation.sameAs) continue;
				const twin = all.find((other) => `${other.seed}#${other.annotation.id}` === annotation.sameAs);
				assert.equal(twin?.annotation.sameAs, `${seed}#${annotation.id}`);
			}
		});

		it('show kinds, tags, replies, a resolved one, a long one and one about the whole seed', () => {
			const annotations = all.map(({ annotation }) => annotation);
			assert.ok(new Set(annotations.map(({ kind }) => kind)).size >= 5, 'kinds');
			assert.ok(new Set(annotations.flatMap(({ tags }) => tags)).size >= 5, 'tags');
			assert.ok(annotations.some(({ replies }) => replies.length > 1));
			assert.ok(annotations.some(({ status }) => status === 'resolved'));
			assert.ok(annotations.some(({ target }) => 'from' in target));
			assert.ok(annotations.some(({ target }) => 'about' in target));
		});
	});
});
