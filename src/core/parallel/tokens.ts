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

/** In text order. Dates written with dots give day, month and year. */
export function tokenise(text: string, language: Language): Token[] {
	const found: Token[] = [];
	let end = 0;
	for (const match of text.normalize('NFC').matchAll(token)) {
		const word = match[0].slice(0, longestWord);
		const between = text.slice(Math.max(end, match.index - 4), match.index);
		const sentenceStart = found.length === 0 || /[.!?:;«»“”"(]/.test(between);
		end = match.index + match[0].length;
		if (/^\d/.test(word)) {
			const parts = groupedOnly.test(word) ? [word] : /^\d+\.\d+\.\d+$/.test(word) ? word.split('.') : [word];
			for (const part of parts) found.push({ text: foldNumber(part), number: true, name: false });
			continue;
		}
		const folded = foldWord(word, language);
		if (folded) found.push({ text: folded, number: false, name: !sentenceStart && word[0] !== word[0]!.toLowerCase() });
	}
	return found;
}
