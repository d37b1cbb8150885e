// Quotations: pairs of quotation marks, as they are really typed: nested, over several paragraphs, unclosed.
import type { Span } from '../text/span';
import type { Quotation } from './model';
import { findSpeaker } from './speakers';

/** Deeper nesting is no writing but noise, and is passed over to keep the time bounded. */
const deepest = 6;

/** How many paragraphs further a quotation may close that does not open anew with each. */
const patience = 3;

/**
 * The quotations of the paragraphs, in text order, each with its marks; the inner ones lie within the outer. One that
 * is never closed ends with its paragraph. Apostrophes, single quotation marks and inch signs are not quotations.
 */
export function findQuotations(text: string, paragraphs: readonly Span[]): Quotation[] {
	const found: Open[] = [];
	let carried: Open[] = [];
	let waiting = 0;
	for (const paragraph of paragraphs) {
		const opensAnew = carried.length > 0 && isOpening(text[paragraph.start]!, carried[0]!);
		const left = pair(text, paragraph, carried, opensAnew, found);
		const outer = left[0];
		waiting = outer && outer === carried[0] && !opensAnew ? waiting + 1 : 0;
		carried = outer && waiting < patience ? [outer] : [];
	}
	const spans = found
		.map(({ start, end }) => ({ start, end: end! }))
		.sort((a, b) => a.start - b.start || b.end - a.end);
	return withSpeakers(text, paragraphs, spans);
}

interface Open {
	readonly start: number;
	readonly mark: string;
	/** Set when closed; until then, where it ends if nothing closes it. */
	end: number;
	closed: boolean;
}

const isAngle = (mark: string) => mark === '«' || mark === '»';
const isOpening = (sign: string, open: Open) => sign === open.mark || (sign === '“' && open.mark === '"');

/** Pairs the marks of one paragraph; `carried` is what earlier ones left open. Returns what is open now, outermost first. */
function pair(text: string, paragraph: Span, carried: readonly Open[], opensAnew: boolean, found: Open[]): Open[] {
	const stack: Open[] = [...carried];
	const from = opensAnew ? paragraph.start + 1 : paragraph.start;
	for (const match of text.slice(from, paragraph.end).matchAll(/[«»"“”„‟]/g)) {
		const at = from + match.index;
		const mark = match[0];
		const open = stack.findLastIndex((one) => isAngle(one.mark) === isAngle(mark));
		const act = actOf(mark, signBefore(text, paragraph, at), signAfter(text, paragraph, at), stack[open]);
		if (act === 'open' && stack.length < deepest) {
			const opened = { start: at, mark, end: paragraph.end, closed: false };
			stack.push(opened);
			found.push(opened);
		} else if (act === 'close' && open >= 0) {
			close(stack.splice(open), at);
		}
	}
	for (const one of stack) settle(one, found, paragraph);
	return stack;
}

/** The first is closed by the mark at `at`; what stood open inside it ends before that mark. */
function close([closing, ...inner]: readonly Open[], at: number): void {
	closing!.end = at + 1;
	closing!.closed = true;
	for (const one of inner) one.end = at;
}

/** One closing mark often serves an inner and an outer quotation at once. */
function settle(open: Open, found: readonly Open[], paragraph: Span): void {
	if (!isAngle(open.mark) || open.start < paragraph.start) return;
	for (let index = found.length - 1; index >= 0; index--) {
		const inner = found[index]!;
		if (inner.start <= open.start) return;
		if (!inner.closed || !isAngle(inner.mark)) continue;
		open.end = inner.end;
		return;
	}
}

const signBefore = (text: string, paragraph: Span, at: number) => (at > paragraph.start ? text[at - 1]! : ' ');
const signAfter = (text: string, paragraph: Span, at: number) => (at + 1 < paragraph.end ? text[at + 1]! : ' ');

type Act = 'open' | 'close' | 'none';

function actOf(mark: string, before: string, after: string, open: Open | undefined): Act {
	if (mark === '«' || mark === '„') return 'open';
	if (mark === '»') return 'close';
	if (mark === '"' && /\d/.test(before) && !open) return 'none';
	const mayOpen = !/\s/.test(after) && !/[\p{L}\p{N}]/u.test(before);
	const mayClose = !/\s/.test(before) && !/[\p{L}\p{N}]/u.test(after);
	if (mark === '“' && open?.mark !== '„' && mayOpen) return 'open';
	if (mayOpen && !mayClose) return 'open';
	if (open) return 'close';
	return mayOpen || (/\s/.test(before) && /\s/.test(after)) ? 'open' : 'none';
}

function withSpeakers(text: string, paragraphs: readonly Span[], spans: readonly Span[]): Quotation[] {
	const quotations: Quotation[] = [];
	let home = 0;
	let outer: Quotation | undefined;
	for (const span of spans) {
		while (paragraphs[home]!.end <= span.start) home++;
		const nested = outer !== undefined && span.end <= outer.end;
		let last = home;
		while (paragraphs[last]!.end < span.end) last++;
		const bounds = { start: paragraphs[home]!.start, end: paragraphs[last]!.end };
		const speaker = nested ? undefined : findSpeaker(text, span, bounds, outer);
		const quotation = { ...span, speaker };
		if (!nested) outer = quotation;
		quotations.push(quotation);
	}
	return quotations;
}
