// Quotations: who is quoted, and where.
import type { Span } from '../text/span';
import type { Quotation } from './model';

/** The quotations of the paragraphs, in text order. */
export function findQuotations(text: string, paragraphs: readonly Span[]): Quotation[] {
	return paragraphs.flatMap(({ start, end }) =>
		[...text.slice(start, end).matchAll(/«[^»]*»|“[^”]*”|"[^"]*"/g)].map((match) => ({
			start: start + match.index,
			end: start + match.index + match[0].length,
			speaker: undefined,
		})),
	);
}
