// A mark in the explorer on seeds with annotations that need a person.
import { Disposable, EventEmitter, FileDecoration, l10n, ThemeColor, type Uri, window } from 'vscode';
import type { AnnotatedSeed } from '../../services/annotations';
import type { Services } from '../../services/services';
import { Settle } from '../../services/settle';

const settleMilliseconds = 300;

/** Of seeds that somebody has opened or the list was made of: nothing is read for the marks alone. */
export class Badges {
	readonly #services: Services;
	readonly #counts = new Map<string, number>();
	readonly #waiting = new Map<string, Uri>();
	readonly #onDidChange = new EventEmitter<Uri[]>();
	readonly #settle = new Settle(settleMilliseconds, () => this.#look());
	readonly #listening: Disposable;

	constructor(services: Services) {
		this.#services = services;
		this.#listening = Disposable.from(
			this.#onDidChange,
			this.#settle,
			services.annotations.onDidChange((seed) => {
				this.#waiting.set(seed.toString(), seed);
				this.#settle.soon();
			}),
			window.registerFileDecorationProvider({
				onDidChangeFileDecorations: this.#onDidChange.event,
				provideFileDecoration: (uri) => decoration(this.#counts.get(uri.toString()) ?? 0),
			}),
		);
	}

	dispose(): void {
		this.#listening.dispose();
	}

	show({ seed, placed }: Pick<AnnotatedSeed, 'seed' | 'placed'>): void {
		const now = placed.filter(({ anchoring }) => anchoring.state !== 'placed').length;
		const name = seed.toString();
		if ((this.#counts.get(name) ?? 0) === now) return;
		this.#counts.set(name, now);
		this.#onDidChange.fire([seed]);
	}

	#look(): void {
		const { annotations, guard } = this.#services;
		for (const seed of this.#waiting.values())
			void guard.quietly(
				'badges',
				async () => this.show((await annotations.of(seed)) ?? { seed, placed: [] }),
				undefined,
			);
		this.#waiting.clear();
	}
}

/** A question mark, so that it differs from the number of problems. */
function decoration(count: number): FileDecoration | undefined {
	if (!count) return undefined;
	const tooltip = count === 1 ? l10n.t('1 annotation needs you') : l10n.t('{0} annotations need you', count);
	return new FileDecoration(count > 9 ? '?+' : `?${count}`, tooltip, new ThemeColor('list.warningForeground'));
}
