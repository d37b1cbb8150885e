// Showing a passage of a file: in the group where the file is shown already, else where the person is, or beside.
import {
	Selection,
	TabInputText,
	type TextEditor,
	TextEditorRevealType,
	type Uri,
	ViewColumn,
	window,
	workspace,
} from 'vscode';
import type { Span } from '../../core/text/span';
import { rangeIn } from '../convert';

export interface ShowOptions {
	/** Where no group shows it yet: beside, not in place of what the person sees. */
	readonly beside?: boolean;
	readonly preserveFocus?: boolean;
}

/** Selects the passage, so that it is seen and can be adjusted. */
export async function showPassage(uri: Uri, span: Span, options: ShowOptions = {}): Promise<TextEditor> {
	const document = await workspace.openTextDocument(uri);
	const column = columnShowing(uri) ?? (options.beside ? ViewColumn.Beside : ViewColumn.Active);
	const editor = await window.showTextDocument(document, {
		viewColumn: column,
		preserveFocus: options.preserveFocus ?? false,
		preview: false,
	});
	const range = rangeIn(document, span);
	editor.selection = new Selection(range.start, range.end);
	editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
	return editor;
}

/** The group that has the file in a tab, the one in sight first. */
export function columnShowing(uri: Uri): ViewColumn | undefined {
	const visible = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
	const group = window.tabGroups.all.find(({ tabs }) =>
		tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === uri.toString()),
	);
	return visible?.viewColumn ?? group?.viewColumn;
}
