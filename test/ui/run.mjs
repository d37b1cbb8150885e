// Steps of a person in a browser, against the packaged extension: node test/ui/run.mjs
//   [--grep TEXT] [--pictures DIR] [--vsix FILE] [--no-build]
// The extension is packed, installed into an empty VS Code server, and used as a reader would use it.
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import Mocha from 'mocha';
import { launchBrowser } from '../workbench/browser.mjs';
import { cacheFolder, root } from '../workbench/cache.mjs';
import { extensionErrors } from '../workbench/logs.mjs';
import { packageExtension } from '../workbench/package.mjs';
import { Report } from '../workbench/report.mjs';
import { installExtension, serve, temporaryFolder } from '../workbench/serve.mjs';
import { copyWorkspace } from '../workbench/stage.mjs';

const { values: options } = parseArgs({
	options: {
		grep: { type: 'string' },
		pictures: { type: 'string', default: process.env.PICTURES ?? path.join(cacheFolder, 'pictures') },
		vsix: { type: 'string' },
		'no-build': { type: 'boolean', default: false },
	},
});

/** All steps in one file. @returns {Promise<string>} */
async function bundle() {
	const folder = path.join(root, 'test/ui');
	const files = (await readdir(folder)).filter((file) => file.endsWith('.test.ts')).sort();
	const contents = files.map((file) => `import './${file}';`).join('\n');
	const outfile = path.join(root, 'dist/test/ui.cjs');
	await build({
		stdin: { contents, resolveDir: folder, loader: 'ts' },
		outfile,
		bundle: true,
		format: 'cjs',
		platform: 'node',
		target: 'es2022',
		packages: 'external',
		sourcemap: 'inline',
		logLevel: 'warning',
	});
	return outfile;
}

/** @param {string} file @param {Report} report */
async function runSteps(file, report) {
	const mocha = new Mocha({
		ui: 'bdd',
		timeout: 90_000,
		// a browser on a busy machine now and then loses a click; a second try is said in the output
		retries: 1,
		reporter: class {},
		...(options.grep ? { grep: options.grep } : {}),
	});
	mocha.addFile(file);
	await mocha.loadFilesAsync();
	await new Promise((resolve) => {
		const runner = mocha.run(resolve);
		const title = (/** @type {Mocha.Test} */ test) => test.titlePath().join(' › ');
		runner.on('pass', (test) => report.add({ event: 'pass', title: title(test), ms: test.duration ?? 0 }));
		/** @type {Map<string, string>} by title, what went wrong at the first try */
		const firstErrors = new Map();
		runner.on('retry', (test, error) => {
			console.log(`  ↻ ${title(test)}: ${error.message}`);
			firstErrors.set(title(test), `At the first try: ${error.message}\nThen: `);
		});
		runner.on('pending', (test) => report.add({ event: 'pending', title: title(test) }));
		runner.on('fail', (test, error) => {
			const before = firstErrors.get(title(test)) ?? '';
			report.add({ event: 'fail', title: title(test), error: `${before}${error.stack}` });
		});
	});
}

/** @param {Report} report */
async function run(report) {
	const vsix = path.resolve(options.vsix ?? path.join(cacheFolder, 'glossator.vsix'));
	if (!options.vsix) {
		const { bytes } = await packageExtension(vsix, { build: !options['no-build'] });
		report.check(`the package is within its budget (${bytes} bytes)`);
	}
	const steps = await bundle();
	const dataFolder = await temporaryFolder('server');
	await installExtension(vsix, dataFolder);
	await mkdir(options.pictures, { recursive: true });
	const server = await serve({ dataFolder, log: path.join(cacheFolder, 'logs/ui-server.log') });
	const browser = await launchBrowser();
	Object.assign(globalThis, {
		uiSession: { browser, pictures: path.resolve(options.pictures), address: server.address, copyWorkspace },
	});
	try {
		await runSteps(steps, report);
		const errors = await extensionErrors(dataFolder, [], path.join(dataFolder, 'extensions'));
		report.check('nothing went wrong in the extension host', errors.length ? errors.join('\n') : undefined);
	} finally {
		await browser.close();
		await server.stop();
	}
}

await mkdir(path.join(cacheFolder, 'logs'), { recursive: true });
const report = new Report('ui');
await run(report).catch((error) => report.broke(error));
process.exit((await report.end()) ? 0 : 1);
