// What a person says of one mention: that it is not this actor, or who of several it is. Kept in the sidecar for that passage.
import { l10n, type TextDocument } from 'vscode';
import { describe } from '../../../core/annotations/create';
import { clearMention, overruleMention } from '../../../core/annotations/mention-edits';
import { anchorMentions } from '../../../core/annotations/mentions';
import type { MentionOverride, MentionOverrideEntry, Sidecar } from '../../../core/annotations/model';
import type { Span } from '../../../core/text/span';
import { shorten } from '../../convert';
import type { Change } from '../../services/edits';
import { Stop } from '../../services/guard';
import type { Services } from '../../services/services';
import type { Sidecars } from '../../services/sidecars';

/** A change with what it is called. */
export interface TitledChange extends Change {
	readonly label: string;
}

/** Who is meant by a passage, or who is not. */
export function sayOf(
	sidecars: Sidecars,
	document: TextDocument,
	span: Span,
	said: { readonly actor: string } | { readonly not: string },
): TitledChange {
	if (document.isUntitled)
		throw new Stop(l10n.t('Save the seed first: what you say of it is kept in a file beside it.'));
	const { target, before, after } = describe(document.getText(), span);
	if (!('quote' in target)) throw new Stop(l10n.t('That is too long for a name. Select just the name.'));
	const override: MentionOverride = { quote: target.quote, before, after, ...said };
	const label = 'not' in said ? l10n.t('Not This Actor') : l10n.t('Say Who Is Meant');
	const change = (sidecar: Sidecar) => overruleMention(sidecar, override);
	return { label, ...sidecars.changeOf({ seed: document.uri, change }) };
}

/** What people said of mentions that cover a place, so that it can be taken back. */
export async function saidAt(
	{ sidecars }: Services,
	document: TextDocument,
	span: Span,
): Promise<readonly MentionOverrideEntry[]> {
	const said = (await sidecars.get(document.uri))?.mentions ?? [];
	const places = anchorMentions(document.getText(), said);
	return said.filter((_, i) => {
		const place = places[i];
		return place && place.start <= span.end && span.start <= place.end;
	});
}

/** Takes back what was said. */
export function takeBack(
	sidecars: Sidecars,
	document: TextDocument,
	said: readonly MentionOverrideEntry[],
): TitledChange {
	const words = new Set(said.map(wordsOf));
	const change = (sidecar: Sidecar) =>
		clearMention(
			sidecar,
			sidecar.mentions.filter((one) => words.has(wordsOf(one))),
		);
	return { label: l10n.t('Take Back'), ...sidecars.changeOf({ seed: document.uri, change }) };
}

export function shown({ actor, not, quote }: MentionOverride): string {
	return actor === undefined
		? l10n.t('“{0}” is not {1}', shorten(quote, 40), not ?? '')
		: l10n.t('“{0}” is {1}', shorten(quote, 40), actor);
}

function wordsOf({ quote, before, after, actor, not }: MentionOverride): string {
	return JSON.stringify([quote, before, after, actor, not]);
}
