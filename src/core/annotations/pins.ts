// What people said of paragraphs, links and roles: kept as the words a paragraph begins with, found again like any annotation.
import type { Pin } from '../parallel/model';
import { type Paragraph, roles } from '../seed/model';
import type { Span } from '../text/span';
import { anchorAll } from './anchor';
import type { ParallelPin, RoleOverride } from './model';

export interface PinnedText {
	readonly text: string;
	readonly paragraphs: readonly Span[];
}

/** The pins whose paragraphs are found, as indexes. A pin with a side that is lost says nothing until a person mends it. */
export function anchorPins(pins: readonly ParallelPin[], here: PinnedText, there: PinnedText): Pin[] {
	const sources = paragraphsOf(
		pins.map((pin) => pin.here),
		here,
	);
	const targets = paragraphsOf(
		pins.map((pin) => pin.there),
		there,
	);
	return pins.flatMap((pin, i) => {
		const [source, target] = [sources[i], targets[i]];
		const lost = (pin.here !== undefined && source === undefined) || (pin.there !== undefined && target === undefined);
		return lost || (source === undefined && target === undefined) ? [] : [{ source, target }];
	});
}

/** The index of the paragraph each quote begins; undefined where there is no quote or no such paragraph. */
export function paragraphsOf(
	quotes: readonly (string | undefined)[],
	{ text, paragraphs }: PinnedText,
): (number | undefined)[] {
	const found = quotes.map((quote) => {
		const exact = quote ? paragraphs.findIndex(({ start }) => text.startsWith(quote, start)) : -1;
		return exact < 0 ? undefined : exact;
	});
	const lost = quotes.flatMap((quote, i) => (quote && found[i] === undefined ? [{ quote, i }] : []));
	const anchorings = anchorAll(
		text,
		lost.map(({ quote }) => ({ target: { quote }, before: '', after: '' })),
	);
	for (const [at, { i }] of lost.entries()) {
		const { state, span } = anchorings[at]!;
		if (state !== 'placed' || !span) continue;
		const holder = paragraphs.findIndex(({ start, end }) => start <= span.start && span.start < end);
		if (holder >= 0) found[i] = holder;
	}
	return found;
}

/** The paragraphs with the roles that a person gave them; an overrule whose paragraph is gone, or whose role is none, says nothing. */
export function overruleRoles(
	{ text, paragraphs }: SeedParagraphs,
	overrides: readonly RoleOverride[],
): readonly Paragraph[] {
	if (!overrides.length) return paragraphs;
	const places = paragraphsOf(
		overrides.map(({ quote }) => quote),
		{ text, paragraphs },
	);
	const given = new Map(overrides.map(({ role }, i) => [places[i], roles.find((known) => known === role)]));
	return paragraphs.map((paragraph, i) => ({ ...paragraph, role: given.get(i) ?? paragraph.role }));
}

interface SeedParagraphs {
	readonly text: string;
	readonly paragraphs: readonly Paragraph[];
}
