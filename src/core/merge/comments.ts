// Comments of YAML as a merge keeps them: what both sides have stays, what one side added is added, what one took out goes.
import type { Span } from '../text/span';
import type { YamlNode } from '../yaml/nodes';
import type { Block, Level } from './blocks';

/** The comments in a stretch of a text in which `value` stands, without white space around them. */
export function commentsIn(text: string, { start, end }: Span, value: YamlNode | undefined): string[] {
	if (text.indexOf('#', start) < 0) return [];
	let bare = '';
	let done = start;
	for (const span of scalarsOf(text, value)) {
		if (span.start < done) continue;
		bare += `${text.slice(done, span.start)}x${text.slice(span.start, span.end).endsWith('\n') ? '\n' : ''}`;
		done = Math.max(done, span.end);
	}
	bare += text.slice(done, Math.max(done, end));
	return Array.from(bare.matchAll(/(?<=^|\s)#[^\n]*/g), ([found]) => found.trim());
}

/** Where texts stand; of a block text the lines below its `|`. */
function* scalarsOf(text: string, node: YamlNode | undefined): Generator<Span> {
	if (node?.type === 'list') for (const item of node.items) yield* scalarsOf(text, item);
	else if (node?.type === 'map') {
		for (const { key, value } of node.pairs) {
			yield key.span;
			yield* scalarsOf(text, value);
		}
	} else if (node?.style === 'block') {
		yield { start: Math.min(text.indexOf('\n', node.span.start) >>> 0, node.span.end), end: node.span.end };
	} else if (node) yield node.span;
}

/** How often each is there. */
export function tally(comments: readonly string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const comment of comments) counts.set(comment, (counts.get(comment) ?? 0) + 1);
	return counts;
}

/** The comments between the blocks of a level, and below the last. */
export function commentsBetween(level: Level | undefined): string[] {
	if (!level) return [];
	const between = [...level.blocks.values()].flatMap(({ lead, trail }) => [lead, trail]);
	return [...between, level.tail].flatMap(commentLines);
}

export function commentLines(lines: string): string[] {
	if (!lines.includes('#')) return [];
	return lines.split('\n').flatMap((line) => (line.trim().startsWith('#') ? [line.trim()] : []));
}

/** What a merge of three counts gives: both sides' changes of it, and never more than the side that has the most. */
export function mergeCount(base: number, ours: number, theirs: number): number {
	return Math.max(0, Math.min(ours + theirs - base, Math.max(ours, theirs)));
}

/** Comments of a block that its base does not have. */
export function newComments(side: Level, block: Block, base: Level | undefined, old: Block | undefined): string[] {
	const found = commentsIn(side.text, block.span, block.value);
	const known = old ? commentsIn(base!.text, old.span, old.value) : [];
	return found.filter((comment) => !known.includes(comment));
}
