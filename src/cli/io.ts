// What the command line needs of the world: streams, files, git. Injected, so that tests run it in their own process.

/** Where text is written. */
export interface Output {
	/** Resolves when more can be taken. Rejects with `BrokenPipe` once nobody reads any more. */
	write(text: string): Promise<void>;
}

/** Nobody reads the output any more, as with `| head`: no reason for a message. */
export class BrokenPipe extends Error {}

export type EntryKind = 'file' | 'folder' | 'other';

export interface FolderEntry {
	readonly name: string;
	readonly kind: EntryKind;
}

/** A file that cannot be read or written; `reason` completes the sentence "cannot read FILE: …". */
export class FileError extends Error {
	readonly reason: string;

	constructor(reason: string) {
		super(reason);
		this.reason = reason;
	}
}

/** Paths are absolute. */
export interface Files {
	/** Throws `FileError`. */
	read(file: string): Promise<Uint8Array>;
	/** The first bytes, at most `length`. Throws `FileError`. */
	readStart(file: string, length: number): Promise<Uint8Array>;
	/** What `file` is, links followed; undefined where there is nothing. */
	kind(file: string): Promise<EntryKind | undefined>;
	/** By name; links are not followed. Throws `FileError`. */
	list(folder: string): Promise<readonly FolderEntry[]>;
	/**
	 * Replaces a file as a whole, or leaves it as it was: `change` gets the bytes that are there now (undefined: no
	 * file) and gives the new ones, or undefined to write nothing. Nobody else who uses this writes in between, and
	 * readers never see half a file. The file's mode is kept. Throws `FileError`.
	 */
	update(file: string, change: (now: Uint8Array | undefined) => Uint8Array | undefined): Promise<void>;
	/** Takes a file away, if it is there. Throws `FileError`. */
	remove(file: string): Promise<void>;
}

/** What a git command gave. */
export interface GitResult {
	readonly code: number;
	readonly stdout: Uint8Array;
	readonly stderr: string;
}

export interface Io {
	readonly stdin: AsyncIterable<Uint8Array>;
	readonly stdout: Output;
	readonly stderr: Output;
	/** Absolute. */
	readonly cwd: string;
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly files: Files;
	/** The words that start this program; for settings that call it again. */
	readonly program: readonly string[];
	/** Runs git in a folder, without a shell; undefined where there is no git. */
	git(folder: string, parameters: readonly string[]): Promise<GitResult | undefined>;
	/** The built-in catalogue's text. */
	starterCatalogue(): Promise<string>;
	/** Names that Russian texts use beyond the catalogues; empty where they are missing. */
	nameLists(): Promise<string>;
	/** The word lists, concatenated. */
	wordLists(): Promise<string>;
	version(): Promise<string>;
	/** Today as ISO date, in the user's time zone. */
	today(): string;
	/** The name of the account, where it has one. */
	userName(): string | undefined;
}
