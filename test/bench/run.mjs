// Bundles the bench with the core it measures and runs it: npm run bench [-- AREA…]
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = path.join(import.meta.dirname, '../..');
const outfile = path.join(root, 'dist/test/bench.mjs');

await build({
	absWorkingDir: root,
	entryPoints: ['test/bench/main.ts'],
	outfile,
	bundle: true,
	platform: 'node',
	format: 'esm',
	target: 'es2022',
	packages: 'external',
	logLevel: 'warning',
});
const { bench } = await import(pathToFileURL(outfile).href);
await bench(root, process.argv.slice(2));
process.exitCode = 0;
