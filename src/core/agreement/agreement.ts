// How far annotators agree who read the same text: what they marked in common, how they named it, and where they differ.
import type { Annotation } from '../annotations/model';
import { countWhile } from '../sorted';
import { complete, type Steps } from '../steps';
import type { Span } from '../text/span';
import { cohenKappa, krippendorffAlpha } from './coefficients';
import { type Disagreement, disagreement, unitizedAlpha } from './unitized';

/** One person's annotations of a text that have a place in it. */
export interface Annotator {
	readonly name: string;
	readonly marks: readonly Mark[];
}

export interface Mark extends Span {
	readonly annotation: Annotation;
}

/** Marks of different annotators that are held to be of one passage; at most one of each. */
export interface Match {
	/** One per annotator, in their order; undefined: did not mark it. */
	readonly marks: readonly (Mark | undefined)[];
	/** From the first beginning to the last end. */
	readonly span: Span;
	/** What they differ in; empty: they agree. */
	readonly differences: readonly Difference[];
}

/** Not all marked it; they named another kind; it begins or ends elsewhere; other tags, another actor. */
export type Difference = 'missing' | 'kind' | 'extent' | 'tags' | 'actor';

/** Agreement about the passages of one kind or tag. Numbers may be NaN where there is nothing to compare. */
export interface ClassAgreement {
	readonly name: string;
	/** How many marks each annotator has of it. */
	readonly counts: readonly number[];
	/** Krippendorff's α for spans. */
	readonly alphaU: number;
	/** How many matches have it in all marks, of those that have it in any. */
	readonly agreed: number;
	readonly of: number;
}

/** Two annotators, by their numbers. */
export interface PairAgreement {
	readonly pair: readonly [number, number];
	/** Passages both marked. */
	readonly matched: number;
	/** Share of passages that both marked: 2 × matched over the sum of both counts. */
	readonly f1: number;
	/** Cohen's κ of the kinds they gave to passages both marked. */
	readonly kappa: number;
}

export interface Agreement {
	readonly names: readonly string[];
	/** In the order of the text. */
	readonly matches: readonly Match[];
	readonly pairs: readonly PairAgreement[];
	/** Krippendorff's α of the kinds given to passages that at least two marked. */
	readonly alpha: number;
	/** Krippendorff's α for spans, over all kinds. */
	readonly alphaU: number;
	/** The most frequent first. */
	readonly kinds: readonly ClassAgreement[];
	readonly tags: readonly ClassAgreement[];
}

/** Of two spans, at least this share of what either covers must be covered by both. The usual threshold of span matching. */
const leastOverlap = 0.5;

/** Marks or matches that are dealt with in a step of some milliseconds. */
const inStep = 500;

/** Compares two or more annotators of one text that is `length` UTF-16 units long. Marks outside of it, or empty, count for nothing. */
export function agreementOf(given: readonly Annotator[], length: number): Agreement {
	return complete(agreementInSteps(given, length));
}

/** The same in steps. */
export function* agreementInSteps(given: readonly Annotator[], length: number): Steps<Agreement> {
	const annotators = given.map(({ name, marks }) => ({
		name,
		marks: marks
			.filter(({ start, end }) => 0 <= start && start < end && end <= length)
			.sort((a, b) => a.start - b.start),
	}));
	const matches = yield* match(annotators);
	const kinds = yield* classes(annotators, matches, length, ({ kind }) => [kind]);
	const tags = yield* classes(annotators, matches, length, (annotation) => annotation.tags);
	return {
		names: annotators.map(({ name }) => name),
		matches,
		pairs: annotators.flatMap((_, i) =>
			annotators.slice(i + 1).map((_, j) => pairAgreement(annotators, matches, i, i + 1 + j)),
		),
		alpha: krippendorffAlpha(matches.map(({ marks }) => present(marks).map(({ annotation }) => annotation.kind))),
		alphaU: unitizedAlpha(kinds.map(({ disagreement }) => disagreement)),
		kinds: kinds.map(({ agreement }) => agreement),
		tags: tags.map(({ agreement }) => agreement),
	};
}

/** A mark that is in a group already. */
interface Member {
	readonly mark: Mark;
	/** The number of its group. */
	readonly group: number;
}

type Group = (Mark | undefined)[];

/** A group that a mark may join. */
interface Ranked extends Member {
	readonly overlap: number;
	/** 1: one in the group is of the same kind. */
	readonly isSameKind: number;
}

