// What the core needs of the world outside, as interfaces; the editor and the command line each bring their own.

/** A change of one stretch of a text. Offsets are into the text before any edit of the same list; edits do not overlap. */
export interface TextEdit {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/** Files by path or URI string; the caller decides which. */
export interface Workspace {
	/** The text, or undefined where there is no such file. */
	read(file: string): Promise<string | undefined>;
}

export interface Logger {
	info(message: string): void;
	warn(message: string): void;
	error(message: string | Error): void;
}
