// Which paragraphs a correction is about: the ones the cursors of two visible seeds are in, else one that is picked.
import {
	l10n,
	type QuickPickItem,
	Selection,
	type TextEditor,
	TextEditorRevealType,
	ThemeColor,
	type Uri,
	ViewColumn,
	window,
} from 'vscode';
import { labelOf } from '../../../core/seed/label';
import { rangeIn, shorten } from '../../convert';
import { languageName } from '../../languages';
import { baseName } from '../../services/files';
import { Stop } from '../../services/guard';
import { type Aligned, paragraphAt } from '../../services/parallel';
import { isSeed } from '../../services/seed-documents';
import type { Services } from '../../services/services';

/** The paragraph the cursor is in, beside the text it is compared with. */
export interface Here extends Aligned {
	readonly paragraph: number;
	/** Shows the other text; undefined where no editor does. */
	readonly other: TextEditor | undefined;
}

/**
 * Throws Stop where there is no paragraph or no other text. `withAny`: what stands beside counts as the other text though
 * nothing says that it tells the same story; else a reader of two stories would declare them one without noticing.
 */
export async function whereCursorIs({ parallel, seeds }: Services, { withAny = false } = {}): Promise<Here> {
	const editor = window.activeTextEditor;
	if (!editor || !isSeed(editor.document)) throw new Stop(l10n.t('Put the cursor in a paragraph of a seed first.'));
	const found = (await parallel.counterparts(editor.document.uri)).map(({ uri }) => uri.toString());
	const rank = ({ document }: TextEditor) => {
		const at = found.indexOf(document.uri.toString());
		return at < 0 ? found.length : at;
	};
	const language = ({ document }: TextEditor) => seeds.analyse(document).seed?.language;
	const [other] = window.visibleTextEditors
		.filter((one) => isSeed(one.document) && language(one) !== language(editor))
		.filter((one) => withAny || rank(one) < found.length)
		.sort((a, b) => rank(a) - rank(b));
	const uri = other?.document.uri ?? (await parallel.counterpart(editor.document.uri))?.uri;
	if (!uri)
		throw new Stop(l10n.t('No version of this seed in another language was found. Open it beside this one first.'));
	const aligned = await parallel.align(editor.document.uri, uri);
	const paragraph = aligned ? cursorIn(editor, aligned.here.seed.paragraphs) : -1;
	if (!aligned || paragraph < 0) throw new Stop(l10n.t('There is no paragraph here.'));
	return { ...aligned, paragraph, other };
}

export function cursorIn(
	{ document, selection }: TextEditor,
	paragraphs: Aligned['here']['seed']['paragraphs'],
): number {
	return paragraphAt(paragraphs, document.offsetAt(selection.active));
}

interface ParagraphItem extends QuickPickItem {
	readonly paragraph: number;
}

/** A paragraph of the other text, shown there while it is chosen; undefined: cancelled, and all is as it was. */
export async function pickPartner({ here, there, alignment, paragraph }: Here): Promise<number | undefined> {
	const editor = await showBeside(there.uri);
	const before = editor.selection;
	const about = labelOf(here.text, here.seed.paragraphs[paragraph]!, 50);
	const items = there.seed.paragraphs.map(
		({ start, end }, i): ParagraphItem => ({
			label: `${i + 1}`,
			description: shorten(there.text.slice(start, end), 120),
			paragraph: i,
		}),
	);
	const likeliest = items[alignment.jump[paragraph] ?? 0];
	const mark = window.createTextEditorDecorationType({
		backgroundColor: new ThemeColor('editor.findMatchHighlightBackground'),
		border: '1px solid',
		borderColor: new ThemeColor('contrastActiveBorder'),
	});
	const reveal = (at: number) => {
		const range = rangeIn(editor.document, there.seed.paragraphs[at]!);
		editor.setDecorations(mark, [range]);
		editor.selection = new Selection(range.start, range.start);
		editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
	};
	const pick = window.createQuickPick<ParagraphItem>();
	pick.title = l10n.t('Link “{0}” with…', about);
	pick.placeholder = l10n.t(
		'The paragraph of {0} ({1}) that says the same',
		baseName(there.uri),
		languageName(there.seed.language),
	);
	pick.items = items;
	pick.matchOnDescription = true;
	if (likeliest) pick.activeItems = [likeliest];
	const listening = pick.onDidChangeActive(([active]) => active && reveal(active.paragraph));
	const chosen = await new Promise<number | undefined>((resolve) => {
		pick.onDidAccept(() => {
			resolve(pick.activeItems[0]?.paragraph);
			pick.hide();
		});
		pick.onDidHide(() => resolve(undefined));
		pick.show();
	});
	listening.dispose();
	pick.dispose();
	mark.dispose();
	if (chosen === undefined) editor.selection = before;
	return chosen;
}

/** Without taking the cursor away from the text that the person is in. */
function showBeside(uri: Uri): Thenable<TextEditor> {
	return window.showTextDocument(uri, { viewColumn: ViewColumn.Beside, preserveFocus: true, preview: false });
}
