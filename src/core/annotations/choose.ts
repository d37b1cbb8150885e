// Curation: of several annotators' entries for one passage, the chosen ones are in the shared sidecar and the others are not.
import { applyEdits } from '../text/edits';
import { type EditResult, find, refusal } from './editing';
import { type Annotation, type Sidecar, sidecarFormat } from './model';
import { linesIn, Rewriting } from './rewriting';
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
	const refused = refusal(shared);
	if (refused) return refused;
	const choosing = new Choosing(shared);
	for (const { offers, before } of chosen) {
		const wanted = offers.filter((offer) => offer.wanted);
		const doubled = (offer: Offer, i: number) =>
			wanted.slice(0, i).some((one) => one.id === offer.id && choosing.saysOf(one) !== choosing.saysOf(offer));
		for (const { id } of offers) if (!wanted.some((one) => one.id === id)) choosing.remove(id);
		for (const [i, offer] of wanted.entries()) {
			const { id, from } = doubled(offer, i) ? renamed(offer, newId()) : offer;
			const below = wanted.slice(i + 1).find((one) => one.id !== id && choosing.has(one.id));
			choosing.take(id, from, below?.id ?? before);
		}
	}
	return { edits: choosing.edits };
}

/** The shared sidecar while entries of other versions are taken into it. */
class Choosing extends Rewriting {
	readonly #versions = new Map<Sidecar, Version>();

	/** As `takeEntry`. */
	take(id: string, from: Sidecar, before: string | undefined): void {
		const version = this.#of(from);
		const at = version.numbers.get(id);
		const theirs = at === undefined ? undefined : from.entries[at];
		if (at === undefined || !theirs) {
			this.remove(id);
			return;
		}
		const lines = linesIn(from, theirs);
		if (this.linesOf(id)?.join('\n') === lines.join('\n')) return;
		const isThere = before !== undefined && this.has(before);
		this.put(id, lines, isThere || this.has(id) ? before : this.#below(version, from, at));
	}

	override put(id: string, lines: readonly string[], before: string | undefined): void {
		super.put(id, lines, before);
		for (const version of this.#versions.values())
			version.lastShared = Math.max(version.lastShared, version.numbers.get(id) ?? -1);
	}

	/** What an offer says, its id apart. */
	saysOf({ id, from }: Offer): string {
		const at = this.#of(from).numbers.get(id);
		return at === undefined ? '' : sayOf(from.entries[at]!.annotation);
	}

	/** The first entry below number `at` of a version that is shared by now. */
	#below({ lastShared }: Version, { entries }: Sidecar, at: number): string | undefined {
		for (let i = at + 1; i <= lastShared; i++)
			if (this.has(entries[i]!.annotation.id)) return entries[i]!.annotation.id;
		return undefined;
	}

	#of(from: Sidecar): Version {
		const known = this.#versions.get(from);
		if (known) return known;
		const numbers = new Map(from.entries.map(({ annotation }, i) => [annotation.id, i]));
		const lastShared = from.entries.findLastIndex(({ annotation }) => this.has(annotation.id));
		const version = { numbers, lastShared };
		this.#versions.set(from, version);
		return version;
	}
}

/** Of a version, what is looked up again and again. */
interface Version {
	/** Which entry has which id. */
	readonly numbers: ReadonlyMap<string, number>;
	/** The last entry that the shared sidecar has, or had; -1: none. */
	lastShared: number;
}

/** Whether the shared sidecar has what an annotator wrote: as it is, or changed since under its id. */
export function hasEntry(shared: Sidecar, annotation: Annotation): boolean {
	return contentsOf(shared).ids.has(annotation.id) || hasSame(shared, annotation);
}

/** Whether it has it word for word, under whatever id. */
export function hasSame(shared: Sidecar, annotation: Annotation): boolean {
	return contentsOf(shared).says.has(sayOf(annotation));
}

interface Contents {
	readonly ids: ReadonlySet<string>;
	readonly says: ReadonlySet<string>;
}

const contents = new WeakMap<Sidecar, Contents>();

function contentsOf(sidecar: Sidecar): Contents {
	const known = contents.get(sidecar);
	if (known) return known;
	const annotations = sidecar.entries.map(({ annotation }) => annotation);
	const made = { ids: new Set(annotations.map(({ id }) => id)), says: new Set(annotations.map(sayOf)) };
	contents.set(sidecar, made);
	return made;
}

const says = new WeakMap<Annotation, string>();

/** Everything but the id: keys stand in the order in which sidecars are read. */
function sayOf(annotation: Annotation): string {
	const known = says.get(annotation) ?? JSON.stringify({ ...annotation, id: '' });
	says.set(annotation, known);
	return known;
}

/** The offer alone in a file of its own, under another id. */
function renamed({ id, from }: Offer, newId: string): Pick<Offer, 'id' | 'from'> {
	const entry = find(from, id);
	if (!entry) return { id, from };
	const idSpan = { start: entry.idSpan.start - entry.span.start, end: entry.idSpan.end - entry.span.start };
	const own = applyEdits(from.text.slice(entry.span.start, entry.span.end), [{ ...idSpan, text: newId }]);
	return { id: newId, from: readSidecar(`format: ${sidecarFormat}\n\n${own}\n`) };
}
