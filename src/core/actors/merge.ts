// Many catalogue files made one, and what only shows when all are seen together.
import type { Problem } from '../problems';
import { complete, type Steps } from '../steps';
import {
	type Actor,
	actorTypes,
	type ByLanguage,
	type Catalogue,
	type CatalogueEntry,
	type CatalogueFile,
} from './model';

/** Entries in one step of long work: some milliseconds. */
const entriesInStep = 500;

/**
 * Merges by id, in the order given: the last file wins field by field, and of names and adjectives language by language.
 * An actor without a type counts as an organisation; one without names is kept, since roles may speak of it.
 */
export function mergeCatalogues(files: readonly CatalogueFile[]): Catalogue {
	return complete(mergeSteps(files));
}

/** The same in steps. */
export function* mergeSteps(files: readonly CatalogueFile[]): Steps<Catalogue> {
	const actors = new Map<string, Actor>();
	for (const file of files) {
		for (const [at, { id, fields }] of file.entries.entries()) {
			if (at % entriesInStep === 0) yield;
			const earlier = actors.get(id);
			actors.set(id, {
				...{ id, type: 'organisation' as const, names: {} },
				...earlier,
				...fields,
				...byLanguage('names', earlier?.names, fields.names),
				...byLanguage('adjectives', earlier?.adjectives, fields.adjectives),
			});
		}
	}
	return { actors };
}

function byLanguage<K extends string, T>(key: K, earlier: ByLanguage<T> | undefined, later: ByLanguage<T> | undefined) {
	return earlier && later ? ({ [key]: { ...earlier, ...later } } as Record<K, ByLanguage<T>>) : undefined;
}

/**
 * Problems between entries, one list per file in the order given: names that two actors share, roles at actors that
 * no file has, and entries that have no name or type in any file. `catalogue` is the same files merged.
 */
export function crossCheck(files: readonly CatalogueFile[], catalogue: Catalogue): Problem[][] {
	return complete(crossCheckSteps(files, catalogue));
}

/** The same in steps. */
export function* crossCheckSteps(files: readonly CatalogueFile[], catalogue: Catalogue): Steps<Problem[][]> {
	const owners = new Map<string, string>();
	const seen = new Set<string>();
	const typed = new Set(files.flatMap((file) => [...typedIn(file)]));
	const found: Problem[][] = [];
	for (const file of files) {
		const problems: Problem[] = [];
		for (const [at, entry] of file.entries.entries()) {
			if (at % entriesInStep === 0) yield;
			if (!seen.has(entry.id)) problems.push(...missingFields(entry, catalogue, typed));
			seen.add(entry.id);
			for (const { id, span } of entry.references) {
				if (catalogue.actors.has(id)) continue;
				problems.push({ code: 'catalogue/unknown-actor', severity: 'warning', span, args: { id } });
			}
			problems.push(...sharedNames(entry, owners, catalogue));
		}
		found.push(problems);
	}
	return found;
}

/** The ids that a file says the type of, if wrongly: that is a problem of its own. */
function* typedIn({ entries, problems }: CatalogueFile): Generator<string> {
	const mistyped = problems.filter(({ code }) => code === 'catalogue/unknown-type');
	let next = 0;
	for (const { id, span, fields } of entries) {
		while (mistyped[next] && mistyped[next]!.span.start < span.start) next++;
		if (fields.type || (mistyped[next] && mistyped[next]!.span.end <= span.end)) yield id;
	}
}

/** An entry that no file gives a name or a type. */
function missingFields({ id, idSpan, fields }: CatalogueEntry, catalogue: Catalogue, typed: Set<string>): Problem[] {
	const problems: Problem[] = [];
	const names = catalogue.actors.get(id)?.names ?? {};
	if (Object.keys(names).length === 0 && !fields.names)
		problems.push({ code: 'catalogue/no-names', severity: 'error', span: idSpan, args: { id } });
	if (!typed.has(id)) {
		const args = { id, expected: actorTypes.join(', ') };
		problems.push({ code: 'catalogue/no-type', severity: 'error', span: idSpan, args });
	}
	return problems;
}

/** Names that an earlier entry has too. Not said where `prefer` tells which of the two comes first. */
function sharedNames({ id, names }: CatalogueEntry, owners: Map<string, string>, { actors }: Catalogue): Problem[] {
	const problems: Problem[] = [];
	for (const { name, span } of names) {
		const key = name.toLowerCase();
		const other = owners.get(key) ?? id;
		owners.set(key, other);
		if (other === id || (actors.get(other)?.prefer ?? 0) !== (actors.get(id)?.prefer ?? 0)) continue;
		problems.push({ code: 'catalogue/shared-name', severity: 'warning', span, args: { name, other } });
	}
	return problems;
}
