// glossator align: which paragraphs of two texts say the same.
import { createMatcher } from '../../core/actors/matcher';
import { readNameLists } from '../../core/actors/name-lists';
import { type Aligner, createAligner } from '../../core/parallel/align';
import { type Coverage, measureCoverage, type SideCoverage } from '../../core/parallel/coverage';
import { type Difference, findDifferences, type NamedSide } from '../../core/parallel/differences';
import type { Alignment, Pin, Side } from '../../core/parallel/model';
import { namesIn, sideOf } from '../../core/parallel/side';
import { type Language, languages } from '../../core/seed/model';
import { type Arguments, UsageError } from '../arguments';
import { type Command, catalogueOptions, formatOption } from '../command';
import { loadCatalogue, loadLexicon } from '../knowledge';
import { type JsonObject, records } from '../records';
import { pinsBetween, readSeed, type SeedFile } from '../seeds';
import type { Session } from '../session';
import { excerpt, printable } from '../text';

export const align: Command = {
	name: 'align',
	summary: 'which paragraphs of two seeds say the same',
	usage: ['A B', '- < RECORDS'],
	details: `
Prints
  {source, target, links: [{source: [i…], target: [j…], score}], jump: [j…], jumpBack: [i…]}
“links” are what it is sure of. “jump” says for each source paragraph where a reader should go in the target,
a guess where there is no link, -1 where there is nowhere to go; “jumpBack” is the same from the target. What people
declared in the sidecars of A and B is kept.

“--compare” adds “coverage”: how much of each text is linked and which paragraphs stand alone; “differences”: numbers,
sums, dates and names that linked paragraphs tell differently, with offsets into the paragraphs; and “whereabouts”:
each paragraph's candidates and the gap it belongs in where it has no partner.

“-” reads records {"id":…, "source": {"language":…, "paragraphs": ["…"]}, "target": {…}} and prints the same with
“id”, where “source” and “target” are null. A record may have "pins": [[i, j]…], links known beforehand; null for one
of the two means that the other has no partner.`,
	options: {
		compare: { text: 'tell also what one text leaves out and where the two differ' },
		...catalogueOptions,
		...formatOption('json, text'),
	},
	async run(given, session) {
		const format = given.choice('format', ['json', 'text']);
		const [a, b, ...more] = given.positionals;
		const fromInput = a === '-' && b === undefined;
		if (!fromInput && (a === undefined || b === undefined || more.length > 0))
			throw new UsageError('“align” takes two files, or “-” for records on standard input.');
		if (!fromInput) return alignFiles(a!, b!, given, session);
		if (format === 'text') throw new UsageError('Records are answered with records: leave “--format text” out.');
		return alignRecords(createAligner(await loadLexicon(session)), given.flag('compare'), session);
	},
};

async function alignFiles(a: string, b: string, given: Arguments, session: Session): Promise<void> {
	const [source, target] = [await readSeed(a, session), await readSeed(b, session)];
	if (!source || !target) return;
	const aligner = createAligner(await loadLexicon(session));
	const [left, right] = [sideOf(source.text, source.seed), sideOf(target.text, target.seed)];
	const alignment = aligner.align(left, right, pinsBetween(source, target, session));
	const compared = given.flag('compare') && (await compareFiles(source, target, alignment, given, session));
	if (given.text('format') === 'text') {
		await printText([a, left], [b, right], alignment, session);
		if (compared) await printCompared([a, left], [b, right], compared, session);
	} else await session.printRecord({ source: a, target: b, ...answerOf(alignment), ...compared });
}

interface Compared {
	readonly coverage: Coverage;
	readonly differences: readonly Difference[];
}

function compareSides(source: NamedSide, target: NamedSide, alignment: Alignment) {
	return {
		coverage: measureCoverage(source, target, alignment),
		differences: findDifferences(source, target, alignment),
		whereabouts: alignment.whereabouts,
		whereaboutsBack: alignment.whereaboutsBack,
	};
}

