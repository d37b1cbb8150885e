// Aligns two texts' paragraphs by what they say, in whatever order the translation put them. Deterministic, no I/O.
import type { Role } from '../seed/model';
import { rolesOf } from '../seed/roles';
import { type Cell, findEvidence } from './evidence';
import type { Lexicon } from './lexicon';
import { findMatches, type Matches, turn } from './matches';
import type { Alignment, Pin, Side } from './model';
import { limits, Pairs } from './pairs';
import { type Segment, segment } from './segments';
import { compareShapes, type Shape, shapeOf } from './shape';
import { readVocabulary, type Vocabulary } from './vocabulary';

export interface Aligner {
	/** Links of the two texts' paragraphs. `pins` are kept as they are: a pinned paragraph has just the partners of its pins. */
	align(source: Side, target: Side, pins?: readonly Pin[]): Alignment;
}

/** Texts with more pairs of paragraphs than this are compared by whole paragraphs, not by sentences. */
const mostSentencePairs = 160_000;

const header = /^\s*date\s+\d{4}-\d{2}-\d{2}\s*/;

/** One text, read. */
interface Reading {
	readonly segments: readonly Segment[];
	readonly vocabulary: Vocabulary;
	readonly roles: readonly Role[];
	readonly shapes: readonly Shape[];
}

/** Texts, by sentences: one is often compared with many, and many with one. */
const readings = new WeakMap<Side, { readonly lexicon: Lexicon; readonly reading: Reading }>();

function readOnce(side: Side, whole: boolean, lexicon: Lexicon): Reading {
	const known = whole ? undefined : readings.get(side);
	if (known?.lexicon === lexicon) return known.reading;
	const reading = read(side, whole, lexicon);
	if (!whole) readings.set(side, { lexicon, reading });
	return reading;
}

/** Reads a text that is going to be compared, so that the comparison itself takes less long. */
export function readAhead(side: Side, lexicon: Lexicon): void {
	readOnce(side, false, lexicon);
}

function read({ language, paragraphs, roles = rolesOf(paragraphs) }: Side, whole: boolean, lexicon: Lexicon): Reading {
	const texts = paragraphs.map((text, at) => (at === 0 ? text.replace(header, '') : text));
	const segments = segment(texts, whole);
	return {
		segments,
		vocabulary: readVocabulary(segments, texts.length, language, lexicon),
		roles,
		shapes: texts.map((text, at) => shapeOf(text, roles[at] ?? 'body')),
	};
}

const meanLength = (shapes: readonly Shape[]) =>
	shapes.reduce((sum, shape) => sum + shape.length, 1) / Math.max(1, shapes.length);

/** The cells of each segment of `own` with paragraphs of `other`. */
function look(own: Reading, other: Reading, matches: Matches): Cell[][] {
	const shapes = own.segments.map(({ paragraph, text }) => shapeOf(text, own.roles[paragraph] ?? 'body'));
	const compare = compareShapes(shapes, other.shapes, meanLength(other.shapes) / meanLength(own.shapes));
	return findEvidence(own.vocabulary, other.vocabulary, matches, compare);
}

/** Only what the pins allow; their own cells are certain. `pinned`: other side's paragraphs by own paragraph. */
function applyPins(
	cells: readonly Cell[][],
	segments: readonly Segment[],
	pins: readonly (readonly [number | undefined, number | undefined])[],
): Cell[][] {
	if (!pins.length) return cells as Cell[][];
	const mine = new Set(pins.map(([own]) => own));
	const theirs = new Set(pins.map(([, other]) => other));
	return cells.map((row, at) => {
		const { paragraph } = segments[at]!;
		if (!mine.has(paragraph)) return row.filter((cell) => !theirs.has(cell.paragraph));
		return pins
			.filter(([own, other]) => own === paragraph && other !== undefined)
			.map(([, other]) => ({ segment: at, paragraph: other!, score: limits.certain }));
	});
}

/** Everything two texts' alignment rests on. */
export function compare(source: Side, target: Side, lexicon: Lexicon, pins: readonly Pin[] = []) {
	const whole = source.paragraphs.length * target.paragraphs.length > mostSentencePairs;
	const [a, b] = [readOnce(source, whole, lexicon), readOnce(target, whole, lexicon)];
	const matches = findMatches(a.vocabulary, b.vocabulary);
	const valid = pins.filter((pin) => (pin.source ?? 0) < a.shapes.length && (pin.target ?? 0) < b.shapes.length);
	const forthPins = valid.map((pin) => [pin.source, pin.target] as const);
	const backPins = valid.map((pin) => [pin.target, pin.source] as const);
	return {
		forth: {
			segments: a.segments,
			cells: applyPins(look(a, b, matches), a.segments, forthPins),
			roles: a.roles,
			size: b.shapes.length,
		},
		back: {
			segments: b.segments,
			cells: applyPins(look(b, a, turn(matches)), b.segments, backPins),
			roles: b.roles,
			size: a.shapes.length,
		},
		pins: valid,
	};
}

/** An aligner with the word lists given; with none it works from numbers, names and cognates. */
export function createAligner(lexicon: Lexicon): Aligner {
	return {
		align(source, target, pins = []) {
			const { forth, back, pins: valid } = compare(source, target, lexicon, pins);
			return new Pairs(forth, back, valid).align();
		},
	};
}
