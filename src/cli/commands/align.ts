// glossator align: which paragraphs of two texts say the same.
import { type Aligner, createAligner } from '../../core/parallel/align';
import type { Alignment, Pin, Side } from '../../core/parallel/model';
import { sideOf } from '../../core/parallel/side';
import { type Language, languages } from '../../core/seed/model';
import { UsageError } from '../arguments';
import { type Command, formatOption } from '../command';
import { loadLexicon } from '../knowledge';
import { type JsonObject, records } from '../records';
import { pinsBetween, readSeed } from '../seeds';
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

“-” reads records {"id":…, "source": {"language":…, "paragraphs": ["…"]}, "target": {…}} and prints the same with
“id”, where “source” and “target” are null. A record may have "pins": [[i, j]…], links known beforehand.`,
	options: formatOption('json, text'),
	async run(given, session) {
		const format = given.choice('format', ['json', 'text']);
		const [a, b, ...more] = given.positionals;
		const fromInput = a === '-' && b === undefined;
		if (!fromInput && (a === undefined || b === undefined || more.length > 0))
			throw new UsageError('“align” takes two files, or “-” for records on standard input.');
		if (!fromInput) return alignFiles(a!, b!, format, session);
		if (format === 'text') throw new UsageError('Records are answered with records: leave “--format text” out.');
		return alignRecords(createAligner(await loadLexicon(session)), session);
	},
};

async function alignFiles(a: string, b: string, format: 'json' | 'text', session: Session): Promise<void> {
	const [source, target] = [await readSeed(a, session), await readSeed(b, session)];
	if (!source || !target) return;
	const aligner = createAligner(await loadLexicon(session));
	const [left, right] = [sideOf(source.text, source.seed), sideOf(target.text, target.seed)];
	const alignment = aligner.align(left, right, pinsBetween(source, target, session));
	if (format === 'json') await session.printRecord({ source: a, target: b, ...answerOf(alignment) });
	else await printText([a, left], [b, right], alignment, session);
}

async function alignRecords(aligner: Aligner, session: Session): Promise<void> {
	for await (const { record, name } of records(session)) {
		const [source, target, pins] = [readSide(record.source), readSide(record.target), readPins(record.pins)];
		if (!source || !target || !pins) {
			const key = !source ? 'source' : !target ? 'target' : 'pins';
			await session.complain(`${name}: “${key}” is not of the form that “glossator align --help” tells`);
			continue;
		}
		const id = record.id === undefined ? null : record.id;
		await session.printRecord({ id, source: null, target: null, ...answerOf(aligner.align(source, target, pins)) });
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
	const isIndex = (one: unknown) => Number.isSafeInteger(one) && (one as number) >= 0;
	if (!Array.isArray(value) || !value.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every(isIndex)))
		return undefined;
	return value.map(([source, target]) => ({ source, target }));
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
