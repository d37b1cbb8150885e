// What a curator has decided about passages: seen in the shared sidecar, and kept on this machine where the file cannot tell.
import { l10n, type Memento } from 'vscode';
import { type Chosen, chooseEntries, hasEntry, hasSame } from '../../../core/annotations/choose';
import { newId } from '../../../core/annotations/ids';
import type { Edits } from '../../services/edits';
import type { Services } from '../../services/services';
import { type Sidecars, sidecarBy } from '../../services/sidecars';
import type { Passage, Study } from './studies';

/** Whose mark is taken, by the numbers of the annotators. */
export type Decision = readonly number[];

const key = 'glossator.curated';
const mostMarks = 5000;

export class Decisions {
	readonly #memory: Memento;
	readonly #edits: Edits;
	readonly #sidecars: Sidecars;

	constructor({ memory, edits, sidecars }: Pick<Services, 'memory' | 'edits' | 'sidecars'>) {
		this.#memory = memory;
		this.#edits = edits;
		this.#sidecars = sidecars;
	}

	/** Undefined: nothing is decided, or what was is not so any more. */
	of({ study, match }: Passage): Decision | undefined {
		const { shared, isApart } = study;
		const marks = match.marks.flatMap((mark, i) => (mark ? [{ i, annotation: mark.annotation }] : []));
		const same = marks.filter(({ annotation }) => hasSame(shared, annotation));
		const taken = (same.length ? same : marks.filter(({ annotation }) => hasEntry(shared, annotation))).map(
			({ i }) => i,
		);
		if (isApart && taken.length) return taken;
		const kept = this.#all();
		const said = marks.map(({ annotation, i }) => kept[markOf(study, i, annotation)]);
		const holds = said.every((word, at) => word !== undefined && (word === 'in') === taken.includes(marks[at]!.i));
		return holds ? taken : undefined;
	}

	/** Writes what is taken into the shared sidecars, as one step, and remembers it. */
	async take(chosen: readonly { readonly passage: Passage; readonly decision: Decision }[]): Promise<void> {
		const studies = [...new Set(chosen.map(({ passage }) => passage.study))];
		const changes = studies.map((study) => {
			const all = chosen.filter(({ passage }) => passage.study === study);
			const list = all.map(({ passage, decision }) => chosenOf(passage, decision));
			return this.#sidecars.changeOfFile(sidecarBy(study.seed, undefined), (now) => {
				const taken = new Set(now.entries.map(({ annotation }) => annotation.id));
				return chooseEntries(now, list, () => {
					const id = newId(Math.random, taken);
					taken.add(id);
					return id;
				});
			});
		});
		await this.#edits.makeAll(l10n.t('Take Annotation'), changes);
		await this.#remember(chosen);
	}

	async #remember(chosen: readonly { readonly passage: Passage; readonly decision: Decision }[]): Promise<void> {
		const fresh = chosen.flatMap(({ passage: { study, match }, decision }) =>
			match.marks.flatMap((mark, i) =>
				mark ? [[markOf(study, i, mark.annotation), decision.includes(i) ? 'in' : 'out'] as const] : [],
			),
		);
		const names = new Set(fresh.map(([name]) => name));
		const others = Object.entries(this.#all()).filter(([name]) => !names.has(name));
		await this.#memory.update(key, Object.fromEntries([...fresh, ...others].slice(0, mostMarks)));
	}

	#all(): Readonly<Record<string, 'in' | 'out'>> {
		return this.#memory.get(key, {});
	}
}

function chosenOf({ study, match }: Passage, decision: Decision): Chosen {
	const before = study.places.find(({ start }) => start > match.span.start)?.id;
	const offers = match.marks.flatMap((mark, i) =>
		mark ? [{ id: mark.annotation.id, from: study.versions[i]!.sidecar, wanted: decision.includes(i) }] : [],
	);
	return { offers, ...(before !== undefined && { before }) };
}

/** Names what one annotator wrote by what it says, so that a change of it is to be decided again. */
function markOf({ seed, versions }: Study, annotator: number, annotation: object): string {
	return `${seed}#${versions[annotator]!.name}#${JSON.stringify(annotation)}`;
}
