// Changes of files on the user's behalf: by splices, one at a time, each a step of the journal that can be taken back.
import { EventEmitter, l10n, Position, type TextDocument, type Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { TextEdit } from '../../core/ports';
import { applyEdits } from '../../core/text/edits';
import { rangeIn } from '../convert';
import type { Copies } from './copies';
import { baseName, liveDocument, readFile } from './files';
import { Stop } from './guard';
import { Journal } from './journal';
import { createFile, deleteFile, editDocument, notWritten, refuseReadOnly, replaceText, saveDocument } from './texts';

/** What the user did, as they would say it ("Annotate"), and where. */
export interface Act {
	readonly label: string;
	readonly uri: Uri;
}

/** What is done to one file. */
export interface Change {
	readonly uri: Uri;
	/** The text of a file that is not there. */
	readonly empty: string;
	/** Given the text at that moment; may throw Stop. */
	readonly change: (text: string) => readonly TextEdit[];
}

/** How often a change is begun anew. */
const mostAttempts = 8;

export class Edits {
	readonly #copies: Copies;
	readonly #journal = new Journal();
	readonly #onDidWrite = new EventEmitter<Uri>();
	#queue: Promise<unknown> = Promise.resolve();

	/** A file was changed, made or deleted from here. */
	readonly onDidWrite = this.#onDidWrite.event;

	constructor(copies: Copies) {
		this.#copies = copies;
	}

	dispose(): void {
		this.#onDidWrite.dispose();
	}

	/**
	 * Changes a file. `change` is given its text at that moment and may throw Stop; a file that
	 * is not there is made with what the edits put into `empty`. Throws Stop where it cannot be written.
	 */
	make({ label, uri }: Act, empty: string, change: (text: string) => readonly TextEdit[]): Promise<void> {
		return this.makeAll(label, [{ uri, empty, change }]);
	}

	/** The same for several files, one after the other, as one step. */
	makeAll(label: string, changes: readonly Change[]): Promise<void> {
		return this.#inTurn(async () => {
			let continues = false;
			for (const change of changes) continues = (await this.#make(label, change, continues)) || continues;
		});
	}

	/** Whether there was anything to change. Where something else writes the file at the same time, it is done anew on what that left. */
	async #make(label: string, change: Change, continues: boolean): Promise<boolean> {
		const { uri } = change;
		for (let attempt = 0; attempt < mostAttempts; attempt++) {
			// two windows that wait for one another must not do so in step
			if (attempt) await new Promise((resolve) => setTimeout(resolve, Math.random() * 200 * attempt));
			const { document, before, edits } = await this.#plan(change);
			if (document && !edits.length) return false;
			const after = applyEdits(before, edits);
			if (!(await (document ? editDocument(document, edits, this.#copies) : createFile(uri, after, this.#copies))))
				continue;
			// what the user's settings do on saving is part of the step
			this.#journal.push({ label, uri, before: document && before, after: document?.getText() ?? after, continues });
			this.#onDidWrite.fire(uri);
			return true;
		}
		throw notWritten(uri);
	}

	/**
	 * A change as VS Code can preview and apply it; what is then to `enter` is `before`, undefined where there is no such file.
	 * Throws Stop where `make` would.
	 */
	async preview(change: Change): Promise<{ readonly edit: WorkspaceEdit; readonly before: string | undefined }> {
		const { document, before, edits } = await this.#plan(change);
		const edit = new WorkspaceEdit();
		// as text and not as the file's contents, so that a preview shows it
		if (!document) edit.createFile(change.uri, { ignoreIfExists: true });
		if (!document) edit.insert(change.uri, new Position(0, 0), applyEdits(before, edits));
		else for (const { start, end, text } of edits) edit.replace(change.uri, rangeIn(document, { start, end }), text);
		return { edit, before: document && before };
	}

	/** Enters what VS Code itself has just written for us; `before` undefined: the file was not there. */
	enter({ label, uri }: Act, before: string | undefined): Promise<void> {
		return this.#inTurn(async () => {
			const after = (await openExisting(uri))?.getText();
			if (after !== undefined && after !== before) this.#journal.push({ label, uri, before, after, continues: false });
			this.#onDidWrite.fire(uri);
		});
	}

	/** Takes the newest step back; its label, or undefined where there is none. */
	undo(): Promise<string | undefined> {
		return this.#inTurn(() => this.#undo());
	}

	async #undo(): Promise<string | undefined> {
		const step = this.#journal.pop();
		if (!step) return undefined;
		const { label, uri, before, after, continues } = step;
		const document = await openExisting(uri);
		if (!document || document.getText() !== after)
			throw new Stop(l10n.t('“{0}” has changed since, so “{1}” is not undone from here.', baseName(uri), label), {
				[l10n.t('Open It')]: () => window.showTextDocument(uri),
			});
		if (before === undefined) await deleteFile(uri);
		else await replaceText(document, before, this.#copies);
		this.#onDidWrite.fire(uri);
		return continues ? this.#undo() : label;
	}

	/** To be called before a file that is changed from here is read: makes it whole where its writing was cut off. */
	mend(uri: Uri): Promise<void> {
		return this.#copies.mend(uri);
	}

	/** Saves a document that VS Code changed on our behalf. */
	save(document: TextDocument): Promise<boolean> {
		return saveDocument(document, this.#copies);
	}

	async #plan({ uri, empty, change }: Change) {
		refuseReadOnly(uri);
		await this.mend(uri);
		const document = await openExisting(uri);
		const before = document?.getText() ?? empty;
		return { document, before, edits: change(before) };
	}

	/** One change at a time, since each begins with the text that the last one left. */
	#inTurn<T>(work: () => Promise<T>): Promise<T> {
		const done = this.#queue.then(work);
		this.#queue = done.catch(() => undefined);
		return done;
	}
}

/** The document, opened where the file is there. */
async function openExisting(uri: Uri): Promise<TextDocument | undefined> {
	const live = await liveDocument(uri);
	if (live || (await readFile(uri)) === undefined) return live;
	await workspace.openTextDocument(uri);
	return liveDocument(uri);
}
