// What is wrong with a sidecar that only shows beside its seed and the catalogues: the core's answer, with this machine's files.
import path from 'node:path';
import type { Catalogue } from '../core/actors/model';
import { inspectSidecar as inspect } from '../core/annotations/inspect';
import type { Vocabulary } from '../core/annotations/kinds';
import type { Sidecar } from '../core/annotations/model';
import type { Problem } from '../core/problems';
import { anchorSeed } from './anchoring';
import { isInside } from './folders';
import { FileError } from './io';
import type { Session } from './session';
import { decode } from './text';

/** What a sidecar's words are held against. */
export interface Knowledge {
	readonly catalogue: Catalogue;
	readonly vocabulary: Vocabulary;
}

/** Problems at their places in the sidecar, its own among them. `text` is the seed's; undefined where there is no seed. */
export async function inspectSidecar(
	seed: string,
	sidecar: Sidecar,
	text: string | undefined,
	{ catalogue, vocabulary }: Knowledge,
	session: Session,
): Promise<Problem[]> {
	const annotations = sidecar.entries.map(({ annotation }) => annotation);
	const anchorings = text === undefined ? [] : await anchorSeed(seed, text, annotations, session);
	const neighbours = { read: (file: string) => readInWorkspace(path.join(path.dirname(seed), file), seed, session) };
	const seedName = path.basename(seed);
	return [
		...sidecar.problems,
		...(await inspect(sidecar, { seedName, text, anchorings, catalogue, vocabulary, neighbours })),
	];
}

/** A sidecar is somebody's text: a path in it that leads out of the workspace is not followed. */
async function readInWorkspace(file: string, seed: string, session: Session): Promise<string | undefined> {
	const target = session.resolve(file);
	const isOurs = [session.io.cwd, path.dirname(session.resolve(seed))].some((folder) => isInside(folder, target));
	if (!isOurs) return undefined;
	try {
		return decode(await session.io.files.read(target)).text;
	} catch (error) {
		if (error instanceof FileError) return undefined;
		throw error;
	}
}
