// A text read word by word against a vocabulary: what the patterns of names look at.
import { Form } from './inflection-ru';
import type { Names } from './names';
import { Gap, gapBefore, isAllCapitals, isCapitalised, type Tokens, tokenise } from './tokens';
import type { Reading, Vocabulary } from './vocabulary';

/** Readings of distinct words, kept from text to text; of those not met for long none, so that it stays small. */
export class Readings {
	readonly #vocabulary: Vocabulary;
	/** As for `Vocabulary.read`. */
	readonly takesSuffixes: boolean;
	/** Those of late, and those of before. Words in no name have `null`. */
	#recent = new Map<string, Reading | null>();
	#older = new Map<string, Reading | null>();

	constructor(vocabulary: Vocabulary, takesSuffixes: boolean) {
		this.#vocabulary = vocabulary;
		this.takesSuffixes = takesSuffixes;
	}

	of(word: string): Reading | null {
		const known = this.#recent.get(word);
		if (known !== undefined) return known;
		if (this.#recent.size >= readingLimit) {
			this.#older = this.#recent;
			this.#recent = new Map();
		}
		const reading = this.#older.get(word) ?? this.#vocabulary.read(word, this.takesSuffixes) ?? null;
		this.#recent.set(word, reading);
		return reading;
	}
}

/** A year of one agency's news has some 100,000 distinct words. */
const readingLimit = 50_000;

/** What comes before a first word of a sentence: its end, a line's end, a colon; quotation marks and dashes after it. */
const sentenceStart = /(?:^|[.!?…:;\n\r\u2028\u2029])["'«»“”„‘’()[\]\s–—-]*$/;

/** What stands before a word of a web address or a tag. */
const inAddress = /[./@#_]/;

export class Passage {
	readonly text: string;
	readonly count: number;
	readonly #tokens: Tokens;
	readonly #readings: (Reading | null)[];
	#smallWords: Set<string> | undefined;
	#smallReadings: Set<number> | undefined;

	/** Whether the text is in a language that puts suffixes after every name. */
	readonly takesSuffixes: boolean;

	constructor(text: string, readings: Readings) {
		this.text = text;
		this.takesSuffixes = readings.takesSuffixes;
		this.#tokens = tokenise(text);
		this.count = this.#tokens.count;
		this.#readings = new Array(this.count);
		const { starts, ends } = this.#tokens;
		for (let i = 0; i < this.count; i++) this.#readings[i] = readings.of(text.slice(starts[i], ends[i]));
	}

	reading(index: number): Reading | null {
		return this.#readings[index]!;
	}

	start(index: number): number {
		return this.#tokens.starts[index]!;
	}

	end(index: number): number {
		return this.#tokens.ends[index]!;
	}

	word(index: number): string {
		return this.text.slice(this.start(index), this.end(index));
	}

	/** What stands before a word. */
	gap(index: number): Gap {
		return index < this.count ? gapBefore(this.#tokens, index) : Gap.Break;
	}

	/** Bits of `Form` in which the text's word is the name's word; 0 where it is not. */
	form(index: number, word: number): number {
		const reading = this.#readings[index];
		if (!reading) return 0;
		let form = 0;
		for (let i = 0; i < reading.words.length; i++) if (reading.words[i] === word) form |= reading.forms[i]!;
		return form;
	}

	capitalised(index: number): boolean {
		return isCapitalised(this.text, this.start(index));
	}

	allCapitals(index: number): boolean {
		return isAllCapitals(this.text, this.start(index), this.end(index));
	}

	/** Whether the word begins a sentence, a line or a quotation, where any word has a capital. */
	beginsSentence(index: number): boolean {
		const start = this.start(index);
		if (index > 0 && this.end(index - 1) === start - 1 && this.text[start - 1] === ' ') return false;
		return sentenceStart.test(this.text.slice(Math.max(0, start - 6), start)) || start === 0;
	}

	/** An initial: one capital letter (two of some: Дж) and a full stop after it. */
	initial(index: number): string | undefined {
		if (index < 0 || index >= this.count) return undefined;
		const [start, end] = [this.start(index), this.end(index)];
		if (end - start > 2 || this.text[end] !== '.' || !this.capitalised(index)) return undefined;
		return end - start === 2 && this.text[start + 1] !== this.text[start + 1]!.toLowerCase()
			? undefined
			: this.word(index);
	}

	/** What the names use the word for: bits of `Use`. */
	use(index: number, { uses }: Names): number {
		let use = 0;
		for (const word of this.#readings[index]?.words ?? []) use |= uses[word]!;
		return use;
	}

	/** Whether the word is the base form of any name's word. */
	isBase(index: number): boolean {
		return this.#readings[index]?.forms.some((form) => form & Form.Base) ?? false;
	}

	/** Whether the word is part of any name. */
	names(index: number): boolean {
		return this.#readings[index] != null;
	}

	/** Whether the text has the word in small letters somewhere, in any form if it is part of a name: a common word then. */
	occursSmall(index: number): boolean {
		const reading = this.#readings[index];
		if (reading) {
			this.#smallReadings ??= this.#collectSmall((i) => this.#meant(i));
			return reading.words.some((word) => this.#smallReadings!.has(word));
		}
		this.#smallWords ??= this.#collectSmall((i) => [this.word(i)]);
		return this.#smallWords.has(this.word(index).toLowerCase());
	}

	/** The words of names that a word is a form of, and not made from. */
	#meant(index: number): readonly number[] {
		const reading = this.#readings[index];
		return reading?.words.filter((_, i) => !(reading.forms[i]! & Form.Made)) ?? [];
	}

	/** What words in small letters are. Addresses of web pages are not looked at. */
	#collectSmall<T>(read: (index: number) => readonly T[]): Set<T> {
		const found = new Set<T>();
		for (let i = 0; i < this.count; i++) {
			const items = read(i);
			if (items.length && !this.capitalised(i) && !this.#isInAddress(i)) for (const item of items) found.add(item);
		}
		return found;
	}

	#isInAddress(index: number): boolean {
		const [start, end] = [this.start(index), this.end(index)];
		if (start > 0 && inAddress.test(this.text[start - 1]!)) return true;
		return this.text[end] === '.' && /[a-zа-я]/.test(this.text[end + 1] ?? ' ');
	}
}
