// Merge conflicts in sidecars and catalogues, solved entry by entry: what both sides did is kept, and where they disagree a
// person decides, in the file.
import { commands, l10n, type Uri, window, workspace } from 'vscode';
import { kindsFormat } from '../../../core/annotations/kinds';
import { sidecarFormat } from '../../../core/annotations/model';
import { markedVersions } from '../../../core/merge/marked';
import {
	type MergeOptions,
	type MergeResult,
	mergeCatalogueFiles,
	mergeKindsFiles,
	mergeSidecars,
} from '../../../core/merge/merge';
import { minimalEdit } from '../../../core/text/edits';
import { rangeIn, wordInEditor } from '../../convert';
import { baseName, openDocument, readText } from '../../services/files';
import { type Repository, showAt } from '../../services/git';
import { Stop } from '../../services/guard';
import type { Services } from '../../services/services';
import { seedOf } from '../../services/sidecars';
import { deleteFile } from '../../services/texts';
import { formatOf, openDecisions } from './undecided';

interface Versions {
	/** Empty: there was none. */
	readonly base: string;
	readonly ours: string;
	readonly theirs: string;
	readonly names: NonNullable<MergeOptions['names']>;
}

/** Whether the file is one that is merged entry by entry. */
export function isMergeable(services: Services, file: Uri): boolean {
	return formatOf(services, file) !== undefined;
}

/** Merges the file that git could not; or, where that is done, goes to what is left to decide, or offers to stage it. */
export async function solve(services: Services, file: Uri): Promise<void> {
	const repository = await services.git.repositoryOf(file);
	const stages = repository && (await stagesOf(repository, file));
	if (stages && (stages.ours === undefined) !== (stages.theirs === undefined)) {
		await askToDelete(repository, file, stages.ours === undefined);
		return;
	}
	const now = await readText(file);
	if (now === undefined) throw new Stop(l10n.t('“{0}” is no longer there.', baseName(file)));
	const marked = markedVersions(now);
	if (marked) {
		const fromMarkers = { ...marked, base: marked.base ?? '', names: named(marked.names.ours, marked.names.theirs) };
		await write(services, file, (await versionsOf(repository, stages)) ?? fromMarkers);
	}
	await goOn(services, file);
}

async function write(services: Services, file: Uri, versions: Versions): Promise<void> {
	const merged = await merge(services, file, versions);
	if (merged.problem)
		throw new Stop(
			l10n.t(
				'The version of {0} cannot be read: {1}',
				versions.names[merged.side] ?? merged.side,
				wordInEditor(merged.problem),
			),
			{ [l10n.t('Open It')]: () => window.showTextDocument(file) },
		);
	await services.edits.make({ label: l10n.t('Merge Annotations'), uri: file }, '', (text) => {
		const edit = minimalEdit(text, merged.text);
		return edit ? [edit] : [];
	});
}

async function merge(services: Services, file: Uri, { base, ours, theirs, names }: Versions): Promise<MergeResult> {
	const format = formatOf(services, file);
	if (format === kindsFormat) return mergeKindsFiles(base, ours, theirs, { names });
	if (format !== sidecarFormat) return mergeCatalogueFiles(base, ours, theirs, { names });
	const seed = seedOf(file);
	const text = seed && (await readText(seed));
	return mergeSidecars(base, ours, theirs, { names, ...(text !== undefined && { seed: text }) });
}

/** What git keeps of a file in conflict; a side is undefined where it deleted the file. */
interface Stages {
	readonly base: string | undefined;
	readonly ours: string | undefined;
	readonly theirs: string | undefined;
}

async function stagesOf(repository: Repository, file: Uri): Promise<Stages> {
	const [base, ours, theirs] = await Promise.all([':1', ':2', ':3'].map((stage) => showAt(repository, stage, file)));
	return { base, ours, theirs };
}

/** Undefined where it is in no conflict. */
async function versionsOf(
	repository: Repository | undefined,
	{ base = '', ours, theirs }: Partial<Stages> = {},
): Promise<Versions | undefined> {
	if (!repository || ours === undefined || theirs === undefined) return undefined;
	return { base, ours, theirs, names: named(repository.state.HEAD?.name, await nameOfTheirs(repository)) };
}

/** The branch that is merged, where one is. */
async function nameOfTheirs(repository: Repository): Promise<string | undefined> {
	const other = await repository.getCommit('MERGE_HEAD').catch(() => undefined);
	const refs = other ? await repository.getRefs({}) : [];
	return refs.find(({ commit, name }) => name && commit === other?.hash)?.name;
}

/** Two sides must not be called the same. */
function named(ours: string | undefined, theirs: string | undefined): Versions['names'] {
	return ours === theirs ? {} : { ...(ours && { ours }), ...(theirs && { theirs }) };
}

/** One side deleted the file, the other one changed it: no merge can tell. */
async function askToDelete(repository: Repository, file: Uri, byOurs: boolean): Promise<void> {
	const name = byOurs ? repository.state.HEAD?.name : await nameOfTheirs(repository);
	const [keep, remove, open] = [l10n.t('Keep the File'), l10n.t('Delete the File'), l10n.t('Open It')];
	const chosen = await window.showWarningMessage(
		name
			? l10n.t('“{0}” was deleted on the branch “{1}”, and changed on the other one.', baseName(file), name)
			: l10n.t('“{0}” was deleted on one branch, and changed on the other one.', baseName(file)),
		...[keep, remove, open],
	);
	if (chosen === open) await window.showTextDocument(file);
	if (chosen === keep) await openDocument(file)?.save();
	if (chosen === remove) await deleteFile(file);
	// git stages a deletion in the same way
	if (chosen === keep || chosen === remove) await repository.add([file.fsPath]);
}

async function goOn(services: Services, file: Uri): Promise<void> {
	const document = await workspace.openTextDocument(file);
	const undecided = openDecisions(services, file, document.getText());
	const [first] = undecided;
	await window.showTextDocument(document, first ? { selection: rangeIn(document, first.span) } : {});
	if (first) {
		const decide = l10n.t('Decide…');
		const said =
			undecided.length === 1
				? l10n.t('One thing in “{0}” is left for you to decide: both sides changed it.', baseName(file))
				: l10n.t(
						'{0} things in “{1}” are left for you to decide: both sides changed them.',
						undecided.length,
						baseName(file),
					);
		const chosen = await window.showWarningMessage(said, decide);
		if (chosen) await commands.executeCommand('editor.action.quickFix');
		return;
	}
	await offerStaging(services, file);
}

async function offerStaging({ git, edits }: Services, file: Uri): Promise<void> {
	const repository = await git.repositoryOf(file);
	const inConflict = repository?.state.mergeChanges.some(({ uri }) => uri.toString() === file.toString());
	const said = l10n.t('“{0}” is merged: nothing is left to decide.', baseName(file));
	if (!repository || !inConflict) {
		window.showInformationMessage(said);
		return;
	}
	const stage = l10n.t('Stage It');
	if ((await window.showInformationMessage(said, stage)) !== stage) return;
	// git stages what is on disk
	const document = openDocument(file);
	if (document) await edits.save(document);
	await repository.add([file.fsPath]);
}
