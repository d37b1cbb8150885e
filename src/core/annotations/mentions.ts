// What a person said of mentions, applied: who is meant here, and who is not.
import type { Mention } from '../actors/model';
import { compareSpans, contains, overlaps, type Span } from '../text/span';
import { anchorAll } from './anchor';
import type { MentionOverride } from './model';

/** Where each override's quote is now; undefined where it is not, or not for sure. */
export function anchorMentions(text: string, overrides: readonly MentionOverride[]): (Span | undefined)[] {
	const anchored = overrides.map(({ quote, before, after }) => ({ target: { quote }, before, after }));
	return anchorAll(text, anchored).map(({ state, span }) => (state === 'placed' ? span : undefined));
}

/**
 * The mentions of `text` as a person corrected them, in the order of `Matcher.find`. `not` takes an actor away from the
 * mentions within the passage; `actor` makes the passage a mention of that actor, in place of those it cuts or equals,
 * and decides ambiguous mentions of the same actor after it. An override that is not found in the text says nothing.
 */
export function overruleMentions(
	text: string,
	mentions: readonly Mention[],
	overrides: readonly MentionOverride[],
): readonly Mention[] {
	if (overrides.length === 0) return mentions;
	const places = anchorMentions(text, overrides);
	let found = [...mentions];
	const declared: Mention[] = [];
	for (const [i, { actor, not, quote }] of overrides.entries()) {
		const place = places[i];
		if (!place) continue;
		if (not !== undefined) found = found.flatMap((mention) => without(not, mention, place));
		if (actor === undefined) continue;
		const known = found.find((mention) => isSame(mention, place));
		found = found.filter((mention) => !isSame(mention, place) && !cuts(mention, place));
		declared.push({ ...place, actor, how: known?.how ?? 'alias', name: known?.name ?? quote, declared: true });
	}
	found.push(...declared);
	found.sort(compareSpans);
	return renest(decide(found));
}

function isSame(a: Span, b: Span): boolean {
	return a.start === b.start && a.end === b.end;
}

function cuts(a: Span, b: Span): boolean {
	return overlaps(a, b) && !contains(a, b) && !contains(b, a);
}

/** The mention without one of those who can be meant; nothing where that was the only one. */
function without(actor: string, mention: Mention, place: Span): Mention[] {
	if (!contains(place, mention)) return [mention];
	const { candidates, ...alone } = mention;
	const left = candidates?.filter((id) => id !== actor);
	if (!left) return mention.actor === actor ? [] : [mention];
	return [left.length > 1 ? { ...alone, actor: left[0]!, candidates: left } : { ...alone, actor: left[0]! }];
}

/** Ambiguous mentions after one that a person declared: the nearest declared actor among those who can be meant. */
function decide(mentions: readonly Mention[]): Mention[] {
	const said: string[] = [];
	return mentions.map((mention) => {
		if (mention.declared) said.push(mention.actor);
		const { candidates, ...alone } = mention;
		const actor = candidates && said.findLast((id) => candidates.includes(id));
		return actor === undefined ? mention : { ...alone, actor };
	});
}

/** Says anew which mentions are inside others. */
function renest(mentions: readonly Mention[]): Mention[] {
	let end = 0;
	return mentions.map(({ nested, ...mention }) => {
		const isNested = mention.end <= end;
		end = Math.max(end, mention.end);
		return isNested ? { ...mention, nested: true } : mention;
	});
}
