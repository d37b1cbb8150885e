// `npm start`: builds the extension and opens texts in VS Code with it.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { cacheFolder, execute, progress, root } from './cache.mjs';
import { packageExtension } from './package.mjs';
import { installExtension, serve, temporaryFolder } from './serve.mjs';

const help = `Builds Glossator and opens a folder in VS Code with it.

  npm start [-- [FOLDER] [options]]

  FOLDER       what to open (default: seeds/)
  --browser    use the VS Code in the browser even where the desktop's is installed
  --port N     port of the VS Code in the browser (default: a free one)
  --help

With VS Code's \`code\` command on the PATH, a new desktop window opens. Otherwise a VS Code server, fetched once from
the npm registry into .vscode-test/, runs on this machine until Ctrl+C, and the address to open is printed. Only this
machine can reach it, and only with the token in the address.
`;

/** @returns {{ folder: string, port: number, browser: boolean, help: boolean }} */
function readArguments() {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			browser: { type: 'boolean', default: false },
			port: { type: 'string', default: '0' },
			help: { type: 'boolean', short: 'h', default: false },
		},
	});
	if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65535)
		throw new Error(`--port ${values.port} is no port.`);
	if (positionals.length > 1) throw new Error('Name one folder.');
	return { ...values, port: Number(values.port), folder: path.resolve(positionals[0] ?? path.join(root, 'seeds')) };
}

/** Whether the desktop's `code` is there and new enough for the extension. */
async function hasDesktop() {
	const { engines } = (await import('../../package.json', { with: { type: 'json' } })).default;
	const { stdout } = spawnSync('code', ['--version'], { encoding: 'utf8', shell: process.platform === 'win32' });
	const version = /^(\d+)\.(\d+)/.exec(stdout ?? '');
	if (!version) return false;
	const [, wantedMajor, wantedMinor] = /(\d+)\.(\d+)/.exec(engines.vscode) ?? [];
	const [major, minor] = [Number(version[1]), Number(version[2])];
	if (major > Number(wantedMajor) || (major === Number(wantedMajor) && minor >= Number(wantedMinor))) return true;
	console.log(`The installed VS Code is ${version[0]}, older than ${engines.vscode}; using the one in the browser.`);
	return false;
}

/** @param {string} folder */
async function openDesktop(folder) {
	await execute(process.execPath, ['esbuild.mjs']);
	const args = ['--new-window', `--extensionDevelopmentPath=${root}`, folder];
	const child = spawn('code', args, { stdio: 'inherit', shell: process.platform === 'win32' });
	await new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('exit', (code) => (code === 0 ? resolve(undefined) : reject(new Error(`code ended with ${code}`))));
	});
	console.log(`Opened ${folder} in VS Code.`);
}

/** @param {string} folder @param {number} port */
async function openBrowser(folder, port) {
	progress('Building and packing the extension …');
	const vsix = path.join(await temporaryFolder('package'), 'glossator.vsix');
	await packageExtension(vsix);
	const dataFolder = path.join(cacheFolder, 'start');
	await mkdir(dataFolder, { recursive: true });
	await installExtension(vsix, dataFolder);
	const server = await serve({ port, dataFolder, token: randomBytes(16).toString('hex') });
	console.log(`\nOpen this address in a browser:\n\n  ${server.address({ folder })}\n\nCtrl+C stops it.`);
	// Ctrl+C is how this ends well.
	process.exitCode = 0;
	const code = await server.ended;
	throw new Error(`The server ended by itself, with ${code}.`);
}

try {
	const options = readArguments();
	if (options.help) console.log(help);
	else {
		const found = await stat(options.folder).catch(() => undefined);
		if (!found?.isDirectory()) throw new Error(`${options.folder} is no folder.`);
		if (!options.browser && (await hasDesktop())) await openDesktop(options.folder);
		else await openBrowser(options.folder, options.port);
	}
} catch (error) {
	console.error(/** @type {Error} */ (error).message);
	process.exit(1);
}
