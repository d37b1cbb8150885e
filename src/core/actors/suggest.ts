// What to call a new actor: from a name as a text has it, its base form, what it is, and an id.
import type { KnownLanguage } from '../seed/model';
import type { Span } from '../text/span';
import { lowered } from './base-forms-ru';
import { casesBefore, Surroundings } from './context';
import type { ActorType, Catalogue } from './model';
import type { NameLists } from './name-lists';
import { slug } from './romanise';
import { personBases, thingBases } from './suggest-ru';
import { turkicBases } from './suggest-turkic';
import { guessType, headBefore } from './suggest-type';
import { tokenise } from './tokens';

/** An entry to begin with; a person looks at it before it is written. */
export interface ActorSuggestion {
	/** Base forms, the likeliest first; never empty. The name as the text has it is among them. */
	readonly names: readonly string[];
	/** The language the name is in. */
	readonly language: KnownLanguage;
	readonly type: ActorType;
	/** Not in the catalogue yet. */
	readonly id: string;
}

export interface SuggestionOptions {
	/** The language of the passage; undefined: told by the letters. */
	readonly language: KnownLanguage | undefined;
	readonly catalogue: Catalogue;
	readonly lists: NameLists;
}

/** Most base forms that are offered. */
const mostNames = 5;

/** What to write for the name at `span` of `text`. White space, quotation marks and punctuation at its ends do not count. */
export function suggestActor(
	text: string,
	span: Span,
	{ language, catalogue, lists }: SuggestionOptions,
): ActorSuggestion {
	const place = bare(text, span);
	const written = text.slice(place.start, place.end);
	const around = new Surroundings(text, place);
	const meant = languageOf(written, language);
	const type = guessType(around, meant, lists);
	const names = baseNames(around, meant, type, lists).slice(0, mostNames);
	if (!names.includes(written)) names.push(written);
	return { names, language: meant, type, id: freeId(names[0]!, catalogue) };
}

/** Base forms of the name in `around`, the likeliest first. */
export function baseNames(around: Surroundings, language: KnownLanguage, type: ActorType, lists: NameLists): string[] {
	const { name, words } = around;
	if (language === 'en' || words.length === 0) return [name];
	if (language !== 'ru') return turkicBases(around);
	if (words.length === 1 && /^[^\p{Ll}]+$/u.test(words[0]!)) return [name];
	if (around.isQuoted && headBefore(around, lists)) return [name];
	const evidence = {
		asked: casesBefore(around, type === 'person', lists),
		isJoined: (index: number) => around.isJoined(index),
		support: (base: string) => around.support(lowered(base)),
	};
	const bases = type === 'person' ? personBases(words, evidence, lists) : thingBases(words, evidence, lists);
	return [...new Set(bases.map((base) => around.withWords(base.words)))];
}

/** The span without what is no part of the name at its ends. */
function bare(text: string, { start, end }: Span): Span {
	const written = text.slice(start, end);
	const front = /^[\s"'«»“”„‘’([—–,.:;!?-]*/.exec(written)![0].length;
	const rest = written.slice(front);
	const stop = /(?:^|[\s.])\p{Lu}\.[\s)»”"]*$/u.test(rest) ? /[\s)»”"]*$/ : /(?:['’]s)?[\s"'«»“”„‘’)\],.:;!?—–-]*$/;
	const name = rest.slice(0, stop.exec(rest)!.index);
	return name === '' ? { start, end } : { start: start + front, end: start + front + name.length };
}

/** The passage's language where the letters agree; else one of the letters. */
function languageOf(name: string, language: KnownLanguage | undefined): KnownLanguage {
	const isCyrillic = /[\u0400-\u04ff]/.test(name);
	if (language === undefined) return isCyrillic ? 'ru' : 'en';
	if (isCyrillic)
		return language === 'en' || language === 'az' || language === 'tr' || language === 'tk' ? 'ru' : language;
	return ['ru', 'kk', 'ky', 'tg'].includes(language) ? 'en' : language;
}

/** The name in Latin letters; with a number where another actor has that. */
export function freeId(name: string, { actors }: Catalogue): string {
	const { count } = tokenise(name);
	const base = slug(name) || (count ? 'actor' : 'unnamed');
	let id = base;
	for (let i = 2; actors.has(id) || id === 'format'; i++) id = `${base}-${i}`;
	return id;
}
