// Scores the built command line on the shared data sets: node test/score/run.mjs [--all] [AREA…]
// Prints one table, percentages unless they are counts; exits with 1 where a figure is below its floor. Without ../shared there is nothing to measure.
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

const areas = ['parse', 'actors', 'align', 'counterpart', 'reanchor', 'languages'];
const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const unknown = asked.filter((area) => !areas.includes(area));
if (unknown.length > 0) {
	console.error(`There is no area “${unknown.join('”, “')}”. Areas: ${areas.join(', ')}`);
	process.exit(2);
}
for (const area of areas)
	if (asked.length === 0 || asked.includes(area))
		for (const measure of (await import(`./${area}.mjs`))[area]) measure();
console.log(rowsMissed() > 0 ? `${rowsMissed()} below the floor` : 'every floor reached');
process.exitCode = rowsMissed() > 0 ? 1 : 0;
