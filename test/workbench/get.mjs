// Gets, from the npm registry alone, what a machine may lack: a VS Code server, a Chromium, vsce.
// They are not devDependencies: 300 MB, 90 MB and 250 packages that nobody needs for building, and vsce's optional
// keytar wants a compiler or a download. `npm ci` stays at a few seconds; these come on first use, without scripts.
import { cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { cached, execute, exists } from './cache.mjs';

/** Exact versions that were seen to work together on Node 20. The server is VS Code 1.100.3, our lowest `engines`. */
const versions = {
	'code-server': '4.100.3',
	'@vscode/ripgrep': '1.18.0',
	'@sparticuz/chromium': '147.0.0',
	'@vscode/vsce': '3.6.2',
};

const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

/**
 * Installs exact versions into a folder of their own.
 * @param {string} folder
 * @param {Record<string, string>} dependencies
 */
async function install(folder, dependencies) {
	await writeFile(path.join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }));
	await execute('npm', ['install', ...quiet], { cwd: folder });
}

/**
 * A VS Code server: the same workbench and extension host code as the desktop's.
 * @returns {Promise<string>} its `server-main.js`
 */
export async function getServer() {
	const version = versions['code-server'];
	const folder = await cached(`server-${version}`, `VS Code's server (${version}, about 300 MB)`, async (staging) => {
		const ripgrep = `@vscode/ripgrep-${process.platform}-${process.arch}`;
		await install(staging, { 'code-server': version, [ripgrep]: versions['@vscode/ripgrep'] });
		const server = path.join(staging, 'node_modules/code-server/lib/vscode');
		await execute('npm', ['install', '--omit=dev', ...quiet], { cwd: server });
		const bin = path.join(server, 'node_modules/@vscode/ripgrep/bin');
		await mkdir(bin, { recursive: true });
		await cp(path.join(staging, 'node_modules', ripgrep, 'bin'), bin, { recursive: true });
		await replaceNative(server);
		await keepOnly(staging, server);
	});
	return path.join(folder, 'vscode/out/server-main.js');
}

/**
 * The server's logger and its watchdog (which ends an extension host whose server died; ours ends them itself) are
 * native and not compiled here. Without the stand-ins every start logs their absence, and no log file is written.
 * @param {string} server
 */
async function replaceNative(server) {
	await cp(path.join(import.meta.dirname, 'spdlog.cjs'), path.join(server, 'node_modules/@vscode/spdlog/index.js'));
	await writeFile(
		path.join(server, 'node_modules/native-watchdog/index.js'),
		'exports.start = exports.exit = () => {};\n',
	);
}

/** Leaves the server as `vscode/` and nothing of code-server around it. @param {string} staging @param {string} server */
async function keepOnly(staging, server) {
	await rename(server, path.join(staging, 'vscode'));
	for (const name of await readdir(staging))
		if (name !== 'vscode') await rm(path.join(staging, name), { recursive: true, force: true });
}

/**
 * A headless Chromium for Linux from its npm package, unpacked once, with the system libraries it may miss in `al2023/lib`.
 * @returns {Promise<string>} the folder; the binary in it is `chromium`
 */
export async function getChromium() {
	if (process.platform !== 'linux')
		throw new Error('No Chrome or Chromium found. Install one, or name one with CHROME_PATH.');
	const version = versions['@sparticuz/chromium'];
	return cached(`chromium-${version}`, `Chromium (${version}, about 200 MB)`, async (staging) => {
		await install(staging, { '@sparticuz/chromium': version });
		const unpack = `import('@sparticuz/chromium').then((module) => module.default.executablePath())`;
		// It unpacks into the folder for temporary files; the AWS variable makes it unpack its libraries too.
		const env = { ...process.env, TMPDIR: staging, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' };
		await execute(process.execPath, ['-e', unpack], { cwd: staging, env });
		if (!(await exists(path.join(staging, 'chromium')))) throw new Error('Chromium did not unpack.');
		await rm(path.join(staging, 'node_modules'), { recursive: true });
	});
}

/** @returns {Promise<string>} vsce's script, to be run with Node */
export async function getVsce() {
	const version = versions['@vscode/vsce'];
	const folder = await cached(`vsce-${version}`, `vsce ${version}`, (staging) =>
		install(staging, { '@vscode/vsce': version }),
	);
	return path.join(folder, 'node_modules/@vscode/vsce/vsce');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	const all = { server: getServer, chromium: getChromium, vsce: getVsce };
	for (const [name, get] of Object.entries(all))
		if (process.argv.length < 3 || process.argv.includes(name)) console.log(await get());
}
