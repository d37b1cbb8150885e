// merge and agreement: files in, files out.
import assert from 'node:assert/strict';
import { readSidecar } from '../../../src/core/annotations/sidecar';
import { english, World } from './world';

const format = 'format: glossator/annotations@1\n';
const entry = (id: string, quote: string, more = '') => `${id}:\n  kind: claim\n  quote: '${quote}'\n${more}`;
const base = format + entry('a7k2m9xq', 'Marta Lind', '  note: old\n') + entry('b7k2m9xq', 'railway');

describe('command line: merge', () => {
	let world: World;
	beforeEach(async () => {
		world = await World.with({ base });
	});
	afterEach(() => world.remove());

	const merge = async (ours: string | Uint8Array, theirs: string | Uint8Array, ...more: string[]) => {
		await world.write('ours', ours);
		await world.write('theirs', theirs);
		return world.run(['merge', 'base', 'ours', 'theirs', ...more]);
	};

	it('prints the merged file, or writes it over one of the three', async () => {
		const [ours, theirs] = [base.replace('old', 'new'), base.replace('railway', 'port')];
		const both = ours.replace('railway', 'port');
		assert.deepEqual(await merge(ours, theirs).then(({ code, stdout, stderr }) => [code, stdout, stderr]), [
			0,
			both,
			'',
		]);
		const written = await merge(`\ufeff${ours}`, theirs, '-o', 'ours');
		assert.deepEqual([written.code, written.stdout, await world.read('ours')], [0, '', `\ufeff${both}`]);
	});

	it('puts new annotations in the order of the seed that the merged file belongs to', async () => {
		await world.write('lake.txt', english);
		const [ours, theirs] = [
			base.replace(/(?=b7k)/, entry('d7k2m9xq', 'around')),
			base.replace(/(?=b7k)/, entry('c7k2m9xq', '12 towns')),
		];
		const order = (text: string) =>
			readSidecar(text)
				.entries.map(({ annotation }) => annotation.id[0])
				.join('');
		assert.equal(order((await merge(ours, theirs, '--path', 'lake.txt.ann.yaml')).stdout), 'acdb');
		assert.equal(order((await merge(ours, theirs)).stdout), 'adcb');
	});

	it('tells what a person must decide, and ends with 1', async () => {
		const labels = ['--ours', 'HEAD', '--theirs', '%Y', '--path', 'lake.txt.ann.yaml'];
		const { code, stdout, stderr } = await merge(base.replace('old', 'mine'), base.replace('old', 'yours'), ...labels);
		assert.equal(code, 1);
		assert.match(
			stderr,
			/^glossator: lake\.txt\.ann\.yaml: a7k2m9xq: “note” differs \(HEAD, theirs\); decide it under “conflict”\n$/,
		);
		assert.match(stdout, /conflict:\n {4}note:\n {6}HEAD: mine\n {6}theirs: yours\n/);
	});

	it('writes nothing where a side is not understood', async () => {
		for (const [bad, why] of [
			[`${base}  : [`, /their side cannot be merged\. This is not valid YAML/],
			[new Uint8Array([137, 80, 78, 71, 0, 255]), /their side is not a UTF-8 text/],
			[base.replace('@1', '@7'), /newer format/],
		] as const) {
			const { code, stdout, stderr } = await merge(base.replace('old', 'mine'), bad, '-o', 'ours');
			assert.deepEqual([code, stdout, await world.read('ours')], [1, '', base.replace('old', 'mine')]);
			assert.match(stderr, why);
		}
		const missing = await world.run(['merge', 'base', 'ours', 'nowhere']);
		assert.deepEqual([missing.code, missing.stdout], [1, '']);
	});

	it('does without a base that is broken, and says so', async () => {
		await world.write('base', '<<<<<<< x\n');
		const { code, stderr, stdout } = await merge(base, base.replace('railway', 'port'));
		assert.equal(code, 1);
		assert.match(stderr, /the common base was not understood/);
		assert.equal(readSidecar(stdout).undecided.length, 1);
	});

	it('merges catalogues and kinds by their format', async () => {
		const kinds = 'format: glossator/kinds@1\nkinds:\n  claim:\n    description: Said as true\n';
		await world.write('base', kinds);
		const { stdout } = await merge(`${kinds}  term:\n    key: t\n`, kinds.replace('true', 'a fact'));
		assert.equal(stdout, `${kinds.replace('true', 'a fact')}  term:\n    key: t\n`);
	});
});

