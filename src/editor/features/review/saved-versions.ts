// Versions of all sidecars that a person saved by hand: something to compare with where there is no git.
import { type Memento, Uri } from 'vscode';
import { readText } from '../../services/files';
import type { Services } from '../../services/services';

export interface SavedVersion {
	readonly label: string;
	/** By the sidecar's URI. */
	readonly files: Readonly<Record<string, string>>;
	uris(): readonly Uri[];
}

interface Stored {
	readonly label: string;
	readonly files: Readonly<Record<string, string>>;
}

const key = 'glossator.savedVersions';
const mostVersions = 10;
/** UTF-16 units of all files together: VS Code keeps this in its own storage. */
const mostText = 5_000_000;

export class SavedVersions {
	readonly #memory: Memento;

	constructor(memory: Memento) {
		this.#memory = memory;
	}

	/** The newest first. */
	all(): readonly SavedVersion[] {
		return this.#memory.get<readonly Stored[]>(key, []).map(({ label, files }) => ({
			label,
			files,
			uris: () => Object.keys(files).map((name) => Uri.parse(name, true)),
		}));
	}

	/** How many sidecars were saved; undefined where they are too large to keep. */
	async save({ sidecars }: Services, label: string): Promise<number | undefined> {
		const files: Record<string, string> = {};
		for (const uri of await sidecars.findAll()) {
			const text = await readText(uri);
			if (text !== undefined) files[uri.toString()] = text;
		}
		const kept: Stored[] = [{ label, files }];
		let room = mostText - sizeOf(kept[0]!);
		if (room < 0) return undefined;
		for (const version of this.#memory.get<readonly Stored[]>(key, [])) {
			room -= sizeOf(version);
			if (room >= 0 && kept.length < mostVersions) kept.push(version);
		}
		await this.#memory.update(key, kept);
		return Object.keys(files).length;
	}
}

function sizeOf({ files }: Stored): number {
	return Object.values(files).reduce((sum, text) => sum + text.length, 0);
}
