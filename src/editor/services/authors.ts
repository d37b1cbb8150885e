// Who writes: the setting, else git's name, else the machine's.
import type { Uri } from 'vscode';
import type { Platform } from '../platform';
import type { Git } from './git';
import { setting } from './settings';

export class Authors {
	readonly #git: Git;
	readonly #platform: Platform;

	constructor(git: Git, platform: Platform) {
		this.#git = git;
		this.#platform = platform;
	}

	/** Undefined where nothing is known: the annotation then has no author. */
	async nameFor(uri: Uri): Promise<string | undefined> {
		return setting('author', uri).trim() || (await this.#git.userName(uri)) || this.#platform.userName();
	}

	/** Today as ISO date in the user's time zone. */
	today(): string {
		const now = new Date();
		const two = (n: number) => String(n).padStart(2, '0');
		return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
	}
}
