// Scores what is read off the shared seeds' headers.
import { readFileSync } from 'node:fs';
import { glossator, parsed, report, seedFiles } from './tools.mjs';

function seedDates() {
	const began = performance.now();
	const files = seedFiles();
	const found = parsed(glossator(['parse', ...files]));
	const dateOf = (file) => /^\s*date (\d{4}-\d\d-\d\d)/.exec(readFileSync(file, 'utf8'))?.[1];
	const right = found.filter(({ file, date }) => date !== null && date === dateOf(file)).length;
	report('parse', 'seeds, dates', began, { right, of: files.length }, { right: files.length });
}

export const parse = [seedDates];
