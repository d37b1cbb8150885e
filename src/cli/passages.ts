// What a person says to make an annotation, on the command line or in a record, made into annotations in document order.
import { anchorAll } from '../core/annotations/anchor';
import { describe, trimmed } from '../core/annotations/create';
import { addAnnotation, newSidecarText } from '../core/annotations/edits';
import { isId, newId } from '../core/annotations/ids';
import type { Annotation, Sidecar } from '../core/annotations/model';
import { oneSentenceALine } from '../core/annotations/note';
import { readSidecar } from '../core/annotations/sidecar';
import type { TextEdit } from '../core/ports';
import type { Problem } from '../core/problems';
import { applyEdits } from '../core/text/edits';
import { fold } from '../core/text/fold';
import type { Span } from '../core/text/span';

/** What is annotated and how. Without a span: the whole seed. */
export interface Wish {
	readonly span: Span | undefined;
	readonly said: Pick<Annotation, 'kind'> & Partial<Omit<Annotation, 'id' | 'target' | 'before' | 'after' | 'replies'>>;
	/** Taken where it has the shape of an id and is free. */
	readonly id?: string;
}

export type Extension =
	| { readonly text: string; readonly ids: readonly string[]; readonly problem?: undefined }
	/** The sidecar must not be written. */
	| { readonly problem: Problem; readonly sidecar: Sidecar };

/** The sidecar's text with all the wishes in it, each before the first entry of a later passage. Ids are in the order of `wishes`. */
export function extendSidecar(before: string, seed: string, wishes: readonly Wish[], random: () => number): Extension {
	if (wishes.length === 0) return { text: before, ids: [] };
	const sidecar = opened(before);
	const taken = new Set([...sidecar.entries.map(({ annotation }) => annotation.id), ...sidecar.sections.keys()]);
	const annotations = wishes.map((wish) => annotationOf(wish, seed, taken, random));
	const places = placesOf(sidecar, seed);
	const order = wishes.map((_, i) => i).sort((a, b) => startOf(wishes[a]!) - startOf(wishes[b]!) || a - b);
	const edits: TextEdit[] = [];
	for (const i of order) {
		const { span } = wishes[i]!;
		const follower = span && places.find(({ start }) => start > span.start)?.id;
		const result = addAnnotation(sidecar, annotations[i]!, follower);
		if (!result.edits) return { problem: result.problem, sidecar };
		edits.push(...result.edits);
	}
	return { text: applyEdits(sidecar.text, edits), ids: annotations.map(({ id }) => id) };
}

/** A sidecar that says nothing yet gets its first lines. */
function opened(before: string): Sidecar {
	const sidecar = readSidecar(before);
	if (!sidecar.writable || sidecar.entries.length > 0 || sidecar.sections.size > 0) return sidecar;
	const above = before.trim() === '' ? '' : before.replace(/[^\n]$/, '$&\n');
	return readSidecar(above + newSidecarText());
}

const startOf = ({ span }: Wish) => span?.start ?? Number.POSITIVE_INFINITY;

/** Where the entries are, in sidecar order. */
function placesOf({ entries }: Sidecar, seed: string): { readonly id: string; readonly start: number }[] {
	const annotations = entries.map(({ annotation }) => annotation);
	return anchorAll(seed, annotations).flatMap(({ span }, i) =>
		span ? [{ id: annotations[i]!.id, start: span.start }] : [],
	);
}

function annotationOf({ span, said, id }: Wish, seed: string, taken: Set<string>, random: () => number): Annotation {
	const own = id !== undefined && isId(id) && !taken.has(id) ? id : newId(random, taken);
	taken.add(own);
	const passage = span ? describe(seed, span) : { target: { about: 'seed' } as const, before: '', after: '' };
	const note = said.note && oneSentenceALine(said.note);
	return { tags: [], links: [], replies: [], ...said, ...(note && { note }), id: own, ...passage };
}

/** A passage, or in one sentence why there is none. */
export type Passage =
	| { readonly span: Span; readonly note?: string }
	| { readonly span?: undefined; readonly why: string };

/** Where `quote` stands in the text for the `occurrence`th time (1-based); where nobody says which, the first, with a note. */
export function findQuote(text: string, quote: string, occurrence: number | undefined): Passage {
	const starts: number[] = [];
	for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) starts.push(at);
	const shown = `“${quote}”`;
	if (starts.length === 0)
		return { why: `${shown} does not stand in the text, letter for letter${nearly(text, quote)}` };
	const start = starts[(occurrence ?? 1) - 1];
	if (start === undefined) return { why: `${shown} stands there only ${starts.length} times` };
	const found = passageAt(text, { start, end: start + quote.length });
	if (!found.span || occurrence !== undefined || starts.length === 1) return found;
	return {
		...found,
		note: `${shown} stands there ${starts.length} times: taken is the first; --occurrence takes another`,
	};
}

/** Where the quote stands but for white space, quotation marks, dashes and the like; to go on with. */
function nearly(text: string, quote: string): string {
	const folded = fold(text);
	const words = fold(quote).text.trim();
	const at = folded.text.indexOf(words);
	if (words === '' || at < 0) return '';
	const { start, end } = folded.toOriginal({ start: at, end: at + words.length });
	return `; with other spaces, quotation marks or dashes it does: --start ${start} --end ${end}`;
}

/** The passage without the white space at its ends. */
export function passageAt(text: string, { start, end }: Span): Passage {
	if (end > text.length) return { why: `the text ends at ${text.length}` };
	if (start >= end) return { why: 'the passage is empty' };
	const span = trimmed(text, { start, end });
	return span ? { span } : { why: 'there is nothing but white space' };
}
