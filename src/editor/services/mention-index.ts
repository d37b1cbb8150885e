// Who is mentioned where in the workspace, open or not: counted in slices when first wanted, kept up as seeds and catalogues
// change. What is known can be had at once; what is complete can be waited for.
import { type CancellationToken, Disposable, Location, Range, type Uri } from 'vscode';
import { LineIndex } from '../../core/text/lines';
import type { Actors, Catalogues } from './catalogues';
import { readText } from './files';
import type { Guard } from './guard';
import type { Mentions } from './mentions';
import type { SeedDocuments } from './seed-documents';
import type { SeedFile, SeedFiles } from './seed-files';
import { Settle } from './settle';
import type { Sidecars } from './sidecars';
import { Slices } from './slices';

/** One actor in one seed. */
export interface Sighting {
	readonly file: SeedFile;
	/** Mentions that are shown and surely of this actor: neither nested nor undecided. */
	readonly count: number;
	/** Of every mention, nested and undecided ones too: start line, start character, end line, end character; 0-based. */
	readonly places: readonly number[];
}

/** Where an actor is mentioned, as far as is known. */
export interface Sightings {
	/** Those that surely mention the actor, the latest first; those without a date last. */
	readonly seeds: readonly Sighting[];
	/** False while the workspace is being read. */
	readonly complete: boolean;
}

interface Looked {
	readonly file: SeedFile;
	readonly actors: Actors;
	readonly byActor: ReadonlyMap<string, { count: number; readonly places: number[] }>;
}

/** After a seed is opened or a catalogue changed there is more urgent work than counting. */
const settleMilliseconds = 1000;

export class MentionIndex {
	readonly #seedFiles: SeedFiles;
	readonly #catalogues: Catalogues;
	readonly #mentions: Mentions;
	readonly #guard: Guard;
	readonly #looked = new Map<string, Looked>();
	readonly #listening: Disposable;
	readonly #settle = new Settle(settleMilliseconds, () => void this.#upToDate());
	#disposed = false;
	/** Changes with the catalogues: what was found before them is old. */
	#generation = 0;
	/** The generation that all seeds were last looked at with. */
	#complete = -1;
	#running: Promise<void> | undefined;

	constructor(
		seeds: SeedDocuments,
		seedFiles: SeedFiles,
		catalogues: Catalogues,
		mentions: Mentions,
		sidecars: Sidecars,
		guard: Guard,
	) {
		this.#seedFiles = seedFiles;
		this.#catalogues = catalogues;
		this.#mentions = mentions;
		this.#guard = guard;
		this.#listening = Disposable.from(
			seeds.onDidOpen(() => this.#settle.soon()),
			catalogues.onDidChange(() => {
				this.#generation++;
				this.#settle.soon();
			}),
			sidecars.onDidChange((seed) => {
				if (this.#looked.delete(seed.toString())) this.#settle.soon();
			}),
			this.#settle,
		);
	}

	dispose(): void {
		this.#disposed = true;
		this.#looked.clear();
		this.#listening.dispose();
	}

	/** What is known now. What is not yet is looked for meanwhile. */
	known(id: string): Sightings {
		void this.#upToDate();
		const seeds = this.#sightings(id).filter(({ count }) => count > 0);
		return { seeds: seeds.sort(byDate), complete: this.#complete === this.#generation };
	}

	#sightings(id: string): Sighting[] {
		return [...this.#looked.values()].flatMap(({ file, byActor }) => {
			const found = byActor.get(id);
			return found ? [{ file, ...found }] : [];
		});
	}

	/** All mentions in the workspace, by path; none where the token is cancelled first. */
	async places(id: string, token: CancellationToken): Promise<Location[]> {
		const cancelled = new Promise<void>((resolve) => {
			const listening = token.onCancellationRequested(() => {
				listening.dispose();
				resolve();
			});
		});
		await Promise.race([this.#upToDate(), cancelled]);
		if (token.isCancellationRequested) return [];
		const byPath = this.#sightings(id).sort((a, b) => (a.file.uri.path < b.file.uri.path ? -1 : 1));
		return byPath.flatMap(({ file, places }) => rangesOf(places).map((range) => new Location(file.uri, range)));
	}

	/** Where an actor stands in one seed, as far as is known. */
	in(seed: Uri, id: string): readonly Range[] {
		return rangesOf(this.#looked.get(seed.toString())?.byActor.get(id)?.places ?? []);
	}

	/** Looks at what is new or changed; who asks meanwhile waits for the same. */
	#upToDate(): Promise<void> {
		this.#running ??= this.#guard
			.quietly('mentions of the workspace', () => this.#lookAtAll(), undefined)
			.finally(() => {
				this.#running = undefined;
			});
		return this.#running;
	}

	async #lookAtAll(): Promise<void> {
		for (let done = false; !done && !this.#disposed; ) {
			const generation = this.#generation;
			const [actors, files] = [await this.#catalogues.get(), await this.#seedFiles.all()];
			const names = new Set(files.map(({ uri }) => uri.toString()));
			for (const name of this.#looked.keys()) if (!names.has(name)) this.#looked.delete(name);
			const slices = new Slices();
			const stale = () => this.#disposed || generation !== this.#generation;
			for (const file of files) {
				if (stale()) break;
				await this.#lookAt(file, actors);
				await slices.pause();
			}
			done = !stale();
			if (done) this.#complete = generation;
		}
	}

	/** A seed that changed is another object to `SeedFiles`. */
	async #lookAt(file: SeedFile, actors: Actors): Promise<void> {
		const name = file.uri.toString();
		const known = this.#looked.get(name);
		if (known?.file === file && known.actors === actors) return;
		const text = (await readText(file.uri)) ?? '';
		const lines = new LineIndex(text);
		const byActor = new Map<string, { count: number; places: number[] }>();
		for (const { start, end, actor, candidates, nested } of await this.#mentions.ofText(file.uri, text, actors)) {
			const [from, to] = [lines.positionAt(start), lines.positionAt(end)];
			for (const id of candidates ?? [actor]) {
				const found = byActor.get(id) ?? { count: 0, places: [] };
				byActor.set(id, found);
				found.places.push(from.line, from.character, to.line, to.character);
				if (!nested && !candidates) found.count++;
			}
		}
		if (!this.#disposed) this.#looked.set(name, { file, actors, byActor });
	}
}

function rangesOf(places: readonly number[]): Range[] {
	const ranges: Range[] = [];
	for (let i = 0; i + 3 < places.length; i += 4)
		ranges.push(new Range(places[i]!, places[i + 1]!, places[i + 2]!, places[i + 3]!));
	return ranges;
}

function byDate(a: Sighting, b: Sighting): number {
	const [one, other] = [a.file.date ?? '', b.file.date ?? ''];
	if (one !== other) return one < other ? 1 : -1;
	return a.file.uri.path < b.file.uri.path ? -1 : 1;
}
