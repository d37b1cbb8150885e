// Real git repositories for tests: a bare origin and clones of it, no network, no configuration but their own.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

declare const __root: string;

/** The built command line, as git calls it. */
export const program = path.join(__root, 'dist/cli/glossator.js');

const env = {
	...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
	GIT_CONFIG_GLOBAL: '/dev/null',
	GIT_CONFIG_SYSTEM: '/dev/null',
	GIT_AUTHOR_DATE: '2026-03-01T12:00:00Z',
	GIT_COMMITTER_DATE: '2026-03-01T12:00:00Z',
	GIT_EDITOR: 'true',
};

export interface Ran {
	readonly code: number;
	readonly stdout: string;
	readonly stderr: string;
}

/** A working tree with files in it. */
export class Tree {
	readonly folder: string;

	constructor(folder: string) {
		this.folder = folder;
	}

	git(...parameters: string[]): Ran {
		return ran('git', parameters, this.folder);
	}

	/** Git, expected to succeed. */
	done(...parameters: string[]): string {
		const { code, stdout, stderr } = this.git(...parameters);
		if (code !== 0) throw new Error(`git ${parameters.join(' ')}: ${stdout}${stderr}`);
		return stdout;
	}

	run(command: string, parameters: readonly string[], more: Readonly<Record<string, string>>): Ran {
		return ran(command, parameters, this.folder, more);
	}

	glossator(...parameters: string[]): Ran {
		return ran(process.execPath, [program, ...parameters], this.folder);
	}

	path(name: string): string {
		return path.join(this.folder, name);
	}

	write(name: string, content: string | Uint8Array): void {
		mkdirSync(path.dirname(this.path(name)), { recursive: true });
		writeFileSync(this.path(name), content);
	}

	read(name: string): string {
		return readFileSync(this.path(name), 'utf8');
	}

	/** Writes, and commits everything. */
	commit(subject: string, files: Readonly<Record<string, string | Uint8Array>> = {}): void {
		for (const [name, content] of Object.entries(files)) this.write(name, content);
		this.done('add', '-A');
		this.done('commit', '-qm', subject);
	}
}

function ran(
	command: string,
	parameters: readonly string[],
	cwd: string,
	more?: Readonly<Record<string, string>>,
): Ran {
	try {
		const stdout = execFileSync(command, parameters, {
			cwd,
			env: { ...env, ...more },
			stdio: ['ignore', 'pipe', 'pipe'],
			encoding: 'utf8',
		});
		return { code: 0, stdout, stderr: '' };
	} catch (error) {
		const { status, stdout, stderr } = error as { status: number | null; stdout: string; stderr: string };
		return { code: status ?? -1, stdout: String(stdout), stderr: String(stderr) };
	}
}

/** A place for repositories that are thrown away together. */
export class Repositories {
	readonly #root = mkdtempSync(path.join(tmpdir(), 'glossator git-'));

	remove(): void {
		rmSync(this.#root, { recursive: true, force: true });
	}

	path(name: string): string {
		return path.join(this.#root, name);
	}

	/** A bare repository. */
	bare(name: string): Tree {
		ran('git', ['init', '-q', '--bare', '-b', 'main', name], this.#root);
		return new Tree(this.path(name));
	}

	/** A copy of a repository or clone, which is that of the same person. */
	copy({ folder }: Tree, name: string): Tree {
		cpSync(folder, this.path(name), { recursive: true });
		return new Tree(this.path(name));
	}

	/** A new repository with a person at work. */
	own(name: string): Tree {
		ran('git', ['init', '-q', '-b', 'main', name], this.#root);
		return named(new Tree(this.path(name)), name);
	}

	clone(of: string, name: string, ...options: string[]): Tree {
		const result = ran('git', ['-c', 'protocol.file.allow=always', 'clone', '-q', ...options, of, name], this.#root);
		if (result.code !== 0) throw new Error(result.stderr);
		return named(new Tree(this.path(name)), name);
	}
}

function named(tree: Tree, name: string): Tree {
	tree.done('config', 'user.name', name);
	tree.done('config', 'user.email', `${name}@example.org`);
	return tree;
}
