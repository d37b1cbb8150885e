// glossator actors: who and what a text mentions.
import { createMatcher } from '../../core/actors/matcher';
import type { Mention } from '../../core/actors/model';
import { readNameLists } from '../../core/actors/name-lists';
import { overruleMentions } from '../../core/annotations/mentions';
import { readSidecar } from '../../core/annotations/sidecar';
import { LineIndex } from '../../core/text/lines';
import { UsageError } from '../arguments';
import { type Command, catalogueOptions, formatOption } from '../command';
import { loadCatalogue } from '../knowledge';
import { sources } from '../records';
import { loadSidecar } from '../sidecars';
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
What a person said of mentions in the sidecar beside a file (or in a record's “sidecar”) is heeded; such mentions have
“declared”: true. Works on any text, seed or not.`,
	options: { ...catalogueOptions, ...formatOption('json, text') },
	async run(given, session) {
		const format = given.choice('format', ['json', 'text']);
		if (given.positionals.length === 0) throw new UsageError('Name the files to read, or “-” for standard input.');
		const matcher = createMatcher(await loadCatalogue(given, session), readNameLists(await session.io.nameLists()));
		for await (const { file, text, record } of sources(given.positionals, session)) {
			const lines = new LineIndex(text);
			const own = typeof record?.sidecar === 'string' ? readSidecar(record.sidecar) : undefined;
			const sidecar = record ? own : await loadSidecar(file, session);
			for (const mention of overruleMentions(text, matcher.find(text), sidecar?.mentions ?? [])) {
				if (format === 'json') await session.printRecord({ file, ...recordOf(text, mention) });
				else await session.printLine(`${printable(file)}:${lineOf(lines, text, mention)}`);
			}
		}
	},
};

function recordOf(text: string, { start, end, actor, how, candidates, nested, declared }: Mention) {
	return {
		start,
		end,
		text: text.slice(start, end),
		actor,
		how,
		...(candidates && { candidates }),
		...(nested && { nested }),
		...(declared && { declared }),
	};
}

function lineOf(lines: LineIndex, text: string, { start, end, actor, how, candidates }: Mention): string {
	const { line, character } = lines.positionAt(start);
	const who = printable(candidates ? candidates.join(' or ') : actor);
	return `${line + 1}:${character + 1}  ${printable(text.slice(start, end))}  ${who} (${how})`;
}
