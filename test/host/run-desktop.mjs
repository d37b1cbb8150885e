// `npm run test:desktop`: the host suite in a desktop VS Code, downloaded by @vscode/test-electron, or VSCODE_PATH.
import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { cacheFolder, execute, exists } from '../workbench/cache.mjs';
import { Report } from '../workbench/report.mjs';
import { temporaryFolder } from '../workbench/serve.mjs';
import { copyWorkspace, stageExtension } from '../workbench/stage.mjs';
import { bundleSuite } from './run/bundle.mjs';
import { eventIn } from './run/events.mjs';

/** The lowest version that package.json promises. */
const version = '1.100.3';

/** @returns {Promise<string>} the executable */
async function findDesktop() {
	const named = process.env.VSCODE_PATH;
	if (named && !(await exists(named))) throw new Error(`VSCODE_PATH names ${named}, which is not there.`);
	if (named) return named;
	if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
		throw new Error('There is no display for a desktop VS Code. Try: xvfb-run -a npm run test:desktop');
	try {
		return await downloadAndUnzipVSCode({ version, cachePath: path.join(cacheFolder, 'desktop') });
	} catch (error) {
		throw new Error(
			`A desktop VS Code ${version} could not be downloaded (${/** @type {Error} */ (error).message}). ` +
				'Name an installed one with VSCODE_PATH.',
		);
	}
}

/** @param {string} executable @param {Report} report */
async function runDesktop(executable, report) {
	const [folder, data] = [await copyWorkspace(['seeds', 'test/host/workspace']), await temporaryFolder('desktop')];
	await execute(process.execPath, ['esbuild.mjs']);
	const extension = await stageExtension('node');
	const tests = await bundleSuite('node', extension);
	const args = [folder, `--extensionDevelopmentPath=${extension}`, `--extensionTestsPath=${tests}`];
	args.push(`--user-data-dir=${data}/user`, `--extensions-dir=${data}/extensions`, '--disable-extensions');
	args.push('--disable-workspace-trust', '--disable-telemetry', '--disable-updates', '--skip-welcome');
	args.push('--skip-release-notes', '--no-sandbox', '--disable-gpu');
	const child = spawn(executable, args, { stdio: ['ignore', 'pipe', 'pipe'] });
	const failedToStart = new Promise((_, reject) => child.on('error', reject));
	let ended = false;
	const other = /** @type {string[]} */ ([]);
	for (const stream of [child.stdout, child.stderr])
		createInterface({ input: stream }).on('line', (line) => {
			const event = eventIn(line);
			if (!event) other.push(line);
			else if (event.event === 'end') ended = true;
			else report.add(event);
		});
	const code = await Promise.race([failedToStart, new Promise((resolve) => child.on('close', resolve))]);
	if (!ended) throw new Error(`VS Code ended with ${code} before the suite did.\n${other.slice(-30).join('\n')}`);
}

let executable = '';
try {
	executable = await findDesktop();
} catch (error) {
	console.error(`test:desktop could not run. ${/** @type {Error} */ (error).message}`);
	process.exit(2);
}
const report = new Report('host-desktop');
await runDesktop(executable, report).catch((error) => report.broke(error));
process.exit((await report.end()) ? 0 : 1);