/** Greedy, the best overlap first, of equal ones those of one kind; each annotator joins with what those before marked. */
function* match(annotators: readonly Annotator[]): Steps<Match[]> {
	const groups: Group[] = [];
	for (const [who, { marks }] of annotators.entries()) {
		const members = groups
			.flatMap((group, i) => present(group).map((mark): Member => ({ mark, group: i })))
			.sort((a, b) => a.mark.start - b.mark.start);
		const ranked: Ranked[] = [];
		for (const [i, mark] of marks.entries()) {
			ranked.push(...rankedFor(mark, members, groups));
			if (i % inStep === 0) yield;
		}
		ranked.sort((a, b) => b.overlap - a.overlap || b.isSameKind - a.isSameKind);
		const placed = new Set<Mark>();
		for (const { mark, group } of ranked) {
			if (placed.has(mark) || groups[group]![who]) continue;
			groups[group]![who] = mark;
			placed.add(mark);
		}
		for (const mark of marks) {
			if (placed.has(mark)) continue;
			const group: Group = annotators.map(() => undefined);
			group[who] = mark;
			groups.push(group);
		}
	}
	const matches: Match[] = [];
	for (const [i, group] of groups.entries()) {
		matches.push(matchOf(group));
		if (i % inStep === 0) yield;
	}
	return matches.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** The groups that it may join, in their order. `members` are in the order of the text. */
function rankedFor(mark: Mark, members: readonly Member[], groups: readonly Group[]): Ranked[] {
	const overlapsOf = new Map<number, number>();
	// what begins further off than it is long has too little in common with it
	const first = countWhile(members, (other) => other.mark.start < 2 * mark.start - mark.end);
	for (let i = first; i < members.length; i++) {
		const { mark: other, group } = members[i]!;
		if (other.start >= mark.end) break;
		const overlap = overlapOf(mark, other);
		if (overlap >= leastOverlap) overlapsOf.set(group, Math.max(overlap, overlapsOf.get(group) ?? 0));
	}
	const found = [...overlapsOf].sort(([a], [b]) => a - b);
	return found.map(([group, overlap]) => {
		const isSameKind = Number(
			present(groups[group]!).some(({ annotation }) => annotation.kind === mark.annotation.kind),
		);
		return { mark, group, overlap, isSameKind };
	});
}

function overlapOf(a: Span, b: Span): number {
	const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
	return shared <= 0 ? 0 : shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

function matchOf(marks: readonly (Mark | undefined)[]): Match {
	const found = present(marks);
	const span = { start: Math.min(...found.map(({ start }) => start)), end: Math.max(...found.map(({ end }) => end)) };
	const differs = (what: (mark: Mark) => string) => new Set(found.map(what)).size > 1;
	const differences: Difference[] = [
		...(found.length < marks.length ? (['missing'] as const) : []),
		...(differs(({ annotation }) => annotation.kind) ? (['kind'] as const) : []),
		...(differs(({ start, end }) => `${start} ${end}`) ? (['extent'] as const) : []),
		...(differs(({ annotation }) => [...annotation.tags].sort().join('\n')) ? (['tags'] as const) : []),
		...(differs(({ annotation }) => annotation.actor ?? '') ? (['actor'] as const) : []),
	];
	return { marks, span, differences };
}

function pairAgreement(
	annotators: readonly Annotator[],
	matches: readonly Match[],
	i: number,
	j: number,
): PairAgreement {
	const both = matches.flatMap(({ marks }): [string, string][] => {
		const [a, b] = [marks[i], marks[j]];
		return a && b ? [[a.annotation.kind, b.annotation.kind]] : [];
	});
	const all = annotators[i]!.marks.length + annotators[j]!.marks.length;
	return { pair: [i, j], matched: both.length, f1: (2 * both.length) / all, kappa: cohenKappa(both) };
}

/** What is counted of one kind or tag. */
class Tally {
	readonly spans: Span[][];
	agreed = 0;
	of = 0;

	constructor(people: number) {
		this.spans = Array.from({ length: people }, () => []);
	}
}

function* classes(
	annotators: readonly Annotator[],
	matches: readonly Match[],
	length: number,
	namesOf: (annotation: Annotation) => readonly string[],
): Steps<{ readonly agreement: ClassAgreement; readonly disagreement: Disagreement }[]> {
	const tallies = new Map<string, Tally>();
	for (const [who, { marks }] of annotators.entries())
		for (const mark of marks)
			for (const name of new Set(namesOf(mark.annotation))) {
				const tally = tallies.get(name) ?? new Tally(annotators.length);
				tallies.set(name, tally);
				tally.spans[who]!.push(mark);
			}
	yield;
	for (const { marks } of matches) {
		const given = marks.map((mark) => new Set(mark && namesOf(mark.annotation)));
		for (const name of new Set(given.flatMap((names) => [...names]))) {
			const tally = tallies.get(name)!;
			tally.of++;
			if (given.every((names) => names.has(name))) tally.agreed++;
		}
	}
	const found = [];
	for (const [name, { spans, agreed, of }] of tallies) {
		yield;
		const difference = disagreement(spans, length);
		const counts = spans.map((one) => one.length);
		const agreement: ClassAgreement = { name, counts, alphaU: unitizedAlpha([difference]), agreed, of };
		found.push({ agreement, disagreement: difference });
	}
	return found.sort((a, b) => b.agreement.of - a.agreement.of || (a.agreement.name < b.agreement.name ? -1 : 1));
}

function present(marks: readonly (Mark | undefined)[]): Mark[] {
	return marks.filter((mark) => mark !== undefined);
}
