// The world as Node gives it: this machine's files and git, this process's streams.
import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, open, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BrokenPipe, type EntryKind, FileError, type Files, type Io, type Output } from './io';

/** Larger files are no texts; Node could not hold them as one string. */
const sizeLimit = 256 * 1024 * 1024;

const reasons: Readonly<Record<string, string>> = {
	ENOENT: 'there is no such file',
	ENOTDIR: 'a part of its path is not a folder',
	EISDIR: 'it is a folder',
	EACCES: 'permission denied',
	EPERM: 'permission denied',
	EROFS: 'the file system is read-only',
	ENOSPC: 'the disk is full',
	ELOOP: 'its links go in a circle',
	ENAMETOOLONG: 'the name is too long',
};

async function reading<T>(work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof FileError) throw error;
		const { code, message } = error as NodeJS.ErrnoException;
		throw new FileError(reasons[code ?? ''] ?? message);
	}
}

const kindOf = (entry: { isFile(): boolean; isDirectory(): boolean }): EntryKind =>
	entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other';

export const nodeFiles: Files = {
	read: (file) =>
		reading(async () => {
			const { size } = await stat(file);
			if (size > sizeLimit) throw new FileError(`it is larger than ${sizeLimit / 1024 / 1024} MB`);
			return readFile(file);
		}),
	readStart: (file, length) =>
		reading(async () => {
			const handle = await open(file);
			try {
				const { buffer, bytesRead } = await handle.read(new Uint8Array(length), 0, length, 0);
				return buffer.subarray(0, bytesRead);
			} finally {
				await handle.close();
			}
		}),
	async kind(file) {
		try {
			return kindOf(await stat(file));
		} catch {
			return undefined;
		}
	},
	list: (folder) =>
		reading(async () => {
			const entries = await readdir(folder, { withFileTypes: true });
			const named = entries.map((entry) => ({ name: entry.name, kind: kindOf(entry) }));
			return named.sort((a, b) => (a.name < b.name ? -1 : 1));
		}),
	update: (file, change) => reading(() => update(file, change)),
	remove: (file) => reading(() => rm(file, { force: true })),
};

/** A lock older than this, in milliseconds, was left by a run that ended midway. */
const staleLock = 10_000;
const lockRetry = 20;
const longestWait = 2 * staleLock;

/** The lock is the new file, as in git: whoever could create it may write, and renaming it is what makes the change. */
async function update(named: string, change: Parameters<Files['update']>[1]): Promise<void> {
	const file = await realpath(named).catch(() => named);
	const lock = `${file}.lock`;
	const handle = await takeLock(lock);
	let renamed = false;
	try {
		const mode = await writableMode(file);
		const now = mode === undefined ? undefined : await readFile(file);
		const next = change(now);
		if (next === undefined) return;
		await handle.writeFile(next);
		await handle.sync();
		if (mode !== undefined) await handle.chmod(mode);
		await handle.close();
		await rename(lock, file);
		renamed = true;
	} finally {
		await handle.close();
		if (!renamed) await rm(lock, { force: true });
	}
}

async function takeLock(lock: string) {
	const began = Date.now();
	while (Date.now() - began < longestWait) {
		try {
			return await open(lock, 'wx');
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
		}
		const age = await stat(lock).then(
			({ mtimeMs }) => Date.now() - mtimeMs,
			() => 0,
		);
		if (age > staleLock) await rm(lock, { force: true });
		else await sleep(lockRetry);
	}
	throw new FileError(`another program is writing it, or left ${path.basename(lock)} behind; delete that if nobody is`);
}

/** Undefined where there is no file. Renaming over a read-only file would succeed, so it is asked here. */
async function writableMode(file: string): Promise<number | undefined> {
	const found = await stat(file).catch(() => undefined);
	if (!found) return undefined;
	if (!found.isFile()) throw new FileError('it is not a file');
	if ((found.mode & 0o222) === 0) throw new FileError('it is read-only');
	await access(file, constants.W_OK);
	return found.mode & 0o7777;
}

/** Resolves when the stream has taken the text, so that a slow reader slows the writer. */
function outputTo(stream: NodeJS.WritableStream): Output {
	let broken = false;
	stream.on('error', ({ code, message }: NodeJS.ErrnoException) => {
		broken = true;
		if (code === 'EPIPE') return;
		process.stderr.write(`glossator: cannot write the output: ${reasons[code ?? ''] ?? message}\n`);
		process.exit(1);
	});
	return {
		write: (text) =>
			new Promise((resolve, reject) => {
				if (broken) return reject(new BrokenPipe());
				stream.write(text, (error) => {
					if (!error) resolve();
					else if ((error as NodeJS.ErrnoException).code === 'EPIPE') reject(new BrokenPipe());
					else reject(error);
				});
			}),
	};
}

/** In UTF-16 units: a few pipes full. */
const gatheredLength = 64 * 1024;

/** Many small writes as few large ones. Nothing is held back once the program waits for something else than its output. */
export function gathered(output: Output): Output {
	let text = '';
	let failure: unknown;
	let isScheduled = false;
	const flush = () => {
		const ready = text;
		text = '';
		return output.write(ready);
	};
	return {
		async write(more) {
			if (failure) throw failure;
			text += more;
			if (text.length >= gatheredLength) return flush();
			if (isScheduled) return;
			isScheduled = true;
			setImmediate(() => {
				isScheduled = false;
				flush().catch((error) => {
					failure = error;
				});
			});
		},
	};
}

const gitOutputLimit = 256 * 1024 * 1024;

/** Never takes locks, never asks or fetches, never runs a program that the repository's own settings name. */
const careful = ['-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false', '--no-pager'];

export const runGit: Io['git'] = (folder, parameters) =>
	new Promise((resolve) => {
		const options = {
			encoding: 'buffer' as const,
			maxBuffer: gitOutputLimit,
			env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1' },
		};
		execFile('git', ['-C', folder, ...careful, ...parameters], options, (error, stdout, stderr) => {
			if (error && typeof error.code !== 'number') return resolve(undefined);
			resolve({ code: Number(error?.code ?? 0), stdout, stderr: stderr.toString() });
		});
	});

/** This process, with the files that ship beside the bundle in `resources`. */
export function nodeIo(resources: string): Io {
	const text = (...parts: string[]) => readFile(path.join(resources, ...parts), 'utf8');
	return {
		stdin: process.stdin,
		stdout: gathered(outputTo(process.stdout)),
		stderr: outputTo(process.stderr),
		cwd: process.cwd(),
		env: process.env,
		files: nodeFiles,
		program: [process.execPath, path.join(resources, 'cli', 'glossator.js')],
		git: runGit,
		starterCatalogue: () => text('starter.actors.yaml'),
		nameLists: () => text('names.ru.txt'),
		async wordLists() {
			const names = (await readdir(path.join(resources, 'lexicon'))).filter((name) => name.endsWith('.txt')).sort();
			return (await Promise.all(names.map((name) => text('lexicon', name)))).join('\n');
		},
		version: async () => JSON.parse(await text('..', 'package.json')).version,
		today,
		userName,
	};
}

function today(): string {
	const now = new Date();
	const two = (value: number) => String(value).padStart(2, '0');
	return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Undefined on machines where the account has no name, such as some containers. */
function userName(): string | undefined {
	try {
		return userInfo().username || undefined;
	} catch {
		return undefined;
	}
}
