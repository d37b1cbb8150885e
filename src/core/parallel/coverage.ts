// Coverage: how much of each text the other one tells, and which paragraphs exist in one language only.
import type { Role } from '../seed/model';
import { rolesOf } from '../seed/roles';
import type { Alignment, Side } from './model';

/** Of one text. Furniture and bylines without a partner do not count: nobody misses them. */
export interface SideCoverage {
	/** How many paragraphs count, and how many of them have a link. */
	readonly paragraphs: number;
	readonly linked: number;
	/** How much of the text is linked, by length, 0 to 1; 1 for a text in which nothing counts. */
	readonly share: number;
	/** Indexes of paragraphs that count and have no link, ascending: what only this text tells. */
	readonly alone: readonly number[];
}

export interface Coverage {
	readonly source: SideCoverage;
	readonly target: SideCoverage;
}

const counts = (role: Role, text: string) => role !== 'furniture' && role !== 'byline' && /\p{L}{2}/u.test(text);

function cover({ paragraphs, roles = rolesOf(paragraphs) }: Side, linked: ReadonlySet<number>): SideCoverage {
	const story = paragraphs.flatMap((text, at) =>
		linked.has(at) || counts(roles[at] ?? 'body', text) ? [{ at, length: text.length }] : [],
	);
	const size = (list: readonly { length: number }[]) => list.reduce((sum, { length }) => sum + length, 0);
	const covered = story.filter(({ at }) => linked.has(at));
	return {
		paragraphs: story.length,
		linked: covered.length,
		share: story.length ? size(covered) / Math.max(1, size(story)) : 1,
		alone: story.filter(({ at }) => !linked.has(at)).map(({ at }) => at),
	};
}

/** What the links of two texts cover of each. */
export function measureCoverage(source: Side, target: Side, { links }: Pick<Alignment, 'links'>): Coverage {
	return {
		source: cover(source, new Set(links.flatMap((link) => link.source))),
		target: cover(target, new Set(links.flatMap((link) => link.target))),
	};
}
