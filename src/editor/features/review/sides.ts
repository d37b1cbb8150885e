// What git keeps of a file that it could not merge, and what the two sides are called.
import type { Uri } from 'vscode';
import type { MergeOptions } from '../../../core/merge/merge';
import { shorten } from '../../convert';
import { type Commit, type Repository, showAt } from '../../services/git';

/** A side is undefined where it has no such file; all are where the file is in no conflict. */
export interface Stages {
	readonly base: string | undefined;
	readonly ours: string | undefined;
	readonly theirs: string | undefined;
}

/** What the two sides are called; one that cannot be told is left out. */
export type Names = NonNullable<MergeOptions['names']>;

/** As git has them: of a file in a conflict. */
export async function stagesOf(repository: Repository, file: Uri): Promise<Stages> {
	const [base, ours, theirs] = await Promise.all([':1', ':2', ':3'].map((stage) => showAt(repository, stage, file)));
	return { base, ours, theirs };
}

/**
 * The names of the sides: branches, else the commit that is replayed, as git's markers tell it. In a rebase “ours” is what
 * the branch is moved onto, and “theirs” the person's own commit. A side that cannot be told is left out.
 */
export async function namesOf(repository: Repository, marked?: string): Promise<Names> {
	const { HEAD } = repository.state;
	const ours = HEAD?.name ?? (await branchAt(repository, HEAD?.commit));
	// what git pulls, it marks by a number; where the file has two names, both names follow
	const isTold = marked !== undefined && !/^[\da-f]{40,}/.test(marked);
	return distinct(ours, isTold ? marked.replace(/:[^:()]+\.ya?ml$/, '') : await nameOfTheirs(repository));
}

/** Two sides must not be called the same. */
export function distinct(ours: string | undefined, theirs: string | undefined): Names {
	return ours === theirs ? {} : { ...(ours && { ours }), ...(theirs && { theirs }) };
}

async function nameOfTheirs(repository: Repository): Promise<string | undefined> {
	const at = (head: string) => repository.getCommit(head).catch(() => undefined);
	const merged = await at('MERGE_HEAD');
	if (merged) return (await branchAt(repository, merged.hash)) ?? told(merged);
	const replayed = repository.state.rebaseCommit ?? (await at('CHERRY_PICK_HEAD'));
	if (replayed) return told(replayed);
	const reverted = await at('REVERT_HEAD');
	return reverted && `parent of ${told(reverted)}`;
}

async function branchAt(repository: Repository, hash: string | undefined): Promise<string | undefined> {
	const refs = hash ? await repository.getRefs({}) : [];
	return refs.find(({ commit, name }) => name && commit === hash)?.name;
}

function told({ hash, message }: Commit): string {
	return `${hash.slice(0, 7)} (${shorten(message.split('\n', 1)[0] ?? '', 50)})`;
}
