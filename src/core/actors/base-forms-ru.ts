// Russian base forms from inflected ones: what each word of a name may be a form of, and what its words agree on.

/** Bits. */
export enum Case {
	Nominative = 1,
	Genitive = 2,
	Dative = 4,
	Accusative = 8,
	Instrumental = 16,
	Prepositional = 32,
}
export const anyCase = 63;

/** Bits: genders, and the plural. */
export enum Gender {
	Masculine = 1,
	Feminine = 2,
	Neuter = 4,
	Plural = 8,
}
export const anyGender = 15;

/** One way to read a word. */
export interface BaseForm {
	/** In the letters of the text. */
	readonly base: string;
	/** Bits of `Case` in which the word is read so. */
	readonly cases: number;
	/** Bits of `Gender`. */
	readonly gender: number;
	readonly kind: 'noun' | 'surname' | 'adjective' | 'fixed';
}

type Paradigm = readonly [kind: BaseForm['kind'], gender: number, stem: RegExp, base: string, endings: string];

const { Masculine: m, Feminine: f, Neuter: n, Plural: p } = Gender;

/**
 * Zaliznyak's declensions without stress, by the stem's last letters. Endings in the order of the cases, alternatives by
 * a slash, `0` for none. The accusative is that of living beings; that of things is the nominative's.
 */
const paradigms: readonly Paradigm[] = [
	['adjective', m, /(?:[шжщчкгх])$/, 'ий', 'ий ого/его ому/ему ого/его/ий им ом/ем'],
	['adjective', m, /[^аеиоуыэюяйьшжщчкгх]$/, 'ый', 'ый ого ому ого/ый ым ом'],
	['adjective', m, /[нкр]$/, 'ой', 'ой ого ому ого/ой ым/им ом'],
	['adjective', m, /н$/, 'ий', 'ий его ему его/ий им ем'],
	['adjective', f, /[^аеиоуыэюяйь]$/, 'ая', 'ая ой/ей ой/ей ую ой/ей/ою ой/ей'],
	['adjective', f, /н$/, 'яя', 'яя ей ей юю ей ей'],
	['adjective', n, /[^аеиоуыэюяйь]$/, 'ое', 'ое ого ому ое ым/им ом'],
	['adjective', n, /[шжщчн]$/, 'ее', 'ее его ему ее им ем'],
	['adjective', p, /[кгхшжщч]$/, 'ие', 'ие их им их/ие ими их'],
	['adjective', p, /[^аеиоуыэюяйькгхшжщч]$/, 'ые', 'ые ых ым ых/ые ыми ых'],
	['surname', m, /(?:[оеё]в|[иы]н)$/, '', '0 а у а ым е'],
	['surname', f, /(?:[оеё]в|[иы]н)$/, 'а', 'а ой ой у ой/ою ой'],
	['noun', m, /[^аеиоуыэюяйьъ]$/, '', '0 а у а/0 ом/ем е'],
	['noun', m, /[^аеиоуыэюяйьъгкх]$/, 'ь', 'ь я ю я/ь ем е'],
	['noun', m, /[аеиоуыэюя]$/, 'й', 'й я ю я/й ем е/и'],
	['noun', f, /[гкхжчшщ]$/, 'а', 'а и е у ой/ей/ою е'],
	['noun', f, /[^аеиоуыэюяйьгкхжчшщ]$/, 'а', 'а ы е у ой/ею/ой/ей е'],
	['noun', f, /[^гкхжчшщцй]$/, 'я', 'я и е/и ю ей/ею е/и'],
	['noun', f, /[^аеиоуыэюяйьъ]$/, 'ь', 'ь и и ь ью и'],
	['noun', n, /[^аеиоуыэюяйь]$/, 'о', 'о а у о ом е'],
	['noun', n, /(?:[щцжш]|[лр]|[иь])$/, 'е', 'е я/а ю/у е ем е/и'],
	['noun', p, /[гкхжчшщ]$/, 'и', 'и 0/ов/ей ам и/ов/ей ами ах'],
	['noun', p, /[^аеиоуыэюяйьгкхжчшщ]$/, 'ы', 'ы 0/ов/ей ам ы/ов/ей ами ах'],
];

interface Ending {
	readonly paradigm: Paradigm;
	readonly cases: number;
}

/** By ending. */
const byEnding = new Map<string, Ending[]>();
for (const paradigm of paradigms) {
	const cases = new Map<string, number>();
	for (const [i, endings] of paradigm[4].split(' ').entries()) {
		for (const written of endings.split('/')) {
			const ending = written === '0' ? '' : written;
			cases.set(ending, (cases.get(ending) ?? 0) | (1 << i));
		}
	}
	for (const [ending, bits] of cases) {
		const list = byEnding.get(ending) ?? [];
		list.push({ paradigm, cases: bits });
		byEnding.set(ending, list);
	}
}

const longestEnding = 3;
/** Of nouns of three letters, as of Лев and Ян, the stem has but two. */
const shortestStem = 2;

/** Small letters, ё as е: of the length of the word. */
export function lowered(word: string): string {
	return word.toLowerCase().replaceAll('ё', 'е');
}

/** All ways to read a Russian word; the word as a form of itself that never changes is the last. */
export function baseFormsOf(word: string): BaseForm[] {
	const found: BaseForm[] = [];
	const lower = lowered(word);
	const isUpper = word.length > 1 && word === word.toUpperCase();
	for (let length = 0; length <= longestEnding && word.length - length >= shortestStem; length++) {
		const stem = word.slice(0, word.length - length);
		for (const { paradigm, cases } of byEnding.get(lower.slice(lower.length - length || lower.length)) ?? []) {
			const [kind, gender, stemEnd, base] = paradigm;
			if (!stemEnd.test(lower.slice(0, lower.length - length))) continue;
			found.push({ base: stem + (isUpper ? base.toUpperCase() : base), cases, gender, kind });
			if (/церкв$/.test(lower.slice(0, lower.length - length)))
				found.push({ base: `${stem.slice(0, -1)}овь`, cases, gender, kind });
			const full = kind === 'noun' && gender === m && base !== 'й' && length > 0 ? withVowel(stem, base) : undefined;
			if (full) found.push({ base: full, cases, gender, kind });
		}
	}
	found.push({ base: word, cases: anyCase, gender: anyGender, kind: 'fixed' });
	return found;
}

/** Павл-а, Павел; Китайц-а, Китаец: the vowel that only the base form has. */
function withVowel(stem: string, base: string): string | undefined {
	const found = /^(.*[^аеиоуыэюяйь])([лкцр])$/.exec(stem) ?? /^(.*[аеиоуыэюя])й(ц)$/.exec(stem);
	return found && found[1]!.length > 1 ? `${found[1]}${found[2] === 'к' ? 'о' : 'е'}${found[2]}${base}` : undefined;
}
