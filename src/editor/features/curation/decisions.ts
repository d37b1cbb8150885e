// What a curator has decided about passages: seen in the shared sidecar, and kept on this machine where the file cannot tell.
import { l10n, type Memento } from 'vscode';
import type { Match } from '../../../core/agreement/agreement';
import { type Chosen, chooseEntries, hasEntry, hasSame } from '../../../core/annotations/choose';
import { newId } from '../../../core/annotations/ids';
import { countWhile } from '../../../core/sorted';
import type { Edits } from '../../services/edits';
import { fingerprint } from '../../services/fingerprint';
import type { Services } from '../../services/services';
import { type Sidecars, sidecarBy } from '../../services/sidecars';
import { mapGently } from '../../services/slices';
import type { Passage, Study } from './studies';

/** Whose mark is taken, by the numbers of the annotators. */
export type Decision = readonly number[];

/** What is decided about passages; undefined or absent: nothing. */
export type Decided = ReadonlyMap<Match, Decision | undefined>;

const key = 'glossator.curated';
/** Some 0.5 MB of what VS Code keeps; the oldest are forgotten. */
const mostMarks = 20_000;

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
		const holds = marks.every(({ annotation, i }) => {
			const word = kept[markOf(study, i, annotation)];
			return word !== undefined && (word === 'in') === taken.includes(i);
		});
		return holds ? taken : undefined;
	}

	/** The same of all passages, in slices; incomplete where it `isOld`. */
	async ofAll(studies: readonly Study[], isOld: () => boolean): Promise<Decided> {
		const all = studies.flatMap((study) => study.agreement.matches.map((match) => ({ study, match })));
		return new Map(await mapGently(all, (one) => [one.match, this.of(one)] as const, isOld));
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

	/** What is apart from the shared file and taken into it needs no remembering. */
	async #remember(chosen: readonly { readonly passage: Passage; readonly decision: Decision }[]): Promise<void> {
		const names = new Set<string>();
		const fresh: [string, 'in' | 'out'][] = [];
		for (const { passage, decision } of chosen) {
			const { study, match } = passage;
			for (const [i, mark] of match.marks.entries()) {
				if (!mark) continue;
				const name = markOf(study, i, mark.annotation);
				names.add(name);
				if (!(study.isApart && decision.length)) fresh.push([name, decision.includes(i) ? 'in' : 'out']);
			}
		}
		const others = Object.entries(this.#all()).filter(([name]) => !names.has(name));
		await this.#memory.update(key, Object.fromEntries([...fresh, ...others].slice(0, mostMarks)));
	}

	#all(): Readonly<Record<string, 'in' | 'out'>> {
		return this.#memory.get(key, {});
	}
}

function chosenOf({ study, match }: Passage, decision: Decision): Chosen {
	const before = study.places[countWhile(study.places, ({ start }) => start <= match.span.start)]?.id;
	const offers = match.marks.flatMap((mark, i) =>
		mark ? [{ id: mark.annotation.id, from: study.versions[i]!.sidecar, wanted: decision.includes(i) }] : [],
	);
	return { offers, ...(before !== undefined && { before }) };
}

/** Names what one annotator wrote by what it says, so that a change of it is to be decided again. */
function markOf({ seed, versions }: Study, annotator: number, annotation: object): string {
	return fingerprint(`${seed}#${versions[annotator]!.name}#${JSON.stringify(annotation)}`);
}
