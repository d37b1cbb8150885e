// The history of one annotation, from git: each commit that changed it, through renames of its sidecar.
import path from 'node:path';
import { type AnnotationChange, diffSidecars } from '../core/annotations/diff';
import type { Sidecar } from '../core/annotations/model';
import { readSidecar } from '../core/annotations/sidecar';
import { askGit } from './git';
import type { Session } from './session';

export interface Event {
	/** Undefined: not committed yet. */
	readonly commit: Commit | undefined;
	/** From the repository's top folder. */
	readonly file: string;
	readonly change: AnnotationChange;
}

export interface Commit {
	readonly hash: string;
	readonly parents: readonly string[];
	readonly author: string;
	/** ISO, with the time zone of the author. */
	readonly date: string;
	readonly subject: string;
}

/** The sidecar at one commit. */
interface State {
	/** The name it had; undefined: it was not there. */
	readonly file: string | undefined;
	readonly sidecar: Sidecar;
}

const nothing: State = { file: undefined, sidecar: readSidecar('') };

const sidecars = ['*.ann.yaml', '*.ann.*.yaml'];

export class AnnotationHistory {
	readonly #session: Session;
	readonly #top: string;
	/** By commit; neighbours in history share them. */
	readonly #states = new Map<string, Promise<State>>();

	constructor(session: Session, top: string) {
		this.#session = session;
		this.#top = top;
	}

	/** Sidecars that have the annotation now, or had it in a commit of the current branch; from the top folder. */
	async files(id: string): Promise<string[]> {
		const pattern = `^${id}[[:space:]]*:`;
		const where = ['--', ...sidecars];
		const now = await this.#ask('grep', '--untracked', '-l', '-z', '-E', '-e', pattern, ...where);
		if (now) return now.split('\0').filter(Boolean);
		const shown = ['--name-only', '-z', '--format=', '--no-renames', `-G${pattern}`, '-n', '1'];
		const then = await this.#ask('log', ...shown, ...where);
		const touched = (then ?? '')
			.split('\0')
			.map((name) => name.trim())
			.filter(Boolean);
		return [...new Set(touched)].slice(0, 1);
	}

	/** The newest first; changes that are not committed before all. */
	async events(file: string, id: string): Promise<Event[]> {
		this.#states.clear();
		const names = await this.#names(file);
		const text = (await this.#session.readIfThere(path.join(this.#top, file)))?.text;
		const head = await this.#state('HEAD', names);
		const open = changesOf(head.sidecar, readSidecar(text ?? ''), id);
		const events: Event[] = open.map((change) => ({ commit: undefined, file, change }));
		for (const commit of await this.#commits(names)) {
			const after = await this.#state(commit.hash, names);
			const parents = commit.parents.length > 0 ? commit.parents.map((hash) => this.#state(hash, names)) : [nothing];
			const befores = await Promise.all(parents);
			const changes = befores.map((before) => changesOf(before.sidecar, after.sidecar, id));
			if (changes.some((list) => list.length === 0)) continue;
			events.push(...changes[0]!.map((change) => ({ commit, file: after.file ?? befores[0]!.file ?? file, change })));
		}
		return events;
	}

	/** The names the file has had, the newest first. */
	async #names(file: string): Promise<string[]> {
		const shown = ['-m', '-M', '--diff-filter=R', '--name-status', '-z', '--format='];
		const fields = ((await this.#ask('log', ...shown, '--', ...sidecars)) ?? '')
			.split('\0')
			.map((field) => field.trim());
		const names = [file];
		const renames: [string, string][] = [];
		for (let i = 0; i + 2 < fields.length; i++)
			if (/^R\d+$/.test(fields[i]!)) renames.push([fields[i + 1]!, fields[i + 2]!]);
		for (const name of names)
			for (const [before, after] of renames) if (after === name && !names.includes(before)) names.push(before);
		return names;
	}

	async #commits(names: readonly string[]): Promise<Commit[]> {
		const format = '--format=%x01%H%x02%P%x02%an%x02%aI%x02%s';
		const output = await this.#ask(
			'log',
			'--full-history',
			'--topo-order',
			format,
			'--',
			...names.map((name) => `:(literal)${name}`),
		);
		return (output ?? '')
			.split('\x01')
			.slice(1)
			.map((part) => {
				const [hash, parents, author, date, subject] = part.trimEnd().split('\x02') as [
					string,
					string,
					string,
					string,
					string,
				];
				return { hash, parents: parents.split(' ').filter(Boolean), author, date, subject };
			});
	}

	#state(revision: string, names: readonly string[]): Promise<State> {
		const known = this.#states.get(revision) ?? this.#readState(revision, names);
		this.#states.set(revision, known);
		return known;
	}

	async #readState(revision: string, names: readonly string[]): Promise<State> {
		for (const file of names) {
			const text = await this.#ask('cat-file', 'blob', `${revision}:${file}`);
			if (text !== undefined) return { file, sidecar: readSidecar(text) };
		}
		return nothing;
	}

	#ask(...parameters: string[]): Promise<string | undefined> {
		return askGit(this.#session.io, this.#top, ...parameters);
	}
}

function changesOf(before: Sidecar, after: Sidecar, id: string): AnnotationChange[] {
	return diffSidecars(before, after).filter((change) => 'id' in change && change.id === id);
}
