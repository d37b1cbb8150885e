// Asking for a note.
import { l10n, window } from 'vscode';
import { oneSentenceALine } from '../../../core/annotations/note';

/** The note, possibly empty, or undefined where the person cancelled. */
export async function askNote({ title, value }: { readonly title: string; readonly value: string }) {
	const said = await window.showInputBox({
		title,
		value: value.replace(/\s*\n\s*/g, ' '),
		prompt: l10n.t('Your note. Leave it empty for none; Escape cancels.'),
		ignoreFocusOut: true,
	});
	return said === undefined ? undefined : oneSentenceALine(said);
}
