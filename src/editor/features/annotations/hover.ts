// The notes on a passage, all that overlap there, with what can be done about each.
import { Hover, type HoverProvider, l10n, MarkdownString } from 'vscode';
import type { Reply } from '../../../core/annotations/model';
import type { CommandName } from '../../commands';
import { escapeMarkdown, noteMarkdown, rangeIn } from '../../convert';
import type { Placed } from '../../services/annotations';
import type { Services } from '../../services/services';
import { referenceTo, resolved } from './subject';

export function annotationHover(services: Services): HoverProvider {
	return {
		provideHover: (document, position) =>
			services.guard.quietly(
				'notes on hover',
				async () => {
					const here = await services.annotations.at(document, document.offsetAt(position));
					const span = here[0]?.anchoring.span;
					return span && new Hover(here.flatMap(render), rangeIn(document, span));
				},
				undefined,
			),
	};
}

/** What was written, whose links are not trusted; and apart from it what can be done. */
function render(placed: Placed): MarkdownString[] {
	const { annotation, anchoring } = placed;
	const facts = [...annotation.tags.map((tag) => `#${tag}`), annotation.status, annotation.author, annotation.date];
	const rest = facts
		.filter((fact) => fact !== undefined)
		.map(escapeMarkdown)
		.join(' · ');
	const said = new MarkdownString(`**${escapeMarkdown(annotation.kind)}**${rest ? ` · ${rest}` : ''}\n\n`);
	if (anchoring.state === 'confirm')
		said.appendMarkdown(`_${escapeMarkdown(l10n.t('The text has changed. Is this still the passage?'))}_\n\n`);
	if (annotation.note) said.appendMarkdown(`${noteMarkdown(annotation.note)}\n\n`);
	for (const reply of annotation.replies) said.appendMarkdown(`${quoted(reply)}\n\n`);
	const actions = actionsFor(placed);
	const argument = encodeURIComponent(JSON.stringify([referenceTo(placed)]));
	const links = actions.map(([command, label]) => `[${label}](command:${command}?${argument})`).join(' · ');
	const todo = new MarkdownString(links, true);
	todo.isTrusted = { enabledCommands: actions.map(([command]) => command) };
	return [said, todo];
}

function quoted({ author, date, text }: Reply): string {
	const by = [author, date]
		.filter((part) => part !== undefined)
		.map(escapeMarkdown)
		.join(', ');
	return `${by ? `_${by}:_ ` : ''}${noteMarkdown(text)}`.replace(/^/gm, '> ');
}

function actionsFor({ annotation, anchoring }: Placed): readonly (readonly [CommandName, string])[] {
	return [
		...(anchoring.state === 'confirm'
			? ([
					['glossator.annotation.confirm', `$(check) ${l10n.t('Confirm')}`],
					['glossator.annotation.reattach', `$(pinned) ${l10n.t('Attach Elsewhere')}`],
				] as const)
			: []),
		['glossator.annotation.editNote', `$(edit) ${l10n.t('Edit')}`],
		['glossator.annotation.reply', `$(reply) ${l10n.t('Reply')}`],
		['glossator.annotation.tag', `$(tag) ${l10n.t('Tag')}`],
		annotation.status === resolved
			? ['glossator.annotation.reopen', `$(issue-reopened) ${l10n.t('Reopen')}`]
			: ['glossator.annotation.resolve', `$(pass) ${l10n.t('Resolve')}`],
		['glossator.annotation.delete', `$(trash) ${l10n.t('Delete')}`],
		['glossator.annotation.history', `$(history) ${l10n.t('History')}`],
		['glossator.annotation.openSidecar', `$(go-to-file) ${l10n.t('Open in Sidecar')}`],
	];
}
