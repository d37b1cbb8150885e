// A seed that is renamed or moved takes its sidecar along, and links to it are mended: in VS Code's own edit, so that one undo
// takes all of it back. A seed that is deleted leaves its sidecar behind until a person says otherwise.
import { Disposable, type FileWillRenameEvent, l10n, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { rewriteReferences } from '../../../core/annotations/retarget';
import { LineIndex } from '../../../core/text/lines';
import { toRange } from '../../convert';
import type { Edits } from '../../services/edits';
import { baseName, folderOf, openDocument, readBytes, relativePath, resolveInWorkspace } from '../../services/files';
import type { Services } from '../../services/services';
import { seedOf, sidecarOf } from '../../services/sidecars';
import { deleteFile } from '../../services/texts';

export function registerMoves(services: Services): Disposable {
	const { guard, edits } = services;
	const mended = new Set<string>();
	return Disposable.from(
		workspace.onWillRenameFiles((event) => {
			event.waitUntil(guard.quietly('moving sidecars', () => moving(services, event, mended), undefined));
		}),
		workspace.onDidRenameFiles(({ files }) => {
			// the sidecars' own renaming comes before they are mended
			if (files.some(({ oldUri }) => !seedOf(oldUri)))
				void guard.quietly('saving sidecars', () => save(mended, edits), undefined);
		}),
		workspace.onDidDeleteFiles(({ files }) => {
			void guard.quietly('sidecars of deleted seeds', () => offerToDelete(services, files), undefined);
		}),
	);
}

/** Adds to `mended` what will be changed by this alone. */
async function moving(
	{ sidecars }: Services,
	{ files, token }: FileWillRenameEvent,
	mended: Set<string>,
): Promise<WorkspaceEdit> {
	const edit = new WorkspaceEdit();
	const along = await takeAlong(edit, files);
	const moved = (uri: Uri) => afterMove(uri, files);
	for (const seed of await sidecars.find()) {
		const to = moved(seed) ?? seed;
		const sidecar = await sidecars.get(seed);
		if (token.isCancellationRequested) return new WorkspaceEdit();
		const folder = folderOf(seed);
		const { edits = [] } = sidecar
			? rewriteReferences(sidecar, (path) => {
					const target = resolveInWorkspace(folder, path);
					const now = target && (moved(target) ?? target);
					const written = now && relativePath(folderOf(to), now);
					return target && written !== relativePath(folder, target) ? written : undefined;
				})
			: {};
		const lines = new LineIndex(sidecar?.text ?? '');
		const uri = along.get(sidecarOf(seed).toString()) ?? sidecarOf(seed);
		if (edits.length && !openDocument(sidecarOf(seed))?.isDirty) mended.add((moved(uri) ?? uri).toString());
		for (const { start, end, text } of edits) edit.replace(uri, toRange(lines, { start, end }), text);
	}
	return edit;
}

/** VS Code leaves its additional edits unsaved. */
async function save(mended: Set<string>, edits: Edits): Promise<void> {
	const names = [...mended];
	mended.clear();
	for (const name of names) {
		const document = openDocument(Uri.parse(name, true));
		if (document) await edits.save(document);
	}
}

/** Old name to new one; not where another file is in the way, nor where the sidecar is renamed by the same act. */
async function takeAlong(edit: WorkspaceEdit, files: FileWillRenameEvent['files']): Promise<Map<string, Uri>> {
	const along = new Map<string, Uri>();
	const already = new Set(files.map(({ oldUri }) => oldUri.toString()));
	for (const { oldUri, newUri } of files) {
		const [from, to] = [sidecarOf(oldUri), sidecarOf(newUri)];
		if (seedOf(oldUri) || already.has(from.toString()) || !(await readBytes(from))) continue;
		if (await readBytes(to))
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

/** Where a file will be: it, or a folder that it is in, is renamed. Undefined where it stays. */
function afterMove(uri: Uri, files: FileWillRenameEvent['files']): Uri | undefined {
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
