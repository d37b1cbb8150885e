// Notes as they are kept: a sentence a line, so that a diff shows which sentence changed.

/** Breaks after a sentence's end where a new sentence begins with a capital letter; breaks that are there stay, as `\n`. */
export function oneSentenceALine(note: string): string {
	return note
		.replace(/\r\n?/g, '\n')
		.trim()
		.replace(/([.!?…]["»”’)]?)[^\S\n]+(?=["«“(]?\p{Lu})/gu, '$1\n');
}
