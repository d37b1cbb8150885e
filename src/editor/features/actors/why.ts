// Why a passage is taken for an actor, in a line.
import { l10n, MarkdownString } from 'vscode';
import type { Actor, Mention } from '../../../core/actors/model';
import { escapeMarkdown } from '../../convert';

/** Undefined where the passage is one of the actor's names as it stands, or a person said so. */
export function whyMatched({ how, name, declared }: Mention, text: string, actor: Actor): MarkdownString | undefined {
	if (declared) return new MarkdownString(`_${escapeMarkdown(l10n.t('Said so in the sidecar.'))}_`);
	if (Object.values(actor.names).some((names) => names.includes(text))) return undefined;
	return new MarkdownString(`_${escapeMarkdown(sentence(how, text, name))}_`);
}

function sentence(how: Mention['how'], text: string, name: string): string {
	switch (how) {
		case 'inflected':
			return l10n.t('“{0}” is a form of “{1}”.', text, name);
		case 'initials':
			return l10n.t('“{0}” is “{1}” with initials.', text, name);
		case 'surname':
			return l10n.t('“{0}” is the surname of “{1}”.', text, name);
		case 'adjective':
			return l10n.t('“{0}” is the adjective of “{1}”.', text, name);
		case 'acronym':
			return l10n.t('“{0}” is the acronym “{1}”.', text, name);
		case 'alias':
		case 'full':
			return l10n.t('“{0}” stands for “{1}”.', text, name);
	}
}
