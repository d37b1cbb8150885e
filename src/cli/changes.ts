// What changed in annotations between two states of a git repository: seed by seed, change by change, with places.
import path from 'node:path';
import { readCatalogue } from '../core/actors/catalogue';
import { type ActorChange, diffCatalogues } from '../core/actors/diff';
import { anchorAll } from '../core/annotations/anchor';
import { type AnnotationChange, diffSidecars } from '../core/annotations/diff';
import type { Sidecar } from '../core/annotations/model';
import { annotatorOf } from '../core/annotations/names';
import { readSidecar } from '../core/annotations/sidecar';
import { LineIndex, type Position } from '../core/text/lines';
import { isCatalogue, isInside } from './folders';
import { askGit } from './git';
import { isShallow, ourFiles, topFolder } from './repository';
import type { Session } from './session';
import { seedOf, sidecarOf } from './sidecars';

/** Two states: a commit, and a later one or the files as they are. */
export interface Range {
	/** Undefined: before the first commit. */
	readonly from: string | undefined;
	/** Undefined: the working tree. */
	readonly to: string | undefined;
}

export interface Change {
	readonly change: AnnotationChange | ActorChange;
	/** Where the annotation is in the seed's later text, 0-based; undefined where it is not found or is about no passage. */
	readonly place: Position | undefined;
	/** Where it was in the earlier text; undefined as above, and for an added one. */
	readonly formerPlace: Position | undefined;
}

export interface ChangedSeed {
	/** Paths as seen from the working folder; of a catalogue its own. */
	readonly seed: string;
	/** Whose annotations they are, where the sidecar is one annotator's. */
	readonly annotator: string | undefined;
	/** The name it had; undefined where that is the same. */
	readonly formerly: string | undefined;
	readonly changes: readonly Change[];
}

/** A sidecar that differs; paths from the repository's top folder. */
interface Difference {
	readonly before: string | undefined;
	readonly after: string | undefined;
}

export class Repository {
	readonly #session: Session;
	/** Absolute. */
	readonly #top: string;

	private constructor(session: Session, top: string) {
		this.#session = session;
		this.#top = top;
	}

	/** The repository of the working folder. */
	static async open(session: Session): Promise<Repository> {
		return new Repository(session, await topFolder('diff', session));
	}

