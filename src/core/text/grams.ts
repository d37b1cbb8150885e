// An index of a text's short stretches: where each five characters occur, so that a passage is looked for only where it may be.

const gramLength = 5;
const factor = 0x01000193;

/** A stretch that occurs more often than this tells nothing of where a passage is. */
const commonest = 64;

/** The rarest stretch of a pattern is looked for in this much of it. */
const longestKey = 256;

/** Where a pattern's rarest stretch begins at more than this share of a text's characters, searching without the index is faster. */
const worthPlainSearch = 1 / 64;

export class GramIndex {
	readonly #text: string;
	readonly #buckets: Uint32Array;
	readonly #positions: Uint32Array;
	readonly #shift: number;

	/** Linear in the text's length, in time and memory (some 8 bytes a character). */
	constructor(text: string) {
		this.#text = text;
		const bits = Math.min(20, Math.max(8, Math.ceil(Math.log2(text.length + 1))));
		this.#shift = 32 - bits;
		const counts = new Uint32Array(2 ** bits + 1);
		eachGram(text, (hash) => {
			counts[(hash >>> this.#shift) + 1]!++;
		});
		for (let i = 1; i < counts.length; i++) counts[i]! += counts[i - 1]!;
		this.#positions = new Uint32Array(counts.at(-1)!);
		const next = counts.slice();
		eachGram(text, (hash, at) => {
			this.#positions[next[hash >>> this.#shift]!++] = at;
		});
		this.#buckets = counts;
	}

	/** Where `pattern` stands in the text, overlapping ones included, in text order; at most `most` of them. */
	occurrences(pattern: string, most: number): number[] {
		let rarest: { readonly from: number; readonly to: number; readonly at: number } | undefined;
		eachGram(pattern.slice(0, longestKey), (hash, at) => {
			const from = this.#buckets[hash >>> this.#shift]!;
			const to = this.#buckets[(hash >>> this.#shift) + 1]!;
			if (!rarest || to - from < rarest.to - rarest.from) rarest = { from, to, at };
		});
		if (!rarest || rarest.to - rarest.from > this.#text.length * worthPlainSearch)
			return occurrences(this.#text, pattern, most);
		const found: number[] = [];
		for (let i = rarest.from; i < rarest.to && found.length < most; i++) {
			const start = this.#positions[i]! - rarest.at;
			if (this.#text.startsWith(pattern, start) && start >= 0) found.push(start);
		}
		return found;
	}

	/**
	 * Calls `visit` for each five characters of `pattern` that occur in the text, with where they are in the pattern, where in
	 * the text, and how much that tells: 1 where they occur once, less the commoner they are. May be wrong now and then.
	 */
	visit(pattern: string, visit: (inPattern: number, inText: number, weight: number) => void): void {
		eachGram(pattern, (hash, at) => {
			const bucket = hash >>> this.#shift;
			const from = this.#buckets[bucket]!;
			const to = this.#buckets[bucket + 1]!;
			if (to - from > commonest) return;
			for (let i = from; i < to; i++) visit(at, this.#positions[i]!, 1 / (to - from));
		});
	}
}

/** Where `pattern` stands in `text`, overlapping ones included, in text order; at most `most` of them; of an empty pattern none. */
export function occurrences(text: string, pattern: string, most: number): number[] {
	const found: number[] = [];
	if (pattern === '') return found;
	for (let at = text.indexOf(pattern); at >= 0 && found.length < most; at = text.indexOf(pattern, at + 1))
		found.push(at);
	return found;
}

/** A rolling hash (Karp and Rabin), its upper bits mixed well enough to be a bucket. */
function eachGram(text: string, visit: (hash: number, at: number) => void): void {
	let leaving = 1;
	for (let i = 1; i < gramLength; i++) leaving = Math.imul(leaving, factor);
	let hash = 0;
	for (let i = 0; i < text.length; i++) {
		if (i >= gramLength) hash = (hash - Math.imul(text.charCodeAt(i - gramLength), leaving)) | 0;
		hash = (Math.imul(hash, factor) + text.charCodeAt(i)) | 0;
		if (i >= gramLength - 1) visit(Math.imul(hash, 0x9e3779b1) >>> 0, i - gramLength + 1);
	}
}
