// The peer for anchoring: a quote is looked for as Hypothesis's client does, written anew from its published description.
// Exact hits if there are any, else approximate ones; the score weighs quote 50, context 20 and 20, position 2.
import search from 'approx-string-match';
import type { Span } from '../../src/core/text/span';

/** The place with the best score, however low; undefined only where nothing is like the quote at all. */
export function matchQuote(
	text: string,
	quote: string,
	{ before, after, hint }: { before: string; after: string; hint: number },
): Span | undefined {
	let best: { span: Span; score: number } | undefined;
	for (const { start, end, errors } of hits(text, quote, Math.min(256, quote.length / 2))) {
		const quoteScore = 1 - errors / quote.length;
		const beforeScore = before ? alike(text.slice(Math.max(0, start - before.length), start), before) : 1;
		const afterScore = after ? alike(text.slice(end, end + after.length), after) : 1;
		const placeScore = 1 - Math.abs(start - hint) / text.length;
		const score = (50 * quoteScore + 20 * beforeScore + 20 * afterScore + 2 * placeScore) / 92;
		if (!best || score > best.score) best = { span: { start, end }, score };
	}
	return best?.span;
}

function hits(text: string, pattern: string, maxErrors: number) {
	const exact = [];
	for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1))
		exact.push({ start: at, end: at + pattern.length, errors: 0 });
	return exact.length > 0 ? exact : search(text, pattern, maxErrors);
}

function alike(text: string, pattern: string): number {
	if (text.length === 0) return 0;
	const [first] = hits(text, pattern, pattern.length);
	return first ? 1 - first.errors / pattern.length : 0;
}
