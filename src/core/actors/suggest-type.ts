// What sort of actor a name stands for: by its words, its shape, and what stands before it.
import type { KnownLanguage } from '../seed/model';
import { baseFormsOf, lowered } from './base-forms-ru';
import type { Surroundings } from './context';
import type { ActorType } from './model';
import type { NameLists } from './name-lists';
import { romanise } from './romanise';
import { fold } from './tokens';
import { isOffice, isPatronymic } from './words-ru';
import { isTurkicOffice } from './words-turkic';

/** Endings of surnames, in any case; folded. */
const surnames =
	/(?:[ое]в|[иы]н|[сц]к)(?:а|у|ым|им|е|ой|ого|ому|ом|ий|ая|ую)?$|(?:дзе|швили|зода|заде|[ея]н(?:ко|ян)|[яа]н[цс]?|чук|вич|оглу|оглы|кызы|улы|уулу)[ауе]?(?:м|ом|ем)?$|(?:[oe]v|[oe]va|sk[iy]|skiy|zade|zoda|oglu|ogly|shvili|dze|chuk|enko|ian|yan)(?:n[iuy]n|ning|ga|ni|da|a|e|i|u|y)?$/;

/** What the name most likely stands for; an organisation where nothing tells. */
export function guessType(around: Surroundings, language: KnownLanguage, lists: NameLists): ActorType {
	const { words, before, isQuoted } = around;
	const bases = words.map((word) => basesOf(word, language));
	if (
		words.some((word, i) => i > 0 && isPatronymic(word)) ||
		/(?:^|\s)\p{Lu}\p{Ll}?\.\s*\p{L}|\s\p{Lu}\.$/u.test(around.name)
	)
		return 'person';
	const head = firstHead(language === 'ru' ? bases : [...bases].reverse(), lists);
	if (head) return head;
	const capitals = words.filter((word) => /^\p{Lu}\p{Ll}/u.test(word)).length;
	const isName = capitals === words.length && words.length <= 4 && !isQuoted;
	const known = (base: string) => lists.given.has(base) || romanGiven(lists).has(base);
	if (isName && words.length > 1 && bases.slice(0, 2).some((list) => list.some(known))) return 'person';
	const near = before.slice(-3).reverse();
	const isTitled = near.some((word) => isOffice(word) || isTurkicOffice(fold(word)));
	const said = firstHead(
		near.slice(0, isQuoted ? 3 : 1).map((word) => basesOf(word, language)),
		lists,
	);
	if (said && said !== 'state') return said;
	if (isQuoted) return 'organisation';
	const last = fold(words.at(-1) ?? '');
	const isOf = words.length === 1 && /[аиыя]$/.test(last) && !surnames.test(last);
	if (isName && !isOf && near[0] !== undefined && (isOffice(near[0]) || isTurkicOffice(fold(near[0])))) return 'person';
	if (words.length === 1 && /^[^\p{Ll}]{2,6}$/u.test(words[0]!)) return 'organisation';
	if (
		/(?:банк|пром|нефть|газ|дума|надзор|строй|телеком|авиа|энерго|bank|prom|telecom|soft)$/.test(
			lowered(bases[0]?.[0] ?? last),
		)
	)
		return 'organisation';
	if (language === 'ru' && words.length === 1 && !/[а-яё]/i.test(words[0]!)) return 'organisation';
	if (/стан[аеу]?$|станом$|stan(?:da|ning|dan|ga|i)?$/.test(last)) return 'state';
	if (/(?:абад|кент|град|бург|поль|abad|kent|grad|burg)(?:а|у|ом|е|да|da|dan|ga)?$/.test(last)) return 'place';
	if (
		words.length > 1 &&
		/(?:н|в|ск|ш|щ|т)(?:[иы]й|ая|[ое]е|[ое]го|[ое]му|[ыи]м|[ыи]х|ой|ую|[ыи]е)$/.test(fold(words[0]!)) &&
		!surnames.test(last)
	)
		return 'organisation';
	const isAfterPlace = /^(?:в|во|из|на|in|at|from)$/i.test(near[0] ?? '');
	if (isName && words.length > 1 && !isAfterPlace && (isTitled || surnames.test(last))) return 'person';
	if (isName && words.length === 1 && !isAfterPlace && surnames.test(last)) return 'person';
	if (isAfterPlace && isName && words.length <= 2) return 'place';
	return isName && words.length > 1 && words.length < 4
		? 'person'
		: words.length === 1 && isName
			? 'place'
			: 'organisation';
}

/** What a noun before the name says it is: «агентство «Заря»»; undefined where there is none. */
export function headBefore(
	{ before, isQuoted }: Surroundings,
	lists: NameLists,
	language: KnownLanguage = 'ru',
): ActorType | undefined {
	const near = before.slice(isQuoted ? -2 : -1).reverse();
	return firstHead(
		near.map((word) => basesOf(word, language)),
		lists,
	);
}

function basesOf(word: string, language: KnownLanguage): string[] {
	const lower = lowered(word);
	if (language === 'ru' && /[а-я]/.test(lower)) return [...new Set(baseFormsOf(lower).map(({ base }) => base))];
	return [lower, fold(word)];
}

function firstHead(bases: readonly (readonly string[])[], { heads }: NameLists): ActorType | undefined {
	for (const list of bases) for (const base of list) if (heads.has(base)) return heads.get(base);
	return undefined;
}

const romanised = new WeakMap<NameLists, ReadonlySet<string>>();

/** The given names in Latin letters. */
function romanGiven(lists: NameLists): ReadonlySet<string> {
	let found = romanised.get(lists);
	if (!found) {
		found = new Set([...lists.given.keys()].map(romanise));
		romanised.set(lists, found);
	}
	return found;
}
