// Finds a Chromium and starts it: CHROME_PATH, else an installed Chrome or Chromium, else the one from npm.
import { spawnSync } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright-core';
import { getChromium } from './get.mjs';

const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge'];
const places = {
	darwin: [
		'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
		'/Applications/Chromium.app/Contents/MacOS/Chromium',
		'/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
	],
	win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => [
		path.join(process.env[variable] ?? 'C:\\', 'Google\\Chrome\\Application\\chrome.exe'),
		path.join(process.env[variable] ?? 'C:\\', 'Microsoft\\Edge\\Application\\msedge.exe'),
	]),
};

/** @param {string} file */
const executable = (file) =>
	access(file, constants.X_OK).then(
		() => true,
		() => false,
	);

/** @returns {Promise<{ executablePath: string, env?: Record<string, string> }>} */
async function find() {
	const named = process.env.CHROME_PATH;
	if (named) {
		if (await executable(named)) return { executablePath: named };
		throw new Error(`CHROME_PATH names ${named}, which cannot be run.`);
	}
	const folders = (process.env.PATH ?? '').split(path.delimiter);
	const candidates =
		process.platform === 'linux' ? names.flatMap((name) => folders.map((f) => path.join(f, name))) : [];
	for (const file of [...candidates, ...(places[/** @type {'darwin'} */ (process.platform)] ?? [])])
		if (await executable(file)) return { executablePath: file };
	return fromNpm(await getChromium());
}

/** The npm one brings libraries and a font for machines without any. @param {string} folder */
function fromNpm(folder) {
	const executablePath = path.join(folder, 'chromium');
	const environment = /** @type {Record<string, string>} */ ({ ...process.env });
	const fonts = spawnSync('fc-list', { encoding: 'utf8' }).stdout ?? '';
	const env = fonts.trim() ? environment : { ...environment, FONTCONFIG_PATH: path.join(folder, 'fonts') };
	if (spawnSync(executablePath, ['--version'], { env }).status === 0) return { executablePath, env };
	const libraries = [path.join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
	const complete = { ...env, LD_LIBRARY_PATH: libraries };
	const { status, stderr } = spawnSync(executablePath, ['--version'], { env: complete, encoding: 'utf8' });
	if (status === 0) return { executablePath, env: complete };
	throw new Error(`The Chromium from npm does not run here; install one, or name one with CHROME_PATH.\n${stderr}`);
}

/**
 * A headless browser, to be closed by whoever asked for it.
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function launchBrowser() {
	return chromium.launch({
		...(await find()),
		headless: true,
		// Containers have no user namespaces for the sandbox; the only page ever opened is our own server's.
		args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
	});
}
