// The card of an actor, on hover: who this is on the seed's date, and where to go on.
import { Hover, type HoverProvider, l10n, MarkdownString, Uri } from 'vscode';
import { type Card, type CardRole, makeCard } from '../../../core/actors/card';
import type { ActorType, Mention } from '../../../core/actors/model';
import { escapeMarkdown, rangeIn } from '../../convert';
import { languageName, usersLanguage } from '../../languages';
import type { Services } from '../../services/services';

export function actorHover(services: Services): HoverProvider {
	const { guard } = services;
	return {
		provideHover: (document, position) =>
			guard.quietly(
				'hover',
				async () => {
					const mention = await services.mentions.at(document, document.offsetAt(position));
					if (!mention) return undefined;
					const { catalogue } = await services.catalogues.get();
					const date = services.seeds.analyse(document).seed?.header.date;
					const options = { date, today: services.authors.today(), language: usersLanguage() };
					const here = await services.mentions.in(document);
					const ids = mention.candidates ?? [mention.actor];
					const cards = ids.flatMap((id) => {
						const actor = catalogue.actors.get(id);
						return actor ? [render(makeCard(actor, catalogue, options), date, countOf(here, id))] : [];
					});
					const unsure = mention.candidates && new MarkdownString(`$(question) ${escapeMarkdown(ambiguous())}`, true);
					return new Hover([...(unsure ? [unsure] : []), ...cards], rangeIn(document, mention));
				},
				undefined,
			),
	};
}

function ambiguous(): string {
	return l10n.t('The text does not say which of these is meant.');
}

function countOf(mentions: readonly Mention[], id: string): number {
	return mentions.filter(({ actor, nested }) => actor === id && !nested).length;
}

function render(card: Card, date: string | undefined, count: number): MarkdownString {
	const markdown = new MarkdownString('', true);
	markdown.isTrusted = { enabledCommands: ['glossator.goToActor', 'glossator.referencesToActor'] };
	const paragraphs = [
		`**${escapeMarkdown(card.name)}** · ${typeIcons[card.type]} ${escapeMarkdown(typeName(card.type))}`,
		...card.roles.map((role) => roleLine(role, date && l10n.t('on {0}', date))),
		...(card.rolesToday?.map((role) => roleLine(role, l10n.t('today'))) ?? []),
		card.otherNames
			.map(({ language, name }) => `_${escapeMarkdown(languageName(language))}_ ${escapeMarkdown(name)}`)
			.join(' · '),
		escapeMarkdown(card.note ?? ''),
		[...links(card), ...commandLinks(card.id, count)].join(' · '),
	];
	markdown.appendMarkdown(paragraphs.filter(Boolean).join('\n\n'));
	return markdown;
}

function roleLine({ text, of }: CardRole, when: string | undefined): string {
	const role = escapeMarkdown([text, of?.name].filter(Boolean).join(', '));
	return when ? `${role} _(${escapeMarkdown(when)})_` : role;
}

function links(card: Card): string[] {
	return card.links.map(({ label, url }) => `[${escapeMarkdown(label)}](${Uri.parse(url, true).toString()})`);
}

function commandLinks(id: string, count: number): string[] {
	const to = (command: string) => `command:${command}?${encodeURIComponent(JSON.stringify([id]))}`;
	const mentions = count === 1 ? l10n.t('1 mention here') : l10n.t('{0} mentions here', count);
	return [
		`[$(references) ${escapeMarkdown(mentions)}](${to('glossator.referencesToActor')})`,
		`[$(go-to-file) ${escapeMarkdown(l10n.t('catalogue entry'))}](${to('glossator.goToActor')})`,
	];
}

const typeIcons: Readonly<Record<ActorType, string>> = {
	person: '$(person)',
	organisation: '$(organization)',
	state: '$(globe)',
	place: '$(location)',
	format: '$(comment-discussion)',
	event: '$(calendar)',
	media: '$(broadcast)',
};

function typeName(type: ActorType): string {
	switch (type) {
		case 'person':
			return l10n.t('person');
		case 'organisation':
			return l10n.t('organisation');
		case 'state':
			return l10n.t('state');
		case 'place':
			return l10n.t('place');
		case 'format':
			return l10n.t('format of talks');
		case 'event':
			return l10n.t('event');
		case 'media':
			return l10n.t('media');
	}
}
