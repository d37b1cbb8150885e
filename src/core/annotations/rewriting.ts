// Many entries taken out, put in and replaced at once: what one change after the other would make of the file, in time that
// grows with the file and the changes, not with both multiplied.
import type { TextEdit } from '../ports';
import { applyEdits, minimalEdit } from '../text/edits';
import type { Span } from '../text/span';
import { lineEndOf, lineStart } from '../yaml/splice';
import { type EditResult, missing, refusal } from './editing';
import { entryEdit, removeEntry } from './edits';
import type { Sidecar, SidecarEntry } from './model';
import { rereadSidecar } from './reread';

/** An entry as it is to be; in a ring with the others, in the order of the file, that is closed by one of no entry. */
interface Entry {
	readonly id: string;
	/** Undefined: it is new. */
	readonly was: SidecarEntry | undefined;
	/** What is to stand there; undefined: what does. */
	lines: readonly string[] | undefined;
	above: Entry;
	below: Entry;
}

/** What is between two entries that stand below one another with at most one blank line. */
const betweenNeighbours = /^\r?\n(?:[ \t]*\r?\n)?$/;

/** A sidecar while its entries are changed. */
export class Rewriting {
	readonly #sidecar: Sidecar;
	readonly #entries = new Map<string, Entry>();
	readonly #end: Entry;
	readonly #removed = new Set<SidecarEntry>();

	/** Of a sidecar that may be written. */
	constructor(sidecar: Sidecar) {
		this.#sidecar = sidecar;
		const end = { id: '', was: undefined, lines: undefined } as unknown as Entry;
		this.#end = Object.assign(end, { above: end, below: end });
		for (const entry of sidecar.entries) this.#link(entry.annotation.id, entry, undefined, end);
	}

	has(id: string): boolean {
		return this.#entries.has(id);
	}

	/** The lines of an entry as they are to be; undefined where there is none. */
	linesOf(id: string): readonly string[] | undefined {
		const entry = this.#entries.get(id);
		return entry && (entry.lines ?? linesIn(this.#sidecar, entry.was as SidecarEntry));
	}

	/** Nothing where there is none of that id. */
	remove(id: string): void {
		const entry = this.#entries.get(id);
		if (!entry) return;
		this.#entries.delete(id);
		entry.above.below = entry.below;
		entry.below.above = entry.above;
		if (entry.was) this.#removed.add(entry.was);
	}

	/** Gives the entry these lines; a new one stands before the entry `before`, at the end where there is no such entry. */
	put(id: string, lines: readonly string[], before: string | undefined): void {
		const entry = this.#entries.get(id);
		const next = before === undefined ? undefined : this.#entries.get(before);
		if (entry) entry.lines = lines;
		else this.#link(id, undefined, lines, next ?? this.#end);
	}

	/** As one edit of what differs in the end. */
	get edits(): readonly TextEdit[] {
		const { text } = this.#sidecar;
		const kept = applyEdits(text, [...this.#removals(), ...this.#replacements()]);
		const edit = minimalEdit(text, this.#withNew(rereadSidecar(this.#sidecar, kept)));
		return edit ? [edit] : [];
	}

	#link(id: string, was: SidecarEntry | undefined, lines: readonly string[] | undefined, below: Entry): void {
		const entry: Entry = { id, was, lines, above: below.above, below };
		entry.above.below = entry;
		below.above = entry;
		this.#entries.set(id, entry);
	}

	/** Entries below one another as if they were one: the blank lines between them go with them. */
	#removals(): TextEdit[] {
		const { text, entries } = this.#sidecar;
		const runs: Span[] = [];
		let above: SidecarEntry | undefined;
		for (const entry of entries) {
			const isRemoved = this.#removed.has(entry);
			const start = lineStart(text, entry.span.start);
			const joins = isRemoved && above && betweenNeighbours.test(text.slice(above.span.end, start));
			if (joins) runs.push({ start: (runs.pop() as Span).start, end: entry.span.end });
			else if (isRemoved) runs.push({ start, end: entry.span.end });
			above = isRemoved ? entry : undefined;
		}
		return runs.map(({ start, end }) => removeEntry(text, start, end));
	}

	#replacements(): TextEdit[] {
		const eol = lineEndOf(this.#sidecar.text);
		return [...this.#all()].flatMap(({ was, lines }) => (was && lines ? [{ ...was.span, text: lines.join(eol) }] : []));
	}

	#withNew(kept: Sidecar): string {
		const places = new Map(kept.entries.map((entry) => [entry.annotation.id, entry]));
		const edits: TextEdit[] = [];
		const last: string[] = [];
		let waiting: (readonly string[])[] = [];
		for (const { id, was, lines } of this.#all()) {
			if (!was) waiting.push(lines ?? []);
			const next = was && places.get(id);
			if (next) for (const one of waiting) edits.push(entryEdit(kept, one, next));
			if (was) waiting = [];
		}
		for (const one of waiting) last.push(...(last.length ? ['', ...one] : one));
		if (last.length) edits.push(entryEdit(kept, last, undefined));
		return applyEdits(kept.text, edits);
	}

	*#all(): Generator<Entry> {
		for (let entry = this.#end.below; entry !== this.#end; entry = entry.below) yield entry;
	}
}

/** An entry's lines without their ends. */
export function linesIn({ text }: Sidecar, { span }: SidecarEntry): string[] {
	return text.slice(span.start, span.end).split(/\r\n?|\n/);
}

/** Takes several entries out. One that is not there is a problem. */
export function removeAnnotations(sidecar: Sidecar, ids: readonly string[]): EditResult {
	const refused = refusal(sidecar);
	if (refused) return refused;
	const rewriting = new Rewriting(sidecar);
	for (const id of ids) {
		if (!rewriting.has(id)) return missing(id);
		rewriting.remove(id);
	}
	return { edits: rewriting.edits };
}
