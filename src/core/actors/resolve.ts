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
	const said = new Map<number, number>();
	const open: Place[] = [];
	for (const place of layOut(withoutDoubt(found, names))) {
		while (open.length && open.at(-1)!.end <= place.start) open.pop();
		const choices = choicesAt(place, names, said);
		const [likeliest] = choices as [Found];
		if (open.some((outer) => isPartOf(likeliest, outer.found, names))) continue;
		const { start, end, how, name } = likeliest;
		const mention = { start, end, actor: names.actors[names.actor[name]!]!.id, how, name: names.written[name]! };
		mentions.push(withDoubts(mention, choices, open.length > 0, names));
		if (choices.length === 1) said.set(names.actor[name]!, start);
		open.push(place);
	}
	return mentions;
}

function withDoubts(mention: Mention, choices: readonly Found[], nested: boolean, names: Names): Mention {
	if (choices.length === 1) return nested ? { ...mention, nested } : mention;
	const candidates = choices.map(({ name }) => names.actors[names.actor[name]!]!.id);
	return nested ? { ...mention, candidates, nested } : { ...mention, candidates };
}

/** Without doubtful mentions of those whom the text does not name before. */
function withoutDoubt(found: readonly Found[], names: Names): Found[] {
	if (found.every(({ certainty }) => certainty !== Certainty.Doubtful)) return [...found];
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
	const kept: Place[] = [];
	let cluster: Place[] = [];
	let end = 0;
	for (const item of found) {
		const last = cluster.at(-1);
		if (last?.start === item.start && last.end === item.end) {
			last.found.push(item);
			continue;
		}
		if (item.start >= end) {
			keep(cluster, kept);
			cluster = [];
		}
		cluster.push({ start: item.start, end: item.end, found: [item] });
		end = Math.max(end, item.end);
	}
	keep(cluster, kept);
	return kept;
}

/** Adds those of some overlapping places that no longer one of them cuts in two. */
function keep(cluster: readonly Place[], kept: Place[]): void {
	if (cluster.length === 1) {
		kept.push(cluster[0]!);
		return;
	}
	const byLength = [...cluster].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
	const holder = new Map<number, Place>();
	const whole: Place[] = [];
	for (const place of byLength) {
		const { first, last } = place.found[0]!;
		const left = holder.get(first);
		if (left !== holder.get(last)) continue;
		whole.push(place);
		if (!left) for (let at = first; at <= last; at++) holder.set(at, place);
	}
	kept.push(...whole.sort(compareSpans));
}

/**
 * Who can be meant, one name per actor, the likeliest first. One alone where the text decides: `said` tells where each
 * actor was last named for sure.
 */
function choicesAt({ found }: Place, names: Names, said: ReadonlyMap<number, number>): Found[] {
	if (found.length === 1) return found;
	const best = found.reduce((least, item) => Math.min(least, rankOf(item, names)), Infinity);
	const byActor = new Map<number, Found>();
	for (const item of found) {
		if (rankOf(item, names) !== best) continue;
		const actor = names.actor[item.name]!;
		const other = byActor.get(actor);
		if (!other || order(item.how) < order(other.how)) byActor.set(actor, item);
	}
	const choices = [...byActor.values()];
	if (choices.length === 1) return choices;
	const placeOf = (item: Found) => said.get(names.actor[item.name]!) ?? -1;
	const nearest = choices.reduce((a, b) => (placeOf(b) > placeOf(a) ? b : a));
	return placeOf(nearest) >= 0 ? [nearest] : byLikelihood(choices, names);
}

/** Of names of one span, those of the lowest rank count. */
function rankOf({ how, certainty, name }: Found, names: Names): number {
	return ranks[how] + (certainty ? 4 : 0) + (names.kind[name]! & Kind.Derived ? 2 : 0);
}

/** By preference, then by how much the catalogue knows of each. */
function byLikelihood(choices: readonly Found[], names: Names): Found[] {
	const weighed = choices.map((item) => {
		const actor = names.actor[item.name]!;
		const { prefer = 0 } = names.actors[actor]!;
		return { item, actor, prefer, known: knownOf(names.actors[actor]!) };
	});
	weighed.sort((a, b) => b.prefer - a.prefer || b.known - a.known || a.actor - b.actor);
	return weighed.map(({ item }) => item);
}

/** How much the catalogue knows of an actor: of two homonyms the one that somebody took more care of comes first. */
function knownOf({ names, adjectives = {}, roles = [], links = {} }: Actor): number {
	return [names, adjectives, roles, links].reduce((sum, known) => sum + Object.keys(known).length, 0);
}

const hows: readonly MentionHow[] = ['full', 'alias', 'acronym', 'inflected', 'initials', 'surname', 'adjective'];

function order(how: MentionHow): number {
	return hows.indexOf(how);
}

/** Whether a nested mention only repeats a part of the outer one's name: a surname within a full name. */
function isPartOf(inner: Found, outer: readonly Found[], names: Names): boolean {
	return outer.some((item) => {
		if (names.kind[item.name]! & Kind.Person) return true;
		return names.actor[item.name] === names.actor[inner.name] && inner.how !== 'acronym';
	});
}
