// Ids of annotations and replies: short, safe to say aloud, and never something else to a YAML reader.

const letters = 'abcdefghjkmnpqrstvwxyz';
const characters = `0123456789${letters}`;

/** Whether `text` has the shape of an id: 8 of `0-9a-z` without `i l o u`, the first a letter. */
export function isId(text: string): boolean {
	return /^[a-hjkmnp-tv-z][0-9a-hjkmnp-tv-z]{7}$/.test(text);
}

/** A new id that is not among `taken`. `random` gives numbers in `[0, 1)`; it may repeat itself, the id will not. */
export function newId(random: () => number, taken: ReadonlySet<string>): string {
	const pick = (from: string) => from[Math.min(from.length - 1, Math.floor(random() * from.length))]!;
	let id = pick(letters);
	while (id.length < 8) id += pick(characters);
	while (taken.has(id)) id = successor(id);
	return id;
}

/** The next id in order; the last is followed by the first. */
function successor(id: string): string {
	let tail = '';
	for (let i = 7; i >= 0; i--) {
		const from = i === 0 ? letters : characters;
		const next = from.indexOf(id[i]!) + 1;
		if (next < from.length) return id.slice(0, i) + from[next] + tail;
		tail = from[0] + tail;
	}
	return tail;
}
