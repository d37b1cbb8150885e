// Progress in the status bar while many seeds are read; of a few, none.
import { l10n, type Progress, ProgressLocation, window } from 'vscode';

const manyFiles = 200;
const every = 100;

export class SeedProgress {
	readonly #count: number;
	#done = 0;
	#progress: Progress<{ message: string }> | undefined;
	#end: () => void = () => {};

	constructor(count: number) {
		this.#count = count;
		if (count < manyFiles) return;
		const ended = new Promise<void>((resolve) => {
			this.#end = resolve;
		});
		void window.withProgress(
			{ location: ProgressLocation.Window, title: l10n.t('Glossator reads the seeds') },
			(progress) => {
				this.#progress = progress;
				return ended;
			},
		);
	}

	step(): void {
		this.#done++;
		if (this.#done % every === 0) this.#progress?.report({ message: l10n.t('{0} of {1}', this.#done, this.#count) });
	}

	end(): void {
		this.#end();
	}
}
