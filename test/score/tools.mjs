// What every measurement needs: running the built command line, the shared scorer, and printing a row of the table.
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const root = path.join(import.meta.dirname, '../..');
export const shared = path.join(root, '../shared');
export const cli = path.join(root, 'dist/cli/glossator.js');
/** The whole data sets, not only the quick ones. */
export const all = process.argv.includes('--all');
/** How many of the commonest misses are shown of a set: `--misses N`, else 20. */
export const misses = Number(/--misses[= ](\d+)/.exec(process.argv.join(' '))?.[1] ?? 20);
/** Whether figures are broken down: with `--all` or `--misses`. */
export const details = all || process.argv.some((argument) => argument.startsWith('--misses'));
const outputLimit = 1 << 30;

const lines = (text) => text.split('\n').filter((line) => line.trim());
export const parsed = (text) => lines(text).map((line) => JSON.parse(line));
export const ndjson = (records) => records.map((record) => JSON.stringify(record)).join('\n');
export const percent = (part, whole) => Math.round((1000 * part) / Math.max(1, whole)) / 10;
export const inData = (...parts) => path.join(shared, 'data', ...parts);

/** Runs a program on a file or a text; its standard output. */
export function output(program, parameters, { file, input } = {}) {
	const fd = file && openSync(file);
	const stdio = [fd ?? 'pipe', 'pipe', 'inherit'];
	const result = spawnSync(process.execPath, [program, ...parameters], { stdio, input, maxBuffer: outputLimit });
	if (fd !== undefined) closeSync(fd);
	if (result.error) throw result.error;
	return result.stdout.toString();
}

export const glossator = (parameters, source) => output(cli, parameters, source);
export const scorer = (kind, gold, predictions) =>
	JSON.parse(output(inData('score.mjs'), [kind, gold], { input: predictions }));

let missed = 0;

/** How many rows were below a floor so far. */
export const rowsMissed = () => missed;

/** Prints a row of the table; `floors` are the least that figures of the same name may be, `ceilings` the most. */
export function report(area, set, began, figures, floors = {}, ceilings = {}) {
	const asked = [
		...Object.entries(floors).map(([name, floor]) => ({ said: `${name} ≥ ${floor}`, kept: figures[name] >= floor })),
		...Object.entries(ceilings).map(([name, most]) => ({ said: `${name} ≤ ${most}`, kept: figures[name] <= most })),
	];
	const isLow = asked.some(({ kept }) => !kept);
	if (isLow) missed++;
	const seconds = ((performance.now() - began) / 1000).toFixed(1).padStart(6);
	const head = `${isLow ? '✗' : ' '} ${area.padEnd(12)}${set.padEnd(27)}${seconds} s  `;
	const floor = asked.length > 0 ? `  (asked: ${asked.map(({ said }) => said).join(', ')})` : '';
	console.log(`${head}${inColumns(figures)}${floor}`);
}

/** A row below another, that breaks its figures down. */
export function detail(what, figures) {
	console.log(`      ${what.padEnd(46)}${inColumns(figures)}`.trimEnd());
}

const inColumns = (figures) =>
	Object.entries(figures)
		.map(([name, value]) => `${name} ${value}`.padEnd(name.length + 6))
		.join(' ');

/** The shared seeds, as paths. */
export function seedFiles() {
	const folder = path.join(shared, 'seeds');
	return readdirSync(folder).map((name) => path.join(folder, name));
}

/** The sets of an alignment folder, by name, without those of the seed pair. */
export const alignSets = () =>
	readdirSync(inData('align'))
		.filter((name) => name.endsWith('.ndjson') && !name.startsWith('seed-'))
		.map((name) => name.slice(0, -'.ndjson'.length));

/** The items by what `keyOf` says of them, in their order. */
export function groupBy(items, keyOf) {
	const groups = new Map();
	for (const item of items) {
		const key = keyOf(item);
		if (!groups.has(key)) groups.set(key, []);
		groups.get(key).push(item);
	}
	return groups;
}
