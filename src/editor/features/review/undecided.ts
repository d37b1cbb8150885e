// What a merge left open in a sidecar, a catalogue or a list of kinds, and what each way to decide it does to the text.
import type { Uri } from 'vscode';
import { catalogueFormat, catalogueKeys } from '../../../core/actors/catalogue';
import { resolveConflict } from '../../../core/annotations/edits';
import { newId } from '../../../core/annotations/ids';
import { isKindsName, kindsFormat } from '../../../core/annotations/kinds';
import { sidecarFormat } from '../../../core/annotations/model';
import { readSidecar } from '../../../core/annotations/sidecar';
import { type Choice, choicesOf, decide, type Keep, undecidedOf } from '../../../core/merge/resolve';
import type { Undecided } from '../../../core/merge/undecided';
import type { TextEdit } from '../../../core/ports';
import type { Span } from '../../../core/text/span';
import { baseName } from '../../services/files';
import type { Services } from '../../services/services';
import { seedOf } from '../../services/sidecars';

export type { Choice } from '../../../core/merge/resolve';

export interface OpenDecision {
	readonly span: Span;
	/** What it is about: the entry's key. */
	readonly name: string;
	/** In the order of the file; where an entry was deleted, keeping it comes first. */
	readonly choices: readonly Choice[];
	/** Undefined where it is not written in lines. */
	readonly edits: (choice: Choice) => readonly TextEdit[] | undefined;
}

/** The format by the file's name; undefined: not a file that is merged entry by entry. */
export function formatOf({ catalogues }: Pick<Services, 'catalogues'>, file: Uri): string | undefined {
	if (seedOf(file)) return sidecarFormat;
	if (isKindsName(baseName(file))) return kindsFormat;
	return catalogues.isCatalogue({ uri: file }) ? catalogueFormat : undefined;
}

/** In the order of the file; none in a file of another format. */
export function openDecisions(services: Pick<Services, 'catalogues'>, file: Uri, text: string): OpenDecision[] {
	const format = formatOf(services, file);
	if (format === undefined) return [];
	if (format !== sidecarFormat) {
		const order = format === catalogueFormat ? catalogueKeys : [];
		return undecidedOf(text, format).map((one) => decision(one, (keep) => decide(text, format, one, keep, { order })));
	}
	// asked at every move of the cursor, in files of any size
	if (!/conflict|roles|mentions/.test(text)) return [];
	const sidecar = readSidecar(text);
	const taken = new Set(sidecar.entries.map(({ annotation }) => annotation.id));
	const id = (keep: Keep) => (keep === 'both' ? newId(Math.random, taken) : undefined);
	return sidecar.undecided.map((one) => decision(one, (keep) => resolveConflict(sidecar, one, keep, id(keep)).edits));
}

function decision(undecided: Undecided, edits: (keep: Keep) => readonly TextEdit[] | undefined): OpenDecision {
	const { span, path } = undecided;
	const choices = choicesOf(undecided);
	const sorted = undecided.field === undefined ? choices.reverse() : choices;
	return { span, name: path.at(-1) ?? '', choices: sorted, edits: ({ keep }) => edits(keep) };
}
