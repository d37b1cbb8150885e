// Notes in VS Code's comment widget: a thread for an annotation, made when it is asked for. So no gutter fills, and a
// window in which nobody writes has no comment controller. (That the Comments panel stays shut is a default in package.json:
// VS Code opens it whenever it shows a thread, also again when an editor is come back to.)
import {
	type Comment,
	type CommentController,
	CommentMode,
	type CommentThread,
	CommentThreadCollapsibleState,
	CommentThreadState,
	commands,
	comments,
	Disposable,
	l10n,
	MarkdownString,
	Range,
	Selection,
	type TextDocument,
	TextEditorRevealType,
	type Uri,
	window,
	workspace,
} from 'vscode';
import { noteMarkdown, rangeIn } from '../../convert';
import type { Placed } from '../../services/annotations';
import type { Services } from '../../services/services';
import { type Reference, referenceTo, remember, resolved, title } from './subject';

/** VS Code gathers changes of threads this long, and needs a moment to show them. */
const shownMilliseconds = 300;

/** A note (`replyId` undefined) or a reply, as the widget shows it. */
export class NoteComment implements Comment {
	mode = CommentMode.Preview;
	contextValue: string;
	body: string | MarkdownString;
	readonly author: { readonly name: string };
	readonly label?: string;

	constructor(
		readonly reference: Reference,
		readonly replyId: string | undefined,
		/** As the sidecar has it. */
		readonly text: string,
		by: { readonly author?: string; readonly date?: string },
	) {
		this.author = { name: by.author ?? '' };
		if (by.date) this.label = by.date;
		this.body = rendered(text);
		this.contextValue = replyId === undefined ? 'note' : 'reply';
	}

	/** What stands in the input. */
	get typed(): string {
		return typeof this.body === 'string' ? this.body : this.body.value;
	}

	set editing(editing: boolean) {
		this.mode = editing ? CommentMode.Editing : CommentMode.Preview;
		this.contextValue = editing ? 'editing' : this.replyId === undefined ? 'note' : 'reply';
		this.body = editing ? this.text : rendered(this.text);
	}
}

interface Shown {
	readonly thread: CommentThread;
	placed: Placed;
	/** The thread was opened for this one thing, and closes when it is done. */
	brief: boolean;
	editing: NoteComment | undefined;
}

export type Purpose = 'read' | 'note' | 'reply';

export class NoteThreads {
	readonly #services: Services;
	readonly #shown = new Map<string, Shown>();
	readonly #listening: Disposable;
	#controller: CommentController | undefined;

