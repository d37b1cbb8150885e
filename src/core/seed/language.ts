// Language: which of the nine a text is in, by its letters and by the words and endings every text of a language uses.
import { cyrillic, latin, type Profile } from './languageProfiles';
import type { Language } from './model';

/**
 * The language of a text, or 'unknown': none of the nine, or too little to tell. Texts typed without the letters that
 * a keyboard lacks (`Azerbaycan`, `O'zbekiston`) are recognised by their words.
 */
export function detectLanguage(text: string): Language {
	const small = (text.length > enough ? text.slice(0, enough) : text)
		.replaceAll('İ', 'i')
		.toLowerCase()
		.normalize('NFC')
		.replace(/([og])[‘’ʻʼ`´'](?=\p{L})/gu, (_, letter) => (letter === 'o' ? 'ȯ' : 'ġ'));
	const script = scriptOf(small);
	if (!script) return 'unknown';
	const spelled = script === latinScript() ? withoutDiacritics(small) : small;
	return best(script, countLetters(script, small), spelled.match(/\p{L}[\p{L}\p{M}]*/gu) ?? []);
}

/** Units looked at: a paragraph's language shows long before, and long ones must not cost more. */
const enough = 500;

/** Endings from the last letter on: who has the one read so far, and what goes on before it. */
interface Ending {
	holders: number;
	readonly longer: Map<number, Ending>;
}

/** The profiles of one script, turned round: who has this word, ending or letter, as bits by the profile's index. */
interface Script {
	readonly profiles: readonly Profile[];
	readonly words: ReadonlyMap<string, number>;
	readonly endings: Ending;
	/** By UTF-16 unit; undefined beyond the last that any has. */
	readonly letters: Int32Array;
	readonly marks: ReadonlyMap<number, number>;
	/** Profiles without marks. */
	readonly unmarked: number;
}

const turned = <Part>(profiles: readonly Profile[], partsOf: (profile: Profile) => readonly Part[]) => {
	const holders = new Map<Part, number>();
	profiles.forEach((profile, index) => {
		for (const part of partsOf(profile)) holders.set(part, (holders.get(part) ?? 0) | (1 << index));
	});
	return holders;
};

const unitsOf = (letters: string) => [...letters].map((letter) => letter.charCodeAt(0));

function endingsOf(profiles: readonly Profile[]): Ending {
	const root: Ending = { holders: 0, longer: new Map() };
	for (const [ending, holders] of turned(profiles, (profile) => profile.endings.split(' '))) {
		let at = root;
		for (const unit of unitsOf(ending).reverse()) {
			const longer = at.longer.get(unit) ?? { holders: 0, longer: new Map() };
			at.longer.set(unit, longer);
			at = longer;
		}
		at.holders = holders;
	}
	return root;
}

function lettersOf(profiles: readonly Profile[]): Int32Array {
	const holders = turned(profiles, (profile) => unitsOf(profile.letters));
	const letters = new Int32Array(Math.max(...holders.keys()) + 1);
	for (const [unit, bits] of holders) letters[unit] = bits;
	return letters;
}

const scriptFrom = (profiles: readonly Profile[]): Script => ({
	profiles,
	words: turned(profiles, (profile) => profile.words.split(' ')),
	endings: endingsOf(profiles),
	letters: lettersOf(profiles),
	marks: turned(profiles, (profile) => unitsOf(profile.marks)),
	unmarked: profiles.reduce((bits, profile, index) => (profile.marks === '' ? bits | (1 << index) : bits), 0),
});

const once = <T>(make: () => T) => {
	let made: T | undefined;
	return () => {
		made ??= make();
		return made;
	};
};
const cyrillicScript = once(() => scriptFrom(cyrillic));
const latinScript = once(() => scriptFrom(latin));

/** How often each letter that matters to a script occurs; all of them take one UTF-16 unit. */
function countLetters(script: Script, small: string): Map<number, number> {
	const counts = new Map<number, number>();
	for (let index = 0; index < small.length; index++) {
		const unit = small.charCodeAt(index);
		if (script.letters[unit]) counts.set(unit, (counts.get(unit) ?? 0) + 1);
	}
	return counts;
}

const kindsOfUnits = ['none', 'Cyrillic', 'Latin', 'other'] as const;

function kindOf(unit: number): (typeof kindsOfUnits)[number] {
	const sign = String.fromCharCode(unit);
	if (/[Ѐ-ԯ]/.test(sign)) return 'Cyrillic';
	if (/[a-zß-ɏəḀ-ỿ]/.test(sign)) return 'Latin';
	return unit > 0x7f && /\p{L}/u.test(sign) ? 'other' : 'none';
}

/** Places in `kindsOfUnits` by UTF-16 unit, for those of our scripts. */
const kinds = once(() => Uint8Array.from({ length: 0x530 }, (_, unit) => kindsOfUnits.indexOf(kindOf(unit))));

/** The script most letters are of, if it is one of ours. */
function scriptOf(small: string): Script | undefined {
	const known = kinds();
	const counts = kindsOfUnits.map(() => 0);
	for (let index = 0; index < small.length; index++) {
		const unit = small.charCodeAt(index);
		counts[known[unit] ?? kindsOfUnits.indexOf(kindOf(unit))]!++;
	}
	const [, inCyrillic, inLatin, inOther] = counts as [number, number, number, number];
	if (Math.max(inCyrillic, inLatin) <= inOther) return undefined;
	return inCyrillic > inLatin ? cyrillicScript() : latinScript();
}

const plain: Readonly<Record<string, string>> = { ə: 'e', ı: 'i', ß: 'ss', ø: 'o', đ: 'd', ł: 'l', æ: 'ae' };

function withoutDiacritics(small: string): string {
	if (!/[^\0-\x7f]/.test(small)) return small;
	return small
		.normalize('NFD')
		.replace(/\p{M}+/gu, '')
		.replace(/[əıßøđłæ]/g, (letter) => plain[letter]!);
}

/** Tuned by hand on paragraphs of news in the nine languages, and on other languages' declarations of human rights. */
const weight = { word: 2, ending: 0.7, letter: 0.7, alien: -2, plainAlien: -0.7 };
const leastPerWord = 0.25;
const fewWords = 3;
const clearLead = 1.02;
/** So many special letters, and a text has surely been typed with its language's own. */
const surelyMarked = 4;

function best(script: Script, letters: ReadonlyMap<number, number>, tokens: readonly string[]): Language {
	const scores = letterScores(script, letters);
	for (const token of tokens) {
		const having = script.words.get(token) ?? 0;
		add(scores, having, weight.word);
		add(scores, endingHolders(script, token) & ~having, weight.ending);
	}
	const languages = script.profiles.map((profile) => profile.language);
	const first = scores.indexOf(Math.max(...scores));
	const second = Math.max(...scores.filter((_, index) => languages[index] !== languages[first]));
	const told =
		scores[first]! >= leastPerWord * Math.max(tokens.length, fewWords) && scores[first]! >= clearLead * second;
	return told ? languages[first]! : 'unknown';
}

function letterScores(script: Script, letters: ReadonlyMap<number, number>): number[] {
	const scores = script.profiles.map(() => 0);
	const special = script.profiles.map(() => 0);
	let marked = script.unmarked;
	for (const [unit, count] of letters) {
		const having = script.letters[unit]!;
		const isPlain = unit < 0x80;
		add(scores, ~having, count * (isPlain ? weight.plainAlien : weight.alien));
		add(isPlain ? scores : special, having, count * (isPlain ? weight.letter : 1));
		marked |= script.marks.get(unit) ?? 0;
	}
	special.forEach((count, index) => {
		if (marked & (1 << index)) scores[index]! += weight.letter * count;
		else if (count >= surelyMarked) scores[index]! += weight.alien * count;
	});
	return scores;
}

function add(scores: number[], having: number, amount: number): void {
	if (having === 0) return;
	for (let index = 0; index < scores.length; index++) if (having & (1 << index)) scores[index]! += amount;
}

/** Who has an ending of two units or more that leaves two before it. */
function endingHolders({ endings }: Script, token: string): number {
	let having = 0;
	let at = endings.longer.get(token.charCodeAt(token.length - 1));
	for (let index = token.length - 2; at && index >= 2; index--) {
		at = at.longer.get(token.charCodeAt(index));
		having |= at?.holders ?? 0;
	}
	return having;
}

/** The language most of the texts are in, by length; 'unknown' only where no other is found. */
export function voteLanguage(texts: readonly string[], found: readonly Language[]): Language {
	const weights = new Map<Language, number>();
	texts.forEach((text, index) => {
		const language = found[index]!;
		if (language !== 'unknown') weights.set(language, (weights.get(language) ?? 0) + text.length);
	});
	let winner: Language = 'unknown';
	for (const [language, total] of weights) if (total > (weights.get(winner) ?? 0)) winner = language;
	return winner;
}
