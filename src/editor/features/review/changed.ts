// The annotations that differ between two states, seed by seed.
import type { Uri } from 'vscode';
import { type AnnotationChange, diffSidecars } from '../../../core/annotations/diff';
import type { Sidecar } from '../../../core/annotations/model';
import type { Readings } from '../../services/readings';
import { seedOf } from '../../services/sidecars';
import { Slices } from '../../services/slices';
import type { Comparison, SidecarPair } from './comparison';

/** A seed whose annotations changed. */
export interface ChangedSeed {
	/** As it is called in the later state. */
	readonly seed: Uri;
	readonly files: SidecarPair;
	readonly before: Sidecar;
	readonly after: Sidecar;
	/** Empty where one of the two was not understood. */
	readonly changes: readonly AnnotationChange[];
	/** The state that could not be read as a sidecar: all its annotations would seem to be gone. */
	readonly broken: 'before' | 'after' | undefined;
}

/** By path; seeds whose sidecar changed in its looks alone are left out. Throws where git does not know a revision. */
export async function changedSeeds(comparison: Comparison, readings: Readings): Promise<readonly ChangedSeed[]> {
	const pairs = await comparison.sidecars();
	const found = await Promise.all(pairs.map((files) => changesOf(comparison, files, readings)));
	return found
		.filter(({ changes, broken }) => changes.length || broken)
		.sort((a, b) => (a.seed.path < b.seed.path ? -1 : 1));
}

async function changesOf({ before, after }: Comparison, files: SidecarPair, readings: Readings): Promise<ChangedSeed> {
	const [was, is] = await Promise.all([before.read(files.before), after.read(files.after)]);
	const old = await readings.read(`before ${files.before}`, was ?? '');
	// where little has changed, little has to be read
	const fresh = await readings.read(`after ${files.after}`, is ?? '', old);
	const broken = isBroken(fresh) ? 'after' : isBroken(old) ? 'before' : undefined;
	await new Slices().rest();
	const changes = broken ? [] : diffSidecars(old, fresh);
	return { seed: seedOf(files.after) ?? files.after, files, before: old, after: fresh, changes, broken };
}

/** Not YAML, or of a format that is not known. */
function isBroken({ problems }: Sidecar): boolean {
	return problems.some(({ code, severity }) => severity === 'error' && /^(yaml|format\/unknown)/.test(code));
}
