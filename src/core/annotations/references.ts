// References in notes: `@actor-id` and `#annotation-id`, `file.txt#annotation-id` for one beside another seed.
import type { Span } from '../text/span';

/** A reference that is being written: its span, from the sign to the place asked about, and which sign it is. */
export interface StartedReference extends Span {
	readonly sign: '@' | '#';
}

/** Undefined where what stands before `offset` does not begin a reference: a sign inside a word begins none. */
export function startedReference(text: string, offset: number): StartedReference | undefined {
	const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
	const found = /(?<![\p{L}\p{N}_])([@#])[\p{L}\p{N}_.-]*$/u.exec(text.slice(lineStart, offset));
	if (!found) return undefined;
	return { start: lineStart + found.index, end: offset, sign: found[1] as '@' | '#' };
}
