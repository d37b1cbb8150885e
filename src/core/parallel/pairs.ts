// Pairs of paragraphs with how sure each direction is, and the links and jumps that follow from them.
import type { Role } from '../seed/model';
import { chain, motion } from './chain';
import type { Cell } from './evidence';
import { type Lengths, withMerged } from './merges';
import type { Alignment, Link, Pin } from './model';
import { confidence, type Pair } from './pair';
import type { Segment } from './segments';
import { jumps, whereabouts } from './whereabouts';

/** What one direction of looking found. */
export interface Direction {
	readonly segments: readonly Segment[];
	/** Per segment. */
	readonly cells: readonly (readonly Cell[])[];
	/** Per own paragraph. */
	readonly roles: readonly Role[];
	/** How many paragraphs the other side has. */
	readonly size: number;
}

/** What makes a link sure enough, and how the odds of having no partner depend on the role. Tuned on half of the NTREX and WMT21 articles and on the pairs in the unit tests. */
export const limits = {
	link: 0.5,
	sharpness: 0.857,
	lift: 0.5,
	/**
	 * How much has no partner differs from pair to pair: it is first taken as usual, and so many segments of that speak beside
	 * those of the pair when it is told anew. Chosen on natural pairs aligned by hand.
	 */
	usualSegments: 80,
	mostNowhere: 0.3,
	/** Texts with more pairs of segments and paragraphs than this are told once: a second time costs a third more. */
	mostRevised: 1_000_000,
	/**
	 * Two texts tell the same story from this sum on: kinship, see `Pairs`, and the strongest cell's score weighed. Chosen
	 * so that of 80 pairs of different stories 3 are linked.
	 */
	story: 0.7,
	peak: 0.2,
	/** Log odds beyond which more evidence changes nothing. */
	certain: 30,
	absent: { heading: 1, byline: 2, caption: 1.5, body: 1, furniture: 4 } satisfies Record<Role, number>,
};

const likelihood = ({ score }: Cell) =>
	Math.exp(Math.max(-limits.certain, Math.min(limits.certain, score * limits.sharpness + limits.lift)));

/**
 * The probability of each cell, in the shape of `cells`: where as much has no partner as usual, and revised where as much
 * has none as it then seems here.
 */
function believe({ segments, cells, roles, size }: Direction) {
	const rows = segments.map(({ paragraph, opens }, at) => ({
		emissions: cells[at]!.map((cell) => ({ place: cell.paragraph, likelihood: likelihood(cell) })),
		opens,
		absent: limits.absent[roles[paragraph] ?? 'body'],
	}));
	const probable = chain(rows, size);
	if (rows.length * size > limits.mostRevised) return { probable, revised: probable };
	let [nowhere, count] = [motion.nowhere * limits.usualSegments, limits.usualSegments];
	rows.forEach(({ absent }, at) => {
		if (absent >= limits.absent.byline) return;
		nowhere += 1 - probable[at]!.reduce((sum, one) => sum + one, 0);
		count++;
	});
	const share = Math.max(motion.nowhere, Math.min(limits.mostNowhere, nowhere / count));
	return { probable, revised: chain(rows, size, share) };
}

/** Past this length a segment weighs no more, in UTF-16 units. */
const longest = 400;

/** Of each paragraph, by its segments. */
function lengthsOf(segments: readonly Segment[]): number[] {
	const lengths: number[] = [];
	for (const { paragraph, text } of segments) lengths[paragraph] = (lengths[paragraph] ?? 0) + text.length + 1;
	return lengths;
}

/** Pairs by source, then target. */
export class Pairs {
	readonly #rows: Map<number, Pair>[];
	readonly #size: number;
	readonly #pinned: boolean;
	readonly #roles: { readonly source: readonly Role[]; readonly target: readonly Role[] };
	readonly #lengths: Lengths;
	readonly #evidence: number[] = [];
	/** Of the strongest cell. */
	#peak = -limits.certain;

