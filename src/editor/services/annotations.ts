// Annotations with their places. In an open seed the places follow the typing; they are looked for anew only when the
// document opens or the sidecar changes. Nothing is written for either.
import { Disposable, EventEmitter, type TextDocument, type TextDocumentChangeEvent, type Uri, workspace } from 'vscode';
import type { Anchoring, Sidecar } from '../../core/annotations/model';
import type { TextEdit } from '../../core/ports';
import { openDocument, readText } from './files';
import type { Git } from './git';
import type { Guard } from './guard';
import { Overview } from './overview';
import {
	type AnnotatedSeed,
	anchorGently,
	annotationsOf,
	keepPlaces,
	moved,
	type Placed,
	sameWords,
	withHistory,
	withPlaces,
} from './placing';
import { isSeed, type SeedDocuments } from './seed-documents';
import { Settle } from './settle';
import type { Sidecars } from './sidecars';

interface Known {
	readonly sidecar: Sidecar;
	readonly text: string;
	readonly result: AnnotatedSeed;
}

/** One change of a seed's text, and the text that it left. */
interface Typed {
	readonly edits: readonly TextEdit[];
	readonly text: string;
}

/** A search for all places of a seed that is under way. */
interface Placing {
	readonly sidecar: Sidecar;
	/** What was typed since it began. */
	readonly typed: Typed[];
	readonly result: Promise<AnnotatedSeed>;
}

/** How long VS Code may take to tell that a document has become dirty. */
const dirtyMilliseconds = 250;

/** Of one seed, older versions that are asked of git at once. */
const mostVersions = 8;

export type { AnnotatedSeed, Placed } from './placing';

export class Annotations {
	readonly #seeds: SeedDocuments;
	readonly #sidecars: Sidecars;
	readonly #git: Git;
	readonly #guard: Guard;
	readonly #known = new Map<string, Known>();
	/** What is being looked for, by seed. */
	readonly #placing = new Map<string, Placing>();
	/** The version that was saved last. */
	readonly #saved = new WeakMap<TextDocument, number>();
	/** Documents that may have been reloaded. */
	readonly #suspects = new Map<TextDocument, Settle>();
	readonly #overview: Overview<AnnotatedSeed>;
	readonly #onDidChange = new EventEmitter<Uri>();
	readonly #listening: Disposable;

	/** The seed whose annotations, or their places, changed. */
	readonly onDidChange = this.#onDidChange.event;