	constructor(services: Services) {
		this.#services = services;
		this.#listening = Disposable.from(
			services.annotations.onDidChange(
				(seed) => void services.guard.quietly('notes', () => this.#follow(seed), undefined),
			),
			services.seeds.onDidClose((document) => this.#closeAll(document)),
		);
	}

	dispose(): void {
		this.#listening.dispose();
		this.#controller?.dispose();
	}

	/** Opens the annotation's thread at its passage, the cursor where `purpose` needs it. */
	async show(placed: Placed, purpose: Purpose): Promise<void> {
		const document = await this.#reveal(placed.seed);
		this.#dropCollapsed();
		const key = keyOf(referenceTo(placed));
		const known = this.#shown.get(key);
		const shown = known ?? (await this.#open(placed, document));
		shown.brief = known ? known.brief && purpose !== 'read' : purpose === 'note';
		shown.thread.collapsibleState = CommentThreadCollapsibleState.Expanded;
		if (purpose === 'reply') this.#clearLine(shown);
		makeRoom(shown.thread);
		if (purpose === 'note' && !shown.editing) this.edit(shown.thread.comments[0] as NoteComment);
		if (purpose === 'reply') await focusReply(shown.thread);
	}

	/** Makes the comment an input, in which the cursor then is. */
	edit(comment: NoteComment): void {
		const shown = this.#shown.get(keyOf(comment.reference));
		if (!shown) return;
		if (shown.editing) shown.editing.editing = false;
		comment.editing = true;
		shown.editing = comment;
		shown.thread.canReply = false;
		shown.thread.comments = [...shown.thread.comments];
	}

	/** After the input was saved or left: the thread as the sidecar has it, or no thread if it was opened for that. */
	async done(comment: NoteComment): Promise<void> {
		const key = keyOf(comment.reference);
		const shown = this.#shown.get(key);
		if (!shown) return;
		shown.editing = undefined;
		if (shown.brief) {
			this.#close(key);
			await commands.executeCommand('workbench.action.focusActiveEditorGroup');
			return;
		}
		await this.#fill(shown);
	}

	/** In an open editor, which is shown if it is not. */
	async #reveal(seed: Uri): Promise<TextDocument> {
		const document = await workspace.openTextDocument(seed);
		if (window.activeTextEditor?.document !== document) await window.showTextDocument(document);
		return document;
	}

	async #open(placed: Placed, document: TextDocument): Promise<Shown> {
		if (!this.#controller) {
			this.#controller = comments.createCommentController('glossator', 'Glossator');
			this.#controller.options = {
				prompt: l10n.t('Reply…'),
				placeHolder: l10n.t('Reply… (Markdown; @ for actors, # for annotations)'),
			};
		}
		const range = rangeFor(placed, document);
		const thread = this.#controller.createCommentThread(placed.seed, range as Range, []);
		const shown: Shown = { thread, placed, brief: false, editing: undefined };
		const reference = referenceTo(placed);
		remember(thread, reference);
		this.#shown.set(keyOf(reference), shown);
		thread.collapsibleState = CommentThreadCollapsibleState.Expanded;
		await this.#fill(shown);
		return shown;
	}

	async #fill(shown: Shown): Promise<void> {
		const { thread, placed } = shown;
		const { annotation, seed } = placed;
		const reference = referenceTo(placed);
		const author = await this.#services.authors.nameFor(seed);
		thread.label = title(annotation);
		thread.contextValue = `annotation.${placed.anchoring.state}.${annotation.status === resolved ? 'resolved' : 'open'}`;
		thread.state = annotation.status === resolved ? CommentThreadState.Resolved : CommentThreadState.Unresolved;
		thread.canReply = author ? { name: author } : true;
		thread.comments = [
			new NoteComment(reference, undefined, annotation.note ?? '', annotation),
			...annotation.replies.map((reply) => new NoteComment(reference, reply.id, reply.text, reply)),
		];
	}

	async #follow(seed: Uri): Promise<void> {
		const name = seed.toString();
		const here = [...this.#shown].filter(([, { placed }]) => placed.seed.toString() === name);
		if (!here.length) return;
		const now = await this.#services.annotations.of(seed);
		const document = workspace.textDocuments.find(({ uri }) => uri.toString() === name);
		for (const [key, shown] of here) {
			const placed = now?.placed.find(({ annotation }) => annotation.id === shown.placed.annotation.id);
			if (!placed || !document) {
				this.#close(key);
				continue;
			}
			const changed =
				placed.annotation !== shown.placed.annotation || placed.anchoring.state !== shown.placed.anchoring.state;
			shown.placed = placed;
			const range = rangeFor(placed, document);
			if (!sameRange(range, shown.thread.range)) shown.thread.range = range;
			// what is being typed is not taken away
			if (changed && !shown.editing) await this.#fill(shown);
		}
	}

	/** What the user has folded away, save where something is being written. */
	#dropCollapsed(): void {
		for (const [key, { thread, editing }] of this.#shown)
			if (!editing && thread.collapsibleState === CommentThreadCollapsibleState.Collapsed) this.#close(key);
	}

	/** VS Code puts the cursor into the first thread of a line, and a paragraph is one line. */
	#clearLine({ thread, placed }: Shown): void {
		const line = thread.range?.end.line;
		for (const [key, other] of this.#shown)
			if (
				other.thread !== thread &&
				!other.editing &&
				other.placed.seed.toString() === placed.seed.toString() &&
				other.thread.range?.end.line === line
			)
				this.#close(key);
	}

	#closeAll({ uri }: TextDocument): void {
		for (const [key, { placed }] of this.#shown) if (placed.seed.toString() === uri.toString()) this.#close(key);
	}

	#close(key: string): void {
		this.#shown.get(key)?.thread.dispose();
		this.#shown.delete(key);
	}
}

/** The widget opens below its passage, also where that is out of sight. */
function makeRoom({ range }: CommentThread): void {
	const editor = window.activeTextEditor;
	const [first, last] = [editor?.visibleRanges[0], editor?.visibleRanges.at(-1)];
	if (!editor || !range || !first || !last) return;
	const middle = (first.start.line + last.end.line) / 2;
	if (range.end.line < first.start.line || range.end.line > middle)
		editor.revealRange(new Range(range.end, range.end), TextEditorRevealType.InCenter);
}

/** The API cannot put the cursor into a thread: VS Code's own commands do, from the line that the passage ends in. */
async function focusReply({ range }: CommentThread): Promise<void> {
	const editor = window.activeTextEditor;
	if (!editor || !range) return;
	editor.selection = new Selection(range.end, range.end);
	await new Promise((resolve) => setTimeout(resolve, shownMilliseconds));
	await commands.executeCommand('workbench.action.focusCommentOnCurrentLine');
	await commands.executeCommand('widgetNavigation.focusNext');
}

function keyOf({ seed, id }: Reference): string {
	return `${seed}#${id}`;
}

/** Undefined, which VS Code shows above the text, for what has no passage. */
function rangeFor({ anchoring: { span } }: Placed, document: TextDocument): Range | undefined {
	return span && rangeIn(document, span);
}

function sameRange(a: Range | undefined, b: Range | undefined): boolean {
	return a === b || (a !== undefined && b !== undefined && a.isEqual(b));
}

function rendered(text: string): MarkdownString {
	return new MarkdownString(text ? noteMarkdown(text) : `_${l10n.t('no note')}_`);
}
