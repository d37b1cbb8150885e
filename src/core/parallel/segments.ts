// Segments: sentences of a paragraph, so that a paragraph can have partners in several. Abbreviations and initials do not end one.
import { sentencesOf } from '../text/sentences';

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
