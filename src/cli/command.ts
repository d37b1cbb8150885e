// What a command is: how it is called, what its help says, and what it does.
import type { Arguments, Options } from './arguments';
import type { Session } from './session';

export interface Command {
	readonly name: string;
	/** One line for the list of commands. */
	readonly summary: string;
	/** What follows the name, one line for each way to call it. */
	readonly usage: readonly string[];
	/** What it reads and prints. */
	readonly details: string;
	readonly options: Options;
	/** Complaints go to the session, which then gives the exit code; throws `UsageError`. */
	run(given: Arguments, session: Session): Promise<void>;
}

export const formatOption = (choices: string) => ({
	format: { value: 'FORMAT', text: `${choices} (the first where nothing is said)` },
});

export const catalogueOptions: Options = {
	catalogue: { value: 'FILE', multiple: true, text: 'a catalogue of actors, over the built-in one; may be repeated' },
	'no-builtin': { text: 'without the built-in catalogue' },
};
