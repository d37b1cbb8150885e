// Annotations asked for in a record on standard input. Null is the same as absent.
import type { Annotation } from '../core/annotations/model';
import { findQuote, type Passage, passageAt, type Wish } from './passages';
import type { JsonObject } from './records';

const textKeys = ['actor', 'note', 'status', 'author', 'date'] as const;
const listKeys = ['tags', 'links'] as const;

/** What a record's annotation says, or in one sentence what is wrong with it. */
export function readWish(value: unknown, text: string, defaults: Pick<Annotation, 'seen' | 'date'>): Wish | string {
	const given = presentIn(value);
	const { kind, id, 'same-as': sameAs } = given;
	if (typeof kind !== 'string' || kind.trim() === '') return 'it has no “kind”';
	const passage = readPassage(given, text);
	if (passage !== 'seed' && !passage.span) return passage.why;
	const noText = [...textKeys, 'same-as', 'id'].find((key) => key in given && !isText(given[key]));
	if (noText) return `“${noText}” is not a text`;
	const noList = listKeys.find((key) => key in given && !isListOfTexts(given[key]));
	if (noList) return `“${noList}” is not a list of texts`;
	const said = Object.fromEntries([...textKeys, ...listKeys].flatMap((key) => (given[key] ? [[key, given[key]]] : [])));
	return {
		span: passage === 'seed' ? undefined : passage.span,
		said: { kind: kind.trim(), ...defaults, ...said, ...(isText(sameAs) && { sameAs }) },
		...(isText(id) && { id }),
	};
}

function presentIn(value: unknown): JsonObject {
	const isObject = typeof value === 'object' && value !== null;
	return Object.fromEntries(Object.entries(isObject ? value : {}).filter(([, one]) => one !== null));
}

function readPassage({ start, end, quote, occurrence, about }: JsonObject, text: string): Passage | 'seed' {
	if (isCount(start, 0) && isCount(end, 0)) return passageAt(text, { start, end });
	if (isText(quote) && quote.trim() !== '' && (occurrence === undefined || isCount(occurrence, 1)))
		return findQuote(text, quote, occurrence);
	return about === 'seed' ? 'seed' : { why: 'it has neither “start” and “end” nor “quote”' };
}

function isText(value: unknown): value is string {
	return typeof value === 'string';
}

function isListOfTexts(value: unknown): value is string[] {
	return Array.isArray(value) && value.every(isText);
}

function isCount(value: unknown, least: number): value is number {
	return Number.isSafeInteger(value) && (value as number) >= least;
}
