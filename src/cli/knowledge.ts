// What the program knows before it reads a text: actors and words.
import { mergeCatalogues, readCatalogue } from '../core/actors/catalogue';
import type { Catalogue, CatalogueFile } from '../core/actors/model';
import { type Lexicon, readLexicon } from '../core/parallel/lexicon';
import type { Arguments } from './arguments';
import type { Session } from './session';

/** The built-in catalogue and those of `--catalogue`, in merge order. Problems in them are complained of; what is sound counts. */
export async function readCatalogues(given: Arguments, session: Session): Promise<CatalogueFile[]> {
	const files = given.flag('no-builtin') ? [] : [readCatalogue(await session.io.starterCatalogue())];
	for (const name of given.list('catalogue')) {
		const decoded = await session.read(name);
		if (!decoded) continue;
		const file = readCatalogue(decoded.text);
		const serious = file.problems.filter(({ severity }) => severity === 'error');
		await session.complainOf(name, decoded.text, serious);
		files.push(file);
	}
	return files;
}

export async function loadCatalogue(given: Arguments, session: Session): Promise<Catalogue> {
	return mergeCatalogues(await readCatalogues(given, session));
}

export async function loadLexicon(session: Session): Promise<Lexicon> {
	return readLexicon(await session.io.wordLists());
}
