// Writing annotations, finding them again, and leaving alone what is not understood.
import assert from 'node:assert/strict';
import { chmod, stat, utimes } from 'node:fs/promises';
import { FileError } from '../../../src/cli/io';
import { nodeFiles } from '../../../src/cli/node';
import { english, World } from './world';

const sidecar = 'lake.txt.ann.yaml';

describe('command line: annotating', () => {
	let world: World;
	beforeEach(async () => {
		world = await World.with({ 'lake.txt': english });
	});
	afterEach(() => world.remove());

	const annotate = (...more: string[]) => world.done(['annotate', 'lake.txt', '--kind', 'claim', ...more]);

	it('makes a sidecar and prints the id', async () => {
		const { stdout } = await annotate(
			'--quote',
			'40 million euros',
			'--tag',
			'money',
			'--tag',
			'port',
			'--note',
			'Check.',
		);
		const id = stdout.trim();
		assert.match(id, /^[a-z][0-9a-z]{7}$/);
		const [record] = (await world.done(['annotations', 'lake.txt'])).records;
		const { state, start, end, ...said } = record;
		assert.equal(english.slice(start, end), '40 million euros');
		assert.equal(state, 'placed');
		assert.deepEqual(
			[said.id, said.kind, said.tags, said.note, said.author, said.date],
			[id, 'claim', ['money', 'port'], 'Check.', 'account', '2026-03-15'],
		);
		assert.match(said.seen, /^[0-9a-f]{8}$/);
	});

	it('adds one block in the order of the text and changes nothing else', async () => {
		await annotate('--quote', 'Marta Lind');
		await annotate('--quote', 'railway', '--author', 'petrov');
		const before = (await world.read(sidecar)).replace('kind: claim', 'kind:   claim # mine');
		await world.write(sidecar, before);
		await annotate('--quote', '12 towns');
		const after = await world.read(sidecar);
		const added = after.split('\n').filter((line) => !before.split('\n').includes(line));
		assert.ok(added.some((line) => line.includes("quote: '12 towns'")));
		const quotes = (await world.done(['annotations', 'lake.txt'])).records.map(({ quote }) => quote);
		assert.deepEqual(quotes, ['Marta Lind', '12 towns', 'railway']);
		assert.ok(after.includes('kind:   claim # mine'));
	});

	it('takes offsets, one of several occurrences, and the seed as a whole', async () => {
		await annotate('--start', '17', '--end', '24');
		const second = await world.run(['annotate', 'lake.txt', '--kind', 'term', '--quote', 'port', '--occurrence', '3']);
		assert.equal(second.code, 0);
		await annotate('--about', 'seed');
		const { records } = await world.done(['annotations', 'lake.txt']);
		assert.deepEqual(
			records.map(({ start }) => start),
			[17, english.indexOf('port will'), null],
		);
	});

	it('says when a quote stands in several places, is not there, or not that often', async () => {
		const first = await world.run(['annotate', 'lake.txt', '--kind', 'term', '--quote', 'port']);
		assert.equal(first.code, 0);
		assert.match(first.stderr, /stands there \d times: taken is the first/);
		for (const [more, message] of [
			[['--quote', 'Port'], /does not stand in the text/],
			[['--quote', '40\u00a0 million  euros'], /with other spaces.*--start \d+ --end \d+$/m],
			[['--quote', 'railway', '--occurrence', '2'], /only 1 times/],
			[['--start', '10', '--end', '9999'], /the text ends at/],
		] as const) {
			const { code, stderr } = await world.run(['annotate', 'lake.txt', '--kind', 'term', ...more]);
			assert.equal(code, 1);
			assert.match(stderr, message);
		}
	});

	it('keeps line ends, byte order mark and mode of the sidecar', async () => {
		await annotate('--quote', 'Marta Lind');
		await world.write(sidecar, `\ufeff${(await world.read(sidecar)).replaceAll('\n', '\r\n')}`);
		await chmod(world.path(sidecar), 0o640);
		await annotate('--quote', 'railway');
		const after = await world.read(sidecar);
		assert.ok(after.startsWith('\ufeffformat:'));
		assert.ok(!/[^\r]\n/.test(after));
		assert.equal((await stat(world.path(sidecar))).mode & 0o777, 0o640);
		assert.deepEqual(await world.names(), ['lake.txt', sidecar]);
	});

	it('loses nothing when several write at once', async () => {
		await Promise.all(
			['Marta Lind', '12 towns', 'railway', 'euros', '2025'].map((quote) => annotate('--quote', quote)),
		);
		assert.equal((await world.done(['annotations', 'lake.txt'])).records.length, 5);
	});

	it('takes over a lock that was left behind', async () => {
		await world.write(`${sidecar}.lock`, 'half a file');
		const longAgo = new Date(Date.now() - 60_000);
		await utimes(world.path(`${sidecar}.lock`), longAgo, longAgo);
		await annotate('--quote', 'railway');
		assert.deepEqual(await world.names(), ['lake.txt', sidecar]);
	});

	const bomb = `format: glossator/annotations@1\na: &a [x, x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]\n`;
	const entry = `a7k2m9xq:\n  kind: claim\n  quote: 'railway'\n`;
	const unfit: Readonly<Record<string, string | Uint8Array>> = {
		'a list': '- one\n- two\n',
		'not YAML': 'format: [unclosed\nkind: x: y: z\n\t- a',
		'an alias bomb': bomb,
		'of a newer format': `format: glossator/annotations@99\n${entry}`,
		'in conflict': `format: glossator/annotations@1\n<<<<<<< ours\n${entry}=======\n>>>>>>> theirs\n`,
		'with an id twice': `format: glossator/annotations@1\n${entry}${entry}`,
		'not text': new Uint8Array([0x66, 0x3a, 0x20, 0xff, 0xfe, 0x0a]),
	};
	for (const [what, content] of Object.entries(unfit)) {
		it(`leaves a sidecar alone that is ${what}, and says why`, async () => {
			await world.write(sidecar, content);
			const { code, stdout, stderr } = await world.run([
				'annotate',
				'lake.txt',
				'--kind',
				'claim',
				'--quote',
				'railway',
			]);
			assert.deepEqual([code, stdout], [1, '']);
			assert.match(stderr, /left as it is/);
			if (typeof content === 'string') assert.match(stderr, /lake\.txt\.ann\.yaml:\d+:\d+: error /);
			assert.deepEqual(Buffer.from(await nodeFiles.read(world.path(sidecar))), Buffer.from(content as string));
			assert.deepEqual(await world.names(), ['lake.txt', sidecar]);
		});
	}

	it('annotates no binary file', async () => {
		await world.write('binary.txt', new Uint8Array([0x61, 0xff, 0x00, 0x62]));
		const { code, stderr } = await world.run(['annotate', 'binary.txt', '--kind', 'claim', '--quote', 'a']);
		assert.deepEqual([code, stderr], [1, 'glossator: binary.txt is not UTF-8 text\n']);
		assert.deepEqual(await world.names(), ['binary.txt', 'lake.txt']);
	});

	it('says that a sidecar cannot be written', async () => {
		await annotate('--quote', 'railway');
		await chmod(world.path(sidecar), 0o444);
		const { code, stderr } = await world.run(['annotate', 'lake.txt', '--kind', 'claim', '--quote', 'euros']);
		assert.deepEqual([code, stderr], [1, `glossator: cannot write ${sidecar}: it is read-only\n`]);
		const files = {
			...nodeFiles,
			update: async () => {
				throw new FileError('the disk is full');
			},
		};
		const full = await world.run(['annotate', 'lake.txt', '--kind', 'claim', '--quote', 'euros'], { files });
		assert.equal(full.stderr, `glossator: cannot write ${sidecar}: the disk is full\n`);
	});

	it('writes no tag that says nothing', async () => {
		await annotate('--quote', 'railway', '--tag', '', '--tag', ' work ');
		assert.match(await world.read(sidecar), /^ {2}tags: \[work\]$/m);
	});

	it('writes a note in lines, whatever ends them', async () => {
		await annotate('--quote', 'railway', '--note', 'First line.\r\nSecond line.\r\n');
		assert.match(await world.read(sidecar), /^ {2}note: \|-\n {4}First line\.\n {4}Second line\.\n {2}author/m);
	});

	it('gives a sidecar back as it was where nothing is to be added', async () => {
		const conflict = unfit['in conflict'];
		const input = ['', conflict].map((text) => ({ file: 'x', text: english, annotations: [], sidecar: text }));
		const { records } = await world.done(['annotate', '-'], { input });
		assert.deepEqual(
			records.map((record) => record.sidecar),
			['', conflict],
		);
	});

	it('extends sidecars in records', async () => {
		const annotations = [
			{
				start: english.indexOf('railway'),
				end: english.indexOf('railway') + 7,
				kind: 'term',
				note: 'One.',
				id: 'a7k2m9xq',
			},
			{ quote: 'Marta Lind', kind: 'claim', tags: ['who'], 'same-as': 'lake.ru.txt#d9q4h2mz' },
			{ start: 3, end: 100_000, kind: 'claim' },
			{ quote: 'euros' },
		];
		const { code, stderr, records } = await world.run(['annotate', '-'], {
			input: [{ file: 'x', text: english, annotations }],
		});
		assert.equal(code, 1);
		assert.deepEqual(
			stderr.match(/annotation \d: .*/g),
			['annotation 2: the text ends at 290', 'annotation 3: it has no “kind”'].map((line) =>
				line.replace('290', String(english.length)),
			),
		);
		assert.equal(records[0].file, 'x');
		const again = await world.done(['annotations', '-'], {
			input: [{ file: 'x', text: english, sidecar: records[0].sidecar }],
		});
		assert.deepEqual(
			again.records.map(({ quote, kind, state }) => [quote, kind, state]),
			[
				['Marta Lind', 'claim', 'placed'],
				['railway', 'term', 'placed'],
			],
		);
		assert.equal(again.records[1].id, 'a7k2m9xq');
		assert.equal(again.records[0]['same-as'], 'lake.ru.txt#d9q4h2mz');
		const more = await world.done(['annotate', '-'], {
			input: [
				{ file: 'x', text: english, sidecar: records[0].sidecar, annotations: [{ quote: '12 towns', kind: 'claim' }] },
			],
		});
		assert.equal(more.records[0].sidecar.match(/kind:/g).length, 3);
	});

	it('shows a passage that is gone as an orphan, and never elsewhere', async () => {
		await annotate('--quote', 'Work on the railway to the port ended in 2025');
		await world.write('lake.txt', english.slice(0, english.indexOf('Work')));
		const [record] = (await world.done(['annotations', 'lake.txt'])).records;
		assert.deepEqual([record.state, record.start, record.end], ['orphan', null, null]);
	});

	it('tells what a new version of the text would do, and writes nothing', async () => {
		await annotate('--quote', 'Marta Lind');
		await annotate('--quote', 'Work on the railway to the port ended in 2025');
		await world.write('new.txt', ` date 2026-03-13 Corrected.\n\n${english.slice(17, english.indexOf('Work'))}`);
		const { records } = await world.done(['reanchor', 'lake.txt', 'new.txt']);
		assert.deepEqual(
			records.map(({ quote, state }) => [quote, state]),
			[
				['Marta Lind', 'placed'],
				['Work on the railway to the port ended in 2025', 'orphan'],
			],
		);
		const told = await world.done(['reanchor', 'lake.txt', 'new.txt', '--format', 'text']);
		assert.match(told.stdout, /^\S{8} {2}placed {3}new\.txt:\d+:\d+ {2}\S+ {2}“Marta Lind”$/m);
		assert.match(told.stdout, /^\S{8} {2}orphan {3}\S+ {2}“Work on the railway to the port ended in 2025”$/m);
		assert.match(told.stdout, /^1 placed, 0 to confirm, 1 without a place$/m);
		assert.deepEqual(await world.names(), ['lake.txt', sidecar, 'new.txt']);
		await world.write('mended.txt', english.replace('Marta Lind', 'Martha Lind'));
		const { stdout } = await world.done(['reanchor', 'lake.txt', 'mended.txt', '--format', 'text']);
		assert.match(stdout, /“\[-Marta-\]\[\+Martha\+\] Lind”/);
		const start = english.indexOf('railway');
		const input = [
			{ id: 'k', original: english, start, end: start + 7, edited: `Above.\n\n${english}` },
			{ id: 'l', original: english, start: 9, end: 9, edited: english },
		];
		const cases = await world.run(['reanchor', '-'], { input });
		assert.equal(cases.code, 1);
		assert.deepEqual(cases.records, [{ id: 'k', state: 'placed', start: start + 8, end: start + 15, score: 1 }]);
	});
});
