// The bytes of a copy of what is being written, and what the file it belongs to must have gone through. Pure.
import { sumOf } from './seed-cache-format';

/** What is kept beside a file while it is written. */
export interface Copy {
	/** The file's URI. */
	readonly name: string;
	/** When the writing began: milliseconds since 1970. */
	readonly at: number;
	/** What was there before; undefined: no such file. */
	readonly before: Print | undefined;
	/** What is being written. */
	readonly after: Uint8Array;
}

/** What tells one content from another. */
export interface Print {
	readonly length: number;
	readonly sum: number;
}

/** `whole`: as before, or as it should be. `torn`: cut off while it was written. `other`: something else wrote it since. */
export type Outcome = 'whole' | 'torn' | 'other';

export function printOf(bytes: Uint8Array): Print {
	return { length: bytes.length, sum: sumOf(bytes) };
}

export function encodeCopy({ after, ...head }: Copy): Uint8Array {
	const line = new TextEncoder().encode(`${JSON.stringify({ ...head, written: printOf(after) })}\n`);
	const bytes = new Uint8Array(line.length + after.length);
	bytes.set(line);
	bytes.set(after, line.length);
	return bytes;
}

/** Undefined where it is none, or was cut off itself: what it belongs to had not been touched then. */
export function decodeCopy(bytes: Uint8Array): Copy | undefined {
	const end = bytes.indexOf(0x0a);
	try {
		const head = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as Copy & { readonly written: Print };
		const after = bytes.subarray(end + 1);
		const isSound = typeof head.name === 'string' && typeof head.at === 'number' && isPrinted(after, head.written);
		return isSound ? { name: head.name, at: head.at, before: head.before, after } : undefined;
	} catch {
		return undefined;
	}
}

/**
 * What became of the file; `now` undefined: there is none. A file is emptied and then written from its beginning, so that it is
 * torn where it holds a beginning of what should be there; where a disk lost power, with NUL in place of the rest.
 */
export function outcomeOf({ before, after }: Copy, now: Uint8Array | undefined): Outcome {
	if (!now) return before ? 'other' : 'whole';
	if (before && isPrinted(now, before)) return 'whole';
	let written = now.length;
	while (written > 0 && now[written - 1] === 0) written--;
	if (written > after.length || now.length > after.length) return 'other';
	for (let at = 0; at < written; at++) if (now[at] !== after[at]) return 'other';
	return written === after.length ? 'whole' : 'torn';
}

function isPrinted(bytes: Uint8Array, { length, sum }: Print): boolean {
	return bytes.length === length && sumOf(bytes) === sum;
}
