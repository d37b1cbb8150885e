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
const outputLimit = 1 << 30;

export const lines = (text) => text.split('\n').filter((line) => line.trim());
export const parsed = (text) => lines(text).map((line) => JSON.parse(line));
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

/** Prints a row of the table; `floors` are the least that figures of the same name may be. */
export function report(area, set, began, figures, floors = {}) {
	const isLow = Object.entries(floors).some(([name, floor]) => !(figures[name] >= floor));
	if (isLow) missed++;
	const shown = Object.entries(figures).map(([name, value]) => `${name} ${value}`.padEnd(name.length + 6));
	const floor = Object.entries(floors).map(([name, value]) => `${name} ≥ ${value}`);
	const seconds = ((performance.now() - began) / 1000).toFixed(1).padStart(6);
	const head = `${isLow ? '✗' : ' '} ${area.padEnd(12)}${set.padEnd(27)}${seconds} s  `;
	console.log(`${head}${shown.join(' ')}${floor.length > 0 ? `  (${floor.join(', ')})` : ''}`);
}

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
