// How texts name a person: given name and surname in either order, with a patronymic, with initials, by surname alone.
import { Form } from './inflection-ru';
import type { Names } from './names';
import type { Passage } from './passage';
import { fold, Gap } from './tokens';

/** A person found at a surname. `first` and `last` are words of the text. */
export interface PersonFound {
	readonly first: number;
	readonly last: number;
	readonly how: 'full' | 'inflected' | 'initials' | 'surname';
}

const patronymic =
	/(?:вич|вна|ична|инична)(?:а|у|ем|е|ы|ой)?$|(?:вн|ичн)(?:ы|е|у|ой|ою)$|^(?:оглы|кызы|оглу|гызы|оглу|uulu|oglu|qizi|kizi|улы|кызы|уулу)$/;

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
		if (!(form & Form.Singular)) return undefined;
		base &&= (form & Form.Base) !== 0;
	}
	const last = at + end - surname - 1;
	if (!passage.capitalised(last)) return undefined;
	const around = { passage, names, start, surname, first: at, last, base };
	return givenBefore(around) ?? givenAfter(around) ?? initialsBefore(around) ?? initialsAfter(around) ?? bare(around);
}

interface Around {
	readonly passage: Passage;
	readonly names: Names;
	/** Of the name's words: the first, and the surname's first. */
	readonly start: number;
	readonly surname: number;
	/** The surname in the text. */
	readonly first: number;
	readonly last: number;
	readonly base: boolean;
}

function joins(gap: Gap): boolean {
	return gap === Gap.Space || gap === Gap.Hyphen;
}

/** Bits of `Form` of the text's word as any of the given names. */
function givenForm({ passage, names, start, surname }: Around, index: number): number {
	for (let i = start; i < surname; i++) {
		const form = passage.form(index, names.words[i]!);
		if (form & Form.Singular) return form;
	}
	return 0;
}

function givenBefore(around: Around): PersonFound | undefined {
	const { passage, first, last } = around;
	let [from, known, base] = [first, 0, around.base];
	for (let at = first - 1; at >= 0 && joins(passage.gap(at + 1)) && first - at <= 5; at--) {
		const form = givenForm(around, at);
		if (form) {
			if (!passage.capitalised(at)) break;
			known++;
			from = at;
			base &&= (form & Form.Base) !== 0;
		} else if (known > 0 || !patronymic.test(fold(passage.word(at)))) break;
	}
	return known ? { first: from, last, how: base ? 'full' : 'inflected' } : undefined;
}

function givenAfter(around: Around): PersonFound | undefined {
	const { passage, first, last } = around;
	let [to, known, base] = [last, 0, around.base];
	for (let at = last + 1; at < passage.count && joins(passage.gap(at)) && at - last <= 4; at++) {
		const form = givenForm(around, at);
		if (form && passage.capitalised(at)) {
			known++;
			to = at;
			base &&= (form & Form.Base) !== 0;
		} else if (known && patronymic.test(fold(passage.word(at)))) to = at;
		else break;
	}
	return known ? { first, last: to, how: base ? 'full' : 'inflected' } : undefined;
}

/** Whether initials can be the given names': the first of the first name, the next of the next where that is known. */
function initialsFit({ names, start, surname }: Around, initials: readonly string[], name: string): boolean {
	const given = name.split(/[\s-]+/);
	return initials.every((initial, i) => {
		if (i > 0 && start + i >= surname) return true;
		return i < given.length && names.words.length > 0 && fold(given[i]!).startsWith(fold(initial));
	});
}

function initialsBefore(around: Around): PersonFound | undefined {
	const { passage, first, last } = around;
	const initials: string[] = [];
	let at = first - 1;
	for (; initials.length < 3 && at >= 0; at--) {
		const initial = passage.initial(at);
		const gap = passage.gap(at + 1);
		if (initial === undefined || !(gap === Gap.Stop || (initials.length > 0 && gap === Gap.Hyphen))) break;
		initials.unshift(initial);
	}
	if (!initials.length || !initialsFit(around, initials, nameOf(around))) return undefined;
	return { first: at + 1, last, how: 'initials' };
}

function initialsAfter(around: Around): PersonFound | undefined {
	const { passage, first, last } = around;
	const initials: string[] = [];
	let at = last + 1;
	for (; initials.length < 2; at++) {
		const initial = passage.initial(at);
		const gap = passage.gap(at);
		if (initial === undefined || gap !== (initials.length ? Gap.Stop : Gap.Space)) break;
		initials.push(initial);
	}
	if (!initials.length || passage.text[passage.end(at - 1) + 1] === '-') return undefined;
	return initialsFit(around, initials, nameOf(around)) ? { first, last: at - 1, how: 'initials' } : undefined;
}

function nameOf({ names, start }: Around): string {
	let low = 0;
	let high = names.count - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if (names.first[middle]! <= start) low = middle;
		else high = middle - 1;
	}
	return names.written[low]!;
}

/** The surname alone: not beside an initial or a given name of somebody else. */
function bare(around: Around): PersonFound | undefined {
	const { passage, first, last } = around;
	if (first > 0) {
		const gap = passage.gap(first);
		if (gap === Gap.Stop && passage.initial(first - 1)) return undefined;
		if (joins(gap) && isForeignGiven(passage, first - 1)) return undefined;
	}
	return { first, last, how: 'surname' };
}

/** Offices and forms of address, and verbs of speech, that stand before surnames with a capital. */
const beforeSurnames = new RegExp(
	`^(?:${[
		'президент|премьер|министр|глава|главе|главу|главы|главой|господин|госпож|генерал|полковник|депутат|сенатор',
		'губернатор|мэр|посол|посл|канцлер|король|королев|принц|адвокат|судь|директор|председател|секретар|политолог',
		'эксперт|товарищ|доктор|профессор|академик|папа|папы|патриарх|тренер|режисс|спикер|вице|экс|лидер',
		'president|prime|minister|secretary|chancellor|mr|mrs|ms|dr|senator|governor|mayor|king|queen|judge|general',
	].join('|')})`,
);
const speech = /^(?:сказал|заявил|отметил|сообщил|подчеркнул|добавил|напомнил|уточнил|считает|говорит)/;

/** Whether the word before a surname looks like a given name. */
function isForeignGiven(passage: Passage, index: number): boolean {
	if (!passage.capitalised(index)) return false;
	const word = fold(passage.word(index));
	if (word.length < 3 || passage.allCapitals(index)) return false;
	if (beforeSurnames.test(word) || speech.test(word)) return false;
	return !passage.occursSmall(passage.word(index));
}
