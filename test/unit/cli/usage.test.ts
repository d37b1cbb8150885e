// How the command line answers wrong usage and questions about itself.
import assert from 'node:assert/strict';
import { World } from './world';

describe('command line: usage', () => {
	let world: World;
	before(async () => {
		world = await World.with({});
	});
	after(() => world.remove());

	it('explains itself and every command', async () => {
		const { stdout } = await world.done(['--help']);
		const names = [...stdout.matchAll(/^ {2}(\w+) {2}/gm)].map((match) => match[1]!);
		assert.ok(names.includes('parse') && names.includes('diff'));
		for (const name of names)
			assert.match((await world.done([name, '--help'])).stdout, new RegExp(`^glossator ${name} – `));
	});

	it('tells its version', async () => {
		assert.equal((await world.done(['--version'])).stdout, '1.2.3\n');
	});

	const wrong: readonly [string[], RegExp][] = [
		[[], /usage: glossator COMMAND/],
		[['frobnicate'], /no command “frobnicate”. Commands: parse, /],
		[['blend', 'a', 'b', 'c'], /no command “blend”/],
		[['parse'], /Name the files to read/],
		[['parse', '--colour', 'x'], /no option “--colour” here. Options: --format, --help/],
		[['parse', 'x', '--format', 'xml'], /--format is one of json, text, not “xml”/],
		[['parse', 'x', '--format'], /--format.* needs a value/],
		[['align', 'one'], /takes two files/],
		[['annotate', 'x', '--kind', 'claim'], /Say one passage/],
		[['annotate', 'x', '--kind', 'claim', '--quote', 'a', '--start', '1', '--end', '2'], /Say one passage/],
		[['annotate', 'x', '--quote', 'a'], /Say what kind/],
		[['annotate', 'x', '--kind', 'claim', '--start', '5', '--end', '2'], /the end is after the start/],
		[['annotate', 'x', '--kind', 'claim', '--start', 'five', '--end', '9'], /a whole number from 0, not “five”/],
		[['annotate', 'x', '--kind', 'claim', '--quote', 'a', '--occurrence', '0'], /a whole number from 1, not “0”/],
		[['annotate', 'x.ann.yaml', '--kind', 'claim', '--quote', 'a'], /is a sidecar: name its seed, “x”/],
		[['reanchor', 'one'], /takes the old file and the new one/],
		[['diff'], /needs git/],
	];
	for (const [argv, message] of wrong) {
		it(`refuses “${['glossator', ...argv].join(' ')}”`, async () => {
			const { code, stdout, stderr } = await world.run(argv);
			assert.deepEqual([code, stdout], [2, '']);
			assert.match(stderr, message);
		});
	}
});
