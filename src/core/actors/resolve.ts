// From all that could be meant to what is meant: the longest first, what lies within it nested, homonyms by the text.
import { compareSpans, type Span } from '../text/span';
import type { Actor, Mention, MentionHow } from './model';
import { Kind, type Names } from './names';
import { Certainty } from './persons';

/** A name found in a text, before it is known whether it is meant. `first` and `last` are words of the text. */
export interface Found extends Span {
	readonly name: number;
	readonly first: number;
	readonly last: number;
	readonly how: MentionHow;
	readonly certainty: Certainty;
}

/** All of one span. */
interface Place extends Span {
	readonly found: Found[];
}

const ranks: Readonly<Record<MentionHow, number>> = {
	full: 0,
	inflected: 0,
	initials: 0,
	alias: 0,
	acronym: 0,
	adjective: 1,
	surname: 2,
};

/** Mentions by place, the longer first; see `Matcher.find`. */
export function resolve(found: readonly Found[], names: Names): Mention[] {
	const mentions: Mention[] = [];
	const decided = new Map<number, number>();
	const tops: Place[] = [];
	for (const place of layOut(withoutDoubt(found, names))) {
		const outer = tops.at(-1);
		const nested = outer !== undefined && place.end <= outer.end;
		if (!nested && outer && place.start < outer.end) continue;
		const choices = choicesAt(place, names);
		const mention = decide(choices, decided, names);
		if (!mention) continue;
		if (nested) {
			if (isPartOf(choices[0]!, outer.found, names)) continue;
			mentions.push({ ...mention, nested: true });
		} else {
			tops.push(place);
			mentions.push(mention);
		}
		if (mention.candidates) continue;
		for (const item of choices)
			if (idOf(item, names) === mention.actor) decided.set(names.actor[item.name]!, mention.start);
	}
	return mentions;
}

/** Without doubtful mentions of those whom the text does not name before. */
function withoutDoubt(found: readonly Found[], names: Names): Found[] {
	const since = new Map<number, number>();
	for (const { certainty, name, start } of found) {
		const actor = names.actor[name]!;
		if (certainty === Certainty.Sure) since.set(actor, Math.min(start, since.get(actor) ?? start));
	}
	return found.filter(
		({ certainty, name, start }) =>
			certainty !== Certainty.Doubtful || (since.get(names.actor[name]!) ?? start) < start,
	);
}

/** Places in text order, longer first, without those that a longer one cuts in two. */
function layOut(found: Found[]): Place[] {
	found.sort(compareSpans);
	const places: Place[] = [];
	for (const item of found) {
		const last = places.at(-1);
		if (last && last.start === item.start && last.end === item.end) last.found.push(item);
		else places.push({ start: item.start, end: item.end, found: [item] });
	}
	const byLength = [...places].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
	const kept: Place[] = [];
	const taken = new Map<number, Place>();
	for (const place of byLength) {
		const { first, last } = place.found[0]!;
		const [left, right] = [taken.get(first), taken.get(last)];
		if (left !== right) continue;
		kept.push(place);
		if (!left) for (let at = first; at <= last; at++) taken.set(at, place);
	}
	return kept.sort(compareSpans);
}

/** One per actor, the likeliest kind of mention first. */
function choicesAt({ found }: Place, names: Names): Found[] {
	const rank = (item: Found) =>
		ranks[item.how] + (item.certainty ? 4 : 0) + (names.kind[item.name]! & Kind.Derived ? 2 : 0);
	const best = Math.min(...found.map(rank));
	const byActor = new Map<number, Found>();
	for (const item of found) {
		if (rank(item) !== best) continue;
		const actor = names.actor[item.name]!;
		const other = byActor.get(actor);
		if (!other || order(item.how) < order(other.how)) byActor.set(actor, item);
	}
	if (byActor.size === 1) return [...byActor.values()];
	const actorOf = (item: Found) => names.actors[names.actor[item.name]!]!;
	const prefer = (item: Found) => actorOf(item).prefer ?? 0;
	const known = (item: Found) => knownOf(actorOf(item));
	return [...byActor.values()].sort(
		(a, b) => prefer(b) - prefer(a) || known(b) - known(a) || names.actor[a.name]! - names.actor[b.name]!,
	);
}

/** How much the catalogue knows of an actor: of two homonyms the one that somebody took more care of comes first. */
function knownOf({ names, adjectives = {}, roles = [], links = {} }: Actor): number {
	return [names, adjectives, roles, links].reduce((sum, known) => sum + Object.keys(known).length, 0);
}

const hows: readonly MentionHow[] = ['full', 'alias', 'acronym', 'inflected', 'initials', 'surname', 'adjective'];

function order(how: MentionHow): number {
	return hows.indexOf(how);
}

function idOf({ name }: Found, names: Names): string {
	return names.actors[names.actor[name]!]!.id;
}

/** The actor that the text means, or all that it can mean. `decided`: where each actor was last named for sure. */
function decide(choices: Found[], decided: ReadonlyMap<number, number>, names: Names): Mention | undefined {
	let chosen = choices[0]!;
	let candidates: string[] | undefined;
	if (choices.length > 1) {
		const placeOf = (item: Found) => decided.get(names.actor[item.name]!) ?? -1;
		const nearest = choices.reduce((a, b) => (placeOf(b) > placeOf(a) ? b : a));
		if (placeOf(nearest) >= 0) chosen = nearest;
		else candidates = choices.map((item) => idOf(item, names));
	}
	const { start, end, how, name } = chosen;
	return { start, end, actor: idOf(chosen, names), how, name: names.written[name]!, ...(candidates && { candidates }) };
}

/** Whether a nested mention only repeats a part of the outer one's name: a surname within a full name. */
function isPartOf(inner: Found, outer: readonly Found[], names: Names): boolean {
	return outer.some((item) => {
		if (names.kind[item.name]! & Kind.Person) return true;
		return names.actor[item.name] === names.actor[inner.name] && inner.how !== 'acronym';
	});
}