async function compareFiles(
	source: SeedFile,
	target: SeedFile,
	alignment: Alignment,
	given: Arguments,
	session: Session,
): Promise<Compared> {
	const matcher = createMatcher(await loadCatalogue(given, session), readNameLists(await session.io.nameLists()));
	const named = ({ text, seed }: SeedFile): NamedSide => ({
		...sideOf(text, seed),
		names: namesIn(seed, matcher.find(text)),
	});
	return compareSides(named(source), named(target), alignment);
}

async function alignRecords(aligner: Aligner, compare: boolean, session: Session): Promise<void> {
	for await (const { record, name } of records(session)) {
		const [source, target, pins] = [readSide(record.source), readSide(record.target), readPins(record.pins)];
		if (!source || !target || !pins) {
			const key = !source ? 'source' : !target ? 'target' : 'pins';
			await session.complain(`${name}: “${key}” is not of the form that “glossator align --help” tells`);
			continue;
		}
		const id = record.id === undefined ? null : record.id;
		const alignment = aligner.align(source, target, pins);
		const compared = compare && compareSides(source, target, alignment);
		await session.printRecord({ id, source: null, target: null, ...answerOf(alignment), ...compared });
	}
}

const answerOf = ({ links, jump, jumpBack }: Alignment) => ({ links, jump, jumpBack });

function readSide(value: unknown): Side | undefined {
	const { language, paragraphs } = (value ?? {}) as JsonObject;
	if (!Array.isArray(paragraphs) || !paragraphs.every((paragraph) => typeof paragraph === 'string')) return undefined;
	const known = languages.find((one) => one === language);
	return { language: (known ?? 'unknown') satisfies Language, paragraphs };
}

/** Undefined where there is something that is no list of pairs. */
function readPins(value: unknown): Pin[] | undefined {
	if (value === undefined || value === null) return [];
	const isSide = (one: unknown) => one === null || (Number.isSafeInteger(one) && (one as number) >= 0);
	const isPin = (pair: unknown) =>
		Array.isArray(pair) && pair.length === 2 && pair.every(isSide) && pair.some((one) => one !== null);
	if (!Array.isArray(value) || !value.every(isPin)) return undefined;
	return value.map(([source, target]) => ({ source: source ?? undefined, target: target ?? undefined }));
}

async function printText(
	[a, source]: [string, Side],
	[b, target]: [string, Side],
	{ links, jump }: Alignment,
	session: Session,
): Promise<void> {
	await session.printLine(`${printable(a)} → ${printable(b)}`);
	for (const [index, paragraph] of source.paragraphs.entries()) {
		const link = links.find((one) => one.source.includes(index));
		const to = link ? link.target.join(', ') : jump[index]! < 0 ? '–' : `(${jump[index]})`;
		const score = link ? ` ${Math.round(100 * link.score)} %` : '';
		await session.printLine(`${String(index).padStart(4)} → ${to}${score}`);
		await session.printLine(`        ${excerpt(paragraph, 90)}`);
		for (const other of link?.target ?? [])
			await session.printLine(`        ${excerpt(target.paragraphs[other]!, 90)}`);
	}
}

async function printCompared(
	[a, source]: [string, Side],
	[b, target]: [string, Side],
	{ coverage, differences }: Compared,
	session: Session,
): Promise<void> {
	await printCoverage(a, source, coverage.source, session);
	await printCoverage(b, target, coverage.target, session);
	for (const { kind, link, ...told } of differences) {
		const side = (passage: Difference['source'], paragraphs: readonly number[]) =>
			passage ? `${passage.paragraph} “${printable(passage.text)}”` : `${paragraphs.join(', ')} –`;
		await session.printLine(`${kind}: ${side(told.source, link.source)} → ${side(told.target, link.target)}`);
	}
}

async function printCoverage(file: string, { paragraphs }: Side, of: SideCoverage, session: Session): Promise<void> {
	const share = Math.round(100 * of.share);
	await session.printLine(`${printable(file)}: ${of.linked} of ${of.paragraphs} paragraphs linked, ${share} %`);
	for (const at of of.alone) await session.printLine(`${String(at).padStart(4)}   ${excerpt(paragraphs[at]!, 90)}`);
}
