// Russian adjectives from names of states and places: Казахстан, казахстанский. Most follow from the name's last
// letters; the others are listed (name-lists). A wrong guess among several (сирский) is no word and meets none.
import type { Actor } from './model';
import type { NameLists } from './name-lists';
import { fold } from './tokens';

/** By the name's end: how it begins to be an adjective. Every rule that fits gives a guess. */
const rules: readonly (readonly [end: RegExp, adjective: string])[] = [
	[/ск$/, 'ский'],
	[/цк$/, 'цкий'],
	[/([^аеиоуыэюяьй])$/, '$1ский'],
	[/л$/, 'льский'],
	[/([^л])ь$/, '$1ский'],
	[/ль$/, 'льский'],
	[/й$/, 'йский'],
	[/([еа])я$/, '$1йский'],
	[/([^аеиоуыэюя])ия$/, '$1ский'],
	[/ия$/, 'ийский'],
	[/лия$/, 'льский'],
	[/гия$/, 'жский'],
	[/кия$/, 'цкий'],
	[/хия$/, 'шский'],
	[/([^аеиоуыэюя])ва$/, '$1овский'],
	[/га$/, 'жский'],
	[/ла$/, 'льский'],
	[/([^аеиоуыэюя])[аоыи]$/, '$1ский'],
	[/([^аеиоуыэюя])[аеиоуы]$/, '$1инский'],
];

function fromNoun(noun: string, { irregular }: NameLists): string[] {
	const listed = irregular.get(noun);
	const made = listed ? [listed] : [];
	if (noun.length < 4) return made;
	for (const [end, adjective] of rules) {
		if (end.test(noun)) made.push(noun.replace(end, adjective).replace('ссск', 'сск'));
	}
	return made;
}

/** Южная Корея, южнокорейский. `ruled`: whether the rules may be asked about the noun, or the list alone. */
function fromPhrase(phrase: string, ruled: boolean, lists: NameLists): string[] {
	const [, stem, ending, noun] = /^(\S+?)(ый|ий|ая|яя|ое|ее|ые) (\S+)$/.exec(phrase) ?? [];
	if (!stem || !noun) return [];
	const link = ending === 'яя' || ending === 'ее' ? 'е' : 'о';
	const listed = lists.irregular.get(noun);
	const adjectives = listed ? [listed] : ruled ? fromNoun(noun, lists) : [];
	return adjectives.map((adjective) => `${stem}${link}${adjective}`);
}

/**
 * The adjectives of Russian names, base form: of states and places, and of what is listed, whatever its type.
 * `others` are further names of the actor. Persons have none.
 */
export function derivedAdjectives({ type, names }: Actor, others: readonly string[], lists: NameLists): string[] {
	if (type === 'person') return [];
	const ruled = type === 'state' || type === 'place';
	const made = [...(names.ru ?? []), ...others].flatMap((name) => {
		if (!/[а-яё]/i.test(name)) return [];
		const folded = name
			.split(' ')
			.map((word) => word.split('-').map(fold).join('-'))
			.join(' ');
		const found = lists.irregular.get(folded);
		const listed = found ? [found] : [];
		if (folded.includes(' ')) return found ? listed : fromPhrase(folded, ruled, lists);
		return ruled ? fromNoun(folded, lists) : listed;
	});
	return [...new Set(made)];
}
