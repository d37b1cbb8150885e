// glossator parse: what a seed's text says of itself.
import type { Seed } from '../../core/seed/model';
import { parseSeed } from '../../core/seed/parse';
import { LineIndex } from '../../core/text/lines';
import { UsageError } from '../arguments';
import { type Command, formatOption } from '../command';
import { type Source, sources } from '../records';
import { noSeed } from '../seeds';
import { locate, type Session } from '../session';
import { excerpt, printable } from '../text';

export const parse: Command = {
	name: 'parse',
	summary: 'header, paragraphs and quotations of seeds',
	usage: ['FILE…', '- < RECORDS'],
	details: `
Prints for each text
  {file, date, language, dateline, agency, byline, paragraphs: [{start, end, language, role}],
   quotations: [{start, end, speaker}], problems: [{code, severity, message, start, end, line, column}]}
What a text does not say is null. A text with no header is no seed: its record has “seed”: false and no
paragraphs, and the exit code is 1. Problems of a seed are part of the answer and do not change the exit code;
“glossator check” is there for that.`,
	options: formatOption('json, text'),
	async run(given, session) {
		const format = given.choice('format', ['json', 'text']);
		if (given.positionals.length === 0) throw new UsageError('Name the files to read, or “-” for standard input.');
		for await (const source of sources(given.positionals, session)) {
			const seed = parseSeed(source.text);
			if (!seed) await session.complain(noSeed(source.file || source.name));
			if (format === 'json') await session.printRecord(recordOf(source, seed));
			else if (seed) await printText(source, seed, session);
		}
	},
};

function recordOf({ file, text }: Source, seed: Seed | undefined) {
	const lines = new LineIndex(text);
	return {
		file,
		...(!seed && { seed: false }),
		date: seed?.header.date ?? null,
		language: seed?.language ?? 'unknown',
		dateline: seed?.dateline?.text ?? null,
		agency: seed?.agency?.text ?? null,
		byline: seed?.byline?.text ?? null,
		paragraphs: seed?.paragraphs.map(({ start, end, language, role }) => ({ start, end, language, role })) ?? [],
		quotations:
			seed?.quotations.map(({ start, end, speaker }) => ({ start, end, speaker: speaker?.text ?? null })) ?? [],
		problems:
			seed?.problems.map((problem) => {
				const { code, severity, message, line, column } = locate(file, lines, problem);
				return { code, severity, message, ...problem.span, line, column };
			}) ?? [],
	};
}

async function printText({ file, text }: Source, seed: Seed, session: Session): Promise<void> {
	const lines = new LineIndex(text);
	const head = [
		seed.header.date ?? 'no such day',
		seed.language,
		seed.dateline?.text,
		seed.agency?.text,
		seed.byline?.text,
	];
	await session.printLine(
		`${printable(file)}  ${head
			.filter((part) => part !== undefined)
			.map(printable)
			.join('  ')}`,
	);
	for (const [index, { start, end, role, language }] of seed.paragraphs.entries()) {
		const line = lines.positionAt(start).line + 1;
		const mark = language === seed.language ? '' : ` (${language})`;
		await session.printLine(
			`${String(index).padStart(4)}  line ${line}  ${role}${mark}  ${excerpt(text.slice(start, end), 70)}`,
		);
	}
	for (const problem of seed.problems) {
		const { line, column, severity, message } = locate(file, lines, problem);
		await session.printLine(`      line ${line}:${column}  ${severity}: ${printable(message)}`);
	}
}
