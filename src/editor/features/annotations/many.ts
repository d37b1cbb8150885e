// What is done to one annotation or to all that are selected in the list, as one step.
import { type EditResult, inSteps } from '../../../core/annotations/editing';
import type { Sidecar } from '../../../core/annotations/model';

import type { Placed } from '../../services/annotations';
import type { Services } from '../../services/services';

/** `change` gives the edits for one of them, in the sidecar as it is when its turn has come. */
export function changeAll(
	{ sidecars }: Services,
	all: readonly Placed[],
	label: string,
	change: (sidecar: Sidecar, placed: Placed) => EditResult,
): Promise<void> {
	const bySeed = new Map<string, Placed[]>();
	for (const placed of all) {
		const name = placed.seed.toString();
		bySeed.set(name, [...(bySeed.get(name) ?? []), placed]);
	}
	return sidecars.editAll(
		label,
		[...bySeed.values()].map((here) => ({
			seed: (here[0] as Placed).seed,
			change: (sidecar) =>
				inSteps(
					sidecar,
					here.map((placed) => (now) => change(now, placed)),
				),
		})),
	);
}
