// Alignment of two texts' paragraphs: who says the same as whom.
import type { Language, Role } from '../seed/model';

/** One text, as the aligner sees it. */
export interface Side {
	readonly language: Language;
	/** Paragraph texts, in order, white space around them removed. */
	readonly paragraphs: readonly string[];
	/** One per paragraph, where known; the aligner works them out from the texts where absent. */
	readonly roles?: readonly Role[];
}

/** Source paragraphs that say the same as target paragraphs. Indexes are 0-based, ascending; neither list is empty. */
export interface Link {
	readonly source: readonly number[];
	readonly target: readonly number[];
	/** 0 to 1: how sure. 1 for a pin. */
	readonly score: number;
}

/** What a person said about one paragraph; a hard constraint. `undefined` on one side: it has no partner. */
export interface Pin {
	readonly source: number | undefined;
	readonly target: number | undefined;
}

/** Where the cursor goes: a guess where there is no link. -1 only where the other side has no paragraphs. */
export type Jump = readonly number[];

/** A paragraph of the other side that may say the same, and how sure that is, 0 to 1. */
export interface Candidate {
	readonly paragraph: number;
	readonly score: number;
}

/** Where a paragraph's partner may be, linked or not. */
export interface Whereabouts {
	/** At most three, what the jump goes to first, then by score; empty where nothing speaks for any. */
	readonly candidates: readonly Candidate[];
	/** The other side's paragraphs that it would stand between, going by its neighbours' links. Undefined for a linked paragraph. */
	readonly between: Gap | undefined;
}

/** A gap in a text: after one paragraph and before another, not always the next. Undefined: the text's end, or no link to go by. */
export interface Gap {
	readonly after: number | undefined;
	readonly before: number | undefined;
}

export interface Alignment {
	/** What it is sure of, by first source paragraph. */
	readonly links: readonly Link[];
	/** One per source paragraph. */
	readonly jump: Jump;
	/** One per target paragraph. */
	readonly jumpBack: Jump;
	/** One per source paragraph: the runners-up, and where a paragraph without a link belongs. */
	readonly whereabouts: readonly Whereabouts[];
	/** One per target paragraph. */
	readonly whereaboutsBack: readonly Whereabouts[];
}
