// The sidecars: read from the open editor or the disk, edited by splices, one change at a time.
import { Disposable, EventEmitter, l10n, type TextDocument, Uri, window, workspace } from 'vscode';
import { refusal } from '../../core/annotations/editing';
import { type EditResult, newSidecarText } from '../../core/annotations/edits';
import type { Sidecar } from '../../core/annotations/model';
import { seedPathOf, sidecarPathOf } from '../../core/annotations/names';
import { rereadSidecar, rereadSidecarSteps } from '../../core/annotations/reread';
import type { Problem } from '../../core/problems';
import { wordInEditor } from '../convert';
import type { Edits, Change as FileChange } from './edits';
import { readText } from './files';
import { findFiles, isOwnFile } from './find';
import { type FolderChange, namesIn, watchFolders } from './folders';
import { type Guard, Stop } from './guard';
import { Overview } from './overview';
import { section, setting } from './settings';
import { Slices } from './slices';
import { refuseReadOnly } from './texts';

/** The documents that are sidecars, an annotator's own ones among them. */
export const sidecarFiles = [{ pattern: '**/*.ann.yaml' }, { pattern: '**/*.ann.*.yaml' }] as const;

/** The sidecar that is read and written here: the one that all share or, where the settings name one, an annotator's own. */
export function sidecarOf(seed: Uri): Uri {
	const annotator = setting('annotator', seed).trim();
	return sidecarBy(seed, /^[^./\\]+$/.test(annotator) ? annotator : undefined);
}

/** The sidecar of one annotator; undefined: the one that all share. */
export function sidecarBy(seed: Uri, annotator: string | undefined): Uri {
	return seed.with({ path: sidecarPathOf(seed.path, annotator) });
}

/** The seed a sidecar belongs to, whosever it is, or undefined where the name is not a sidecar's. */
export function seedOf(sidecar: Uri): Uri | undefined {
	const path = seedPathOf(sidecar.path);
	return path === undefined ? undefined : sidecar.with({ path });
}

/** What becomes of a sidecar, given as it is at that moment. */
export type Change = (sidecar: Sidecar) => EditResult;

export interface SeedChange {
	readonly seed: Uri;
	readonly change: Change;
}

/** A seed and what its sidecar says. */
export interface SidecarOfSeed {
	readonly seed: Uri;
	readonly sidecar: Sidecar;
}

const mostSidecars = 20_000;

/** UTF-16 units of some 800 annotations. */
const large = 200_000;

