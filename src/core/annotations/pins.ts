// Pins: which paragraphs a person linked, kept as the words the paragraphs begin with, found again like any annotation.
import type { Pin } from '../parallel/model';
import type { Span } from '../text/span';
import { anchorAll } from './anchor';
import type { Annotation, ParallelPin } from './model';

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

function asAnnotation(quote: string | undefined): Annotation {
	return {
		id: '',
		kind: 'pin',
		target: { quote: quote ?? '' },
		before: '',
		after: '',
		tags: [],
		links: [],
		replies: [],
	};
}
