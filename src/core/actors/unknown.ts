// Names that nobody in the catalogue bears: what a text writes with capitals where no sentence begins, the forms of one
// name together. A list for a person to choose from: quick, and honest about what it is.
import type { KnownLanguage } from '../seed/model';
import type { Span } from '../text/span';
import { baseFormsOf, lowered } from './base-forms-ru';
import { Surroundings } from './context';
import type { ActorType, Mention } from './model';
import { groupNames, isGiven, type Run } from './name-groups';
import type { NameLists } from './name-lists';
import { soundKey } from './sound';
import { baseNames } from './suggest';
import { guessType } from './suggest-type';
import { fold, Gap, gapBefore, isCapitalised, type Tokens, tokenise } from './tokens';
import { isOffice, isPatronymic, isSmallWord } from './words-ru';

/** A text with what is known of it. */
export interface ReadText {
	readonly text: string;
	/** Undefined: told by the letters. */
	readonly language: KnownLanguage | undefined;
	readonly mentions: readonly Mention[];
}

/** Where a name stands: a span of one of the texts. */
export interface NamePlace extends Span {
	/** Index into the texts. */
	readonly text: number;
}

export interface UnknownName {
	/** The likeliest base form. */
	readonly name: string;
	readonly type: ActorType;
	readonly language: KnownLanguage;
	/** Where it stands with most of its words: what to begin with. */
	readonly fullest: NamePlace;
	/** In the order of the texts; never empty. */
	readonly places: readonly NamePlace[];
}

interface Candidate extends NamePlace, Run<Candidate> {
	readonly language: KnownLanguage;
}

/** The names that no mention covers, the most frequent first; of equally frequent ones the longer first. */
export function unknownNames(texts: readonly ReadText[], lists: NameLists): UnknownName[] {
	const small = new Set<string>();
	for (const { text } of texts) collectSmall(text, small);
	const candidates = texts.flatMap((read, index) => [...candidatesIn(read, index, small, lists)]);
	const found = groupNames<Candidate>(candidates, lists).map((group) => named(group, texts, lists));
	return joinTwins(found).sort((a, b) => b.places.length - a.places.length || b.name.length - a.name.length);
}

/** Shortest sound of a name by which its spellings in two scripts are known to be one. */
const tellingSound = 5;

/** A name and its spelling in the other script, as in «Анна Белова (Anna Belova)», are one; the more frequent stays. */
function joinTwins(names: readonly UnknownName[]): UnknownName[] {
	const kept = new Map<string, UnknownName>();
	const bySound = new Map<string, string>();
	for (const one of names) {
		const words = one.name.split(/[\s-]+/);
		const sound = words.map((word) => soundKey(fold(word))).join(' ');
		const heard = words.length > 1 && sound.length >= tellingSound ? bySound.get(sound) : undefined;
		const known = heard !== undefined && isLatin(heard) !== isLatin(one.name) ? heard : one.name;
		const twin = kept.get(known);
		const [main, other] = !twin || one.places.length > twin.places.length ? [one, twin] : [twin, one];
		kept.delete(known);
		kept.set(main.name, { ...main, places: [...main.places, ...(other?.places ?? [])].sort(byPlace) });
		bySound.set(sound, main.name);
	}
	return [...kept.values()];
}

const isLatin = (name: string) => /[a-z]/i.test(name);
const byPlace = (a: NamePlace, b: NamePlace) => a.text - b.text || a.start - b.start;

/** What the texts write in small letters: those are no names where a sentence begins with them. */
function collectSmall(text: string, small: Set<string>): void {
	const { count, starts, ends } = tokenise(text);
	for (let i = 0; i < count; i++) {
		if (isCapitalised(text, starts[i]!)) continue;
		const word = lowered(text.slice(starts[i], ends[i]));
		if (small.has(word)) continue;
		small.add(word);
		for (const { base } of baseFormsOf(word)) small.add(base);
	}
}

/** Most words after the first that a name is followed for. */
const longest = 5;

