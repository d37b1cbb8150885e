// The words that names are made of, found again in any form a text gives them.
import { adjective, type Endings, Form, firstHalf, fixed, longestEnding, stemsOf } from './inflection-ru';
import { beginsWithVowel, derives, isGenitive, isSuffixChain, longestChain, makesWord, softened } from './suffixes';
import { fold } from './tokens';

/** How a name's word changes in texts. */
export enum Change {
	/** Not at all. */
	None,
	/** By Russian endings. */
	Russian,
	/** By chains of Turkic or Tajik suffixes. */
	Suffixes,
	/** By the genitive of the same languages: Azərbaycanın Mərkəzi Bankı. */
	Genitive,
	/** An adjective, by Russian endings, in any case of letters. */
	Adjective,
	/** An acronym: capitals as written, and small letters of an ending after them. */
	Acronym,
	/** An acronym of those languages, looked for in their texts alone: СММ is somebody else in Russian. */
	OwnAcronym,
	/** Case and form as written. */
	Exact,
}

/** What a word of a text may be: parallel arrays. */
export interface Reading {
	/** Ids of words. */
	readonly words: readonly number[];
	/** Bits of `Form` for each. */
	readonly forms: readonly number[];
}

/** Longer words are in no name. */
const longestWord = 64;

const acronymEndings = /^(?:а|у|ом|ем|е|ы|и|ов|ам|ами|ах)$/;

export class Vocabulary {
	/** By stem, the latest entry. Acronyms and exact words are under `=` and the word as written. */
	readonly #entryOf = new Map<string, number>();
	readonly #word: number[] = [];
	readonly #endings: (Endings | Change)[] = [];
	readonly #next: number[] = [];
	#count = 0;

	/** The number of words; ids are smaller. */
	get size(): number {
		return this.#count;
	}

	/** Adds a word in its base form. Returns its id; a word that was there before gets a new one. */
	add(base: string, change: Change): number {
		const word = this.#count++;
		if (change === Change.Acronym || change === Change.OwnAcronym || change === Change.Exact) {
			this.#enter(`=${base}`, word, change);
			const other = base.replace(/([SC])H/g, '$1h');
			if (change === Change.OwnAcronym && other !== base) this.#enter(`=${other}`, word, change);
			return word;
		}
		const folded = fold(base);
		if (change === Change.None) this.#enter(folded, word, fixed);
		else if (change === Change.Adjective) {
			this.#enter(folded.slice(0, -2), word, adjective);
			if (/нский$/.test(folded)) this.#enter(`${folded.slice(0, -4)}о`, word, firstHalf);
		} else if (change === Change.Russian) {
			let isWhole = false;
			for (const { stem, endings } of stemsOf(folded)) {
				this.#enter(stem, word, endings);
				isWhole ||= stem === folded;
			}
			if (!isWhole) this.#enter(folded, word, Change.Russian);
		} else if (change === Change.Genitive) this.#enter(folded, word, change);
		else {
			this.#enter(folded, word, Change.Suffixes);
			const other = softened(folded);
			if (other) this.#enter(other, word, Change.None);
		}
		return word;
	}

