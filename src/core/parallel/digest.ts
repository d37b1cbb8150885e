// What a document is about, as numbers that agree across languages and scripts: enough to find its counterpart.
import type { Language } from '../seed/model';
import type { Lexicon } from './lexicon';
import { segment } from './segments';
import { soundKey } from './skeleton';
import { readVocabulary, soundOf, type Term } from './vocabulary';

/** What an index is told of a document. */
export interface Document {
	/** ISO date; undefined where the document has none. */
	readonly date: string | undefined;
	readonly language: Language;
	/** The whole text, or its paragraphs. */
	readonly text: string | readonly string[];
}

/** What an index keeps of a document, and a cache may. Valid for the lexicon it was made with, and `digestVersion`. */
export interface Digest {
	readonly date?: string;
	readonly language: Language;
	/**
	 * Each word or number as hashes of what it means, how it is spelled and how it sounds; ones that tell nothing are left
	 * out. All keys of the first term, then of the second …
	 */
	readonly keys: Uint32Array;
	/** How many keys each term has. */
	readonly counts: Uint8Array;
	/** The first paragraphs, for a closer look. */
	readonly opening: readonly string[];
}

/** Raised when the same text gives another digest than before. */
export const digestVersion = 1;

/** FNV-1a over UTF-16 units, 32 bits. */
function hash(text: string): number {
	let value = 0x811c9dc5;
	for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
	return value >>> 0;
}

const isCyrillic = (text: string) => /[\u0400-\u04ff]/.test(text);

/** What a key stands for; its two lowest bits. */
const keyKinds = ['number', 'meaning', 'sound'] as const;
const keyOf = (kind: (typeof keyKinds)[number], text: string) =>
	((hash(`${kind} ${text}`) >>> 2) * 4 + keyKinds.indexOf(kind)) >>> 0;

function keysOf(term: Term, language: Language): number[] {
	if (term.number) return term.text.length > 1 ? [keyOf('number', term.text)] : [];
	const keys = new Set(term.concepts.map((concept) => keyOf('meaning', concept)));
	if (!isCyrillic(term.text)) keys.add(keyOf('meaning', term.stem));
	const sound = soundOf(term, language);
	if (term.name || sound.consonants > 3) keys.add(keyOf('sound', soundKey(sound)));
	keys.delete(keyOf('sound', ''));
	// a count is kept in a byte
	return [...keys].slice(0, 255);
}

/** Paragraphs looked at: more tell nothing new. */
const mostParagraphs = 200;

/** How much text is kept for a closer look, in UTF-16 units. */
const openingLength = 2000;

function openingOf(paragraphs: readonly string[]): string[] {
	const opening: string[] = [];
	let left = openingLength;
	for (const paragraph of paragraphs) {
		if (left <= 0) break;
		opening.push(paragraph.slice(0, left));
		left -= paragraph.length;
	}
	return opening;
}

/** The text, cut free from the longer one it is part of, which would be kept in memory with it. */
const detached = (text: string) => JSON.parse(JSON.stringify(text)) as string;

/** Reads a document. */
export function digest(document: Document, lexicon: Lexicon): Digest {
	const paragraphs = typeof document.text === 'string' ? [document.text] : document.text.slice(0, mostParagraphs);
	const { terms } = readVocabulary(segment(paragraphs, true), paragraphs.length, document.language, lexicon);
	const keys = terms.map((term) => keysOf(term, document.language)).filter((own) => own.length > 0);
	return {
		...(document.date !== undefined && { date: document.date }),
		language: document.language,
		keys: Uint32Array.from(keys.flat()),
		counts: Uint8Array.from(keys, (own) => own.length),
		opening: openingOf(paragraphs).map(detached),
	};
}
