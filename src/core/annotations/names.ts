// The names of sidecars: `seed.ann.yaml`, shared by all, and `seed.ann.WHO.yaml`, of one annotator who works on their own.
import { sidecarSuffix } from './model';

const named = /^(.*?[^/\\])\.ann(?:\.([^./\\]+))?\.yaml$/s;

/** The path of the seed whose annotations the file holds; undefined where the name is not a sidecar's. */
export function seedPathOf(sidecar: string): string | undefined {
	return named.exec(sidecar)?.[1];
}

/** Whose annotations they are; undefined for a sidecar that all share, and for another file. */
export function annotatorOf(sidecar: string): string | undefined {
	return named.exec(sidecar)?.[2];
}

/** The sidecar of a seed: that of one annotator, or, where none is named, the one that all share. */
export function sidecarPathOf(seed: string, annotator?: string): string {
	return annotator === undefined ? seed + sidecarSuffix : `${seed}.ann.${annotator}.yaml`;
}
