// Russian endings: for the base form of a name's word, the stems it has and the endings each may take.
// Classes follow the base form's last letters (Zaliznyak's declensions without stress); where the letters leave two
// declensions open, both are taken. All in folded spelling (see `fold`).

/** Which forms an ending makes; bits. */
export enum Form {
	Base = 1,
	Singular = 2,
	/** A plural of a name that is singular; only in names of several words: «консультативные встречи». */
	Plural = 4,
	/** The first half of a compound: «российско-казахстанский». */
	Compound = 8,
	/** A word made from the name, as of who comes from there: Kazakistanlı. */
	Made = 16,
	/** Of those, one for who or what comes from there, in any of its forms: кыргызстандыктар. */
	Derived = 32,
}

/** By ending: bits of `Form`. */
export type Endings = ReadonlyMap<string, number>;

/** A stem, and the endings that follow it. */
export interface Stem {
	readonly stem: string;
	readonly endings: Endings;
}

/** Lists are separated by spaces; the first ending is the base form's, `0` is no ending. */
function endings(singular: string, plural = '', hasBase = true): Endings {
	const forms = new Map<string, number>();
	const add = (list: string, form: Form) => {
		for (const written of list.split(' ').filter(Boolean)) {
			const ending = written === '0' ? '' : written;
			forms.set(ending, (forms.get(ending) ?? 0) | form);
		}
	};
	add(singular, Form.Singular);
	add(plural, Form.Plural);
	const [base] = forms.keys();
	if (hasBase) forms.set(base!, Form.Base | Form.Singular | forms.get(base!)!);
	return forms;
}

export const fixed = endings('0');

const hard = endings('0 а у ом ем е', 'ы и ов ев ей ам ами ах');
const hardWithoutVowel = endings('а у ом ем е', 'ы и ов ев ам ами ах', false);
const softWithoutVowel = endings('я ю ем е и', 'и ей ям ями ях', false);
const surname = endings('0 а у ым ом е', 'ы ых ыми');
const surnameOfWoman = endings('а ой у ою');
const soft = endings('ь я ю ем е и ью', 'и ей ям ями ях');
const short = endings('й я ю ем е и', 'и ев ям ями ях');
const onA = endings('а ы и е у ой ей ою ею', '0 ы и ам ами ах');
const onYa = endings('я и е ю ей ею', 'и й ь ям ями ях');
const onO = endings('о а у ом е', 'а 0 ам ами ах');
const onE = endings('е я ю ем и а у', 'я й ям ями ях а 0 ам ами ах');
const pluralOnY = endings('ы 0 ам ами ах');
const pluralOfMasculine = endings('ы ов ев ам ами ах');
const pluralOnI = endings('и й 0 ов ев ей ам ами ах ям ями ях');
const pluralOnA = endings('', 'а 0 ам ами ах');

const adjectivePlural = 'ые ых ым ыми ие их им ими';
const masculine = endings('ый ий ой ого его ому ему ым им ом ем', adjectivePlural);
const feminine = endings('ая яя ой ей ую юю ою ею', adjectivePlural);
const neuter = endings('ое ее ого его ому ему ым им ом ем', adjectivePlural);
const adjectivesInPlural = endings(adjectivePlural);

/** All genders and numbers: for adjectives that stand for a state. */
export const adjective: Endings = new Map([
	...endings('ий ый ой ая ое ие ые ого ому им ым ом ую ою их ых ими ыми его ему ем ее яя ей юю'),
	['о', Form.Compound],
]);

/** The first half of a compound without the adjective's suffix: американо-, армяно-. */
export const firstHalf: Endings = new Map([['', Form.Compound]]);

/** The length of the longest ending above. */
export const longestEnding = 3;

const byLastLetters: readonly (readonly [pattern: RegExp, cut: number, classes: readonly Endings[]])[] = [
	[/(?:ск|цк|[^аеиоуыэюя][жчшщкгх]|н|м|в|л|р|т|д|с|з|п|б|ф)(?:ий|ый|ой)$/, 2, [masculine]],
	[/(?:ая|яя)$/, 2, [feminine]],
	[/(?:ое|ее)$/, 2, [neuter]],
	[/(?:ые|ие)$/, 2, [adjectivesInPlural]],
	[/(?:ов|ев|ин|ын)$/, 0, [surname, hard]],
	[/(?:ова|ева|ина|ына)$/, 1, [surnameOfWoman, onA]],
	[/[бвгджзклмнпрстфхцчшщ]$/, 0, [hard]],
	[/ь$/, 1, [soft]],
	[/й$/, 1, [short]],
	[/а$/, 1, [onA, pluralOnA]],
	[/я$/, 1, [onYa]],
	[/[^аеиоуыэюя]о$/, 1, [onO]],
	[/[^аеоуыэюя]е$/, 1, [onE]],
	[/[тдкц]ы$/, 1, [pluralOfMasculine]],
	[/ы$/, 1, [pluralOnY]],
	[/.{5}и$/, 1, [pluralOnI]],
];

/**
 * The stems of a base form. The first is the whole word for words that do not inflect.
 * Overlapping declensions each give a stem; every stem with one of its endings is a form of the word.
 */
export function stemsOf(base: string): Stem[] {
	const stems: Stem[] = [];
	for (const [pattern, cut, classes] of byLastLetters) {
		if (!pattern.test(base)) continue;
		const stem = base.slice(0, base.length - cut);
		for (const endings of classes) stems.push({ stem, endings });
		if (/(?:[йе]е|ии|ий|ие|ой)$/.test(base) && cut === 2) continue;
		break;
	}
	const shorter = withoutVowel(base);
	if (shorter) stems.push(shorter);
	return stems.length ? stems : [{ stem: base, endings: fixed }];
}

/** Павел, Павла; Орёл, Орла; Елец, Ельца; Китаец, Китайца; Лев, Льва. Before г it would take Ольга for Олег. */
function withoutVowel(base: string): Stem | undefined {
	const found = /^(.*)([аеиоуыэюя]|л|[^аеиоуыэюял])[ео]([бвджзклмнпрстфхцчшщ])(ь?)$/.exec(base);
	if (!found || base.length < 3) return undefined;
	const [, start, before, last, sign] = found as unknown as [string, string, string, string, string];
	const vowel = /[аеиоуыэюя]/.test(before);
	if (vowel && last !== 'ц') return undefined;
	const stem = `${start}${before}${vowel ? 'й' : before === 'л' ? 'ь' : ''}${last}`;
	return { stem, endings: sign ? softWithoutVowel : hardWithoutVowel };
}
