// Actors: who and what a text can mention, as a catalogue tells it.
import type { Problem } from '../problems';
import type { KnownLanguage } from '../seed/model';
import type { Span } from '../text/span';
import type { KeyPlace } from '../yaml/pieces';

export const actorTypes = ['person', 'organisation', 'state', 'place', 'format', 'event', 'media'] as const;
export type ActorType = (typeof actorTypes)[number];

/** Text by language; a language that is not known is absent. */
export type ByLanguage<T> = Readonly<Partial<Record<KnownLanguage, T>>>;

/** A year (`2020`), month (`2020-06`) or day (`2020-06-01`), as written. */
export type PartialDate = string;

export interface ActorRole {
	readonly title: ByLanguage<string>;
	/** The id of the organisation or state. */
	readonly of?: string;
	/** Inclusive; undefined: since ever. */
	readonly from?: PartialDate;
	/** Inclusive; undefined: still. */
	readonly until?: PartialDate;
}

/** One entry. Names are base forms; inflected and shortened forms are the matcher's work. */
export interface Actor {
	readonly id: string;
	readonly type: ActorType;
	/** The first name of each language is the preferred one. */
	readonly names: ByLanguage<readonly string[]>;
	readonly adjectives?: ByLanguage<readonly string[]>;
	readonly roles?: readonly ActorRole[];
	/** By kind: `wikidata: Q…`, `web: https://…`. */
	readonly links?: Readonly<Record<string, string>>;
	readonly note?: string;
	/** Match case and form exactly as written. */
	readonly exact?: boolean;
	/** The name does not inflect. */
	readonly invariable?: boolean;
	readonly gender?: 'm' | 'f';
	/** Of two homonyms the higher comes first; 0 where not said. */
	readonly prefer?: number;
}

/** What one catalogue file says, before merging. A field that was not understood is left out and has a problem. */
export interface CatalogueFile {
	readonly text: string;
	/** In file order. Only `id` is sure: an override may name just the fields it changes. */
	readonly entries: readonly CatalogueEntry[];
	readonly problems: readonly Problem[];
	/** False where the file must not be written: not understood, a newer format, conflict markers, duplicate ids. */
	readonly writable: boolean;
	/** Whether not even the format is said yet. */
	readonly isBlank: boolean;
	/** All top-level keys of the file, what is no entry included; empty where they do not each begin a line. */
	readonly keys: readonly KeyPlace[];
}

export interface CatalogueEntry {
	readonly id: string;
	/** Where the key stands in the file. */
	readonly idSpan: Span;
	/** The whole entry. */
	readonly span: Span;
	readonly fields: Partial<Omit<Actor, 'id'>>;
	/** Each name with its place, in file order. */
	readonly names: readonly NamePlace[];
	/** Each id of another actor with its place. */
	readonly references: readonly ReferencePlace[];
}

export interface NamePlace {
	readonly language: KnownLanguage;
	readonly name: string;
	/** Quotation marks included. */
	readonly span: Span;
}

export interface ReferencePlace {
	readonly id: string;
	readonly span: Span;
}

/** Merged over all files, last wins field by field. */
export interface Catalogue {
	readonly actors: ReadonlyMap<string, Actor>;
}

/** How a mention's form relates to the catalogue's name. */
export type MentionHow = 'full' | 'inflected' | 'alias' | 'initials' | 'surname' | 'adjective' | 'acronym';

/** A place where a text names an actor. */
export interface Mention extends Span {
	/** The actor's id; of an ambiguous mention, the likeliest. */
	readonly actor: string;
	readonly how: MentionHow;
	/** The catalogue's name that matched. */
	readonly name: string;
	/** Ids, likeliest first, where the text does not decide between homonyms; absent where it does. */
	readonly candidates?: readonly string[];
	/** Inside a longer mention (Узбекистан in an institute's name): kept for references, not shown on its own. */
	readonly nested?: boolean;
	/** A person said so in the sidecar. */
	readonly declared?: boolean;
}
