// Merge conflicts in sidecars and catalogues, solved entry by entry: what both sides did is kept, and where they disagree a
// person decides, in the file.
import { commands, l10n, type Uri, window, workspace } from 'vscode';
import { kindsFormat } from '../../../core/annotations/kinds';
import { sidecarFormat } from '../../../core/annotations/model';
import { type MarkedVersions, markedVersions } from '../../../core/merge/marked';
import {
	type MergeFailure,
	type MergeResult,
	mergeCatalogueFiles,
	mergeKindsFiles,
	mergeSidecars,
} from '../../../core/merge/merge';
import { applyEdits, minimalEdit } from '../../../core/text/edits';
import { readYaml } from '../../../core/yaml/document';
import { rangeIn, wordInEditor } from '../../convert';
import { baseName, openDocument, readText, sameText } from '../../services/files';
import type { Repository } from '../../services/git';
import { Stop } from '../../services/guard';
import type { Services } from '../../services/services';
import { seedOf } from '../../services/sidecars';
import { deleteFile } from '../../services/texts';
import { distinct, type Names, namesOf, type Stages, stagesOf } from './sides';
import { formatOf, openDecisions } from './undecided';

interface Versions {
	/** Empty: there was none. */
	readonly base: string;
	readonly ours: string;
	readonly theirs: string;
	readonly names: Names;
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
		await askToDelete(repository, file, stages);
		return;
	}
	const now = await readText(file);
	if (now === undefined) {
		const stage = () => repository?.add([file.fsPath]);
		throw stages?.base === undefined
			? new Stop(l10n.t('“{0}” is no longer there.', baseName(file)))
			: new Stop(l10n.t('“{0}” was deleted or renamed on both sides.', baseName(file)), {
					[l10n.t('Stage It')]: stage,
				});
	}
	const marked = markedVersions(now);
	const versions = (await versionsOf(repository, stages, marked)) ?? fromMarkers(marked);
	if (versions && (marked || sameText(now, versions.ours) || !canRead(services, file, now)))
		await write(services, file, now, versions);
	else await goOn(services, file);
}

async function write(services: Services, file: Uri, now: string, versions: Versions): Promise<void> {
	const merged = await merge(services, file, versions);
	if (merged.problem) {
		await askForSide(services, file, versions, merged);
		return;
	}
	const isDecided = sameText(keepingOurs(services, file, merged.text, versions.names.ours ?? 'ours'), now);
	if (!isDecided) await replace(services, file, merged.text);
	await goOn(services, file);
}

/** What a person gets who decides everything for the side that git left in the file. */
function keepingOurs(services: Services, file: Uri, text: string, ours: string): string {
	for (let now = text; ; ) {
		const [open] = openDecisions(services, file, now);
		const choice = open?.choices.find(({ side, what }) => side === ours || what === 'stay');
		const edits = choice && open?.edits(choice);
		if (!edits) return now;
		now = applyEdits(now, edits);
	}
}

async function replace(services: Services, file: Uri, wanted: string): Promise<void> {
	await services.edits.make({ label: l10n.t('Merge Annotations'), uri: file }, '', (text) => {
		const edit = minimalEdit(text, wanted);
		return edit ? [edit] : [];
	});
}

function canRead(services: Services, file: Uri, text: string): boolean {
	const format = formatOf(services, file);
	return format !== undefined && readYaml(text, format).writable;
}

/** One side is not what it should be, so nothing can be merged; the other one can be kept as it is. */
async function askForSide(
	services: Services,
	file: Uri,
	{ names, ...versions }: Versions,
	{ problem, side }: MergeFailure,
): Promise<void> {
	const other = side === 'ours' ? 'theirs' : 'ours';
	const name = (one: 'ours' | 'theirs') => names[one] ?? one;
	const keep = l10n.t('Keep That of {0}', name(other));
	const open = l10n.t('Open It');
	const chosen = await window.showWarningMessage(
		l10n.t(
			'“{0}” is not merged: the version of {1} cannot be read. {2}',
			baseName(file),
			name(side),
			wordInEditor(problem),
		),
		...(canRead(services, file, versions[other]) ? [keep] : []),
		open,
	);
	if (chosen === open) await commands.executeCommand('vscode.open', file);
	if (chosen !== keep) return;
	// VS Code opens no document of such a file
	if ((await readText(file))?.includes('\0')) await deleteFile(file);
	await replace(services, file, versions[other]);
	await goOn(services, file);
}

async function merge(services: Services, file: Uri, { base, ours, theirs, names }: Versions): Promise<MergeResult> {
	const format = formatOf(services, file);
	if (format === kindsFormat) return mergeKindsFiles(base, ours, theirs, { names });
	if (format !== sidecarFormat) return mergeCatalogueFiles(base, ours, theirs, { names });
	const seed = seedOf(file);
	const text = seed && (await readText(seed));
	return mergeSidecars(base, ours, theirs, { names, ...(text !== undefined && { seed: text }) });
}

/** Undefined where it is in no conflict. */
async function versionsOf(
	repository: Repository | undefined,
	{ base = '', ours, theirs }: Partial<Stages> = {},
	marked: MarkedVersions | undefined,
): Promise<Versions | undefined> {
	if (!repository || ours === undefined || theirs === undefined) return undefined;
	return { base, ours, theirs, names: await namesOf(repository, marked?.names.theirs) };
}

/** Where git cannot be asked. */
function fromMarkers(marked: MarkedVersions | undefined): Versions | undefined {
	if (!marked) return undefined;
	const { base = '', names } = marked;
	return { ...marked, base, names: distinct(names.ours, names.theirs) };
}

/** One side has no such file, the other one changed it: no merge can tell. */
async function askToDelete(repository: Repository, file: Uri, { base, ours }: Stages): Promise<void> {
	const names = await namesOf(repository);
	const name = ours === undefined ? (names.ours ?? 'ours') : (names.theirs ?? 'theirs');
	const [keep, remove, open] = [l10n.t('Keep the File'), l10n.t('Delete the File'), l10n.t('Open It')];
	const chosen = await window.showWarningMessage(
		base === undefined
			? l10n.t('“{0}” is not there in the version of {1}: the two sides gave it different names.', baseName(file), name)
			: l10n.t('“{0}” was deleted in the version of {1}, and changed in the other one.', baseName(file), name),
		...[keep, remove, open],
	);
	if (chosen === open) await commands.executeCommand('vscode.open', file);
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
