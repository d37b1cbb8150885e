// The catalogues of this window, merged: the built-in one, then the workspace's, open editors before files on disk.
import { Disposable, EventEmitter, Location, type TextDocument, Uri, workspace } from 'vscode';
import { crossCheckSteps, mergeSteps } from '../../core/actors/catalogue';
import { createMatcher, type Matcher, matcherSteps } from '../../core/actors/matcher';
import type { Actor, Catalogue, CatalogueFile } from '../../core/actors/model';
import { readSteps, rereadSteps } from '../../core/actors/reread';
import type { Problem } from '../../core/problems';
import { LineIndex } from '../../core/text/lines';
import { toRange } from '../convert';
import type { Edits } from './edits';
import { baseName, readFile, readText } from './files';
import { findFiles, hasLoose, isLoose } from './find';
import { namesIn, watchFolders } from './folders';
import type { Guard } from './guard';
import type { Lexicons } from './lexicons';
import { setting } from './settings';
import { Settle } from './settle';
import { Slices } from './slices';

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
	readonly #edits: Edits;
	readonly #guard: Guard;
	readonly #onDidChange = new EventEmitter<void>();
	readonly #watchers: Disposable[] = [];
	/** As last read; what has changed since is read again where it changed. */
	readonly #read = new Map<string, CatalogueSource>();
	readonly #settle = new Settle(settleMilliseconds, () => this.#takeIn());
	/** Files that may be others than when they were read. */
	readonly #stale = new Set<string>();
	/** Where the catalogues are; undefined where one may have come or gone. */
	#found: Promise<readonly Uri[]> | undefined;
	/** Of what is being loaded only the latest counts; one load after the other, since each begins with what the last one read. */
	#loading = 0;
	#queue: Promise<unknown> = Promise.resolve();
	#actors: Promise<Actors> | undefined;

	/** Who is known may have changed: ask again. Fires only once somebody has asked. */
	readonly onDidChange = this.#onDidChange.event;

	constructor(extension: Uri, lexicons: Lexicons, edits: Edits, guard: Guard) {
		this.#lexicons = lexicons;
		this.#edits = edits;
		this.#builtIn = Uri.joinPath(extension, 'dist', 'starter.actors.yaml');
		this.#guard = guard;
	}

	dispose(): void {
		this.#loading++;
		Disposable.from(this.#settle, ...this.#watchers, this.#onDidChange).dispose();
	}

	/** As of the last change that has been taken in: who asks while another one is, is not kept waiting. */
	get(): Promise<Actors> {
		this.#watch();
		this.#actors ??= this.#guard
			.quietly('catalogues', () => this.#load(() => false), undefined)
			.then((a) => a ?? nobody());
		return this.#actors;
	}

	/** With all that has changed until now: for what is going to be written. */
	async latest(): Promise<Actors> {
		await this.get();
		if (this.#stale.size || !this.#found) this.#takeIn();
		await this.#queue;
		return this.get();
	}

	/** Whether a file is one of the catalogues. */
	isCatalogue(document: Pick<TextDocument, 'uri'>): boolean {
		return catalogueName.test(baseName(document.uri)) || this.#read.has(document.uri.toString());
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
		const changed = (uri: Uri) => this.#changed(uri);
		const again = () => this.#findAgain();
		const files = workspace.createFileSystemWatcher('**/*.{yaml,yml}');
		const ofCatalogue = (uri: Uri) => catalogueName.test(baseName(uri)) || this.#read.has(uri.toString());
		this.#watchers.push(
			files,
			files.onDidCreate((uri) => ofCatalogue(uri) && again()),
			files.onDidChange((uri) => ofCatalogue(uri) && changed(uri)),
			files.onDidDelete((uri) => ofCatalogue(uri) && again()),
			// the watcher tells of these too, some time later
			this.#edits.onDidWrite((uri) => ofCatalogue(uri) && again()),
			watchFolders(({ folder, isNew }) => (isNew || namesIn(folder, this.#read.keys()).length) && again()),
			workspace.onDidChangeTextDocument(({ document }) => this.isCatalogue(document) && changed(document.uri)),
			workspace.onDidCloseTextDocument((document) => this.isCatalogue(document) && changed(document.uri)),
			workspace.onDidOpenTextDocument(({ uri, languageId }) => languageId === 'seed' && isLoose(uri) && again()),
			workspace.onDidChangeWorkspaceFolders(again),
			workspace.onDidChangeConfiguration((event) => {
				if (event.affectsConfiguration('glossator.catalogue')) again();
			}),
		);
	}

	#changed(uri: Uri): void {
		this.#stale.add(uri.toString());
		this.#settle.soon();
	}

	#findAgain(): void {
		this.#found = undefined;
		for (const name of this.#read.keys()) this.#stale.add(name);
		this.#settle.soon();
	}

	#takeIn(): void {
		const loading = ++this.#loading;
		this.#queue = this.#queue.then(() => this.#reload(() => loading !== this.#loading));
	}

	/** The old knowledge is there until the new one is ready. */
	async #reload(isOld: () => boolean): Promise<void> {
		const before = await this.#actors;
		if (isOld()) return;
		const actors = await this.#guard.quietly('catalogues', () => this.#load(isOld, before), undefined);
		if (!actors || isOld() || actors === before) return;
		this.#actors = Promise.resolve(actors);
		this.#onDidChange.fire();
	}

	/** Undefined where it is no longer wanted; `before` itself where nothing is different. */
	async #load(isOld: () => boolean, before?: Actors): Promise<Actors | undefined> {
		const slices = new Slices();
		const uris = [...(setting('catalogue.builtIn') ? [builtInUri] : []), ...(await this.#find())];
		const sources: CatalogueSource[] = [];
		for (const uri of uris) {
			const source = await this.#source(uri, slices);
			if (isOld()) return undefined;
			if (source) sources.push(source);
		}
		const same = ({ length }: readonly CatalogueSource[]) => length === sources.length;
		if (before && same(before.sources) && before.sources.every((source, i) => source === sources[i])) return before;
		const files = sources.map((source) => source.file);
		const catalogue = await slices.through(mergeSteps(files), isOld);
		const problems = catalogue && (await slices.through(crossCheckSteps(files, catalogue), isOld));
		const lists = await this.#lexicons.nameLists();
		const matcher = catalogue && (await slices.through(matcherSteps(catalogue, lists), isOld));
		if (!matcher || !problems) return undefined;
		return {
			...{ catalogue, matcher, sources },
			crossProblems: new Map(sources.map((source, i) => [source, problems[i] ?? []])),
		};
	}

	#find(): Promise<readonly Uri[]> {
		// nobody watches the folders of files that are in no workspace
		if (!this.#found || hasLoose())
			this.#found = findFiles({
				globs: (folder) => setting('catalogue.files', folder),
				name: catalogueName,
				most: mostCatalogues,
			});
		return this.#found;
	}

	/** The same object as long as the text is the same. */
	async #source(uri: Uri, slices: Slices): Promise<CatalogueSource | undefined> {
		const name = uri.toString();
		const known = this.#read.get(name);
		if (known && !this.#stale.delete(name)) return known;
		if (uri !== builtInUri) await this.#edits.mend(uri);
		const text = uri === builtInUri ? await this.builtInText() : await readText(uri);
		if (known && known.text === text) return known;
		this.#read.delete(name);
		if (text === undefined) return undefined;
		const file = await slices.whole(known ? rereadSteps(known.file, text) : readSteps(text));
		const source = { uri, text, file };
		this.#read.set(name, source);
		return source;
	}
}

function nobody(): Actors {
	const catalogue: Catalogue = { actors: new Map() };
	return { catalogue, matcher: createMatcher(catalogue), sources: [], crossProblems: new Map() };
}
