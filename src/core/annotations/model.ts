// Annotations as a sidecar tells them. The file format is in the README; keys keep the order given here.
import type { Undecided } from '../merge/undecided';
import type { Problem } from '../problems';
import type { Span } from '../text/span';
import type { KeyPlace } from '../yaml/pieces';

export const sidecarFormat = 'glossator/annotations@1';
export const sidecarSuffix = '.ann.yaml';

/** The passage meant, by its words. Never by offsets: editing a seed changes no sidecar. */
export type Target =
	| { readonly quote: string }
	/** A long passage, or one across paragraphs: how it begins and ends, and how many UTF-16 units it had. */
	| { readonly from: string; readonly to: string; readonly length: number }
	| { readonly about: 'seed' };

export interface Reply {
	readonly id: string;
	readonly author?: string;
	/** ISO date. */
	readonly date?: string;
	readonly text: string;
}

export interface Annotation {
	/** 8 of `0-9a-z` without `i l o u`, the first a letter. */
	readonly id: string;
	readonly kind: string;
	readonly target: Target;
	/** The text just before and after the passage when it was marked; empty at the ends of the text. */
	readonly before: string;
	readonly after: string;
	readonly actor?: string;
	readonly tags: readonly string[];
	/** `file#id` of the twin in another language. */
	readonly sameAs?: string;
	readonly links: readonly string[];
	readonly note?: string;
	/** `resolved`, or what the team uses; absent: open. */
	readonly status?: string;
	readonly author?: string;
	readonly date?: string;
	/** First 8 hex digits of the git blob id of the seed when made or last confirmed. */
	readonly seen?: string;
	readonly replies: readonly Reply[];
}

/** An entry with its places in the sidecar's text. */
export interface SidecarEntry {
	readonly annotation: Annotation;
	readonly idSpan: Span;
	/** From the id to the end of the last line, line end not counted. */
	readonly span: Span;
	/** Where each value stands, by key; for diagnostics, completion and rename. */
	readonly fields: ReadonlyMap<string, Span>;
}

/** One pin as kept: quotes that begin the two paragraphs. A missing side: "no counterpart here". */
export interface ParallelPin {
	readonly here?: string;
	readonly there?: string;
	readonly span: Span;
}

/** A declared counterpart, with its pins. */
export interface ParallelDeclaration {
	/** Relative path of the other seed. */
	readonly file: string;
	readonly fileSpan: Span;
	readonly pins: readonly ParallelPin[];
}

/** A paragraph's role as a person overruled it; `quote` begins the paragraph. */
export interface RoleOverride {
	readonly quote: string;
	readonly role: string;
	readonly span: Span;
}

/** What a person said of one mention. At least one of `actor` and `not` is there. */
export interface MentionOverride {
	readonly quote: string;
	/** The text just before and after, as an annotation's. */
	readonly before: string;
	readonly after: string;
	/** The id of the actor who is meant. */
	readonly actor?: string;
	/** The id of an actor who is not meant. */
	readonly not?: string;
}

/** Whether two say the same of the same passage. */
export function isSameOverride(a: MentionOverride, b: MentionOverride): boolean {
	return (['quote', 'before', 'after', 'actor', 'not'] as const).every((key) => a[key] === b[key]);
}

/** One as kept, with its places in the sidecar's text. */
export interface MentionOverrideEntry extends MentionOverride {
	readonly span: Span;
	/** Where the ids stand, quotation marks included. */
	readonly ids: readonly { readonly id: string; readonly span: Span }[];
}

/** What a sidecar says. Entries that were not understood are problems; the others stay usable. */
export interface Sidecar {
	readonly text: string;
	/** All top-level keys, `format` included, in file order; empty where they do not each begin a line. */
	readonly keys: readonly KeyPlace[];
	readonly entries: readonly SidecarEntry[];
	readonly parallel: readonly ParallelDeclaration[];
	readonly roles: readonly RoleOverride[];
	readonly mentions: readonly MentionOverrideEntry[];
	/** Where the top-level keys stand that are no annotations (`format`, `parallel`, …), to the end of the last line. */
	readonly sections: ReadonlyMap<string, Span>;
	/** What a merge left for a person to decide, each with a problem at its place. */
	readonly undecided: readonly Undecided[];
	readonly problems: readonly Problem[];
	/** False where the file must not be written: not understood, a newer format, conflict markers, duplicate ids. */
	readonly writable: boolean;
}

/** Where an annotation is in a text now. */
export type AnchorState = 'placed' | 'confirm' | 'orphan';

/** A place where an annotation may belong. */
export interface Candidate extends Span {
	/** 0 to 1. */
	readonly score: number;
}

export interface Anchoring {
	readonly state: AnchorState;
	/** Where; undefined for an orphan and for an annotation about the whole seed. */
	readonly span: Span | undefined;
	/** 0 to 1; 1 for an exact hit with its context. */
	readonly score: number;
	/** Best first; for 'confirm' and 'orphan'. */
	readonly candidates: readonly Candidate[];
}
