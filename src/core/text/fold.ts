// Folding: a text without the differences that typing, wrapping and conversion make, and the way back to its offsets.
import type { Span } from './span';

export interface FoldOptions {
	/** Lower case too; false where not said. */
	readonly foldCase?: boolean;
}

/** A folded text. Offsets are UTF-16 units on both sides. */
export interface Folded {
	readonly text: string;
	/** The place in the original of a span of the folded text; marks that belong to its last letter are within. */
	toOriginal(span: Span): Span;
	/** Where the original's offset is in the folded text; what was dropped counts to what follows it. */
	fromOriginal(offset: number): number;
}

const drop = 0;
const mark = 1;
const space = 32;

/** No writing stacks more marks on a letter (UAX #15, stream-safe text); putting far more in order takes quadratic time. */
const longestCluster = 31;

/** For each UTF-16 unit: what it becomes, or `drop`, or `mark` (joins the letter before it). Built once, 128 kB. */
let table: Uint16Array | undefined;

const singleQuotes = '\u2018\u2019\u201a\u201b\u2032\u2039\u203a\u02bb\u02bc\u02b9\u02bf\u02be`\u00b4\uff07';
const doubleQuotes = '\u00ab\u00bb\u201c\u201d\u201e\u201f\u2033\u300c\u300d\uff02';
const dashes = '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d';

function foldTable(): Uint16Array {
	if (table) return table;
	table = new Uint16Array(0x10000);
	for (let unit = 0; unit < 0x10000; unit++) table[unit] = unit;
	const all = (pattern: RegExp, to: number) => {
		for (let unit = 0; unit < 0x10000; unit++) if (pattern.test(String.fromCharCode(unit))) table![unit] = to;
	};
	all(/[\s\u0085\0]/, space);
	all(/\p{Default_Ignorable_Code_Point}/u, drop);
	all(/\p{M}|[\u1160-\u11ff]/u, mark);
	for (const c of singleQuotes) table[c.charCodeAt(0)] = 0x27;
	for (const c of doubleQuotes) table[c.charCodeAt(0)] = 0x22;
	for (const c of dashes) table[c.charCodeAt(0)] = 0x2d;
	table[0x451] = 0x435;
	table[0x401] = 0x415;
	return table;
}

/**
 * Composes (NFC), makes each run of white space one space, each quotation mark `"` or `'`, each dash `-`, ё е, and drops
 * what is invisible (soft hyphens, joiners, direction marks). Linear in the text's length.
 */
export function fold(text: string, { foldCase = false }: FoldOptions = {}): Folded {
	const folding = foldTable();
	const runs = new Runs(text);
	let wasSpace = false;
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		const unit = folding[code]!;
		const isSpace = unit === space;
		if (unit === drop || (isSpace && wasSpace)) {
			runs.replace(i, i + 1, '');
			continue;
		}
		if (unit === mark && i > runs.copied) {
			const base = wasSpace || i === 0 ? i : i - 1;
			const last = Math.min(text.length - 1, base + longestCluster);
			while (i < last && folding[text.charCodeAt(i + 1)] === mark) i++;
			runs.replace(base, i + 1, compose(text.slice(base, i + 1), folding));
		} else if (unit !== code && unit !== mark) {
			runs.replace(i, i + 1, String.fromCharCode(unit));
		}
		wasSpace = isSpace;
	}
	return runs.finish(foldCase);
}

/** NFC, then the table; the letters of a cluster alone are looked at, never marks. */
function compose(cluster: string, folding: Uint16Array): string {
	const composed = cluster.normalize('NFC');
	const first = folding[composed.charCodeAt(0)]!;
	return first > mark ? String.fromCharCode(first) + composed.slice(1) : composed;
}

/** The folded text as it grows: stretches of the original, and what stands in place of others. */
class Runs {
	/** Up to where the original is taken over. */
	copied = 0;
	readonly #text: string;
	readonly #pieces: string[] = [];
	#length = 0;
	/** Where the distance between the two texts' offsets changes: folded offset, original offset. */
	readonly #foldedAt: number[] = [0];
	readonly #originalAt: number[] = [0];

	constructor(text: string) {
		this.#text = text;
	}

	replace(start: number, end: number, by: string): void {
		const kept = this.#text.slice(this.copied, start);
		this.#pieces.push(kept, by);
		this.#length += kept.length + by.length;
		this.copied = end;
		if (by.length === end - start) return;
		if (this.#foldedAt.at(-1) === this.#length) this.#originalAt[this.#originalAt.length - 1] = end;
		else {
			this.#foldedAt.push(this.#length);
			this.#originalAt.push(end);
		}
	}

	finish(foldCase: boolean): Folded {
		const text = this.#pieces.join('') + this.#text.slice(this.copied);
		return new FoldedText(foldCase ? lowerCase(text) : text, this.#text.length, this.#foldedAt, this.#originalAt);
	}
}

class FoldedText implements Folded {
	readonly text: string;
	readonly #originalLength: number;
	readonly #foldedAt: readonly number[];
	readonly #originalAt: readonly number[];

	constructor(text: string, originalLength: number, foldedAt: readonly number[], originalAt: readonly number[]) {
		this.text = text;
		this.#originalLength = originalLength;
		this.#foldedAt = foldedAt;
		this.#originalAt = originalAt;
	}

	toOriginal({ start, end }: Span): Span {
		const from = this.#original(start);
		return { start: from, end: end > start ? this.#original(end) : from };
	}

	fromOriginal(offset: number): number {
		const run = lastAtMost(this.#originalAt, offset);
		const next = this.#foldedAt[run + 1] ?? this.text.length;
		return Math.min(next, this.#foldedAt[run]! + Math.max(0, offset - this.#originalAt[run]!));
	}

	#original(offset: number): number {
		if (offset >= this.text.length) return this.#originalLength;
		const run = lastAtMost(this.#foldedAt, offset);
		return this.#originalAt[run]! + offset - this.#foldedAt[run]!;
	}
}

/** The index of the last number that is not above `value`; 0 where all are. */
function lastAtMost(ascending: readonly number[], value: number): number {
	let low = 0;
	let high = ascending.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if (ascending[middle]! <= value) low = middle;
		else high = middle - 1;
	}
	return low;
}

/** Letters whose lower case is longer (İ) stay as they are, so that offsets hold. */
function lowerCase(text: string): string {
	const lower = text.toLowerCase();
	if (lower.length === text.length) return lower;
	return text.replace(/./gsu, (c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c));
}
