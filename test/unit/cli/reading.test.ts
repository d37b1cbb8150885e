// Commands that read: what they print for good input, and that bad input costs a message and nothing else.
import assert from 'node:assert/strict';
import { english, readerOf, russian, World } from './world';

describe('command line: reading', () => {
	let world: World;

	beforeEach(async () => {
		world = await World.with({
			'lake.en.txt': english,
			'lake.ru.txt': russian,
			'news/other.txt': ' date 2026-01-02 Snow fell on the hills for three days.\n',
			'empty.txt': '',
			'readme.txt': 'Nothing here begins with a date.\n',
			'impossible.txt': ' date 2026-02-31 An odd day.\n',
			'binary.txt': new Uint8Array([0, 255, 254, 1, 0, 128, 10, 0]),
		});
	});
	afterEach(() => world.remove());

	describe('parse', () => {
		it('prints header, language, paragraphs and quotations', async () => {
			const [seed] = (await world.done(['parse', 'lake.en.txt'])).records;
			assert.equal(seed.file, 'lake.en.txt');
			assert.equal(seed.date, '2026-03-12');
			assert.equal(seed.language, 'en');
			assert.deepEqual([seed.dateline, seed.agency, seed.byline], ['HARBOUR', 'Lakewire', null]);
			assert.deepEqual(seed.problems, []);
			assert.deepEqual(
				seed.paragraphs.map(({ start, end }: { start: number; end: number }) => english.slice(start, end).slice(-10)),
				['Lind said.', ' the lake.', 'd in 2025.'],
			);
			const [quotation] = seed.quotations;
			assert.equal(english.slice(quotation.start, quotation.end), '"We begin in May 2026,"');
		});

		it('does not count a byte order mark, and takes line ends as they are', async () => {
			const crlf = english.replaceAll('\n', '\r\n');
			await world.write('bom.txt', `\ufeff${crlf}`);
			const [seed] = (await world.done(['parse', 'bom.txt'])).records;
			const [first] = seed.paragraphs;
			assert.equal(crlf.slice(first.start, first.end).slice(-10), 'Lind said.');
			assert.equal(seed.paragraphs.length, 3);
		});

		it('answers for an impossible date with a problem at its place', async () => {
			const [seed] = (await world.done(['parse', 'impossible.txt'])).records;
			assert.equal(seed.date, null);
			const [{ code, line, column, start, end }] = seed.problems;
			assert.deepEqual([code, line, column, start, end], ['seed/impossible-date', 1, 7, 6, 16]);
		});

		it('says which files are no seeds and goes on', async () => {
			const { code, stderr, records } = await world.run([
				'parse',
				'empty.txt',
				'readme.txt',
				'binary.txt',
				'lake.en.txt',
			]);
			assert.equal(code, 1);
			assert.deepEqual(
				records.map(({ file, seed, date }) => [file, seed, date]),
				[
					['empty.txt', false, null],
					['readme.txt', false, null],
					['binary.txt', false, null],
					['lake.en.txt', undefined, '2026-03-12'],
				],
			);
			assert.match(stderr, /readme\.txt is no seed/);
		});

		it('names a missing file and a folder, and goes on', async () => {
			const { code, stderr, records } = await world.run(['parse', 'gone.txt', 'news', 'lake.ru.txt']);
			assert.equal(code, 1);
			assert.deepEqual(stderr.split('\n'), [
				'glossator: cannot read gone.txt: there is no such file',
				'glossator: cannot read news: it is a folder',
				'',
			]);
			assert.deepEqual(
				records.map(({ file }) => file),
				['lake.ru.txt'],
			);
		});

		it('shows text without letting it steer the terminal', async () => {
			await world.write('escape.txt', ' date 2026-03-12 Red \u001b[31m alert \u202e reversed and some more words.\n');
			const { stdout } = await world.done(['parse', '--format', 'text', 'escape.txt']);
			assert.match(stdout, /Red \\u001b\[31m alert \\u202e reversed/);
		});

		it('shows text on one line, however much space is in it', async () => {
			const name = `${' '.repeat(100_000)}x`;
			const { stderr } = await world.run(['parse', `a \n\t b${name}`]);
			assert.ok(stderr.startsWith(`glossator: cannot read a b${name}: `));
		});
	});

	describe('records on standard input', () => {
		it('are answered one by one, in order', async () => {
			const input = [
				{ file: 'a', text: english },
				{ file: 'b', text: russian },
			];
			const { records } = await world.done(['parse', '-'], { input });
			assert.deepEqual(
				records.map(({ file, language }) => [file, language]),
				[
					['a', 'en'],
					['b', 'ru'],
				],
			);
		});

		it('cost a message with their line where they are bad, and the others go on', async () => {
			const good = JSON.stringify({ file: 'a', text: english });
			const input = `\ufeff${good}\n{"file":\n\n[1]\n{"file":"x"}\n${good}`;
			const { code, stderr, records } = await world.run(['parse', '-'], { input });
			assert.equal(code, 1);
			assert.equal(records.length, 2);
			assert.deepEqual(stderr.match(/line \d+: .*/g), [
				'line 2: not a JSON object',
				'line 4: not a JSON object',
				'line 5: the record has no “text”',
			]);
		});

		it('are read no further when nobody reads the answers', async () => {
			let read = 0;
			const line = new TextEncoder().encode(`${JSON.stringify({ file: 'a', text: english })}\n`);
			async function* endless() {
				for (;;) {
					read++;
					yield line;
				}
			}
			const outcome = await world.run(['parse', '-'], { stdout: readerOf(3), stdin: endless() } as object);
			assert.deepEqual([outcome.code, outcome.stderr, read], [0, '', 4]);
		});
	});

	describe('actors', () => {
		it('prints each mention with its place, in any text', async () => {
			const { records } = await world.done(['actors', 'lake.en.txt']);
			assert.ok(
				records.some(({ text, actor, how }) => text === 'Marta Lind' && actor === 'marta-lind' && how === 'full'),
			);
			for (const { start, end, text } of records) assert.equal(english.slice(start, end), text);
			const plain = await world.done(['actors', '-'], { input: [{ file: 'x', text: 'Lake Fund.' }] });
			assert.deepEqual(plain.records, [
				{ file: 'x', start: 0, end: 9, text: 'Lake Fund', actor: 'lake-fund', how: 'full' },
			]);
		});

		it('heeds what a person said of mentions in the sidecar', async () => {
			const sidecar = [
				'format: glossator/annotations@1',
				'mentions:',
				"  - { quote: 'Lind', before: '\"We begin in May 2026,\" ', after: ' told reporters', not: marta-lind }",
				"  - { quote: 'port', before: 'The ', after: ' will serve', actor: lake-fund }",
			].join('\n');
			const input = [{ file: 'x', text: english, sidecar }];
			await world.write('lake.en.txt.ann.yaml', sidecar);
			for (const { records } of [
				await world.done(['actors', 'lake.en.txt']),
				await world.done(['actors', '-'], { input }),
			]) {
				assert.deepEqual(
					records.map(({ text, actor, declared }) => [text, actor, declared]),
					[
						['Lake Fund', 'lake-fund', undefined],
						['Marta Lind', 'marta-lind', undefined],
						['port', 'lake-fund', true],
					],
				);
			}
		});

		it('takes catalogues of its own, with or without the built-in one', async () => {
			await world.write(
				'own.actors.yaml',
				'format: glossator/actors@1\ntown:\n  type: place\n  names: { en: [Harbour] }\n',
			);
			const input = [{ file: 'x', text: 'Marta Lind is in Harbour.' }];
			const ids = async (...more: string[]) =>
				(await world.done(['actors', '-', '--catalogue', 'own.actors.yaml', ...more], { input })).records.map(
					(r) => r.actor,
				);
			assert.deepEqual(await ids(), ['marta-lind', 'town']);
			assert.deepEqual(await ids('--no-builtin'), ['town']);
		});

		it('tells what is wrong in a catalogue, at its place, and works with the rest', async () => {
			await world.write('bad.actors.yaml', 'format: glossator/actors@1\ntown: no map\n');
			const input = [{ file: 'x', text: 'Marta Lind' }];
			const { code, stderr, records } = await world.run(['actors', '-', '--catalogue', 'bad.actors.yaml'], { input });
			assert.equal(code, 1);
			assert.match(stderr, /^bad\.actors\.yaml:2:7: error catalogue\/entry-not-a-map: /);
			assert.equal(records.length, 1);
		});
	});

	describe('counterpart', () => {
		it('finds the other language beside the file, or in a folder', async () => {
			for (const more of [[], ['--in', '.']]) {
				const [{ file, counterparts }] = (await world.done(['counterpart', 'lake.ru.txt', ...more])).records;
				assert.equal(file, 'lake.ru.txt');
				assert.equal(counterparts[0].file, 'lake.en.txt');
				assert.deepEqual([counterparts[0].language, counterparts[0].declared], ['en', false]);
			}
		});

		it('reads a declared counterpart as any other', async () => {
			await world.write('lake.ru.txt.ann.yaml', 'format: glossator/annotations@1\nparallel:\n  lake.en.txt:\n');
			const [{ counterparts }] = (await world.done(['counterpart', 'lake.ru.txt'])).records;
			assert.deepEqual(counterparts[0], { file: 'lake.en.txt', language: 'en', score: 1, declared: true });
		});

		it('believes what a person declared, from either side', async () => {
			await world.write('news/other.txt.ann.yaml', 'format: glossator/annotations@1\nparallel:\n  ../lake.ru.txt:\n');
			const { records } = await world.done(['counterpart', 'lake.ru.txt', '--in', '.']);
			const [first, second] = records[0].counterparts;
			assert.deepEqual([first.file, first.declared], ['news/other.txt', true]);
			assert.equal(second.file, 'lake.en.txt');
		});

		it('wants records that can be told apart', async () => {
			const input = [{ file: 'a', text: english }, { text: russian }, { file: 'a', text: russian }];
			const { code, stderr, records } = await world.run(['counterpart', '-'], { input });
			assert.equal(code, 1);
			assert.deepEqual(stderr.match(/line \d(?=: the record needs a “file”)/g), ['line 2', 'line 3']);
			assert.deepEqual(records, [{ file: 'a', counterparts: [] }]);
		});

		it('looks among the records it is given', async () => {
			const input = [
				{ file: 'a', text: english },
				{ file: 'b', text: russian },
			];
			const { records } = await world.done(['counterpart', '-'], { input });
			assert.deepEqual(
				records.map(({ file, counterparts }) => [file, counterparts[0]?.file]),
				[
					['a', 'b'],
					['b', 'a'],
				],
			);
		});
	});

	describe('align', () => {
		it('links paragraphs that changed places, both ways', async () => {
			const [{ source, target, jump, jumpBack }] = (await world.done(['align', 'lake.ru.txt', 'lake.en.txt'])).records;
			assert.deepEqual([source, target], ['lake.ru.txt', 'lake.en.txt']);
			assert.deepEqual(
				[jump, jumpBack],
				[
					[1, 0, 2],
					[1, 0, 2],
				],
			);
		});

		it('keeps to what people declared in a sidecar', async () => {
			await world.write(
				'lake.ru.txt.ann.yaml',
				"format: glossator/annotations@1\nparallel:\n  lake.en.txt:\n    - { here: 'Фонд озера заплатит', there: 'Work on the railway' }\n",
			);
			const [{ jump, links }] = (await world.done(['align', 'lake.ru.txt', 'lake.en.txt'])).records;
			assert.equal(jump[1], 2);
			assert.ok(links.some((link: object) => JSON.stringify(link) === '{"source":[1],"target":[2],"score":1}'));
		});

		it('tells what is left out and what differs', async () => {
			const side = (language: string, ...paragraphs: string[]) => ({ language, paragraphs });
			const input = [
				{
					id: 1,
					source: side('ru', 'Бюджет моста в Ходженте составит 20 млрд сомони.'),
					target: side('en', 'The budget of the Khujand bridge will be 20 million somoni.', 'It is hot in Dushanbe.'),
				},
			];
			const [{ coverage, differences, whereaboutsBack }] = (await world.run(['align', '-', '--compare'], { input }))
				.records;
			assert.deepEqual(coverage.target.alone, [1]);
			assert.deepEqual(
				[differences[0].source.text, differences[0].target.text],
				['20 млрд сомони', '20 million somoni'],
			);
			assert.deepEqual(whereaboutsBack[1].between, { after: 0 });
			const { stdout } = await world.done(['align', 'lake.ru.txt', 'lake.en.txt', '--compare', '--format', 'text']);
			assert.match(stdout, /lake.ru.txt: 3 of 3 paragraphs linked, 100 %/);
		});

		it('answers records by id, and complains of those that are of another form', async () => {
			const side = (language: string, ...paragraphs: string[]) => ({ language, paragraphs });
			const input = [
				{
					id: 7,
					source: side('en', 'Snow in 1998.', 'Rain in 2004.'),
					target: side('ru', 'Дождь в 2004.', 'Снег в 1998.'),
				},
				{ id: 8, source: side('en', 'x') },
				{ id: 9, source: side('xx'), target: side('en') },
			];
			const { code, stderr, records } = await world.run(['align', '-'], { input });
			assert.equal(code, 1);
			assert.match(stderr, /line 2: “target” is not of the form/);
			assert.deepEqual(
				records.map(({ id, jump }) => [id, jump]),
				[
					[7, [1, 0]],
					[9, []],
				],
			);
		});
	});
});
