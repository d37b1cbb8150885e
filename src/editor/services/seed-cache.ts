// What was read off the workspace's seeds, kept between windows in the extension's storage: in parts, so that one changed
// seed writes but one of them. Without storage (no workspace) nothing is kept, and all works.
import { Uri, workspace } from 'vscode';
import type { Guard } from './guard';
import { type CachedFile, decodeCache, encodeCache, encodeFile } from './seed-cache-format';
import { ahead, type Slices } from './slices';

/** With 10,000 seeds a part has some 40, and is summed up and handed over in one or two milliseconds. */
const parts = 256;
const readAtOnce = 4;
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
	async *read(slices: Slices): AsyncGenerator<CachedFile> {
		if (!this.#folder) return;
		const version = await this.#versionOfParts();
		for await (const [, bytes] of ahead(await this.#names(), readAtOnce, (name) => this.#bytesOf(name))) {
			if (!bytes) continue;
			for (const file of decodeCache(version, bytes)) {
				yield file;
				await slices.pause();
			}
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
		const bytes = encodeCache(await this.#versionOfParts(), blocks);
		const uri = Uri.joinPath(this.#folder, `${part}.bin`);
		await this.#guard.quietly('cache', () => workspace.fs.writeFile(uri, bytes), undefined);
	}

	/** A file belongs to another part where there are more of them. */
	async #versionOfParts(): Promise<string> {
		return `${parts}/${await this.#version()}`;
	}

	/** Of the parts there are. */
	async #names(): Promise<string[]> {
		try {
			const entries = this.#folder ? await workspace.fs.readDirectory(this.#folder) : [];
			return entries.map(([name]) => name).filter((name) => name.endsWith('.bin'));
		} catch {
			return [];
		}
	}

	async #bytesOf(name: string): Promise<Uint8Array | undefined> {
		try {
			return this.#folder && (await workspace.fs.readFile(Uri.joinPath(this.#folder, name)));
		} catch {
			return undefined;
		}
	}
}
