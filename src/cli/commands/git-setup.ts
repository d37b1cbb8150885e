// glossator git-setup: makes git merge sidecars by id, and name the annotation in each hunk of a diff.
import path from 'node:path';
import type { Command } from '../command';
import { askGit } from '../git';
import { topFolder } from '../repository';
import type { Session } from '../session';
import { decode, encode } from '../text';

export const gitSetup: Command = {
	name: 'git-setup',
	summary: 'make git merge annotations by id',
	usage: ['[--undo] [--command COMMAND]'],
	details: `
Sets in this clone's own configuration (never the global one) a merge driver that calls “glossator merge”, and a diff
driver that shows the id of the annotation in the header of each hunk; and adds to .gitattributes at the top of the
working tree, for you to commit, which files they are for. Worktrees of a clone share it. Run it again after moving or
updating glossator; what is as it should be stays. A clone where it was not run merges these files as text.
--undo takes all of it back.`,
	options: {
		undo: { text: 'take it back' },
		command: { value: 'COMMAND', text: 'how to start glossator, for a shell; else as it was started now' },
	},
	async run(given, session) {
		const top = await topFolder('git-setup', session);
		const settings = settingsFor(given.text('command'), session);
		if (given.flag('undo')) {
			for (const section of ['merge.glossator', 'diff.glossator']) await unset(top, section, session);
			await changeAttributes(top, withoutOurs, session);
			return;
		}
		for (const [key, value] of settings) await set(top, key, value, session);
		await changeAttributes(top, withOurs, session);
	},
};

const attributes = [
	'# Annotations are merged by id: “glossator git-setup” in each clone',
	...['*.ann.yaml', '*.ann.*.yaml', 'actors.yaml', '*.actors.yaml', 'kinds.yaml', '*.kinds.yaml'].map(
		(pattern) => `${pattern} merge=glossator diff=glossator`,
	),
];

function settingsFor(command: string | undefined, { io }: Session): [string, string][] {
	const merge = (start: string) => `${start} merge %O %A %B -o %A --path=%P --ours=%X --theirs=%Y`;
	return [
		['merge.glossator.name', 'annotations by id and field'],
		['merge.glossator.driver', command ? merge(command) : lasting(io.program, merge)],
		['diff.glossator.xfuncname', '^([^[:space:]#-][^:]*):'],
	];
}

/** Where the program is no longer, another one on the PATH, and else git's own merge of texts. */
function lasting(program: readonly string[], merge: (start: string) => string): string {
	const quoted = program.map((word) => `'${word.replaceAll("'", "'\\''").replaceAll('%', '%%')}'`);
	const there = quoted.filter((word) => /[/\\]/.test(word)).map((word) => `test -e ${word}`);
	const own = merge(quoted.join(' '));
	if (there.length === 0) return own;
	const other = `elif command -v glossator >/dev/null; then ${merge('glossator')}`;
	return `if ${there.join(' && ')}; then ${own}; ${other}; else git merge-file %A %O %B; fi`;
}

async function set(top: string, key: string, value: string, session: Session): Promise<void> {
	const now = (await askGit(session.io, top, 'config', '--local', '--get', key))?.replace(/\n$/, '');
	if (now === value) return session.printLine(`${key} is set`);
	const result = await session.io.git(top, ['config', '--local', '--replace-all', key, value]);
	if (result?.code !== 0) return session.complain(`cannot set ${key}: ${result?.stderr.trim() ?? 'git did not run'}`);
	await session.printLine(`${key} ${now === undefined ? 'set' : 'changed'}`);
}

async function unset(top: string, section: string, session: Session): Promise<void> {
	const isSet = await askGit(session.io, top, 'config', '--local', '--get-regexp', `^${section}\\.`);
	if (isSet === undefined) return session.printLine(`${section} is not set`);
	const result = await session.io.git(top, ['config', '--local', '--remove-section', section]);
	if (result?.code !== 0)
		return session.complain(`cannot unset ${section}: ${result?.stderr.trim() ?? 'git did not run'}`);
	await session.printLine(`${section} unset`);
}

async function changeAttributes(top: string, change: (text: string) => string, session: Session): Promise<void> {
	const file = path.join(top, '.gitattributes');
	const name = path.relative(session.io.cwd, file);
	const now = (await session.io.files.kind(file)) && (await session.read(name));
	if (now && !now.lossless) return session.complain(`${name} is not a UTF-8 text and stays as it is`);
	const before = now ? now.text : '';
	const after = change(before);
	if (after === before) return session.printLine(`${name} is as it should be`);
	if (after === '') await session.io.files.remove(file);
	else
		await session.io.files.update(file, (bytes) =>
			encode(change(bytes ? decode(bytes).text : ''), now ? now.hasByteOrderMark : false),
		);
	await session.printLine(
		`${name} ${after === '' ? 'removed' : before === '' ? 'written; commit it' : 'changed; commit it'}`,
	);
}

function withOurs(text: string): string {
	const eol = text.includes('\r\n') ? '\r\n' : '\n';
	const known = new Set(text.split(/\r?\n/));
	const missing = attributes.filter((line) => !known.has(line));
	if (missing.length === 0) return text;
	const above = text === '' || text.endsWith('\n') ? text : text + eol;
	return above + missing.map((line) => line + eol).join('');
}

function withoutOurs(text: string): string {
	const ours = new Set(attributes);
	return text
		.split(/(?<=\n)/)
		.filter((line) => !ours.has(line.replace(/\r?\n$/, '')))
		.join('');
}
