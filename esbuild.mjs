// Builds everything: node esbuild.mjs [--watch] [--tests] [--dev]
// Each bundle passes the dependency gate (who may import whom, no cycles) and its size budget, or the build fails.
import { cp, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { build, context } from 'esbuild';
import { buildLexicon } from './src/lexicon/build.mjs';

const root = import.meta.dirname;
const flags = new Set(process.argv.slice(2));
const kB = 1000;

/** Where a module may look. The first prefix that fits the importing file decides. */
const houses = [
	{ from: 'src/core/', files: ['src/core/'], packages: /^$/ },
	{ from: 'src/wording', files: ['src/core/'], packages: /^$/ },
	{ from: 'src/editor/', files: ['src/core/', 'src/editor/', 'src/wording'], packages: /^vscode$/ },
	{ from: 'src/node/', files: ['src/core/', 'src/editor/'], packages: /^(vscode|node:.+)$/ },
	{ from: 'src/web/', files: ['src/core/', 'src/editor/'], packages: /^vscode$/ },
	{ from: 'src/cli/', files: ['src/core/', 'src/cli/', 'src/wording'], packages: /^node:.+$/ },
];

const featureOf = (file) => /^src\/editor\/features\/([^/.]+)/.exec(file)?.[1];

/** What is wrong with `importer` importing `target` (both relative to the root), or undefined. */
function breach(importer, target) {
	const house = houses.find((h) => importer.startsWith(h.from));
	if (!house || house.files.some((prefix) => target.startsWith(prefix))) {
		const [mine, theirs] = [featureOf(importer), featureOf(target)];
		return mine && theirs && mine !== theirs ? 'features never import each other' : undefined;
	}
	return `${house.from} may import only ${house.files.join(', ')}`;
}

const gate = {
	name: 'dependency-gate',
	setup(b) {
		b.onResolve({ filter: /.*/ }, (args) => {
			const importer = path.relative(root, args.importer).replaceAll('\\', '/');
			if (!importer.startsWith('src/')) return;
			if (args.path.startsWith('.')) {
				const target = path.relative(root, path.resolve(args.resolveDir, args.path)).replaceAll('\\', '/');
				const text = breach(importer, target);
				return text ? { errors: [{ text: `${importer} → ${target}: ${text}` }] } : undefined;
			}
			const house = houses.find((h) => importer.startsWith(h.from));
			if (house && !house.packages.test(args.path))
				return { errors: [{ text: `${importer} → ${args.path}: not allowed in ${house.from}` }] };
		});
	},
};

/** A chain of own modules that ends where it began, or undefined. `inputs` is an esbuild metafile's. */
function cycle(inputs) {
	const state = new Map();
	const walk = (file, chain) => {
		if (state.get(file) === 'done' || !file.startsWith('src/')) return;
		if (state.get(file) === 'open') return [...chain.slice(chain.indexOf(file)), file];
		state.set(file, 'open');
		for (const next of inputs[file]?.imports ?? []) {
			const found = walk(next.path, [...chain, file]);
			if (found) return found;
		}
		state.set(file, 'done');
	};
	for (const file of Object.keys(inputs)) {
		const found = walk(file, []);
		if (found) return found;
	}
}

const common = {
	absWorkingDir: root,
	bundle: true,
	format: 'cjs',
	target: 'es2022',
	minify: !flags.has('--dev') && !flags.has('--watch'),
	sourcemap: flags.has('--dev') || flags.has('--watch') ? 'linked' : false,
	charset: 'utf8',
	metafile: true,
	logLevel: 'warning',
	loader: { '.yaml': 'text', '.txt': 'text' },
	plugins: [gate],
};

/** The Node entry loads the editor's code from the browser's bundle, so that it ships once; a browser loads one file only. */
const sharedEditor = {
	name: 'shared-editor',
	setup(b) {
		b.onResolve({ filter: /^\.\.\/editor\/activate$/ }, () => ({ path: '../web/main.js', external: true }));
	},
};

const bundles = [
	{
		entryPoints: ['src/node/main.ts'],
		outfile: 'dist/node/main.js',
		platform: 'node',
		external: ['vscode'],
		plugins: [gate, sharedEditor],
		budget: 2 * kB,
	},
	{
		entryPoints: ['src/web/main.ts'],
		outfile: 'dist/web/main.js',
		platform: 'browser',
		external: ['vscode'],
		mainFields: ['browser', 'module', 'main'],
		budget: 530 * kB,
	},
	// readable, so that a stack trace says something: it is not shipped with the extension
	{ entryPoints: ['src/cli/glossator.ts'], outfile: 'dist/cli/glossator.js', platform: 'node', minify: false },
];

/** Every `*.test.ts` of a folder in one bundle. */
async function tests(folder, out, options) {
	const files = (await readdir(path.join(root, folder), { recursive: true }))
		.filter((f) => f.endsWith('.test.ts'))
		.sort();
	const contents = files.map((f) => `import './${f.replaceAll('\\', '/')}';`).join('\n');
	return {
		stdin: { contents, resolveDir: path.join(root, folder), sourcefile: `${folder}/all.ts`, loader: 'ts' },
		outfile: out,
		minify: false,
		sourcemap: 'linked',
		...options,
	};
}

async function run({ budget, ...options }) {
	if (flags.has('--watch')) {
		const watching = await context({ ...common, ...options });
		await watching.watch();
		return;
	}
	const { metafile } = await build({ ...common, ...options });
	const found = cycle(metafile.inputs);
	if (found) throw new Error(`import cycle: ${found.join(' → ')}`);
	for (const [file, { bytes }] of Object.entries(metafile.outputs)) {
		if (file.endsWith('.map')) continue;
		if (common.minify && budget && bytes > budget)
			throw new Error(`${file} has ${bytes} bytes, its budget is ${budget}`);
		if (budget) console.log(`${file}  ${(bytes / kB).toFixed(1)} kB${budget ? ` of ${budget / kB}` : ''}`);
	}
}

/** Files that are read at run time as they are. */
const copied = [
	['src/core/actors/starter.actors.yaml', 'dist/starter.actors.yaml'],
	['src/core/actors/names.ru.txt', 'dist/names.ru.txt'],
	['src/core/actors/actors.schema.json', 'dist/schemas/actors.schema.json'],
	['src/core/annotations/annotations.schema.json', 'dist/schemas/annotations.schema.json'],
	['src/core/annotations/kinds.schema.json', 'dist/schemas/kinds.schema.json'],
];

if (flags.has('--tests')) {
	const plain = { platform: 'node', packages: 'external', define: { __root: JSON.stringify(root) } };
	await run(await tests('test/unit', 'dist/test/unit.js', plain));
	await run(await tests('test/git', 'dist/test/git.js', plain));
} else {
	await Promise.all(bundles.map(run));
	await mkdir(path.join(root, 'dist/schemas'), { recursive: true });
	await Promise.all(copied.map(([from, to]) => cp(path.join(root, from), path.join(root, to))));
	await buildLexicon(path.join(root, 'dist/lexicon'));
}
