// What was read off the workspace's seeds, kept between windows in the extension's storage: in parts, so that one changed
// seed writes but one of them. Without storage (no workspace) nothing is kept, and all works.
import { Uri, workspace } from 'vscode';
import type { Guard } from './guard';
import { type CachedFile, decodeCache, encodeCache, encodeFile } from './seed-cache-format';
import type { Slices } from './slices';

/** With 10,000 seeds a part has some 150 and is read in a few milliseconds. */
const parts = 64;
/** Bytes of one part; what does not fit is read from the files. */
const largestPart = 2_000_000;

export class SeedCache {
	readonly #folder: Uri | undefined;
	readonly #version: () => Promise<string>;
	readonly #guard: Guard;

	/** `version`: what it is valid for. */
	constructor(storage: Uri | undefined, version: () => Promise<string>, guard: Guard) {
		this.#folder = storage && Uri.joinPath(storage, 'seeds');
		this.#version = version;
		this.#guard = guard;
	}

	/** The part that a file belongs to, by its URI string. */
	partOf(name: string): number {
		let sum = 0;
		for (let at = 0; at < name.length; at++) sum = (Math.imul(sum, 31) + name.charCodeAt(at)) | 0;
		return (sum >>> 0) % parts;
	}

	/** All that is kept, part by part; nothing of a part that is damaged or of another version. */
	async *read(): AsyncGenerator<CachedFile> {
		if (!this.#folder) return;
		const version = await this.#version();
		for (let part = 0; part < parts; part++) {
			const bytes = await this.#bytesOf(part);
			if (bytes) yield* decodeCache(version, bytes);
		}
	}

	async write(part: number, files: Iterable<CachedFile>, slices: Slices): Promise<void> {
		if (!this.#folder) return;
		const blocks: Uint8Array[] = [];
		let size = 0;
		for (const file of files) {
			const block = encodeFile(file);
			size += block.length;
			if (size > largestPart) break;
			blocks.push(block);
			await slices.pause();
		}
		const bytes = encodeCache(await this.#version(), blocks);
		const uri = this.#uriOf(this.#folder, part);
		await this.#guard.quietly('cache', () => workspace.fs.writeFile(uri, bytes), undefined);
	}

	#uriOf(folder: Uri, part: number): Uri {
		return Uri.joinPath(folder, `${part}.bin`);
	}

	async #bytesOf(part: number): Promise<Uint8Array | undefined> {
		try {
			return this.#folder && (await workspace.fs.readFile(this.#uriOf(this.#folder, part)));
		} catch {
			return undefined;
		}
	}
}
