// Where the reader is: a paragraph of a seed, in an editor of its own.
import { l10n, TabInputText, type TextEditor, type Uri, ViewColumn, window } from 'vscode';
import { Stop } from '../../services/guard';
import { paragraphAt } from '../../services/parallel';
import { isSeed } from '../../services/seed-documents';
import type { Services } from '../../services/services';

/** A paragraph of a seed, by its 0-based index. */
export interface Place {
	readonly uri: Uri;
	readonly paragraph: number;
}

export function same(a: Uri | undefined, b: Uri | undefined): boolean {
	return a?.toString() === b?.toString();
}

export function samePlace(a: Place, b: Place): boolean {
	return a.paragraph === b.paragraph && same(a.uri, b.uri);
}

/** The active editor, where it shows a seed with paragraphs; else a Stop that says what to do. */
export function activeReader(services: Services): TextEditor {
	const editor = window.activeTextEditor;
	if (!editor || !isSeed(editor.document))
		throw new Stop(l10n.t('Put the cursor in a paragraph of a seed, then jump from there.'));
	if (!services.seeds.analyse(editor.document).seed?.paragraphs.length)
		throw new Stop(l10n.t('This seed has no paragraph to jump from.'));
	return editor;
}

/** The paragraph with the cursor; its index is -1 where the document has none. */
export function placeOf({ seeds }: Services, { document, selection }: TextEditor): Place {
	const paragraphs = seeds.analyse(document).seed?.paragraphs ?? [];
	return { uri: document.uri, paragraph: paragraphAt(paragraphs, document.offsetAt(selection.active)) };
}

/** Visible seeds in editors of their own: not in a diff, whose sides scroll together already, nor in a peek. */
export function readers(): TextEditor[] {
	return window.visibleTextEditors.filter(
		({ document, viewColumn }) =>
			isSeed(document) &&
			window.tabGroups.all.some(
				(group) =>
					group.viewColumn === viewColumn &&
					group.activeTab?.input instanceof TabInputText &&
					same(group.activeTab.input.uri, document.uri),
			),
	);
}

/** The group that has the seed open already, else the one beside. */
export function columnFor(uri: Uri, mine: ViewColumn | undefined): ViewColumn {
	const open = window.tabGroups.all.find(
		({ tabs, viewColumn }) =>
			viewColumn !== mine && tabs.some(({ input }) => input instanceof TabInputText && same(input.uri, uri)),
	);
	return open?.viewColumn ?? (mine === ViewColumn.Two ? ViewColumn.One : ViewColumn.Beside);
}
