// Sidecars and places that are asked for again and again though little of them changes: only what changed is read and looked
// for anew, and nobody waits meanwhile.
import type { Anchoring, Annotation, Sidecar } from '../../core/annotations/model';
import { rereadSidecarSteps } from '../../core/annotations/reread';
import { anchorGently } from './placing';
import { Slices } from './slices';

/** What a sidecar's text says. `previous`: an earlier version of it. */
export async function readGently(text: string, previous?: Sidecar): Promise<Sidecar> {
	if (previous?.text === text) return previous;
	return new Slices().whole(rereadSidecarSteps(previous, text));
}

/** Of each sidecar the version that was read last. */
export class Readings {
	readonly #last = new Map<string, Sidecar>();

	/** `name`: of what the text is a version; `like`: another version of it. The same object as long as the text is the same. */
	async read(name: string, text: string, like?: Sidecar): Promise<Sidecar> {
		const sidecar = await readGently(text, this.#last.get(name) ?? like);
		this.#last.set(name, sidecar);
		return sidecar;
	}
}

/** Where annotations are in one text, as found when they were first asked for. */
export class Places {
	readonly #found = new WeakMap<Annotation, Anchoring>();

	constructor(readonly text: string) {}

	async of(annotations: readonly Annotation[]): Promise<readonly Anchoring[]> {
		const fresh = annotations.filter((one) => !this.#found.has(one));
		const found = await anchorGently(this.text, fresh);
		for (const [i, one] of fresh.entries()) this.#found.set(one, found[i] as Anchoring);
		return annotations.map((one) => this.#found.get(one) as Anchoring);
	}
}
