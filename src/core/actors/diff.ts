// What changed between two versions of a catalogue, by id and field: plain data in the order of the file.
import type { ActorRole, CatalogueEntry, CatalogueFile } from './model';

/** A value as people read it; undefined: not there. */
export type ActorValue = string | readonly string[] | undefined;

export interface ActorFieldChange {
	/** `type`, `names.ru`, `links.wikidata`, … */
	readonly key: string;
	readonly before: ActorValue;
	readonly after: ActorValue;
}

export interface ActorChange {
	readonly what: 'actor-added' | 'actor-removed' | 'actor-changed';
	readonly id: string;
	/** Of an added or removed actor all it has. */
	readonly fields: readonly ActorFieldChange[];
}

/** In the order of `after`; removed ones at the end. Of an id that a file has twice, the last counts. */
export function diffCatalogues(before: CatalogueFile, after: CatalogueFile): ActorChange[] {
	const old = new Map(before.entries.map((entry) => [entry.id, valuesOf(entry)]));
	const fresh = new Map(after.entries.map((entry) => [entry.id, valuesOf(entry)]));
	return [...new Set([...fresh.keys(), ...old.keys()])].flatMap((id): ActorChange[] => {
		const [was, is] = [old.get(id), fresh.get(id)];
		const fields = [...new Set([...(is?.keys() ?? []), ...(was?.keys() ?? [])])]
			.map((key) => ({ key, before: was?.get(key), after: is?.get(key) }))
			.filter((field) => String(field.before) !== String(field.after));
		if (was && is && fields.length === 0) return [];
		return [{ what: was ? (is ? 'actor-changed' : 'actor-removed') : 'actor-added', id, fields }];
	});
}

function valuesOf({ fields }: CatalogueEntry): Map<string, ActorValue> {
	const { names, adjectives, links, roles, ...rest } = fields;
	const found = new Map<string, ActorValue>();
	for (const [key, value] of Object.entries(rest)) found.set(key, String(value));
	for (const [group, values] of Object.entries({ names, adjectives, links }))
		for (const [key, value] of Object.entries(values ?? {})) found.set(`${group}.${key}`, value);
	if (roles?.length) found.set('roles', roles.map(roleText));
	return found;
}

function roleText({ title, of, from, until }: ActorRole): string {
	const dates = from || until ? ` (${from ?? ''}–${until ?? ''})` : '';
	return `${Object.values(title).join(' / ')}${of ? ` · ${of}` : ''}${dates}`;
}
