// How texts name a person: given name and surname in either order, with a patronymic, with initials, by surname alone.
import { Form } from './inflection-ru';
import { type Names, Use } from './names';
import type { Passage } from './passage';
import { fold, Gap } from './tokens';
import { beforeSurnames, isOffice, isPatronymic, isSmallWord } from './words-ru';
import { isTurkicOffice } from './words-turkic';

/** How sure it is that somebody is meant. */
export enum Certainty {
	/** The text has more than the surname. */
	Sure,
	/** A surname alone. */
	Bare,
	/** A surname after a word that may be somebody else's given name. */
	Doubtful,
}

/** A person found at a surname. `first` and `last` are words of the text. */
export interface PersonFound {
	readonly first: number;
	readonly last: number;
	readonly how: 'full' | 'inflected' | 'initials' | 'surname';
	readonly certainty: Certainty;
}

/** The surname as found, with what the patterns around it need. */
interface Around {
	readonly passage: Passage;
	readonly names: Names;
	readonly name: number;
	/** Of the name's words: the first, and the surname's first. */
	readonly start: number;
	readonly surname: number;
	/** The surname in the text. */
	readonly first: number;
	readonly last: number;
	readonly base: boolean;
}

/**
 * The person of name `name` whose surname is read at word `at` of the text, or undefined where what stands around
 * belongs to somebody else. A name of one word is a surname.
 */
export function personAt(passage: Passage, names: Names, name: number, at: number): PersonFound | undefined {
	const start = names.first[name]!;
	const surname = start + names.surname[name]!;
	const end = names.first[name + 1]!;
	let base = true;
	for (let i = surname; i < end; i++) {
		const index = at + i - surname;
		if (i > surname && !joins(passage.gap(index))) return undefined;
		const form = passage.form(index, names.words[i]!);
		if (!(form & Form.Singular) || form & Form.Derived) return undefined;
		base &&= (form & Form.Base) !== 0;
	}
	const last = at + end - surname - 1;
	if (!passage.capitalised(last)) return undefined;
	const around = { passage, names, name, start, surname, first: at, last, base };
	const found = givenBefore(around) ?? givenAfter(around) ?? initialsBefore(around) ?? initialsAfter(around);
	return found ? { ...found, last: withSecondHalf(passage, found.last) } : bare(around);
}

/** Буш-старший, Саишвили-Чантурия: the last word of a person with what a hyphen joins to it. */
function withSecondHalf(passage: Passage, last: number): number {
	const next = last + 1;
	if (passage.gap(next) !== Gap.Hyphen || passage.start(next) - passage.end(last) !== 1) return last;
	const joined = passage.capitalised(next) ? !passage.names(next) : /^(?:старш|младш)/.test(passage.word(next));
	return joined ? next : last;
}

export function joins(gap: Gap): boolean {
	return gap === Gap.Space || gap === Gap.Hyphen;
}

/** Bits of `Form` of the text's word as any of the given names. */
function givenForm({ passage, names, start, surname }: Around, index: number): number {
	if (!passage.capitalised(index)) return 0;
	for (let i = start; i < surname; i++) {
		const form = passage.form(index, names.words[i]!);
		if (form & Form.Singular) return form;
	}
	return 0;
}

/** Most words between a given name and the surname, or of given names. */
const reach = 5;

function givenBefore(around: Around): PersonFound | undefined {
	const { passage, first, last } = around;
	let [from, known, base] = [first, 0, around.base];
	for (let at = first - 1; at >= 0 && first - at <= reach; at--) {
		const gap = passage.gap(at + 1);
		if (!joins(gap) && !(gap === Gap.Stop && passage.initial(at) !== undefined)) break;
		const form = givenForm(around, at);
		if (form) {
			known++;
			from = at;
			base &&= (form & Form.Base) !== 0;
		} else if (known > 0 || !(gap === Gap.Stop || isPatronymic(passage.word(at)))) break;
	}
	if (known && known < around.surname - around.start && isSecondHalf(passage, from)) from--;
	return known ? { first: from, last, how: base ? 'full' : 'inflected', certainty: Certainty.Sure } : undefined;
}

/** Whether a hyphen joins a word to one that the catalogue spells in another way: Kassym-Jomart for Kasym-Jomart. */
function isSecondHalf(passage: Passage, at: number): boolean {
	if (!passage.takesSuffixes || passage.gap(at) !== Gap.Hyphen || passage.start(at) - passage.end(at - 1) !== 1)
		return false;
	return passage.capitalised(at - 1) && !passage.names(at - 1);
}

function givenAfter(around: Around): PersonFound | undefined {
	const { passage, first, last } = around;
	let [to, known, base] = [last, 0, around.base];
	for (let at = last + 1; at < passage.count && joins(passage.gap(at)) && at - last < reach; at++) {
		const form = givenForm(around, at);
		if (form) {
			known++;
			to = at;
			base &&= (form & Form.Base) !== 0;
		} else if (known && isPatronymic(passage.word(at))) to = at;
		else break;
	}
	return known ? { first, last: to, how: base ? 'full' : 'inflected', certainty: Certainty.Sure } : undefined;
}

