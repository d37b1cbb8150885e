// `npm test`: everything there is to check, part by part; the last line is the sum. A part that is good says one line;
// of a bad one the failures are printed. Full outputs stay in .vscode-test/logs/.
//   node test/run.mjs [PART]…   only these parts
import { spawn } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { cacheFolder, exists, root } from './workbench/cache.mjs';

const logs = path.join(cacheFolder, 'logs');
const bin = (/** @type {string} */ name) => path.join(root, 'node_modules', name);
const resultOf = (/** @type {string} */ suite) => path.join(logs, `${suite}.json`);
const mocha = (/** @type {string} */ suite) => [
	bin('mocha/bin/mocha.js'),
	`dist/test/${suite}.js`,
	'--reporter',
	'json',
	'--reporter-option',
	`output=${resultOf(suite)}`,
];

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {string[][]} commands arguments of Node, run in order until one fails
 * @property {string[]} [results] files that tell what passed and failed; without any, the exit code counts
 * @property {() => Promise<boolean>} [when] whether there is anything to run
 */

/** @type {Part[]} */
const parts = [
	{
		name: 'types',
		commands: [
			[bin('typescript/bin/tsc'), '-p', '.'],
			[bin('typescript/bin/tsc'), '-p', 'src/core'],
		],
	},
	{ name: 'style', commands: [[bin('@biomejs/biome/bin/biome'), 'ci', '--colors=off', '--max-diagnostics=5', '.']] },
	{ name: 'build', commands: [['esbuild.mjs']] },
	{
		name: 'unit',
		commands: [['esbuild.mjs', '--tests'], mocha('unit')],
		results: [resultOf('unit')],
	},
	{ name: 'git', commands: [['esbuild.mjs', '--tests'], mocha('git')], results: [resultOf('git')] },
	{
		name: 'host',
		commands: [['test/host/run.mjs', '--no-build']],
		results: [path.join(logs, 'host-node.json'), path.join(logs, 'host-web.json')],
	},
	{ name: 'ui', commands: [['test/ui/run.mjs', '--no-build']], results: [path.join(logs, 'ui.json')] },
	{
		// The scorers need texts that are not part of the project, so they run only where those lie beside it.
		name: 'score',
		commands: [['test/score/run.mjs']],
		when: async () => (await exists(path.join(root, '../shared'))) && exists(path.join(root, 'test/score/run.mjs')),
	},
];

/** @param {string[]} args @param {string} log @returns {Promise<{ code: number, output: string }>} */
function runNode(args, log) {
	return new Promise((resolve) => {
		const child = spawn(process.execPath, args, {
			cwd: root,
			stdio: ['ignore', 'pipe', 'pipe'],
			env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
		});
		const stop = () => child.kill('SIGTERM');
		process.once('exit', stop);
		let output = '';
		for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
		child.on('close', async (code) => {
			process.off('exit', stop);
			await writeFile(log, output, { flag: 'a' });
			resolve({ code: code ?? 1, output });
		});
	});
}

/**
 * What a result file says: our own, or mocha's.
 * @param {string} file
 * @returns {Promise<{ passed: number, failed: number, failures: string[] }>}
 */
async function readResult(file) {
	const { stats, failures, passed, failed } = JSON.parse(await readFile(file, 'utf8'));
	const told = (/** @type {any} */ f) => `${f.title}\n${shorten(f.error ?? f.err?.stack ?? '')}`;
	if (!stats) return { passed, failed, failures: failures.map(told) };
	const texts = failures.map((/** @type {any} */ f) => told({ title: f.fullTitle, err: f.err }));
	return { passed: stats.passes, failed: stats.failures, failures: texts };
}

/** An error with the first lines of its stack; all of it is in the log. @param {string} error */
function shorten(error) {
	let frames = 0;
	return error
		.split('\n')
		.filter((line) => !/^\s+at /.test(line) || ++frames <= 2)
		.join('\n');
}

/** @param {Part} part @returns {Promise<{ passed: number, failed: number }>} */
async function runPart({ name, commands, results = [] }) {
	const started = Date.now();
	const log = path.join(logs, `${name}.log`);
	await Promise.all([log, ...results].map((file) => rm(file, { force: true })));
	let last = { code: 0, output: '' };
	for (const args of commands) if (last.code === 0) last = await runNode(args, log);
	const sum = { passed: 0, failed: 0, failures: /** @type {string[]} */ ([]) };
	for (const file of results) {
		const result = await readResult(file).catch(() => undefined);
		sum.passed += result?.passed ?? 0;
		sum.failed += result?.failed ?? 1;
		sum.failures.push(...(result?.failures ?? [`${path.basename(file, '.json')} did not run to its end`]));
	}
	// A part without tests, or one that failed without a failed test, counts as one failure.
	if (last.code !== 0 && sum.failed === 0) sum.failed = 1;
	const seconds = `${((Date.now() - started) / 1000).toFixed(1)} s`;
	const counts = results.length ? `  ${sum.passed} passed, ${sum.failed} failed` : '';
	console.log(`${sum.failed ? '✘' : '✔'} ${name.padEnd(6)}${counts}  (${seconds})`);
	if (sum.failed) console.log(failureText(sum.failures, last.output, log));
	return sum;
}

/** Of a printed line, in characters. */
const widest = 300;

/** @param {string[]} failures @param {string} output @param {string} log */
function failureText(failures, output, log) {
	const lines = output
		.trimEnd()
		.split('\n')
		.map((line) => (line.length > widest ? `${line.slice(0, widest)}…` : line));
	const isTold = failures.length && !failures.some((text) => text.endsWith('did not run to its end'));
	const text = isTold ? failures.join('\n\n') : [...failures, ...lines.slice(-80)].join('\n');
	return `${text.replace(/^/gm, '    ')}\n    The whole output: ${path.relative(process.cwd(), log)}\n`;
}

for (const [signal, code] of /** @type {const} */ ([
	['SIGINT', 130],
	['SIGTERM', 143],
]))
	process.once(signal, () => process.exit(code));
await mkdir(logs, { recursive: true });
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length) {
	console.error(`There is no part ${unknown.join(', ')}; there are ${parts.map(({ name }) => name).join(', ')}.`);
	process.exit(2);
}
const total = { passed: 0, failed: 0 };
for (const part of parts) {
	if (wanted.length ? !wanted.includes(part.name) : part.when && !(await part.when())) continue;
	const { passed, failed } = await runPart(part);
	total.passed += passed;
	total.failed += failed;
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed ? 1 : 0);
