// Finding annotations again in a text that may have changed: placed, to confirm, or an orphan; never silently wrong.
import type { Anchoring, Annotation } from './model';

const orphan: Anchoring = { state: 'orphan', span: undefined, score: 0, candidates: [] };

/** One answer per annotation, in their order, which is taken for the order of the text. */
export function anchorAll(text: string, annotations: readonly Annotation[]): Anchoring[] {
	return annotations.map((annotation) => anchorOne(text, annotation));
}

function anchorOne(text: string, { target, before, after }: Annotation): Anchoring {
	if ('about' in target) return { state: 'placed', span: undefined, score: 1, candidates: [] };
	if (!('quote' in target)) return orphan;
	const at = text.indexOf(before + target.quote + after);
	if (at < 0) return orphan;
	const start = at + before.length;
	return { state: 'placed', span: { start, end: start + target.quote.length }, score: 1, candidates: [] };
}
