// The recipes of the README, run for real: the workflow's steps in a shell, the hook by git.
import assert from 'node:assert/strict';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { english } from '../unit/cli/world';
import { program, Repositories, type Tree } from './repositories';

declare const __root: string;

const format = 'format: glossator/annotations@1\n';
const entry = (id: string, quote: string) => `\n${id}:\n  kind: claim\n  quote: '${quote}'\n`;
const recipe = (name: string) => path.join(__root, 'test/git/recipes', name);

interface Step {
	readonly name?: string;
	readonly run?: string;
}

describe('recipes', function () {
	this.timeout(30_000);
	let all: Repositories;
	let tree: Tree;
	let tools: string;

	before(() => {
		all = new Repositories();
		tools = all.path('tools');
		mkdirSync(tools);
		tool('glossator', `exec '${process.execPath}' '${program}' "$@"`);
		tool('gh', `echo "$@" > '${all.path('gh.txt')}'`);
		const origin = all.bare('origin.git');
		tree = all.clone(origin.folder, 'clone');
		tree.commit('Begin', { 'lake.txt': english, 'lake.txt.ann.yaml': format + entry('a7k2m9xq', 'Marta Lind') });
		tree.done('push', '-q', '-u', 'origin', 'main');
		tree.done('switch', '-qc', 'more');
		tree.commit('Annotate', {
			'lake.txt.ann.yaml': format + entry('a7k2m9xq', 'Marta Lind') + entry('b7k2m9xq', 'railway'),
		});
	});
	after(() => all.remove());

	const tool = (name: string, script: string) => {
		writeFileSync(path.join(tools, name), `#!/bin/sh\n${script}\n`);
		chmodSync(path.join(tools, name), 0o755);
	};
	const withTools = () => ({ PATH: `${tools}${path.delimiter}${process.env.PATH}` });

	it('workflow for pull requests', () => {
		const { jobs } = parse(readFileSync(recipe('annotations.workflow.yml'), 'utf8'));
		const steps = (jobs.annotations.steps as Step[]).filter(({ name, run }) => run && name !== 'Install');
		assert.deepEqual(
			steps.map(({ name }) => name),
			['Check', 'Tell'],
		);
		const env = {
			...withTools(),
			GITHUB_BASE_REF: 'main',
			GITHUB_REF_NAME: '7/merge',
			GITHUB_SERVER_URL: 'https://example.org',
			GITHUB_REPOSITORY: 'a/b',
			GITHUB_SHA: 'abc',
			GITHUB_STEP_SUMMARY: all.path('summary.md'),
		};
		for (const { name, run } of steps) {
			const { code, stderr } = tree.run('bash', ['-e', '-c', run!], env);
			assert.deepEqual([code, stderr], [0, ''], name);
		}
		const summary = readFileSync(all.path('summary.md'), 'utf8');
		assert.match(
			summary,
			/- ➕ \*\*claim\*\* · \*\*b7k2m9xq\*\* \(\[line 5\]\(https:\/\/example\.org\/a\/b\/blob\/abc\/lake\.txt#L5\)\): “railway”\n/,
		);
		assert.equal(readFileSync(all.path('gh.txt'), 'utf8'), 'pr comment 7 --body-file changes.md\n');
		tree.write('lake.txt', english.replace('railway', 'tramway line'));
		assert.equal(tree.run('bash', ['-e', '-c', steps[0]!.run!], env).code, 1);
		tree.done('checkout', '-q', '--', 'lake.txt');
	});

	it('hook before a commit', () => {
		copyFileSync(recipe('pre-commit'), tree.path('.git/hooks/pre-commit'));
		tree.write('lake.txt.ann.yaml', format + entry('a7k2m9xq', 'no such words'));
		const refused = tree.run('git', ['commit', '-qam', 'Lose'], withTools());
		assert.equal(refused.code, 1);
		assert.match(refused.stdout + refused.stderr, /lake\.txt\.ann\.yaml:5:10: warning anchor\/orphan/);
		tree.write('lake.txt.ann.yaml', format + entry('a7k2m9xq', '12 towns'));
		assert.equal(tree.run('git', ['commit', '-qam', 'Move'], withTools()).code, 0);
	});
});
