// Who is mentioned in an open seed, once per document version and catalogue.
import { Disposable, EventEmitter, type TextDocument } from 'vscode';
import type { Mention } from '../../core/actors/model';
import type { Span } from '../../core/text/span';
import type { Actors, Catalogues } from './catalogues';
import type { SeedDocuments } from './seed-documents';

export class Mentions {
	readonly #seeds: SeedDocuments;
	readonly #catalogues: Catalogues;
	readonly #known = new WeakMap<TextDocument, { version: number; actors: Actors; mentions: readonly Mention[] }>();
	readonly #onDidChange = new EventEmitter<void>();
	readonly #listening: Disposable;

	/** The catalogues changed, so every document's mentions may have. */
	readonly onDidChange = this.#onDidChange.event;

	constructor(seeds: SeedDocuments, catalogues: Catalogues) {
		this.#seeds = seeds;
		this.#catalogues = catalogues;
		this.#listening = catalogues.onDidChange(() => this.#onDidChange.fire());
	}

	dispose(): void {
		Disposable.from(this.#listening, this.#onDidChange).dispose();
	}

	/** In text order, nested ones included. */
	async in(document: TextDocument): Promise<readonly Mention[]> {
		const actors = await this.#catalogues.get();
		const known = this.#known.get(document);
		if (known?.version === document.version && known.actors === actors) return known.mentions;
		const mentions = actors.matcher.find(this.#seeds.analyse(document).text);
		this.#known.set(document, { version: document.version, actors, mentions });
		return mentions;
	}

	/** The mention to show at a place: the longest one there. */
	async at(document: TextDocument, offset: number): Promise<Mention | undefined> {
		const here = (await this.in(document)).filter((mention) => mention.start <= offset && offset <= mention.end);
		return here.sort((a, b) => length(b) - length(a))[0];
	}
}

const length = ({ start, end }: Span) => end - start;