	#enter(stem: string, word: number, endings: Endings | Change): void {
		this.#next.push(this.#entryOf.get(stem) ?? -1);
		this.#word.push(word);
		this.#endings.push(endings);
		this.#entryOf.set(stem, this.#word.length - 1);
	}

	/**
	 * What a word of a text may be; undefined where it is in no name. `takesSuffixes`: whether the text is in a language
	 * that puts its suffixes after every name, Russian and English ones too.
	 */
	read(written: string, takesSuffixes: boolean): Reading | undefined {
		if (written.length > longestWord) return undefined;
		const words: number[] = [];
		const forms: number[] = [];
		const add = (word: number, form: number) => {
			words.push(word);
			forms.push(form);
		};
		this.#readAsWritten(written, takesSuffixes, add);
		const folded = fold(written);
		for (let cut = 0; cut <= longestChain && cut < folded.length; cut++) {
			const length = folded.length - cut;
			let entry = this.#entryOf.get(cut ? folded.slice(0, length) : folded);
			if (entry === undefined) continue;
			const rest = folded.slice(length);
			for (; entry >= 0; entry = this.#next[entry]!) {
				const form = formOf(rest, length, this.#endings[entry]!, takesSuffixes);
				if (form) add(this.#word[entry]!, form);
			}
		}
		this.#readBeforeMark(written, add);
		if (takesSuffixes && !words.length && written.includes('ä')) return this.read(withE(written), takesSuffixes);
		return words.length ? { words, forms } : undefined;
	}

	/** Names that do not inflect, with a suffix that an apostrophe or the other script marks off: Erdoğan’ın, Lakeнің. */
	#readBeforeMark(written: string, add: (word: number, form: number) => void): void {
		const script = /^[a-z]{2,}(?=[\u0400-\u04ff]+$)/i.exec(written)?.[0].length;
		const mark = script ?? Math.max(written.lastIndexOf("'"), written.lastIndexOf('’'));
		if (mark < 2 || !isSuffixChain(fold(written.slice(script ?? mark + 1)))) return;
		let entry = this.#entryOf.get(fold(written.slice(0, mark))) ?? -1;
		for (; entry >= 0; entry = this.#next[entry]!)
			if (this.#endings[entry] === fixed) add(this.#word[entry]!, Form.Singular);
	}

	/** Acronyms, their endings in small letters or after an apostrophe, and exact words. */
	#readAsWritten(written: string, takesSuffixes: boolean, add: (word: number, form: number) => void): void {
		for (let cut = 0; cut <= longestChain && cut < written.length; cut++) {
			const length = written.length - cut;
			let entry = this.#entryOf.get(`=${written.slice(0, length)}`);
			if (entry === undefined) continue;
			const rest = written.slice(length).replace(/^[’'ʼ]/, '');
			if (rest !== rest.toLowerCase()) continue;
			for (; entry >= 0; entry = this.#next[entry]!) {
				if (this.#endings[entry] === Change.OwnAcronym && !takesSuffixes) continue;
				const ends = acronymEndings.test(rest) || (rest !== '' && isSuffixChain(fold(rest)));
				if (cut === 0) add(this.#word[entry]!, Form.Base | Form.Singular);
				else if (this.#endings[entry] !== Change.Exact && ends) add(this.#word[entry]!, Form.Singular);
			}
		}
	}
}

/** Turkmen names that end with e have ä before suffixes: Gökdepe, Gökdepäde. */
function withE(written: string): string {
	const at = written.lastIndexOf('ä');
	return `${written.slice(0, at)}e${written.slice(at + 1)}`;
}

function formOf(rest: string, stemLength: number, endings: Endings | Change, takesSuffixes: boolean): number {
	if (typeof endings === 'object') {
		const form = rest.length <= longestEnding ? (endings.get(rest) ?? 0) : 0;
		const isWhole = form === 0 && takesSuffixes && ((endings.get('') ?? 0) & Form.Base) !== 0;
		return isWhole ? suffixed(rest, stemLength) : form;
	}
	if (endings === Change.Russian) return takesSuffixes && rest !== '' ? suffixed(rest, stemLength) : 0;
	if (rest === '') return endings === Change.None ? 0 : Form.Base | Form.Singular;
	if (endings === Change.Genitive) return isGenitive(rest) ? Form.Singular : 0;
	return endings === Change.Suffixes || beginsWithVowel(rest) ? suffixed(rest, stemLength) : 0;
}

function suffixed(rest: string, stemLength: number): number {
	if (stemLength < 3 || !isSuffixChain(rest)) return 0;
	const derived = derives(rest) ? Form.Derived : 0;
	return makesWord(rest) ? Form.Singular | Form.Made | derived : Form.Singular;
}
