// What linked paragraphs tell differently: “$20 billion” here and “$20 million” there, another date, a name that one leaves out.
import { rolesOf } from '../seed/roles';
import type { Span } from '../text/span';
import type { Alignment, Link, Side } from './model';
import { type Quantity, readQuantities } from './quantities';

/** Someone named; `actor` is the same in every language. Offsets are into the paragraph. */
export interface NamePlace extends Span {
	/** Undefined: the text knows them, which is all that counts. */
	readonly paragraph: number | undefined;
	readonly actor: string;
}

/** A text to compare, with the names found in it; without them only quantities are compared. */
export interface NamedSide extends Side {
	readonly names?: readonly NamePlace[];
}

/** Where a text says it. Offsets are into the paragraph's text as the side gives it. */
export interface Passage extends Span {
	readonly paragraph: number;
	readonly text: string;
}

/** At least one side is there. Both: they contradict each other. One: the other text says nothing like it anywhere. */
export interface Difference {
	readonly kind: 'number' | 'percent' | 'money' | 'date' | 'name';
	readonly source: Passage | undefined;
	readonly target: Passage | undefined;
	/** The paragraphs that are linked: where one side is silent, this is where it could have spoken. */
	readonly link: Pick<Link, 'source' | 'target'>;
}

/** Links less sure than this are not compared. Chosen by looking at the differences found in news pairs. */
const sureLink = 0.6;
/** One side is silent only where the paragraphs are of much the same length: else the desk has just left things out. */
const likeLength = 0.6;

/** A quantity with its paragraph. */
interface Placed extends Quantity {
	readonly paragraph: number;
}

interface Reading {
	readonly side: NamedSide;
	readonly quantities: readonly (readonly Placed[])[];
}

function read(side: NamedSide): Reading {
	const roles = side.roles ?? rolesOf(side.paragraphs);
	const quantities = side.paragraphs.map((text, paragraph) =>
		roles[paragraph] === 'furniture' || roles[paragraph] === 'byline'
			? []
			: readQuantities(text, side.language).map((one) => ({ ...one, paragraph })),
	);
	return { side, quantities };
}

/** In the order of the source, then of the target. */
export function findDifferences(
	source: NamedSide,
	target: NamedSide,
	{ links }: Pick<Alignment, 'links'>,
): Difference[] {
	const [a, b] = [read(source), read(target)];
	const sure = links.filter(({ score }) => score >= sureLink);
	return joinLinks(sure).flatMap((link) => [...compareQuantities(a, b, link), ...compareNames(a, b, link)]);
}

type Group = Pick<Link, 'source' | 'target'>;

/** Links that share paragraphs, as one. */
function joinLinks(links: readonly Link[]): Group[] {
	const groups: { source: Set<number>; target: Set<number> }[] = [];
	for (const link of links) {
		const touched = groups.filter(
			(group) => link.source.some((at) => group.source.has(at)) || link.target.some((at) => group.target.has(at)),
		);
		const source = new Set([...link.source, ...touched.flatMap((group) => [...group.source])]);
		const target = new Set([...link.target, ...touched.flatMap((group) => [...group.target])]);
		for (const group of touched) groups.splice(groups.indexOf(group), 1);
		groups.push({ source, target });
	}
	const sorted = (set: ReadonlySet<number>) => [...set].sort((x, y) => x - y);
	return groups
		.map(({ source, target }) => ({ source: sorted(source), target: sorted(target) }))
		.sort((x, y) => x.source[0]! - y.source[0]!);
}

/** The same quantity, as far as both are written out. */
function agree(x: Quantity, y: Quantity): boolean {
	if ((x.kind === 'date') !== (y.kind === 'date')) return false;
	const slack = x.kind === 'date' ? 0 : Math.max(x.precision, y.precision);
	return x.values.some((v) => y.values.some((w) => v === w || Math.abs(v - w) < slack * 0.999));
}

/** Of the same kind, and measured in the same: they can contradict each other. */
const comparable = (x: Quantity, y: Quantity) => x.kind === y.kind && x.currency === y.currency;

