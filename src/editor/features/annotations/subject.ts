// Which annotation a command is about: the one it was called on, else the one under the cursor, else one that is picked.
import { l10n, Uri, window } from 'vscode';
import type { Annotation } from '../../../core/annotations/model';
import { shorten } from '../../convert';
import type { Placed } from '../../services/annotations';
import { Stop } from '../../services/guard';
import { Part } from '../../services/parts';
import { isSeed } from '../../services/seed-documents';
import type { Services } from '../../services/services';

/** What commands carry in links and tree items. */
export interface Reference {
	/** The seed's URI as a string. */
	readonly seed: string;
	readonly id: string;
}

/** The status of what is done with. */
export const resolved = 'resolved';

const threads = new WeakMap<object, Reference>();

/** A comment thread is about this annotation. */
export function remember(thread: object, reference: Reference): void {
	threads.set(thread, reference);
}

/** Of a comment thread; undefined where it is not ours. */
export function referenceOf(thread: object): Reference | undefined {
	return threads.get(thread);
}

export function referenceTo({ seed, annotation }: Placed): Reference {
	return { seed: seed.toString(), id: annotation.id };
}

/** Undefined where the person picked none. */
export async function subject(services: Services, given: unknown): Promise<Placed | undefined> {
	const reference = asReference(given);
	if (reference) return find(services, reference);
	const editor = window.activeTextEditor;
	if (!editor || !isSeed(editor.document))
		throw new Stop(l10n.t('Put the cursor in an annotated passage, or choose an annotation in the list.'));
	const { document, selection } = editor;
	const here = await services.annotations.at(document, document.offsetAt(selection.active));
	if (!here.length) throw new Stop(l10n.t('There is no annotation here.'));
	if (here.length === 1) return here[0];
	const picked = await window.showQuickPick(
		here.map((placed) => ({ label: title(placed.annotation), description: placed.annotation.tags.join(', '), placed })),
		{ title: l10n.t('Which Annotation?') },
	);
	return picked?.placed;
}

/** All that are selected in the list a command was called on, else the one that `subject` gives. */
export async function subjects(services: Services, given: unknown, selected: unknown): Promise<readonly Placed[]> {
	const rows = (Array.isArray(selected) ? selected : []).flatMap((one) => (one instanceof Part ? one.rows : [one]));
	const references = rows.map(asReference).filter((one) => one !== undefined);
	if (references.length > 1) return findAll(services, references);
	const one = await subject(services, given);
	return one ? [one] : [];
}

export async function find({ annotations }: Services, { seed, id }: Reference): Promise<Placed> {
	const found = (await annotations.of(Uri.parse(seed, true)))?.placed.find(({ annotation }) => annotation.id === id);
	return found ?? gone(id);
}

/** Each once. */
async function findAll({ annotations }: Services, references: readonly Reference[]): Promise<readonly Placed[]> {
	const idsOf = new Map<string, Set<string>>();
	for (const { seed, id } of references) idsOf.set(seed, (idsOf.get(seed) ?? new Set()).add(id));
	const found: Placed[] = [];
	for (const [seed, ids] of idsOf) {
		const placed = (await annotations.of(Uri.parse(seed, true)))?.placed ?? [];
		const byId = new Map(placed.map((one) => [one.annotation.id, one]));
		for (const id of ids) found.push(byId.get(id) ?? gone(id));
	}
	return found;
}

function gone(id: string): never {
	throw new Stop(l10n.t('The annotation {0} is no longer there.', id));
}

/** A tree item, a comment thread or a command link's argument. */
function asReference(given: unknown): Reference | undefined {
	const thread = given instanceof Object && referenceOf(given);
	if (thread) return thread;
	const { reference, seed, id } = (given ?? {}) as { reference?: Reference; seed?: unknown; id?: unknown };
	if (reference) return reference;
	return typeof seed === 'string' && typeof id === 'string' ? { seed, id } : undefined;
}

/** One line that tells an annotation from others. */
export function title(annotation: Annotation): string {
	const quote = quoteOf(annotation);
	return quote === undefined ? annotation.kind : `${annotation.kind}: ${shorten(quote, 60)}`;
}

/** The passage's words; undefined for one about the whole seed. */
export function quoteOf({ target }: Annotation): string | undefined {
	if ('quote' in target) return target.quote;
	return 'from' in target ? `${target.from} … ${target.to}` : undefined;
}
