// The cache folder for what tests and `npm start` need but `npm ci` should not carry. Every entry is one folder named
// after its exact version; it appears by a rename, so it is whole or absent, however often an install was killed.
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { access, link, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';

/** The project's own folder. */
export const root = path.resolve(import.meta.dirname, '../..');
/** Git-ignored; deleting it costs only a new install. */
export const cacheFolder = path.join(root, '.vscode-test');

const lockTimeout = 15 * 60_000;

/** @param {string} file */
export const exists = (file) =>
	access(file).then(
		() => true,
		() => false,
	);

/** Progress goes to standard error, so that a script's output stays its own.
 * @param {string} text */
export const progress = (text) => process.stderr.write(`${text}\n`);

/**
 * The folder of a cache entry, installed first where it is absent. Two runs at the same time: one installs, one waits.
 * @param {string} name folder name, with the version in it
 * @param {string} title what a person reads while it installs
 * @param {(staging: string) => Promise<void>} install fills an empty folder; nothing outside it counts
 */
export async function cached(name, title, install) {
	const folder = path.join(cacheFolder, name);
	if (await exists(folder)) return folder;
	await mkdir(cacheFolder, { recursive: true });
	const release = await lock(path.join(cacheFolder, `${name}.lock`), title);
	try {
		if (await exists(folder)) return folder;
		await sweep(`${name}.installing-`);
		const staging = path.join(cacheFolder, `${name}.installing-${process.pid}`);
		await mkdir(staging, { recursive: true });
		progress(`Installing ${title} into ${path.relative(process.cwd(), folder) || '.'} (once) …`);
		const started = Date.now();
		await install(staging);
		await rename(staging, folder);
		progress(`Installed ${title} in ${((Date.now() - started) / 1000).toFixed(0)} s.`);
		return folder;
	} finally {
		await release();
	}
}

/** Removes what killed installs left. @param {string} prefix */
async function sweep(prefix) {
	for (const name of await readdir(cacheFolder))
		if (name.startsWith(prefix)) await rm(path.join(cacheFolder, name), { recursive: true, force: true });
}

/**
 * Waits for a lock file and takes it; its content is the holder's process id, written before it gets its name.
 * @param {string} file
 * @param {string} title
 * @returns {Promise<() => Promise<void>>} releases it
 */
async function lock(file, title) {
	const mine = `${file}-${process.pid}`;
	await writeFile(mine, String(process.pid));
	try {
		for (let told = false; ; await sleep(300)) {
			try {
				await link(mine, file);
				return () => rm(file, { force: true });
			} catch (error) {
				if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
			}
			if (await stale(file)) await rm(file, { force: true });
			else if (!told) {
				told = true;
				progress(`Waiting for another run that installs ${title} …`);
			}
		}
	} finally {
		await rm(mine, { force: true });
	}
}

/** Whether a lock's holder is gone. @param {string} file */
async function stale(file) {
	try {
		const [holder, { mtimeMs }] = await Promise.all([readFile(file, 'utf8'), stat(file)]);
		if (Date.now() - mtimeMs > lockTimeout) return true;
		process.kill(Number(holder), 0);
		return false;
	} catch (error) {
		return /** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH';
	}
}

/** The beginning and the end of a long output: npm says first what is wrong, others last. @param {string} text */
function excerpt(text) {
	const lines = text.trimEnd().split('\n');
	return (lines.length > 30 ? [...lines.slice(0, 10), '…', ...lines.slice(-20)] : lines).join('\n');
}

/**
 * Runs a command to its end. Resolves with its standard output; rejects with its last lines when it fails.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, log?: string }} [options] `log`: a file that gets all output
 * @returns {Promise<string>}
 */
export function execute(command, args, { cwd = root, env = process.env, log } = {}) {
	return new Promise((resolve, reject) => {
		const onWindows = process.platform === 'win32' && command === 'npm';
		const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], shell: onWindows });
		const sink = log ? createWriteStream(log) : undefined;
		let output = '';
		let both = '';
		child.stdout.on('data', (data) => {
			output += data;
			both += data;
			sink?.write(data);
		});
		child.stderr.on('data', (data) => {
			both += data;
			sink?.write(data);
		});
		child.on('error', reject);
		child.on('close', (code, signal) => {
			sink?.end();
			if (code === 0) return resolve(output);
			reject(new Error(`${command} ${args.join(' ')} ended with ${code ?? signal}:\n${excerpt(both)}`));
		});
	});
}
