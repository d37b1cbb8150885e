// The jump: from a paragraph to the one that says the same in another language, beside or in place, and back with the same key.
import {
	commands,
	type Disposable,
	l10n,
	Position,
	Range,
	Selection,
	type TextDocument,
	type TextEditor,
	TextEditorRevealType,
	type Uri,
	ViewColumn,
	window,
} from 'vscode';
import { type Partner, partnerOf } from '../../../core/parallel/partner';
import type { Span } from '../../../core/text/span';
import { rangeIn } from '../../convert';
import { languageName } from '../../languages';
import { Stop } from '../../services/guard';
import type { Services } from '../../services/services';
import type { Highlights } from './highlights';
import { activeReader, columnFor, type Place, placeOf, readers, same, samePlace } from './place';
import type { Reporter } from './reporter';

/** Where one jump led. The way back from its end leads to its beginning, whatever the links say. */
interface Trail {
	readonly from: Place;
	readonly to: Place;
	/** Paragraphs of the text jumped to that may be meant, likeliest first. */
	readonly choices: readonly number[];
}

export interface JumpOptions {
	/** Instead of the active editor's paragraph. */
	readonly from?: Place | undefined;
	/** Instead of the version it is read with. */
	readonly to?: Uri | undefined;
	readonly preserveFocus?: boolean;
}

interface Route {
	readonly viewColumn: ViewColumn;
	readonly preserveFocus?: boolean;
	/** The paragraph to land on whatever the links say: where one came from, or one of the choices. */
	readonly chosen?: { readonly paragraph: number; readonly how: 'linked' | 'possible' } | undefined;
}

export class Jumper {
	readonly #services: Services;
	readonly #highlights: Highlights;
	readonly #reporter: Reporter;
	readonly #listening: Disposable;
	#trail: Trail | undefined;

