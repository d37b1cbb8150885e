// What changed in the sidecars since a revision, found through git and told annotation by annotation.
import type { Uri } from 'vscode';
import { type AnnotationChange, diffSidecars } from '../../../core/annotations/diff';
import { readSidecar } from '../../../core/annotations/sidecar';
import { readText } from '../../services/files';
import { type Repository, showAt } from '../../services/git';
import type { Services } from '../../services/services';
import { seedOf } from '../../services/sidecars';

/** A seed whose annotations changed. */
export interface ChangedSeed {
	readonly seed: Uri;
	readonly sidecar: Uri;
	readonly changes: readonly AnnotationChange[];
}

/** By path; seeds whose sidecar changed in its looks alone are left out. Throws where git does not know the revision. */
export async function changesSince({ git }: Services, revision: string): Promise<readonly ChangedSeed[]> {
	const found = await Promise.all(
		(await git.repositories()).map(async (repository) => {
			const sidecars = await changedSidecars(repository, revision);
			return Promise.all(sidecars.map((uri) => changesOf(repository, revision, uri)));
		}),
	);
	return found
		.flat()
		.filter(({ changes }) => changes.length)
		.sort((a, b) => (a.seed.path < b.seed.path ? -1 : 1));
}

async function changedSidecars(repository: Repository, revision: string): Promise<Uri[]> {
	const { workingTreeChanges, indexChanges, untrackedChanges } = repository.state;
	const tracked = await repository.diffWith(revision);
	const all = [...tracked, ...workingTreeChanges, ...indexChanges, ...(untrackedChanges ?? [])];
	const sidecars = all.map(({ uri }) => uri).filter(seedOf);
	return [...new Map(sidecars.map((uri) => [uri.toString(), uri])).values()];
}

async function changesOf(repository: Repository, revision: string, sidecar: Uri): Promise<ChangedSeed> {
	const [before, after] = await Promise.all([showAt(repository, revision, sidecar), readText(sidecar)]);
	const changes = diffSidecars(readSidecar(before ?? ''), readSidecar(after ?? ''));
	return { seed: seedOf(sidecar) ?? sidecar, sidecar, changes };
}
