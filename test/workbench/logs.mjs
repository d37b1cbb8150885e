// Reads what a server’s extension hosts logged.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * The extension host's log and the output channels of extensions that are not built in, newest window last.
 * @param {string} dataFolder
 * @returns {Promise<{ file: string, text: string }[]>}
 */
export async function extensionLogs(dataFolder) {
	const folder = path.join(dataFolder, 'data/logs');
	const files = await readdir(folder, { recursive: true }).catch(() => []);
	const wanted = files
		.filter((file) => /exthost\d*[\\/](remoteexthost|.*glossator.*[\\/]?.*)\.log$/i.test(file))
		.sort();
	return Promise.all(wanted.map(async (file) => ({ file, text: await readFile(path.join(folder, file), 'utf8') })));
}
