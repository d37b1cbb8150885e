// What a reviewer has ticked off: kept by VS Code on this machine, not in the files.
import type { Memento } from 'vscode';
import type { AnnotationChange } from '../../../core/annotations/diff';
import { fingerprint } from '../../services/fingerprint';

const key = 'glossator.reviewed';
/** Some 2 MB of what VS Code keeps, by the length of URIs; the oldest are forgotten. */
const mostMarks = 20_000;

export class Reviewed {
	readonly #memory: Memento;
	/** As they were asked for last. */
	#known: { readonly list: readonly string[]; readonly set: ReadonlySet<string> } = { list: [], set: new Set() };

	constructor(memory: Memento) {
		this.#memory = memory;
	}

	has(mark: string): boolean {
		const list = this.#marks();
		if (list !== this.#known.list) this.#known = { list, set: new Set(list) };
		return this.#known.set.has(mark);
	}

	async set(mark: string, reviewed: boolean): Promise<void> {
		const others = this.#marks().filter((one) => one !== mark);
		await this.#memory.update(key, reviewed ? [mark, ...others].slice(0, mostMarks) : others);
	}

	#marks(): readonly string[] {
		return this.#memory.get<readonly string[]>(key) ?? none;
	}
}

const none: readonly string[] = [];
const fingerprints = new WeakMap<AnnotationChange, string>();

/** Names a change by what it says, so that a change of the change is to be reviewed again. */
export function markOf(file: string, change: AnnotationChange): string {
	const known = fingerprints.get(change) ?? fingerprint(JSON.stringify(change));
	fingerprints.set(change, known);
	return `${file}#${known}`;
}
