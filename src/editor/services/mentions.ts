// Who is mentioned in a seed: once per version of an open document and catalogue, with what people said of single mentions.
import { Disposable, EventEmitter, type TextDocument, type Uri } from 'vscode';
import type { Mention } from '../../core/actors/model';
import { overruleMentions } from '../../core/annotations/mentions';
import type { Sidecar } from '../../core/annotations/model';
import type { Span } from '../../core/text/span';
import type { Actors, Catalogues } from './catalogues';
import { openDocument } from './files';
import type { Guard } from './guard';
import type { SeedDocuments } from './seed-documents';
import type { Sidecars } from './sidecars';

interface Known {
	readonly version: number;
	readonly actors: Actors;
	readonly said: string;
	readonly mentions: readonly Mention[];
}

export class Mentions {
	readonly #seeds: SeedDocuments;
	readonly #catalogues: Catalogues;
	readonly #sidecars: Sidecars;
	readonly #known = new WeakMap<TextDocument, Known>();
	readonly #onDidChange = new EventEmitter<void>();
	readonly #listening: Disposable;

	/** The catalogues changed, or what people said of mentions: every document's mentions may have. */
	readonly onDidChange = this.#onDidChange.event;

	constructor(seeds: SeedDocuments, catalogues: Catalogues, sidecars: Sidecars, guard: Guard) {
		this.#seeds = seeds;
		this.#catalogues = catalogues;
		this.#sidecars = sidecars;
		this.#listening = Disposable.from(
			catalogues.onDidChange(() => this.#onDidChange.fire()),
			sidecars.onDidChange((seed) => void guard.quietly('mentions', () => this.#follow(seed), undefined)),
		);
	}

	dispose(): void {
		Disposable.from(this.#listening, this.#onDidChange).dispose();
	}

	/** In text order, nested ones included. */
	async in(document: TextDocument): Promise<readonly Mention[]> {
		const [actors, sidecar] = await Promise.all([this.#catalogues.get(), this.#sidecars.get(document.uri)]);
		const said = wordsOf(sidecar);
		const known = this.#known.get(document);
		const { version } = document;
		if (known?.version === version && known.actors === actors && known.said === said) return known.mentions;
		const { text } = this.#seeds.analyse(document);
		const mentions = overruleMentions(text, actors.matcher.find(text), sidecar?.mentions ?? []);
		this.#known.set(document, { version, actors, said, mentions });
		return mentions;
	}

	/** The mentions in a seed that need not be open; `text` is its own. */
	async ofText(seed: Uri, text: string, { matcher }: Actors): Promise<readonly Mention[]> {
		return overruleMentions(text, matcher.find(text), (await this.#sidecars.get(seed))?.mentions ?? []);
	}

	/** Tells of a sidecar that changed only where what it says of mentions is new. */
	async #follow(seed: Uri): Promise<void> {
		const document = openDocument(seed);
		const known = document && this.#known.get(document);
		if (known && known.said !== wordsOf(await this.#sidecars.get(seed))) this.#onDidChange.fire();
	}

	/** The mention to show at a place: the longest one there. */
	async at(document: TextDocument, offset: number): Promise<Mention | undefined> {
		const here = (await this.in(document)).filter((mention) => mention.start <= offset && offset <= mention.end);
		return here.sort((a, b) => length(b) - length(a))[0];
	}
}

/** What the sidecar says of mentions, so that it can be compared. */
function wordsOf(sidecar: Sidecar | undefined): string {
	return JSON.stringify(
		sidecar?.mentions.map(({ quote, before, after, actor, not }) => [quote, before, after, actor, not]) ?? [],
	);
}

const length = ({ start, end }: Span) => end - start;