/** The same figures with another magnitude: `20 млрд` and `$20 mn`. */
const sameFigures = (x: Quantity, y: Quantity) =>
	x.digits === y.digits && x.digits !== '' && x.kind !== 'date' && x.kind !== 'year' && comparable(x, y);

const passage = ({ side }: Reading, { paragraph, start, end }: Omit<Passage, 'text'>): Passage => ({
	...{ paragraph, start, end },
	text: side.paragraphs[paragraph]!.slice(start, end),
});

function compareQuantities(a: Reading, b: Reading, link: Group): Difference[] {
	const [here, there] = [unmatched(a, b, link.source, link.target), unmatched(b, a, link.target, link.source)];
	const found: Difference[] = [];
	const note = (x: Placed | undefined, y: Placed | undefined) => {
		const kind = (x ?? y)!.kind;
		found.push({
			kind: kind === 'year' ? 'date' : kind,
			source: x && passage(a, x),
			target: y && passage(b, y),
			link,
		});
		for (const list of [here, there])
			for (const one of [x, y]) if (one && list.includes(one)) list.splice(list.indexOf(one), 1);
	};
	for (const x of [...here]) {
		const y = there.find((one) => sameFigures(x, one));
		if (y && !x.weak && !y.weak) note(x, y);
	}
	for (const x of [...here]) {
		const [y, ...more] = there.filter((one) => comparable(x, one));
		const rivals = here.filter((one) => comparable(x, one));
		if (y && !more.length && rivals.length === 1 && !x.weak && !y.weak && !x.aside && !y.aside) note(x, y);
	}
	if (ofLikeLength(a, b, link)) {
		for (const x of here.filter(isTelling)) note(x, undefined);
		for (const y of there.filter(isTelling)) note(undefined, y);
	}
	return found;
}

/** What one side of a link says and the other text says nowhere: moved to another paragraph is not left out. */
function unmatched(own: Reading, other: Reading, mine: readonly number[], theirs: readonly number[]): Placed[] {
	const near = theirs.flatMap((at) => other.quantities[at]!);
	const left = mine
		.flatMap((at) => own.quantities[at]!)
		.filter((one) => !near.some((its) => agree(one, its)))
		.filter((one) => !other.quantities.some((list) => list.some((its) => agree(one, its) && !its.weak)));
	// said twice is one difference
	return left.filter((one, at) => left.findIndex((first) => agree(first, one) && comparable(first, one)) === at);
}

/** Worth a word though the other side is silent. “100 percent” is mostly a way to say “quite”. */
const isTelling = (one: Quantity) =>
	!one.weak &&
	!one.aside &&
	(one.kind === 'money' ||
		(one.kind === 'percent' && one.values[0] !== 100) ||
		(one.kind === 'number' && one.digits.length > 1));

function ofLikeLength(a: Reading, b: Reading, link: Group): boolean {
	const size = ({ side }: Reading, list: readonly number[]) =>
		list.reduce((sum, at) => sum + side.paragraphs[at]!.length, 0);
	const [x, y] = [size(a, link.source), size(b, link.target)];
	return Math.min(x, y) / Math.max(x, y) >= likeLength;
}

/** Someone whom a linked paragraph names and the other text never does. */
function compareNames(a: Reading, b: Reading, link: Group): Difference[] {
	if (!a.side.names || !b.side.names || !ofLikeLength(a, b, link)) return [];
	const only = (own: Reading, other: Reading, mine: readonly number[]) => {
		const known = new Set(other.side.names!.map(({ actor }) => actor));
		const missing = own.side.names!.flatMap(({ paragraph, ...name }) =>
			paragraph !== undefined && mine.includes(paragraph) && !known.has(name.actor) ? [{ ...name, paragraph }] : [],
		);
		return missing.filter((one, at) => missing.findIndex(({ actor }) => actor === one.actor) === at);
	};
	return [
		...only(a, b, link.source).map((one) => ({
			kind: 'name' as const,
			source: passage(a, one),
			target: undefined,
			link,
		})),
		...only(b, a, link.target).map((one) => ({
			kind: 'name' as const,
			source: undefined,
			target: passage(b, one),
			link,
		})),
	];
}
