// Copies of the extension as other hosts want it.
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { exists, root } from './cache.mjs';

const shipped = [
	'dist',
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
