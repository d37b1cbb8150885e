// Reading side by side: whichever text is scrolled, the others show what says the same; the cursor's paragraph is marked in all.
import {
	commands,
	Disposable,
	l10n,
	Range,
	StatusBarAlignment,
	type StatusBarItem,
	type TextEditor,
	TextEditorRevealType,
	type Uri,
	window,
} from 'vscode';
import { levelWith } from '../../../core/parallel/level';
import { partnerOf } from '../../../core/parallel/partner';
import type { Span } from '../../../core/text/span';
import { rangeIn } from '../../convert';
import type { Aligned } from '../../services/parallel';
import type { Services } from '../../services/services';
import { Settle } from '../../services/settle';
import { Echoes } from './echoes';
import type { Highlights } from './highlights';
import type { Jumper } from './jump';
import { activeReader, type Place, placeOf, readers, same, samePlace } from './place';

/** Between two commands to scroll: about a frame. */
const frameMilliseconds = 16;
/** The cursor comes to rest; keys that are held, and typing, are over. */
const restMilliseconds = 60;
/** Edits are over, and the texts are aligned anew. */
const editMilliseconds = 500;
/** A scroll this soon after the cursor moved was VS Code keeping the cursor in view. */
const byCursorMilliseconds = 200;

const contextKey = 'glossator.sideBySide';

export class SideBySide {
	readonly #services: Services;
	readonly #highlights: Highlights;
	readonly #jumper: Jumper;
	readonly #pairs = new Map<string, Promise<Aligned | undefined>>();
	readonly #echoes = new Echoes();
	#listening: Disposable | undefined;
	#item: StatusBarItem | undefined;
	#leader: TextEditor | undefined;
	#frame: ReturnType<typeof setTimeout> | undefined;
	#cursor: { readonly editor: TextEditor; readonly at: number } | undefined;
	#marked: Place | undefined;

	constructor(services: Services, highlights: Highlights, jumper: Jumper) {
		this.#services = services;
		this.#highlights = highlights;
		this.#jumper = jumper;
	}

	dispose(): void {
		this.#listening?.dispose();
		this.#item?.dispose();
	}

