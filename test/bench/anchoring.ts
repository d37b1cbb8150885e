// Anchoring against the peer, at sizes that people have and ones that nobody should; sidecars of many annotations.
import { anchorAll } from '../../src/core/annotations/anchor';
import { describe } from '../../src/core/annotations/create';
import { addAnnotation, newSidecarText, setFields } from '../../src/core/annotations/edits';
import type { Annotation, Sidecar } from '../../src/core/annotations/model';
import { paragraphsOf } from '../../src/core/annotations/pins';
import { renderAnnotation } from '../../src/core/annotations/render';
import { rereadSidecar } from '../../src/core/annotations/reread';
import { readSidecar } from '../../src/core/annotations/sidecar';
import { parseSeed } from '../../src/core/seed/parse';
import { applyEdits, mapSpan } from '../../src/core/text/edits';
import type { Span } from '../../src/core/text/span';
import { matchQuote } from './hypothesis';
import { growth, median, milliseconds, ratio, row } from './measure';
import { randomFrom, type Samples } from './texts';

/** Passages, the text after an edit, and where each passage truly is then. */
interface AnchoringCase {
	readonly text: string;
	readonly annotations: readonly Annotation[];
	readonly hints: readonly number[];
	/** Undefined: gone. */
	readonly truth: readonly (Span | undefined)[];
}

/** So many passages; a paragraph is put on top, every fifth passage is deleted, and of every second other two letters change. */
function anchoringCase(samples: Samples, paragraphs: number, count = 20): AnchoringCase {
	const random = randomFrom(paragraphs);
	const original = samples.seed('ru', paragraphs);
	const spans = Array.from({ length: count }, (_, i) => {
		const near = Math.floor(((i + random()) * (original.length - 1000)) / count);
		const start = original.indexOf('\n\n', near) + 2 + Math.floor(random() * 60);
		const stop = original.indexOf('\n', start);
		return { start, end: Math.min(stop, start + 20 + Math.floor(random() * 100)) };
	}).filter(({ start }, i, all) => i === 0 || start > all[i - 1]!.end);
	const misspelt = ({ start, end }: Span) => {
		const letters = [...original.slice(start, end)];
		for (let change = 0; change < 2; change++) letters[Math.floor(random() * letters.length)] = 'ы';
		return letters.join('');
	};
	const edits = [
		{ start: 0, end: 0, text: `${samples.paragraphs('ru', 1, 99)[0]}\n\n` },
		...spans.flatMap((span, i) =>
			isGone(i) ? [{ ...span, text: '' }] : i % 2 ? [{ ...span, text: misspelt(span) }] : [],
		),
	];
	return {
		text: applyEdits(original, edits),
		annotations: spans.map((span, i) => ({ ...blank, id: `a${i}`, ...describe(original, span) })),
		hints: spans.map(({ start }) => start),
		truth: spans.map((span, i) => (isGone(i) ? undefined : mapSpan(span, edits))),
	};
}

const blank = { kind: '', tags: [], links: [], replies: [] };
const isGone = (i: number) => i % 5 === 4;

function hypothesis({ text, annotations, hints }: AnchoringCase): (Span | undefined)[] {
	return annotations.map(({ target, before, after }, i) =>
		matchQuote(text, (target as { quote: string }).quote, { before, after, hint: hints[i]! }),
	);
}

export function benchAnchoring(samples: Samples): void {
	console.log('\nAnchoring 20 annotations in an edited text: 25, 50, 100 paragraphs. Peer: as Hypothesis does it');
	const cases = new Map([1, 2, 4].map((factor) => [factor, anchoringCase(samples, 25 * factor)]));
	const ours = growth((factor) => () => anchorAll(cases.get(factor)!.text, cases.get(factor)!.annotations));
	row('anchorAll', ours.shown);
	const theirs = growth((factor) => () => hypothesis(cases.get(factor)!));
	row('Hypothesis', theirs.shown, ratio(ours.times[2]!, theirs.times[2]!));
	const largest = cases.get(4)!;
	const placed = anchorAll(largest.text, largest.annotations).map(({ state, span }) =>
		state === 'placed' ? span : undefined,
	);
	row(
		`${largest.truth.filter(Boolean).length} to find, ${largest.truth.filter((span) => !span).length} gone`,
		`anchorAll ${verdict(placed, largest)}; Hypothesis ${verdict(hypothesis(largest), largest)}`,
	);
}

