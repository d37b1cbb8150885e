// Tells the runner outside what happens inside an extension host: one marked JSON line per event on the console.
import type { ReporterConstructor, Runner, Test } from 'mocha';

/** Begins every line for the runner. */
export const mark = '@@host-suite@@';

export type HostEvent =
	| { event: 'pass' | 'pending'; title: string; ms: number }
	| { event: 'fail'; title: string; error: string }
	| { event: 'end'; passed: number; failed: number; pending: number };

const tell = (event: HostEvent) => console.log(`${mark}${JSON.stringify(event)}`);

const titleOf = (test: Test) => test.titlePath().join(' › ');

function describeError(error: Error & { actual?: unknown; expected?: unknown }): string {
	const compared = error.expected !== undefined || error.actual !== undefined;
	const values = compared ? `\nexpected: ${show(error.expected)}\nactual:   ${show(error.actual)}` : '';
	return `${error.stack ?? error}${values}`;
}

function show(value: unknown): string {
	try {
		return JSON.stringify(value, null, 1)?.slice(0, 2000) ?? String(value);
	} catch {
		return String(value);
	}
}

/** So many failures one after another end a run. */
const hopeless = 10;

/** A reporter that prints nothing; `report` does. */
export const Silent = class {} as unknown as ReporterConstructor;

/** Reports a started run; resolves when it has ended, with or without failures. */
export function report(runner: Runner): Promise<void> {
	const count = { passed: 0, failed: 0, pending: 0 };
	let inARow = 0;
	runner.on('pass', (test) => {
		inARow = 0;
		count.passed++;
		tell({ event: 'pass', title: titleOf(test), ms: test.duration ?? 0 });
	});
	runner.on('pending', (test) => {
		count.pending++;
		tell({ event: 'pending', title: titleOf(test), ms: 0 });
	});
	runner.on('fail', (test, error) => {
		count.failed++;
		tell({ event: 'fail', title: titleOf(test), error: describeError(error) });
		// When everything fails, each test would wait out its time for nothing.
		if (++inARow === hopeless) runner.abort();
	});
	return new Promise((resolve) => {
		runner.on('end', () => {
			tell({ event: 'end', ...count });
			resolve();
		});
	});
}