	/** `all`: with every language of the story in view, not just the one it is read with. */
	async start({ all = false } = {}): Promise<void> {
		const editor = activeReader(this.#services);
		if (all) await this.#showAll(editor);
		if (!(await this.#followers(editor)).length) await this.#jumper.jump({ preserveFocus: true });
		this.#leader = editor;
		// before listening, lest the editors just opened be taken for scrolled
		await this.#level(editor);
		this.#listening ??= this.#listen();
		this.#showState();
		await this.#mark(editor);
	}

	stop(): void {
		this.#listening?.dispose();
		this.#listening = undefined;
		this.#pairs.clear();
		this.#marked = undefined;
		this.#highlights.show([]);
		this.#showState();
	}

	#listen(): Disposable {
		const { guard, parallel, seeds } = this.#services;
		const forget = new Settle(editMilliseconds, () => this.#pairs.clear());
		const rest = new Settle(restMilliseconds, () => {
			const editor = window.activeTextEditor;
			if (editor) void guard.quietly('side by side', () => this.#mark(editor), undefined);
		});
		return Disposable.from(
			window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#scrolled(textEditor)),
			window.onDidChangeTextEditorSelection(({ textEditor }) => {
				this.#cursor = { editor: textEditor, at: Date.now() };
				rest.soon();
			}),
			window.onDidChangeActiveTextEditor(() => rest.soon()),
			seeds.onDidChange(() => forget.soon()),
			parallel.onDidChange(() => this.#pairs.clear()),
			{
				dispose: () => {
					clearTimeout(this.#frame);
					this.#frame = undefined;
				},
			},
			rest,
			forget,
		);
	}

	#showState(): void {
		const on = this.#listening !== undefined;
		void commands.executeCommand('setContext', contextKey, on);
		if (!on) {
			this.#item?.hide();
			return;
		}
		this.#item ??= window.createStatusBarItem('glossator.sideBySide', StatusBarAlignment.Right, 100.5);
		this.#item.name = l10n.t('Side by Side');
		this.#item.text = `$(book) ${l10n.t('Side by side')}`;
		this.#item.tooltip = l10n.t('The texts scroll together. Press to stop.');
		this.#item.command = 'glossator.stopSideBySide';
		this.#item.show();
	}

	/** A column for each language, this one's staying where it is. */
	async #showAll(editor: TextEditor): Promise<void> {
		const shown = readers().map(({ document }) => String(document.uri));
		let column = window.tabGroups.all.length;
		for (const uri of await this.#services.parallel.versions(editor.document.uri)) {
			if (shown.includes(String(uri))) continue;
			await window.showTextDocument(uri, { viewColumn: ++column, preview: false, preserveFocus: true });
		}
	}

	/** The other editors that show another version of the same story, with the two texts aligned. */
	async #followers({ document }: TextEditor): Promise<{ editor: TextEditor; aligned: Aligned }[]> {
		const others = readers().filter((editor) => !same(editor.document.uri, document.uri));
		const aligned = await Promise.all(others.map((editor) => this.#pair(document.uri, editor.document.uri)));
		return others.flatMap((editor, i) => {
			const pair = aligned[i];
			return pair ? [{ editor, aligned: pair }] : [];
		});
	}

	/** Undefined where the two do not tell the same story. Kept until a text or a link changes: scrolling asks often. */
	#pair(here: Uri, there: Uri): Promise<Aligned | undefined> {
		const key = `${here}\n${there}`;
		const known = this.#pairs.get(key);
		if (known) return known;
		const { guard, parallel } = this.#services;
		const work = async () => {
			const [mine, theirs] = await Promise.all([parallel.counterparts(here), parallel.counterparts(there)]);
			const related = mine.some(({ uri }) => same(uri, there)) || theirs.some(({ uri }) => same(uri, here));
			return related ? parallel.align(here, there) : undefined;
		};
		const pair = guard.quietly('side by side', work, undefined);
		this.#pairs.set(key, pair);
		return pair;
	}

	#scrolled(editor: TextEditor): void {
		if (!readers().includes(editor)) return;
		const top = editor.visibleRanges[0]?.start;
		if (!top || this.#echoes.isEcho(editor, editor.document.offsetAt(top))) return;
		const byCursor = this.#cursor?.editor === editor && Date.now() - this.#cursor.at < byCursorMilliseconds;
		if (!byCursor) this.#lead(editor);
	}

	/** The others follow this one, once a frame at most. */
	#lead(editor: TextEditor): void {
		this.#leader = editor;
		this.#frame ??= setTimeout(() => {
			this.#frame = undefined;
			const leader = this.#leader;
			if (leader && this.#listening)
				void this.#services.guard.quietly('side by side', () => this.#level(leader), undefined);
		}, frameMilliseconds);
	}

	async #level(leader: TextEditor): Promise<void> {
		const followers = await this.#followers(leader);
		const top = leader.visibleRanges[0]?.start;
		if (this.#leader !== leader || !top) return;
		for (const { editor, aligned } of followers) {
			const { here, there, alignment } = aligned;
			const offset = levelWith(
				leader.document.offsetAt(top),
				here.seed.paragraphs,
				there.seed.paragraphs,
				alignment.links,
			);
			if (!this.#echoes.send(editor, offset)) continue;
			const place = editor.document.positionAt(offset);
			editor.revealRange(new Range(place, place), TextEditorRevealType.AtTop);
		}
	}

	/** Marks the cursor's paragraph and its partners, and brings those into view that are not. */
	async #mark(editor: TextEditor): Promise<void> {
		if (!readers().includes(editor)) return;
		const place = placeOf(this.#services, editor);
		if (this.#marked && samePlace(this.#marked, place)) return;
		const followers = await this.#followers(editor);
		if (!this.#listening || !followers.length) return;
		this.#marked = place;
		const partners: Place[] = [];
		for (const { editor: other, aligned } of followers) {
			const partner = partnerOf(aligned.alignment, place.paragraph);
			if (!partner || partner.how === 'none') continue;
			partners.push(...partner.paragraphs.map((paragraph) => ({ uri: other.document.uri, paragraph })));
			const span = aligned.there.seed.paragraphs[partner.paragraphs[0] ?? -1];
			if (span) this.#bringIntoView(other, span);
		}
		this.#highlights.show([place, ...partners]);
	}

	#bringIntoView(editor: TextEditor, span: Span): void {
		const range = rangeIn(editor.document, span);
		if (editor.visibleRanges.some((shown) => shown.contains(range.start) || range.contains(shown))) return;
		this.#echoes.send(editor, span.start);
		editor.revealRange(new Range(range.start, range.start), TextEditorRevealType.InCenterIfOutsideViewport);
	}
}
