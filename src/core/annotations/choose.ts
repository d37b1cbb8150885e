// Curation: of several annotators' entries for one passage, the chosen ones are in the shared sidecar and the others are not.
import { applyEdits } from '../text/edits';
import { type EditResult, find, inSteps, refusal } from './editing';
import { removeAnnotation, takeEntry } from './edits';
import { type Annotation, type Sidecar, sidecarFormat } from './model';
import { readSidecar } from './sidecar';

/** One annotator's entry for a passage. */
export interface Offer {
	readonly id: string;
	/** The version it stands in; may be the shared sidecar itself. */
	readonly from: Sidecar;
	readonly wanted: boolean;
}

/** What was decided about one passage. */
export interface Chosen {
	readonly offers: readonly Offer[];
	/** The entry of the shared sidecar that a new one stands before; undefined: at the end, or as in its own file. */
	readonly before?: string;
}

/**
 * The edits of the shared sidecar: wanted entries are taken letter by letter, the others go where they are there. Of two wanted
 * ones with the same id and different contents, the second is given an id of `newId`.
 */
export function chooseEntries(shared: Sidecar, chosen: readonly Chosen[], newId: () => string): EditResult {
	const steps = chosen.flatMap(({ offers, before }) => {
		const wanted = offers.filter((offer) => offer.wanted);
		const doubled = (offer: Offer) =>
			wanted.slice(0, wanted.indexOf(offer)).some((one) => one.id === offer.id && saysOf(one) !== saysOf(offer));
		return [
			...offers
				.filter(({ id, wanted: isWanted }) => !isWanted && !wanted.some((one) => one.id === id))
				.map(
					({ id }) =>
						(now: Sidecar) =>
							find(now, id) ? removeAnnotation(now, id) : { edits: [] },
				),
			...wanted.map((offer, i) => (now: Sidecar) => {
				const { id, from } = doubled(offer) ? renamed(offer, newId()) : offer;
				if (isAlready(now, id, from)) return { edits: [] };
				const below = wanted.slice(i + 1).find((one) => one.id !== id && find(now, one.id));
				return takeEntry(now, id, from, below?.id ?? before);
			}),
		];
	});
	return refusal(shared) ?? inSteps(shared, steps);
}

/** Whether the shared sidecar has what an annotator wrote: as it is, or changed since under its id. */
export function hasEntry({ entries }: Sidecar, annotation: Annotation): boolean {
	return entries.some(
		(entry) => entry.annotation.id === annotation.id || sayOf(entry.annotation) === sayOf(annotation),
	);
}

/** Whether it has it word for word, under whatever id. */
export function hasSame({ entries }: Sidecar, annotation: Annotation): boolean {
	const wanted = sayOf(annotation);
	return entries.some((entry) => sayOf(entry.annotation) === wanted);
}

function isAlready(now: Sidecar, id: string, from: Sidecar): boolean {
	const [mine, theirs] = [find(now, id), find(from, id)];
	const textOf = (sidecar: Sidecar, entry: NonNullable<typeof mine>) =>
		sidecar.text.slice(entry.span.start, entry.span.end).replace(/\r\n?/g, '\n');
	return mine !== undefined && theirs !== undefined && textOf(now, mine) === textOf(from, theirs);
}

function saysOf({ id, from }: Offer): string {
	const entry = find(from, id);
	return entry ? sayOf(entry.annotation) : '';
}

/** Everything but the id. */
function sayOf({ id, ...rest }: Annotation): string {
	return JSON.stringify(rest, Object.keys(flat(rest)).sort());
}

/** All keys at any depth, as `JSON.stringify` wants them to be listed. */
function flat(value: object): Record<string, true> {
	const keys: Record<string, true> = {};
	JSON.stringify(value, (key, one) => {
		keys[key] = true;
		return one;
	});
	return keys;
}

/** The offer alone in a file of its own, under another id. */
function renamed({ id, from }: Offer, newId: string): Pick<Offer, 'id' | 'from'> {
	const entry = find(from, id);
	if (!entry) return { id, from };
	const idSpan = { start: entry.idSpan.start - entry.span.start, end: entry.idSpan.end - entry.span.start };
	const own = applyEdits(from.text.slice(entry.span.start, entry.span.end), [{ ...idSpan, text: newId }]);
	return { id: newId, from: readSidecar(`format: ${sidecarFormat}\n\n${own}\n`) };
}
