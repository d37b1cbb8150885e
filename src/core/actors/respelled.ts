// Persons whose name a text spells in another way than the catalogue: Баффет for Баффетт, Zhaparov for Japarov, also
// across scripts. Only where given name and surname stand together and both sound right; then by that surname alone.
import { Form } from './inflection-ru';
import type { Names } from './names';
import type { Passage } from './passage';
import { Certainty, joins, strangerBefore } from './persons';
import type { Found } from './resolve';
import { soundKey } from './sound';
import { isSuffixChain } from './suffixes';
import { fold } from './tokens';

/** Fewest sounds of a surname, and of both names together: fewer agree by chance. */
const fewestOfSurname = 2;
const fewestTogether = 4;
const shortestSurname = 4;
/** Most persons of one sound that are tried. */
const mostPersons = 50;

/** Mentions of persons beside those in `found`, by names that sound like theirs. */
export function respelledPersons(passage: Passage, names: Names, found: readonly Found[]): Found[] {
	const taken = new Set<number>();
	for (const { first, last, certainty } of found) {
		if (certainty === Certainty.Sure) for (let at = first; at <= last; at++) taken.add(at);
	}
	const more: Found[] = [];
	const surnames = new Map<string, number>();
	for (let at = 0; at < passage.count; at++) {
		if (!passage.capitalised(at) || passage.end(at) - passage.start(at) < shortestSurname) continue;
		if ((!surnames.size && !passage.capitalised(Math.max(0, at - 1))) || taken.has(at)) continue;
		const person = pairAt(passage, names, at) ?? againAt(passage, names, surnames, at);
		if (!person) continue;
		more.push(person);
		for (const key of keysOf(passage.word(at), passage.takesSuffixes)) surnames.set(key, person.name);
	}
	return more;
}

/** Longest suffix of a surname that is spelled in another way: -лардын, -ndaki. */
const longestSuffix = 6;

/** The sounds that a word may have without its Russian ending, or its suffixes. */
function keysOf(word: string, takesSuffixes: boolean): string[] {
	const folded = fold(word);
	const keys = [soundKey(folded)];
	if (/[оеыиа]м$/.test(folded)) keys.push(soundKey(folded.slice(0, -2)));
	else if (/[ое]го$|[ое]му$/.test(folded)) keys.push(soundKey(folded.slice(0, -3)));
	if (takesSuffixes) {
		for (let cut = 1; cut <= longestSuffix && folded.length - cut >= shortestSurname; cut++)
			if (isSuffixChain(folded.slice(-cut))) keys.push(soundKey(folded.slice(0, -cut)));
	}
	if (takesSuffixes && folded.includes('c')) keys.push(...keys.map((key) => key.replaceAll('c', 'j')));
	return keys.filter((key) => key.length >= fewestOfSurname);
}

/** A given name before word `at`, which sounds like the surname of the same person. */
function pairAt(passage: Passage, names: Names, at: number): Found | undefined {
	if (at === 0 || !joins(passage.gap(at)) || !passage.capitalised(at - 1)) return undefined;
	for (const key of keysOf(passage.word(at), passage.takesSuffixes)) {
		let tried = 0;
		for (let name = names.sounds.get(key) ?? -1; name >= 0 && tried < mostPersons; name = names.nextSound[name]!) {
			tried++;
			const first = givenFrom(passage, names, name, at, key);
			if (first !== undefined) return mention(passage, name, first, at, 'inflected', Certainty.Sure);
		}
	}
	return undefined;
}

/** Where the given names before word `at` begin; undefined where they are not those of the person. */
function givenFrom(passage: Passage, names: Names, name: number, at: number, key: string): number | undefined {
	const written = names.written[name]!.split(/[\s-]+/);
	const surname = fold(written.at(-1)!);
	if (!soundsAlike(fold(passage.word(at)), surname, 1)) return undefined;
	let first: number | undefined;
	for (let i = at - 1; i >= 0 && at - i <= names.surname[name]! && joins(passage.gap(i + 1)); i--) {
		if (!passage.capitalised(i) || !isGiven(passage, names, name, i, written, key)) break;
		first = i;
	}
	return first;
}

function isGiven(
	passage: Passage,
	names: Names,
	name: number,
	index: number,
	written: readonly string[],
	key: string,
): boolean {
	const start = names.first[name]!;
	const word = fold(passage.word(index));
	for (let i = 0; i < names.surname[name]!; i++) {
		if (passage.form(index, names.words[start + i]!) & Form.Singular) return true;
		const given = fold(written[i] ?? '');
		const sound = soundKey(given);
		if (sound.length + key.length < fewestTogether || !alike(soundKey(stem(word)), soundKey(stem(given)))) continue;
		if (soundsAlike(word, given, 0)) return true;
	}
	return false;
}

/** Whether sounds are equal; Azerbaijani and Turkish write c for j: Ceyhun. */
function alike(a: string, b: string): boolean {
	return a === b || a.replaceAll('c', 'j') === b;
}

/** A surname alone, in the spelling that the text has used with a given name. */
function againAt(passage: Passage, names: Names, surnames: ReadonlyMap<string, number>, at: number): Found | undefined {
	if (!surnames.size || passage.names(at)) return undefined;
	for (const key of keysOf(passage.word(at), passage.takesSuffixes)) {
		const name = surnames.get(key);
		if (name === undefined) continue;
		const alone = !joins(passage.gap(at)) || strangerBefore(passage, names, at - 1) !== undefined;
		if (alone && !passage.initial(at - 1)) return mention(passage, name, at, at, 'surname', Certainty.Bare);
	}
	return undefined;
}

function mention(
	passage: Passage,
	name: number,
	first: number,
	last: number,
	how: Found['how'],
	certainty: Certainty,
): Found {
	return { name, first, last, start: passage.start(first), end: passage.end(last), how, certainty };
}

const vowels = /[аеиоуыэюяaeiouyьй]/;

/** A word without the vowels at its end. */
function stem(word: string): string {
	let end = word.length;
	while (end > 1 && vowels.test(word[end - 1]!)) end--;
	return word.slice(0, end);
}

/** Most letters that a spelling has more or fewer, beside Russian endings; in Latin letters also zh for j and the like. */
const spareLetters = 2;
const spareLatinLetters = 4;

/** Whether two words of equal sound may be spellings of one name: about as long, in Cyrillic with few vowels changed. */
function soundsAlike(a: string, b: string, mostErrors: number): boolean {
	if (a.charCodeAt(0) < 0x400 || b.charCodeAt(0) < 0x400) return Math.abs(a.length - b.length) <= spareLatinLetters;
	const [x, y] = [plain(stem(a)), plain(stem(b))];
	if (Math.abs(x.length - y.length) > spareLetters) return false;
	let [i, j, errors] = [0, 0, 0];
	while (i < x.length && j < y.length && errors <= mostErrors) {
		if (x[i] === y[j]) {
			i++;
			j++;
			continue;
		}
		errors++;
		const [left, right] = [vowels.test(x[i]!), vowels.test(y[j]!)];
		if (!left && !right) return false;
		if (left) i++;
		if (right) j++;
	}
	return errors <= mostErrors;
}

/** Cyrillic letters that spellings confuse, made one; doubled ones once. */
function plain(word: string): string {
	return word.replace(/(.)\1+/g, '$1').replace(/[эыйюяздьц]/g, (letter) => confused[letter] ?? '');
}

const confused: Readonly<Record<string, string>> = { э: 'е', ы: 'и', й: 'и', ю: 'у', я: 'а', з: 'с', д: 'т', ц: 'с' };
