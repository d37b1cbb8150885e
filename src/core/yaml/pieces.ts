// Reading a large file that is one map without making anybody wait: again after an edit only what the edit touched, and anew in
// pieces. The result is the one that reading the whole gives; where pieces might say something else, that is asked.
import type { Problem } from '../problems';
import { countWhile } from '../sorted';
import { complete, type Steps } from '../steps';
import { minimalEdit } from '../text/edits';
import type { Span } from '../text/span';
import { yamlSizeLimit } from './document';
import type { YamlMap } from './nodes';

export interface KeyPlace {
	readonly key: string;
	/** Where the line begins. */
	readonly start: number;
}

/** What files of all formats have. */
export interface Keyed {
	readonly text: string;
	readonly problems: readonly Problem[];
	/** All top-level keys, `format` included, in file order; empty where they do not each begin a line. */
	readonly keys: readonly KeyPlace[];
}

/** What a file holds, with where it stands. */
export interface Item<T> {
	readonly start: number;
	readonly value: T;
}

/** A format whose files are put together of items. */
export interface Form<F extends Keyed, T> {
	/** `name@version`. */
	readonly format: string;
	/** What the codes of problems begin with that do not keep the file from being written. */
	readonly area: string;
	read(text: string): F;
	/** All that stands in the file, in file order. Undefined where it cannot be told piece by piece. */
	items(file: F): readonly Item<T>[] | undefined;
	/** The value so many UTF-16 units further on. */
	shift(value: T, by: number): T;
	/** The file that holds these. */
	make(file: Keyed & { readonly items: readonly Item<T>[]; readonly writable: boolean }): F;
}

/** About what is read in some 3 ms, or four times as long the very first time, in UTF-16 units. */
const pieceLength = 15_000;

/** Items that are moved in one step of some milliseconds. */
const shiftsInStep = 1000;

/** What makes lines mean something else than they would alone: documents, conflicts, characters that YAML forbids. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const foreign = /^(?:---|\.\.\.|%|[<|=>]{7})|[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff]|\r(?!\n)/m;

/** Of one file no more mistakes in its YAML are kept; a piece that has as many may have more. */
const mostMistakes = 90;

/** The top-level keys as `Keyed` has them. */
export function keysOf(text: string, root: YamlMap | undefined): KeyPlace[] {
	const keys = (root?.pairs ?? []).map(({ key }) => ({ key: key.text, start: key.span.start }));
	return keys.every(({ start }) => start === 0 || text[start - 1] === '\n') ? keys : [];
}

/** What the file's text says after it has changed, by what it said before: only entries that the change touched are read. */
export function reread<F extends Keyed, T>(form: Form<F, T>, previous: F, text: string): F {
	return complete(rereadInSteps(form, previous, text));
}

/** The same in steps; a change that cannot be read alone costs a step for every 15,000 characters of the file. */
export function* rereadInSteps<F extends Keyed, T>(form: Form<F, T>, previous: F, text: string): Steps<F> {
	const edit = minimalEdit(previous.text, text);
	if (!edit) return previous;
	const near = touched(previous, edit, text.length - previous.text.length);
	const isLarge = near && near.now.end - near.now.start > 2 * pieceLength;
	const piece = near && !isLarge ? readPiece(form, text, near.now) : undefined;
	yield;
	const whole = near && piece && (yield* spliced(form, previous, text, near, piece));
	return whole ?? (yield* readInSteps(form, text));
}

