// Folders that come, go or get another name: VS Code tells of them alone, not of the files in them.
import { Disposable, FileType, type Uri, workspace } from 'vscode';

/** A folder that is new or gone; of what is gone nobody knows whether it was a folder or a file. */
export interface FolderChange {
	readonly folder: Uri;
	readonly isNew: boolean;
}

/** From now on, in all of the workspace. Each listener hears of a folder once or twice. */
export function watchFolders(changed: (change: FolderChange) => void): Disposable {
	const watcher = workspace.createFileSystemWatcher('**/*', false, true, false);
	const gone = (folder: Uri) => changed({ folder, isNew: false });
	const came = async (folder: Uri) => {
		const found = await workspace.fs.stat(folder).then(undefined, () => undefined);
		if (found && found.type & FileType.Directory) changed({ folder, isNew: true });
	};
	return Disposable.from(
		watcher,
		watcher.onDidCreate(came),
		watcher.onDidDelete(gone),
		// the watcher tells of these some time later
		workspace.onDidRenameFiles(({ files }) => {
			for (const { oldUri, newUri } of files) {
				gone(oldUri);
				void came(newUri);
			}
		}),
	);
}

/** Of URI strings, those of what is in the folder. */
export function namesIn(folder: Uri, names: Iterable<string>): string[] {
	const start = `${folder}/`;
	return [...names].filter((name) => name.startsWith(start));
}
