// Words of a text with their offsets, and the folding that makes spellings of one word equal. Folded word by word, since
// folding a whole text moves offsets.

/** What separates a word from the one before it. */
export enum Gap {
	/** White space, at most one line break. */
	Space,
	/** A hyphen or dash, spaces around it or not. */
	Hyphen,
	/** White space and quotation marks. */
	Quote,
	/** White space and brackets. */
	Bracket,
	/** A full stop, with white space or not. */
	Stop,
	/** A comma. */
	Comma,
	/** Any other punctuation that a name may have within: `/`, `&`, `+`. */
	Sign,
	/** A blank line, or punctuation that no name has. */
	Break,
}

/** A text cut into words: runs of letters and digits, apostrophes within. */
export interface Tokens {
	readonly text: string;
	readonly count: number;
	readonly starts: readonly number[];
	readonly ends: readonly number[];
}

const wordCharacter = 1;
/** Or a soft hyphen, which is as little of a letter and may stand within a word as well. */
const apostrophe = 2;
/** A word's character that is no small letter. */
const capital = 3;

/** Kinds of the first characters; those beyond are asked one by one. */
const kinds = new Uint8Array(0x600);
/** What a character folds to; 0: it is dropped. */
const folded = new Uint16Array(0x600);

const outside = /[\p{L}\p{N}\p{M}]/u;

/** Letters that spellings of one name interchange, of the alphabets of our languages. */
const alike: readonly string[] = [
	'ıi іи їи єе ґг ғг қк ңн өо ұу үу әа һх ҳх ҷж ўу ӣи ӯу җж ҝк ҹж əe øo łl đd ðd žj',
	"ъ ' ʻ ʼ ’ ‘ ` ´ ʹ",
];

function isCapital(character: string): boolean {
	return character === character.toUpperCase() && (character !== character.toLowerCase() || /\d/.test(character));
}

function fill(): void {
	for (let code = 0; code < kinds.length; code++) {
		const character = String.fromCharCode(code);
		const lower = character.toLowerCase();
		if (outside.test(character)) kinds[code] = isCapital(character) ? capital : wordCharacter;
		folded[code] = (lower === 'й' ? lower : lower.normalize('NFD')).charCodeAt(0);
		if (/\p{M}/u.test(character)) folded[code] = 0;
	}
	for (const pair of alike[0]!.split(' ')) {
		folded[pair.charCodeAt(0)] = pair.charCodeAt(1);
		folded[pair[0]!.toUpperCase().charCodeAt(0)] = pair.charCodeAt(1);
	}
	folded['İ'.charCodeAt(0)] = 'i'.charCodeAt(0);
	for (const c of 'ъЪ') folded[c.charCodeAt(0)] = 0;
	for (const c of "'`´ʻʼʹ\u00ad") {
		kinds[c.charCodeAt(0)] = apostrophe;
		folded[c.charCodeAt(0)] = 0;
	}
}
fill();

function kindOf(text: string, at: number): number {
	const code = text.charCodeAt(at);
	if (code < 0x600) return kinds[code]!;
	if (code === 0x2019 || code === 0x2018 || code === 0x2032) return apostrophe;
	if (code >= 0x2000 && code < 0x2c00) return 0;
	return outside.test(text[at]!) ? (isCapital(text[at]!) ? capital : wordCharacter) : 0;
}

/** Cuts a text into words. An English possessive `’s` is not part of its word. */
export function tokenise(text: string): Tokens {
	const starts: number[] = [];
	const ends: number[] = [];
	for (let at = 0; at < text.length; ) {
		if (!(kindOf(text, at) & wordCharacter)) {
			at++;
			continue;
		}
		const start = at++;
		let mark = -1;
		for (; at < text.length; at++) {
			const kind = kindOf(text, at);
			if (kind & wordCharacter) continue;
			if (kind !== apostrophe || at + 1 >= text.length || !(kindOf(text, at + 1) & wordCharacter)) break;
			mark = at;
		}
		starts.push(start);
		ends.push(mark > 0 && mark === at - 2 && /s/i.test(text[at - 1]!) ? mark : at);
	}
	return { text, count: starts.length, starts, ends };
}

/** A word in the spelling that words are compared in: small letters without marks, ъ and apostrophes; ё is е. */
export function fold(word: string): string {
	let result = '';
	for (let at = 0; at < word.length; at++) {
		const code = word.charCodeAt(at);
		if (code >= 0x300 && code < 0x370) return fold(word.normalize('NFC').replace(/\p{M}/gu, ''));
		if (code < 0x600) {
			if (folded[code]) result += String.fromCharCode(folded[code]);
		} else if (kindOf(word, at) & wordCharacter) {
			result += word[at]!.toLowerCase().normalize('NFD')[0];
		}
	}
	return unifyScript(result);
}

const cyrillicTwins = 'авекмнорстух';
const latinTwins = 'abekmhopctyx';

/** Words of both scripts, and codes such as C6, are brought to one by the letters that look alike. */
function unifyScript(word: string): string {
	const isMixed = /[a-z]/.test(word) && /[а-я]/.test(word);
	if (!isMixed && !(word.length <= 4 && /\d/.test(word) && /[а-я]/.test(word))) return word;
	const latin = word.match(/[a-z]/g)?.length ?? 0;
	const toLatin = !isMixed || latin * 2 >= word.length;
	const [from, to] = toLatin ? [cyrillicTwins, latinTwins] : [latinTwins, cyrillicTwins];
	return word.replace(/./g, (c) => (from.includes(c) ? to[from.indexOf(c)]! : c));
}

/** What stands between word `index - 1` and word `index`. The first word follows a break. */
export function gapBefore({ text, starts, ends }: Tokens, index: number): Gap {
	if (index === 0) return Gap.Break;
	return gapOf(text, ends[index - 1]!, starts[index]!);
}

/** The longest stretch between words that a name may have within. */
const gapLimit = 8;

function gapOf(text: string, start: number, end: number): Gap {
	if (end - start === 1 && text.charCodeAt(start) === 32) return Gap.Space;
	if (end - start > gapLimit) return Gap.Break;
	let gap = Gap.Space;
	let lines = 0;
	for (let at = start; at < end; at++) {
		const c = text[at]!;
		const found = signs.get(c);
		if (c === '\n') lines++;
		if (found === undefined || lines > 1) return Gap.Break;
		if (found > gap) gap = found;
	}
	return gap;
}

const signs = new Map<string, Gap>();
for (const c of '\u0009\u000a\u000d\u0020\u00a0\u00ad\u2007\u2009\u202f') signs.set(c, Gap.Space);
for (const c of '\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2060\u2066\u2067\u2068\u2069\ufeff')
	signs.set(c, Gap.Space);
for (const c of '-‐‑‒–—−') signs.set(c, Gap.Hyphen);
for (const c of '"«»“”„‟\'’‘') signs.set(c, Gap.Quote);
for (const c of '()[]') signs.set(c, Gap.Bracket);
signs.set('.', Gap.Stop);
signs.set(',', Gap.Comma);
for (const c of '+&/') signs.set(c, Gap.Sign);

/** Whether a word begins with a capital letter (or is a number). */
export function isCapitalised(text: string, start: number): boolean {
	return kindOf(text, start) === capital;
}

/** Whether all of `[start, end)` is without small letters, and it has a capital. */
export function isAllCapitals(text: string, start: number, end: number): boolean {
	const word = text.slice(start, end);
	return word === word.toUpperCase() && word !== word.toLowerCase();
}