	/** Whether older commits are missing. */
	isShallow(): Promise<boolean> {
		return isShallow(this.#top, this.#session);
	}

	/** The id of the commit a person means; undefined where git knows none of that name. */
	async commit(revision: string): Promise<string | undefined> {
		const name = `${revision}^{commit}`;
		return (await this.#ask('rev-parse', '--verify', '--quiet', name))?.trim() || undefined;
	}

	/** Whether there is, or at that commit was, such a file or folder, or a seed's sidecar. */
	async knows(named: string, commit: string | undefined): Promise<boolean> {
		for (const file of [named, sidecarOf(named)].map((one) => this.#session.resolve(one))) {
			if (await this.#session.io.files.kind(file)) return true;
			const atCommit = `${commit}:${path.relative(this.#top, file).replaceAll(path.sep, '/')}`;
			if (commit && (await this.#ask('cat-file', '-e', atCommit)) !== undefined) return true;
		}
		return false;
	}

	/** By path. Sidecars of `paths` and in them; all where there are none. */
	async changes(range: Range, paths: readonly string[]): Promise<ChangedSeed[]> {
		const wanted = paths.flatMap((named) => [named, sidecarOf(named)]).map((named) => this.#session.resolve(named));
		const isWanted = (file: string | undefined) => {
			if (file === undefined || wanted.length === 0) return file !== undefined;
			const absolute = path.join(this.#top, file);
			return wanted.some((one) => one === absolute || isInside(one, absolute));
		};
		const differences = (await this.#differences(range)).filter(({ before, after }) => {
			return isWanted(before) || isWanted(after);
		});
		const found: ChangedSeed[] = [];
		for (const difference of differences) {
			const changed = await this.#changesOf(range, difference);
			if (changed && (changed.changes.length > 0 || changed.formerly)) found.push(changed);
		}
		return found.sort((a, b) => (a.seed < b.seed ? -1 : 1));
	}

	/** Of the whole repository: git finds renames only where it sees both names. */
	async #differences({ from, to }: Range): Promise<Difference[]> {
		const where = ['--', ...ourFiles.filter((pattern) => !pattern.includes('kinds'))];
		const compared = [
			'--name-status',
			'-z',
			'-M',
			'--no-ext-diff',
			'--no-textconv',
			...(from ? [from] : []),
			...(to ? [to] : []),
		];
		const tracked = from ? parseStatus(await this.#ask('diff', ...compared, ...where)) : [];
		const listed = ['--others', ...(from ? [] : ['--cached']), '--exclude-standard', '-z'];
		const others = to ? '' : await this.#ask('ls-files', ...listed, ...where);
		const names = (others ?? '').split('\0').filter(Boolean);
		const all = [...tracked, ...names.map((after) => ({ before: undefined, after }))];
		return [...new Map(all.map((one) => [one.after ?? one.before, one])).values()];
	}

	async #changesOf({ from, to }: Range, difference: Difference): Promise<ChangedSeed | undefined> {
		const { before, after } = difference;
		if (isCatalogue((after ?? before)!)) return this.#catalogueChanges({ from, to }, difference);
		const old = await this.#sidecar(before, from);
		const fresh = await this.#sidecar(after, to);
		if (!old || !fresh) return undefined;
		const seed = seedOf((after ?? before)!)!;
		const former = before === undefined ? undefined : seedOf(before);
		const changes = diffSidecars(old, fresh);
		const text = after === undefined ? undefined : await this.#text(seed, to);
		const formerText = former === undefined || changes.length === 0 ? undefined : await this.#text(former, from);
		const places = placesOf([old, fresh], text, changes);
		const formerPlaces = placesOf([old], formerText, changes);
		return {
			seed: this.#shown(seed),
			annotator: annotatorOf((after ?? before)!),
			formerly: former !== undefined && former !== seed ? this.#shown(former) : undefined,
			changes: changes.map((change) => ({
				change,
				place: 'id' in change ? places.get(change.id) : undefined,
				formerPlace: 'id' in change ? formerPlaces.get(change.id) : undefined,
			})),
		};
	}

	async #catalogueChanges({ from, to }: Range, { before, after }: Difference): Promise<ChangedSeed | undefined> {
		const read = async (file: string | undefined, revision: string | undefined) =>
			readCatalogue((file !== undefined && (await this.#text(file, revision))) || '');
		const changes = diffCatalogues(await read(before, from), await read(after, to));
		return {
			seed: this.#shown((after ?? before)!),
			annotator: undefined,
			formerly: before !== undefined && after !== undefined && before !== after ? this.#shown(before) : undefined,
			changes: changes.map((change) => ({ change, place: undefined, formerPlace: undefined })),
		};
	}

	/** Undefined, with a complaint, where the sidecar is not understood: everything in it would seem to be removed. */
	async #sidecar(file: string | undefined, revision: string | undefined): Promise<Sidecar | undefined> {
		const sidecar = readSidecar((file !== undefined && (await this.#text(file, revision))) || '');
		const broken = sidecar.problems.filter(
			({ code, severity }) => severity === 'error' && /^(yaml|format\/unknown)/.test(code),
		);
		if (file === undefined || broken.length === 0) return sidecar;
		const name = `${this.#shown(file)}${revision ? ` at ${revision.slice(0, 8)}` : ''}`;
		await this.#session.complainOf(name, sidecar.text, broken);
		await this.#session.complain(`${name} is not compared`);
		return undefined;
	}

	/** A file's text at a commit, or as it is now where `revision` is undefined. */
	async #text(file: string, revision: string | undefined): Promise<string | undefined> {
		if (revision) return this.#ask('cat-file', 'blob', `${revision}:${file}`);
		return (await this.#session.readIfThere(path.join(this.#top, file)))?.text;
	}

	#shown(file: string): string {
		return path.relative(this.#session.io.cwd, path.join(this.#top, file));
	}

	#ask(...parameters: string[]): Promise<string | undefined> {
		return askGit(this.#session.io, this.#top, ...parameters);
	}
}

/** `git diff --name-status -z`: a letter, then one path, or two where a file was renamed or copied. */
function parseStatus(output: string | undefined): Difference[] {
	const fields = (output ?? '').split('\0');
	const found: Difference[] = [];
	for (let i = 0; i + 1 < fields.length; ) {
		const letter = fields[i]![0];
		const [first, second] = [fields[i + 1]!, fields[i + 2]];
		const isPair = letter === 'R' || letter === 'C';
		found.push({
			before: letter === 'A' ? undefined : first,
			after: letter === 'D' ? undefined : isPair ? second : first,
		});
		i += isPair ? 3 : 2;
	}
	return found;
}

/** Where annotations of these versions are that changed; of an id that several have, as the last has it. */
function placesOf(
	sidecars: readonly Sidecar[],
	text: string | undefined,
	changes: readonly AnnotationChange[],
): Map<string, Position> {
	const places = new Map<string, Position>();
	const changed = new Set(changes.flatMap((change) => ('id' in change ? [change.id] : [])));
	if (text === undefined || changed.size === 0) return places;
	const lines = new LineIndex(text);
	const all = sidecars.flatMap(({ entries }) => entries.map(({ annotation }) => [annotation.id, annotation] as const));
	const annotations = [...new Map(all).values()].filter(({ id }) => changed.has(id));
	for (const [i, { span }] of anchorAll(text, annotations).entries())
		if (span) places.set(annotations[i]!.id, lines.positionAt(span.start));
	return places;
}
