// Runs the same suite in VS Code's two extension hosts: node test/host/run.mjs [--host node|web] [--grep TEXT] [--no-build]
// `node` is what desktop and remote windows have; `web`, a worker, is what vscode.dev has. Besides failing tests, an
// exception or a logged error of the extension fails a run.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { launchBrowser } from '../workbench/browser.mjs';
import { cacheFolder, execute } from '../workbench/cache.mjs';
import { extensionErrors } from '../workbench/logs.mjs';
import { Report } from '../workbench/report.mjs';
import { serve } from '../workbench/serve.mjs';
import { copyWorkspace, stageExtension } from '../workbench/stage.mjs';
import { bundleSuite } from './run/bundle.mjs';
import { eventIn } from './run/events.mjs';

/** The longest pause between two events of a run, in ms; a test has less. */
const patience = 60_000;

const { values: options } = parseArgs({
	options: {
		host: { type: 'string' },
		grep: { type: 'string' },
		'no-build': { type: 'boolean', default: false },
	},
});

/** @param {'node' | 'web'} host @param {Report} report */
async function runIn(host, report) {
	const extension = await stageExtension(host);
	const tests = await bundleSuite(host, extension, options.grep);
	const folder = await copyWorkspace(['seeds', 'test/host/workspace']);
	const server = await serve({ log: path.join(cacheFolder, `logs/host-${host}-server.log`) });
	const browser = await launchBrowser();
	try {
		const page = await browser.newPage();
		const run = watch(page, report);
		await page.goto(server.address({ folder, extension, tests }));
		const inMemory = await run;
		const errors = await extensionErrors(server.dataFolder, inMemory, extension);
		report.check('nothing went wrong in the extension host', errors.length ? errors.join('\n') : undefined);
	} finally {
		await browser.close();
		await server.stop();
		await rm(path.dirname(folder), { recursive: true, force: true });
	}
}

/**
 * Follows a run by what arrives on the page.
 * @param {import('playwright-core').Page} page
 * @param {Report} report
 * @returns {Promise<{ relativePath: string, contents: string }[]>} the logs that the page kept in memory
 */
function watch(page, report) {
	const other = [];
	return new Promise((resolve, reject) => {
		let ended = false;
		const late = () => reject(new Error(`Nothing happened for ${patience / 1000} s.\n${other.slice(-40).join('\n')}`));
		let timer = setTimeout(late, patience);
		page.on('console', (message) => {
			const event = eventIn(message.text());
			if (event) {
				clearTimeout(timer);
				timer = setTimeout(late, patience);
			}
			if (!event) other.push(message.text());
			else if (event.event === 'end') ended = true;
			else report.add(event);
		});
		const exit = async (/** @type {number} */ code, /** @type {any[]} */ logs) => {
			clearTimeout(timer);
			await writeFile(path.join(cacheFolder, `logs/${report.name}-console.log`), other.join('\n'));
			if (ended) resolve(logs ?? []);
			else reject(new Error(`The suite did not run to its end (exit code ${code}).\n${other.slice(-40).join('\n')}`));
		};
		void page.exposeFunction('codeAutomationLog', () => {});
		void page.exposeFunction('codeAutomationExit', exit);
	});
}

await mkdir(path.join(cacheFolder, 'logs'), { recursive: true });
if (!options['no-build']) await execute(process.execPath, ['esbuild.mjs', '--dev']);
let good = true;
for (const host of /** @type {const} */ (['node', 'web'])) {
	if (options.host && options.host !== host) continue;
	const report = new Report(`host-${host}`);
	await runIn(host, report).catch((error) => report.broke(error));
	good = (await report.end()) && good;
}
process.exit(good ? 0 : 1);
