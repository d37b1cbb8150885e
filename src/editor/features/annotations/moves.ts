// A seed that is renamed or moved takes its sidecar along, and links to it are mended: in VS Code's own edit, so that one undo
// takes all of it back. A seed that is deleted leaves its sidecar behind until a person says otherwise.
import {
	type CancellationToken,
	CancellationTokenSource,
	Disposable,
	type FileRenameEvent,
	l10n,
	type Uri,
	WorkspaceEdit,
	window,
	workspace,
} from 'vscode';
import { rewriteReferences } from '../../../core/annotations/retarget';
import { readSidecar } from '../../../core/annotations/sidecar';
import { applyEdits } from '../../../core/text/edits';
import { LineIndex } from '../../../core/text/lines';
import { toRange } from '../../convert';
import { baseName, folderOf, readBytes, readText, relativePath, resolveInWorkspace } from '../../services/files';
import type { Services } from '../../services/services';
import { seedOf, sidecarOf } from '../../services/sidecars';
import { deleteFile, notWritten } from '../../services/texts';
import { Mended } from './mended';

type Files = FileRenameEvent['files'];

export function registerMoves(services: Services): Disposable {
	const { guard } = services;
	const mended = new Mended(services);
	const asked = new Set<string>();
	const ending = new CancellationTokenSource();
	return Disposable.from(
		mended,
		{ dispose: () => ending.cancel() },
		workspace.onWillRenameFiles((event) => {
			if (!isAboutSeeds(event)) return;
			const { files, token } = event;
			asked.add(nameOf(files));
			mended.begin();
			event.waitUntil(guard.quietly('moving sidecars', () => moving(services, files, mended, token), undefined));
		}),
		workspace.onDidRenameFiles((event) => {
			if (!isAboutSeeds(event)) return;
			mended.end();
			const { files } = event;
			if (asked.delete(nameOf(files)))
				void guard.quietly('sidecars left behind', () => offerToTakeAlong(services, files), undefined);
			else void guard.quietly('a move taken back', () => followUndo(services, files, mended, ending.token), undefined);
		}),
		workspace.onDidDeleteFiles(({ files }) => {
			void guard.quietly('sidecars of deleted seeds', () => offerToDelete(services, files), undefined);
		}),
	);
}

/** Sidecars that are taken along are renamed within the renaming of their seeds. */
function isAboutSeeds({ files }: FileRenameEvent): boolean {
	return !files.every(({ oldUri }) => seedOf(oldUri));
}

/** Tells one act from another. */
function nameOf(files: Files): string {
	return files.map(({ oldUri, newUri }) => `${oldUri} ${newUri}`).join('\n');
}

/** A sidecar without these is not worth reading. */
const hasLinks = /parallel|same-as/;

/** For VS Code's own undo of what went along, which stops at the first text that nobody has open. */
const undoMilliseconds = 700;

/** An undo moves the seeds back, and VS Code asks nobody then. What a folder that moved back holds is left to its own undo. */
async function followUndo(services: Services, files: Files, mended: Mended, token: CancellationToken): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, undoMilliseconds));
	if (token.isCancellationRequested) return;
	const edit = await moving(services, files, mended, token);
	if (edit.size && !(await workspace.applyEdit(edit))) throw notWritten(sidecarOf(files[0]!.newUri));
}

/** What goes with files that will move, or did. Adds to `mended` what will be changed by this alone. */
async function moving(
	{ sidecars }: Services,
	files: Files,
	mended: Mended,
	token: CancellationToken,
): Promise<WorkspaceEdit> {
	const edit = new WorkspaceEdit();
	const all = await sidecars.findAll();
	const along = await takeAlong(edit, files, all);
	const moved = (uri: Uri) => afterMove(uri, files);
	for (const from of all) {
		const seed = seedOf(from) as Uri;
		const folder = folderOf(seed);
		const folderThen = folderOf(moved(seed) ?? seed);
		const text = await readText(from);
		if (token.isCancellationRequested) return new WorkspaceEdit();
		if (!text || !hasLinks.test(text)) continue;
		const sidecar = readSidecar(text);
		const { edits = [] } = rewriteReferences(sidecar, (path) => {
			const target = resolveInWorkspace(folder, path);
			const written = target && relativePath(folderThen, moved(target) ?? target);
			return target && written !== relativePath(folder, target) ? written : undefined;
		});
		if (!edits.length) continue;
		const lines = new LineIndex(sidecar.text);
		const to = along.get(from.toString()) ?? from;
		mended.add(from, [to, moved(to) ?? to], [sidecar.text, applyEdits(sidecar.text, edits)]);
		for (const { start, end, text } of edits) edit.replace(to, toRange(lines, { start, end }), text);
	}
	return edit;
}

