// The seeds that are open: one analysis per document version, shared by every feature.
import { Disposable, EventEmitter, type TextDocument, type TextDocumentChangeEvent, workspace } from 'vscode';
import type { Seed } from '../../core/seed/model';
import { parseSeed } from '../../core/seed/parse';

export const seedLanguage = 'seed';
export const seedSelector = { language: seedLanguage } as const;

/** A seed's text with all that is read off it. */
export interface Analysis {
	readonly text: string;
	/** Undefined where a document was made a seed by hand and has no header. */
	readonly seed: Seed | undefined;
}

export class SeedDocuments {
	readonly #analyses = new WeakMap<TextDocument, { readonly version: number; readonly analysis: Analysis }>();
	readonly #onDidChange = new EventEmitter<TextDocumentChangeEvent>();
	readonly #onDidOpen = new EventEmitter<TextDocument>();
	readonly #onDidClose = new EventEmitter<TextDocument>();
	readonly #listening: Disposable;

	/** The text of an open seed changed. */
	readonly onDidChange = this.#onDidChange.event;
	/** A document became a seed: opened, recognised, or its language set by hand. */
	readonly onDidOpen = this.#onDidOpen.event;
	readonly onDidClose = this.#onDidClose.event;

	constructor() {
		this.#listening = Disposable.from(
			workspace.onDidChangeTextDocument((event) => isSeed(event.document) && this.#onDidChange.fire(event)),
			workspace.onDidOpenTextDocument((document) => isSeed(document) && this.#onDidOpen.fire(document)),
			workspace.onDidCloseTextDocument((document) => isSeed(document) && this.#onDidClose.fire(document)),
			this.#onDidChange,
			this.#onDidOpen,
			this.#onDidClose,
		);
	}

	dispose(): void {
		this.#listening.dispose();
	}

	/** All open seeds. */
	get open(): readonly TextDocument[] {
		return workspace.textDocuments.filter(isSeed);
	}

	analyse(document: TextDocument): Analysis {
		const known = this.#analyses.get(document);
		if (known?.version === document.version) return known.analysis;
		const analysis = new LazyAnalysis(document.getText());
		this.#analyses.set(document, { version: document.version, analysis });
		return analysis;
	}
}

/** What asks at every key asks for the text; the rest is read off it for those who wait for a pause. */
class LazyAnalysis implements Analysis {
	readonly text: string;
	#seed: { readonly value: Seed | undefined } | undefined;

	constructor(text: string) {
		this.text = text;
	}

	get seed(): Seed | undefined {
		this.#seed ??= { value: parseSeed(this.text) };
		return this.#seed.value;
	}
}

export function isSeed(document: TextDocument): boolean {
	return document.languageId === seedLanguage;
}
