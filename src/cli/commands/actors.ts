// glossator actors: who and what a text mentions.
import { createMatcher } from '../../core/actors/matcher';
import type { Mention } from '../../core/actors/model';
import { readNameLists } from '../../core/actors/name-lists';
import { LineIndex } from '../../core/text/lines';
import { UsageError } from '../arguments';
import { type Command, catalogueOptions, formatOption } from '../command';
import { loadCatalogue } from '../knowledge';
import { sources } from '../records';
import { printable } from '../text';

export const actors: Command = {
	name: 'actors',
	summary: 'mentions of the actors that the catalogues know',
	usage: ['FILE… [--catalogue FILE]… [--no-builtin]', '- < RECORDS'],
	details: `
Prints for each mention
  {file, start, end, text, actor, how}
“how” is one of full, inflected, alias, initials, surname, adjective, acronym. A mention that the text does not
decide between homonyms has “candidates”, likeliest first; one inside a longer mention has “nested”: true.
Works on any text, seed or not.`,
	options: { ...catalogueOptions, ...formatOption('json, text') },
	async run(given, session) {
		const format = given.choice('format', ['json', 'text']);
		if (given.positionals.length === 0) throw new UsageError('Name the files to read, or “-” for standard input.');
		const matcher = createMatcher(await loadCatalogue(given, session), readNameLists(await session.io.nameLists()));
		for await (const { file, text } of sources(given.positionals, session)) {
			const lines = new LineIndex(text);
			for (const mention of matcher.find(text)) {
				if (format === 'json') await session.printRecord({ file, ...recordOf(text, mention) });
				else await session.printLine(`${printable(file)}:${lineOf(lines, text, mention)}`);
			}
		}
	},
};

function recordOf(text: string, { start, end, actor, how, candidates, nested }: Mention) {
	return {
		start,
		end,
		text: text.slice(start, end),
		actor,
		how,
		...(candidates && { candidates }),
		...(nested && { nested }),
	};
}

function lineOf(lines: LineIndex, text: string, { start, end, actor, how, candidates }: Mention): string {
	const { line, character } = lines.positionAt(start);
	const who = printable(candidates ? candidates.join(' or ') : actor);
	return `${line + 1}:${character + 1}  ${printable(text.slice(start, end))}  ${who} (${how})`;
}
