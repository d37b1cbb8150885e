// Segments: sentences of a paragraph, so that a paragraph can have partners in several. Abbreviations and initials do not end one.

/** A stretch of a paragraph: one sentence, or several short ones. */
export interface Segment {
	/** Index of its paragraph. */
	readonly paragraph: number;
	readonly text: string;
	/** The first of its paragraph. */
	readonly opens: boolean;
}

/** Shorter stretches join their neighbour: "— said he." is about nothing. In UTF-16 units. */
const shortest = 50;

/** Every run is bounded: a line of dots or spaces costs no more than its length. */
const boundary = /[.!?…]{1,4}["»”’)]{0,3}\s{1,4}(?=["«“„‘(—–-]{0,3}\s?[\p{Lu}\d])/gu;
/** What stands before a full stop that ends no sentence: initials, one or two letters, titles, months. */
const abbreviation =
	/(?:^|[\s(«"“.])(?:\p{L}{1,2}|Mrs?|Dr|Gen|Gov|Sen|Rep|St|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|тыс|млн|млрд|руб|долл|янв|фев|апр|авг|сен|окт|ноя|дек|обл|им|гг|проц)\.$/u;

function sentencesOf(text: string): string[] {
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

/** Joins what is shorter than `shortest` to what comes before it, or after it where nothing does. */
function joinShort(sentences: readonly string[]): string[] {
	const joined: string[] = [];
	for (const sentence of sentences) {
		const last = joined.length - 1;
		if (last >= 0 && (sentence.trim().length < shortest || joined[last]!.trim().length < shortest))
			joined[last] += sentence;
		else joined.push(sentence);
	}
	return joined;
}

/** Every paragraph gives at least one segment, in order. `whole`: just one each, the paragraph itself. */
export function segment(paragraphs: readonly string[], whole = false): Segment[] {
	return paragraphs.flatMap((text, paragraph) =>
		(whole ? [text] : joinShort(sentencesOf(text))).map((part, at) => ({ paragraph, text: part, opens: at === 0 })),
	);
}
