// Sidecars as files: the name beside the seed, reading, and writing by splices.
import path from 'node:path';
import type { Sidecar } from '../core/annotations/model';
import { seedPathOf, sidecarPathOf } from '../core/annotations/names';
import { readSidecar } from '../core/annotations/sidecar';
import type { Session } from './session';

export function sidecarOf(seed: string): string {
	return sidecarPathOf(seed);
}

/** The seed a sidecar belongs to; undefined where the name is not a sidecar's. */
export function seedOf(file: string): string | undefined {
	return seedPathOf(file);
}

/** The sidecars beside a seed, by name: the one all share and those of single annotators. */
export async function sidecarsBeside(seed: string, session: Session): Promise<string[]> {
	const folder = path.dirname(seed);
	const entries = await session.io.files.list(session.resolve(folder)).catch(() => []);
	const files = entries.filter(({ kind }) => kind === 'file').map(({ name }) => path.join(folder, name));
	return files.filter((file) => seedOf(file) === path.join(folder, path.basename(seed)));
}

/** The sidecar of a seed; undefined where there is none, or, with a complaint, where it cannot be read. */
export async function loadSidecar(seed: string, session: Session): Promise<Sidecar | undefined> {
	const decoded = await session.readIfThere(sidecarOf(seed));
	return decoded && readSidecar(decoded.text);
}
