// What a seed is made of. Offsets are into the text as given (BOM not counted, line ends as they are).
import type { Problem } from '../problems';
import type { Span } from '../text/span';

/** ISO 639-1; 'unknown' where none of the nine is recognised: everything that needs no language still works there. */
export const languages = ['ru', 'en', 'az', 'uz', 'kk', 'ky', 'tg', 'tk', 'tr'] as const;
export type KnownLanguage = (typeof languages)[number];
export type Language = KnownLanguage | 'unknown';

/** heading: title, section word, standfirst line · byline · caption: photo caption or credit · body · furniture: links, view counts, related headings, agency boilerplate. */
export const roles = ['heading', 'byline', 'caption', 'body', 'furniture'] as const;
export type Role = (typeof roles)[number];

/** Never empty, without the white space around it; paragraphs do not overlap and are in text order. The first begins after the header's date. */
export interface Paragraph extends Span {
	readonly role: Role;
	/** 'unknown' also where the paragraph is too short to tell and the document does not help. */
	readonly language: Language;
}

/** `date YYYY-MM-DD` at the top. */
export interface Header extends Span {
	/** The date as written, where it stands. */
	readonly dateSpan: Span;
	/** ISO date, or undefined where the calendar has no such day (a problem says so). */
	readonly date: string | undefined;
}

/** A piece of text with its place. */
export interface Located extends Span {
	readonly text: string;
}

/** The span includes the quotation marks. A quotation inside another lies within its span. */
export interface Quotation extends Span {
	/** The speaker as the text names them, where it does. */
	readonly speaker: Located | undefined;
}

/** A text whose first non-empty line is a header, with all that is read off its shape. */
export interface Seed {
	readonly header: Header;
	/** The place alone, as written: `БАКУ` of `БАКУ /Trend/ –`, `BAKU, Azerbaijan` of `BAKU, Azerbaijan, February 18.` */
	readonly dateline: Located | undefined;
	/** The agency of the dateline, of the closing credit, or of the lead's `Trend reports`: the first there is, as written. */
	readonly agency: Located | undefined;
	/** The author's name, as written, without `Автор:`. */
	readonly byline: Located | undefined;
	readonly paragraphs: readonly Paragraph[];
	readonly quotations: readonly Quotation[];
	/** The vote of the paragraphs, by length. */
	readonly language: Language;
	readonly problems: readonly Problem[];
}
