// Seeds as files: read, with what people declared of their counterparts.
import path from 'node:path';
import type { ParallelDeclaration, Sidecar } from '../core/annotations/model';
import { anchorPins, overruleRoles } from '../core/annotations/pins';
import type { Pin } from '../core/parallel/model';
import type { Seed } from '../core/seed/model';
import { parseSeed } from '../core/seed/parse';
import type { Session } from './session';
import { loadSidecar } from './sidecars';

export interface SeedFile {
	/** As named on the command line. */
	readonly file: string;
	readonly text: string;
	readonly seed: Seed;
	readonly sidecar: Sidecar | undefined;
}

/** The sentence for a file or record that should be a seed. */
export const noSeed = (name: string) => `${name} is no seed: its first line is not “date YYYY-MM-DD …”`;

/** Undefined, with a complaint, where the file cannot be read or is no seed. */
export async function readSeed(file: string, session: Session): Promise<SeedFile | undefined> {
	const decoded = await session.read(file);
	if (!decoded) return undefined;
	const seed = parseSeed(decoded.text);
	if (seed) return withSidecar(file, decoded.text, seed, await loadSidecar(file, session));
	await session.complain(noSeed(file));
	return undefined;
}

/** With the roles that people gave its paragraphs. */
function withSidecar(file: string, text: string, seed: Seed, sidecar: Sidecar | undefined): SeedFile {
	const paragraphs = overruleRoles({ text, paragraphs: seed.paragraphs }, sidecar?.roles ?? []);
	return { file, text, seed: { ...seed, paragraphs }, sidecar };
}

/** A counterpart that a sidecar names, as a path like that of the seed. */
export interface DeclaredCounterpart {
	readonly file: string;
	readonly declaration: ParallelDeclaration;
}

/** The counterparts that a person declared for `seed`. Nothing says that they are there. */
export function declaredCounterparts(seed: string, sidecar: Sidecar | undefined): DeclaredCounterpart[] {
	const folder = path.dirname(seed);
	return (sidecar?.parallel ?? []).map((declaration) => ({ file: path.join(folder, declaration.file), declaration }));
}

/** What people said of single paragraphs, in either sidecar. */
export function pinsBetween(source: SeedFile, target: SeedFile, session: Session): Pin[] {
	const pins = (from: SeedFile, to: SeedFile) => {
		const declared = declaredCounterparts(from.file, from.sidecar);
		const found = declared.find(({ file }) => session.resolve(file) === session.resolve(to.file));
		return anchorPins(found?.declaration.pins ?? [], partsOf(from), partsOf(to));
	};
	return [...pins(source, target), ...pins(target, source).map((pin) => ({ source: pin.target, target: pin.source }))];
}

const partsOf = ({ text, seed: { paragraphs } }: SeedFile) => ({ text, paragraphs });
