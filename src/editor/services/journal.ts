// The journal: what Glossator itself wrote in this session, so that it can be undone from the seed, where the user is.
// The sidecar's own editor has VS Code's undo besides.
import type { Uri } from 'vscode';

/** One change of one file. */
export interface Step {
	/** What the user did, as they would say it: "Annotate". */
	readonly label: string;
	readonly uri: Uri;
	/** Undefined: the file was not there. */
	readonly before: string | undefined;
	readonly after: string;
	/** Done together with the step before, and undone together with it. */
	readonly continues: boolean;
}

const mostSteps = 200;

export class Journal {
	readonly #steps: Step[] = [];

	push(step: Step): void {
		this.#steps.push(step);
		if (this.#steps.length > mostSteps) this.#steps.shift();
	}

	/** The newest step, taken off. */
	pop(): Step | undefined {
		return this.#steps.pop();
	}
}
