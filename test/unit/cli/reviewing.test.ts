// check and diff: what is wrong, and what changed.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { escapeMarkdown } from '../../../src/cli/change-texts';
import { FileError } from '../../../src/cli/io';
import { nodeFiles, runGit } from '../../../src/cli/node';
import { english, russian, World } from './world';

const entry = (id: string, quote: string, more = '') => `${id}:\n  kind: claim\n  quote: '${quote}'\n${more}`;
const format = 'format: glossator/annotations@1\n';

describe('command line: check', () => {
	let world: World;
	beforeEach(async () => {
		world = await World.with({ 'seeds/lake.en.txt': english, 'seeds/lake.ru.txt': russian });
	});
	afterEach(() => world.remove());

	const told = async (...paths: string[]) => {
		const { code, records } = await world.run(['check', ...paths]);
		return { code, problems: records.map(({ file, line, column, code: what }) => `${file}:${line}:${column} ${what}`) };
	};

	it('has nothing to say where all is well', async () => {
		await world.write('seeds/lake.en.txt.ann.yaml', format + entry('a7k2m9xq', 'railway', '  actor: marta-lind\n'));
		assert.deepEqual(await told(), { code: 0, problems: [] });
	});

	it('finds what is wrong in seeds, sidecars and catalogues, folders within folders', async () => {
		await world.write('seeds/deep/odd.txt', ' date 2026-13-01 Text.\n');
		await world.write('seeds/node_modules/odd.txt', ' date 2026-13-01 Text.\n');
		await world.write(
			'seeds/actors.yaml',
			'format: glossator/actors@1\ntown:\n  type: village\n  names: { en: [Harbour] }\n',
		);
		const sidecar = format + entry('a7k2m9xq', 'no such words') + entry('b7k2m9xq', 'railway', '  actor: nobody\n');
		await world.write('seeds/lake.en.txt.ann.yaml', sidecar);
		await world.write('seeds/gone.txt.ann.yaml', format + entry('c7k2m9xq', 'x'));
		const { code, problems } = await told();
		assert.equal(code, 1);
		assert.ok(problems.includes('seeds/actors.yaml:3:9 catalogue/unknown-type'));
		assert.deepEqual(
			problems.filter((problem) => !problem.includes('catalogue/')),
			[
				'seeds/deep/odd.txt:1:7 seed/impossible-date',
				'seeds/gone.txt.ann.yaml:1:1 sidecar/no-seed',
				'seeds/lake.en.txt.ann.yaml:4:10 anchor/orphan',
				'seeds/lake.en.txt.ann.yaml:8:10 sidecar/unknown-actor',
			],
		);
	});

	it('finds what is wrong with what a person said of mentions', async () => {
		const mentions =
			"mentions:\n  - { quote: 'Lind', before: ' ', after: ' told', not: nobody }\n  - { quote: gone, actor: marta-lind }\n";
		await world.write('seeds/lake.en.txt.ann.yaml', format + mentions);
		assert.deepEqual(await told('seeds/lake.en.txt'), {
			code: 1,
			problems: [
				'seeds/lake.en.txt.ann.yaml:3:56 sidecar/unknown-actor',
				'seeds/lake.en.txt.ann.yaml:4:5 anchor/mention-lost',
			],
		});
	});

	it('knows the actors of catalogues in folders above', async () => {
		await world.write('actors.yaml', 'format: glossator/actors@1\ntown:\n  type: place\n  names: { en: [Harbour] }\n');
		await world.write('seeds/lake.en.txt.ann.yaml', format + entry('a7k2m9xq', 'railway', '  actor: town\n'));
		assert.deepEqual(await told('seeds/lake.en.txt'), { code: 0, problems: [] });
	});

	it('hints at kinds and tags that the project does not declare', async () => {
		await world.write('kinds.yaml', 'format: glossator/kinds@1\nkinds:\n  term: { colour: mauve }\ntags:\n  water:\n');
		await world.write('seeds/lake.en.txt.ann.yaml', format + entry('a7k2m9xq', 'railway', '  tags: [water, land]\n'));
		assert.deepEqual(await told('seeds'), {
			code: 0,
			problems: [
				'seeds/lake.en.txt.ann.yaml:3:9 sidecar/unknown-kind',
				'seeds/lake.en.txt.ann.yaml:5:9 sidecar/unknown-tag',
			],
		});
		assert.deepEqual(await told('kinds.yaml'), { code: 1, problems: ['kinds.yaml:3:19 kinds/bad-colour'] });
	});

	it('tells of declared counterparts that are not there and pins that are lost', async () => {
		const parallel = `parallel:\n  lake.en.txt:\n    - { here: 'Нет таких слов', there: 'Work on' }\n  ../../elsewhere.txt:\n`;
		await world.write('seeds/lake.ru.txt.ann.yaml', format + parallel);
		assert.deepEqual((await told()).problems, [
			'seeds/lake.ru.txt.ann.yaml:4:7 anchor/pin-lost',
			'seeds/lake.ru.txt.ann.yaml:5:3 sidecar/unknown-target',
		]);
	});

	it('tells of twins that are not there', async () => {
		const twin = (target: string) => `  same-as: ${target}\n`;
		await world.write('seeds/lake.ru.txt.ann.yaml', format + entry('e7k2m9xq', 'Марта Линд'));
		const more = [
			entry('a7k2m9xq', 'railway', twin('lake.ru.txt#e7k2m9xq')),
			entry('b7k2m9xq', '12 towns', twin('lake.ru.txt#f7k2m9xq')),
		];
		await world.write('seeds/lake.en.txt.ann.yaml', format + more.join(''));
		assert.deepEqual((await told()).problems, ['seeds/lake.en.txt.ann.yaml:9:12 sidecar/unknown-target']);
	});

	it('survives anything', async () => {
		await world.write('seeds/binary.txt', new Uint8Array([0, 255, 1, 254]));
		await world.write('seeds/nul.txt', ' date 2026-01-01 A\0B\u2028C\n');
		await world.write('seeds/empty.txt.ann.yaml', '');
		await world.write('seeds/empty.txt', '');
		await world.write('seeds/lake.en.txt.ann.yaml', 'a: &a [x]\nb: [*a, *a]\n');
		const { code, problems } = await told();
		assert.equal(code, 1);
		assert.ok(problems.some((problem) => problem.startsWith('seeds/nul.txt:1:19 seed/control-characters')));
		assert.ok(problems.some((problem) => problem.endsWith('yaml/aliases')));
		const text = await world.run(['check', 'nowhere', '--format', 'text']);
		assert.deepEqual([text.code, text.stderr], [1, 'glossator: cannot read nowhere: there is no such file\n']);
	});

	it('says which file that was named cannot be read', async () => {
		const deny = () => Promise.reject(new FileError('permission denied'));
		const files = { ...nodeFiles, read: deny, readStart: deny };
		const { code, stderr } = await world.run(['check', 'seeds/lake.en.txt', '--no-builtin'], { files });
		assert.equal(code, 1);
		assert.match(stderr, /^glossator: cannot read seeds\/lake\.en\.txt: permission denied$/m);
	});
});

