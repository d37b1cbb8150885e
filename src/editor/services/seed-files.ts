// The workspace's seeds, open or not: found and read once, in slices, when first asked for; kept up by file watchers, and
// between windows by a cache.
import { Disposable, EventEmitter, RelativePattern, type TextDocument, Uri, workspace } from 'vscode';
import { type CounterpartIndex, createCounterpartIndex } from '../../core/parallel/counterpart';
import type { Digest, Document } from '../../core/parallel/digest';
import type { Language } from '../../core/seed/model';
import type { Steps } from '../../core/steps';
import { byName, findFiles, isLoose, isOwnFile } from './find';
import { type FolderChange, namesIn, watchFolders } from './folders';
import type { Guard } from './guard';
import type { Lexicons } from './lexicons';
import type { Log } from './log';
import type { SeedCache } from './seed-cache';
import type { CachedFile, Stamp } from './seed-cache-format';
import { isSeed, type SeedDocuments } from './seed-documents';
import { SeedProgress } from './seed-progress';
import { isSameStamp, type Reading, readSeed, skim, stampOf } from './seed-reading';
import { setting } from './settings';
import { Settle } from './settle';
import { ahead, Slices } from './slices';

/** What is kept of a seed that is not open. */
export interface SeedFile {
	readonly uri: Uri;
	/** ISO date, or undefined where the header's is impossible. */
	readonly date: string | undefined;
	readonly language: Language;
}

const mostFiles = 20_000;
const readAtOnce = 8;
/** After a change, the cache is written when no other one has come for so long. */
const cacheMilliseconds = 3000;

/** Of fewer files the log says nothing. */
const worthTelling = 500;

