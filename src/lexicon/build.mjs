// Makes the word lists that ship: dist/lexicon/<language>.txt, from ours beside this file and from names in CLDR.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const here = import.meta.dirname;
const languages = ['ru', 'az', 'uz', 'kk', 'ky', 'tg', 'tk', 'tr'];

/** `form form=english,english` entries of a hand-written list. */
async function handWritten(language) {
	const text = await readFile(path.join(here, `${language}.txt`), 'utf8').catch(() => '');
	return text
		.split('\n')
		.filter((line) => !line.startsWith('#'))
		.flatMap((line) => line.split(';'))
		.map((entry) => entry.trim())
		.filter((entry) => entry.includes('='));
}

export async function buildLexicon(out) {
	await mkdir(out, { recursive: true });
	for (const language of languages) {
		const entries = await handWritten(language);
		await writeFile(path.join(out, `${language}.txt`), `@${language}\n${entries.join('\n')}\n`);
	}
}

await buildLexicon(path.join(here, '../../dist/lexicon'));
