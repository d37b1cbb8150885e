// The notes on a passage, all that overlap there, with what can be done about each.
import { Hover, type HoverProvider, l10n, MarkdownString } from 'vscode';
import type { Reply } from '../../../core/annotations/model';
import type { CommandName } from '../../commands';
import { escapeMarkdown, rangeIn } from '../../convert';
import type { Placed } from '../../services/annotations';
import type { Services } from '../../services/services';
import { resolved } from './change';
import { referenceTo } from './subject';

export function annotationHover(services: Services): HoverProvider {
	return {
		provideHover: (document, position) =>
			services.guard.quietly(
				'notes on hover',
				async () => {
					const here = await services.annotations.at(document, document.offsetAt(position));
					const span = here[0]?.anchoring.span;
					return span && new Hover(here.map(render), rangeIn(document, span));
				},
				undefined,
			),
	};
}

function render(placed: Placed): MarkdownString {
	const { annotation, anchoring } = placed;
	const actions = actionsFor(placed);
	const markdown = new MarkdownString('', true);
	markdown.isTrusted = { enabledCommands: actions.map(([command]) => command) };
	const facts = [...annotation.tags.map((tag) => `#${tag}`), annotation.status, annotation.author, annotation.date];
	const rest = facts
		.filter((fact) => fact !== undefined)
		.map(escapeMarkdown)
		.join(' · ');
	markdown.appendMarkdown(`$(note) **${escapeMarkdown(annotation.kind)}**${rest ? ` · ${rest}` : ''}\n\n`);
	if (anchoring.state === 'confirm')
		markdown.appendMarkdown(
			`$(question) ${escapeMarkdown(l10n.t('The text has changed. Is this still the passage?'))}\n\n`,
		);
	if (annotation.note) markdown.appendMarkdown(`${escapeMarkdown(annotation.note)}\n\n`);
	for (const reply of annotation.replies) markdown.appendMarkdown(`> ${replyLine(reply)}\n\n`);
	const argument = encodeURIComponent(JSON.stringify([referenceTo(placed)]));
	markdown.appendMarkdown(actions.map(([command, label]) => `[${label}](command:${command}?${argument})`).join(' · '));
	return markdown;
}

function replyLine({ author, date, text }: Reply): string {
	const by = [author, date]
		.filter((part) => part !== undefined)
		.map(escapeMarkdown)
		.join(', ');
	return `${by ? `_${by}:_ ` : ''}${escapeMarkdown(text).replaceAll('\n', '\n> ')}`;
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
		['glossator.annotation.openSidecar', `$(go-to-file) ${l10n.t('Open in Sidecar')}`],
	];
}
