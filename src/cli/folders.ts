// Finding files: what a folder holds, folders within it included.
import path from 'node:path';
import { isKindsName } from '../core/annotations/kinds';
import { readHeader } from '../core/seed/header';
import { FileError } from './io';
import type { Session } from './session';
import { seedOf } from './sidecars';
import { decode } from './text';

/** Folders that hold nothing people wrote. */
const passedOver = new Set(['node_modules', '.git', '.hg', '.svn']);

/** Deeper folders are not looked at: nobody keeps seeds there. */
const deepest = 64;

/** A header stands within the first 1,000 characters of a text. */
const startLength = 4096;

/** Every file under `folder`, as paths that begin with it, in the order of names. Links are not followed. */
export async function* filesUnder(folder: string, session: Session, inner = deepest): AsyncGenerator<string> {
	let entries: Awaited<ReturnType<Session['io']['files']['list']>>;
	try {
		entries = await session.io.files.list(session.resolve(folder));
	} catch (error) {
		if (!(error instanceof FileError)) throw error;
		await session.complain(`cannot read ${folder}: ${error.reason}`);
		return;
	}
	for (const { name, kind } of entries) {
		const file = path.join(folder, name);
		if (kind === 'file') yield file;
		else if (kind === 'folder' && inner > 0 && !passedOver.has(name)) yield* filesUnder(file, session, inner - 1);
	}
}

export function isCatalogue(file: string): boolean {
	const name = path.basename(file);
	return name === 'actors.yaml' || name.endsWith('.actors.yaml');
}

export function isKindsFile(file: string): boolean {
	return isKindsName(path.basename(file));
}

/** Whether the file begins with a header, whatever it is called. Undefined where it cannot be read. */
export async function isSeedFile(file: string, session: Session): Promise<boolean | undefined> {
	if (seedOf(file) !== undefined || isCatalogue(file) || isKindsFile(file)) return false;
	try {
		const start = await session.io.files.readStart(session.resolve(file), startLength);
		return readHeader(decode(start).text) !== undefined;
	} catch (error) {
		if (error instanceof FileError) return undefined;
		throw error;
	}
}

/** Whether `file` lies in `folder` or below. Both absolute. */
export function isInside(folder: string, file: string): boolean {
	const way = path.relative(folder, file);
	return way !== '' && way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

/** The folders from that of `file` up to the working folder; only its own where it is elsewhere. */
export function foldersAbove(file: string, session: Session): string[] {
	const { cwd } = session.io;
	const folders: string[] = [];
	let folder = path.dirname(session.resolve(file));
	folders.push(folder);
	while (isInside(cwd, folder)) {
		folder = path.dirname(folder);
		folders.push(folder);
	}
	return folders;
}
