// What a person said of mentions, applied: who is meant here, and who is not.
import type { Mention } from '../actors/model';
import { countWhile } from '../sorted';
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
	const left = new Left(mentions);
	const declared: Mention[] = [];
	for (const [i, { actor, not, quote }] of overrides.entries()) {
		const place = places[i];
		if (!place) continue;
		if (not !== undefined) left.change(place, (mention) => without(not, mention, place));
		if (actor === undefined) continue;
		let known: Mention | undefined;
		left.change(place, (mention) => {
			if (isSame(mention, place)) known ??= mention;
			return isSame(mention, place) || cuts(mention, place) ? undefined : mention;
		});
		declared.push({ ...place, actor, how: known?.how ?? 'alias', name: known?.name ?? quote, declared: true });
	}
	const found = [...left.all(), ...declared];
	found.sort(compareSpans);
	return renest(decide(found));
}

/** What is left of mentions, which are in order of their starts, so that those at a place are found however many there are. */
class Left {
	readonly #mentions: readonly Mention[];
	readonly #left: (Mention | undefined)[];
	readonly #longest: number;

	constructor(mentions: readonly Mention[]) {
		this.#mentions = mentions;
		this.#left = [...mentions];
		this.#longest = mentions.reduce((most, { start, end }) => Math.max(most, end - start), 0);
	}

	/** `change` is given every mention that may touch the place; what it answers undefined for is gone. */
	change(place: Span, change: (mention: Mention) => Mention | undefined): void {
		const first = countWhile(this.#mentions, ({ start }) => start < place.start - this.#longest);
		for (let i = first; i < this.#mentions.length && this.#mentions[i]!.start <= place.end; i++) {
			const mention = this.#left[i];
			if (mention) this.#left[i] = change(mention);
		}
	}

	all(): Mention[] {
		return this.#left.filter((mention) => mention !== undefined);
	}
}

function isSame(a: Span, b: Span): boolean {
	return a.start === b.start && a.end === b.end;
}

function cuts(a: Span, b: Span): boolean {
	return overlaps(a, b) && !contains(a, b) && !contains(b, a);
}

/** The mention without one of those who can be meant; undefined where that was the only one. */
function without(actor: string, mention: Mention, place: Span): Mention | undefined {
	if (!contains(place, mention)) return mention;
	const { candidates, ...alone } = mention;
	const left = candidates?.filter((id) => id !== actor);
	if (!left) return mention.actor === actor ? undefined : mention;
	return left.length > 1 ? { ...alone, actor: left[0]!, candidates: left } : { ...alone, actor: left[0]! };
}

/** Ambiguous mentions after one that a person declared: the nearest declared actor among those who can be meant. */
function decide(mentions: readonly Mention[]): Mention[] {
	const said = new Map<string, number>();
	return mentions.map((mention, i) => {
		if (mention.declared) said.set(mention.actor, i);
		const { candidates, ...alone } = mention;
		const known = candidates?.filter((id) => said.has(id)) ?? [];
		if (known.length === 0) return mention;
		return { ...alone, actor: known.reduce((a, b) => (said.get(b)! > said.get(a)! ? b : a)) };
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
