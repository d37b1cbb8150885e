// What is compared with what: two states of the sidecars and their seeds, from git or without it.
import { l10n, type Uri } from 'vscode';
import { baseName, readText } from '../../services/files';
import { type Repository, showAt } from '../../services/git';
import { Stop } from '../../services/guard';
import type { Services } from '../../services/services';
import { seedOf } from '../../services/sidecars';
import type { SavedVersion } from './saved-versions';

/** One of the two states. */
export interface Side {
	/** Short, for titles: `HEAD`, `working tree`. */
	readonly label: string;
	/** The file's text in this state; undefined where it is not there. */
	read(file: Uri): Promise<string | undefined>;
	/** The file in this state as something an editor can open; undefined where only its text is known. */
	uriOf(file: Uri): Promise<Uri | undefined>;
}

/** A sidecar in both states. */
export interface SidecarPair {
	readonly before: Uri;
	readonly after: Uri;
}

export interface Comparison {
	readonly before: Side;
	readonly after: Side;
	/** Whether `after` is what is in the folder now, so that its changes can be taken back there. */
	readonly isNow: boolean;
	/** The sidecars that may differ. Throws where git does not know a revision. */
	sidecars(): Promise<readonly SidecarPair[]>;
}

/** What is in the folder, unsaved changes included. */
const now: Side = {
	get label() {
		return l10n.t('now');
	},
	read: readText,
	uriOf: async (file) => file,
};

/** From a revision to now. */
export function since({ git }: Services, revision: string, label = revision): Comparison {
	return {
		before: atRevision(git, async () => revision, label),
		after: now,
		isNow: true,
		sidecars: () => ofRepositories(git, [revision], (repository) => changedSince(repository, revision)),
	};
}

/** What this branch did since it left another one: what a pull request shows. */
export function sinceLeaving({ git }: Services, branch: string): Comparison {
	const parted = async (repository: Repository) => {
		const base = await repository.getMergeBase('HEAD', branch);
		if (!base) throw new Stop(l10n.t('This branch and “{0}” have no commit in common.', branch));
		return base;
	};
	return {
		before: atRevision(git, parted, l10n.t('where it left {0}', branch)),
		after: now,
		isNow: true,
		sidecars: () =>
			ofRepositories(git, [branch], async (repository) => changedSince(repository, await parted(repository))),
	};
}

/** Two revisions as they are, whatever they have in common. */
export function between({ git }: Services, from: string, to: string): Comparison {
	return {
		before: atRevision(git, async () => from, from),
		after: atRevision(git, async () => to, to),
		isNow: false,
		sidecars: () =>
			ofRepositories(git, [from, to], async (repository) => {
				// git's extension compares only from where two revisions parted, so each way is asked for
				const [forth, back] = await Promise.all([repository.diffBetween(from, to), repository.diffBetween(to, from)]);
				return [
					...forth.map(pairOf),
					...back.map(pairOf).map(({ before, after }) => ({ before: after, after: before })),
				];
			}),
	};
}

/** Two sidecar files, wherever they come from. */
export function files(before: Uri, after: Uri): Comparison {
	return {
		before: { label: baseName(before), read: (file) => readText(file), uriOf: async (file) => file },
		after: { ...now, label: baseName(after) },
		isNow: true,
		sidecars: async () => [{ before, after }],
	};
}

/** From a version that was saved by hand to now. */
export function sinceSaved({ sidecars }: Services, version: SavedVersion): Comparison {
	return {
		before: {
			label: version.label,
			read: async (file) => version.files[file.toString()] ?? (seedOf(file) ? undefined : readText(file)),
			uriOf: async () => undefined,
		},
		after: now,
		isNow: true,
		sidecars: async () => {
			const found = await sidecars.findAll();
			const names = new Map([...found, ...version.uris()].map((uri) => [uri.toString(), uri]));
			return [...names.values()].map((uri) => ({ before: uri, after: uri }));
		},
	};
}

function atRevision(git: Services['git'], revision: (repository: Repository) => Promise<string>, label: string): Side {
	return {
		label,
		read: async (file) => {
			const repository = await git.repositoryOf(file);
			return repository && showAt(repository, await revision(repository), file);
		},
		uriOf: async (file) => {
			const repository = await git.repositoryOf(file);
			return repository && git.uriAt(file, await revision(repository));
		},
	};
}

/** Of the repositories that know all the revisions; throws Stop where none does. */
async function ofRepositories(
	git: Services['git'],
	revisions: readonly string[],
	pairs: (repository: Repository) => Promise<readonly SidecarPair[]>,
): Promise<SidecarPair[]> {
	const repositories = await git.repositories();
	const unknown = await Promise.all(repositories.map((repository) => firstUnknown(repository, revisions)));
	const knowing = repositories.filter((_, i) => unknown[i] === undefined);
	if (!knowing.length && unknown[0] !== undefined) throw new Stop(l10n.t('“{0}” is not a revision.', unknown[0]));
	const found = await Promise.all(knowing.map(pairs));
	const sidecars = found.flat().filter(({ before, after }) => seedOf(before) || seedOf(after));
	return [...new Map(sidecars.map((pair) => [pair.after.toString(), pair])).values()];
}

async function changedSince(repository: Repository, revision: string): Promise<SidecarPair[]> {
	const { HEAD, workingTreeChanges, indexChanges, untrackedChanges } = repository.state;
	// where nothing was committed yet, everything is new
	const tracked = HEAD?.commit ? await repository.diffWith(revision) : [];
	// git tells only of tracked files, and of renames only where both names are tracked
	const others = [...workingTreeChanges, ...indexChanges, ...(untrackedChanges ?? [])].map(({ renameUri, uri }) => {
		const after = renameUri ?? uri;
		return { before: after, after };
	});
	const renamed = tracked.map(pairOf);
	const known = new Set(renamed.map(({ after }) => after.toString()));
	return [...renamed, ...others.filter(({ after }) => !known.has(after.toString()))];
}

function pairOf({
	uri,
	originalUri,
	renameUri,
}: {
	uri: Uri;
	originalUri: Uri;
	renameUri: Uri | undefined;
}): SidecarPair {
	return { before: originalUri, after: renameUri ?? uri };
}

async function firstUnknown(repository: Repository, revisions: readonly string[]): Promise<string | undefined> {
	for (const revision of revisions) {
		// of a repository without a commit, too
		if (revision === 'HEAD') continue;
		const commit = await repository.getCommit(revision).catch(() => undefined);
		if (!commit) return revision;
	}
	return undefined;
}