/** Whether initials can be the given names'; those beyond the given names known can be anybody's. */
function initialsFit({ names, name, start, surname }: Around, initials: readonly string[]): boolean {
	const given = names.written[name]!.toLowerCase().split(/[\s-]+/, surname - start);
	return initials.every((initial, i) => (i < given.length ? given[i]!.startsWith(initial.toLowerCase()) : i > 0));
}

function initialsBefore(around: Around): PersonFound | undefined {
	const { passage, first, last } = around;
	const initials: string[] = [];
	let at = first - 1;
	for (; initials.length < 3; at--) {
		const initial = passage.initial(at);
		if (initial === undefined || passage.gap(at + 1) !== Gap.Stop) break;
		initials.unshift(initial);
	}
	if (!initials.length || !initialsFit(around, initials)) return undefined;
	return { first: at + 1, last, how: 'initials', certainty: Certainty.Sure };
}

function initialsAfter(around: Around): PersonFound | undefined {
	const { passage, first, last } = around;
	const initials = initialsFrom(passage, last + 1);
	if (!initials.length || !initialsFit(around, initials)) return undefined;
	return { first, last: last + initials.length, how: 'initials', certainty: Certainty.Sure };
}

/** Initials after a surname; none where they belong to a surname after them, or are joined by a hyphen. */
function initialsFrom(passage: Passage, from: number): string[] {
	const initials: string[] = [];
	for (let at = from; initials.length < 2; at++) {
		const initial = passage.initial(at);
		if (initial === undefined || passage.gap(at) !== (initials.length ? Gap.Stop : Gap.Space)) break;
		if (passage.text[passage.end(at) + 1] === '-') return [];
		initials.push(initial);
	}
	const next = from + initials.length;
	const taken = initials.length > 0 && passage.gap(next) === Gap.Stop && passage.capitalised(next);
	return taken && passage.names(next) ? [] : initials;
}

/** Whether a word that is also a name rather is a common word, which begins a sentence. */
export function isCommonWord(passage: Passage, index: number): boolean {
	if (!passage.beginsSentence(index)) return false;
	const word = passage.word(index);
	return isSmallWord(word) || passage.occursSmall(index) || isOffice(word);
}

/** The surname alone: not beside an initial or a given name of somebody else. */
function bare(around: Around): PersonFound | undefined {
	const { passage, names, first, last } = around;
	if (passage.gap(first) === Gap.Stop && passage.initial(first - 1)) return undefined;
	if (initialsFrom(passage, last + 1).length || isCommonWord(passage, first)) return undefined;
	const before = first > 0 && joins(passage.gap(first)) ? strangerBefore(passage, names, first - 1) : Certainty.Bare;
	if (before === undefined || strangerAfter(around) || isChair(around)) return undefined;
	return { first, last, how: 'surname', certainty: before };
}

/** What the word before a surname makes of it; undefined where that word is somebody else's given name. */
export function strangerBefore(passage: Passage, names: Names, index: number): Certainty | undefined {
	const word = passage.word(index);
	if (!passage.capitalised(index) || /^\d/.test(word)) return Certainty.Bare;
	const use = passage.use(index, names);
	if (use & Use.Given) return undefined;
	if (use & Use.Surname && (!passage.isBase(index) || isWholePerson(passage, names, index))) return Certainty.Bare;
	if (use & Use.Thing || word.length < 3 || passage.allCapitals(index) || beforeSurnames(word)) return Certainty.Bare;
	if (!passage.beginsSentence(index)) return passage.beginsSentence(index + 1) ? Certainty.Doubtful : undefined;
	return passage.occursSmall(index) ? Certainty.Bare : Certainty.Doubtful;
}

/** İlham Əliyev, of «İlham Əliyev Ərdoğanla görüşüb»: whom a surname follows, since the verb comes last. */
function isWholePerson(passage: Passage, names: Names, index: number): boolean {
	if (!passage.takesSuffixes || index === 0 || !joins(passage.gap(index))) return false;
	return (passage.use(index - 1, names) & Use.Given) !== 0;
}

/** «Раиси Ҷумҳурии Тоҷикистон» is no Mr Raisi. */
function isChair({ passage, last }: Around): boolean {
	if (!passage.takesSuffixes || passage.gap(last + 1) !== Gap.Space || !passage.capitalised(last + 1)) return false;
	return isTurkicOffice(fold(passage.word(last)));
}

/** Whether the surname is rather a given name, with a stranger's surname after it. */
function strangerAfter({ passage, names, first, last, start, surname }: Around): boolean {
	const next = last + 1;
	if (passage.gap(next) !== Gap.Space || !passage.capitalised(next)) return false;
	const use = passage.use(next, names);
	if (use & Use.Given) {
		const own = passage.gap(next + 1) === Gap.Space && passage.capitalised(next + 1);
		return !own || isPatronymic(passage.word(next + 1));
	}
	return (surname === start || (passage.use(first, names) & Use.Given) !== 0) && !(use & Use.Thing);
}
