// A seed that is renamed or moved takes its sidecar along, and links to it are mended: in VS Code's own edit, so that one undo
// takes all of it back. A seed that is deleted leaves its sidecar behind until a person says otherwise.
import { Disposable, type FileWillRenameEvent, l10n, type Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { rewriteReferences } from '../../../core/annotations/retarget';
import { LineIndex } from '../../../core/text/lines';
import { toRange } from '../../convert';
import { baseName, folderOf, readBytes, relativePath, resolveInWorkspace } from '../../services/files';
import type { Services } from '../../services/services';
import { seedOf, sidecarOf } from '../../services/sidecars';
import { deleteFile } from '../../services/texts';

export function registerMoves(services: Services): Disposable {
	const { guard } = services;
	return Disposable.from(
		workspace.onWillRenameFiles((event) => {
			const edit = guard.quietly('moving sidecars', () => moving(services, event), undefined);
			event.waitUntil(edit);
		}),
		workspace.onDidDeleteFiles(({ files }) => {
			void guard.quietly('sidecars of deleted seeds', () => offerToDelete(services, files), undefined);
		}),
	);
}

async function moving({ sidecars }: Services, { files, token }: FileWillRenameEvent): Promise<WorkspaceEdit> {
	const edit = new WorkspaceEdit();
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
		for (const { start, end, text } of edits) edit.replace(sidecarOf(seed), toRange(lines, { start, end }), text);
	}
	await takeAlong(edit, files);
	return edit;
}

/** Not where another file is in the way, nor where the sidecar is renamed by the same act. */
async function takeAlong(edit: WorkspaceEdit, files: FileWillRenameEvent['files']): Promise<void> {
	const already = new Set(files.map(({ oldUri }) => oldUri.toString()));
	for (const { oldUri, newUri } of files) {
		const [from, to] = [sidecarOf(oldUri), sidecarOf(newUri)];
		if (seedOf(oldUri) || already.has(from.toString()) || !(await readBytes(from))) continue;
		if (await readBytes(to))
			void window.showWarningMessage(
				l10n.t('“{0}” is in the way, so the annotations stay in “{1}”.', baseName(to), baseName(from)),
			);
		else edit.renameFile(from, to);
	}
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
