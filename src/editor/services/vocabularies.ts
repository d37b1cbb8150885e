// The project's kinds and tags: from `kinds.yaml` where there is one, else from the settings. Open editors before files on disk.
import { Disposable, EventEmitter, type TextDocument, Uri, workspace } from 'vscode';
import {
	addKind,
	isKindsName,
	type Kind,
	mergeVocabularies,
	readKinds,
	type Vocabulary,
} from '../../core/annotations/kinds';
import { applyEdits, minimalEdit } from '../../core/text/edits';
import { wordInEditor } from '../convert';
import type { Edits } from './edits';
import { baseName, folderOf, readText } from './files';
import { findFiles } from './find';
import { watchFolders } from './folders';
import { type Guard, Stop } from './guard';
import { setting } from './settings';
import { Settle } from './settle';

/** Typing in the file must not paint everything anew at every key. */
const settleMilliseconds = 300;
const mostFiles = 50;

export class Vocabularies {
	readonly #guard: Guard;
	readonly #edits: Edits;
	readonly #onDidChange = new EventEmitter<void>();
	readonly #watchers: Disposable[] = [];
	readonly #settle = new Settle(settleMilliseconds, () => {
		this.#declared = undefined;
		this.#onDidChange.fire();
	});
	#declared: Promise<readonly Declared[]> | undefined;
	#known: readonly Declared[] = [];

	/** What is declared may have changed: ask again. Fires only once somebody has asked. */
	readonly onDidChange = this.#onDidChange.event;

	constructor(guard: Guard, edits: Edits) {
		this.#guard = guard;
		this.#edits = edits;
	}

	dispose(): void {
		Disposable.from(this.#settle, ...this.#watchers, this.#onDidChange).dispose();
	}

	/** For a seed; kinds are never none. */
	async of(seed: Uri): Promise<Vocabulary> {
		await this.declared();
		return this.known(seed);
	}

	/** What the project's files say; nothing where there are none. */
	async declared(): Promise<Vocabulary> {
		this.#watch();
		this.#declared ??= this.#guard.quietly('kinds', () => this.#load(), []);
		this.#known = await this.#declared;
		return mergeVocabularies(this.#known);
	}

	/** What `of` gave last; the settings' where nobody asked yet. */
	known(seed: Uri): Vocabulary {
		const { kinds, tags } = mergeVocabularies(this.#known);
		return { kinds: kinds.length ? kinds : setting('kinds', seed), tags };
	}

	/** Declares a kind in the project's file, which is made in the workspace folder, with the settings' kinds, where there is none. */
	async addKind(seed: Uri, kind: Kind, label: string): Promise<void> {
		await this.of(seed);
		const root = workspace.getWorkspaceFolder(seed)?.uri ?? folderOf(seed);
		const uri = this.#known[0]?.uri ?? Uri.joinPath(root, 'kinds.yaml');
		const given = this.#known.length ? [kind] : [...setting('kinds', seed), kind];
		await this.#edits.make({ label, uri }, '', (text) => {
			let now = text;
			for (const one of given) {
				const { edits, problem } = addKind(readKinds(now), one);
				if (problem) throw new Stop(wordInEditor(problem));
				now = applyEdits(now, edits);
			}
			return [minimalEdit(text, now)].filter((edit) => edit !== undefined);
		});
		this.#settle.soon();
	}

	async #load(): Promise<readonly Declared[]> {
		const uris = await findFiles({
			globs: () => ['**/kinds.yaml', '**/*.kinds.yaml'],
			name: /(^|\.)kinds\.yaml$/,
			most: mostFiles,
		});
		const texts = await Promise.all(
			uris.map(async (uri) => {
				await this.#edits.mend(uri);
				return readText(uri);
			}),
		);
		return uris.flatMap((uri, i) => (texts[i] === undefined ? [] : [{ uri, ...readKinds(texts[i]) }]));
	}

	#watch(): void {
		if (this.#watchers.length) return;
		const soon = () => this.#settle.soon();
		const files = workspace.createFileSystemWatcher('**/{kinds,*.kinds}.yaml');
		const changed = ({ uri }: TextDocument) => isKindsName(baseName(uri)) && soon();
		this.#watchers.push(
			files,
			files.onDidCreate(soon),
			files.onDidChange(soon),
			files.onDidDelete(soon),
			watchFolders(soon),
			workspace.onDidChangeTextDocument(({ document }) => changed(document)),
			workspace.onDidCloseTextDocument(changed),
			workspace.onDidChangeWorkspaceFolders(soon),
			workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('glossator.kinds') && soon()),
		);
	}
}

interface Declared extends Vocabulary {
	readonly uri: Uri;
}
