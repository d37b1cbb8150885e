// The word lists that ship, read when the first alignment or counterpart is asked for.
import { Uri } from 'vscode';
import { type NameLists, readNameLists } from '../../core/actors/name-lists';
import { type Aligner, createAligner } from '../../core/parallel/align';
import { type Lexicon, lexiconSteps } from '../../core/parallel/lexicon';
import { languages } from '../../core/seed/model';
import { readFile } from './files';
import { fingerprint } from './fingerprint';
import { mapGently, Slices } from './slices';

export class Lexicons {
	readonly #folder: Uri;
	#lexicon: Promise<Lexicon> | undefined;
	#aligner: Promise<Aligner> | undefined;
	#version: Promise<string> | undefined;
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

	/** Changes with any of the word lists: what was read with others is no longer true. */
	version(): Promise<string> {
		this.#version ??= this.#hash();
		return this.#version;
	}

	aligner(): Promise<Aligner> {
		this.#aligner ??= this.get().then(createAligner);
		return this.#aligner;
	}

	async #read(): Promise<Lexicon> {
		const lists = (await this.#texts()).filter((list) => list !== undefined);
		return new Slices().whole(lexiconSteps(lists));
	}

	async #hash(): Promise<string> {
		return (await mapGently(await this.#texts(), (text) => fingerprint(text ?? ''))).join('.');
	}

	#texts(): Promise<readonly (string | undefined)[]> {
		return Promise.all(languages.map((name) => readFile(Uri.joinPath(this.#folder, `${name}.txt`))));
	}
}
