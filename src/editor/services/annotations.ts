// Annotations with their places. In an open seed the places follow the typing; they are looked for anew only when the
// document opens or the sidecar changes. Nothing is written for either.
import { Disposable, EventEmitter, type TextDocument, type TextDocumentChangeEvent, type Uri, workspace } from 'vscode';
import { anchorAll } from '../../core/annotations/anchor';
import type { Anchoring, Annotation, Sidecar, SidecarEntry } from '../../core/annotations/model';
import type { TextEdit } from '../../core/ports';
import { mapSpan } from '../../core/text/edits';
import { openDocument, readText } from './files';
import type { Git } from './git';
import type { Guard } from './guard';
import { Overview } from './overview';
import { isSeed, type SeedDocuments } from './seed-documents';
import { Settle } from './settle';
import type { Sidecars } from './sidecars';

/** An annotation and where it is now. */
export interface Placed {
	readonly seed: Uri;
	readonly entry: SidecarEntry;
	readonly annotation: Annotation;
	readonly anchoring: Anchoring;
}

/** A seed with all its annotations, in sidecar order. */
export interface AnnotatedSeed {
	readonly seed: Uri;
	readonly sidecar: Sidecar;
	readonly placed: readonly Placed[];
}

interface Known {
	readonly sidecar: Sidecar;
	readonly text: string;
	readonly result: AnnotatedSeed;
}

/** How long VS Code may take to tell that a document has become dirty. */
const dirtyMilliseconds = 250;

/** Of one seed, older versions that are asked of git at once. */
const mostVersions = 8;

export class Annotations {
	readonly #seeds: SeedDocuments;
	readonly #sidecars: Sidecars;
	readonly #git: Git;
	readonly #guard: Guard;
	readonly #known = new Map<string, Known>();
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
		const result = keepPlaces(place(seed, sidecar, text ?? ''), known?.text === text ? known?.result : undefined);
		const fresh = { sidecar, text: text ?? '', result };
		this.#known.set(name, fresh);
		void this.#guard.quietly('older versions', () => this.#consultHistory(fresh), undefined);
		return result;
	}

	/** What `of` gave last, moved through the typing since; undefined where nobody asked yet. */
	known(seed: Uri): AnnotatedSeed | undefined {
		return this.#known.get(seed.toString())?.result;
	}

	/** Forgets where typing and earlier searches have put a seed's annotations: they are looked for anew. */
	findAgain(seed: Uri): void {
		this.#known.delete(seed.toString());
		this.#changed(seed);
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
			this.#known.delete(document.uri.toString());
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
		this.#known.delete(document.uri.toString());
		this.#overview.changed(document.uri);
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
			if (oldText !== undefined) result = withHistory(result, known.text, oldText, seen);
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
		if (!known || !contentChanges.length) return;
		if (!document.isDirty && reason === undefined) this.#suspectReload(document);
		const edits = contentChanges
			.map(({ rangeOffset, rangeLength, text }) => ({ start: rangeOffset, end: rangeOffset + rangeLength, text }))
			.sort((a, b) => a.start - b.start);
		const text = this.#textOf(document);
		let placed = known.result.placed.map((one) => ({ ...one, anchoring: moved(one.anchoring, edits) }));
		if (reason !== undefined && placed.some(({ anchoring }) => anchoring.state === 'orphan')) {
			const anew = place(document.uri, known.sidecar, text).placed;
			placed = placed.map((one, i) => (one.anchoring.state === 'orphan' ? (anew[i] ?? one) : one));
		}
		this.#known.set(name, { sidecar: known.sidecar, text, result: { ...known.result, placed } });
		this.#changed(document.uri);
	}
}

/** With the places that are surer for knowing the text of the version `seen`. */
function withHistory(before: AnnotatedSeed, text: string, oldText: string, seen: string): AnnotatedSeed {
	const anew = anchorAll(
		text,
		before.placed.map(({ annotation }) => annotation),
		{ oldText },
	);
	const sure = (one: Placed, i: number) =>
		one.anchoring.state !== 'placed' && one.annotation.seen === seen && anew[i]?.state === 'placed'
			? anew[i]
			: undefined;
	if (!before.placed.some(sure)) return before;
	return { ...before, placed: before.placed.map((one, i) => ({ ...one, anchoring: sure(one, i) ?? one.anchoring })) };
}

function moved(anchoring: Anchoring, edits: readonly TextEdit[]): Anchoring {
	const candidates = anchoring.candidates
		.map((one) => ({ ...one, ...mapSpan(one, edits) }))
		.filter(({ start, end }) => start < end);
	if (!anchoring.span) return { ...anchoring, candidates };
	const span = mapSpan(anchoring.span, edits);
	return span.start < span.end
		? { ...anchoring, span, candidates }
		: { ...anchoring, span: undefined, state: 'orphan' };
}

/**
 * After the sidecar changed: annotations about the same words stay where typing has moved them, since what was followed is
 * surer than what is found.
 */
function keepPlaces(anew: AnnotatedSeed, before: AnnotatedSeed | undefined): AnnotatedSeed {
	if (!before) return anew;
	const old = new Map(before.placed.map((one) => [one.annotation.id, one]));
	const placed = anew.placed.map((one) => {
		const was = old.get(one.annotation.id);
		return was?.anchoring.span && sameWords(was.annotation, one.annotation)
			? { ...one, anchoring: was.anchoring }
			: one;
	});
	return { ...anew, placed };
}

function sameWords(a: Annotation, b: Annotation): boolean {
	const words = ({ target, before, after, seen }: Annotation) => JSON.stringify([target, before, after, seen]);
	return words(a) === words(b);
}

function place(seed: Uri, sidecar: Sidecar, text: string): AnnotatedSeed {
	const anchorings = anchorAll(
		text,
		sidecar.entries.map(({ annotation }) => annotation),
	);
	const placed = sidecar.entries.map((entry, i) => ({
		seed,
		entry,
		annotation: entry.annotation,
		anchoring: anchorings[i] as Anchoring,
	}));
	return { seed, sidecar, placed };
}
