// What people said of paragraphs, links and roles: kept as the words a paragraph begins with, found again like any annotation.
import type { Pin } from '../parallel/model';
import { type Paragraph, roles } from '../seed/model';
import type { Span } from '../text/span';
import { type Anchored, anchorAll } from './anchor';
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
function paragraphsOf(
	quotes: readonly (string | undefined)[],
	{ text, paragraphs }: PinnedText,
): (number | undefined)[] {
	const anchorings = anchorAll(text, quotes.map(asAnnotation));
	return quotes.map((quote, i) => {
		if (!quote) return undefined;
		const exact = paragraphs.findIndex(({ start }) => text.startsWith(quote, start));
		if (exact >= 0) return exact;
		const span = anchorings[i]?.state === 'placed' ? anchorings[i]?.span : undefined;
		const found = span ? paragraphs.findIndex(({ start, end }) => start <= span.start && span.start < end) : -1;
		return found < 0 ? undefined : found;
	});
}

function asAnnotation(quote: string | undefined): Anchored {
	return { target: { quote: quote ?? '' }, before: '', after: '' };
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
