// Sentences of a paragraph, and words. Abbreviations and initials do not end a sentence.
import type { Span } from './span';

/** Every run is bounded: a line of dots or spaces costs no more than its length. */
const boundary = /[.!?…]{1,4}["»”’)]{0,3}\s{1,4}(?=["«“„‘(—–-]{0,3}\s?[\p{Lu}\d])/gu;
/** What stands before a full stop that ends no sentence: initials, one or two letters, titles, months. */
const abbreviation =
	/(?:^|[\s(«"“.])(?:\p{L}{1,2}|Mrs?|Dr|Gen|Gov|Sen|Rep|St|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|тыс|млн|млрд|руб|долл|янв|фев|апр|авг|сен|окт|ноя|дек|обл|им|гг|проц)\.$/u;

/** The text cut after its sentences, with the white space after each; put together they are the text. At least one. */
export function sentencesOf(text: string): string[] {
	const sentences: string[] = [];
	let start = 0;
	for (const match of text.matchAll(boundary)) {
		const end = match.index + match[0].length;
		if (match[0].startsWith('.') && abbreviation.test(text.slice(Math.max(start, match.index - 8), match.index + 1)))
			continue;
		sentences.push(text.slice(start, end));
		start = end;
	}
	if (start < text.length || !sentences.length) sentences.push(text.slice(start));
	return sentences;
}

/** Letters and digits, with the hyphens and apostrophes within. */
const word = /[\p{L}\p{M}\p{N}]+(?:['’‘ʼʻ‑-][\p{L}\p{M}\p{N}]+)*/gu;

/** How far around a place units are looked for, in UTF-16 units: a line may be a megabyte long. */
const reach = 8000;

export type TextUnit = 'word' | 'sentence';

/** The words or sentences near a place, in text order, without the white space around them. A sentence ends with its line. */
export function unitsNear(text: string, offset: number, unit: TextUnit): Span[] {
	const from = Math.max(0, offset - reach);
	const near = text.slice(from, offset + reach);
	if (unit === 'word') return [...near.matchAll(word)].map(({ index, 0: { length } }) => at(from + index, length));
	const found: Span[] = [];
	for (const { index, 0: line } of near.matchAll(/[^\r\n\u2028\u2029]+/g)) {
		let start = from + index;
		for (const sentence of sentencesOf(line)) {
			const bare = sentence.trim();
			if (bare) found.push(at(start + sentence.indexOf(bare), bare.length));
			start += sentence.length;
		}
	}
	return found;
}

function at(start: number, length: number): Span {
	return { start, end: start + length };
}
