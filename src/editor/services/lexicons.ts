// The word lists that ship, read when the first alignment or counterpart is asked for.
import { Uri } from 'vscode';
import { type NameLists, readNameLists } from '../../core/actors/name-lists';
import { type Aligner, createAligner } from '../../core/parallel/align';
import { type Lexicon, readLexicon } from '../../core/parallel/lexicon';
import { languages } from '../../core/seed/model';
import { readFile } from './files';

export class Lexicons {
	readonly #folder: Uri;
	#lexicon: Promise<Lexicon> | undefined;
	#aligner: Promise<Aligner> | undefined;
	#nameLists: Promise<NameLists> | undefined;

	constructor(extension: Uri) {
		this.#folder = Uri.joinPath(extension, 'dist', 'lexicon');
	}

	/** Knows no word of a language whose list is missing; everything works without, less well. */
	get(): Promise<Lexicon> {
		this.#lexicon ??= this.#read();
		return this.#lexicon;
	}

	/** What Russian texts call states and institutions beyond the catalogues. */
	nameLists(): Promise<NameLists> {
		this.#nameLists ??= readFile(Uri.joinPath(this.#folder, '..', 'names.ru.txt')).then((text) =>
			readNameLists(text ?? ''),
		);
		return this.#nameLists;
	}

	aligner(): Promise<Aligner> {
		this.#aligner ??= this.get().then(createAligner);
		return this.#aligner;
	}

	async #read(): Promise<Lexicon> {
		const lists = await Promise.all(languages.map((name) => readFile(Uri.joinPath(this.#folder, `${name}.txt`))));
		return readLexicon(lists.filter((list) => list !== undefined).join('\n'));
	}
}
