// glossator log: who changed an annotation, when and how, from git's history.
import path from 'node:path';
import { isId } from '../../core/annotations/ids';
import { UsageError } from '../arguments';
import { storyOf } from '../change-stories';
import { inText } from '../change-texts';
import { type Command, formatOption } from '../command';
import { AnnotationHistory, type Event } from '../history';
import { isShallow, shallowHint, topFolder } from '../repository';
import type { Session } from '../session';
import { seedOf, sidecarOf } from '../sidecars';
import { excerpt, printable } from '../text';
import { recordOf } from './diff';

export const log: Command = {
	name: 'log',
	summary: 'who changed an annotation, and when',
	usage: ['ID [FILE] [--format text|json]'],
	details: `
Goes back through the commits of the current branch that changed the annotation, the newest first, through renames of
its file. FILE is its seed or sidecar; where it is not named, the annotation is looked for in the whole repository, and
where it is not there any more, in its history. json prints one change a line:
  {commit, author, date, subject, file, what, id, …}; “commit” is null for what is not committed yet.`,
	options: formatOption('text, json'),
	async run(given, session) {
		const format = given.choice('format', ['text', 'json']);
		const [id, named, ...more] = given.positionals;
		if (!id || more.length > 0) throw new UsageError('Name one annotation by its id.');
		if (!isId(id)) throw new UsageError(`“${id}” is not the id of an annotation, such as a7k2m9xq.`);
		const top = await topFolder('log', session);
		const history = new AnnotationHistory(session, top);
		const files = named === undefined ? await history.files(id) : [fromTop(top, named, session)];
		let count = 0;
		for (const file of files) {
			for (const event of await history.events(file, id)) {
				count++;
				await (format === 'json' ? printRecord(event, top, session) : printText(event, top, session));
			}
		}
		if (await isShallow(top, session)) await session.remark(shallowHint);
		if (count === 0)
			await session.complain(
				`${id}: no such annotation${named ? ` in ${named}` : ''}, now or in the commits of this branch`,
			);
	},
};

function fromTop(top: string, named: string, session: Session): string {
	const sidecar = seedOf(named) === undefined ? sidecarOf(named) : named;
	return path.relative(top, session.resolve(sidecar)).replaceAll(path.sep, '/');
}

async function printRecord({ commit, file, change }: Event, top: string, session: Session): Promise<void> {
	const { hash, author, date, subject } = commit ?? {};
	const head = { commit: hash ?? null, author: author ?? null, date: date ?? null, subject: subject ?? null };
	await session.printRecord({ ...head, file: shown(top, file, session), what: change.what, ...recordOf(change, {}) });
}

async function printText({ commit, file, change }: Event, top: string, session: Session): Promise<void> {
	const when = commit
		? `${commit.date.slice(0, 10)}  ${commit.author}  ${commit.hash.slice(0, 8)}  ${commit.subject}`
		: 'not committed';
	const { sign, head, quote, details } = storyOf(change);
	await session.printLine(printable(when));
	await session.printLine(`  ${sign} ${head.map(printable).join('  ')}  ${printable(shown(top, file, session))}`);
	if (quote !== undefined) await session.printLine(`      “${excerpt(quote, 100)}”`);
	for (const detail of details) await session.printLine(`      ${inText(detail)}`);
}

function shown(top: string, file: string, { io }: Session): string {
	return path.relative(io.cwd, path.join(top, file));
}