	constructor(seeds: SeedDocuments, sidecars: Sidecars, git: Git, guard: Guard) {
		this.#git = git;
		this.#guard = guard;
		this.#seeds = seeds;
		this.#sidecars = sidecars;
		this.#overview = new Overview(
			() => sidecars.find(),
			(seed) => this.of(seed),
		);
		this.#listening = Disposable.from(
			seeds.onDidChange((event) => void guard.quietly('moving annotations', () => this.#follow(event), undefined)),
			seeds.onDidClose((document) => this.#close(document)),
			sidecars.onDidChange((seed) => this.#changed(seed)),
			sidecars.onDidChangeFolder((change) => this.#overview.changedFolder(change)),
			workspace.onDidSaveTextDocument((document) => this.#saved.set(document, document.version)),
			this.#overview,
			this.#overview.onDidChange((seed) => this.#changed(seed)),
			this.#onDidChange,
			{ dispose: () => Disposable.from(...this.#suspects.values()).dispose() },
		);
	}

	dispose(): void {
		this.#listening.dispose();
	}

	/** Undefined where the seed has no sidecar. */
	async of(seed: Uri): Promise<AnnotatedSeed | undefined> {
		const sidecar = await this.#sidecars.get(seed);
		if (!sidecar) return undefined;
		const document = openDocument(seed);
		const text = document ? this.#textOf(document) : await readText(seed);
		const name = seed.toString();
		const known = this.#known.get(name);
		if (known && known.sidecar === sidecar && known.text === (text ?? '')) return known.result;
		const running = this.#placing.get(name);
		if (running?.sidecar === sidecar) return running.result;
		const typed: Typed[] = [];
		const result = this.#place(seed, sidecar, text ?? '', typed);
		this.#placing.set(name, { sidecar, typed, result });
		return result;
	}

	/** Looks for all places, letting others work meanwhile; what is `typed` meanwhile moves the places found. */
	async #place(seed: Uri, sidecar: Sidecar, before: string, typed: readonly Typed[]): Promise<AnnotatedSeed> {
		const name = seed.toString();
		const isCurrent = () => this.#placing.get(name)?.typed === typed;
		try {
			const found = await this.#find(name, sidecar, before);
			const followed = typed.reduce((all, { edits }) => all.map((one) => moved(one, edits)), found);
			const text = typed.at(-1)?.text ?? before;
			const known = this.#known.get(name);
			const anew = withPlaces(seed, sidecar, followed);
			const fresh = { sidecar, text, result: keepPlaces(anew, known?.text === text ? known.result : undefined) };
			if (isCurrent()) {
				this.#known.set(name, fresh);
				void this.#guard.quietly('older versions', () => this.#consultHistory(fresh), undefined);
			}
			return fresh.result;
		} finally {
			if (isCurrent()) this.#placing.delete(name);
		}
	}

	/** Where the words of an annotation and the text are as they were, so is its place. */
	async #find(name: string, sidecar: Sidecar, text: string): Promise<Anchoring[]> {
		const annotations = annotationsOf(sidecar.entries);
		const known = this.#known.get(name);
		if (known?.text !== text) return anchorGently(text, annotations);
		const old = new Map(known.result.placed.map((one) => [one.annotation.id, one]));
		const places = annotations.map((one) => {
			const was = old.get(one.id);
			return was?.anchoring.span && sameWords(was.annotation, one) ? was.anchoring : undefined;
		});
		const fresh = await anchorGently(
			text,
			annotations.filter((_, i) => !places[i]),
		);
		return places.map((place) => place ?? (fresh.shift() as Anchoring));
	}

	/** What `of` gave last, moved through the typing since; undefined where nobody asked yet. */
	known(seed: Uri): AnnotatedSeed | undefined {
		return this.#known.get(seed.toString())?.result;
	}

	/** Forgets where typing and earlier searches have put a seed's annotations: they are looked for anew. */
	findAgain(seed: Uri): void {
		this.#forget(seed);
		this.#changed(seed);
	}

	/** Where a seed's annotations would be in another text, which its own is to be replaced with. */
	async inReplacement(seed: Uri, text: string): Promise<AnnotatedSeed | undefined> {
		const now = await this.of(seed);
		if (!now) return undefined;
		const found = withPlaces(seed, now.sidecar, await anchorGently(text, annotationsOf(now.placed)));
		const oldText = this.#known.get(seed.toString())?.text;
		return oldText === undefined ? found : withHistory(found, text, oldText);
	}

	/** The text was replaced, as `inReplacement` was asked: what that gave holds as long as the sidecar is the same. */
	replaced(text: string, result: AnnotatedSeed): void {
		this.#forget(result.seed);
		this.#known.set(result.seed.toString(), { sidecar: result.sidecar, text, result });
		this.#changed(result.seed);
	}

	/** All of the workspace, by path. */
	all(): Promise<readonly AnnotatedSeed[]> {
		return this.#overview.get();
	}

	/** The annotations that cover a place, the shortest passage first; those about the whole seed are not among them. */
	async at(document: TextDocument, offset: number): Promise<readonly Placed[]> {
		const here = (await this.of(document.uri))?.placed.filter(({ anchoring: { span } }) => {
			return span && span.start <= offset && offset <= span.end;
		});
		const length = ({ anchoring: { span } }: Placed) => (span ? span.end - span.start : 0);
		return (here ?? []).sort((a, b) => length(a) - length(b));
	}

	/**
	 * A document that was not dirty changed: typed in (it will be dirty in a moment) or reloaded because its file changed on
	 * disk. Nobody typed then, and its passages have to be found again.
	 */
	#suspectReload(document: TextDocument): void {
		const { version } = document;
		const settle = new Settle(dirtyMilliseconds, () => {
			this.#suspects.delete(document);
			if (document.isDirty || document.version !== version || this.#saved.get(document) === version) return;
			this.#forget(document.uri);
			this.#changed(document.uri);
		});
		this.#suspects.get(document)?.dispose();
		this.#suspects.set(document, settle);
		settle.soon();
	}

	/** What was not saved is gone. */
	#close(document: TextDocument): void {
		this.#suspects.get(document)?.dispose();
		this.#suspects.delete(document);
		this.#forget(document.uri);
		this.#overview.changed(document.uri);
	}

	#forget(seed: Uri): void {
		this.#known.delete(seed.toString());
		this.#placing.delete(seed.toString());
	}

	#changed(seed: Uri): void {
		this.#overview.changed(seed);
		this.#onDidChange.fire(seed);
	}

	/** Passages in doubt are looked for once more, with the text that they were marked in, where git still has it. */
	async #consultHistory(known: Known): Promise<void> {
		const { seed, placed } = known.result;
		const inDoubt = placed.filter(({ anchoring, annotation }) => anchoring.state !== 'placed' && annotation.seen);
		const versions = [...new Set(inDoubt.map(({ annotation }) => annotation.seen as string))].slice(0, mostVersions);
		let result = known.result;
		for (const seen of versions) {
			const oldText = await this.#git.textOfBlob(seed, seen);
			if (oldText !== undefined) result = await withHistory(result, known.text, oldText, seen);
		}
		const name = seed.toString();
		if (result === known.result || this.#known.get(name) !== known) return;
		this.#known.set(name, { ...known, result });
		this.#changed(seed);
	}

	#textOf(document: TextDocument): string {
		return isSeed(document) ? this.#seeds.analyse(document).text : document.getText();
	}