describe('command line: agreement', () => {
	let world: World;
	const by = (author: string) => `  author: ${author}\n`;
	before(async () => {
		world = await World.with({
			'lake.txt': english,
			'lake.txt.ann.ann.yaml': format + entry('a7k2m9xq', 'Marta Lind') + entry('b7k2m9xq', 'railway', '  tags: [x]\n'),
			'lake.txt.ann.bob.yaml':
				format +
				entry('c7k2m9xq', 'director Marta Lind') +
				entry('d7k2m9xq', '12 towns').replace('claim', 'term') +
				entry('e7k2m9xq', 'no such words'),
			'sea.txt': english,
			'sea.txt.ann.yaml':
				format +
				entry('a7k2m9xq', 'railway', by('ann')) +
				entry('b7k2m9xq', 'railway', by('bob')).replace('claim', 'term'),
		});
	});
	after(() => world.remove());

	it('compares the files of annotators, and lists where they differ', async () => {
		const { records } = await world.done(['agreement', 'lake.txt']);
		const [{ annotators, pairs, kinds, disagreements, alphaU }] = records;
		assert.deepEqual(annotators, [
			{ name: 'ann', marks: 2, left: 0 },
			{ name: 'bob', marks: 2, left: 1 },
		]);
		assert.deepEqual(pairs, [{ pair: ['ann', 'bob'], matched: 1, f1: 0.5, kappa: 1 }]);
		assert.deepEqual(
			kinds.map(({ name, counts, agreed, of }: { name: string; counts: number[]; agreed: number; of: number }) => [
				name,
				...counts,
				agreed,
				of,
			]),
			[
				['claim', 2, 1, 1, 2],
				['term', 0, 1, 0, 1],
			],
		);
		assert.ok(alphaU > -1 && alphaU < 1);
		assert.deepEqual(
			disagreements.map(({ line, text, differences }: { line: number; text: string; differences: string[] }) => [
				line,
				text,
				...differences,
			]),
			[
				[1, 'director Marta Lind', 'extent'],
				[3, '12 towns', 'missing'],
				[5, 'railway', 'missing'],
			],
		);
	});

	it('compares authors in one file, and all seeds together', async () => {
		const { records } = await world.done(['agreement', 'lake.txt', 'sea.txt.ann.yaml']);
		assert.deepEqual(
			records.map(({ file }) => file),
			['lake.txt', 'sea.txt', null],
		);
		assert.deepEqual(
			records[1].disagreements.map(({ differences }: { differences: string[] }) => differences),
			[['kind']],
		);
		assert.deepEqual(records[2].pairs, [{ pair: ['ann', 'bob'], matched: 2, f1: 0.6667, kappa: 0 }]);
		const text = await world.done(['agreement', 'sea.txt', '--format', 'text']);
		assert.match(text.stdout, /^sea\.txt: ann 1, bob 1\n.*\n {2}ann – bob: κ 0\.000 {2}F1 1\.000 {2}1 in common\n/);
		assert.match(
			text.stdout,
			/sea\.txt:5:\d+ {2}kind {2}“railway”\n {6}ann: claim \(a7k2m9xq\); bob: term \(b7k2m9xq\)\n/,
		);
		const markdown = await world.done(['agreement', 'sea.txt', '--format', 'markdown']);
		assert.match(markdown.stdout, /\| ann – bob \| 0\.000 \| 1\.000 \| 1 \|/);
	});

	it('says what is missing where there is one annotator', async () => {
		await world.write('one.txt', english);
		await world.write('one.txt.ann.yaml', format + entry('a7k2m9xq', 'railway', by('ann')));
		const { code, stderr } = await world.run(['agreement', 'one.txt']);
		assert.equal(code, 1);
		assert.match(stderr, /there are not two annotators to compare\. Use files named one\.txt\.ann\.WHO\.yaml/);
	});

	it('leaves the files of annotators to themselves: check, annotations', async () => {
		const { records } = await world.run(['check', '.', '--no-builtin']);
		assert.deepEqual(
			records.map(({ file, code }) => `${file} ${code}`),
			['lake.txt.ann.bob.yaml anchor/orphan'],
		);
		const listed = await world.done(['annotations', 'lake.txt.ann.ann.yaml', 'lake.txt.ann.bob.yaml']);
		assert.deepEqual(
			listed.records.map(({ id }) => id[0]),
			['a', 'b', 'c', 'd', 'e'],
		);
	});
});

describe('command line: without git', () => {
	it('says so plainly, and what else would do', async () => {
		const world = await World.with({ 'lake.txt': english, 'lake.txt.ann.yaml': base });
		for (const argv of [
			['diff'],
			['log', 'a7k2m9xq'],
			['git-setup'],
			['check', '--changed', 'HEAD'],
			['agreement', 'lake.txt', '--rev', 'a'],
		]) {
			const { code, stdout, stderr } = await world.run(argv);
			assert.deepEqual([code, stdout], [2, '']);
			assert.match(stderr, /needs git, and there is no program “git” here\. Install it, or add it to PATH\./);
		}
		await world.remove();
	});
});
