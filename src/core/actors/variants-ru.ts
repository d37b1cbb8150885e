// Other names that Russian texts use for states and institutions, where the catalogue has one of them.
import type { Actor } from './model';
import type { NameLists } from './name-lists';

/** Names beside the catalogue's Russian ones; none for persons. Республика Корея is Корея too, where it is a state. */
export function derivedNames({ type, names }: Actor, { others }: NameLists): string[] {
	if (type === 'person') return [];
	return (names.ru ?? []).flatMap((name) => {
		const alone = type === 'state' || type === 'place' ? /^(?:Республика|Королевство) (\S+)$/.exec(name) : null;
		return [...(others.get(name) ?? []), ...(alone ? [alone[1]!] : [])];
	});
}
