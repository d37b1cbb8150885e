// Names that nobody in the catalogue bears: what a text writes with capitals where no sentence begins, the forms of one
// name together. A list for a person to choose from: quick, and honest about what it is.
import type { KnownLanguage } from '../seed/model';
import type { Span } from '../text/span';
import { baseFormsOf, lowered } from './base-forms-ru';
import { Surroundings } from './context';
import type { ActorType, Mention } from './model';
import type { NameLists } from './name-lists';
import { baseNames } from './suggest';
import { guessType } from './suggest-type';
import { fold, Gap, gapBefore, isCapitalised, type Tokens, tokenise } from './tokens';
import { WordForms } from './word-forms';
import { isOffice, isSmallWord } from './words-ru';

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
	/** In the order of the texts; never empty. */
	readonly places: readonly NamePlace[];
}

/** A run of words with capitals. */
interface Candidate extends NamePlace {
	readonly words: readonly string[];
	/** One word at the start of a sentence: a name if it is one elsewhere. */
	readonly isUnsure: boolean;
	readonly language: KnownLanguage;
}

/** The names that no mention covers, the most frequent first; of equally frequent ones the longer first. */
export function unknownNames(texts: readonly ReadText[], lists: NameLists): UnknownName[] {
	const small = new Set<string>();
	for (const { text } of texts) collectSmall(text, small);
	const candidates = texts.flatMap((read, index) => [...candidatesIn(read, index, small)]);
	const forms = new WordForms();
	for (const { words } of candidates) for (const word of words) forms.add(word);
	const groups = new Map<string, Candidate[]>();
	const keyOf = ({ words }: Candidate) => words.map((word) => forms.rootOf(word)).join(' ');
	for (const candidate of candidates) {
		if (candidate.isUnsure) continue;
		const group = groups.get(keyOf(candidate));
		if (group) group.push(candidate);
		else groups.set(keyOf(candidate), [candidate]);
	}
	const surnames = surnamesOf(groups);
	for (const candidate of candidates) {
		if (!candidate.isUnsure) continue;
		const key = keyOf(candidate);
		groups.get(groups.has(key) ? key : (surnames.get(key) ?? ''))?.push(candidate);
	}
	joinSurnames(groups, surnames);
	const found = [...groups.values()].map((group) => named(group, texts, lists));
	return found.sort((a, b) => b.places.length - a.places.length || b.name.length - a.name.length);
}

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

function* candidatesIn({ text, language, mentions }: ReadText, index: number, small: ReadonlySet<string>) {
	const tokens = tokenise(text);
	const known = coveredBy(mentions, tokens);
	for (let at = 0; at < tokens.count; at++) {
		if (known[at] || !isCapitalised(text, tokens.starts[at]!) || /^\p{N}/u.test(wordAt(tokens, at))) continue;
		let last = at;
		while (last + 1 < tokens.count && !known[last + 1] && continues(tokens, last + 1)) last++;
		const first = withoutCommonStart(tokens, at, last, small);
		const capitals = last;
		while (first <= last && last - first < longest && !known[last + 1] && awaitsNoun(tokens, last)) last++;
		if (first <= capitals && isName(tokens, first, capitals)) {
			const isUnsure =
				first === capitals && beginsSentence(tokens, first) && !/^\p{Lu}{2,}$/u.test(wordAt(tokens, first));
			if (isUnsure) last = capitals;
			const words = range(first, last).map((i) => wordAt(tokens, i));
			const start = tokens.starts[first]!;
			const end = tokens.ends[last]!;
			const isCyrillic = /[\u0400-\u04ff]/.test(words[0]!);
			const meant = language ?? (isCyrillic ? 'ru' : 'en');
			yield { text: index, start, end, words, language: meant, isUnsure } satisfies Candidate;
		}
		at = last;
	}
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
	/(?:ск|цк|[еоиая]н|нн|льн|тн|рн|дн|ов|ев)(?:[иы]й|ой|ая|ую|[ое]е|[ое]го|[ое]му|[иы]м|[оеи]м|[иы]х|[ыи]е|ыми|ими)$/;

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
	return /(?:^|[.!?…:;\n\r])["'«»“”„‘’()[\]\s–—-]*$/.test(text.slice(Math.max(0, starts[index]! - 6), starts[index]));
}

/** Months and days of languages that write them with capitals; folded. */
const calendar =
	/^(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|ocak|subat|mart|nisan|mayis|haziran|temmuz|agustos|eylul|ekim|kasim|aralik|pazartesi|sali|carsamba|persembe|cuma|cumartesi|pazar)(?:s|[dt][ae]n?)?$/;

/** Whether a run may be a name: not a month, a number or a part of a line in capitals. */
function isName(tokens: Tokens, first: number, last: number): boolean {
	const words = range(first, last).map((i) => wordAt(tokens, i));
	if (words.every((word) => /^\P{L}|^.$/u.test(word) || calendar.test(fold(word)))) return false;
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

/** By last word: the one longer name that ends with it, or `null` where there are several. */
function surnamesOf(groups: ReadonlyMap<string, unknown>): Map<string, string | null> {
	const full = new Map<string, string | null>();
	for (const key of groups.keys()) {
		const last = key.slice(key.lastIndexOf(' ') + 1);
		if (last !== key) full.set(last, full.has(last) ? null : key);
	}
	return full;
}

/** Surnames alone join the one full name that ends with them. */
function joinSurnames(groups: Map<string, Candidate[]>, surnames: ReadonlyMap<string, string | null>): void {
	for (const [surname, key] of surnames) {
		const alone = groups.get(surname);
		if (!key || !alone) continue;
		groups.get(key)!.push(...alone);
		groups.delete(surname);
	}
}

function named(group: readonly Candidate[], texts: readonly ReadText[], lists: NameLists): UnknownName {
	const longest = group.reduce((a, b) => (b.words.length > a.words.length ? b : a));
	const { language } = longest;
	const around = new Surroundings(texts[longest.text]!.text, longest);
	const type = guessType(around, language, lists);
	const [name] = baseNames(around, language, type, lists);
	const places = group.map(({ text, start, end }) => ({ text, start, end }));
	places.sort((a, b) => a.text - b.text || a.start - b.start);
	return { name: name!, type, language, places };
}
