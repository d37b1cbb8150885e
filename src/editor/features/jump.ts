// The jump: from a paragraph to the one that says the same in the other language, and back with the same command.
import {
	commands,
	Disposable,
	l10n,
	Selection,
	TabInputText,
	type TextDocument,
	type TextEditor,
	TextEditorRevealType,
	ThemeColor,
	type Uri,
	ViewColumn,
	window,
} from 'vscode';
import { rangeIn } from '../convert';
import { languageName } from '../languages';
import { Stop } from '../services/guard';
import { type Aligned, paragraphAt } from '../services/parallel';
import { isSeed } from '../services/seed-documents';
import type { Services } from '../services/services';
import { Settle } from '../services/settle';

/** How long the paragraph that was jumped to is marked. */
const flashMilliseconds = 900;

export function registerJump(services: Services): Disposable {
	const jumper = new Jumper(services);
	return Disposable.from(
		jumper,
		services.guard.command('glossator.jumpToParallel', () => jumper.jump()),
	);
}

/** A paragraph of a seed. */
interface Place {
	readonly uri: Uri;
	readonly paragraph: number;
}

class Jumper {
	readonly #services: Services;
	readonly #listening: Disposable;
	readonly #flash = window.createTextEditorDecorationType({
		backgroundColor: new ThemeColor('editor.findMatchHighlightBackground'),
		border: '1px solid',
		borderColor: new ThemeColor('contrastActiveBorder'),
	});
	readonly #unmark = new Settle(flashMilliseconds, () => {
		for (const editor of window.visibleTextEditors) editor.setDecorations(this.#flash, []);
	});
	/** The last jump: the way back from its end leads to its beginning, whatever the links say. */
	#last: { readonly from: Place; readonly to: Place } | undefined;

	constructor(services: Services) {
		this.#services = services;
		// a choice made since outweighs the way one came
		this.#listening = services.parallel.onDidDeclare(() => {
			this.#last = undefined;
		});
	}

	dispose(): void {
		Disposable.from(this.#listening, this.#unmark, this.#flash).dispose();
	}

	async jump(): Promise<void> {
		const editor = window.activeTextEditor;
		if (!editor || !isSeed(editor.document))
			throw new Stop(l10n.t('Put the cursor in a paragraph of a seed, then jump from there.'));
		const { document } = editor;
		const { seed } = this.#services.seeds.analyse(document);
		if (!seed?.paragraphs.length) throw new Stop(l10n.t('This seed has no paragraph to jump from.'));
		const from = {
			uri: document.uri,
			paragraph: paragraphAt(seed.paragraphs, document.offsetAt(editor.selection.active)),
		};
		const aligned = await this.#align(document.uri);
		if (!aligned) throw noCounterpart(document, languageName(seed.language));
		await this.#show(editor, from, aligned);
	}

	/** With the text one came from, else with the likeliest. */
	async #align(uri: Uri): Promise<Aligned | undefined> {
		const { parallel } = this.#services;
		const found = await parallel.counterparts(uri);
		const back = this.#last && same(this.#last.to.uri, uri) ? this.#last.from.uri : undefined;
		const counterpart = found.find((one) => back && same(one.uri, back)) ?? found[0];
		return counterpart && parallel.align(uri, counterpart.uri);
	}

	async #show(editor: TextEditor, from: Place, { there, alignment }: Aligned): Promise<void> {
		const back = this.#last && same(this.#last.to.uri, from.uri) && this.#last.to.paragraph === from.paragraph;
		const returning = back && same(this.#last?.from.uri, there.uri) ? this.#last?.from.paragraph : undefined;
		const to = returning ?? alignment.jump[from.paragraph] ?? -1;
		const target = there.seed.paragraphs[to];
		const other = await window.showTextDocument(there.uri, {
			viewColumn: columnFor(there.uri, editor.viewColumn),
			preview: false,
		});
		editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
		if (!target) return;
		this.#last = { from, to: { uri: there.uri, paragraph: to } };
		const range = rangeIn(other.document, target);
		other.selection = new Selection(range.start, range.start);
		other.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
		other.setDecorations(this.#flash, [range]);
		this.#unmark.soon();
		const linked = alignment.links.some((link) => link.source.includes(from.paragraph) && link.target.includes(to));
		window.setStatusBarMessage(
			linked || returning !== undefined
				? l10n.t('Paragraph {0} → {1}', from.paragraph + 1, to + 1)
				: l10n.t('$(question) Paragraph {0} has no sure counterpart; probably near {1}', from.paragraph + 1, to + 1),
			5000,
		);
	}
}

function same(a: Uri | undefined, b: Uri): boolean {
	return a?.toString() === b.toString();
}

function noCounterpart(document: TextDocument, language: string): Stop {
	return new Stop(
		l10n.t(
			'No version of this seed in another language was found (it is in: {0}). Choose one, or add it to the folder.',
			language,
		),
		{ [l10n.t('Choose…')]: () => chooseFor(document) },
	);
}

async function chooseFor(document: TextDocument): Promise<void> {
	await window.showTextDocument(document);
	await commands.executeCommand('glossator.chooseCounterpart');
}

/** The group that shows the other seed already, else the one beside. */
function columnFor(uri: Uri, mine: ViewColumn | undefined): ViewColumn {
	const name = uri.toString();
	const shown = window.tabGroups.all.find(
		({ tabs, viewColumn }) =>
			viewColumn !== mine && tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === name),
	);
	return shown?.viewColumn ?? (mine === ViewColumn.Two ? ViewColumn.One : ViewColumn.Beside);
}
