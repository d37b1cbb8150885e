// Copies of what is being written. VS Code empties a file before it writes it anew, so that a kill in that moment leaves it
// torn: from a copy in the extension's storage it is made whole when it is next read, unless somebody else wrote it since.
import { l10n, Uri, window, workspace } from 'vscode';
import { type Copy, decodeCopy, encodeCopy, outcomeOf, printOf } from './copy-format';
import { baseName, readBytes } from './files';
import type { Guard } from './guard';
import { sumOf } from './seed-cache-format';

/** After so long nobody is still writing. */
const writingMilliseconds = 5000;
/** How long after the writing began, and how long before by another clock, the torn file can have been left. */
const [latest, earliest] = [60_000, 5000];
/** For how long it is taken to be known which copies there are. */
const listedMilliseconds = 500;

interface Kept {
	readonly uri: Uri;
	readonly copy: Copy;
}

export class Copies {
	readonly #folder: Uri | undefined;
	readonly #guard: Guard;
	/** Begins the names of this window's copies, which another window leaves alone as long as they are young. */
	readonly #session = Math.random().toString(36).slice(2);
	readonly #mending = new Map<string, Promise<void>>();
	readonly #asked = new Set<string>();
	#count = 0;
	#listed: { readonly at: number; readonly names: Promise<readonly string[]> } | undefined;
	#made: Promise<void> | undefined;

	/** Without storage nothing is kept, and all works. */
	constructor(storage: Uri | undefined, guard: Guard) {
		this.#folder = storage && Uri.joinPath(storage, 'writing');
		this.#guard = guard;
	}

	/** Runs `write`, which makes the file's text `text`. Should all end meanwhile, `mend` makes it whole. */
	async during<T>(uri: Uri, text: string, write: () => Promise<T>): Promise<T> {
		const copy = await this.#guard.quietly('copying', () => this.#keep(uri, text), undefined);
		const result = await write();
		// where writing failed, what is on disk is looked at when it is next read
		if (copy) await this.#drop(copy);
		return result;
	}

	/** To be called before the file is read: makes it whole where its writing was cut off. */
	async mend(uri: Uri): Promise<void> {
		if (!this.#folder) return;
		const name = uri.toString();
		const mending = this.#mending.get(name) ?? this.#guard.quietly('mending', () => this.#mend(uri), undefined);
		this.#mending.set(name, mending);
		await mending;
		if (this.#mending.get(name) === mending) this.#mending.delete(name);
	}

	async #keep(uri: Uri, text: string): Promise<Uri | undefined> {
		if (!this.#folder) return undefined;
		this.#made ??= Promise.resolve(workspace.fs.createDirectory(this.#folder));
		await this.#made;
		const now = await readBytes(uri);
		const hasMark = now?.[0] === 0xef && now[1] === 0xbb && now[2] === 0xbf;
		const after = new TextEncoder().encode(hasMark ? `\ufeff${text}` : text);
		const copy = { name: uri.toString(), at: Date.now(), before: now && printOf(now), after };
		const file = Uri.joinPath(this.#folder, `${keyOf(uri)}.${this.#session}.${++this.#count}`);
		await workspace.fs.writeFile(file, encodeCopy(copy));
		return file;
	}

	async #mend(uri: Uri): Promise<void> {
		for (;;) {
			const all = await this.#of(uri);
			if (!all.length) return;
			const now = await readBytes(uri);
			const outcomes = all.map(({ copy }) => outcomeOf(copy, now));
			const torn = outcomes.includes('whole') ? undefined : all[outcomes.indexOf('torn')];
			const isWriting = Date.now() - (all[0] as Kept).copy.at < writingMilliseconds;
			if (torn && isWriting) {
				await new Promise((resolve) => setTimeout(resolve, 100));
				this.#listed = undefined;
				continue;
			}
			if (torn && !(await this.#isLeftSo(uri, torn.copy))) return this.#offer(uri, torn.copy, all);
			if (torn) await workspace.fs.writeFile(uri, torn.copy.after);
			if (!isWriting) await this.#dropAll(all);
			return;
		}
	}

	/** Whether the file is as the cut-off writing left it: a beginning of the text may also be what somebody made of it later. */
	async #isLeftSo(uri: Uri, { at }: Copy): Promise<boolean> {
		const { mtime } = await workspace.fs.stat(uri);
		return at - earliest <= mtime && mtime <= at + latest;
	}

	/** Not waited for: until it is answered, the file is read as it is. */
	#offer(uri: Uri, { after }: Copy, all: readonly Kept[]): void {
		if (this.#asked.has(uri.toString())) return;
		this.#asked.add(uri.toString());
		const restore = l10n.t('Restore It');
		const keep = l10n.t('Keep It as It Is');
		const said = l10n.t('“{0}” holds only a part of what was written last.', baseName(uri));
		const ask = async () => {
			const chosen = await window.showWarningMessage(said, restore, keep);
			if (chosen === restore) await workspace.fs.writeFile(uri, after);
			if (chosen) await this.#dropAll(all);
		};
		void this.#guard.quietly('mending', ask, undefined);
	}

	/** Those of the file that other sessions left, the newest first. */
	async #of(uri: Uri): Promise<Kept[]> {
		const folder = this.#folder as Uri;
		const names = (await this.#names()).filter((name) => name.startsWith(`${keyOf(uri)}.`));
		const found: Kept[] = [];
		for (const name of names) {
			if (name.includes(`.${this.#session}.`)) continue;
			const file = Uri.joinPath(folder, name);
			const bytes = await readBytes(file);
			const copy = bytes && decodeCopy(bytes);
			if (copy?.name === uri.toString()) found.push({ uri: file, copy });
		}
		return found.sort((a, b) => b.copy.at - a.copy.at);
	}

	#names(): Promise<readonly string[]> {
		if (!this.#listed || Date.now() - this.#listed.at > listedMilliseconds) {
			const names = workspace.fs.readDirectory(this.#folder as Uri).then(
				(entries) => entries.map(([name]) => name),
				() => [],
			);
			this.#listed = { at: Date.now(), names: Promise.resolve(names) };
		}
		return this.#listed.names;
	}

	async #dropAll(all: readonly Kept[]): Promise<void> {
		for (const { uri } of all) await this.#drop(uri);
	}

	#drop(copy: Uri): Promise<void> {
		return this.#guard.quietly('copying', () => workspace.fs.delete(copy), undefined);
	}
}

/** Begins the names of a file's copies. */
function keyOf(uri: Uri): string {
	return sumOf(new TextEncoder().encode(uri.toString())).toString(16);
}
