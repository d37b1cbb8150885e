// How far annotators agree who read the same text: what they marked in common, how they named it, and where they differ.
import type { Annotation } from '../annotations/model';
import type { Span } from '../text/span';
import { cohenKappa, krippendorffAlpha } from './coefficients';
import { disagreement, unitizedAlpha } from './unitized';

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

/** Compares two or more annotators of one text that is `length` UTF-16 units long. Marks outside of it, or empty, count for nothing. */
export function agreementOf(given: readonly Annotator[], length: number): Agreement {
	const annotators = given.map(({ name, marks }) => ({
		name,
		marks: marks
			.filter(({ start, end }) => 0 <= start && start < end && end <= length)
			.sort((a, b) => a.start - b.start),
	}));
	const matches = match(annotators);
	const kinds = classes(annotators, matches, length, ({ kind }) => [kind]);
	const tags = classes(annotators, matches, length, (annotation) => annotation.tags);
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

/** Greedy, the best overlap first, of equal ones those of one kind; each annotator joins with what those before marked. */
function match(annotators: readonly Annotator[]): Match[] {
	const groups: (Mark | undefined)[][] = [];
	for (const [who, { marks }] of annotators.entries()) {
		const ranked = marks.flatMap((mark) => rankedFor(mark, groups));
		ranked.sort((a, b) => b.overlap - a.overlap || b.isSameKind - a.isSameKind);
		const placed = new Set<Mark>();
		for (const { mark, group } of ranked) {
			if (placed.has(mark) || group[who]) continue;
			group[who] = mark;
			placed.add(mark);
		}
		for (const mark of marks) {
			if (placed.has(mark)) continue;
			const group = annotators.map(() => undefined as Mark | undefined);
			group[who] = mark;
			groups.push(group);
		}
	}
	return groups.map(matchOf).sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function rankedFor(mark: Mark, groups: readonly (Mark | undefined)[][]) {
	return groups.flatMap((group) => {
		const others = present(group);
		const overlap = Math.max(...others.map((other) => overlapOf(mark, other)));
		const isSameKind = Number(others.some(({ annotation }) => annotation.kind === mark.annotation.kind));
		return overlap >= leastOverlap ? [{ mark, group, overlap, isSameKind }] : [];
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

function classes(
	annotators: readonly Annotator[],
	matches: readonly Match[],
	length: number,
	namesOf: (annotation: Annotation) => readonly string[],
) {
	const has = (name: string) => (mark: Mark) => namesOf(mark.annotation).includes(name);
	const names = new Set(annotators.flatMap(({ marks }) => marks.flatMap(({ annotation }) => namesOf(annotation))));
	const found = [...names].map((name) => {
		const spans = annotators.map(({ marks }) => marks.filter(has(name)));
		const involved = matches.filter(({ marks }) => present(marks).some(has(name)));
		const agreed = involved.filter(({ marks }) => marks.every((mark) => mark && has(name)(mark))).length;
		const difference = disagreement(spans, length);
		const agreement: ClassAgreement = {
			name,
			counts: spans.map((one) => one.length),
			alphaU: unitizedAlpha([difference]),
			agreed,
			of: involved.length,
		};
		return { agreement, disagreement: difference };
	});
	return found.sort((a, b) => b.agreement.of - a.agreement.of || (a.agreement.name < b.agreement.name ? -1 : 1));
}

function present(marks: readonly (Mark | undefined)[]): Mark[] {
	return marks.filter((mark) => mark !== undefined);
}
