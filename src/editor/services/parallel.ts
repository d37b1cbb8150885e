// The other-language versions of a seed, and which of its paragraphs say the same.
import { Disposable, EventEmitter, l10n, type TextDocument, Uri, workspace } from 'vscode';
import { preferCounterpart } from '../../core/annotations/edits';
import type { ParallelDeclaration, Sidecar } from '../../core/annotations/model';
import { anchorPins, overruleRoles } from '../../core/annotations/pins';
import type { Counterpart, CounterpartIndex } from '../../core/parallel/counterpart';
import type { Alignment, Pin } from '../../core/parallel/model';
import { sideOf } from '../../core/parallel/side';
import { type Language, languages, type Paragraph, type Seed } from '../../core/seed/model';
import { parseSeed } from '../../core/seed/parse';
import type { Steps } from '../../core/steps';
import { folderOf, openDocument, readText, relativePath, resolveInWorkspace } from './files';
import { isOwnFile } from './find';
import type { Lexicons } from './lexicons';
import { isSeed, type SeedDocuments } from './seed-documents';
import type { SeedFiles } from './seed-files';
import { skim } from './seed-reading';
import { type SeedChange, type Sidecars, sidecarOf } from './sidecars';

/** A seed's text, open or not. */
export interface SeedText {
	readonly uri: Uri;
	readonly text: string;
	readonly seed: Seed;
}

/** A version in another language. */
export interface CounterpartFile extends Omit<Counterpart, 'file'> {
	readonly uri: Uri;
}

/** Two seeds, paragraph by paragraph. */
export interface Aligned {
	readonly here: SeedText;
	readonly there: SeedText;
	readonly alignment: Alignment;
}

const mostAlignments = 20;

export class Parallel {
	readonly #lexicons: Lexicons;
	readonly #seeds: SeedDocuments;
	readonly #seedFiles: SeedFiles;
	readonly #sidecars: Sidecars;
	/** By seed, the version it is read with in this window, where a person moved between the two or chose it. */
	readonly #readWith = new Map<string, string>();
	readonly #aligned = new Map<string, Aligned & { readonly pins: string }>();
	readonly #onDidChange = new EventEmitter<void>();
	readonly #onDidDeclare = new EventEmitter<void>();
	readonly #listening: Disposable;
	#declared: Promise<ReadonlyMap<string, readonly string[]>> | undefined;

	/** Counterparts, links, or which counterpart is shown, may have changed. */
	readonly onDidChange = this.#onDidChange.event;
	/** A person chose a counterpart, or corrected links, in the editor. */
	readonly onDidDeclare = this.#onDidDeclare.event;

	constructor(lexicons: Lexicons, seeds: SeedDocuments, seedFiles: SeedFiles, sidecars: Sidecars) {
		this.#lexicons = lexicons;
		this.#seeds = seeds;
		this.#seedFiles = seedFiles;
		this.#sidecars = sidecars;
		this.#listening = Disposable.from(
			seedFiles.onDidChange(() => this.#onDidChange.fire()),
			sidecars.onDidChange(() => {
				this.#declared = undefined;
				this.#onDidChange.fire();
			}),
			this.#onDidChange,
			this.#onDidDeclare,
		);
	}

	dispose(): void {
		this.#listening.dispose();
	}

	/** The versions in other languages, what people declared first, then by likeness. */
	async counterparts(uri: Uri): Promise<readonly CounterpartFile[]> {
		const declarations = await this.#declarations();
		const declared = declarations.get(ownFile(uri).toString()) ?? [];
		const found = await this.#seedFiles.ask((index) => this.#findSteps(index, uri, declared));
		return (found ?? []).map(({ file, ...rest }) => ({ ...rest, uri: Uri.parse(file, true) }));
	}

	/** The version to jump to: the one it is read with, else the likeliest; undefined where none is alike enough. */
	async counterpart(uri: Uri): Promise<CounterpartFile | undefined> {
		const found = await this.counterparts(uri);
		const chosen = this.#readWith.get(uri.toString());
		return found.find((one) => one.uri.toString() === chosen) ?? found[0];
	}

