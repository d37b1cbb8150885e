// Copies for tests: of the extension and of workspaces.
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { execute, exists, root } from './cache.mjs';
import { temporaryFolder } from './serve.mjs';

const shipped = [
	'dist',
	'l10n',
	'syntaxes',
	'images',
	'language-configuration.json',
	'package.nls.json',
	'package.nls.ru.json',
];

/**
 * A temporary copy of the extension for development hosts. The project itself will not do: VS Code takes all that lies
 * in the folder under development, so also the server in `.vscode-test/` with its themes, for part of the extension.
 * @param {'node' | 'web'} host for `web`, the copy has no `main`: VS Code then runs it in the web worker
 * @returns {Promise<string>}
 */
export async function stageExtension(host) {
	const folder = await temporaryFolder('extension');
	const { main, scripts, ...manifest } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
	const wanted = host === 'web' ? manifest : { ...manifest, main };
	for (const name of shipped) {
		const from = path.join(root, name);
		const filter = (/** @type {string} */ file) => file !== path.join(root, 'dist/test');
		if (await exists(from)) await cp(from, path.join(folder, name), { recursive: true, filter });
	}
	await writeFile(path.join(folder, 'package.json'), JSON.stringify(wanted, null, '\t'));
	return folder;
}

/**
 * A temporary workspace made of copies of folders of the project, later ones over earlier ones, and committed to git,
 * so that nothing a test does reaches the project.
 * @param {string[]} sources
 * @returns {Promise<string>}
 */
export async function copyWorkspace(sources) {
	const folder = path.join(await temporaryFolder('workspace'), 'seeds');
	await mkdir(folder);
	for (const source of sources) {
		const from = path.join(root, source);
		if (await exists(from)) await cp(from, folder, { recursive: true });
	}
	const git = (/** @type {string[]} */ ...args) => execute('git', args, { cwd: folder });
	await git('init', '-q', '-b', 'main');
	// kept in the repository, since suites commit too, and a machine need not have an identity
	const identity = { 'user.name': 'Reader', 'user.email': 'reader@example.org', 'commit.gpgsign': 'false' };
	for (const [key, value] of Object.entries(identity)) await git('config', key, value);
	await git('add', '-A');
	await git('commit', '-q', '-m', 'Seeds');
	return folder;
}
