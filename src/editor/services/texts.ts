// Writing files as the user would: through the editor's own edits, so that open documents, undo and read-only files are respected.
import {
	commands,
	l10n,
	type Tab,
	TabInputText,
	type TextDocument,
	type Uri,
	WorkspaceEdit,
	window,
	workspace,
} from 'vscode';
import type { TextEdit } from '../../core/ports';
import { minimalEdit } from '../../core/text/edits';
import { rangeIn } from '../convert';
import type { Copies } from './copies';
import { baseName, readFile, sameText } from './files';
import { Stop } from './guard';

/** Creates the file with this text; false where there is one by now. Throws Stop where the place cannot be written. */
export async function createFile(uri: Uri, text: string, copies: Copies): Promise<boolean> {
	refuseReadOnly(uri);
	const edit = new WorkspaceEdit();
	edit.createFile(uri, { contents: new TextEncoder().encode(text), ignoreIfExists: false });
	if (await copies.during(uri, text, async () => workspace.applyEdit(edit))) return true;
	if ((await readFile(uri)) === undefined) throw notWritten(uri);
	return false;
}

export async function deleteFile(uri: Uri): Promise<void> {
	refuseReadOnly(uri);
	const edit = new WorkspaceEdit();
	edit.deleteFile(uri);
	if (!(await workspace.applyEdit(edit))) throw notWritten(uri);
}

/**
 * Edits the document and saves it, unless it had unsaved changes: then saving stays the user's. False where the file was
 * changed by something else meanwhile: the document is then as on disk, and nothing was done.
 */
export async function editDocument(
	document: TextDocument,
	edits: readonly TextEdit[],
	copies: Copies,
): Promise<boolean> {
	refuseReadOnly(document.uri);
	const { isDirty } = document;
	const before = document.getText();
	await apply(document, edits);
	if (isDirty) return true;
	const isSaved = await saveDocument(document, copies);
	const onDisk = await readFile(document.uri);
	// VS Code looks whether the file was changed just before it writes: two windows may do so at the same time
	const isOurs = isSaved && (onDisk === undefined || sameText(onDisk, document.getText()) || holds(onDisk, edits));
	if (isOurs) return true;
	if (onDisk !== undefined && (isSaved || !sameText(onDisk, before))) {
		await revert(document);
		return false;
	}
	// an unsaved change in a document that nobody sees would look like a kept one
	const back = minimalEdit(document.getText(), before);
	if (back) await apply(document, [back]);
	if (document.isDirty && onDisk !== undefined) await revert(document);
	throw notWritten(document.uri);
}

/** Whether all that the edits put in is there. */
function holds(text: string, edits: readonly TextEdit[]): boolean {
	const unified = text.replace(/\r\n?/g, '\n');
	return edits.every((edit) => unified.includes(edit.text.replace(/\r\n?/g, '\n').trim()));
}

/** False where it could not be saved, or was changed by something else meanwhile. A kill leaves no part of it. */
export function saveDocument(document: TextDocument, copies: Copies): Promise<boolean> {
	return copies.during(document.uri, document.getText(), async () => document.save());
}

/** Makes the document what is on disk. VS Code reverts only the editor that has the focus, so it is shown for a moment. */
async function revert(document: TextDocument): Promise<void> {
	const was = window.activeTextEditor;
	const wasOpen = tabsOf(document).length > 0;
	await window.showTextDocument(document, { preview: true });
	await commands.executeCommand('workbench.action.files.revert');
	if (!wasOpen) await window.tabGroups.close(tabsOf(document));
	if (was && was.document !== document) await window.showTextDocument(was.document, was.viewColumn);
}

function tabsOf({ uri }: TextDocument): Tab[] {
	const shown = ({ input }: Tab) => input instanceof TabInputText && input.uri.toString() === uri.toString();
	return window.tabGroups.all.flatMap(({ tabs }) => tabs.filter(shown));
}

async function apply(document: TextDocument, edits: readonly TextEdit[]): Promise<void> {
	const edit = new WorkspaceEdit();
	for (const { start, end, text } of edits) edit.replace(document.uri, rangeIn(document, { start, end }), text);
	if (!(await workspace.applyEdit(edit))) throw notWritten(document.uri);
}

/** Makes the document's text `text`, changing only what differs. */
export async function replaceText(document: TextDocument, text: string, copies: Copies): Promise<void> {
	const edit = minimalEdit(document.getText(), text);
	if (edit && !(await editDocument(document, [edit], copies))) throw notWritten(document.uri);
}

/** Throws Stop where nothing can be written: git's versions, archives, some virtual places. */
export function refuseReadOnly(uri: Uri): void {
	if (workspace.fs.isWritableFileSystem(uri.scheme) === false)
		throw new Stop(l10n.t('“{0}” is in a read-only place. Copy the seed to a folder you can write to.', baseName(uri)));
}

export function notWritten(uri: Uri): Stop {
	return new Stop(
		l10n.t('“{0}” could not be written. It may be read-only, or changed by another program: try again.', baseName(uri)),
		{ [l10n.t('Open It')]: () => window.showTextDocument(uri) },
	);
}
