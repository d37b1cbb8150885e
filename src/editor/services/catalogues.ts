// The catalogues of this window, merged: the built-in one, then the workspace's, open editors before files on disk.
import { Disposable, EventEmitter, Location, type TextDocument, Uri, workspace } from 'vscode';
import { crossCheck, mergeCatalogues, readCatalogue } from '../../core/actors/catalogue';
import { createMatcher, type Matcher } from '../../core/actors/matcher';
import type { Actor, Catalogue, CatalogueFile } from '../../core/actors/model';
import type { Problem } from '../../core/problems';
import { LineIndex } from '../../core/text/lines';
import { toRange } from '../convert';
import { baseName, readFile, readText } from './files';
import { findFiles, isLoose } from './find';
import type { Guard } from './guard';
import type { Lexicons } from './lexicons';
import { setting } from './settings';
import { Settle } from './settle';

/** One catalogue file as it is now. */
export interface CatalogueSource {
	readonly uri: Uri;
	readonly text: string;
	readonly file: CatalogueFile;
}

/** What the catalogues say, at one moment; replaced as a whole when any of them changes. */
export interface Actors {
	readonly catalogue: Catalogue;
	readonly matcher: Matcher;
	/** In merge order: later ones override. */
	readonly sources: readonly CatalogueSource[];
	/** By source: what only shows when all files are seen together. */
	readonly crossProblems: ReadonlyMap<CatalogueSource, readonly Problem[]>;
}

/** Typing in a catalogue must not rebuild at every key. */
const settleMilliseconds = 300;
const mostCatalogues = 200;
const catalogueName = /(^|\.)actors\.yaml$/;

/** The built-in catalogue as a document that cannot be edited: an edit would be gone with the next version. */
export const builtInUri = Uri.from({ scheme: 'glossator', path: '/built-in.actors.yaml' });

export class Catalogues {
	readonly #builtIn: Uri;
	readonly #lexicons: Lexicons;
	readonly #guard: Guard;
	readonly #onDidChange = new EventEmitter<void>();
	readonly #watchers: Disposable[] = [];
	readonly #parsed = new Map<string, CatalogueSource>();
	readonly #settle = new Settle(settleMilliseconds, () => {
		this.#actors = undefined;
		this.#onDidChange.fire();
	});
	/** Changes whenever a file does: what was read before may be older. */
	#generation = 0;
	#actors: Promise<Actors> | undefined;

	/** Who is known may have changed: ask again. Fires only once somebody has asked. */
	readonly onDidChange = this.#onDidChange.event;

	constructor(extension: Uri, lexicons: Lexicons, guard: Guard) {
		this.#lexicons = lexicons;
		this.#builtIn = Uri.joinPath(extension, 'dist', 'starter.actors.yaml');
		this.#guard = guard;
	}

	dispose(): void {
		Disposable.from(this.#settle, ...this.#watchers, this.#onDidChange).dispose();
	}

	get(): Promise<Actors> {
		this.#watch();
		this.#actors ??= this.#guard.quietly('catalogues', () => this.#load(), nobody());
		return this.#actors;
	}

	/** Whether a file is one of the catalogues. */
	isCatalogue(document: TextDocument): boolean {
		return catalogueName.test(baseName(document.uri)) || this.#parsed.has(document.uri.toString());
	}

	/** For the read-only document that F12 opens. */
	builtInText(): Promise<string | undefined> {
		return readFile(this.#builtIn);
	}

	/** Where the actor's entries stand; the one that overrides comes first. */
	async locate(id: string): Promise<Location[]> {
		const { sources } = await this.get();
		return sources
			.flatMap(({ uri, text, file }) =>
				file.entries
					.filter((entry) => entry.id === id)
					.map((entry) => new Location(uri, toRange(new LineIndex(text), entry.idSpan))),
			)
			.reverse();
	}

	async actor(id: string): Promise<Actor | undefined> {
		return (await this.get()).catalogue.actors.get(id);
	}

	#watch(): void {
		if (this.#watchers.length) return;
		const changed = (uri: Uri) => this.#invalidate(uri);
		const files = workspace.createFileSystemWatcher('**/*.{yaml,yml}');
		const ofCatalogue = (uri: Uri) => catalogueName.test(baseName(uri)) || this.#parsed.has(uri.toString());
		this.#watchers.push(
			files,
			files.onDidCreate((uri) => ofCatalogue(uri) && changed(uri)),
			files.onDidChange((uri) => ofCatalogue(uri) && changed(uri)),
			files.onDidDelete((uri) => ofCatalogue(uri) && changed(uri)),
			workspace.onDidChangeTextDocument(({ document }) => this.isCatalogue(document) && changed(document.uri)),
			workspace.onDidCloseTextDocument((document) => this.isCatalogue(document) && changed(document.uri)),
			workspace.onDidOpenTextDocument(
				({ uri, languageId }) => languageId === 'seed' && isLoose(uri) && this.#settle.soon(),
			),
			workspace.onDidChangeWorkspaceFolders(() => this.#settle.soon()),
			workspace.onDidChangeConfiguration((event) => {
				if (event.affectsConfiguration('glossator.catalogue')) this.#settle.soon();
			}),
		);
	}

	#invalidate(uri: Uri): void {
		this.#generation++;
		this.#parsed.delete(uri.toString());
		this.#settle.soon();
	}

	async #load(): Promise<Actors> {
		const found = await findFiles({
			globs: (folder) => setting('catalogue.files', folder),
			name: catalogueName,
			most: mostCatalogues,
		});
		const uris = [...(setting('catalogue.builtIn') ? [builtInUri] : []), ...found];
		const sources = (await Promise.all(uris.map((uri) => this.#read(uri)))).filter((source) => source !== undefined);
		const files = sources.map((source) => source.file);
		const catalogue = mergeCatalogues(files);
		const problems = crossCheck(files, catalogue);
		return {
			catalogue,
			matcher: createMatcher(catalogue, await this.#lexicons.nameLists()),
			sources,
			crossProblems: new Map(sources.map((source, i) => [source, problems[i] ?? []])),
		};
	}

	async #read(uri: Uri): Promise<CatalogueSource | undefined> {
		const name = uri.toString();
		const known = this.#parsed.get(name);
		if (known) return known;
		const generation = this.#generation;
		const text = uri === builtInUri ? await this.builtInText() : await readText(uri);
		if (text === undefined) return undefined;
		const source = { uri, text, file: readCatalogue(text) };
		if (generation === this.#generation) this.#parsed.set(name, source);
		return source;
	}
}

function nobody(): Actors {
	const catalogue: Catalogue = { actors: new Map() };
	return { catalogue, matcher: createMatcher(catalogue), sources: [], crossProblems: new Map() };
}
