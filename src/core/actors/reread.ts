// Reading a large catalogue without making anybody wait: again after an edit only what the edit touched, and anew in pieces.
// The result is the one that `readCatalogue` gives; where pieces might say something else, that is asked.
import type { Problem } from '../problems';
import { complete, type Steps } from '../steps';
import { minimalEdit } from '../text/edits';
import type { Span } from '../text/span';
import { yamlSizeLimit } from '../yaml/document';
import { catalogueFormat, readCatalogue } from './catalogue';
import type { CatalogueEntry, CatalogueFile, KeyPlace } from './model';

/** About what is read in some 10 ms, in UTF-16 units. */
const pieceLength = 50_000;

/** Entries that are moved in one step of some milliseconds. */
const shiftsInStep = 1000;

/** What a piece begins with, so that it is a catalogue of its own. */
const head = `format: ${catalogueFormat}\n`;

/** What makes lines mean something else than they would alone: documents, conflicts, characters that YAML forbids. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const foreign = /^(?:---|\.\.\.|%|[<|=>]{7})|[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff]|\r(?!\n)/m;

/** Of one file no more problems are kept; a piece that has as many may have more. */
const mostProblems = 90;

/** What a file's text says after it has changed, by what it said before: only entries that the change touched are read. */
export function rereadCatalogue(previous: CatalogueFile, text: string): CatalogueFile {
	return complete(rereadSteps(previous, text));
}

/** The same in steps; a change that cannot be read alone costs a step for every 50,000 characters of the file. */
export function* rereadSteps(previous: CatalogueFile, text: string): Steps<CatalogueFile> {
	const edit = minimalEdit(previous.text, text);
	if (!edit) return previous;
	const near = touched(previous, edit, text.length - previous.text.length);
	const piece = near && readPiece(text, near.now);
	yield;
	const whole = near && piece && (yield* spliced(previous, text, near, piece));
	return whole ?? (yield* readSteps(text));
}

/** Reads a file's text in steps. */
export function* readSteps(text: string): Steps<CatalogueFile> {
	const starts = pieceStarts(text);
	if (starts.length < 3 || text.length > yamlSizeLimit || foreign.test(text)) return readCatalogue(text);
	const first = readCatalogue(text.slice(0, starts[1]));
	if (!first.keys.some(({ key }) => key === 'format')) return readCatalogue(text);
	const pieces: CatalogueFile[] = [first];
	for (let i = 1; i < starts.length; i++) {
		yield;
		const piece = readPiece(text, { start: starts[i]!, end: starts[i + 1] ?? text.length });
		if (!piece) return readCatalogue(text);
		pieces.push(piece);
	}
	yield;
	return joined(text, pieces) ?? readCatalogue(text);
}

/** Where pieces begin: lines that look like top-level keys. The first is 0. */
function pieceStarts(text: string): number[] {
	const starts = [0];
	const key = /^[\p{L}\p{N}'"_][^\n]*:/gmu;
	for (;;) {
		key.lastIndex = starts.at(-1)! + pieceLength;
		const found = key.lastIndex < text.length ? key.exec(text) : null;
		if (!found) return starts;
		starts.push(found.index);
	}
}

/** A stretch of whole entries, its places as in the file; undefined where it may mean something else there. */
function readPiece(text: string, { start, end }: Span): CatalogueFile | undefined {
	const source = text.slice(start, end);
	if (foreign.test(source)) return undefined;
	const piece = readCatalogue(head + source);
	const by = start - head.length;
	const [format, ...keys] = piece.keys;
	if (!format || keys.some(({ key }) => key === 'format') || piece.problems.length > mostProblems) return undefined;
	return {
		...piece,
		text,
		keys: keys.map((key) => shiftKey(key, by)),
		entries: piece.entries.map((entry) => shiftEntry(entry, by)),
		problems: piece.problems.map((problem) => shiftProblem(problem, by)),
	};
}

interface Touched {
	/** What an edit changes, from the start of a key's line to the start of another's, before and after it. */
	readonly before: Span;
	readonly now: Span;
}

/** Undefined where the head of the file is touched, or the file was not understood by its lines. */
function touched({ keys, text }: CatalogueFile, edit: Span, growth: number): Touched | undefined {
	const first = countBefore(keys, (key) => key.start, edit.start) - 1;
	// that the format is missing is said at the first entry, whichever that is
	if (first < 0 || keys[first]!.key === 'format' || !keys.some(({ key }) => key === 'format')) return undefined;
	let next = first + 1;
	while (next < keys.length && keys[next]!.start <= edit.end) next++;
	const start = keys[first]!.start;
	const end = keys[next]?.start ?? text.length;
	return { before: { start, end }, now: { start, end: end + growth } };
}

/** How many of some items, which are in order of their places, stand before the offset. */
function countBefore<T>(items: readonly T[], at: (item: T) => number, offset: number): number {
	let [low, high] = [0, items.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (at(items[middle]!) < offset) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** The file with a piece read anew. */
function* spliced(
	{ keys, entries, problems }: CatalogueFile,
	text: string,
	{ before, now }: Touched,
	piece: CatalogueFile,
): Steps<CatalogueFile | undefined> {
	const by = now.end - before.end;
	function* part<T>(all: readonly T[], at: (item: T) => number, shift: (item: T, by: number) => T, mine: readonly T[]) {
		const whole = all.slice(0, countBefore(all, at, before.start)).concat(mine);
		const later = all.slice(countBefore(all, at, before.end));
		if (!by) return whole.concat(later);
		for (const [i, item] of later.entries()) {
			if (i % shiftsInStep === 0) yield;
			whole.push(shift(item, by));
		}
		return whole;
	}
	return checked({
		text,
		keys: yield* part(keys, (key) => key.start, shiftKey, piece.keys),
		entries: yield* part(entries, ({ idSpan }) => idSpan.start, shiftEntry, piece.entries),
		problems: yield* part(problems, ({ span }) => span.start, shiftProblem, piece.problems),
	});
}

function joined(text: string, pieces: readonly CatalogueFile[]): CatalogueFile | undefined {
	return checked({
		text,
		keys: pieces.flatMap(({ keys }) => keys),
		entries: pieces.flatMap(({ entries }) => entries),
		problems: pieces.flatMap(({ problems }) => problems),
	});
}

/** Undefined where a key stands twice, or so much is wrong that not all of it would be told. */
function checked(file: Pick<CatalogueFile, 'text' | 'keys' | 'entries' | 'problems'>): CatalogueFile | undefined {
	const { text, keys, problems } = file;
	if (new Set(keys.map(({ key }) => key)).size < keys.length || problems.length > mostProblems) return undefined;
	if (text.length > yamlSizeLimit) return undefined;
	const isSound = problems.every(({ code, severity }) => severity !== 'error' || code.startsWith('catalogue/'));
	return { ...file, writable: isSound, isBlank: keys.length === 0 };
}

function shift({ start, end }: Span, by: number): Span {
	return { start: start + by, end: end + by };
}

function shiftKey({ key, start }: KeyPlace, by: number): KeyPlace {
	return { key, start: start + by };
}

function shiftProblem(problem: Problem, by: number): Problem {
	return { ...problem, span: shift(problem.span, by) };
}

function shiftEntry({ id, idSpan, span, fields, names, references }: CatalogueEntry, by: number): CatalogueEntry {
	return {
		id,
		idSpan: shift(idSpan, by),
		span: shift(span, by),
		fields,
		names: names.map((place) => ({ language: place.language, name: place.name, span: shift(place.span, by) })),
		references: references.map((place) => ({ id: place.id, span: shift(place.span, by) })),
	};
}
