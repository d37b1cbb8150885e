// Where the reader of YAML is: goes from line to line, counts indentation, tells mistakes, and ends the reading at its limits.
import type { ProblemCode } from '../problems';
import type { Span } from '../text/span';
import { afterBreak, afterSpaces, afterWhite, endOfLine, isMarker } from './lines';

/** Told once a line: one mistake has many consequences. */
export type ReportSyntax = (code: ProblemCode & `yaml/${string}`, span: Span, detail?: string) => void;

/** Deepest nesting that is read. Our formats need six levels; far deeper ones exhaust the stack. */
const depthLimit = 200;

/** Most nodes that are read, in case all of the file is brackets and commas: some 40,000 annotations. */
const nodeLimit = 1_000_000;

/** The detail of a problem: YAML forbids it. */
export const tabbed = 'a tab as indentation';

/** Columns that a tab was probably meant to be. */
const tabWidth = 2;

/** A place in a text, and what is known about the line it is in. */
export class Cursor {
	readonly text: string;
	at = 0;
	/** Spaces before the content that `nextLine` came to; -1 at the end of the document. */
	indent = -1;
	/** The deepest indentation of the comments that `nextLine` passed and no value owns; -1: there are none. */
	deepest = -1;
	/** Whether `nextLine` passed a comment. */
	hasComment = false;
	/** Where a value that is not written ends before the next key: after a comment; -1: at its place; undefined: not there yet. */
	blankEnd: number | undefined;
	/** Where the block value read last ends, with the comments that belong to it. */
	end = 0;
	/** Whether a limit was reached: nothing more is read or told. */
	isOver = false;
	readonly #report: ReportSyntax;
	#depth = 0;
	#nodes = 0;

	constructor(text: string, report: ReportSyntax) {
		this.text = text;
		this.#report = report;
	}

	/** Tells a mistake. */
	fail(start: number, detail: string, length = 1): void {
		this.report('yaml/syntax', start, length, detail);
	}

	report(code: Parameters<ReportSyntax>[0], start: number, length: number, detail?: string): void {
		if (this.isOver) return;
		const end = Math.max(start, Math.min(start + length, this.text.length));
		this.#report(code, { start, end }, detail);
	}

	/** Begins a map or list. */
	enter(): void {
		this.count();
		if (++this.#depth > depthLimit) this.#stop('yaml/syntax', 'nested too deeply');
	}

	leave(): void {
		this.#depth--;
	}

	/** Counts a node. */
	count(): void {
		if (++this.#nodes > nodeLimit) this.#stop('yaml/too-large');
	}

	#stop(code: Parameters<ReportSyntax>[0], detail?: string): void {
		this.report(code, this.at, 0, detail);
		this.isOver = true;
		this.at = this.text.length;
		this.indent = -1;
	}

	/**
	 * From the start of a line on to the next that has content. Comments right below a value belong to it where they are
	 * indented deeper than `owner`, the map or list it is in: returns where the last of them ends.
	 * `isCommented`: a comment stands at the end of the line above.
	 */
	nextLine(owner: number, isCommented = false): number {
		let ownEnd = this.at;
		let isOwn = true;
		let breaks = 1;
		this.deepest = -1;
		this.hasComment = isCommented;
		this.blankEnd = undefined;
		for (;;) {
			const spaces = afterSpaces(this.text, this.at);
			let end = afterWhite(this.text, spaces);
			const indent = spaces - this.at;
			const isComment = this.text[end] === '#';
			if (isComment) {
				end = endOfLine(this.text, end);
				this.hasComment = true;
				isOwn &&= indent > owner;
				if (!isOwn) this.deepest = Math.max(this.deepest, indent);
				if (indent > owner) {
					breaks = 0;
					this.blankEnd = undefined;
				}
			}
			const next = afterBreak(this.text, end) ?? (end === this.text.length ? end : undefined);
			if (next === undefined) {
				if (end > spaces) this.fail(spaces, tabbed, end - spaces);
				this.indent = isMarker(this.text, this.at) ? -1 : indent + (end - spaces) * tabWidth;
				this.at = end;
			} else {
				if (++breaks === 2) this.blankEnd = this.hasComment ? end : -1;
				this.at = next;
				if (isComment && isOwn) ownEnd = next;
				if (end < this.text.length) continue;
				if (end > spaces && !isComment) this.fail(spaces, tabbed, end - spaces);
				this.indent = -1;
			}
			return ownEnd;
		}
	}
}
