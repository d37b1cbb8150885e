// Reading texts, open or not: what is open in an editor counts, saved or not; else what is on disk.
import { FileType, type TextDocument, Uri, workspace } from 'vscode';
import { unifyLineEnds } from './line-ends';

const decoder = new TextDecoder('utf-8', { fatal: true });
/** Above this many bytes a file is not read: VS Code itself does not synchronise documents over 50 MB. */
const largestFile = 50_000_000;

export function openDocument(uri: Uri): TextDocument | undefined {
	const wanted = uri.toString();
	return workspace.textDocuments.find((document) => !document.isClosed && document.uri.toString() === wanted);
}

/**
 * The text on disk as a document would show it, so that offsets fit both: without BOM, with line ends of one kind. Undefined
 * where there is no such file or it is too large.
 */
export async function readFile(uri: Uri): Promise<string | undefined> {
	const bytes = await readBytes(uri);
	return bytes && unifyLineEnds(await decode(uri, bytes));
}

/**
 * The beginning of the text on disk, of some `length` UTF-16 units at most; undefined where there is no such file. Of a large
 * file no more is decoded.
 */
export async function readStart(uri: Uri, length: number): Promise<string | undefined> {
	const bytes = await readBytes(uri);
	return bytes && unifyLineEnds((await decode(uri, wholeCharacters(bytes, length * 2))).slice(0, length));
}

/** About so many bytes, not cut within a character. */
function wholeCharacters(bytes: Uint8Array, most: number): Uint8Array {
	let end = Math.min(most, bytes.length);
	while (end > 0 && end < bytes.length && ((bytes[end] as number) & 0xc0) === 0x80) end--;
	return bytes.subarray(0, end);
}

/** Other encodings than UTF-8 are told by the user's settings. */
async function decode(uri: Uri, bytes: Uint8Array): Promise<string> {
	try {
		return decoder.decode(bytes);
	} catch {
		return workspace.decode(bytes, { uri }).then(undefined, () => new TextDecoder().decode(bytes));
	}
}

export async function readBytes(uri: Uri): Promise<Uint8Array | undefined> {
	try {
		const { size, type } = await workspace.fs.stat(uri);
		return type & FileType.File && size <= largestFile ? await workspace.fs.readFile(uri) : undefined;
	} catch {
		return undefined;
	}
}

/** The text as the user sees it now; undefined where there is no such file. */
export async function readText(uri: Uri): Promise<string | undefined> {
	return (await liveDocument(uri))?.getText() ?? readFile(uri);
}

/** Documents that were waited for in vain, at a version: they differ from their files for good. */
const waitedFor = new WeakMap<TextDocument, number>();

/** How long VS Code may take to reload a file that something else wrote. */
const reloadMilliseconds = 2000;

/**
 * The open document, where it stands for the file: with unsaved changes, or in step with the disk. VS Code keeps documents
 * for minutes after their editor closed, and reloads them some time after the file changed; one whose file was deleted
 * stands for nothing.
 */
export async function liveDocument(uri: Uri): Promise<TextDocument | undefined> {
	const document = openDocument(uri);
	if (!document || document.isDirty || document.isUntitled || waitedFor.get(document) === document.version)
		return document;
	const end = Date.now() + reloadMilliseconds;
	for (;;) {
		const onDisk = await readFile(uri);
		if (onDisk === undefined) return undefined;
		if (document.isDirty || sameText(document.getText(), onDisk)) return document;
		if (Date.now() > end) {
			waitedFor.set(document, document.version);
			return document;
		}
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}

/** Line ends apart: the user may have chosen other ones. */
export function sameText(a: string, b: string): boolean {
	return a === b || a.replace(/\r\n?/g, '\n') === b.replace(/\r\n?/g, '\n');
}

export function folderOf(uri: Uri): Uri {
	return Uri.joinPath(uri, '..');
}

export function baseName(uri: Uri): string {
	return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** `target` as written in a file of `folder`: `../en/b.txt`. Undefined where the two share no root. */
export function relativePath(folder: Uri, target: Uri): string | undefined {
	if (folder.scheme !== target.scheme || folder.authority !== target.authority) return undefined;
	const from = folder.path.split('/').filter(Boolean);
	const to = target.path.split('/').filter(Boolean);
	let shared = 0;
	while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
	return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

/** The file that a relative path written by somebody else names; undefined where it leaves the workspace. */
export function resolveInWorkspace(folder: Uri, path: string): Uri | undefined {
	if (/^([a-z][\w+.-]*:|[\\/])/i.test(path)) return undefined;
	const uri = Uri.joinPath(folder, path);
	const sibling = uri.path.startsWith(folder.path.endsWith('/') ? folder.path : `${folder.path}/`);
	return sibling || workspace.getWorkspaceFolder(uri) ? uri : undefined;
}