export class SeedFiles {
	readonly #lexicons: Lexicons;
	readonly #cache: SeedCache;
	readonly #guard: Guard;
	readonly #log: Log;
	readonly #files = new Map<string, SeedFile>();
	/** The files by path, until they change. */
	#sorted: readonly SeedFile[] | undefined;
	/** Of what was read from the disk, seeds or not. */
	readonly #stamps = new Map<string, Stamp>();
	readonly #onDidChange = new EventEmitter<void>();
	readonly #listening: Disposable;
	readonly #stale = new Set<string>();
	/** Parts of the cache that are behind. */
	readonly #unsaved = new Set<number>();
	readonly #save = new Settle(
		cacheMilliseconds,
		() => void this.#guard.quietly('cache', () => this.#saveAll(), undefined),
	);
	#watchers: Disposable[] = [];
	#disposed = false;
	#index: CounterpartIndex | undefined;
	#found = false;
	#queue: Promise<unknown> = Promise.resolve();

	/** A seed appeared, changed or went on disk. Fires only once somebody has asked for the files. */
	readonly onDidChange = this.#onDidChange.event;

	constructor(seeds: SeedDocuments, lexicons: Lexicons, cache: SeedCache, guard: Guard, log: Log) {
		this.#lexicons = lexicons;
		this.#cache = cache;
		this.#guard = guard;
		this.#log = log;
		const stale = ({ uri }: TextDocument) => isOwnFile(uri) && this.#stale.add(uri.toString());
		this.#listening = Disposable.from(
			seeds.onDidChange(({ document }) => stale(document)),
			// what was not saved is gone
			seeds.onDidClose(stale),
			seeds.onDidOpen((document) => {
				stale(document);
				if (isLoose(document.uri)) this.#findAgain();
			}),
			workspace.onDidRenameFiles(() => this.#findAgain()),
			workspace.onDidChangeWorkspaceFolders(() => this.#findAgain()),
			workspace.onDidChangeConfiguration((event) => {
				if (event.affectsConfiguration('glossator.seeds.files')) this.#findAgain();
			}),
			this.#onDidChange,
			this.#save,
		);
	}

	dispose(): void {
		this.#disposed = true;
		Disposable.from(this.#listening, ...this.#watchers).dispose();
	}

	/** All seeds, by path. */
	async all(): Promise<readonly SeedFile[]> {
		await this.#upToDate();
		this.#sorted ??= [...this.#files.values()].sort((a, b) => (a.uri.path < b.uri.path ? -1 : 1));
		return this.#sorted;
	}

	/**
	 * What the index of all seeds, by URI string, says; undefined where that is no longer wanted. Nothing else changes it
	 * meanwhile: `ask` may, and leaves it as it was.
	 */
	ask<T>(ask: (index: CounterpartIndex) => Steps<T>): Promise<T | undefined> {
		void this.#upToDate();
		const asked = this.#queue.then(() =>
			new Slices().through(ask(this.#index ?? createCounterpartIndex()), () => this.#disposed),
		);
		this.#queue = asked.catch(() => undefined);
		return asked;
	}

	async get(uri: Uri): Promise<SeedFile | undefined> {
		await this.#upToDate();
		return this.#files.get(uri.toString());
	}

	/** Who asks waits for all that changed before. */
	#upToDate(): Promise<void> {
		const done = this.#queue.then(() => this.#guard.quietly('looking for seeds', () => this.#catchUp(), undefined));
		this.#queue = done;
		return done;
	}

	async #catchUp(): Promise<void> {
		if (!this.#found) {
			this.#found = true;
			await this.#findAll();
		}
		if (!this.#stale.size) return;
		const names = [...this.#stale];
		this.#stale.clear();
		await this.#readAll(names.map((name) => Uri.parse(name, true)));
	}

	async #findAll(): Promise<void> {
		this.#watch();
		this.#index ??= createCounterpartIndex(await this.#lexicons.get());
		const found = await findFiles({
			globs: (folder) => [setting('seeds.files', folder)],
			name: /\.(txt|seed)$/i,
			most: mostFiles,
		});
		const open = workspace.textDocuments.filter((document) => isSeed(document) && isOwnFile(document.uri));
		const uris = await byName([...found, ...open.map(({ uri }) => uri)]);
		for (const name of this.#known()) if (!uris.has(name)) this.#forget(name);
		if (this.#stamps.size === 0) await this.#restore(uris);
		const unread = [...uris].filter(([name, uri]) => !this.#stamps.has(name) || isLoose(uri)).map(([, uri]) => uri);
		await this.#readAll(unread);
	}

	/** Takes over what is cached, as it is: asking the disk about every file would keep the first question waiting for long. */
	async #restore(uris: ReadonlyMap<string, Uri>): Promise<void> {
		const started = performance.now();
		const slices = new Slices();
		for await (const { name, stamp, digest } of this.#cache.read(slices)) {
			const uri = uris.get(name);
			if (!uri) {
				this.#unsaved.add(this.#cache.partOf(name));
				continue;
			}
			this.#stamps.set(name, stamp);
			if (!digest) continue;
			this.#put(uri, digest);
			this.#index?.restore(name, digest);
		}
		if (!this.#stamps.size) return;
		this.#tell('seeds restored', this.#stamps.size, started, slices);
		void this.#guard.quietly('looking for changed seeds', () => this.#verify(), undefined);
	}

	/** Reads anew what changed on disk since it was cached. */
	async #verify(): Promise<void> {
		const started = performance.now();
		const slices = new Slices();
		let changed = 0;
		for await (const [name, stamp] of ahead([...this.#stamps.keys()], readAtOnce, (n) => stampOf(Uri.parse(n, true)))) {
			await slices.pause();
			if (this.#disposed) return;
			if (!this.#stamps.has(name) || isSameStamp(stamp, this.#stamps.get(name))) continue;
			this.#stale.add(name);
			changed++;
		}
		this.#tell('cached seeds compared with the disk', this.#stamps.size, started, slices);
		if (changed) this.#onDidChange.fire();
	}

	async #readAll(uris: readonly Uri[]): Promise<void> {
		const started = performance.now();
		const slices = new Slices();
		const progress = new SeedProgress(uris.length);
		try {
			for await (const [uri, reading] of ahead(uris, readAtOnce, readSeed)) {
				if (this.#disposed) return;
				await this.#take(uri, reading, slices);
				progress.step();
			}
		} finally {
			progress.end();
		}
		this.#index?.rest();
		if (uris.length > 1) this.#tell('files read', uris.length, started, slices);
		if (this.#unsaved.size) this.#save.soon();
	}

	async #take(uri: Uri, { text, stamp }: Reading, slices: Slices): Promise<void> {
		const name = uri.toString();
		const was = this.#stamps.get(name);
		if (stamp) this.#stamps.set(name, stamp);
		else this.#stamps.delete(name);
		if (!isSameStamp(was, stamp)) this.#unsaved.add(this.#cache.partOf(name));
		await slices.pause();
		const document = text === undefined ? undefined : skim(text);
		if (!document) return this.#drop(name);
		await slices.pause();
		this.#put(uri, document);
		if (this.#index) await slices.through(this.#index.setSteps(name, document), () => this.#disposed);
	}

	#known(): string[] {
		return [...new Set([...this.#files.keys(), ...this.#stamps.keys()])];
	}

	#put(uri: Uri, { date, language }: Document | Digest): void {
		this.#files.set(uri.toString(), { uri, date, language });
		this.#sorted = undefined;
	}

	#drop(name: string): void {
		this.#files.delete(name);
		this.#index?.delete(name);
		this.#sorted = undefined;
	}

	#forget(name: string): void {
		this.#drop(name);
		if (this.#stamps.delete(name)) this.#unsaved.add(this.#cache.partOf(name));
	}

	#tell(what: string, count: number, started: number, slices: Slices): void {
		const [taken, longest] = [performance.now() - started, slices.longest].map((time) => time.toFixed(0));
		if (count >= worthTelling)
			this.#log.info(`${count} ${what} in ${taken} ms, at most ${longest} ms from rest to rest`);
	}

	async #saveAll(): Promise<void> {
		const behind = new Set(this.#unsaved);
		this.#unsaved.clear();
		const byPart = new Map([...behind].map((part): [number, string[]] => [part, []]));
		for (const name of this.#stamps.keys()) byPart.get(this.#cache.partOf(name))?.push(name);
		const slices = new Slices();
		for (const [part, names] of byPart) {
			if (this.#disposed) return;
			const files = names.map((name) => ({ name, stamp: this.#stamps.get(name), digest: this.#index?.digest(name) }));
			await this.#cache.write(
				part,
				files.filter((file): file is CachedFile => file.stamp !== undefined),
				slices,
			);
		}
	}

	#findAgain(): void {
		if (!this.#found) return;
		this.#found = false;
		this.#onDidChange.fire();
	}

	#changedFolder({ folder, isNew }: FolderChange): void {
		if (isNew) this.#findAgain();
		const inside = isNew ? [] : namesIn(folder, this.#known());
		for (const name of inside) this.#stale.add(name);
		if (inside.length) this.#onDidChange.fire();
	}

	/** Where seeds are looked for, from now on. */
	#watch(): void {
		Disposable.from(...this.#watchers).dispose();
		this.#watchers = [];
		if (this.#disposed) return;
		this.#watchers.push(watchFolders((change) => this.#changedFolder(change)));
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
