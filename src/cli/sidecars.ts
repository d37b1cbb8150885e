// Sidecars as files: the name beside the seed, reading, and writing by splices.
import type { Sidecar } from '../core/annotations/model';
import { sidecarSuffix } from '../core/annotations/model';
import { readSidecar } from '../core/annotations/sidecar';
import type { Session } from './session';

export function sidecarOf(seed: string): string {
	return seed + sidecarSuffix;
}

/** The seed a sidecar belongs to; undefined where the name is not a sidecar's. */
export function seedOf(file: string): string | undefined {
	return file.endsWith(sidecarSuffix) && file !== sidecarSuffix ? file.slice(0, -sidecarSuffix.length) : undefined;
}

/** The sidecar of a seed; undefined where there is none, or, with a complaint, where it cannot be read. */
export async function loadSidecar(seed: string, session: Session): Promise<Sidecar | undefined> {
	const decoded = await session.readIfThere(sidecarOf(seed));
	return decoded && readSidecar(decoded.text);
}