	/** One version for each language of the story, this seed among them, in the order of `languages`. */
	async versions(uri: Uri): Promise<readonly Uri[]> {
		const [chosen, found, own] = await Promise.all([this.counterpart(uri), this.counterparts(uri), this.#textOf(uri)]);
		const byLanguage = new Map<Language, Uri>([[own?.seed.language ?? 'unknown', uri]]);
		for (const one of chosen ? [chosen, ...found] : found)
			if (!byLanguage.has(one.language)) byLanguage.set(one.language, one.uri);
		const place = (language: Language) => (languages as readonly Language[]).indexOf(language);
		return [...byLanguage].sort(([a], [b]) => place(a) - place(b)).map(([, version]) => version);
	}

	/** From now on, in this window, each of the two is the other's counterpart. Nothing is written. */
	readTogether(a: Uri, b: Uri): void {
		const [one, two] = [a.toString(), b.toString()];
		if (this.#readWith.get(one) === two && this.#readWith.get(two) === one) return;
		this.#readWith.set(one, two);
		this.#readWith.set(two, one);
		this.#onDidChange.fire();
	}

	/**
	 * The counterparts, with seeds known to the index meanwhile that it does not keep: unsaved ones, and the one asked about,
	 * or read with it, where that is no file of the workspace, such as git's version of one.
	 */
	*#findSteps(index: CounterpartIndex, asked: Uri, declared: readonly string[]): Steps<readonly Counterpart[]> {
		const visits = ({ uri, isUntitled }: TextDocument) =>
			!index.digest(uri.toString()) &&
			(isUntitled ||
				same(uri, asked) ||
				// VS Code keeps the document of a file that is gone
				(!isOwnFile(uri) && this.#readWith.get(asked.toString()) === uri.toString()));
		const visitors = workspace.textDocuments.filter((document) => isSeed(document) && visits(document));
		try {
			for (const document of visitors) {
				const known = skim(this.#seeds.analyse(document).text);
				if (known) yield* index.setSteps(document.uri.toString(), known);
			}
			return yield* index.findSteps(asked.toString(), { declared });
		} finally {
			for (const { uri } of visitors) index.delete(uri.toString());
		}
	}

	/** Keeps a person's choice in the seed's sidecar, before earlier ones. */
	async declare(seed: Uri, other: Uri): Promise<void> {
		const path = relativePath(folderOf(seed), other);
		if (path === undefined) return;
		await this.#sidecars.edit(seed, l10n.t('Choose Counterpart'), (sidecar) => preferCounterpart(sidecar, path));
		this.readTogether(seed, other);
		this.#onDidDeclare.fire();
	}

	/** Keeps what a person says of paragraphs, in one step. */
	async correct(label: string, changes: readonly SeedChange[]): Promise<void> {
		await this.#sidecars.editAll(label, changes);
		this.#onDidDeclare.fire();
	}

	/** Undefined where one of the two is no seed or is gone. */
	async align(hereUri: Uri, thereUri: Uri): Promise<Aligned | undefined> {
		const [here, there, aligner, pins] = await Promise.all([
			this.#textOf(hereUri),
			this.#textOf(thereUri),
			this.#lexicons.aligner(),
			this.#pinsBetween(hereUri, thereUri),
		]);
		if (!here || !there) return undefined;
		const key = `${hereUri}\n${thereUri}`;
		const known = this.#aligned.get(key);
		const indexed = pins(here, there);
		const pinsKey = JSON.stringify(indexed);
		if (known?.here.text === here.text && known.there.text === there.text && known.pins === pinsKey) return known;
		const alignment = aligner.align(sideOf(here.text, here.seed), sideOf(there.text, there.seed), indexed);
		const aligned = { here, there, alignment, pins: pinsKey };
		this.#aligned.delete(key);
		this.#aligned.set(key, aligned);
		if (this.#aligned.size > mostAlignments) this.#aligned.delete(this.#aligned.keys().next().value as string);
		return aligned;
	}

	/** With the roles that people gave its paragraphs. */
	async #textOf(uri: Uri): Promise<SeedText | undefined> {
		const document = openDocument(uri);
		const text = document ? document.getText() : await readText(uri);
		if (text === undefined) return undefined;
		const seed = document && isSeed(document) ? this.#seeds.analyse(document).seed : parseSeed(text);
		const overrides = (await this.#sidecars.get(uri))?.roles ?? [];
		return (
			seed && {
				uri,
				text,
				seed: { ...seed, paragraphs: overruleRoles({ text, paragraphs: seed.paragraphs }, overrides) },
			}
		);
	}

	/** By seed, the seeds declared to be its other versions, in either's sidecar. */
	#declarations(): Promise<ReadonlyMap<string, readonly string[]>> {
		this.#declared ??= this.#readDeclarations().catch((error) => {
			this.#declared = undefined;
			throw error;
		});
		return this.#declared;
	}

	async #readDeclarations(): Promise<ReadonlyMap<string, readonly string[]>> {
		const declared = new Map<string, string[]>();
		const add = (a: Uri, b: Uri) => {
			const list = declared.get(a.toString()) ?? [];
			if (!list.includes(b.toString())) declared.set(a.toString(), [...list, b.toString()]);
		};
		const pairs: [Uri, Uri][] = [];
		for (const seed of await this.#sidecars.find()) {
			for (const { file } of (await this.#sidecars.get(seed))?.parallel ?? []) {
				const other = resolveInWorkspace(folderOf(seed), file);
				if (other) pairs.push([seed, other]);
			}
		}
		for (const [seed, other] of pairs) add(seed, other);
		for (const [seed, other] of pairs) add(other, seed);
		return declared;
	}

	/** The pins of both sidecars, to be turned into paragraph indexes once the texts are known. */
	async #pinsBetween(here: Uri, there: Uri): Promise<(a: SeedText, b: SeedText) => Pin[]> {
		const [mine, theirs] = await Promise.all([this.#sidecars.get(here), this.#sidecars.get(there)]);
		const forward = declarationOf(mine, here, there);
		const backward = declarationOf(theirs, there, here);
		return (a, b) => [
			...(forward ? anchorPins(forward.pins, partsOf(a), partsOf(b)) : []),
			...(backward ? anchorPins(backward.pins, partsOf(b), partsOf(a)) : []).map(({ source, target }) => ({
				source: target,
				target: source,
			})),
		];
	}
}

const same = (a: Uri, b: Uri) => a.toString() === b.toString();

/** The file that a document is another version of, such as git's; the document itself where it is the file. */
function ownFile(uri: Uri): Uri {
	// an unsaved text's path has no slash, and is none
	if (isOwnFile(uri) || !uri.path.startsWith('/')) return uri;
	const files = (workspace.workspaceFolders ?? []).map((folder) => folder.uri.with({ path: uri.path }));
	return files.find((file) => workspace.getWorkspaceFolder(file)) ?? uri;
}

/** What the sidecar of `seed` says of the pair. */
export function declarationOf(sidecar: Sidecar | undefined, seed: Uri, other: Uri): ParallelDeclaration | undefined {
	const folder = folderOf(sidecarOf(seed));
	return sidecar?.parallel.find(({ file }) => resolveInWorkspace(folder, file)?.toString() === other.toString());
}

const partsOf = ({ text, seed }: SeedText) => ({ text, paragraphs: seed.paragraphs });

/** The paragraph a place is in or nearest before; -1 only where there is none. */
export function paragraphAt(paragraphs: readonly Paragraph[], offset: number): number {
	let found = 0;
	paragraphs.forEach((paragraph, i) => {
		if (paragraph.start <= offset) found = i;
	});
	return paragraphs.length ? found : -1;
}
