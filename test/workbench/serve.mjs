// Starts and stops VS Code's server for one purpose: own data folder, free port, loopback only.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { execute } from './cache.mjs';
import { getServer } from './get.mjs';

const startTimeout = 60_000;

/** Keeps the screen quiet and the same on every machine. */
export const quietSettings = {
	'chat.disableAIFeatures': true,
	'chat.commandCenter.enabled': false,
	'editor.find.seedSearchStringFromSelection': 'never',
	'extensions.autoCheckUpdates': false,
	'extensions.ignoreRecommendations': true,
	'security.workspace.trust.enabled': false,
	'telemetry.telemetryLevel': 'off',
	'update.mode': 'none',
	'workbench.colorTheme': 'Default Light Modern',
	'workbench.startupEditor': 'none',
	// in a browser VS Code saves by itself after a second, and what was typed could not be taken back
	'files.autoSave': 'off',
	'workbench.enableExperiments': false,
	'workbench.tips.enabled': false,
	'workbench.secondarySideBar.defaultVisibility': 'hidden',
	'git.openRepositoryInParentFolders': 'never',
};

/** Runs until the process ends, in whatever way. @type {Set<() => void>} */
const atExit = new Set();
process.on('exit', () => {
	for (const end of [...atExit].reverse()) end();
});
for (const [signal, code] of /** @type {const} */ ([
	['SIGINT', 130],
	['SIGTERM', 143],
	['SIGHUP', 129],
]))
	process.once(signal, () => process.exit(process.exitCode ?? code));

/** A folder for temporary files that goes when the process ends. @param {string} name @returns {Promise<string>} */
export async function temporaryFolder(name) {
	const { rmSync } = await import('node:fs');
	const folder = await mkdtemp(path.join(os.tmpdir(), `glossator-${name}-`));
	atExit.add(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
	return folder;
}

/**
 * @typedef {object} Served
 * @property {number} port
 * @property {string} dataFolder
 * @property {(query?: Query) => string} address of the workbench
 * @property {() => Promise<void>} stop ends the server and everything it started
 * @property {Promise<number | null>} ended its exit code, when it ends by itself
 *
 * @typedef {object} Query
 * @property {string} [folder] absolute path of the workspace folder
 * @property {string} [openFile] absolute path of a file to open at the start
 * @property {string} [extension] absolute path of an extension to develop, loaded from where it is
 * @property {string} [tests] absolute path of a test runner bundle
 */

/**
 * @param {object} [options]
 * @param {number} [options.port] a free one when absent
 * @param {string} [options.token] connection token; without one, whoever reaches the port is let in
 * @param {string} [options.dataFolder] a temporary one when absent
 * @param {Record<string, unknown>} [options.settings] added to the quiet ones
 * @param {string} [options.log] a file for the server's output
 * @returns {Promise<Served>}
 */
export async function serve({ port = 0, token, dataFolder, settings = {}, log } = {}) {
	const main = await getServer();
	const data = dataFolder ?? (await temporaryFolder('server'));
	await writeSettings(data, settings);
	const args = ['--host', '127.0.0.1', '--port', String(port), '--server-data-dir', data];
	args.push(...(token ? ['--connection-token', token] : ['--without-connection-token']));
	args.push('--accept-server-license-terms', '--disable-workspace-trust', '--disable-telemetry');
	args.push('--enable-smoke-test-driver', '--log', 'info');
	const child = spawn(process.execPath, [path.join(import.meta.dirname, 'server-child.mjs'), main, ...args], {
		stdio: ['pipe', 'pipe', 'pipe'],
		detached: process.platform !== 'win32',
		env: serverEnvironment(),
	});
	const end = () => endTree(child);
	atExit.add(end);
	const ended = once(child, 'exit').then(([code]) => /** @type {number | null} */ (code));
	const bound = await ready(child, ended, log);
	return {
		port: bound,
		dataFolder: data,
		ended,
		address: (query = {}) => address(bound, token, query),
		stop: async () => {
			end();
			await ended;
			atExit.delete(end);
			if (!dataFolder) await rm(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
		},
	};
}

/** The user's own VS Code does not leak in when this runs inside its terminal, and no marketplace is asked anything. */
function serverEnvironment() {
	const own = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_)/.test(name));
	return { ...Object.fromEntries(own), EXTENSIONS_GALLERY: '{}' };
}