	/** Moves the places through what was typed. What typing removed is looked for anew when an undo may have brought it back. */
	#follow({ document, contentChanges, reason }: TextDocumentChangeEvent): void {
		const name = document.uri.toString();
		const known = this.#known.get(name);
		const placing = this.#placing.get(name);
		if (!(known || placing) || !contentChanges.length) return;
		if (!document.isDirty && reason === undefined) this.#suspectReload(document);
		const edits = contentChanges
			.map(({ rangeOffset, rangeLength, text }) => ({ start: rangeOffset, end: rangeOffset + rangeLength, text }))
			.sort((a, b) => a.start - b.start);
		const text = this.#textOf(document);
		placing?.typed.push({ edits, text });
		if (!known) return;
		const placed = known.result.placed.map((one) => ({ ...one, anchoring: moved(one.anchoring, edits) }));
		const fresh = { sidecar: known.sidecar, text, result: { ...known.result, placed } };
		this.#known.set(name, fresh);
		this.#changed(document.uri);
		const mayBeBack = reason !== undefined && placed.some(({ anchoring }) => anchoring.state === 'orphan');
		if (mayBeBack) void this.#guard.quietly('what came back', () => this.#seekLost(fresh), undefined);
	}

	/** Looks anew for what typing removed. */
	async #seekLost(known: Known): Promise<void> {
		const { seed, placed } = known.result;
		const anew = await anchorGently(known.text, annotationsOf(placed));
		if (this.#known.get(seed.toString()) !== known) return;
		const found = placed.map((one, i) => (one.anchoring.state === 'orphan' ? { ...one, anchoring: anew[i]! } : one));
		this.#known.set(seed.toString(), { ...known, result: { ...known.result, placed: found } });
		this.#changed(seed);
	}
}
