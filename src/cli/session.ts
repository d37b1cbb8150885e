// One run of a command: printing, complaining, and the exit code that comes of it.
import path from 'node:path';
import type { Problem } from '../core/problems';
import { LineIndex } from '../core/text/lines';
import { word } from '../wording';
import { FileError, type Io } from './io';
import { type Decoded, decode, jsonLine, printable } from './text';

/** A file as it was read. */
export interface ReadFile extends Decoded {
	readonly bytes: Uint8Array;
}

export class Session {
	readonly io: Io;
	#failed = false;

	constructor(io: Io) {
		this.io = io;
	}

	/** 1 once anything was complained of, else 0. */
	get exitCode(): number {
		return this.#failed ? 1 : 0;
	}

	/** One record of NDJSON. */
	printRecord(value: unknown): Promise<void> {
		return this.io.stdout.write(jsonLine(value));
	}

	/** A line; what comes from files must have gone through `printable`. */
	printLine(line: string): Promise<void> {
		return this.io.stdout.write(`${line}\n`);
	}

	/** What could not be done, as one line on standard error; the run goes on and ends with 1. */
	async complain(message: string): Promise<void> {
		this.#failed = true;
		await this.io.stderr.write(`glossator: ${printable(message)}\n`);
	}

	/** What a person should know, on standard error; the exit code stays. */
	async remark(message: string): Promise<void> {
		await this.io.stderr.write(`glossator: ${printable(message)}\n`);
	}

	/** The run ends with 1 with no message of its own. */
	fail(): void {
		this.#failed = true;
	}

	/** Absolute. */
	resolve(file: string): string {
		return path.resolve(this.io.cwd, file);
	}

	/** The file's text, or undefined with a complaint where it cannot be read. */
	async read(file: string): Promise<ReadFile | undefined> {
		try {
			const bytes = await this.io.files.read(this.resolve(file));
			return { ...decode(bytes), bytes };
		} catch (error) {
			if (!(error instanceof FileError)) throw error;
			await this.complain(`cannot read ${file}: ${error.reason}`);
			return undefined;
		}
	}

	/** The file's text, or undefined where it is not there or cannot be read. */
	async readIfThere(file: string): Promise<ReadFile | undefined> {
		const kind = await this.io.files.kind(this.resolve(file));
		return kind === undefined ? undefined : this.read(file);
	}

	/** Problems of a file as `file:line:column severity code sentence` lines on standard error. */
	async complainOf(file: string, text: string, problems: readonly Problem[]): Promise<void> {
		if (problems.length === 0) return;
		this.#failed = true;
		const lines = new LineIndex(text);
		for (const problem of problems) await this.io.stderr.write(`${problemLine(locate(file, lines, problem))}\n`);
	}
}

/** A problem with its place, as it is printed. */
export interface LocatedProblem {
	readonly file: string;
	/** 1-based, as are the columns; columns count UTF-16 code units. */
	readonly line: number;
	readonly column: number;
	readonly endLine: number;
	readonly endColumn: number;
	readonly code: string;
	readonly severity: Problem['severity'];
	readonly message: string;
}

export function locate(file: string, lines: LineIndex, problem: Problem): LocatedProblem {
	const start = lines.positionAt(problem.span.start);
	const end = lines.positionAt(problem.span.end);
	return {
		file,
		line: start.line + 1,
		column: start.character + 1,
		endLine: end.line + 1,
		endColumn: end.character + 1,
		code: problem.code,
		severity: problem.severity,
		message: word(problem),
	};
}

export function problemLine({ file, line, column, severity, code, message }: LocatedProblem): string {
	return `${printable(file)}:${line}:${column}: ${severity} ${code}: ${printable(message)}`;
}
