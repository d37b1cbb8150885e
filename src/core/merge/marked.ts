// The versions that git put into one file between conflict markers, taken apart again, for where git itself cannot be asked.

export interface MarkedVersions {
	/** Undefined where the markers do not show it (git's default style). */
	readonly base: string | undefined;
	readonly ours: string;
	readonly theirs: string;
	/** What the markers call the sides: mostly branches. Undefined where they say nothing. */
	readonly names: { readonly ours: string | undefined; readonly theirs: string | undefined };
}

const marker = /^(<{7}|\|{7}|={7}|>{7})(?:[ \t]+(.*?))?[ \t]*\r?\n?$/;

type Part = 'ours' | 'base' | 'theirs';

/** Undefined where there are no markers, or they are not in order. */
export function markedVersions(text: string): MarkedVersions | undefined {
	const versions: Record<Part, string> = { ours: '', base: '', theirs: '' };
	const names: { ours: string | undefined; theirs: string | undefined } = { ours: undefined, theirs: undefined };
	let part: Part | undefined;
	let [conflicts, bases] = [0, 0];
	for (const line of text.split(/(?<=\n)/)) {
		const [, sign, name] = marker.exec(line) ?? [];
		const next = sign && step(part, sign[0] as string);
		if (sign && !next) return undefined;
		if (sign === '<<<<<<<') [conflicts, names.ours] = [conflicts + 1, name || names.ours];
		if (sign === '|||||||') bases++;
		if (sign === '>>>>>>>') names.theirs = name || names.theirs;
		if (next) part = next === 'none' ? undefined : next;
		else for (const each of part ? [part] : (['ours', 'base', 'theirs'] as const)) versions[each] += line;
	}
	if (conflicts === 0 || part) return undefined;
	const { ours, theirs } = versions;
	return { base: bases === conflicts ? versions.base : undefined, ours, theirs, names };
}

/** What follows a marker; undefined where the marker cannot stand there. */
function step(part: Part | undefined, sign: string): Part | 'none' | undefined {
	if (sign === '<') return part ? undefined : 'ours';
	if (sign === '|') return part === 'ours' ? 'base' : undefined;
	if (sign === '=') return part === 'ours' || part === 'base' ? 'theirs' : undefined;
	return part === 'theirs' ? 'none' : undefined;
}
