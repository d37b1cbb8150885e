// glossator diff: what changed in annotations, by id.
import type { FieldChange } from '../../core/annotations/diff';
import { compareWords } from '../../core/text/words';
import { type Arguments, UsageError } from '../arguments';
import { asMarkdown, asText, summary } from '../change-texts';
import { type Change, type ChangedSeed, type Range, Repository } from '../changes';
import { type Command, formatOption } from '../command';
import { shallowHint } from '../repository';
import type { Session } from '../session';
import { fieldsOf } from './annotations';

export const diff: Command = {
	name: 'diff',
	summary: 'what changed in annotations since a commit',
	usage: ['[REV [REV]] [--format text|json|markdown] [PATH…]'],
	details: `
Compares the annotations of the working folder's git repository: the files as they are with HEAD or with REV, or one
REV with another. PATH is a seed, a sidecar or a folder; “--” goes before one that is also the name of a REV.
Catalogues of actors are compared, too.
text is for reading; json prints one change a line, {file, what, id, line, column, formerLine, formerColumn, …}, with
the words that changed in texts; markdown is for a comment on a pull request, with everything that people wrote escaped
and the lines linked to URL, or in GitHub Actions to the files at the commit that is built.`,
	options: {
		...formatOption('text, json, markdown'),
		links: { value: 'URL', text: 'where the files stand, for links in markdown, such as https://…/blob/BRANCH' },
	},
	async run(given, session) {
		const format = given.choice('format', ['text', 'json', 'markdown']);
		const repository = await Repository.open(session);
		const { range, paths, since } = await readRange(given, repository);
		const seeds = await repository.changes(range, paths);
		if (format === 'json') return printRecords(seeds, session);
		if (seeds.length === 0) return session.printLine(`No annotation changed ${since}.`);
		const lines = format === 'text' ? asText(seeds) : asMarkdown(seeds, given.text('links') ?? linksOf(session));
		for (const line of lines) await session.printLine(line);
		await session.printLine(summary(seeds));
	},
};

/** The files of the commit that GitHub builds; undefined elsewhere. */
function linksOf({ io: { env } }: Session): string | undefined {
	const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name, GITHUB_SHA: commit } = env;
	return server && name && commit ? `${server}/${name}/blob/${commit}` : undefined;
}

interface Asked {
	readonly range: Range;
	readonly paths: readonly string[];
	/** `since HEAD`, for a sentence. */
	readonly since: string;
}

/** Up to two revisions, then paths. What is neither is wrong usage. */
async function readRange(given: Arguments, repository: Repository): Promise<Asked> {
	const revisions: Revision[] = [];
	const paths: string[] = [];
	for (const [i, name] of given.positionals.entries()) {
		const mayBeRevision = paths.length === 0 && i < given.beforeTerminator;
		const found = mayBeRevision ? await readRevisions(name, repository) : [];
		if (found.length > 0 && revisions.length + found.length <= 2) revisions.push(...found);
		else paths.push(name);
	}
	const [first, second] = revisions;
	const from = first?.commit ?? (await repository.commit('HEAD'));
	for (const name of paths)
		if (!(await repository.knows(name, from)))
			throw new UsageError(
				`“${name}” is neither a commit, branch or tag that git knows nor a file.${(await repository.isShallow()) ? ` ${shallowHint}` : ''}`,
			);
	const since = second ? `from ${first!.name} to ${second.name}` : `since ${first?.name ?? 'HEAD'}`;
	return { range: { from, to: second?.commit }, paths, since };
}

interface Revision {
	readonly name: string;
	readonly commit: string;
}

/** One for `REV`, two for `REV..REV`, none for what git does not know. */
async function readRevisions(name: string, repository: Repository): Promise<Revision[]> {
	const found: Revision[] = [];
	for (const part of name.split('..')) {
		const commit = part === '' ? undefined : await repository.commit(part);
		if (!commit) return [];
		found.push({ name: part, commit });
	}
	return found;
}

async function printRecords(seeds: readonly ChangedSeed[], session: Session): Promise<void> {
	for (const { seed: file, annotator, formerly, changes } of seeds) {
		for (const { change, place, formerPlace } of changes) {
			const where = {
				line: place ? place.line + 1 : null,
				column: place ? place.character + 1 : null,
				...(formerPlace && { formerLine: formerPlace.line + 1, formerColumn: formerPlace.character + 1 }),
			};
			const head = { file, ...(annotator && { annotator }), ...(formerly && { formerly }), what: change.what };
			await session.printRecord({ ...head, ...recordOf(change, where) });
		}
	}
}

/** A change as a record; `where` is put after the id. */
export function recordOf(change: Change['change'], where: object): object {
	const { what, ...rest } = change;
	if (change.what === 'added') return { id: change.id, ...where, annotation: fieldsOf(change.after) };
	if (change.what === 'removed') return { id: change.id, ...where, annotation: fieldsOf(change.before) };
	if (change.what !== 'changed') return rest;
	const fields = change.fields.map((field) => ({ ...field, ...wordsOf(field) }));
	return { ...where, ...rest, fields, before: fieldsOf(change.before), after: fieldsOf(change.after) };
}

/** What changed in a text of several words. */
function wordsOf({ before, after }: FieldChange) {
	const isText = typeof before === 'string' && typeof after === 'string' && /\s/.test(before + after);
	return isText ? { words: compareWords(before, after) } : {};
}