/** Reads a file's text in steps. */
export function* readInSteps<F extends Keyed, T>(form: Form<F, T>, text: string): Steps<F> {
	const starts = pieceStarts(text);
	if (starts.length < 3 || text.length > yamlSizeLimit || foreign.test(text)) return form.read(text);
	const first = form.read(text.slice(0, starts[1]));
	const items = form.items(first);
	if (!items || !first.keys.some(({ key }) => key === 'format')) return form.read(text);
	const pieces: Piece<T>[] = [{ ...first, items }];
	for (let i = 1; i < starts.length; i++) {
		yield;
		const piece = readPiece(form, text, { start: starts[i]!, end: starts[i + 1] ?? text.length });
		if (!piece) return form.read(text);
		pieces.push(piece);
	}
	yield;
	const problems = pieces.flatMap((piece) => piece.problems);
	const keys = pieces.flatMap((piece) => piece.keys);
	return checked(form, { text, problems, keys, items: pieces.flatMap((piece) => piece.items) }) ?? form.read(text);
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

interface Piece<T> extends Omit<Keyed, 'text'> {
	readonly items: readonly Item<T>[];
}

/** A stretch of whole entries, its places as in the file; undefined where it may mean something else there. */
function readPiece<F extends Keyed, T>(form: Form<F, T>, text: string, { start, end }: Span): Piece<T> | undefined {
	const source = text.slice(start, end);
	if (foreign.test(source)) return undefined;
	const head = `format: ${form.format}\n`;
	const piece = form.read(head + source);
	const by = start - head.length;
	const [format, ...keys] = piece.keys;
	const items = form.items(piece)?.filter((item) => item.start >= head.length);
	if (!items || !format || keys.some(({ key }) => key === 'format') || mistakes(piece) > mostMistakes) return undefined;
	return {
		keys: keys.map((key) => shiftKey(key, by)),
		items: items.map((item) => shiftItem(form, item, by)),
		problems: piece.problems.map((problem) => shiftProblem(problem, by)),
	};
}

interface Touched {
	/** What an edit changes, from the start of a key's line to the start of another's, before and after it. */
	readonly before: Span;
	readonly now: Span;
}

/** Undefined where the head of the file is touched, or the file was not understood by its lines. */
function touched({ keys, text }: Keyed, edit: Span, growth: number): Touched | undefined {
	const first = countBefore(keys, edit.start) - 1;
	// that the format is missing is said at the first entry, whichever that is
	const format = keys.findIndex(({ key }) => key === 'format');
	if (first < 0 || format < 0) return undefined;
	let next = first + 1;
	while (next < keys.length && keys[next]!.start <= edit.end) next++;
	if (first <= format && format < next) return undefined;
	const start = keys[first]!.start;
	const end = keys[next]?.start ?? text.length;
	return { before: { start, end }, now: { start, end: end + growth } };
}

/** How many of some items, which are in order of their places, stand before the offset. */
function countBefore(items: readonly { readonly start: number }[], offset: number): number {
	return countWhile(items, ({ start }) => start < offset);
}

/** The file with a piece read anew. */
function* spliced<F extends Keyed, T>(
	form: Form<F, T>,
	previous: F,
	text: string,
	{ before, now }: Touched,
	piece: Piece<T>,
): Steps<F | undefined> {
	const known = form.items(previous);
	if (!known) return undefined;
	const by = now.end - before.end;
	const problems = previous.problems.map((problem) => ({ start: problem.span.start, value: problem }));
	const mine = piece.problems.map((problem) => ({ start: problem.span.start, value: problem }));
	const shiftHeld = ({ start, value }: Item<Problem>, far: number) => {
		return { start: start + far, value: shiftProblem(value, far) };
	};
	function* part<I extends { readonly start: number }>(
		all: readonly I[],
		between: readonly I[],
		shift: (item: I, by: number) => I,
	) {
		const whole = all.slice(0, countBefore(all, before.start)).concat(between);
		const later = all.slice(countBefore(all, before.end));
		if (!by) return whole.concat(later);
		for (const [i, item] of later.entries()) {
			if (i % shiftsInStep === 0) yield;
			whole.push(shift(item, by));
		}
		return whole;
	}
	return checked(form, {
		text,
		keys: yield* part(previous.keys, piece.keys, shiftKey),
		items: yield* part(known, piece.items, (item, far) => shiftItem(form, item, far)),
		problems: (yield* part(problems, mine, shiftHeld)).map(({ value }) => value),
	});
}

/** Undefined where a key stands twice, or so much is wrong that not all of it would be told. */
function checked<F extends Keyed, T>(
	form: Form<F, T>,
	file: Keyed & { readonly items: readonly Item<T>[] },
): F | undefined {
	const { text, keys, problems } = file;
	if (new Set(keys.map(({ key }) => key)).size < keys.length || mistakes(file) > mostMistakes) return undefined;
	if (text.length > yamlSizeLimit) return undefined;
	const writable = problems.every(({ code, severity }) => severity !== 'error' || code.startsWith(form.area));
	return form.make({ ...file, writable });
}

function mistakes({ problems }: Pick<Keyed, 'problems'>): number {
	return problems.reduce((sum, { code }) => sum + (code.startsWith('yaml/') ? 1 : 0), 0);
}

/** The span so many UTF-16 units further on. */
export function shiftSpan({ start, end }: Span, by: number): Span {
	return { start: start + by, end: end + by };
}

function shiftKey({ key, start }: KeyPlace, by: number): KeyPlace {
	return { key, start: start + by };
}

function shiftItem<F extends Keyed, T>(form: Form<F, T>, { start, value }: Item<T>, by: number): Item<T> {
	return { start: start + by, value: form.shift(value, by) };
}

function shiftProblem(problem: Problem, by: number): Problem {
	return { ...problem, span: shiftSpan(problem.span, by) };
}
