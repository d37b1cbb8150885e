// The bytes of a cache of seeds: a checked header, then one block after the other. What is not understood is no cache.
import type { Digest } from '../../core/parallel/digest';
import { type Language, languages } from '../../core/seed/model';

/** A file as it was when it was read. */
export interface Stamp {
	/** Milliseconds, as the file system tells it. */
	readonly mtime: number;
	/** Bytes. */
	readonly size: number;
}

/** What is kept of one file; no digest: it is no seed. */
export interface CachedFile {
	/** Its URI. */
	readonly name: string;
	readonly stamp: Stamp;
	readonly digest: Digest | undefined;
}

interface Head {
	readonly name: string;
	readonly mtime: number;
	readonly size: number;
	readonly seed?: { readonly date?: string; readonly language: Language; readonly opening: readonly string[] };
	readonly keys: number;
	readonly counts: number;
}

/** Bytes before the first block: the sum over all that follows, and the version's length. */
const preamble = 8;

/** One block. */
export function encodeFile({ name, stamp, digest }: CachedFile): Uint8Array {
	const { date, language, opening } = digest ?? {};
	const seed = language && opening && { ...(date !== undefined && { date }), language, opening };
	const [keys, counts] = [digest?.keys ?? new Uint32Array(), digest?.counts ?? new Uint8Array()];
	const head: Head = { name, ...stamp, ...(seed && { seed }), keys: keys.length, counts: counts.length };
	const text = new TextEncoder().encode(JSON.stringify(head));
	const bytes = new Uint8Array(4 + text.length + keys.byteLength + counts.byteLength);
	new DataView(bytes.buffer).setUint32(0, text.length);
	bytes.set(text, 4);
	bytes.set(new Uint8Array(keys.buffer, keys.byteOffset, keys.byteLength), 4 + text.length);
	bytes.set(counts, 4 + text.length + keys.byteLength);
	return bytes;
}

/** A whole cache of these blocks. `version`: what it is valid for. */
export function encodeCache(version: string, blocks: readonly Uint8Array[]): Uint8Array {
	const name = new TextEncoder().encode(version);
	const bytes = new Uint8Array(blocks.reduce((sum, { length }) => sum + length, preamble + name.length));
	bytes.set(name, preamble);
	let at = preamble + name.length;
	for (const block of blocks) {
		bytes.set(block, at);
		at += block.length;
	}
	const view = new DataView(bytes.buffer);
	view.setUint32(4, name.length);
	view.setUint32(0, sumOf(bytes.subarray(4)));
	return bytes;
}

/** The files of a cache, one at a time; none where it is of another version or was damaged. */
export function* decodeCache(version: string, given: Uint8Array): Generator<CachedFile> {
	if (given.length < preamble) return;
	// Node's buffers have a slice that does not copy
	const bytes = new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const start = preamble + view.getUint32(4);
	if (new TextDecoder().decode(bytes.subarray(preamble, start)) !== version) return;
	if (view.getUint32(0) !== sumOf(bytes.subarray(4))) return;
	for (let at = start; at + 4 <= bytes.length; ) {
		const text = at + 4 + view.getUint32(at);
		const head = readHead(new TextDecoder().decode(bytes.subarray(at + 4, text)));
		if (!head) return;
		const { name, mtime, size, seed } = head;
		const counts = text + head.keys * 4;
		at = counts + head.counts;
		if (at > bytes.length) return;
		const keys = new Uint32Array(bytes.slice(text, counts).buffer);
		const digest = seed && { ...seed, keys, counts: bytes.slice(counts, at) };
		yield { name, stamp: { mtime, size }, digest };
	}
}

/** Undefined where it is not one: written by another program. */
function readHead(text: string): Head | undefined {
	try {
		const head = JSON.parse(text) as Partial<Head> | null;
		const numbers = [head?.mtime, head?.size, head?.keys, head?.counts].every((one) => typeof one === 'number');
		const language = head?.seed?.language;
		const known = language === undefined || language === 'unknown' || languages.some((one) => one === language);
		return numbers && known && typeof head?.name === 'string' ? (head as Head) : undefined;
	} catch {
		return undefined;
	}
}

/** FNV-1a, 32 bits. */
export function sumOf(bytes: Uint8Array): number {
	let sum = 0x811c9dc5;
	for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193);
	return sum >>> 0;
}
