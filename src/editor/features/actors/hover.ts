// The card of an actor, on hover: who this is on the seed's date, where else it is mentioned, and where to go on.
import { Hover, type HoverProvider, l10n, MarkdownString, type TextDocument } from 'vscode';
import { makeCard } from '../../../core/actors/card';
import type { Mention } from '../../../core/actors/model';
import { escapeMarkdown, rangeIn } from '../../convert';
import { usersLanguage } from '../../languages';
import type { Services } from '../../services/services';
import { cardMarkdown } from './card';
import { referenceTo } from './mention-at';
import { whyMatched } from './why';

export function actorHover(services: Services): HoverProvider {
	const { guard } = services;
	return {
		provideHover: (document, position, token) =>
			guard.quietly(
				'hover',
				async () => {
					const mention = await services.mentions.at(document, document.offsetAt(position));
					if (!mention || token.isCancellationRequested) return undefined;
					const cards = await cardsOf(services, document, mention);
					return token.isCancellationRequested ? undefined : new Hover(cards, rangeIn(document, mention));
				},
				undefined,
			),
	};
}

async function cardsOf(services: Services, document: TextDocument, mention: Mention): Promise<MarkdownString[]> {
	const [{ catalogue }, here] = await Promise.all([services.catalogues.get(), services.mentions.in(document)]);
	const date = services.seeds.analyse(document).seed?.header.date;
	const options = { date, today: services.authors.today(), language: usersLanguage() };
	const text = document.getText(rangeIn(document, mention));
	const cards = (mention.candidates ?? [mention.actor]).flatMap((id) => {
		const actor = catalogue.actors.get(id);
		if (!actor) return [];
		const card = makeCard(actor, catalogue, options);
		const count = here.filter((one) => one.actor === id && !one.nested && !one.candidates).length;
		const decide = mention.candidates && {
			label: l10n.t('It Is {0} Here', card.name),
			argument: { ...referenceTo(document, mention), actor: id },
		};
		return [cardMarkdown(card, { date, here: count, seen: services.mentionIndex.known(id), decide })];
	});
	const known = catalogue.actors.get(mention.actor);
	const why = known && whyMatched(mention, text, known);
	return [...(mention.candidates ? [undecided()] : []), ...cards, ...(why ? [why] : [])];
}

function undecided(): MarkdownString {
	const said = l10n.t('The text does not say which of these is meant. A full name before this place would decide it.');
	return new MarkdownString(`$(question) ${escapeMarkdown(said)}`, true);
}
