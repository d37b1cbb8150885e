// Paragraphs: found by the text's own shape, since no two outlets separate them alike.
import type { Span } from '../text/span';

/**
 * The paragraphs of `text` from `from` on: never empty, without white space around them, in order, not overlapping.
 * A blank line always separates. A single line break separates too, unless the lines look hard-wrapped (each as full
 * as its neighbours allow) or a break falls within a sentence. Paragraphs that were run together into one long line
 * with no space after the full stop are taken apart again.
 */
export function findParagraphs(text: string, from = 0): Span[] {
	const blocks = blocksOf(text, from);
	const width = wrapWidth(
		text,
		blocks.flatMap((block) => block.slice(0, -1).map((line, index) => [line, block[index + 1]!] as const)),
	);
	return blocks.flatMap((block) => unwrap(text, block, width)).flatMap((span) => partRunTogether(text, span));
}

const lineEnd = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;
/** White space, and the invisible characters that editors and web pages leave beside it. */
const blank = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

/** Runs of lines without a blank one between them; lines are trimmed. */
function blocksOf(text: string, from: number): Span[][] {
	const blocks: Span[][] = [];
	let open: Span[] = [];
	const take = (start: number, end: number) => {
		const line = trimmed(text, start, end);
		if (line) open.push(line);
		else if (open.length > 0) {
			blocks.push(open);
			open = [];
		}
	};
	let start = from;
	lineEnd.lastIndex = from;
	for (let match = lineEnd.exec(text); match; match = lineEnd.exec(text)) {
		take(start, match.index);
		start = lineEnd.lastIndex;
	}
	take(start, text.length);
	if (open.length > 0) blocks.push(open);
	return blocks;
}

function trimmed(text: string, start: number, end: number): Span | undefined {
	let left = start;
	let right = end;
	while (left < right && blank.test(text[left]!)) left++;
	while (left < right && blank.test(text[right - 1]!)) right--;
	return left < right ? { start: left, end: right } : undefined;
}

type Break = readonly [Span, Span];

/** Columns of plain-text mail, of terminals and of old agency wires; outside these bounds lines are not wrapped. */
const narrowest = 40;
const widest = 120;

/**
 * The column at which lines were wrapped, or undefined where they were not. Wrapping leaves its mark: a line ends only
 * where the next word would not have fitted, and mostly within a sentence.
 */
function wrapWidth(text: string, breaks: readonly Break[]): number | undefined {
	if (breaks.length < 3) return undefined;
	const lengths = breaks.map(([line]) => line.end - line.start).sort((a, b) => a - b);
	const outliers = Math.floor(lengths.length / 10);
	const width = lengths[lengths.length - 1 - outliers]!;
	if (width < narrowest || width > widest) return undefined;
	const full = breaks.filter((pair) => isFull(text, pair, width));
	const within = full.filter(([line]) => !endsSentence(text, line));
	return full.length >= breaks.length * 0.6 && within.length >= full.length * 0.6 ? width : undefined;
}

/** Whether the next line's first word would have made this line too long. */
function isFull(text: string, [line, next]: Break, width: number): boolean {
	const length = line.end - line.start;
	if (length > width * 1.25) return false;
	return length + 1 + wordLength(text, next) > width;
}

function wordLength(text: string, line: Span): number {
	let end = line.start;
	while (end < line.end && !blank.test(text[end]!)) end++;
	return end - line.start;
}

/** One paragraph for each line, with lines joined that belong together. */
function unwrap(text: string, block: readonly Span[], documentWidth: number | undefined): Span[] {
	const pairs = block.slice(0, -1).map((line, index): Break => [line, block[index + 1]!]);
	const width = wrapWidth(text, pairs) ?? documentWidth;
	const paragraphs: Span[] = [block[0]!];
	for (const pair of pairs) {
		const [line, next] = pair;
		const last = paragraphs[paragraphs.length - 1]!;
		const joined = width === undefined ? isCutSentence(text, last, next) : isWrapped(text, line, next, width);
		if (joined) paragraphs[paragraphs.length - 1] = { start: last.start, end: next.end };
		else paragraphs.push(next);
	}
	return paragraphs;
}

function isWrapped(text: string, line: Span, next: Span, width: number): boolean {
	if (isFull(text, [line, next], width)) return true;
	if (line.end - line.start > width * 1.25 || endsSentence(text, line)) return false;
	return beginsSmall(text, next) || isFull(text, [line, next], width * 0.85);
}

/** A sentence that a link or a tag in it has broken over two lines. */
function isCutSentence(text: string, line: Span, next: Span): boolean {
	if (Math.max(line.end - line.start, next.end - next.start) < 40) return false;
	return !endsSentence(text, line) && beginsSmall(text, next);
}

function endsSentence(text: string, { start, end }: Span): boolean {
	return /[.!?…:;][\])»”“"’']*$/u.test(text.slice(Math.max(start, end - 8), end));
}

/** Begins with a small letter or with what only follows; site names such as `kun.uz` are written small anywhere. */
function beginsSmall(text: string, { start, end }: Span): boolean {
	const beginning = text.slice(start, Math.min(end, start + 40));
	return /^(\p{Ll}|[,;)»])/u.test(beginning) && !/^[\p{L}\d-]+\.\p{L}/u.test(beginning);
}

/** A full stop with a capital right after it, as it is left where paragraph tags were dropped. */
const seam = /[.!?…][»”")]?(?=[«“"]?\p{Lu})/gu;
/** What must stand before: a word or a number, not an initial. */
const beforeSeam = /[\p{L}\d]{3}[»”")]?[.!?…]*$/u;
const siteEnding = /^(Az|Uz|Ru|Kz|Kg|Tj|Tm|Tr|Com|Org|Net|Info)(?!\p{L})/u;

/** Two seams or more, far enough apart on average: paragraphs, not a writer who leaves out spaces. */
function partRunTogether(text: string, span: Span): Span[] {
	if (span.end - span.start < 300) return [span];
	const line = text.slice(span.start, span.end);
	const cuts = [...line.matchAll(seam)]
		.filter(({ index }) => beforeSeam.test(line.slice(Math.max(0, index - 6), index)))
		.map((match) => match.index + match[0].length)
		.filter((at) => !siteEnding.test(line.slice(at, at + 6)));
	if (cuts.length < 2 || line.length / (cuts.length + 1) < 80) return [span];
	const bounds = [0, ...cuts, line.length];
	return bounds.slice(1).map((end, index) => ({ start: span.start + bounds[index]!, end: span.start + end }));
}
