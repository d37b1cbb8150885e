// The looks of kinds, by their place among the kinds: six colours, then the same again with another line.

/** As many as the manifest contributes. */
const colours = 6;
const lines = ['solid', 'dotted', 'double', 'wavy'] as const;

/** The theme colour of the kind's underline and marks. */
export function kindColour(place: number): string {
	return `glossator.kind${(place % colours) + 1}Border`;
}

export function kindBackground(place: number): string {
	return `glossator.kind${(place % colours) + 1}Background`;
}

/** The shape of the underline, so that kinds of one colour differ, and no kind is told by its colour alone in a row. */
export function kindLine(place: number): (typeof lines)[number] {
	return lines[Math.floor(place / colours) % lines.length] as (typeof lines)[number];
}
