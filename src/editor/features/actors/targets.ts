// Which catalogue a new actor or name goes into: those of the workspace, or one that is made at the folder's root.
import { l10n, Uri, workspace } from 'vscode';
import { builtInUri } from '../../services/catalogues';
import { baseName, folderOf } from '../../services/files';
import { Stop } from '../../services/guard';
import type { Services } from '../../services/services';
import type { Choice } from '../../services/steps';

const newName = 'actors.yaml';

/** The nearest to the seed first. At least one; throws Stop where nothing can be written. */
export async function targetsFor({ catalogues }: Services, seed: Uri): Promise<readonly Choice<Uri>[]> {
	const { sources } = await catalogues.latest();
	const writable = ({ scheme }: Uri) => workspace.fs.isWritableFileSystem(scheme) !== false;
	const known = sources.map(({ uri }) => uri).filter((uri) => uri.scheme !== builtInUri.scheme && writable(uri));
	const root = workspace.getWorkspaceFolder(seed)?.uri ?? (seed.scheme === 'untitled' ? undefined : folderOf(seed));
	const folder = root ?? workspace.workspaceFolders?.[0]?.uri;
	const fresh = folder && Uri.joinPath(folder, newName);
	const isNew = fresh && writable(fresh) && !sources.some(({ uri }) => uri.toString() === fresh.toString());
	const choices = [...known]
		.sort((a, b) => sharedLength(b.path, seed.path) - sharedLength(a.path, seed.path) || (a.path < b.path ? -1 : 1))
		.map((uri) => ({
			label: `$(file) ${baseName(uri)}`,
			description: workspace.asRelativePath(folderOf(uri)),
			value: uri,
		}));
	if (isNew)
		choices.push({
			label: `$(new-file) ${l10n.t('New Catalogue {0}', newName)}`,
			description: workspace.asRelativePath(folderOf(fresh)),
			value: fresh,
		});
	if (!choices.length)
		throw new Stop(l10n.t('Open a folder that you can write to: catalogues of actors are kept in files there.'));
	return choices;
}

/** How much of the folders' paths is the same. */
function sharedLength(a: string, b: string): number {
	const [folders, others] = [a.split('/').slice(0, -1), b.split('/').slice(0, -1)];
	const end = folders.findIndex((name, i) => name !== others[i]);
	return end < 0 ? folders.length : end;
}
