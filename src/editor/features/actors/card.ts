// A card as Markdown. Every text of a catalogue or a file name is escaped; links run only the commands named here.
import { l10n, MarkdownString, Uri } from 'vscode';
import type { Card, CardRole } from '../../../core/actors/card';
import { typeIcons, typeName } from '../../actor-types';
import type { CommandName } from '../../commands';
import { escapeMarkdown } from '../../convert';
import { languageName } from '../../languages';
import { baseName } from '../../services/files';
import type { Sighting, Sightings } from '../../services/mention-index';

/** What the card shows besides the actor. */
export interface CardContext {
	/** The seed's. */
	readonly date: string | undefined;
	/** Mentions in this seed. */
	readonly here: number;
	readonly seen: Sightings;
	/** How to say that this is the one meant; undefined where nobody doubts it. */
	readonly decide: { readonly label: string; readonly argument: unknown } | undefined;
}

const commandsOfCards = [
	'glossator.goToActor',
	'glossator.referencesToActor',
	'glossator.actor.goToMention',
	'glossator.actor.decide',
] as const satisfies readonly CommandName[];

/** Seeds that are named on the card. */
const lastSeeds = 3;

export function cardMarkdown(card: Card, { date, here, seen, decide }: CardContext): MarkdownString {
	const markdown = new MarkdownString('', true);
	markdown.isTrusted = { enabledCommands: commandsOfCards };
	const type = `${typeIcons[card.type]} ${escapeMarkdown(typeName(card.type))}`;
	const entry = link(`$(go-to-file) ${l10n.t('catalogue entry')}`, 'glossator.goToActor', card.id);
	const paragraphs = [
		[
			`**${escapeMarkdown(card.name)}** · ${type}`,
			decide ? link(`$(check) ${decide.label}`, 'glossator.actor.decide', decide.argument) : '',
		],
		[
			...card.roles.map((role) => roleLine(role, date && l10n.t('on {0}', date))),
			...(card.rolesToday?.map((role) => roleLine(role, l10n.t('today'))) ?? []),
		],
		[
			card.otherNames
				.map(({ language, name }) => `_${escapeMarkdown(languageName(language))}_ ${escapeMarkdown(name)}`)
				.join(' · '),
		],
		[escapeMarkdown(card.note ?? '')],
		[mentionsLine(card.id, here, seen), seedsLine(card.id, seen), [...outsideLinks(card), entry].join(' · ')],
	];
	const lines = paragraphs.map((paragraph) => paragraph.filter(Boolean).join('\\\n'));
	markdown.appendMarkdown(lines.filter(Boolean).join('\n\n'));
	return markdown;
}

function link(label: string, command: (typeof commandsOfCards)[number], argument: unknown): string {
	const icon = /^\$\([a-z-]+\) /.exec(label)?.[0] ?? '';
	const to = `command:${command}?${encodeURIComponent(JSON.stringify([argument]))}`;
	return `[${icon}${escapeMarkdown(label.slice(icon.length))}](${to})`;
}

function roleLine({ text, of }: CardRole, when: string | undefined): string {
	const role = escapeMarkdown([text, of?.name].filter(Boolean).join(', '));
	return when ? `${role} _(${escapeMarkdown(when)})_` : role;
}

/** Here and in the workspace, with the first and the last date. */
function mentionsLine(id: string, here: number, { seeds, complete }: Sightings): string {
	const local = here === 1 ? l10n.t('1 mention here') : l10n.t('{0} mentions here', here);
	const all = seeds.reduce((sum, { count }) => sum + count, 0);
	const dates = seeds.map(({ file }) => file.date).filter((date) => date !== undefined);
	const [last, first] = [dates[0], dates.at(-1)];
	const dated = first === undefined ? '' : first === last ? first : l10n.t('{0} to {1}', first, last ?? '');
	const everywhere = seeds.length === 1 ? l10n.t('{0} in 1 seed', all) : l10n.t('{0} in {1} seeds', all, seeds.length);
	const workspace = complete ? [everywhere, dated].filter(Boolean).join(', ') : l10n.t('counting in the workspace…');
	return link(`$(references) ${local} · ${workspace}`, 'glossator.referencesToActor', id);
}

function seedsLine(id: string, { seeds }: Sightings): string {
	if (seeds.length < 2) return '';
	const named = seeds.slice(0, lastSeeds).map(({ file }: Sighting) => {
		const argument = { seed: file.uri.toString(), actor: id };
		return link(`$(file) ${baseName(file.uri)}`, 'glossator.actor.goToMention', argument);
	});
	return `${escapeMarkdown(l10n.t('Last in'))} ${named.join(' · ')}`;
}

function outsideLinks(card: Card): string[] {
	return card.links.map(
		({ label, url }) => `[$(link-external) ${escapeMarkdown(label)}](${Uri.parse(url, true).toString()})`,
	);
}
