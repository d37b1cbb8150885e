// The results of one part of the tests: printed as they come, and kept as a JSON file for the sum at the end.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder } from './cache.mjs';

export class Report {
	passed = 0;
	pending = 0;
	/** @type {{ title: string, error: string }[]} */
	failures = [];
	#started = Date.now();

	/** @param {string} name of the part; its file is `.vscode-test/logs/<name>.json` */
	constructor(name) {
		this.name = name;
		console.log(`\n${name}`);
	}

	/** @param {{ event: 'pass' | 'pending' | 'fail', title: string, ms?: number, error?: string }} result */
	add({ event, title, ms = 0, error = '' }) {
		if (event === 'pass') {
			this.passed++;
			console.log(`  ✔ ${title}${ms > 200 ? ` (${ms} ms)` : ''}`);
		} else if (event === 'pending') {
			this.pending++;
			console.log(`  - ${title}`);
		} else {
			this.failures.push({ title, error });
			console.log(`  ✘ ${title}\n${error.replace(/^/gm, '      ')}`);
		}
	}

	/** One more test of the runner's own. @param {string} title @param {string} [error] */
	check(title, error) {
		this.add(error === undefined ? { event: 'pass', title } : { event: 'fail', title, error });
	}

	/** The part could not be run to its end. @param {Error} error */
	broke(error) {
		this.add({ event: 'fail', title: `${this.name} could not run`, error: error.stack ?? String(error) });
	}

	/** Prints the sum and writes the file. @returns {Promise<boolean>} whether all is well */
	async end() {
		if (this.passed + this.failures.length === 0) this.broke(new Error('No test ran.'));
		const { name, passed, pending, failures } = this;
		const seconds = (Date.now() - this.#started) / 1000;
		await mkdir(path.join(cacheFolder, 'logs'), { recursive: true });
		const summary = { name, passed, failed: failures.length, pending, seconds, failures };
		await writeFile(path.join(cacheFolder, `logs/${name}.json`), JSON.stringify(summary, null, '\t'));
		const skipped = pending ? `, ${pending} pending` : '';
		console.log(`${name}: ${passed} passed, ${failures.length} failed${skipped} (${seconds.toFixed(1)} s)`);
		return failures.length === 0;
	}
}
