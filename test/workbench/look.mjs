// Looks at the extension as a person would: node test/workbench/look.mjs --help
import { cp, mkdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { launchBrowser } from './browser.mjs';
import { cacheFolder, execute, exists, root } from './cache.mjs';
import { extensionLogs } from './logs.mjs';
import { serve, temporaryFolder } from './serve.mjs';
import { stageExtension } from './stage.mjs';

const help = `Opens the extension, as it is built in dist/, in a real VS Code in a headless browser; runs steps; takes pictures.

  node test/workbench/look.mjs [--open FILE]… [--do JS]… [--script FILE] [--shot PNG] [options]

  --open FILE      a file to open; its folder becomes the workspace unless --folder says another. Repeatable
  --do JS          steps: statements that may use await. Repeatable; run in order
  --script FILE    the same from a file
  --shot PNG       a picture at the end (and on failure)
  --folder DIR     the workspace folder (default: the first opened file's, else seeds/)
  --in-place       work on the folder itself; without it, on a temporary copy
  --extension DIR  another extension than the project's
  --web            run the extension in the web-worker host (a copy without "main")
  --size WxH       window size (1280x800)
  --theme NAME     colour theme ('Default Dark Modern', 'Default High Contrast', …)
  --settings JSON  further user settings
  --no-build       leave dist/ as it is (it is rebuilt with --dev otherwise)
  --log            print the extension's own log and errors of the extension host at the end
  --keep           leave it running and print its address for your own browser, until Ctrl+C
  --attach URL     use a running VS Code at this address instead of starting one

In the steps:
  wb               the driver, test/ui/driver.ts and screen.ts: await wb.command('View: Split Editor'), wb.hover('word'), wb.select('words'),
                   wb.putCursor('word'), wb.click('word', {modifiers: ['Control']}), wb.open('file'), wb.pick('entry'),
                   wb.answer('text'), wb.press('Control+S'), wb.outline(), wb.tree('Annotations'), wb.problems(),
                   wb.editorText(0), wb.tabs(), wb.cursor(), wb.language(), wb.statusBar(), wb.notifications(),
                   wb.texts('css selector'), wb.wait({what: 'it'}, async () => …)
  page             Playwright's page
  shot(name)       saves a picture: a path, or a name beside --shot
  read(file)       a file of the workspace, as text
  folder           the workspace folder's path
  print(value)     prints it (JSON unless it is a string)

  node test/workbench/look.mjs --open seeds/sample.txt --do "print(await wb.outline())" --shot /tmp/outline.png
`;

const { values: options } = parseArgs({
	options: {
		open: { type: 'string', multiple: true, default: [] },
		do: { type: 'string', multiple: true, default: [] },
		script: { type: 'string' },
		shot: { type: 'string' },
		folder: { type: 'string' },
		'in-place': { type: 'boolean', default: false },
		extension: { type: 'string' },
		web: { type: 'boolean', default: false },
		size: { type: 'string', default: '1280x800' },
		theme: { type: 'string' },
		settings: { type: 'string', default: '{}' },
		'no-build': { type: 'boolean', default: false },
		log: { type: 'boolean', default: false },
		keep: { type: 'boolean', default: false },
		attach: { type: 'string' },
		help: { type: 'boolean', short: 'h', default: false },
	},
});

/** The driver is TypeScript; it is bundled for this run. */
async function loadDriver() {
	const outfile = path.join(cacheFolder, `built/driver-${process.pid}.mjs`);
	const entry = path.join(root, 'test/ui/driver.ts');
	await build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external' });
	const driver = await import(pathToFileURL(outfile).href);
	await rm(outfile);
	return driver.Workbench;
}

/** @returns {Promise<string>} the workspace: a copy, unless asked otherwise */
async function prepareFolder() {
	const first = options.open[0];
	const wanted = path.resolve(
		options.folder ?? (first && (await exists(first)) ? path.dirname(first) : path.join(root, 'seeds')),
	);
	if (!(await stat(wanted)).isDirectory()) throw new Error(`${wanted} is no folder`);
	if (options['in-place']) return wanted;
	const copy = path.join(await temporaryFolder('workspace'), path.basename(wanted));
	await cp(wanted, copy, { recursive: true });
	return copy;
}

async function buildExtension() {
	if (options.extension) return path.resolve(options.extension);
	if (!options['no-build'] && !options.attach) await execute(process.execPath, ['esbuild.mjs', '--dev']);
	return stageExtension(options.web ? 'web' : 'node');
}

async function look() {
	const [width = 1280, height = 800] = options.size.split('x').map(Number);
	const folder = await prepareFolder();
	const extension = await buildExtension();
	const settings = {
		...JSON.parse(options.settings),
		...(options.theme ? { 'workbench.colorTheme': options.theme } : {}),
	};
	const server = options.attach ? undefined : await serve({ settings });
	const address = options.attach ?? server?.address({ folder, extension }) ?? '';
	if (options.keep) console.log(`Open ${address}`);
	const browser = await launchBrowser();
	const Workbench = await loadDriver();
	const page = await browser.newPage({ viewport: { width, height } });
	const wb = new Workbench(page);
	const beside = path.dirname(options.shot ?? 'x.png');
	const shot = async (/** @type {string} */ name) => {
		const file = path.resolve(name.includes('/') || name.endsWith('.png') ? name : path.join(beside, `${name}.png`));
		await mkdir(path.dirname(file), { recursive: true });
		await wb.screenshot(file);
		console.log(`picture: ${file}`);
	};
	try {
		await wb.start(address);
		for (const file of options.open) await wb.open(path.basename(file));
		await steps({ wb, page, shot, folder });
	} finally {
		if (options.shot) await shot(options.shot).catch((error) => console.error(`No picture: ${error.message}`));
		if (options.log) console.log(await hostLog(server?.dataFolder, wb.errors));
		if (!options.keep) await browser.close();
	}
	if (options.keep) await server?.ended;
	else await server?.stop();
}

/** @param {Record<string, unknown>} names */
async function steps(names) {
	const print = (/** @type {unknown} */ value) =>
		console.log(typeof value === 'string' ? value : JSON.stringify(value, null, 1));
	const read = (/** @type {string} */ file) => readFile(path.join(String(names.folder), file), 'utf8');
	const all = { ...names, print, read };
	const texts = [...options.do, ...(options.script ? [await readFile(options.script, 'utf8')] : [])];
	const AsyncFunction = /** @type {FunctionConstructor} */ ((async () => {}).constructor);
	for (const text of texts) await new AsyncFunction(...Object.keys(all), text)(...Object.values(all));
}

/** What the extension host logged. @param {string | undefined} dataFolder @param {string[]} pageErrors */
async function hostLog(dataFolder, pageErrors) {
	const logs = dataFolder ? await extensionLogs(dataFolder) : [];
	const parts = logs.map(({ file, text }) => `── ${file}\n${text.trimEnd()}`);
	return [...parts, ...(pageErrors.length ? [`── errors in the page\n${pageErrors.join('\n')}`] : [])].join('\n');
}

if (options.help) console.log(help);
else
	await look().then(
		() => process.exit(0),
		(error) => {
			console.error(error.stack ?? error);
			process.exit(1);
		},
	);
