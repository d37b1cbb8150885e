// The workspace's seeds, open or not: found and read once, in slices, when first asked for; kept up by a file watcher.
import { Disposable, EventEmitter, RelativePattern, type TextDocument, Uri, workspace } from 'vscode';
import { type CounterpartIndex, createCounterpartIndex } from '../../core/parallel/counterpart';
import type { Language } from '../../core/seed/model';
import { parseSeed, readHeader } from '../../core/seed/parse';
import { readText } from './files';
import { findFiles, isLoose, isOwnFile } from './find';
import type { Guard } from './guard';
import type { Lexicons } from './lexicons';
import { isSeed, type SeedDocuments } from './seed-documents';
import { setting } from './settings';

/** What is kept of a seed that is not open. */
export interface SeedFile {
	readonly uri: Uri;
	/** ISO date, or undefined where the header's is impossible. */
	readonly date: string | undefined;
	readonly language: Language;
}

const mostFiles = 20_000;
const readAtOnce = 16;
/** After this many milliseconds of work other events get their turn. */
const slice = 12;

export class SeedFiles {
	readonly #lexicons: Lexicons;
	readonly #guard: Guard;
	readonly #files = new Map<string, SeedFile>();
	readonly #onDidChange = new EventEmitter<void>();
	readonly #listening: Disposable;
	readonly #stale = new Set<string>();
	#watchers: Disposable[] = [];
	#disposed = false;
	#index: CounterpartIndex = createCounterpartIndex();
	#ready: Promise<void> | undefined;
	#readingStale: Promise<unknown> = Promise.resolve();

	/** A seed appeared, changed or went on disk. Fires only once somebody has asked for the files. */
	readonly onDidChange = this.#onDidChange.event;

	constructor(seeds: SeedDocuments, lexicons: Lexicons, guard: Guard) {
		this.#lexicons = lexicons;
		this.#guard = guard;
		const stale = ({ uri }: TextDocument) => isOwnFile(uri) && this.#stale.add(uri.toString());
		this.#listening = Disposable.from(
			seeds.onDidChange(({ document }) => stale(document)),
			// what was not saved is gone
			seeds.onDidClose(stale),
			seeds.onDidOpen((document) => {
				stale(document);
				if (isLoose(document.uri)) this.#findAgain();
			}),
			workspace.onDidChangeWorkspaceFolders(() => this.#findAgain()),
			workspace.onDidChangeConfiguration((event) => {
				if (event.affectsConfiguration('glossator.seeds.files')) this.#findAgain();
			}),
			this.#onDidChange,
		);
	}

	dispose(): void {
		this.#disposed = true;
		Disposable.from(this.#listening, ...this.#watchers).dispose();
	}

	/** All seeds, by path. */
	async all(): Promise<readonly SeedFile[]> {
		await this.#upToDate();
		return [...this.#files.values()].sort((a, b) => (a.uri.path < b.uri.path ? -1 : 1));
	}

	/** By URI string: what counterparts are looked for in. */
	async index(): Promise<CounterpartIndex> {
		await this.#upToDate();
		return this.#index;
	}

	async get(uri: Uri): Promise<SeedFile | undefined> {
		await this.#upToDate();
		return this.#files.get(uri.toString());
	}

	async #upToDate(): Promise<void> {
		this.#ready ??= this.#guard.quietly('looking for seeds', () => this.#findAll(), undefined);
		await this.#ready;
		const names = [...this.#stale];
		this.#stale.clear();
		const reading = Promise.all(names.map((name) => this.#read(Uri.parse(name, true))));
		// who asks meanwhile waits for these too
		this.#readingStale = Promise.all([this.#readingStale, reading]);
		await this.#readingStale;
	}

	async #findAll(): Promise<void> {
		this.#watch();
		const lexicon = await this.#lexicons.get();
		this.#files.clear();
		this.#index = createCounterpartIndex(lexicon);
		const found = await findFiles({
			globs: (folder) => [setting('seeds.files', folder)],
			name: /\.(txt|seed)$/i,
			most: mostFiles,
		});
		const open = workspace.textDocuments.filter((document) => isSeed(document) && isOwnFile(document.uri));
		const uris = new Map([...found, ...open.map(({ uri }) => uri)].map((uri) => [uri.toString(), uri]));
		await this.#readAll([...uris.values()]);
	}

	async #readAll(uris: readonly Uri[]): Promise<void> {
		let since = Date.now();
		for (let i = 0; i < uris.length; i += readAtOnce) {
			await Promise.all(uris.slice(i, i + readAtOnce).map((uri) => this.#read(uri)));
			if (Date.now() - since < slice) continue;
			await new Promise((resolve) => setTimeout(resolve, 0));
			since = Date.now();
		}
	}

	async #read(uri: Uri): Promise<void> {
		const name = uri.toString();
		const text = await readText(uri);
		const seed = text !== undefined && readHeader(text) ? parseSeed(text) : undefined;
		if (text === undefined || !seed) {
			this.#files.delete(name);
			this.#index.delete(name);
			return;
		}
		const { date } = seed.header;
		this.#files.set(name, { uri, date, language: seed.language });
		const paragraphs = seed.paragraphs.map(({ start, end }) => text.slice(start, end));
		this.#index.set(name, { date, language: seed.language, text: paragraphs });
	}

	#findAgain(): void {
		if (!this.#ready) return;
		this.#ready = undefined;
		this.#onDidChange.fire();
	}

	/** Where seeds are looked for, from now on. */
	#watch(): void {
		Disposable.from(...this.#watchers).dispose();
		this.#watchers = [];
		if (this.#disposed) return;
		const stale = (uri: Uri) => {
			this.#stale.add(uri.toString());
			this.#onDidChange.fire();
		};
		for (const folder of workspace.workspaceFolders ?? []) {
			const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, setting('seeds.files', folder)));
			this.#watchers.push(watcher);
			for (const changed of [watcher.onDidCreate, watcher.onDidChange, watcher.onDidDelete])
				this.#watchers.push(changed(stale));
		}
	}
}