function* candidatesIn(read: ReadText, index: number, small: ReadonlySet<string>, lists: NameLists) {
	const { text, mentions } = read;
	const tokens = tokenise(text);
	const known = coveredBy(mentions, tokens);
	for (let at = 0; at < tokens.count; at++) {
		if (known[at] || !isCapitalised(text, tokens.starts[at]!) || /^\p{N}/u.test(wordAt(tokens, at))) continue;
		let last = at;
		while (last + 1 < tokens.count && !known[last + 1] && continues(tokens, last + 1)) last++;
		let first = withoutCommonStart(tokens, at, last, small);
		for (let next = first; next <= last; first = next) {
			next = nextPerson(tokens, first, last, lists);
			const capitals = next - 1;
			while (next > last && last - first < longest && !known[last + 1] && awaitsNoun(tokens, last)) next = ++last + 1;
			if (!isName(tokens, first, capitals)) continue;
			if (next - 1 === first && loneAdjective.test(wordAt(tokens, first))) continue;
			const isUnsure = first === capitals && isOpening(tokens, first);
			yield candidate(read, index, tokens, range(first, isUnsure ? capitals : next - 1), isUnsure);
		}
		at = last;
	}
}

/** Where after `first` a person is named who follows another name at once: «Бордурии Рустам Велизаде»; else after `last`. */
function nextPerson(tokens: Tokens, first: number, last: number, lists: NameLists): number {
	for (let at = first + 1; at < last; at++) {
		const [before, word, after] = [at - 1, at, at + 1].map((i) => wordAt(tokens, i));
		if (gapBefore(tokens, at) !== Gap.Space || !isGiven(word!, lists) || isGiven(before!, lists)) continue;
		if (before!.length > 1 && !isPatronymic(word!) && !isPatronymic(after!)) return at;
	}
	return last + 1;
}

/** Whether a word with a capital begins a sentence, and is no acronym. */
function isOpening(tokens: Tokens, index: number): boolean {
	return beginsSentence(tokens, index) && !/^\p{Lu}{2,}$/u.test(wordAt(tokens, index));
}

function candidate(
	{ text, language }: ReadText,
	index: number,
	tokens: Tokens,
	at: readonly number[],
	isUnsure: boolean,
): Candidate {
	const words = at.map((i) => wordAt(tokens, i));
	const isCyrillic = /[\u0400-\u04ff]/.test(words[0]!);
	return {
		text: index,
		start: tokens.starts[at[0]!]!,
		end: tokens.ends[at.at(-1)!]!,
		words,
		language: language ?? (isCyrillic ? 'ru' : 'en'),
		isUnsure,
		beginsSentence: at.length > 1 && isOpening(tokens, at[0]!),
		rest: () => candidate({ text, language, mentions: [] }, index, tokens, at.slice(1), false),
	};
}

