// Asking for a note. Sentences of a note stand on lines of their own in the sidecar, so that diffs are by sentence.
import { l10n, window } from 'vscode';

/** The note, possibly empty, or undefined where the person cancelled. */
export async function askNote({ title, value }: { readonly title: string; readonly value: string }) {
	const said = await window.showInputBox({
		title,
		value: value.replace(/\s*\n\s*/g, ' '),
		prompt: l10n.t('Your note. Leave it empty for none; Escape cancels.'),
		ignoreFocusOut: true,
	});
	return said === undefined ? undefined : oneSentenceALine(said.trim());
}

/** Breaks after a sentence's end where a new sentence begins with a capital letter. */
export function oneSentenceALine(note: string): string {
	return note.replace(/([.!?…]["»”’)]?)\s+(?=["«“(]?\p{Lu})/gu, '$1\n');
}
