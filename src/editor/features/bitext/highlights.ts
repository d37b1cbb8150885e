// Paragraphs that say the same, marked in all editors that show them: quietly as long as they do, and for a moment brightly.
import { Disposable, OverviewRulerLane, type Range, type TextEditor, ThemeColor, window } from 'vscode';
import { rangeIn } from '../../convert';
import type { Services } from '../../services/services';
import { Settle } from '../../services/settle';
import { type Place, same } from './place';

/** How long the paragraph that was jumped to is marked brightly. */
const flashMilliseconds = 900;

const colour = new ThemeColor('glossator.partnerBorder');

export class Highlights {
	readonly #services: Services;
	readonly #quiet = window.createTextEditorDecorationType({
		isWholeLine: true,
		backgroundColor: new ThemeColor('glossator.partnerBackground'),
		borderColor: colour,
		borderStyle: 'solid',
		borderWidth: '0 0 0 2px',
		overviewRulerColor: colour,
		overviewRulerLane: OverviewRulerLane.Left,
	});
	readonly #flash = window.createTextEditorDecorationType({
		backgroundColor: new ThemeColor('editor.findMatchHighlightBackground'),
		border: '1px solid',
		borderColor: new ThemeColor('contrastActiveBorder'),
	});
	readonly #unflash = new Settle(flashMilliseconds, () => {
		for (const editor of window.visibleTextEditors) editor.setDecorations(this.#flash, []);
	});
	readonly #listening: Disposable;
	/** What is marked, the reader's own paragraph first. */
	#places: readonly Place[] = [];

	constructor(services: Services) {
		this.#services = services;
		this.#listening = window.onDidChangeVisibleTextEditors(() => this.#paint());
	}

	dispose(): void {
		Disposable.from(this.#listening, this.#unflash, this.#flash, this.#quiet).dispose();
	}

	/** Marks these instead of what was marked. They stay marked while at least two of their seeds are in view. */
	show(places: readonly Place[]): void {
		this.#places = places;
		this.#paint();
	}

	flash(editor: TextEditor, range: Range): void {
		editor.setDecorations(this.#flash, [range]);
		this.#unflash.soon();
	}

	#paint(): void {
		const editors = window.visibleTextEditors.map((editor) => ({ editor, ranges: this.#rangesIn(editor) }));
		const seeds = new Set(
			editors.filter(({ ranges }) => ranges.length).map(({ editor }) => String(editor.document.uri)),
		);
		for (const { editor, ranges } of editors) editor.setDecorations(this.#quiet, seeds.size < 2 ? [] : ranges);
	}

	#rangesIn({ document }: TextEditor): Range[] {
		const places = this.#places.filter(({ uri }) => same(uri, document.uri));
		if (!places.length) return [];
		const paragraphs = this.#services.seeds.analyse(document).seed?.paragraphs ?? [];
		return places.flatMap(({ paragraph }) => {
			const span = paragraphs[paragraph];
			return span ? [rangeIn(document, span)] : [];
		});
	}
}