/** VS Code asks before it changes other files, and “Skip Changes” leaves the annotations where nobody sees them. */
async function offerToTakeAlong(services: Services, files: Files): Promise<void> {
	const stayed = files.filter(({ oldUri }) => !seedOf(oldUri));
	const all = await services.sidecars.findAll();
	for (const { oldUri, newUri } of stayed) {
		const beside = (await isThere(oldUri)) ? [] : await sidecarsBeside(oldUri, all);
		const names = beside.map(baseName).join(', ');
		if (!beside.length || (await isThere(sidecarOf(newUri)))) continue;
		const too = l10n.t('Take Them Along');
		const said = l10n.t('The annotations of “{0}” have stayed behind in “{1}”.', baseName(newUri), names);
		if ((await window.showWarningMessage(said, too)) !== too) continue;
		const edit = new WorkspaceEdit();
		const along = await takeAlong(edit, [{ oldUri, newUri }], beside);
		if (along.size && !(await workspace.applyEdit(edit))) throw notWritten(sidecarOf(newUri));
	}
}

async function isThere(uri: Uri): Promise<boolean> {
	return (await readBytes(uri)) !== undefined;
}

/** Old name to new one; not where another file is in the way, nor where the sidecar is renamed by the same act. */
async function takeAlong(edit: WorkspaceEdit, files: Files, all: readonly Uri[]): Promise<Map<string, Uri>> {
	const along = new Map<string, Uri>();
	const already = new Set(files.map(({ oldUri }) => oldUri.toString()));
	for (const { oldUri, newUri } of files)
		for (const from of await sidecarsBeside(oldUri, all)) {
			const to = from.with({ path: newUri.path + from.path.slice(oldUri.path.length) });
			if (already.has(from.toString())) continue;
			if (await isThere(to))
				void window.showWarningMessage(
					l10n.t('“{0}” is in the way, so the annotations stay in “{1}”.', baseName(to), baseName(from)),
				);
			else {
				edit.renameFile(from, to);
				along.set(from.toString(), to);
			}
		}
	return along;
}

/** Every annotator's; the one that is written here also where a search leaves it out. None of what is itself a sidecar. */
async function sidecarsBeside(seed: Uri, all: readonly Uri[]): Promise<Uri[]> {
	if (seedOf(seed)) return [];
	const own = sidecarOf(seed);
	const beside = all.filter((uri) => seedOf(uri)?.toString() === seed.toString() && uri.path !== own.path);
	return (await isThere(own)) ? [own, ...beside] : beside;
}

/** Where a file will be: it, or a folder that it is in, is renamed. Undefined where it stays. */
function afterMove(uri: Uri, files: Files): Uri | undefined {
	for (const { oldUri, newUri } of files) {
		if (oldUri.scheme !== uri.scheme || oldUri.authority !== uri.authority) continue;
		if (uri.path === oldUri.path) return newUri;
		if (uri.path.startsWith(`${oldUri.path}/`))
			return newUri.with({ path: newUri.path + uri.path.slice(oldUri.path.length) });
	}
	return undefined;
}

async function offerToDelete({ sidecars }: Services, files: readonly Uri[]): Promise<void> {
	for (const seed of files) {
		if (seedOf(seed) || !(await readBytes(sidecarOf(seed)))) continue;
		const count = (await sidecars.get(seed))?.entries.length ?? 0;
		const too = l10n.t('Delete It Too');
		const name = baseName(sidecarOf(seed));
		const said = l10n.t('“{0}” is kept, with annotations: {1}.', name, count);
		if ((await window.showInformationMessage(said, too)) === too) await deleteFile(sidecarOf(seed));
	}
}
