// Git through VS Code's own Git extension, looked up softly: absent on the web and in untrusted workspaces.
import { type Disposable, type Event, extensions, type Uri } from 'vscode';

/** The little of the Git extension's API (version 1) that is used here. */
interface GitApi {
	getRepository(uri: Uri): Repository | null;
	/** A read-only document of the file at a revision. */
	toGitUri(uri: Uri, ref: string): Uri;
	readonly repositories: readonly Repository[];
	readonly onDidOpenRepository: Event<Repository>;
}

interface GitExtension {
	readonly enabled: boolean;
	getAPI(version: 1): GitApi;
}

interface Change {
	readonly uri: Uri;
	readonly originalUri: Uri;
	readonly renameUri: Uri | undefined;
}

export interface Commit {
	readonly hash: string;
	/** The first line is the subject. */
	readonly message: string;
	readonly authorName?: string;
	readonly authorDate?: Date;
	readonly parents?: readonly string[];
}

interface Ref {
	readonly name?: string;
	readonly commit?: string;
}

export interface Repository {
	readonly rootUri: Uri;
	readonly state: {
		readonly HEAD: { readonly name?: string; readonly commit?: string } | undefined;
		readonly workingTreeChanges: readonly Change[];
		readonly indexChanges: readonly Change[];
		readonly untrackedChanges?: readonly Change[];
		/** Files with a conflict that nobody has solved yet. */
		readonly mergeChanges: readonly Change[];
		/** The commit that a rebase has stopped at. */
		readonly rebaseCommit?: Commit | undefined;
		readonly onDidChange: Event<void>;
	};
	show(ref: string, path: string): Promise<string>;
	buffer(ref: string, path: string): Promise<Uint8Array>;
	/** From a revision to the working tree. */
	diffWith(ref: string): Promise<Change[]>;
	/** From where the two parted to the second. */
	diffBetween(ref1: string, ref2: string): Promise<Change[]>;
	/** Undefined, or empty, where the two share no commit. */
	getMergeBase(ref1: string, ref2: string): Promise<string | undefined>;
	getCommit(ref: string): Promise<Commit>;
	/** Stages files, which also says that their conflicts are solved. */
	add(paths: readonly string[]): Promise<void>;
	log(options: { readonly maxEntries: number; readonly path: string }): Promise<readonly Commit[]>;
	getObjectDetails(treeish: string, path: string): Promise<{ readonly object: string }>;
	getConfig(key: string): Promise<string>;
	getGlobalConfig(key: string): Promise<string>;
	getRefs(query: { readonly sort?: string }): Promise<readonly Ref[]>;
}

/** A file as it was in a commit that changed it. */
interface Version {
	readonly commit: string;
	/** The id of its content. */
	readonly blob: string;
}

/** How far back an old version of a file is looked for. */
const mostVersions = 60;

export class Git {
	/** By file, its versions as of one commit. */
	readonly #history = new Map<string, { readonly head: string | undefined; readonly versions: Promise<Version[]> }>();
	/** Each version is a process of git's: one file after the other. */
	#queue: Promise<unknown> = Promise.resolve();

	async #api(): Promise<GitApi | undefined> {
		const extension = extensions.getExtension<GitExtension>('vscode.git');
		if (!extension) return undefined;
		try {
			const git = await extension.activate();
			return git.enabled ? git.getAPI(1) : undefined;
		} catch {
			return undefined;
		}
	}

	async repositoryOf(uri: Uri): Promise<Repository | undefined> {
		return (await this.#api())?.getRepository(uri) ?? undefined;
	}

	async uriAt(uri: Uri, revision: string): Promise<Uri | undefined> {
		return (await this.#api())?.toGitUri(uri, revision);
	}

	async repositories(): Promise<readonly Repository[]> {
		return (await this.#api())?.repositories ?? [];
	}

	/** Git finds repositories one after the other. Undefined where there is no git. */
	async onDidOpen(listener: () => void): Promise<Disposable | undefined> {
		return (await this.#api())?.onDidOpenRepository(listener);
	}

	/** The file's text in the version whose blob id begins so; undefined where its recent history has none. */
	async textOfBlob(file: Uri, blob: string): Promise<string | undefined> {
		const repository = await this.repositoryOf(file);
		if (!repository) return undefined;
		const versions = await this.#versionsOf(repository, file);
		const found = versions.find((version) => version.blob.startsWith(blob));
		return found && showAt(repository, found.commit, file);
	}

	/** The newest first; asked of git once a commit. */
	#versionsOf(repository: Repository, file: Uri): Promise<Version[]> {
		const name = file.toString();
		const head = repository.state.HEAD?.commit;
		const known = this.#history.get(name);
		if (known && known.head === head) return known.versions;
		const versions = this.#queue.then(() => listVersions(repository, file.fsPath)).catch(() => []);
		this.#queue = versions;
		this.#history.set(name, { head, versions });
		return versions;
	}

	async userName(uri: Uri): Promise<string | undefined> {
		const repository = await this.repositoryOf(uri);
		for (const read of [repository?.getConfig, repository?.getGlobalConfig]) {
			const name = await read?.call(repository, 'user.name').catch(() => '');
			if (name) return name.trim();
		}
		return undefined;
	}
}

async function listVersions(repository: Repository, path: string): Promise<Version[]> {
	const versions: Version[] = [];
	for (const { hash } of await repository.log({ maxEntries: mostVersions, path })) {
		const details = await repository.getObjectDetails(hash, path).catch(() => undefined);
		if (details) versions.push({ commit: hash, blob: details.object });
	}
	return versions;
}

/** The file's text at a revision, of a binary one whatever that reads as; undefined where it is not there. */
export async function showAt(repository: Repository, revision: string, file: Uri): Promise<string | undefined> {
	try {
		return await repository.show(revision, file.fsPath);
	} catch {
		// what looks binary is refused by `show` as if it were not there
		const bytes = await repository.buffer(revision, file.fsPath).catch(() => undefined);
		return bytes && new TextDecoder().decode(bytes);
	}
}

/**
 * The id git gives these bytes, or undefined where the host has no SHA-1 (a page without a secure context).
 * Source: a blob's id is the SHA-1 of `blob <length>\0` and its content.
 */
export async function blobId(bytes: Uint8Array): Promise<string | undefined> {
	if (!globalThis.crypto?.subtle) return undefined;
	const head = new TextEncoder().encode(`blob ${bytes.length}\0`);
	const whole = new Uint8Array(head.length + bytes.length);
	whole.set(head);
	whole.set(bytes, head.length);
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-1', whole));
	return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
