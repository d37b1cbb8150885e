// What a hover shows about an actor, as plain data: who they are, and who they were on the day of the text.
import type { KnownLanguage } from '../seed/model';
import type { Actor, ActorRole, ActorType, ByLanguage, Catalogue } from './model';
import { rolesOn } from './roles';

export interface CardOptions {
	/** The seed's ISO date; undefined: unknown, and today counts. */
	readonly date: string | undefined;
	/** Today's ISO date. */
	readonly today: string;
	/** The language whose names come first; undefined: English. */
	readonly language?: KnownLanguage;
}

/** A role with the name of its organisation or state, where the catalogue has it. */
export interface CardRole {
	readonly title: ByLanguage<string>;
	/** In the title's or the card's language. */
	readonly text: string;
	readonly of: { readonly id: string; readonly name: string } | undefined;
	readonly from: string | undefined;
	readonly until: string | undefined;
}

export interface Card {
	readonly id: string;
	readonly name: string;
	readonly type: ActorType;
	/** The preferred names of the other languages, without those that read the same as one before. */
	readonly otherNames: readonly { readonly language: KnownLanguage; readonly name: string }[];
	/** Held on the seed's date. */
	readonly roles: readonly CardRole[];
	/** Held today; undefined where they are the same. */
	readonly rolesToday: readonly CardRole[] | undefined;
	/** Only http and https addresses. */
	readonly links: readonly { readonly label: string; readonly url: string }[];
	readonly note: string | undefined;
}

/** The card of an actor for a text of `date`. */
export function makeCard(actor: Actor, catalogue: Catalogue, { date, today, language = 'en' }: CardOptions): Card {
	const name = preferredName(actor, language);
	const then = rolesOn(actor.roles, date ?? today);
	const now = rolesOn(actor.roles, today);
	const same = then.length === now.length && then.every((role, i) => role === now[i]);
	const show = (role: ActorRole) => cardRole(role, catalogue, language);
	return {
		id: actor.id,
		name,
		type: actor.type,
		otherNames: otherNames(actor, name),
		roles: then.map(show),
		rolesToday: same ? undefined : now.map(show),
		links: links(actor),
		note: actor.note,
	};
}

/** The first name in a language, else in English, Russian or any other; the id where there is none. */
function preferredName({ id, names }: Actor, language: KnownLanguage): string {
	const list = names[language] ?? names.en ?? names.ru ?? Object.values(names)[0];
	return list?.[0] ?? id;
}

function otherNames(actor: Actor, shown: string): Card['otherNames'] {
	const seen = new Set([shown]);
	const found: { language: KnownLanguage; name: string }[] = [];
	for (const [language, [name] = []] of Object.entries(actor.names)) {
		if (name === undefined || seen.has(name)) continue;
		seen.add(name);
		found.push({ language: language as KnownLanguage, name });
	}
	return found;
}

function cardRole({ title, of, from, until }: ActorRole, { actors }: Catalogue, language: KnownLanguage): CardRole {
	const text = title[language] ?? title.en ?? title.ru ?? Object.values(title)[0] ?? '';
	const at = of === undefined ? undefined : actors.get(of);
	const place = of === undefined ? undefined : { id: of, name: at ? preferredName(at, language) : of };
	return { title, text, of: place, from, until };
}

function links({ links = {} }: Actor): Card['links'] {
	return Object.entries(links).flatMap(([label, target]) => {
		const url = label === 'wikidata' && /^Q\d+$/.test(target) ? `https://www.wikidata.org/wiki/${target}` : target;
		return /^https?:\/\//i.test(url) ? [{ label, url }] : [];
	});
}
