// Scores the built command line on the shared data sets: node test/score/run.mjs [--all] [--misses N] [AREA…]
// Prints one table, percentages unless they are counts, the figures asked for beside those reached; exits with 1 where one is missed.
// Without ../shared there is nothing to measure.
// An area is a file beside this one that exports its measurements under its own name.
import { existsSync } from 'node:fs';
import process from 'node:process';
import { cli, inData, rowsMissed } from './tools.mjs';

if (!existsSync(inData())) {
	console.log('There is no ../shared/data here: nothing to measure.');
	process.exit(0);
}
if (!existsSync(cli)) {
	console.error('dist/cli/glossator.js is not there: run “npm run build” first.');
	process.exit(1);
}

const areas = ['parse', 'actors', 'align', 'counterpart', 'anchor', 'languages'];
const asked = process.argv.slice(2).filter((argument) => !/^(-|\d)/.test(argument));
const unknown = asked.filter((area) => !areas.includes(area));
if (unknown.length > 0) {
	console.error(`There is no area “${unknown.join('”, “')}”. Areas: ${areas.join(', ')}`);
	process.exit(2);
}
for (const area of areas)
	if (asked.length === 0 || asked.includes(area))
		for (const measure of (await import(`./${area}.mjs`))[area]) measure();
console.log(rowsMissed() > 0 ? `${rowsMissed()} rows miss a figure asked for` : 'every figure asked for is reached');
process.exitCode = rowsMissed() > 0 ? 1 : 0;
