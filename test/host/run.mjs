// Runs the same suite in VS Code's two extension hosts: node test/host/run.mjs [--host node|web] [--grep TEXT] [--no-build]
// `node` is what desktop and remote windows have; `web`, a worker, is what vscode.dev has. Besides failing tests, an
// exception or a logged error of the extension fails a run.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { launchBrowser } from '../workbench/browser.mjs';
import { cacheFolder, execute, root } from '../workbench/cache.mjs';
import { extensionErrors } from '../workbench/logs.mjs';
import { Report } from '../workbench/report.mjs';
import { serve, temporaryFolder } from '../workbench/serve.mjs';
import { copyWorkspace, stageForWeb } from '../workbench/stage.mjs';

const mark = '@@host-suite@@';
const timeout = 5 * 60_000;

const { values: options } = parseArgs({
	options: {
		host: { type: 'string' },
		grep: { type: 'string' },
		'no-build': { type: 'boolean', default: false },
	},
});

/** A module that declares every suite. @returns {import('esbuild').Plugin} */
function suites() {
	const folder = path.join(root, 'test/host/suite');
	return {
		name: 'suites',
		setup(b) {
			b.onResolve({ filter: /^\.\/suites$/ }, () => ({ path: 'suites', namespace: 'suites' }));
			b.onLoad({ filter: /.*/, namespace: 'suites' }, async () => {
				const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.test.ts')).sort();
				const loads = files.map((file) => `require(${JSON.stringify(`./${file.replaceAll('\\', '/')}`)});`);
				const grep = `export const grep = ${JSON.stringify(options.grep)};`;
				return { contents: `${grep}\nexport function loadSuites() {\n${loads.join('\n')}\n}`, resolveDir: folder };
			});
		},
	};
}

/** mocha's browser file calls itself a module, yet would take the bundle's own `module.exports`. @type {import('esbuild').Plugin} */
const mochaApart = {
	name: 'mocha-apart',
	setup(b) {
		b.onLoad({ filter: /node_modules[\\/]mocha[\\/]mocha\.js$/ }, async ({ path: file }) => ({
			contents: `var exports, module, define;\n${await readFile(file, 'utf8')}`,
		}));
	},
};

/**
 * The suite in one file. VS Code runs it in the host of the extension that it lies in.
 * @param {'node' | 'web'} host
 * @param {string} extension
 * @returns {Promise<string>}
 */
async function bundle(host, extension) {
	const outfile = path.join(extension, `dist/test/host-${host}.js`);
	await build({
		entryPoints: [path.join(root, `test/host/run/${host}.ts`)],
		outfile,
		bundle: true,
		format: 'cjs',
		target: 'es2022',
		sourcemap: 'inline',
		logLevel: 'warning',
		loader: { '.yaml': 'text', '.txt': 'text' },
		plugins: [suites(), mochaApart],
		...(host === 'node'
			? { platform: 'node', external: ['vscode', 'mocha'] }
			: {
					platform: 'browser',
					external: ['vscode'],
					mainFields: ['browser', 'module', 'main'],
					define: { global: 'globalThis' },
					alias: {
						'node:assert/strict': path.join(root, 'test/host/run/assert.ts'),
						'node:assert': path.join(root, 'test/host/run/assert.ts'),
					},
				}),
	});
	return outfile;
}

/** @param {'node' | 'web'} host @param {Report} report */
async function runIn(host, report) {
	const extension = host === 'web' ? await stageForWeb(await temporaryFolder('extension')) : root;
	const tests = await bundle(host, extension);
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
		const timer = setTimeout(
			() => reject(new Error(`No end after ${timeout / 1000} s.\n${other.join('\n')}`)),
			timeout,
		);
		page.on('console', (message) => {
			const [, json] = message.text().split(mark);
			if (json === undefined) return void other.push(message.text());
			const event = JSON.parse(json.slice(0, json.lastIndexOf('}') + 1));
			if (event.event === 'end') ended = true;
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
