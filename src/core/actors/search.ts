// Finding an actor by a few letters of any of its names, in any script.
import type { Actor, Catalogue } from './model';

export interface FoundActor {
	readonly actor: Actor;
	/** The name that fits best. */
	readonly name: string;
}

/** Latin for what a searcher may type in either script; letters that are not here stay. */
const latin: Readonly<Record<string, string>> = Object.fromEntries(
	'а=a ә=a б=b в=v г=g ғ=g д=d е=e ё=e ж=zh җ=j з=z и=i ӣ=i й=y і=i к=k қ=q л=l м=m н=n ң=n о=o ө=o п=p р=r с=s т=t у=u ў=o ү=u ұ=u ӯ=u ф=f х=h ҳ=h һ=h ц=ts ч=ch ҷ=j ш=sh щ=sh ъ= ы=y ь= э=e ю=yu я=ya ə=a ı=i'
		.split(' ')
		.map((pair) => pair.split('=') as [string, string]),
);

/** Letters that people transliterate in several ways become one. */
function sounds(text: string): string {
	const letters = text
		.toLowerCase()
		.normalize('NFD')
		.replace(/[\u0300-\u036f'’ʻʼ`-]/g, '');
	return [...letters]
		.map((letter) => latin[letter] ?? letter)
		.join('')
		.replace(/kh/g, 'h')
		.replace(/w/g, 'v')
		.replace(/dzh/g, 'j')
		.replace(/iy|yi|y/g, 'i');
}

/** Best first: names that begin so, then names with a word that begins so, then names that contain it. All for an empty query. */
export function searchActors(catalogue: Catalogue, query: string): FoundActor[] {
	const wanted = sounds(query.trim());
	const found: (FoundActor & { readonly rank: number })[] = [];
	for (const actor of catalogue.actors.values()) {
		const ranked = Object.values(actor.names)
			.flat()
			.map((name) => ({ name, rank: rankOf(sounds(name), wanted) }))
			.filter(({ rank }) => rank < 3)
			.sort((a, b) => a.rank - b.rank);
		const best = ranked[0];
		if (best) found.push({ actor, ...best });
	}
	return found.sort((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : 1));
}

function rankOf(name: string, wanted: string): number {
	if (name.startsWith(wanted)) return 0;
	if (name.includes(` ${wanted}`)) return 1;
	return name.includes(wanted) ? 2 : 3;
}
