// Reading a file as the index of seeds wants it: not more of its text than tells what it is about, and its stamp.
import { type Uri, workspace } from 'vscode';
import type { Document } from '../../core/parallel/digest';
import { skimSeed } from '../../core/seed/parse';
import { liveDocument, readStart } from './files';
import type { Stamp } from './seed-cache-format';

/** As much of a seed tells what it is about, in UTF-16 units; more would take too long in one go. */
const mostText = 10_000;

/** A text that was read, and the file's stamp where it came from the disk. */
export interface Reading {
	readonly text: string | undefined;
	readonly stamp: Stamp | undefined;
}

/** Undefined where there is no such file. */
export async function stampOf(uri: Uri | undefined): Promise<Stamp | undefined> {
	if (!uri) return undefined;
	try {
		const { mtime, size } = await workspace.fs.stat(uri);
		return { mtime, size };
	} catch {
		return undefined;
	}
}

/** Whether a file is as it was; also where it was not there, and is not now. */
export const isSameStamp = (a: Stamp | undefined, b: Stamp | undefined) => a?.mtime === b?.mtime && a?.size === b?.size;

/** What the index is told of a text; undefined where it is no seed. */
export function skim(text: string): Document | undefined {
	const seed = skimSeed(text.slice(0, mostText));
	return seed && { date: seed.header.date, language: seed.language, text: seed.texts };
}

/** The beginning of the text, as the user sees it now. Unsaved changes are not what is on disk, and have no stamp. */
export async function readSeed(uri: Uri): Promise<Reading> {
	const document = await liveDocument(uri);
	if (document?.isDirty || document?.isUntitled)
		return { text: document.getText().slice(0, mostText), stamp: undefined };
	const stamp = await stampOf(uri);
	const text = stamp && (document?.getText().slice(0, mostText) ?? (await readStart(uri, mostText)));
	return { text, stamp: text === undefined ? undefined : stamp };
}
