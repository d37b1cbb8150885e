// Reads what the extension hosts of a server logged, and picks what is the extension's own fault.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * The Node extension host's log and the extension's own output channel.
 * @param {string} dataFolder
 * @returns {Promise<{ file: string, text: string }[]>}
 */
export async function extensionLogs(dataFolder) {
	const folder = path.join(dataFolder, 'data/logs');
	const files = await readdir(folder, { recursive: true }).catch(() => []);
	const wanted = files.filter((file) => /(remoteexthost|glossator[^\\/]*[\\/].*)\.log$/i.test(file)).sort();
	return Promise.all(wanted.map(async (file) => ({ file, text: await readFile(path.join(folder, file), 'utf8') })));
}

/**
 * Errors that the extension logged itself, or that an extension host logged with the extension in the stack or message.
 * @param {string} dataFolder
 * @param {{ relativePath: string, contents: string }[]} inMemory logs of the page, where the web worker's are
 * @param {string} extension its folder
 */
export async function extensionErrors(dataFolder, inMemory, extension) {
	const kept = inMemory.map(({ relativePath, contents }) => ({ file: relativePath, text: contents }));
	const all = [...(await extensionLogs(dataFolder)), ...kept];
	return all.flatMap(({ file, text }) => {
		const own = /glossator[^\\/]*\.log$/i.test(file);
		const errors = entries(text).filter((entry) => /^\S+ \S+ \[(error|critical)\]/.test(entry));
		const about = (/** @type {string} */ entry) => entry.includes(extension) || /glossator\.glossator/i.test(entry);
		return errors.filter((entry) => own || about(entry)).map((entry) => `${file}: ${entry}`);
	});
}

/** The entries of a log, each with the lines that follow it. @param {string} text */
function entries(text) {
	return text.split(/\n(?=\d{4}-\d\d-\d\d )/).map((entry) => entry.trimEnd());
}
