// Choosing one of the actors that are known, by any of their names in any language.
import { l10n } from 'vscode';
import type { Actor, Catalogue } from '../../../core/actors/model';
import { searchActors } from '../../../core/actors/search';
import { typeIcons } from '../../actor-types';
import { usersLanguage } from '../../languages';
import { type Answered, type Choice, choose, type Place } from '../../services/steps';

export interface ActorQuestion {
	readonly title: string;
	/** Whom nothing typed yet looks for: the name in the text. */
	readonly query: string;
	/** Ids that come first. */
	readonly first?: readonly string[];
}

const mostShown = 100;

/** A question for `inSteps`. */
export function pickActor(
	catalogue: Catalogue,
	{ title, query, first = [] }: ActorQuestion,
	keep: (id: string) => void,
): (place: Place) => Promise<Answered> {
	const items = (typed: string): Choice<string>[] => {
		const likely = first.flatMap((id) => catalogue.actors.get(id) ?? []);
		const alike = searchActors(catalogue, typed || query, mostShown).map(({ actor }) => actor);
		const others = typed || alike.length ? [] : searchActors(catalogue, '', mostShown).map(({ actor }) => actor);
		const actors = new Set(typed ? alike : [...likely, ...alike, ...others]);
		return [...actors].map((actor) => ({
			label: `${typeIcons[actor.type]} ${preferred(actor)}`,
			description: [actor.id, ...otherNames(actor)].join(' · '),
			value: actor.id,
		}));
	};
	const placeholder = l10n.t('Type a name in any language');
	return (place) => choose({ title, placeholder, items, live: true, keep }, place);
}

export function nameOf({ actors }: Catalogue, id: string): string {
	const actor = actors.get(id);
	return actor ? preferred(actor) : id;
}

function preferred({ id, names }: Actor): string {
	return (names[usersLanguage()] ?? names.en ?? names.ru ?? Object.values(names)[0])?.[0] ?? id;
}

function otherNames(actor: Actor): string[] {
	const names = Object.values(actor.names).flatMap((list) => list.slice(0, 1));
	return [...new Set(names)].filter((name) => name !== preferred(actor)).slice(0, 2);
}