/** @param {string} data @param {Record<string, unknown>} settings */
async function writeSettings(data, settings) {
	const folder = path.join(data, 'data/User');
	await mkdir(folder, { recursive: true });
	await writeFile(path.join(folder, 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }, null, '\t'));
}

/** @param {import('node:child_process').ChildProcess} child */
function endTree(child) {
	if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
	if (process.platform === 'win32') {
		spawnSync('taskkill', ['/PID', String(child.pid), '/T', '/F']);
		return;
	}
	try {
		process.kill(-child.pid, 'SIGKILL');
	} catch {
		child.kill('SIGKILL');
	}
}

/**
 * Waits for the server to listen. @returns {Promise<number>} the port
 * @param {import('node:child_process').ChildProcess} child
 * @param {Promise<number | null>} ended
 * @param {string} [log]
 */
async function ready(child, ended, log) {
	let output = '';
	const sink = log ? createWriteStream(log) : undefined;
	const listening = new Promise((resolve) => {
		for (const stream of [child.stdout, child.stderr])
			stream?.on('data', (data) => {
				sink?.write(data);
				if (output.length > 100_000) return;
				output += data;
				const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
				if (port) resolve(Number(port));
			});
	});
	/** @type {NodeJS.Timeout | undefined} */
	let timer;
	const late = new Promise((_, reject) => {
		timer = setTimeout(() => reject(new Error(`The server did not start in ${startTimeout / 1000} s`)), startTimeout);
	});
	const dead = ended.then((code) => Promise.reject(new Error(`The server ended with ${code} at its start`)));
	try {
		return await Promise.race([listening, late, dead]);
	} catch (error) {
		endTree(child);
		throw new Error(`${/** @type {Error} */ (error).message}. It said:\n${output.slice(-4000)}`);
	} finally {
		clearTimeout(timer);
		dead.catch(() => {});
	}
}

/** @param {number} port @param {string | undefined} token @param {Query} query */
function address(port, token, { folder, openFile, extension, tests }) {
	const remote = (/** @type {string} */ file) => `vscode-remote://127.0.0.1:${port}${encodeURI(posix(file))}`;
	const payload = [];
	if (openFile) payload.push(['openFile', remote(openFile)]);
	if (extension) payload.push(['extensionDevelopmentPath', remote(extension)]);
	if (tests) payload.push(['extensionTestsPath', remote(tests)]);
	if (payload.length) payload.push(['skipWelcome', 'true']);
	const query = [];
	if (token) query.push(`tkn=${token}`);
	query.push(folder ? `folder=${encodeURIComponent(posix(folder)).replaceAll('%2F', '/')}` : 'ew=true');
	if (payload.length) query.push(`payload=${encodeURIComponent(JSON.stringify(payload))}`);
	return `http://127.0.0.1:${port}/?${query.join('&')}`;
}

/** `C:\a` → `/C:/a`, others as they are. @param {string} file */
function posix(file) {
	return process.platform === 'win32' ? `/${file.replaceAll('\\', '/')}` : file;
}

/**
 * Installs a `.vsix` for servers that use this data folder.
 * @param {string} vsix
 * @param {string} dataFolder
 */
export async function installExtension(vsix, dataFolder) {
	const main = await getServer();
	const args = [main, '--install-extension', vsix, '--server-data-dir', dataFolder, '--accept-server-license-terms'];
	const output = await execute(process.execPath, [...args, '--force'], { env: serverEnvironment() });
	if (!/successfully installed/.test(output)) throw new Error(`The extension was not installed:\n${output}`);
}
