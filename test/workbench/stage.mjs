// Copies for tests: of the extension as the web host wants it, and of workspaces.
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
 * The extension without `main`: VS Code then runs it in the web worker.
 * @param {string} folder an empty one
 * @returns {Promise<string>} the same folder
 */
export async function stageForWeb(folder) {
	const { main, scripts, ...manifest } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
	await mkdir(folder, { recursive: true });
	for (const name of shipped)
		if (await exists(path.join(root, name)))
			await cp(path.join(root, name), path.join(folder, name), { recursive: true });
	await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest, null, '\t'));
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
	const identity = ['-c', 'user.name=Reader', '-c', 'user.email=reader@example.org', '-c', 'commit.gpgsign=false'];
	const git = (/** @type {string[]} */ ...args) => execute('git', [...identity, ...args], { cwd: folder });
	await git('init', '-q', '-b', 'main');
	await git('add', '-A');
	await git('commit', '-q', '-m', 'Seeds');
	return folder;
}
