// Finding files: by glob in the workspace's folders, by name beside open files that are in none.
import { FileType, RelativePattern, type TextDocument, Uri, type WorkspaceFolder, workspace } from 'vscode';
import { folderOf } from './files';
import { mapGently } from './slices';

/** Beside one loose file not more than these are looked at: it may lie in a downloads folder. */
const mostBeside = 1000;

export interface Wanted {
	readonly globs: (folder: WorkspaceFolder) => readonly string[];
	/** Of a file's base name. */
	readonly name: RegExp;
	/** At most so many in each folder. */
	readonly most: number;
}

/** Other people's files; `files.exclude` holds besides. */
const packages = '**/node_modules/**';

/** By path, each once. */
export async function findFiles({ globs, name, most }: Wanted): Promise<readonly Uri[]> {
	const inFolders = (workspace.workspaceFolders ?? []).flatMap((folder) =>
		globs(folder).map((glob) => workspace.findFiles(new RelativePattern(folder, glob), packages, most)),
	);
	const found = await Promise.all([...inFolders, ...looseFolders().map((folder) => namesIn(folder, name))]);
	return [...(await byName(found.flat())).values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Each once, by URI string: of thousands, that takes long. */
export async function byName(uris: readonly Uri[]): Promise<ReadonlyMap<string, Uri>> {
	return new Map(await mapGently(uris, (uri) => [uri.toString(), uri] as const));
}

/** Not another version of a file, such as git's: those must not be taken for the file itself. */
export function isOwnFile({ scheme }: Uri): boolean {
	const inWorkspace = (workspace.workspaceFolders ?? []).some((folder) => folder.uri.scheme === scheme);
	return inWorkspace || workspace.fs.isWritableFileSystem(scheme) === true;
}

/** A file in no workspace folder: its neighbours are looked at instead. */
export function isLoose(uri: Uri): boolean {
	return uri.scheme !== 'untitled' && isOwnFile(uri) && !workspace.getWorkspaceFolder(uri);
}

/** Whether a file that matters here is open from outside the workspace. */
export function hasLoose(): boolean {
	return workspace.textDocuments.some(matters);
}

/** Not the user's settings, a log, or any other file that is open by itself. */
function matters({ uri, languageId }: TextDocument): boolean {
	return (languageId === 'seed' || languageId === 'yaml') && isLoose(uri);
}

/** Folders of open files that are in no workspace folder. */
function looseFolders(): Uri[] {
	const folders = workspace.textDocuments.filter(matters).map(({ uri }) => folderOf(uri));
	return [...new Map(folders.map((uri) => [uri.toString(), uri])).values()];
}

async function namesIn(folder: Uri, name: RegExp): Promise<Uri[]> {
	try {
		const entries = await workspace.fs.readDirectory(folder);
		return entries
			.filter(([file, type]) => type & FileType.File && name.test(file))
			.slice(0, mostBeside)
			.map(([file]) => Uri.joinPath(folder, file));
	} catch {
		return [];
	}
}
