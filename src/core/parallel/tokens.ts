// Tokens of a paragraph for comparing texts: words folded to one spelling, numbers to one value.
import type { Language } from '../seed/model';

/** A word or number. `text` is folded: lower case, one apostrophe, ё as е; a number's is its value in digits with a decimal point. */
export interface Token {
	readonly text: string;
	readonly number: boolean;
	/** Begins with a capital and does not begin a sentence. */
	readonly name: boolean;
}

const grouped = String.raw`\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+(?![\d])`;
const token = new RegExp(
	String.raw`${grouped}|\d{1,2}\.\d{1,2}\.(?:19|20)\d\d|\d+(?:[.,]\d+)?|\p{L}[\p{L}\p{M}\p{N}'’ʻʼ‘´]*`,
	'gu',
);
const groupedOnly = new RegExp(`^${grouped}$`, 'u');
const uzbekLatin: Readonly<Record<string, string>> = {
	а: 'a',
	б: 'b',
	в: 'v',
	г: 'g',
	д: 'd',
	е: 'e',
	ж: 'j',
	з: 'z',
	и: 'i',
	й: 'y',
	к: 'k',
	л: 'l',
	м: 'm',
	н: 'n',
	о: 'o',
	п: 'p',
	р: 'r',
	с: 's',
	т: 't',
	у: 'u',
	ф: 'f',
	х: 'x',
	ц: 's',
	ч: 'ch',
	ш: 'sh',
	ъ: "'",
	ь: '',
	э: 'e',
	ю: 'yu',
	я: 'ya',
	ў: "o'",
	қ: 'q',
	ғ: "g'",
	ҳ: 'h',
}; // prettier-ignore

/** What needs folding beyond lower case. */
const unusual = /[\u0300-\u036fё’ʻʼ‘´]/;

/** One spelling of a word: lower case, ё as е, one apostrophe; Uzbek in Latin letters; what follows an apostrophe in a Turkish or Azerbaijani name is its ending and goes. */
export function foldWord(word: string, language: Language): string {
	let folded = word.toLowerCase();
	if (unusual.test(folded))
		folded = folded
			.normalize('NFC')
			.replace(/i\u0307/g, 'i')
			.replace(/ё/g, 'е')
			.replace(/[’ʻʼ‘´]/g, "'");
	if (language === 'uz') {
		if (/[а-яўқғҳ]/.test(folded)) folded = [...folded].map((c) => uzbekLatin[c] ?? c).join('');
		return folded.replace(/'+$/, (end, at) => (/[og]/.test(folded[at - 1] ?? '') ? end : ''));
	}
	const apostrophe = folded.indexOf("'");
	if (apostrophe < 0) return folded;
	return apostrophe > 1 ? folded.slice(0, apostrophe) : folded.replace(/'/g, '');
}

function foldNumber(digits: string): string {
	if (groupedOnly.test(digits)) return digits.replace(/\D/g, '');
	const value = digits.replace(',', '.').replace(/^0+(?=\d)/, '');
	return value.includes('.') ? value.replace(/\.?0+$/, '') : value;
}

/** What is longer is no word; its beginning stands for it. In UTF-16 units. */
const longestWord = 64;

/** Whether what stands before a place in a text ends a sentence, or opens one. */
const opensSentence = (text: string, from: number, to: number) =>
	/[.!?:;«»“”"(]/.test(text.slice(Math.max(from, to - 4), to));

/** Visits words and numbers in text order; dates written with dots are one. `opens`: whether it begins a sentence. */
export function visitTokens(text: string, visit: (written: string, opens: () => boolean) => void): void {
	let before = 0;
	let start = 0;
	const opens = () => opensSentence(text, before, start);
	for (const match of text.normalize('NFC').matchAll(token)) {
		start = match.index;
		visit(match[0].slice(0, longestWord), opens);
		before = start + match[0].length;
	}
}

/** The tokens in a word or number as written: none where nothing of it is left, three in a date written with dots. */
export function foldToken(written: string, language: Language): Token[] {
	if (/^\d/.test(written)) {
		const parts = /^\d+\.\d+\.\d+$/.test(written) && !groupedOnly.test(written) ? written.split('.') : [written];
		return parts.map((part) => ({ text: foldNumber(part), number: true, name: false }));
	}
	const text = foldWord(written, language);
	return text ? [{ text, number: false, name: written[0] !== written[0]!.toLowerCase() }] : [];
}

/** In text order. Dates written with dots give day, month and year. */
export function tokenise(text: string, language: Language): Token[] {
	const tokens: Token[] = [];
	visitTokens(text, (written, opens) => {
		for (const one of foldToken(written, language))
			tokens.push(one.name && (tokens.length === 0 || opens()) ? { ...one, name: false } : one);
	});
	return tokens;
}