	constructor(services: Services, highlights: Highlights, reporter: Reporter) {
		this.#services = services;
		this.#highlights = highlights;
		this.#reporter = reporter;
		// what a person has said since outweighs the way one came
		this.#listening = services.parallel.onDidDeclare(() => {
			this.#trail = undefined;
		});
	}

	dispose(): void {
		this.#listening.dispose();
	}

	/** To the text it is read with, or another one, beside. */
	async jump({ from, to, preserveFocus = false }: JumpOptions = {}): Promise<void> {
		const { parallel } = this.#services;
		const editor = activeReader(this.#services);
		const here = from ?? placeOf(this.#services, editor);
		const target = to ?? (await parallel.counterpart(here.uri))?.uri;
		if (!target) throw this.#noCounterpart(editor.document);
		parallel.readTogether(here.uri, target);
		const chosen = same(this.#trail?.from.uri, target) ? this.#wayBack(here) : undefined;
		await this.#go(here, target, { viewColumn: columnFor(target, editor.viewColumn), preserveFocus, chosen });
		// the editor may have become narrower
		editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
	}

	/** The same paragraph in the next language of the story, in the same place of the window. */
	async turnTo(step: 1 | -1): Promise<void> {
		const { parallel } = this.#services;
		const editor = activeReader(this.#services);
		const here = placeOf(this.#services, editor);
		// from where the reader was last by themselves, so that turning through all languages ends there
		const from = this.#wayBack(here) ? (this.#trail as Trail).from : here;
		const others = readers().filter(({ viewColumn }) => viewColumn !== editor.viewColumn);
		const beside = (uri: Uri) => others.some(({ document }) => same(document.uri, uri));
		const ring = (await parallel.versions(from.uri)).filter((uri) => same(uri, here.uri) || !beside(uri));
		const at = ring.findIndex((uri) => same(uri, here.uri));
		const next = ring[(at + step + ring.length) % ring.length];
		if (!next || same(next, here.uri)) throw new Stop(l10n.t('This story was found in no further language.'));
		for (const { document } of others)
			if (same((await parallel.counterpart(document.uri))?.uri, here.uri)) parallel.readTogether(document.uri, next);
		const chosen = same(next, from.uri) ? this.#wayBack(here) : undefined;
		await this.#go(from, next, { viewColumn: editor.viewColumn ?? ViewColumn.Active, chosen });
	}

	/** Where the last jump may as well have led; without one, the second best from here. */
	async goToOther(): Promise<void> {
		const editor = activeReader(this.#services);
		const here = placeOf(this.#services, editor);
		if (!this.#wayBack(here)) await this.jump();
		const { from, to, choices } = this.#trail as Trail;
		const paragraph = choices[(choices.indexOf(to.paragraph) + 1) % choices.length];
		if (paragraph === undefined || paragraph === to.paragraph)
			throw new Stop(l10n.t('No other paragraph comes into question.'));
		const viewColumn = window.activeTextEditor?.viewColumn ?? ViewColumn.Active;
		await this.#go(from, to.uri, { viewColumn, chosen: { paragraph, how: 'possible' } });
	}

	/** Where the reader came from, if they are where the last jump led. */
	#wayBack(here: Place): Route['chosen'] {
		const trail = this.#trail;
		return trail && samePlace(trail.to, here) ? { paragraph: trail.from.paragraph, how: 'linked' } : undefined;
	}

	async #go(from: Place, target: Uri, { chosen, ...show }: Route): Promise<void> {
		const aligned = await this.#services.parallel.align(from.uri, target);
		const partner = aligned && partnerOf(aligned.alignment, from.paragraph);
		if (!partner) throw new Stop(l10n.t('The other text is gone, or is no seed any more.'));
		const editor = await window.showTextDocument(target, { ...show, preview: false });
		const { paragraphs } = aligned.there.seed;
		const found = chosen ? { ...partner, how: chosen.how, paragraphs: [chosen.paragraph] } : partner;
		const to = { uri: target, paragraph: this.#land(editor, found, paragraphs) };
		const choices = partner.how === 'none' ? partner.others : [...partner.paragraphs.slice(0, 1), ...partner.others];
		this.#trail = { from, to, choices };
		const marked = found.how === 'none' ? [] : found.paragraphs;
		this.#highlights.show([from, ...marked.map((paragraph) => ({ uri: target, paragraph }))]);
		this.#reporter.report({ from, to, partner: found, others: choices.filter((one) => one !== to.paragraph), aligned });
	}

	/** Puts the cursor into the partner, or between its neighbours; the index of the paragraph it is in or follows. */
	#land(editor: TextEditor, { how, paragraphs, gap }: Partner, spans: readonly Span[]): number {
		const { document } = editor;
		const first = paragraphs[0] ?? -1;
		const span = spans[first];
		if (!span) return first;
		const range = rangeIn(document, span);
		const caret = how === 'none' && gap?.after === first ? below(document, range.end) : range.start;
		// a cursor that is there already stays where the reader left it
		if (how === 'none' || !range.contains(editor.selection.active)) editor.selection = new Selection(caret, caret);
		editor.revealRange(
			how === 'none' ? new Range(caret, caret) : range,
			TextEditorRevealType.InCenterIfOutsideViewport,
		);
		if (how !== 'none') this.#highlights.flash(editor, range);
		return first;
	}

	#noCounterpart(document: TextDocument): Stop {
		return new Stop(
			l10n.t(
				'No version of this seed in another language was found (it is in: {0}). Choose one, or add it to the folder.',
				languageName(this.#services.seeds.analyse(document).seed?.language ?? 'unknown'),
			),
			{ [l10n.t('Choose…')]: () => chooseFor(document) },
		);
	}
}

async function chooseFor(document: TextDocument): Promise<void> {
	await window.showTextDocument(document);
	await commands.executeCommand('glossator.chooseCounterpart');
}

/** The blank line after a paragraph's end, where there is one; else the end. */
function below(document: TextDocument, end: Position): Position {
	const next = end.line + 1;
	return next < document.lineCount && document.lineAt(next).isEmptyOrWhitespace ? new Position(next, 0) : end;
}
