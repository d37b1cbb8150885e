// Something about each of many files, kept: after a change only what changed is made again.
import { Disposable, EventEmitter, Uri, workspace } from 'vscode';
import { hasLoose, isLoose } from './find';
import { type FolderChange, namesIn } from './folders';

interface Made<T> {
	readonly path: string;
	readonly one: T;
}

export class Overview<T extends object> {
	readonly #find: () => Promise<readonly Uri[]>;
	readonly #make: (file: Uri) => Promise<T | undefined>;
	/** By URI string; undefined until somebody asks, and where files may have come that nobody tells of. */
	#made: Map<string, Made<T>> | undefined;
	readonly #stale = new Set<string>();
	readonly #onDidChange = new EventEmitter<Uri>();
	readonly #listening: Disposable[];
	#watching = false;
	#queue: Promise<unknown> = Promise.resolve();

	/** One of the files, or a folder, changed on disk. Fires only once somebody has asked for them. */
	readonly onDidChange = this.#onDidChange.event;

	/** `make` gives undefined for a file that is no longer there. */
	constructor(find: () => Promise<readonly Uri[]>, make: (file: Uri) => Promise<T | undefined>) {
		this.#find = find;
		this.#make = make;
		const again = () => {
			this.#made = undefined;
		};
		this.#listening = [
			this.#onDidChange,
			workspace.onDidChangeWorkspaceFolders(again),
			workspace.onDidOpenTextDocument(({ uri }) => isLoose(uri) && again()),
			workspace.onDidCloseTextDocument(({ uri }) => isLoose(uri) && again()),
		];
	}

	dispose(): void {
		Disposable.from(...this.#listening).dispose();
	}

	/** To be made again, or for the first time. */
	changed(file: Uri): void {
		if (this.#made) this.#stale.add(file.toString());
	}

	/** What is in it has to be found, or is gone. */
	changedFolder({ folder, isNew }: FolderChange): void {
		if (!this.#made || !(isNew || namesIn(folder, this.#made.keys()).length)) return;
		this.#made = undefined;
		this.#onDidChange.fire(folder);
	}

	/** By path. */
	get(): Promise<readonly T[]> {
		this.#watch();
		const found = this.#queue.then(() => this.#get());
		this.#queue = found.catch(() => undefined);
		return found;
	}

	async #get(): Promise<readonly T[]> {
		// nobody watches the folders of files that are in no workspace
		const made = (!hasLoose() && this.#made) || (await this.#begin());
		const names = [...this.#stale];
		this.#stale.clear();
		try {
			await Promise.all(names.map((name) => this.#makeOne(made, name)));
		} catch (error) {
			this.#made = undefined;
			throw error;
		}
		return [...made.values()].sort((a, b) => (a.path < b.path ? -1 : 1)).map(({ one }) => one);
	}

	/** Nothing is made, and all that is found is to be. */
	async #begin(): Promise<Map<string, Made<T>>> {
		const made = new Map<string, Made<T>>();
		this.#stale.clear();
		this.#made = made;
		for (const uri of await this.#find()) this.#stale.add(uri.toString());
		return made;
	}

	async #makeOne(made: Map<string, Made<T>>, name: string): Promise<void> {
		const uri = Uri.parse(name, true);
		const one = await this.#make(uri);
		if (one) made.set(name, { path: uri.path, one });
		else made.delete(name);
	}

	/** From the first question on. */
	#watch(): void {
		if (this.#watching) return;
		this.#watching = true;
		const watcher = workspace.createFileSystemWatcher('**/*');
		const tell = (uri: Uri) => {
			if (this.#made?.has(uri.toString())) this.#onDidChange.fire(uri);
		};
		this.#listening.push(watcher, watcher.onDidChange(tell), watcher.onDidCreate(tell), watcher.onDidDelete(tell));
	}
}
