// Sidecars whose links are mended by VS Code's own edit: it leaves them unsaved, and so does its undo of it. They are saved
// where nothing else was typed there, once nothing moves any more.
import { Disposable, type TextDocument, type Uri, workspace } from 'vscode';
import { openDocument } from '../../services/files';
import type { Services } from '../../services/services';
import { Settle } from '../../services/settle';

/** Between the parts of one act, such as an undo that takes back edits and names one after the other. */
const settleMilliseconds = 150;
/** Texts of one file that are kept: an undo may come later. */
const mostTexts = 8;

/** What was mended, and is saved as soon as it can be. */
export class Mended {
	readonly #services: Pick<Services, 'guard' | 'edits'>;
	/** By URI, what this alone has made of what was saved. */
	readonly #texts = new Map<string, readonly string[]>();
	readonly #settle = new Settle(settleMilliseconds, () => this.#saveAll());
	readonly #listening: Disposable;
	#isMoving = false;

	constructor(services: Pick<Services, 'guard' | 'edits'>) {
		this.#services = services;
		const changed = ({ uri }: TextDocument) => this.#texts.has(uri.toString()) && this.#settle.soon();
		// what moves along with its folder is opened under its new name, and dirty, some time after the move
		this.#listening = Disposable.from(
			this.#settle,
			workspace.onDidOpenTextDocument(changed),
			workspace.onDidChangeTextDocument(({ document }) => changed(document)),
		);
	}

	dispose(): void {
		this.#listening.dispose();
	}

	/** Files begin to move: nothing is saved under a name that it is losing. */
	begin(): void {
		this.#isMoving = true;
	}

	/** All that began to move has its new name. */
	end(): void {
		this.#isMoving = false;
		if (this.#texts.size) this.#settle.soon();
	}

	/** The file will have one text after the other, and perhaps other names; nothing where something is typed and not saved. */
	add(uri: Uri, names: readonly Uri[], texts: readonly [before: string, after: string]): void {
		const own = this.#texts.get(uri.toString()) ?? [];
		// what was mended a moment ago may not be saved yet
		if (openDocument(uri)?.isDirty && !own.includes(texts[0])) return;
		const all = [...new Set([...own, ...texts])].slice(-mostTexts);
		for (const one of [uri, ...names]) this.#texts.set(one.toString(), all);
	}

	#saveAll(): void {
		if (this.#isMoving) return;
		for (const document of workspace.textDocuments)
			if (document.isDirty && this.#texts.get(document.uri.toString())?.includes(document.getText()))
				void this.#services.guard.quietly('saving sidecars', () => this.#save(document), undefined);
	}

	async #save(document: TextDocument): Promise<void> {
		// VS Code may have saved and closed it meanwhile
		await this.#services.edits.save(document).catch((error) => {
			if (!document.isClosed) throw error;
		});
	}
}
