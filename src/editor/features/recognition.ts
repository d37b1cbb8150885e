// Recognition: a text document whose first line is a seed's header becomes language `seed`, unless the user said otherwise.
// Nothing is contributed for `.txt`, so other text files stay VS Code's own.
import {
	Disposable,
	languages,
	Range,
	type TextDocument,
	type TextDocumentChangeEvent,
	window,
	workspace,
} from 'vscode';
import { readHeader } from '../../core/seed/parse';
import { isOwnFile } from '../services/find';
import { isSeed, seedLanguage } from '../services/seed-documents';
import type { Services } from '../services/services';

/** Documents that are not files a person reads: channels, comment boxes, chat. */
const otherSchemes =
	/^(output|comment|debug|search-editor|walkThrough.*|chat.*|vscode|vscode-(settings|terminal|scm|interactive.*|notebook.*|chat.*))$/;
/** A header stands within this many lines, or the first non-empty line is longer than any sensible one. */
const linesLookedAt = 50;
const charactersLookedAt = 2000;

export function registerRecognition({ guard }: Services): Disposable {
	const recognised = new WeakSet<TextDocument>();
	const declined = new Set<string>();

	const look = (document: TextDocument) => {
		if (otherSchemes.test(document.uri.scheme)) return;
		const name = document.uri.toString();
		if (isSeed(document)) {
			declined.delete(name);
			recognised.add(document);
		} else if (recognised.has(document)) {
			// the same document comes back in another language: the user changed it by hand
			declined.add(name);
		} else if (!declined.has(name) && isRead(document) && startsLikeSeed(document)) {
			recognised.add(document);
			void guard.quietly('recognition', () => recognise(document), undefined);
		}
	};

	const lookAgain = ({ document, contentChanges }: TextDocumentChangeEvent) => {
		const nearTop = contentChanges.some((change) => change.range.start.line < linesLookedAt);
		if (nearTop && !recognised.has(document)) look(document);
	};

	for (const document of workspace.textDocuments) look(document);
	return Disposable.from(
		workspace.onDidOpenTextDocument(look),
		workspace.onDidChangeTextDocument(lookAgain),
		window.onDidChangeVisibleTextEditors((editors) => {
			for (const { document } of editors) if (!recognised.has(document)) look(document);
		}),
	);
}

/**
 * A file, a new text, or what is in view. VS Code opens git's versions for the gutter and closes them again; giving such a
 * one a language opens it once more, without end.
 */
function isRead(document: TextDocument): boolean {
	if (document.isUntitled || isOwnFile(document.uri)) return true;
	return window.visibleTextEditors.some((editor) => editor.document === document);
}

async function recognise(document: TextDocument): Promise<void> {
	try {
		await languages.setTextDocumentLanguage(document, seedLanguage);
	} catch (error) {
		// short-lived documents, such as git's for the gutter, may be gone by now
		if (!document.isClosed) throw error;
	}
}

function startsLikeSeed(document: TextDocument): boolean {
	const top = document.getText(new Range(0, 0, linesLookedAt, charactersLookedAt));
	return readHeader(top) !== undefined;
}
