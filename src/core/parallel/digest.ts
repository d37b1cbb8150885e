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
	readonly text: string | readonly string[];
}

/** What an index keeps of a document: plain JSON, for a cache. Valid for the lexicon it was made with. */
export interface Digest {
	readonly date?: string;
	readonly language: Language;
	/** Hashes of numbers, meanings and sounds, ascending, each once. */
	readonly keys: readonly number[];
}

/** FNV-1a over UTF-16 units, 32 bits. */
function hash(text: string): number {
	let value = 0x811c9dc5;
	for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
	return value >>> 0;
}

function keysOf(term: Term, language: Language): string[] {
	if (term.number) return term.text.length > 1 ? [`n${term.text}`] : [];
	const latin = !/[^\u0000-\u024f]/.test(term.text);
	const keys = term.concepts.map((concept) => `m${concept}`);
	if (latin && term.text.length > 1) keys.push(`m${term.stem}`, `w${term.text}`);
	const sound = soundKey(soundOf(term, language));
	if (sound) keys.push(`s${sound}`);
	return keys;
}

/** Reads a document. Bounded by the first 200 paragraphs. */
export function digest(document: Document, lexicon: Lexicon): Digest {
	const paragraphs = typeof document.text === 'string' ? [document.text] : document.text;
	const segments = segment(paragraphs.slice(0, 200), true);
	const { terms } = readVocabulary(segments, paragraphs.length, document.language, lexicon);
	const keys = new Set<number>();
	for (const term of terms) for (const key of keysOf(term, document.language)) keys.add(hash(key));
	return {
		...(document.date !== undefined && { date: document.date }),
		language: document.language,
		keys: [...keys].sort((a, b) => a - b),
	};
}