describe('command line: diff', function () {
	this.timeout(20_000);
	let world: World;
	const git = (...parameters: string[]) =>
		execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...parameters], { cwd: world.folder });
	const diff = (...more: string[]) => world.run(['diff', ...more], { git: runGit });

	before(async () => {
		world = await World.with({
			'seeds/lake.txt': english,
			'seeds/lake.txt.ann.yaml': format + entry('a7k2m9xq', 'Marta Lind') + entry('b7k2m9xq', 'railway'),
		});
		git('init', '-q');
		git('add', '.');
		git('commit', '-qm', 'one');
		await world.write(
			'seeds/lake.txt.ann.yaml',
			format + entry('a7k2m9xq', 'Marta Lind', "  note: 'See [this](x) @ann <b>'\n") + entry('c7k2m9xq', '12 towns'),
		);
		await world.write('seeds/other.txt.ann.yaml', format + entry('d7k2m9xq', 'x'));
	});
	after(() => world.remove());

	it('tells by id what was added, changed and removed, untracked sidecars included', async () => {
		const { code, records } = await diff('--format', 'json');
		assert.equal(code, 0);
		assert.deepEqual(
			records.map(({ file, what, id, line }) => [file, what, id, line]),
			[
				['seeds/lake.txt', 'changed', 'a7k2m9xq', 1],
				['seeds/lake.txt', 'removed', 'b7k2m9xq', 5],
				['seeds/lake.txt', 'added', 'c7k2m9xq', 3],
				['seeds/other.txt', 'added', 'd7k2m9xq', null],
			],
		);
		assert.deepEqual(records[0].fields, [{ key: 'note', after: 'See [this](x) @ann <b>' }]);
	});

	it('reads well, with places to go to', async () => {
		const { stdout } = await diff('HEAD', 'seeds/lake.txt');
		assert.match(stdout, /^seeds\/lake\.txt\n {2}~ claim {2}a7k2m9xq {2}seeds\/lake\.txt:1:\d+\n {6}“Marta Lind”\n/);
		assert.match(stdout, /1 added, 1 changed, 1 removed; 1 seed\n$/);
	});

	it('escapes what people wrote for Markdown', async () => {
		const { stdout } = await diff('--format', 'markdown');
		assert.ok(stdout.includes('See \\[this\\]\\(x\\) @\u200bann &lt;b&gt;'));
		assert.equal(
			escapeMarkdown('# 1\n[x]: http://y *z* `w` #12'),
			'\\# 1 \\[x\\]\\: http\\://y \\*z\\* \\`w\\` \\#\u200b12',
		);
	});

	it('says that nothing changed, and what is no commit', async () => {
		assert.equal((await diff('HEAD', 'HEAD')).stdout, 'No annotation changed from HEAD to HEAD.\n');
		const unknown = await diff('no-such-branch');
		assert.equal(unknown.code, 2);
		assert.match(unknown.stderr, /“no-such-branch” is neither a commit/);
	});

	it('does not take a sidecar in conflict for one that lost its annotations', async () => {
		await world.write('seeds/lake.txt.ann.yaml', `${format}<<<<<<< ours\n=======\n>>>>>>> theirs\n`);
		const { code, stdout, stderr } = await diff('--', 'seeds/lake.txt');
		assert.equal(code, 1);
		assert.equal(stdout, 'No annotation changed since HEAD.\n');
		assert.match(stderr, /seeds\/lake\.txt\.ann\.yaml is not compared/);
	});

	it('asks git for the text that an annotation was made on', async () => {
		const text = ' date 2026-03-12 One.\n\nThe bridge is closed until Friday, the mayor said.\n';
		await world.write('seeds/bridge.txt', text);
		const asked: string[] = [];
		const io: { git: typeof runGit } = {
			git: async (folder, parameters) => {
				asked.push(parameters.join(' '));
				return runGit(folder, parameters);
			},
		};
		await world.done(
			['annotate', 'seeds/bridge.txt', '--kind', 'claim', '--quote', 'The bridge is closed until Friday'],
			io,
		);
		git('add', 'seeds/bridge.txt');
		await world.done(['annotations', 'seeds/bridge.txt'], io);
		assert.ok(!asked.some((command) => command.startsWith('cat-file')));
		await world.write(
			'seeds/bridge.txt',
			text.replace('The bridge is closed until Friday', 'The old bridge stays shut until Sunday'),
		);
		const [{ state, start, seen }] = (await world.run(['annotations', 'seeds/bridge.txt'], io)).records;
		assert.ok(asked.includes(`cat-file blob ${seen}`));
		assert.notEqual(state, 'orphan');
		assert.equal(start, text.indexOf('The bridge'));
	});

	it('needs a repository', async () => {
		const outside = await World.with({});
		const { code, stderr } = await outside.run(['diff'], { git: runGit });
		await outside.remove();
		assert.equal(code, 2);
		assert.match(stderr, /the working folder is in none/);
	});
});
