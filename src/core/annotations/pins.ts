// What people said of paragraphs, links and roles: kept as the words a paragraph begins with, found again like any annotation.
import type { Pin } from '../parallel/model';
import { type Paragraph, roles } from '../seed/model';
import { countWhile } from '../sorted';
import { fold } from '../text/fold';
import { ApproximatePattern } from '../text/search';
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

/**
 * The index of the paragraph each quote begins; undefined where there is no quote, no such paragraph, or more than one: of
 * those, the one that is the quote and no more is meant.
 */
export function paragraphsOf(quotes: readonly (string | undefined)[], pinned: PinnedText): (number | undefined)[] {
	const openings = new Openings(pinned, Math.max(0, ...quotes.map((quote) => quote?.length ?? 0)));
	const exact = quotes.map((quote) => (quote ? openings.begunBy(quote) : undefined));
	const found = exact.map((index) => (index === 'several' ? undefined : index));
	const lost = quotes.flatMap((quote, i) => (quote && exact[i] === undefined ? [{ quote, i }] : []));
	lost.length = Math.min(lost.length, mostLost, Math.ceil(mostCompared / Math.max(1, pinned.paragraphs.length)));
	const anchorings = anchorAll(
		pinned.text,
		lost.map(({ quote }) => ({ target: { quote }, before: '', after: '' })),
	);
	for (const [at, { quote, i }] of lost.entries()) {
		const { state, span } = anchorings[at]!;
		const holder = ({ start, end }: Span) => span && start <= span.start && span.start < end;
		const placed = state === 'placed' ? pinned.paragraphs.findIndex(holder) : -1;
		found[i] = placed >= 0 ? placed : mostLike(quote, pinned);
	}
	return found;
}

/** Of the quotes that begin no paragraph, so many are looked for in the text, and so many openings are compared with them. */
const mostLost = 64;
const mostCompared = 50_000;

/** How paragraphs begin, in order, so that one is found by its words however many there are. */
class Openings {
	readonly #sorted: readonly { readonly words: string; readonly index: number }[];

	/** `longest`: the length of the longest quote that will be asked for. */
	constructor({ text, paragraphs }: PinnedText, longest: number) {
		const opening = ({ start, end }: Span) => text.slice(start, Math.min(end, start + longest + 1));
		this.#sorted = paragraphs
			.map((paragraph, index) => ({ words: opening(paragraph), index }))
			.sort((a, b) => (a.words < b.words ? -1 : a.words > b.words ? 1 : a.index - b.index));
	}

	/** The paragraph that begins with the quote; of several, the only one that is the quote and no more. */
	begunBy(quote: string): number | 'several' | undefined {
		const at = countWhile(this.#sorted, ({ words }) => words < quote);
		const [first, second] = [this.#sorted[at], this.#sorted[at + 1]];
		if (!first?.words.startsWith(quote)) return undefined;
		if (!second?.words.startsWith(quote)) return first.index;
		return first.words === quote && second.words !== quote ? first.index : 'several';
	}
}

/**
 * Of a quote, at most this share may have changed for a paragraph to be known by it, and the next paragraph must be so much
 * farther from it. Chosen by hand: two unrelated openings differ in 0.6 and more.
 */
const mostChanged = 0.35;
const leastLead = 0.2;

/** The paragraph whose beginning is like the quote as no other one's is. */
function mostLike(quote: string, { text, paragraphs }: PinnedText): number | undefined {
	const pattern = new ApproximatePattern(fold(quote).text);
	const reach = Math.ceil(quote.length * (1 + mostChanged));
	const changed = paragraphs.map(({ start, end }, i) => {
		const { text: opening } = fold(text.slice(start, Math.min(end, start + reach)));
		const match = pattern.best(opening, { start: 0, end: opening.length }, pattern.length, 0);
		return { i, share: match ? (match.errors + match.start) / pattern.length : 1 };
	});
	const [best, next] = changed.sort((a, b) => a.share - b.share);
	return best && best.share <= mostChanged && (next?.share ?? 1) - best.share >= leastLead ? best.i : undefined;
}

/** Least length of a quote that tells a paragraph: long enough to be found again when some of it has changed. */
const quoteLength = 40;

/**
 * How a paragraph begins, to the end of a word: as much as no other paragraph begins with. Undefined where another one is
 * just the same, so that words cannot tell the two apart.
 */
export function beginningOf(pinned: PinnedText, index: number): string | undefined {
	const { start, end } = pinned.paragraphs[index]!;
	const whole = pinned.text.slice(start, end);
	const openings = new Openings(pinned, whole.length);
	for (let length = quoteLength; ; length *= 2) {
		const quote = new RegExp(`^[^]{${length},${length + 20}}?(?=\\s|$)|^[^]{${length}}`, 'u').exec(whole)?.[0] ?? whole;
		if (openings.begunBy(quote) === index) return quote;
		if (quote === whole) return undefined;
	}
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