function range(first: number, last: number): number[] {
	return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function wordAt({ text, starts, ends }: Tokens, index: number): string {
	return text.slice(starts[index], ends[index]);
}

/** By word: whether a mention covers it. */
function coveredBy(mentions: readonly Mention[], { count, starts }: Tokens): Uint8Array {
	const known = new Uint8Array(count);
	let at = 0;
	for (const { start, end, nested } of mentions) {
		if (nested) continue;
		while (at < count && starts[at]! < start) at++;
		for (let i = at; i < count && starts[i]! < end; i++) known[i] = 1;
	}
	return known;
}

function continues(tokens: Tokens, index: number): boolean {
	const gap = gapBefore(tokens, index);
	const initial = /^\p{Lu}\p{Ll}?$/u.test(wordAt(tokens, index - 1));
	if (gap !== Gap.Space && gap !== Gap.Hyphen && !(gap === Gap.Stop && initial)) return false;
	const between = tokens.text.slice(tokens.ends[index - 1], tokens.starts[index]);
	if (/[\r\n]/.test(between) || (between !== '-' && /^\p{N}/u.test(wordAt(tokens, index)))) return false;
	return isCapitalised(tokens.text, tokens.starts[index]!);
}

/** Whether a Russian adjective ends a run of capitals, so that a noun in small letters belongs to it: «Невский район». */
function awaitsNoun(tokens: Tokens, last: number): boolean {
	const next = last + 1;
	if (next >= tokens.count || gapBefore(tokens, next) !== Gap.Space) return false;
	return adjective.test(lowered(wordAt(tokens, last))) && /^[а-яё]{3,}$/.test(wordAt(tokens, next));
}

const adjective =
	/(?:ск|цк|[еоиая]н|нн|льн|тн|рн|дн|ов|ев)(?:[иы]й|ой|ая|ую|[ое]е|[ое]го|[ое]му|[иы]м|(?<![аяи]н)[оеи]м|[иы]х|[ыи]е|ыми|ими)$/;

/** Where the name begins that follows an office or a common word with a capital. */
function withoutCommonStart(tokens: Tokens, first: number, last: number, small: ReadonlySet<string>): number {
	let at = first;
	while (at <= last) {
		const word = wordAt(tokens, at);
		const isCommon =
			isSmallWord(word) || isOffice(word) || (small.has(lowered(word)) && (at > first || beginsSentence(tokens, at)));
		if (!isCommon) break;
		at++;
	}
	return at;
}

function beginsSentence({ text, starts }: Tokens, index: number): boolean {
	const before = text.slice(Math.max(0, starts[index]! - 12), starts[index]);
	return /(?:^|[.!?…:;\n\r]|\d{4}-\d\d-\d\d(?=\s))["'«»“”„‘’()[\]\s–—-]*$/.test(before);
}

/** Months and days of languages that write them with capitals; folded. */
const calendar =
	/^(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|ocak|subat|mart|nisan|mayis|haziran|temmuz|agustos|eylul|ekim|kasim|aralik|pazartesi|sali|carsamba|persembe|cuma|cumartesi|pazar)(?:s|[dt][ae]n?)?$/;

const commonAcronym = /^(?:СМИ|ОАО|ООО|ЗАО|ПАО|АО|ГУП|МУП|ТВ|ДТП|ЧП|ВВП|НДС|ЖКХ|ЧС|IT|PR|TV|GDP|CEO|HQ)$/;
const loneAdjective =
	/^[А-ЯЁ][а-яё]+(?:(?:[еоиая]н|нн|льн|тн|дн|вн|чн)(?:[иы]й|ая|ую|[ое]е|[ое]го|[ое]му|[иы]м|[иы]х|ые|ыми)|(?:нн|льн|дн|вн|чн)(?:ом|ой))$/;

/** Whether a run may be a name: not a month, a number or a part of a line in capitals. */
function isName(tokens: Tokens, first: number, last: number): boolean {
	const words = range(first, last).map((i) => wordAt(tokens, i));
	if (words.every((word) => /^\P{L}|^.$|^[IVXLC]+$/u.test(word) || calendar.test(fold(word)))) return false;
	if (words.length === 1 && commonAcronym.test(words[0]!)) return false;
	if (words.some((word) => word !== word.toUpperCase())) return true;
	return (
		words.length < 3 && words.every((word) => word.length < 8) && !isLineInCapitals(tokens.text, tokens.starts[first]!)
	);
}

/** Whether the line at an offset has several words, all in capitals. */
function isLineInCapitals(text: string, offset: number): boolean {
	const start = text.lastIndexOf('\n', offset) + 1;
	const end = text.indexOf('\n', offset);
	const line = text.slice(start, end < 0 ? undefined : end).slice(0, 300);
	return line === line.toUpperCase() && /\p{L}{4}.*\s.*\p{L}{4}/u.test(line);
}

/** The longest run without initials, patronymics left out of account. */
function fullest(group: readonly Candidate[]): Candidate {
	const weight = ({ words }: Candidate) =>
		words.filter((word) => word.length > 1).length - (words.some(isPatronymic) ? 1.5 : 0);
	return group.reduce((a, b) => (weight(b) > weight(a) ? b : a));
}

function named(group: readonly Candidate[], texts: readonly ReadText[], lists: NameLists): UnknownName {
	const { text, start, end, language } = fullest(group);
	const around = new Surroundings(texts[text]!.text, { start, end });
	const type = guessType(around, language, lists);
	const [name] = baseNames(around, language, type, lists);
	const places = group.map(({ text, start, end }) => ({ text, start, end }));
	places.sort(byPlace);
	return { name: name!, type, language, fullest: { text, start, end }, places };
}
