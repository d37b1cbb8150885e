// Which mention a command is about: the one that a card or a code action names, else the one at the cursor.
import { l10n, type TextDocument, Uri, window, workspace } from 'vscode';
import type { Mention } from '../../../core/actors/model';
import type { Span } from '../../../core/text/span';
import { Stop } from '../../services/guard';
import { isSeed } from '../../services/seed-documents';
import type { Services } from '../../services/services';

/** What commands carry in links and code actions: data, so that it survives being written into a link. */
export interface MentionReference extends Span {
	/** The seed's URI as a string. */
	readonly seed: string;
	/** What stands there, so that a place that has moved since is not mistaken. */
	readonly text: string;
}

/** A mention in its document. */
export interface MentionHere {
	readonly document: TextDocument;
	readonly mention: Mention;
}

export function referenceTo(document: TextDocument, { start, end }: Span): MentionReference {
	return { seed: document.uri.toString(), start, end, text: document.getText().slice(start, end) };
}

/** Throws Stop where there is no such mention. */
export async function mentionMeant(services: Services, given: MentionReference | undefined): Promise<MentionHere> {
	if (given) return { ...(await find(services, given)) };
	const editor = window.activeTextEditor;
	if (!editor || !isSeed(editor.document)) throw new Stop(l10n.t('Put the cursor on a known actor first.'));
	const { document, selection } = editor;
	const mention = await services.mentions.at(document, document.offsetAt(selection.active));
	if (!mention) throw new Stop(l10n.t('Put the cursor on a known actor first.'));
	return { document, mention };
}

async function find({ mentions }: Services, { seed, start, end, text }: MentionReference): Promise<MentionHere> {
	const document = await workspace.openTextDocument(Uri.parse(seed, true));
	const mention = (await mentions.in(document)).find((one) => one.start === start && one.end === end);
	if (!mention || document.getText().slice(start, end) !== text)
		throw new Stop(l10n.t('The text has changed meanwhile. Put the cursor on the mention and try again.'));
	return { document, mention };
}
