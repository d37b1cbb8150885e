// What changed in a passage, marked in the text itself: new words on a ground, gone ones struck out where they stood.
import {
	type DecorationOptions,
	Range,
	type TextEditor,
	type TextEditorDecorationType,
	TextEditorRevealType,
	ThemeColor,
	window,
} from 'vscode';
import type { Span } from '../../../core/text/span';
import type { WordRun } from '../../../core/text/words';
import { rangeIn, shorten } from '../../convert';

export class ChangeMarks {
	readonly #editor: TextEditor;
	readonly #passage: TextEditorDecorationType;
	readonly #added: TextEditorDecorationType;
	readonly #removed: TextEditorDecorationType;

	constructor(editor: TextEditor) {
		this.#editor = editor;
		this.#passage = window.createTextEditorDecorationType({ outline: '2px solid var(--vscode-focusBorder)' });
		this.#added = window.createTextEditorDecorationType({
			backgroundColor: new ThemeColor('diffEditor.insertedTextBackground'),
			border: '1px solid',
			borderColor: new ThemeColor('diffEditor.insertedTextBorder'),
		});
		this.#removed = window.createTextEditorDecorationType({});
	}

	dispose(): void {
		for (const type of [this.#passage, this.#added, this.#removed]) type.dispose();
	}

	/** `runs` are those of the passage at `span`. */
	show(span: Span, runs: readonly WordRun[]): void {
		const { document } = this.#editor;
		const range = rangeIn(document, span);
		const added: DecorationOptions[] = [];
		const removed: DecorationOptions[] = [];
		let at = span.start;
		for (const { what, text } of runs) {
			if (what === 'removed') removed.push(struckOut(rangeIn(document, { start: at, end: at }), text));
			const end = what === 'removed' ? at : at + text.length;
			if (what === 'added') added.push({ range: rangeIn(document, { start: at, end: at + text.trimEnd().length }) });
			at = end;
		}
		this.#editor.setDecorations(this.#passage, [range]);
		this.#editor.setDecorations(this.#added, added);
		this.#editor.setDecorations(this.#removed, removed);
		// where it begins: words that are added to a line make it wider than the editor
		this.#editor.revealRange(new Range(range.start, range.start), TextEditorRevealType.InCenterIfOutsideViewport);
	}
}

function struckOut(range: DecorationOptions['range'], text: string): DecorationOptions {
	return {
		range,
		renderOptions: {
			before: {
				contentText: shorten(text, 60),
				textDecoration: 'line-through',
				backgroundColor: new ThemeColor('diffEditor.removedTextBackground'),
				margin: '0 0.3em 0 0',
			},
		},
	};
}
