// Conflict markers that git left in a file: where they stand, and the text with the disputed entries blanked out.
import type { Span } from '../text/span';

export interface Conflicts {
	/** Each marker's line, line end not counted; empty where there is no conflict. */
	readonly markers: readonly Span[];
	/** As long as the text, so that offsets hold: every top-level entry that a conflict touches is white space. */
	readonly undisputed: string;
}

const marker = /^(?:<{7}|\|{7}|={7}|>{7})(?=[ \t\r\n]|$)[^\r\n]*/gm;

/**
 * Finds `<<<<<<<`, `|||||||`, `=======` and `>>>>>>>` at line starts. Such a line is never YAML of ours: a map's values
 * are indented. An entry of which only a part is disputed is blanked as a whole, since its rest may belong to either side.
 */
export function findConflicts(text: string): Conflicts {
	const markers = Array.from(text.matchAll(marker), (m) => ({ start: m.index, end: m.index + m[0].length }));
	let undisputed = '';
	let done = 0;
	let open: number | undefined;
	for (const [i, { start, end }] of markers.entries()) {
		if (start < done) continue;
		if (text[start] === '<') open ??= start;
		const closes = text[start] === '>' || i === markers.length - 1;
		if (!closes || open === undefined) continue;
		const from = Math.max(done, entryStart(text, open));
		const to = entryEnd(text, end);
		undisputed += text.slice(done, from) + text.slice(from, to).replace(/[^\r\n]/g, ' ');
		done = to;
		open = undefined;
	}
	return { markers, undisputed: undisputed + text.slice(done) };
}

/** Where the entry begins that the conflict at `offset` cuts in two; `offset` itself where it stands between entries. */
function entryStart(text: string, offset: number): number {
	const firstLine = /[\r\n][ \t]*[^\s]/g;
	firstLine.lastIndex = offset;
	const found = firstLine.exec(text);
	const next = found ? text[found.index + 1]! : ' ';
	if (!/[ \t=|>]/.test(next)) return offset;
	let start = offset;
	while (start > 0) {
		start = text.lastIndexOf('\n', start - 2) + 1;
		if (/[^\s#]/.test(text[start]!)) break;
	}
	return start;
}

/** Where the next entry begins after `offset`. */
function entryEnd(text: string, offset: number): number {
	const nextKey = /^[^\s#]/gm;
	nextKey.lastIndex = offset;
	return nextKey.exec(text)?.index ?? text.length;
}