	/** `forth`: source segments with target paragraphs; `back`: target segments with source paragraphs. */
	constructor(forth: Direction, back: Direction, pins: readonly Pin[]) {
		this.#size = forth.size;
		this.#roles = { source: forth.roles, target: back.roles };
		this.#rows = Array.from({ length: back.size }, () => new Map());
		this.#pinned = pins.some(({ source, target }) => source !== undefined && target !== undefined);
		this.#lengths = { source: lengthsOf(forth.segments), target: lengthsOf(back.segments) };
		this.#add(forth, (paragraph, other) => this.#at(paragraph, other), 'forth', 'forthShare');
		this.#add(back, (paragraph, other) => this.#at(other, paragraph), 'back', 'backShare');
		for (const { source, target } of pins)
			if (source !== undefined && target !== undefined && source < back.size && target < forth.size)
				Object.assign(this.#at(source, target), { pinned: true, forth: 1, back: 1, forthShare: 1, backShare: 1 });
	}

	#at(source: number, target: number): Pair {
		const row = this.#rows[source]!;
		let pair = row.get(target);
		if (!pair) {
			pair = { source, target, forth: 0, back: 0, forthShare: 0, backShare: 0, score: -limits.certain, pinned: false };
			row.set(target, pair);
		}
		return pair;
	}

	#add(
		direction: Direction,
		at: (paragraph: number, other: number) => Pair,
		most: 'forth' | 'back',
		share: 'forthShare' | 'backShare',
	): void {
		const lengths = lengthsOf(direction.segments);
		let [evidence, total] = [0, 0];
		const { probable, revised } = believe(direction);
		revised.forEach((row, segment) => {
			const { paragraph, text } = direction.segments[segment]!;
			const weight = Math.min(longest, text.length + 1);
			total += weight;
			row.forEach((probability, k) => {
				const cell = direction.cells[segment]![k]!;
				const pair = at(paragraph, cell.paragraph);
				pair[most] = Math.max(pair[most], probability);
				pair.score = Math.max(pair.score, cell.score);
				pair[share] += (probability * (text.length + 1)) / lengths[paragraph]!;
				this.#peak = Math.max(this.#peak, cell.score);
				evidence += weight * probable[segment]![k]! * Math.max(-3, Math.min(4, cell.score));
			});
		});
		this.#evidence.push(total ? evidence / total : -3);
	}

	/** Mean log odds of what is linked, over the whole of the text that is covered better: low for two different stories. */
	get kinship(): number {
		return Math.max(...this.#evidence);
	}

	/** The same over both texts: low also where one tells much that the other does not. */
	get likeness(): number {
		return (this.#evidence[0]! + this.#evidence[1]!) / 2;
	}

	/** Links that are sure enough; none where the two texts tell different stories, unless a person linked some. */
	links(): Link[] {
		if (this.kinship + limits.peak * this.#peak < limits.story && !this.#pinned) return [];
		const pairs = [...this.all()].filter((pair) => !this.#isFurniture(pair));
		const sure = pairs.filter((pair) => confidence(pair) >= limits.link);
		return gather(withMerged(sure, pairs, this.#lengths));
	}

	/** Both are dates of publication, tags, buttons: alike, and no part of the story. */
	#isFurniture({ source, target, pinned }: Pair): boolean {
		return !pinned && this.#roles.source[source] === 'furniture' && this.#roles.target[target] === 'furniture';
	}

	*all(): Iterable<Pair> {
		for (const row of this.#rows) yield* row.values();
	}

	align(): Alignment {
		const links = this.links();
		const rows = this.#rows.map((row) => [...row.values()]);
		const columns: Pair[][] = Array.from({ length: this.#size }, () => []);
		for (const pair of this.all()) columns[pair.target]!.push(pair);
		const forth = whereabouts(rows, 'target', columns.length, links);
		const back = whereabouts(columns, 'source', rows.length, links);
		return {
			links,
			jump: jumps(forth, columns.length),
			jumpBack: jumps(back, rows.length),
			whereabouts: forth,
			whereaboutsBack: back,
		};
	}
}

/** Pairs as links: source paragraphs with the very same partners share one, so that a link never says more than its pairs. */
function gather(pairs: readonly Pair[]): Link[] {
	const bySource = new Map<number, Pair[]>();
	for (const pair of pairs) bySource.set(pair.source, [...(bySource.get(pair.source) ?? []), pair]);
	const byTargets = new Map<string, Pair[]>();
	for (const own of bySource.values()) {
		const targets = own.map((pair) => pair.target).join();
		byTargets.set(targets, [...(byTargets.get(targets) ?? []), ...own]);
	}
	return [...byTargets.values()].map((group) => ({
		source: indexes(group, 'source'),
		target: indexes(group, 'target'),
		score: Math.round((1000 * group.reduce((sum, pair) => sum + confidence(pair), 0)) / group.length) / 1000,
	}));
}

const indexes = (pairs: readonly Pair[], side: 'source' | 'target') =>
	[...new Set(pairs.map((pair) => pair[side]))].sort((x, y) => x - y);
