// The git repository a command works in: where it is, what it has, and clear words where there is none.
import path from 'node:path';
import { UsageError } from './arguments';
import { askGit } from './git';
import type { Session } from './session';
import { seedOf } from './sidecars';

/** The absolute path of the working tree's top folder. `command` says who needs it. Throws `UsageError`. */
export async function topFolder(command: string, { io }: Session): Promise<string> {
	const up = await io.git(io.cwd, ['rev-parse', '--is-bare-repository', '--show-cdup']);
	if (!up)
		throw new UsageError(`“${command}” needs git, and there is no program “git” here. Install it, or add it to PATH.`);
	const [isBare, way = ''] = new TextDecoder().decode(up.stdout).split('\n');
	if (isBare === 'true')
		throw new UsageError(`This repository is bare: it has no files to work on. Use “${command}” in a clone of it.`);
	if (up.code !== 0) throw new UsageError(`“${command}” works on a git repository, and the working folder is in none.`);
	return path.resolve(io.cwd, way.trim());
}

/** Whether older commits are missing, as after `git clone --depth`. */
export async function isShallow(top: string, { io }: Session): Promise<boolean> {
	return (await askGit(io, top, 'rev-parse', '--is-shallow-repository'))?.trim() === 'true';
}

/** What to do where a commit is not known because the clone is shallow. */
export const shallowHint = 'This clone is shallow: older commits are missing. “git fetch --unshallow” gets them.';

/** The files of ours in a repository, as git's path patterns. */
export const ourFiles = [
	'*.ann.yaml',
	'*.ann.*.yaml',
	'actors.yaml',
	'*/actors.yaml',
	'*.actors.yaml',
	'kinds.yaml',
	'*/kinds.yaml',
	'*.kinds.yaml',
];

/** Absolute paths of what differs from a commit, and of the seeds whose sidecars do; files that git does not know yet included. Throws `UsageError`. */
export async function changedSince(revision: string, session: Session): Promise<ReadonlySet<string>> {
	const top = await topFolder('check --changed', session);
	const commit = (await askGit(session.io, top, 'rev-parse', '--verify', '--quiet', `${revision}^{commit}`))?.trim();
	if (!commit) {
		const hint = (await isShallow(top, session)) ? ` ${shallowHint}` : '';
		throw new UsageError(`“${revision}” is no commit, branch or tag that git knows.${hint}`);
	}
	const changed = await askGit(session.io, top, 'diff', '--name-only', '-z', '--no-ext-diff', commit, '--');
	const others = await askGit(session.io, top, 'ls-files', '--others', '--exclude-standard', '-z');
	const names = `${changed ?? ''}\0${others ?? ''}`.split('\0').filter(Boolean);
	return new Set(names.flatMap((name) => [name, seedOf(name) ?? name]).map((name) => path.join(top, name)));
}
