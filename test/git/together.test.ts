// Two people in two clones of one repository: what git does with annotations once “git-setup” has run.
import assert from 'node:assert/strict';
import { readSidecar } from '../../src/core/annotations/sidecar';
import { english } from '../unit/cli/world';
import { Repositories, Tree } from './repositories';

const head = 'format: glossator/annotations@1\n';
const entry = (id: string, quote: string, more = '') => `\n${id}:\n  kind: claim\n  quote: '${quote}'\n${more}`;
const seed = 'seeds/lake.txt';
const sidecar = `${seed}.ann.yaml`;
const base = head + entry('a7k2m9xq', 'Marta Lind') + entry('m7k2m9xq', 'railway', '  note: old\n');

describe('two people and git', function () {
	this.timeout(30_000);
	let all: Repositories;
	let ann: Tree;
	let bob: Tree;

	let origin: Tree;
	let first: readonly [Tree, Tree];

	/** Two clones of an origin that has a seed with annotations, both set up. */
	before(() => {
		all = new Repositories();
		origin = all.bare('origin.git');
		ann = all.clone(origin.folder, 'ann');
		assert.equal(ann.glossator('git-setup').code, 0);
		ann.commit('Begin', { [seed]: english, [sidecar]: base });
		ann.done('push', '-q', '-u', 'origin', 'main');
		bob = all.clone(origin.folder, 'bob');
		assert.equal(bob.glossator('git-setup').code, 0);
		first = [ann, bob];
	});
	after(() => all.remove());

	/** Copies of all three. */
	const begin = (name: string) => {
		const own = all.copy(origin, `${name}.git`);
		[ann, bob] = first.map((tree, i) => all.copy(tree, `${name}-${i}`)) as [Tree, Tree];
		for (const tree of [ann, bob]) tree.done('remote', 'set-url', 'origin', own.folder);
	};
	const ids = (tree: Tree, file = sidecar) =>
		readSidecar(tree.read(file))
			.entries.map(({ annotation }) => annotation.id[0])
			.join('');
	const add = (tree: Tree, id: string, quote: string, before?: string) => {
		const text = tree.read(sidecar);
		const at = before ? text.indexOf(`\n${before}`) : text.length;
		tree.commit(`Add ${id}`, { [sidecar]: text.slice(0, at) + entry(id, quote) + text.slice(at) });
	};

	it('merge, in the order of the text', () => {
		begin('merge');
		add(ann, 'c7k2m9xq', '12 towns', 'm7k2m9xq');
		add(ann, 'n7k2m9xq', '2025');
		ann.done('push', '-q');
		add(bob, 'b7k2m9xq', 'We begin', 'm7k2m9xq');
		add(bob, 'q7k2m9xq', 'ended');
		bob.done('pull', '-q', '--no-rebase', '--no-edit');
		assert.equal(ids(bob), 'abcmqn');
		assert.equal(bob.done('status', '--porcelain'), '');
		bob.done('push', '-q');
		ann.done('pull', '-q');
		assert.equal(ann.read(sidecar), bob.read(sidecar));
	});

	it('rebase and cherry-pick', () => {
		begin('rebase');
		add(ann, 'c7k2m9xq', '12 towns', 'm7k2m9xq');
		ann.done('push', '-q');
		add(bob, 'b7k2m9xq', 'We begin', 'm7k2m9xq');
		bob.done('pull', '-q', '--rebase');
		assert.equal(ids(bob), 'abcm');
		bob.done('switch', '-qc', 'side', 'HEAD~2');
		add(bob, 'd7k2m9xq', 'around the lake', 'm7k2m9xq');
		bob.done('cherry-pick', 'main');
		assert.equal(ids(bob), 'abdm');
		bob.done('switch', '-q', '--detach', 'main');
		bob.done('cherry-pick', 'side~1');
		assert.equal(ids(bob), 'abcdm');
	});

	it('leave a real conflict in the file, which opens and says what to do', () => {
		begin('conflict');
		ann.commit('Ask', { [sidecar]: base.replace('old', 'mine') });
		ann.done('push', '-q');
		bob.commit('Tell', { [sidecar]: base.replace('old', 'yours') });
		const { code, stderr, stdout } = bob.git('pull', '-q', '--no-rebase', '--no-edit');
		assert.notEqual(code, 0);
		assert.match(stderr + stdout, /seeds\/lake\.txt\.ann\.yaml: m7k2m9xq: “note” differs/);
		const { undecided, writable } = readSidecar(bob.read(sidecar));
		assert.deepEqual([undecided.length, writable], [1, true]);
		assert.match(bob.done('status', '--porcelain'), /^UU seeds\/lake\.txt\.ann\.yaml/m);
		const checked = bob.glossator('check', '--no-builtin', '--format', 'text');
		assert.match(checked.stdout, /lake\.txt\.ann\.yaml:\d+:5: error merge\/two-values/);
		bob.write(sidecar, base.replace('old', 'both'));
		bob.done('commit', '-qam', 'Decide');
		assert.equal(bob.glossator('check', '--no-builtin').code, 0);
	});

	it('follow a seed that one renames while the other annotates', () => {
		begin('rename');
		ann.done('mv', seed, 'seeds/sea.txt');
		ann.done('mv', sidecar, 'seeds/sea.txt.ann.yaml');
		ann.commit('Rename');
		ann.done('push', '-q');
		add(bob, 'b7k2m9xq', 'We begin', 'm7k2m9xq');
		bob.done('pull', '-q', '--no-rebase', '--no-edit');
		assert.equal(ids(bob, 'seeds/sea.txt.ann.yaml'), 'abm');
		const events = bob
			.glossator('log', 'b7k2m9xq', '--format', 'json')
			.stdout.trim()
			.split('\n')
			.map((line) => JSON.parse(line));
		assert.deepEqual(
			events.map(({ what, author, file }) => [what, author, file]),
			[['added', 'bob', sidecar]],
		);
		const { stdout } = bob.glossator('diff', 'HEAD^1~1', 'HEAD', '--format', 'json');
		assert.deepEqual(
			[JSON.parse(stdout.split('\n')[0]!).what, stdout.includes('"formerly":"seeds/lake.txt"')],
			['added', true],
		);
	});

	it('keep what is there where one side is broken, binary or in conflict', () => {
		for (const [name, content] of [
			['broken', `${base}  : [\n`],
			['binary', new Uint8Array([0, 255, 1, 254, 10])],
			['marked', `${base}<<<<<<< a\n=======\n>>>>>>> b\n`],
		] as const) {
			begin(name);
			ann.commit('Break', { [sidecar]: content });
			ann.done('push', '-q');
			add(bob, 'b7k2m9xq', 'We begin', 'm7k2m9xq');
			const mine = bob.read(sidecar);
			const { code, stderr, stdout } = bob.git('pull', '-q', '--no-rebase', '--no-edit');
			assert.notEqual(code, 0, name);
			assert.match(stderr + stdout, /their side (?:cannot be merged|is not a UTF-8 text)/);
			assert.equal(bob.read(sidecar), mine);
			assert.match(bob.done('status', '--porcelain'), /^(?:UU|AA) /m);
			bob.done('merge', '--abort');
		}
	});

	it('merge 5,000 annotations', () => {
		begin('many');
		const id = (letter: string, n: number) => `${letter}${String(n).padStart(7, '0')}`;
		const numbers = [...Array(5000).keys()];
		const many = head + numbers.map((n) => entry(id('b', n), `words ${n}`)).join('');
		ann.commit('Many', { [sidecar]: many });
		ann.done('push', '-q');
		bob.done('pull', '-q');
		ann.commit('Change', { [sidecar]: many.replaceAll(/words (\d*7)'/g, "words $1'\n  status: resolved") });
		ann.done('push', '-q');
		bob.commit('Tag', {
			[sidecar]: many.replaceAll(/words (\d*7)'/g, "words $1'\n  tags: [x]") + entry('z0000000', 'end'),
		});
		bob.done('pull', '-q', '--no-rebase', '--no-edit');
		const { entries, problems } = readSidecar(bob.read(sidecar));
		assert.deepEqual([entries.length, problems.length], [5001, 0]);
		const both = entries.filter(({ annotation }) => annotation.status === 'resolved' && annotation.tags[0] === 'x');
		assert.equal(both.length, 500);
	});

	it('merge with other line ends on one side', () => {
		begin('crlf');
		ann.commit('Windows', {
			'.gitattributes': `${ann.read('.gitattributes')}* -text\n`,
			[sidecar]: base.replace('old', 'new').replaceAll('\n', '\r\n'),
		});
		ann.done('push', '-q');
		add(bob, 'b7k2m9xq', 'We begin', 'm7k2m9xq');
		bob.done('pull', '-q', '--no-rebase', '--no-edit');
		assert.equal(ids(bob), 'abm');
		assert.equal(bob.read(sidecar).replaceAll('\r\n', '').includes('\n'), false);
	});

	it('show the annotation in hunk headers, and are set up again and taken back without a trace', () => {
		begin('setup');
		const config = ann.done('config', '--local', '--list');
		assert.equal(ann.glossator('git-setup').code, 0);
		assert.equal(ann.done('config', '--local', '--list'), config);
		assert.equal(ann.done('status', '--porcelain'), '');
		ann.write(sidecar, base.replace('note: old', "before: 'x'\n  after: 'y'\n  tags: [a]\n  actor: b\n  note: new"));
		assert.match(ann.done('diff', '-U0'), /^@@ .* @@ m7k2m9xq$/m);
		ann.done('worktree', 'add', '-q', all.path('setup-tree'));
		const { stdout } = ann.glossator('git-setup', '--undo');
		assert.match(stdout, /merge\.glossator unset\ndiff\.glossator unset\n\.gitattributes removed/);
		assert.doesNotMatch(ann.done('config', '--local', '--list'), /glossator\./);
		assert.equal(ann.glossator('git-setup', '--undo').code, 0);
		ann.write('.gitattributes', '*.png binary');
		ann.glossator('git-setup');
		assert.match(ann.read('.gitattributes'), /^\*\.png binary\n# /);
		ann.glossator('git-setup', '--undo');
		assert.equal(ann.read('.gitattributes'), '*.png binary\n');
	});

	it('merge in a worktree, and as text once the program is gone', () => {
		begin('gone');
		add(ann, 'n7k2m9xq', '2025');
		ann.done('worktree', 'add', '-q', '-b', 'side', all.path('gone-tree'), 'HEAD~1');
		const side = new Tree(all.path('gone-tree'));
		add(side, 'o7k2m9xq', 'ended');
		side.done('merge', '-q', '--no-edit', 'main');
		assert.equal(ids(side), 'amon');
		side.done('reset', '-q', '--hard', 'HEAD~1');
		const driver = ann.done('config', 'merge.glossator.driver').trim();
		ann.done(
			'config',
			'merge.glossator.driver',
			driver.replaceAll('glossator.js', 'moved.js').replace('-v glossator', '-v nowhere'),
		);
		const { code } = side.git('merge', '-q', '--no-edit', 'main');
		assert.notEqual(code, 0);
		assert.match(
			side.read(sidecar),
			/^<{7} .*^n7k2m9xq:.*^={7}$.*^o7k2m9xq:.*^>{7}|^<{7} .*^o7k2m9xq:.*^={7}$.*^n7k2m9xq:.*^>{7}/ms,
		);
	});

	it('are told plainly where there is a bare, shallow or no repository, or a submodule', () => {
		begin('odd');
		const bare = all.bare('odd-bare.git');
		for (const command of [['diff'], ['log', 'a7k2m9xq'], ['git-setup'], ['check', '--changed', 'HEAD']]) {
			const { code, stderr } = bare.glossator(...command);
			assert.equal(code, 2);
			assert.match(stderr, /This repository is bare/);
		}
		add(ann, 'b7k2m9xq', 'We begin');
		ann.done('push', '-q');
		const shallow = all.clone(`file://${all.path('odd.git')}`, 'odd-shallow', '--depth', '1');
		const old = shallow.glossator('diff', 'HEAD~1');
		assert.equal(old.code, 2);
		assert.match(old.stderr, /This clone is shallow/);
		assert.match(shallow.glossator('log', 'a7k2m9xq').stdout, /added|claim/);
		const outer = all.own('odd-outer');
		outer.commit('Begin', { 'x.txt': 'x' });
		outer.done('-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', all.path('odd.git'), 'inner');
		outer.commit('Add a submodule');
		assert.equal(outer.glossator('diff').stdout, 'No annotation changed since HEAD.\n');
		const inner = outer.glossator('check', 'inner', '--no-builtin');
		assert.equal(inner.code, 0);
	});

	it('see in the log who did what, conflicts decided in a merge included', () => {
		begin('log');
		ann.commit('Ask', { [sidecar]: base.replace('old', 'mine') });
		ann.done('push', '-q');
		bob.commit('Tell', { [sidecar]: base.replace('old', 'yours') });
		bob.git('pull', '-q', '--no-rebase', '--no-edit');
		bob.write(sidecar, base.replace('old', 'ours, together'));
		bob.done('commit', '-qam', 'Decide');
		bob.write(sidecar, base.replace('old', 'later'));
		const told = bob.glossator('log', 'm7k2m9xq', seed).stdout;
		assert.deepEqual(
			told
				.split('\n')
				.filter((line) => /^\S/.test(line))
				.map((line) => line.replace(/ {2}[0-9a-f]{8} {2}/, '  ')),
			[
				'not committed',
				'2026-03-01  bob  Decide',
				'2026-03-01  ann  Ask',
				'2026-03-01  bob  Tell',
				'2026-03-01  ann  Begin',
			],
		);
		assert.match(told, /note: old → mine/);
		bob.done('checkout', '-q', '--', sidecar);
		bob.commit('Remove', { [sidecar]: head + entry('a7k2m9xq', 'Marta Lind') });
		assert.match(bob.glossator('log', 'm7k2m9xq').stdout, /^2026-03-01 {2}bob {2}\w{8} {2}Remove\n {2}- claim/);
		assert.equal(bob.glossator('log', 'z7k2m9xq').code, 1);
		const changed = bob.glossator('check', '--changed', 'HEAD', '--no-builtin');
		assert.deepEqual([changed.code, changed.stdout], [0, '']);
	});
});
