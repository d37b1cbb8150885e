// What is done to one annotation or to all that are selected in the list, as one step.
import { atOnce, type EditResult } from '../../../core/annotations/editing';
import type { Sidecar } from '../../../core/annotations/model';
import type { Placed } from '../../services/annotations';
import type { Services } from '../../services/services';

/** `change` gives the edits for one of them, which are within its own entry. */
export function changeAll(
	services: Services,
	all: readonly Placed[],
	label: string,
	change: (sidecar: Sidecar, placed: Placed) => EditResult,
): Promise<void> {
	return editAll(services, all, label, (sidecar, here) =>
		atOnce(
			sidecar,
			here.map((placed) => (now) => change(now, placed)),
		),
	);
}

/** `change` gives the edits for all of one seed. */
export function editAll(
	{ sidecars }: Services,
	all: readonly Placed[],
	label: string,
	change: (sidecar: Sidecar, here: readonly Placed[]) => EditResult,
): Promise<void> {
	const bySeed = new Map<string, Placed[]>();
	for (const placed of all) {
		const name = placed.seed.toString();
		const here = bySeed.get(name) ?? [];
		here.push(placed);
		bySeed.set(name, here);
	}
	return sidecars.editAll(
		label,
		[...bySeed.values()].map((here) => ({
			seed: (here[0] as Placed).seed,
			change: (sidecar) => change(sidecar, here),
		})),
	);
}