export class Sidecars {
	readonly #edits: Edits;
	readonly #guard: Guard;
	/** Read since the last sign of a change. */
	readonly #current = new Map<string, Promise<Sidecar | undefined>>();
	readonly #last = new Map<string, Sidecar>();
	readonly #overview = new Overview(
		() => this.find(),
		(seed) => this.#ofSeed(seed),
	);
	readonly #onDidChange = new EventEmitter<Uri>();
	readonly #onDidChangeFolder = new EventEmitter<FolderChange>();
	readonly #listening: Disposable[] = [];
	#watching = false;

	/** The seed whose sidecar changed: typed in, written, deleted. */
	readonly onDidChange = this.#onDidChange.event;
	/** Sidecars may have come and gone with a folder. Fires only once somebody has asked for them. */
	readonly onDidChangeFolder = this.#onDidChangeFolder.event;

	constructor(edits: Edits, guard: Guard) {
		this.#edits = edits;
		this.#guard = guard;
		const changedDocument = (document: TextDocument) => {
			if (seedOf(document.uri)) this.#changed(document.uri);
		};
		this.#listening.push(
			edits.onDidWrite((uri) => this.#changed(uri)),
			workspace.onDidChangeTextDocument(({ document }) => changedDocument(document)),
			workspace.onDidOpenTextDocument(changedDocument),
			workspace.onDidCloseTextDocument(changedDocument),
			workspace.onDidChangeConfiguration((event) => {
				if (event.affectsConfiguration(`${section}.annotator`)) this.#changeAnnotator();
			}),
			this.#onDidChange.event((seed) => this.#overview.changed(seed)),
			this.#overview,
			this.#onDidChangeFolder.event((change) => this.#overview.changedFolder(change)),
			this.#onDidChange,
			this.#onDidChangeFolder,
		);
	}

	dispose(): void {
		Disposable.from(...this.#listening).dispose();
	}

	/**
	 * The seed's sidecar as it is now; undefined where there is none, and for other versions of a file, such as git's. The
	 * same object as long as the text is the same.
	 */
	async get(seed: Uri): Promise<Sidecar | undefined> {
		if (!isOwnFile(seed)) return undefined;
		this.#watch();
		const uri = sidecarOf(seed);
		const name = uri.toString();
		const known = this.#current.get(name);
		if (known) return known;
		const reading = this.#readNow(uri);
		// without a watcher nobody would say that the file changed
		if (workspace.getWorkspaceFolder(uri)) this.#current.set(name, reading);
		return reading;
	}

	async #readNow(uri: Uri): Promise<Sidecar | undefined> {
		await this.#edits.mend(uri);
		const text = await readText(uri);
		const name = uri.toString();
		const known = this.#last.get(name);
		if (known?.text === text) return known;
		const steps = text === undefined ? undefined : rereadSidecarSteps(known, text);
		const sidecar = steps && (await new Slices().whole(steps));
		if (sidecar) this.#last.set(name, sidecar);
		else this.#last.delete(name);
		return sidecar;
	}

	/** The seeds of the workspace that have a sidecar, by path: the one that is read and written here. */
	async find(): Promise<readonly Uri[]> {
		const all = await this.findAll();
		return all.flatMap((uri) => {
			const seed = seedOf(uri);
			return seed && sidecarOf(seed).path === uri.path ? [seed] : [];
		});
	}

	async #ofSeed(seed: Uri): Promise<SidecarOfSeed | undefined> {
		const sidecar = await this.get(seed);
		return sidecar && { seed, sidecar };
	}

	/** What those say, by path; their passages are not looked for. */
	all(): Promise<readonly SidecarOfSeed[]> {
		return this.#overview.get();
	}

	/** All sidecars of the workspace, whosever they are, by path. */
	findAll(): Promise<readonly Uri[]> {
		this.#watch();
		return findFiles({
			globs: () => ['**/*.ann.yaml', '**/*.ann.*.yaml'],
			name: /\.ann(\.[^.]+)?\.yaml$/,
			most: mostSidecars,
		});
	}

	/**
	 * Changes the seed's sidecar, which is made where there is none. `change` is called with the text as it is at that
	 * moment. Throws Stop, and writes nothing, where the file is not understood or cannot be written.
	 */
	edit(seed: Uri, label: string, change: Change): Promise<void> {
		return this.editAll(label, [{ seed, change }]);
	}

	/** The same for several seeds, as one step. Nothing is written where one of the sidecars cannot be. */
	async editAll(label: string, changes: readonly SeedChange[]): Promise<void> {
		if (changes.length > 1) for (const { seed } of changes) await this.requireWritable(seed);
		await this.#edits.makeAll(
			label,
			changes.map((change) => this.changeOf(change)),
		);
	}

	/** A change of the seed's sidecar, to be made or previewed. */
	changeOf({ seed, change }: SeedChange): FileChange {
		return this.changeOfFile(sidecarOf(seed), change);
	}

	/** The same of one sidecar among several of a seed. */
	changeOfFile(uri: Uri, change: Change): FileChange {
		return {
			...{ uri, empty: newSidecarText() },
			change: (text) => {
				const { edits, problem } = change(rereadSidecar(this.#last.get(uri.toString()), text));
				if (problem) throw notUnderstood(uri, problem);
				return edits;
			},
		};
	}

	/** Throws Stop where `edit` would, so that nobody is asked for what cannot be kept. */
	async requireWritable(seed: Uri): Promise<void> {
		const uri = sidecarOf(seed);
		refuseReadOnly(uri);
		const sidecar = await this.#readNow(uri);
		const refused = sidecar && refusal(sidecar);
		if (refused?.problem) throw notUnderstood(uri, refused.problem);
		// while the person is asked, VS Code can open what takes it long
		const open = async () => void (await workspace.openTextDocument(uri));
		if (sidecar && sidecar.text.length > large) void this.#guard.quietly('opening', open, undefined);
	}

	/** From the first question on: a window without seeds watches nothing. */
	#watch(): void {
		if (this.#watching) return;
		this.#watching = true;
		const watcher = workspace.createFileSystemWatcher('**/*.ann{.yaml,.*.yaml}');
		const changed = (uri: Uri) => this.#changed(uri);
		this.#listening.push(
			watcher,
			watcher.onDidCreate(changed),
			watcher.onDidChange(changed),
			watcher.onDidDelete(changed),
			watchFolders((change) => this.#changedFolder(change)),
		);
	}

	#changedFolder(change: FolderChange): void {
		for (const name of namesIn(change.folder, this.#current.keys())) this.#changed(Uri.parse(name, true));
		this.#onDidChangeFolder.fire(change);
	}

	#changeAnnotator(): void {
		const seeds = new Set([...this.#last.keys()].map((name) => seedOf(Uri.parse(name, true))?.toString() ?? ''));
		this.#current.clear();
		for (const seed of seeds) if (seed) this.#onDidChange.fire(Uri.parse(seed, true));
	}

	#changed(uri: Uri): void {
		const seed = seedOf(uri);
		if (!seed) return;
		this.#current.delete(uri.toString());
		void this.#guard.quietly('sidecar', () => this.#onDidChange.fire(seed), undefined);
	}
}

export function notUnderstood(uri: Uri, problem: Problem): Stop {
	return new Stop(wordInEditor(problem), { [l10n.t('Open It')]: () => window.showTextDocument(uri) });
}
