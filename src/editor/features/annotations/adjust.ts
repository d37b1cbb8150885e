// Moving the ends of a passage from the keyboard: a small mode in which arrow keys move what is selected, and Enter keeps it.
import {
	commands,
	Disposable,
	l10n,
	Selection,
	StatusBarAlignment,
	type StatusBarItem,
	type TextEditor,
	type TextEditorDecorationType,
	TextEditorSelectionChangeKind,
	ThemeColor,
	window,
} from 'vscode';
import { type Nudge, nudge } from '../../../core/annotations/nudge';
import type { Span } from '../../../core/text/span';
import { rangeIn } from '../../convert';
import { Stop } from '../../services/guard';
import type { Services } from '../../services/services';
import { attach } from './attach';
import { subject, title } from './subject';

/** A passage that is about to be kept. */
export interface Adjustable {
	readonly editor: TextEditor;
	readonly span: Span;
	/** What the keys do, for the status bar. */
	readonly help: string;
	/** The text has not changed since. */
	readonly keep: (span: Span) => Promise<void>;
}

interface Adjusting extends Adjustable {
	readonly version: number;
	span: Span;
}

export function registerAdjust({ guard }: Services, mode: AdjustMode): Disposable {
	return Disposable.from(
		guard.command('glossator.annotation.adjust', (given?: unknown) => mode.begin(given)),
		guard.command('glossator.adjust.move', (how: Nudge) => mode.move(how)),
		guard.command('glossator.adjust.keep', () => mode.keep()),
		guard.command('glossator.adjust.cancel', () => mode.end()),
	);
}

export class AdjustMode {
	readonly #services: Services;
	readonly #listening: Disposable;
	#now: Adjusting | undefined;
	#help: StatusBarItem | undefined;
	#mark: TextEditorDecorationType | undefined;

	constructor(services: Services) {
		this.#services = services;
		this.#listening = Disposable.from(
			window.onDidChangeActiveTextEditor(() => this.end()),
			window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
				const byPerson =
					kind === TextEditorSelectionChangeKind.Mouse || kind === TextEditorSelectionChangeKind.Keyboard;
				if (byPerson && this.#now?.editor === textEditor) this.end();
			}),
		);
	}

	dispose(): void {
		this.end();
		this.#listening.dispose();
	}

	async begin(given: unknown): Promise<void> {
		const placed = await subject(this.#services, given);
		if (!placed) return;
		const { span } = placed.anchoring;
		if (!span) throw new Stop(l10n.t('Its passage was not found. Attach the annotation to another one.'));
		await this.#services.sidecars.requireWritable(placed.seed);
		const editor = await window.showTextDocument(placed.seed);
		await this.start({
			editor,
			span,
			help: l10n.t(
				'$(move) Adjusting “{0}”: ←→ end, Shift start, Ctrl by sentence, Enter keeps, Escape leaves',
				title(placed.annotation),
			),
			keep: async (kept) => {
				if (kept.start !== span.start || kept.end !== span.end)
					await attach(this.#services, placed, editor.document, kept, l10n.t('Adjust Passage'));
			},
		});
	}

	async start(adjustable: Adjustable): Promise<void> {
		this.end();
		this.#now = { ...adjustable, version: adjustable.editor.document.version };
		this.#show();
		this.#help ??= window.createStatusBarItem('glossator.adjust', StatusBarAlignment.Left, 1000);
		this.#help.name = l10n.t('Adjust Passage');
		this.#help.text = adjustable.help;
		this.#help.show();
		await commands.executeCommand('setContext', 'glossator.adjusting', true);
	}

	move(how: Nudge): void {
		const now = this.#now;
		if (!now || now.editor.document.version !== now.version) {
			this.end();
			return;
		}
		now.span = nudge(now.editor.document.getText(), now.span, how) ?? now.span;
		this.#show(how.edge);
	}

	async keep(): Promise<void> {
		const now = this.#now;
		this.end();
		if (now && now.editor.document.version === now.version) await now.keep(now.span);
	}

	end(): void {
		if (!this.#now) return;
		this.#now = undefined;
		this.#help?.dispose();
		this.#help = undefined;
		this.#mark?.dispose();
		this.#mark = undefined;
		void commands.executeCommand('setContext', 'glossator.adjusting', false);
	}

	/** Marked and not selected, so that a key that is typed by mistake replaces nothing. The cursor is at the end that moves. */
	#show(edge: Nudge['edge'] = 'end'): void {
		if (!this.#now) return;
		const { editor, span } = this.#now;
		const range = rangeIn(editor.document, span);
		this.#mark ??= window.createTextEditorDecorationType({
			backgroundColor: new ThemeColor('editor.selectionBackground'),
			border: '1px solid',
			borderColor: new ThemeColor('focusBorder'),
		});
		editor.setDecorations(this.#mark, [range]);
		editor.selection = new Selection(range[edge], range[edge]);
		editor.revealRange(editor.selection);
	}
}
