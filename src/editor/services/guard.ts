// Where failures end: one message for a command that failed, one log line for a provider; never silence.
import { commands, type Disposable, l10n, window } from 'vscode';
import type { CommandName } from '../commands';
import type { Log } from './log';

/** An expected outcome that stops a command: shown as it is, with ways out. Not a bug. */
export class Stop extends Error {
	constructor(
		message: string,
		/** Label → what to do when it is pressed. */
		readonly actions: Readonly<Record<string, () => unknown>> = {},
	) {
		super(message);
	}
}

export class Guard {
	readonly #log: Log;

	constructor(log: Log) {
		this.#log = log;
	}

	/** Registers a command whose failure is told to the user once. */
	// biome-ignore lint/suspicious/noExplicitAny: a command's arguments are its caller's; each handler checks its own
	command(name: CommandName, run: (...args: any[]) => unknown): Disposable {
		return commands.registerCommand(name, async (...args) => {
			try {
				return await run(...args);
			} catch (error) {
				this.#tell(error);
			}
		});
	}

	/** For providers and listeners: the result, or `fallback` and a log line. */
	async quietly<T>(what: string, run: () => T | PromiseLike<T>, fallback: T): Promise<T> {
		try {
			return await run();
		} catch (error) {
			this.#log.error(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
			return fallback;
		}
	}

	async #tell(error: unknown): Promise<void> {
		if (error instanceof Stop) {
			const chosen = await window.showWarningMessage(error.message, ...Object.keys(error.actions));
			if (chosen) await this.quietly('action', () => error.actions[chosen]?.(), undefined);
			return;
		}
		const message = error instanceof Error ? error.message : String(error);
		this.#log.error(error instanceof Error ? error : message);
		const showLog = l10n.t('Show Log');
		const chosen = await window.showErrorMessage(l10n.t('Glossator could not do that: {0}', message), showLog);
		if (chosen === showLog) this.#log.show();
	}
}
