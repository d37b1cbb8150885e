// Blocks of a merged level put together again, with what stood between them on either side.
import type { Level } from './blocks';
import { commentLines, commentsBetween, mergeCount, tally } from './comments';
import { chosen, mapThree, type Three } from './three';

/** Blocks in their order, with what stood around them. Of comments between blocks none is lost and none is doubled. */
export function joined(
	levels: Three<Level>,
	order: readonly string[],
	bodies: ReadonlyMap<string, string>,
	strays: readonly string[],
	indent: string,
): string {
	const counts = mapThree(levels, (level) => tally(commentsBetween(level)));
	const left = new Map<string, number>();
	for (const comment of new Set([...(counts.ours?.keys() ?? []), ...(counts.theirs?.keys() ?? [])])) {
		const count = (side: keyof Three<Level>) => counts[side]?.get(comment) ?? 0;
		left.set(
			comment,
			levels.ours && levels.theirs
				? mergeCount(count('base'), count('ours'), count('theirs'))
				: count('ours') + count('theirs'),
		);
	}
	const allowed = (lines: string) =>
		lines
			.split(/(?<=\n)/)
			.filter((line) => {
				const [comment] = commentLines(line);
				if (comment === undefined) return true;
				const count = left.get(comment) ?? 0;
				left.set(comment, count - 1);
				return count > 0;
			})
			.join('');
	const around = (part: (level: Level) => string | undefined) => allowed(chosen(mapThree(levels, part)));
	let text = '';
	for (const key of order) {
		const body = bodies.get(key)!;
		const lead = around(({ blocks }) => blocks.get(key)?.lead);
		text += lead + body + around(({ blocks }) => blocks.get(key)?.trail);
	}
	const tail = around((level) => level.tail);
	const missing = [...left].flatMap(([comment, count]) => Array<string>(Math.max(0, count)).fill(comment));
	return text + [...missing, ...strays].map((comment) => `${indent}${comment}\n`).join('') + tail;
}
