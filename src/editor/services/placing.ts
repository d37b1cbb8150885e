// Places for all annotations of one seed: found in slices, moved through typing, kept where they are known better.
import type { Uri } from 'vscode';
import { type AnchorOptions, anchorInSteps } from '../../core/annotations/anchor';
import type { Anchoring, Annotation, Sidecar, SidecarEntry } from '../../core/annotations/model';
import type { TextEdit } from '../../core/ports';
import { mapSpan } from '../../core/text/edits';
import { Slices } from './slices';

/** An annotation and where it is now. */
export interface Placed {
	readonly seed: Uri;
	readonly entry: SidecarEntry;
	readonly annotation: Annotation;
	readonly anchoring: Anchoring;
}

/** A seed with all its annotations, in sidecar order. */
export interface AnnotatedSeed {
	readonly seed: Uri;
	readonly sidecar: Sidecar;
	readonly placed: readonly Placed[];
}

/** With the places that are surer for knowing an older text: of annotations made in the version `seen`, of all where undefined. */
export async function withHistory(
	before: AnnotatedSeed,
	text: string,
	oldText: string,
	seen?: string,
): Promise<AnnotatedSeed> {
	const anew = await anchorGently(text, annotationsOf(before.placed), { oldText });
	const sure = (one: Placed, i: number) =>
		(seen === undefined || one.annotation.seen === seen) && rankOf(anew[i]) > rankOf(one.anchoring)
			? anew[i]
			: undefined;
	if (!before.placed.some(sure)) return before;
	return { ...before, placed: before.placed.map((one, i) => ({ ...one, anchoring: sure(one, i) ?? one.anchoring })) };
}

/** How much is known of a place. */
function rankOf(anchoring: Anchoring | undefined): number {
	return ['orphan', 'confirm', 'placed'].indexOf(anchoring?.state ?? 'orphan');
}

export function moved(anchoring: Anchoring, edits: readonly TextEdit[]): Anchoring {
	const candidates = anchoring.candidates
		.map((one) => ({ ...one, ...mapSpan(one, edits) }))
		.filter(({ start, end }) => start < end);
	if (!anchoring.span) return { ...anchoring, candidates };
	const span = mapSpan(anchoring.span, edits);
	return span.start < span.end
		? { ...anchoring, span, candidates }
		: { ...anchoring, span: undefined, state: 'orphan' };
}

/**
 * After the sidecar changed: annotations about the same words stay where typing has moved them, since what was followed is
 * surer than what is found.
 */
export function keepPlaces(anew: AnnotatedSeed, before: AnnotatedSeed | undefined): AnnotatedSeed {
	if (!before) return anew;
	const old = new Map(before.placed.map((one) => [one.annotation.id, one]));
	const placed = anew.placed.map((one) => {
		const was = old.get(one.annotation.id);
		return was?.anchoring.span && sameWords(was.annotation, one.annotation)
			? { ...one, anchoring: was.anchoring }
			: one;
	});
	return { ...anew, placed };
}

/** Whether two are about the same passage, told by the same words and seen in the same version. */
export function sameWords(a: Annotation, b: Annotation): boolean {
	const words = ({ target, before, after, seen }: Annotation) => JSON.stringify([target, before, after, seen]);
	return a === b || words(a) === words(b);
}

export function annotationsOf(items: readonly { readonly annotation: Annotation }[]): Annotation[] {
	return items.map(({ annotation }) => annotation);
}

/** As `anchorAll`, in slices. */
export async function anchorGently(text: string, annotations: readonly Annotation[], options?: AnchorOptions) {
	const slices = new Slices();
	const steps = anchorInSteps(text, annotations, options);
	for (;;) {
		const { done, value } = steps.next();
		if (done) return value;
		await slices.pause();
	}
}

export function withPlaces(seed: Uri, sidecar: Sidecar, anchorings: readonly Anchoring[]): AnnotatedSeed {
	const placed = sidecar.entries.map((entry, i) => ({
		seed,
		entry,
		annotation: entry.annotation,
		anchoring: anchorings[i] as Anchoring,
	}));
	return { seed, sidecar, placed };
}
