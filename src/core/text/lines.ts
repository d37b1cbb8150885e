// Lines: offsets to line and character and back, exactly as VS Code's TextDocument counts them.
import type { Span } from './span';

/** A place as editors say it. Both 0-based; `character` counts UTF-16 code units from the line's start. */
export interface Position {
	readonly line: number;
	readonly character: number;
}

/**
 * The lines of one text. A line ends with `\r\n`, `\n` or `\r`; U+2028 and its like end none, and an empty text is one
 * empty line. Nothing is counted until the first question; then questions cost O(log lines).
 * Places outside the text are taken to the nearest one inside; a place inside a line end to the end of its line.
 */
export class LineIndex {
	readonly #text: string;
	#starts: readonly number[] | undefined;

	constructor(text: string) {
		this.#text = text;
	}

	/** At least 1. */
	get lineCount(): number {
		return this.#lineStarts().length;
	}

	positionAt(offset: number): Position {
		const line = this.#lineOf(offset);
		const span = this.lineSpan(line);
		return { line, character: Math.max(0, Math.min(offset, span.end) - span.start) };
	}

	offsetAt({ line, character }: Position): number {
		if (line < 0) return 0;
		if (line >= this.lineCount) return this.#text.length;
		const span = this.lineSpan(line);
		return Math.min(span.start + Math.max(0, character), span.end);
	}

	/** The line without its line end. Lines that are not there are taken to the first or the last. */
	lineSpan(line: number): Span {
		const starts = this.#lineStarts();
		const index = Math.min(Math.max(0, line), starts.length - 1);
		const start = starts[index]!;
		if (index === starts.length - 1) return { start, end: this.#text.length };
		const last = starts[index + 1]! - 1;
		const pair = last > start && this.#text[last] === '\n' && this.#text[last - 1] === '\r';
		return { start, end: pair ? last - 1 : last };
	}

	#lineOf(offset: number): number {
		const starts = this.#lineStarts();
		let low = 0;
		let high = starts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if (starts[middle]! <= offset) low = middle;
			else high = middle - 1;
		}
		return low;
	}

	#lineStarts(): readonly number[] {
		this.#starts ??= lineStarts(this.#text);
		return this.#starts;
	}
}

function lineStarts(text: string): number[] {
	const starts = [0];
	let newline = text.indexOf('\n');
	let carriage = text.indexOf('\r');
	while (newline >= 0 || carriage >= 0) {
		const pair = carriage >= 0 && newline === carriage + 1;
		const first = newline < 0 || (carriage >= 0 && carriage < newline) ? carriage : newline;
		const next = pair ? first + 2 : first + 1;
		starts.push(next);
		if (newline >= 0 && newline < next) newline = text.indexOf('\n', next);
		if (carriage >= 0 && carriage < next) carriage = text.indexOf('\r', next);
	}
	return starts;
}
