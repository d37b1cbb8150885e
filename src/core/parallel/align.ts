// Aligns two texts' paragraphs by what they say, in whatever order the translation put them. Deterministic, no I/O.
import type { Role } from '../seed/model';
import { rolesOf } from '../seed/roles';
import { chain, type Emission } from './chain';
import { type Cell, findEvidence } from './evidence';
import type { Lexicon } from './lexicon';
import { findMatches } from './matches';
import type { Alignment, Link, Pin, Side } from './model';
import { type Shape, shapeOf } from './shape';
import { readVocabulary } from './vocabulary';

export interface Aligner {
	/** Links of the two texts' paragraphs. `pins` are kept as they are: a paragraph that is pinned has just the partners of its pins. */
	align(source: Side, target: Side, pins?: readonly Pin[]): Alignment;
}

/** What makes a link sure enough, and how roles change the odds of having no partner; tuned on half of the NTREX articles. */
export const limits = {
	link: 0.4,
	sharpness: 1.5,
	lift: 0.6,
	pinned: 40,
	absent: { heading: 1, byline: 1, caption: 1, body: 1, furniture: 4 },
};

const header = /^\s*date\s+\d{4}-\d{2}-\d{2}\s*/;

interface Cellmate extends Cell {
	forth: number;
	back: number;
}

function withoutHeader(side: Side): readonly string[] {
	return side.paragraphs.map((text, at) => (at === 0 ? text.replace(header, '') : text));
}

export function shapesOf(texts: readonly string[], roles: readonly Role[] = rolesOf(texts)): Shape[] {
	return texts.map((text, at) => shapeOf(text, roles[at] ?? 'body'));
}

/** Cells by target paragraph, in source order. */
function byTarget(rows: readonly (readonly Cellmate[])[], size: number): Cellmate[][] {
	const columns: Cellmate[][] = Array.from({ length: size }, () => []);
	for (const row of rows) for (const cell of row) columns[cell.target]!.push(cell);
	return columns;
}

function likelihood(cell: Cell): number {
	return Math.exp(Math.max(-limits.pinned, Math.min(limits.pinned, cell.score * limits.sharpness + limits.lift)));
}

function absences(roles: readonly Role[] | undefined, size: number): number[] {
	return Array.from({ length: size }, (_, at) => limits.absent[roles?.[at] ?? 'body']);
}

/** Only what the pins allow; their own cells are certain. */
function applyPins(rows: readonly (readonly Cell[])[], pins: readonly Pin[]): Cellmate[][] {
	const pinnedSource = new Set(pins.map((pin) => pin.source));
	const pinnedTarget = new Set(pins.map((pin) => pin.target));
	const free = rows.map((row, i) =>
		row
			.filter((cell) => !pinnedSource.has(i) && !pinnedTarget.has(cell.target))
			.map((cell) => ({ ...cell, forth: 0, back: 0 })),
	);
	for (const { source, target } of pins)
		if (source !== undefined && target !== undefined)
			free[source]?.push({ source, target, score: limits.pinned, features: [], forth: 0, back: 0 });
	return free;
}

function confide(rows: Cellmate[][], columns: Cellmate[][], source: Side, target: Side): void {
	const emissions = (lists: Cellmate[][], place: 'source' | 'target'): Emission[][] =>
		lists.map((list) => list.map((cell) => ({ place: cell[place], likelihood: likelihood(cell) })));
	const [n, m] = [rows.length, columns.length];
	const forth = chain(emissions(rows, 'target'), absences(source.roles, n), m);
	const back = chain(emissions(columns, 'source'), absences(target.roles, m), n);
	rows.forEach((row, i) => row.forEach((cell, k) => (cell.forth = forth[i]![k]!)));
	columns.forEach((column, j) => column.forEach((cell, k) => (cell.back = back[j]![k]!)));
}

const confidence = (cell: Cellmate) => (cell.forth + cell.back) / 2;

/** Joins links that share a paragraph into one, with the mean of their scores. */
function gather(cells: readonly Cellmate[]): Link[] {
	const groups: { source: Set<number>; target: Set<number>; scores: number[] }[] = [];
	const [bySource, byTarget] = [new Map<number, number>(), new Map<number, number>()];
	for (const cell of cells) {
		const at = bySource.get(cell.source) ?? byTarget.get(cell.target) ?? groups.length;
		const group = (groups[at] ??= { source: new Set(), target: new Set(), scores: [] });
		group.source.add(cell.source);
		group.target.add(cell.target);
		group.scores.push(cell.score === limits.pinned ? 1 : confidence(cell));
		bySource.set(cell.source, at);
		byTarget.set(cell.target, at);
	}
	const ascending = (set: Set<number>) => [...set].sort((x, y) => x - y);
	return groups
		.map(({ source, target, scores }) => ({
			source: ascending(source),
			target: ascending(target),
			score: Math.round((1000 * scores.reduce((sum, score) => sum + score, 0)) / scores.length) / 1000,
		}))
		.sort((x, y) => x.source[0]! - y.source[0]!);
}

/** The best place for each list's paragraph; where nothing speaks for any, the place after the previous one's. */
function jumps(lists: readonly (readonly Cellmate[])[], place: 'source' | 'target', size: number): number[] {
	let last = -1;
	return lists.map((list) => {
		if (size === 0) return -1;
		let best: Cellmate | undefined;
		for (const cell of list) if (!best || confidence(cell) > confidence(best)) best = cell;
		last = best ? best[place] : Math.min(size - 1, last + 1);
		return last;
	});
}

/** Links and jumps from the evidence and the order of the paragraphs. */
export function settle(rows: Cellmate[][], source: Side, target: Side): Alignment {
	const columns = byTarget(rows, target.paragraphs.length);
	confide(rows, columns, source, target);
	const sure = rows.flat().filter((cell) => confidence(cell) >= limits.link);
	return {
		links: gather(sure),
		jump: jumps(rows, 'target', target.paragraphs.length),
		jumpBack: jumps(columns, 'source', source.paragraphs.length),
	};
}

/** An aligner with the word lists given; with none it works from numbers, names and cognates. */
export function createAligner(lexicon: Lexicon): Aligner {
	return {
		align(source, target, pins = []) {
			const [left, right] = [withoutHeader(source), withoutHeader(target)];
			const a = readVocabulary(left, source.language, lexicon);
			const b = readVocabulary(right, target.language, lexicon);
			const shapes = {
				source: shapesOf(left, source.roles),
				target: shapesOf(right, target.roles),
			};
			const rows = applyPins(findEvidence(a, b, findMatches(a, b), shapes), pins);
			return settle(rows, source, target);
		},
	};
}
