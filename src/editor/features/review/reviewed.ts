// What a reviewer has ticked off: kept by VS Code on this machine, not in the files.
import type { Memento } from 'vscode';
import type { AnnotationChange } from '../../../core/annotations/diff';

const key = 'glossator.reviewed';
const mostMarks = 5000;

export class Reviewed {
	readonly #memory: Memento;

	constructor(memory: Memento) {
		this.#memory = memory;
	}

	has(mark: string): boolean {
		return this.#marks().includes(mark);
	}

	async set(mark: string, reviewed: boolean): Promise<void> {
		const others = this.#marks().filter((one) => one !== mark);
		await this.#memory.update(key, reviewed ? [mark, ...others].slice(0, mostMarks) : others);
	}

	#marks(): readonly string[] {
		return this.#memory.get<readonly string[]>(key, []);
	}
}

/** Names a change by what it says, so that a change of the change is to be reviewed again. */
export function markOf(file: string, change: AnnotationChange): string {
	return `${file}#${fingerprint(JSON.stringify(change))}`;
}

/** 32 bits, FNV-1a over UTF-16 units. Source: http://www.isthe.com/chongo/tech/comp/fnv/ */
function fingerprint(text: string): string {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	return (hash >>> 0).toString(36);
}
