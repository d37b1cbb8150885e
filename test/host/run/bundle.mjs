// Bundles the host suite, one file for each kind of extension host.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from '../../workbench/cache.mjs';

const here = import.meta.dirname;

/** A module that declares every suite. @param {string | undefined} grep @returns {import('esbuild').Plugin} */
function suites(grep) {
	const folder = path.join(root, 'test/host/suite');
	return {
		name: 'suites',
		setup(b) {
			b.onResolve({ filter: /^\.\/suites$/ }, () => ({ path: 'suites', namespace: 'suites' }));
			b.onLoad({ filter: /.*/, namespace: 'suites' }, async () => {
				const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.test.ts')).sort();
				const loads = files.map((file) => `require(${JSON.stringify(`./${file.replaceAll('\\', '/')}`)});`);
				const contents = `export const grep = ${JSON.stringify(grep)};\nexport function loadSuites() {\n${loads.join('\n')}\n}`;
				return { contents, resolveDir: folder };
			});
		},
	};
}

/** The bundle lies outside the project, so it names mocha by its place. @type {import('esbuild').Plugin} */
const mochaFromHere = {
	name: 'mocha-from-here',
	setup(b) {
		const place = pathToFileURL(path.join(root, 'node_modules/mocha/index.js')).href;
		b.onResolve({ filter: /^mocha$/ }, () => ({ path: place, external: true }));
	},
};

/** mocha's browser file calls itself a module, yet would take the bundle's own `module.exports`. @type {import('esbuild').Plugin} */
const mochaApart = {
	name: 'mocha-apart',
	setup(b) {
		b.onLoad({ filter: /node_modules[\\/]mocha[\\/]mocha\.js$/ }, async ({ path: file }) => ({
			contents: `var exports, module, define;\n${await readFile(file, 'utf8')}`,
		}));
	},
};

const forNode = /** @type {const} */ ({ platform: 'node', external: ['vscode'] });
const forWeb = /** @type {const} */ ({
	platform: 'browser',
	external: ['vscode'],
	mainFields: ['browser', 'module', 'main'],
	define: { global: 'globalThis' },
	alias: { 'node:assert/strict': path.join(here, 'assert.ts'), 'node:assert': path.join(here, 'assert.ts') },
});

/**
 * The suite in one file. VS Code runs it in the host of the extension that it lies in.
 * @param {'node' | 'web'} host
 * @param {string} extension its folder
 * @param {string} [grep] only tests whose title contains this
 * @returns {Promise<string>}
 */
export async function bundleSuite(host, extension, grep) {
	const outfile = path.join(extension, `dist/test/host-${host}.js`);
	await build({
		entryPoints: [path.join(here, `${host}.ts`)],
		outfile,
		bundle: true,
		format: 'cjs',
		target: 'es2022',
		sourcemap: 'inline',
		logLevel: 'warning',
		loader: { '.yaml': 'text', '.txt': 'text' },
		plugins: [suites(grep), host === 'node' ? mochaFromHere : mochaApart],
		...(host === 'node' ? forNode : forWeb),
	});
	return outfile;
}