function verdict(found: readonly (Span | undefined)[], { truth }: AnchoringCase): string {
	const isRight = (span: Span, i: number) => truth[i] !== undefined && Math.abs(span.start - truth[i].start) < 3;
	const right = found.filter((span, i) => span && isRight(span, i)).length;
	const wrong = found.filter((span, i) => span && !isRight(span, i)).length;
	return `${right} placed, ${wrong} placed wrongly, ${found.length - right - wrong} left to a person`;
}

/** As many as a seed may have, and more than it should. */
export function benchManyAnnotations(samples: Samples): void {
	console.log('\nMany annotations');
	const news = anchoringCase(samples, 24);
	const each = median(() => anchorAll(news.text, news.annotations)) / news.annotations.length;
	row(`one of 20 in an edited text of ${Math.round(news.text.length / 1000)} kB`, milliseconds(each));
	const large = anchoringCase(samples, 5200, 1000);
	const size = `${(large.text.length / 1e6).toFixed(1)} MB`;
	row(`1,000 in an edited text of ${size}`, milliseconds(median(() => anchorAll(large.text, large.annotations))));
	const unchanged = samples.seed('ru', 220);
	const kept = Array.from({ length: 1000 }, (_, i) => ({
		...{ ...blank, id: `a${i}` },
		...describe(unchanged, spanAt(unchanged, i)),
	}));
	row('1,000 in an unchanged seed of 90 kB', milliseconds(median(() => anchorAll(unchanged, kept))));
	const pinned = { text: unchanged, paragraphs: parseSeed(unchanged)?.paragraphs ?? [] };
	const pins = growth((factor) => {
		const quotes = Array.from({ length: 500 * factor }, (_, i) => `Нет такого абзаца, ${i}`);
		return () => paragraphsOf(quotes, pinned);
	});
	row('500, 1,000, 2,000 pins that are lost', pins.shown);
	const texts = new Map([1, 2, 4].map((factor) => [factor, sidecarOf(kept, 1250 * factor)]));
	row('reading 1,250, 2,500, 5,000 from a sidecar', growth((factor) => () => readSidecar(texts.get(factor)!)).shown);
	const sidecars = new Map([1, 2, 4].map((factor) => [factor, readSidecar(texts.get(factor)!)]));
	const more = new Map([1, 2, 4].map((factor) => [factor, withOneMore(sidecars.get(factor)!)]));
	const again = growth((factor) => () => rereadSidecar(sidecars.get(factor)!, more.get(factor)!));
	row('reading it again with one more', again.shown);
	const many = new Map(
		[1, 2, 4].map((factor) => {
			const text = samples.seed('ru', 220 * factor);
			const annotations = Array.from({ length: 1250 * factor }, (_, i) => ({
				...{ ...blank, id: `a${i}` },
				...describe(text, spanAt(text, i, 1250 * factor)),
			}));
			return [factor, { text, annotations }];
		}),
	);
	const all = growth((factor) => () => anchorAll(many.get(factor)!.text, many.get(factor)!.annotations));
	row('placing 1,250, 2,500, 5,000', all.shown);
	const sidecar = sidecars.get(4)!;
	const { id } = sidecar.entries[2500]!.annotation;
	row('changing one of 5,000', milliseconds(median(() => setFields(sidecar, id, { note: 'Seen.' }))));
}

function withOneMore(sidecar: Sidecar): string {
	const { annotation } = sidecar.entries[sidecar.entries.length >> 1]!;
	return applyEdits(sidecar.text, addAnnotation(sidecar, { ...annotation, id: 'z0000000' }, annotation.id).edits ?? []);
}

function spanAt(text: string, i: number, count = 1000): Span {
	const start = 30 + Math.floor((i * (text.length - 200)) / count);
	return { start, end: start + 40 };
}

function sidecarOf(annotations: readonly Annotation[], count: number): string {
	const blocks = Array.from({ length: count }, (_, i) => {
		const like = annotations[i % annotations.length]!;
		const id = `a${String(i).padStart(7, '0')}`;
		return renderAnnotation({ ...like, id, kind: 'claim', note: `Note ${i}.`, author: 'ivanova' }).join('\n');
	});
	return `${newSidecarText()}\n${blocks.join('\n\n')}\n`;
}
