// Which runs of words with capitals are one name: its forms, with and without given name, patronymic and initials.
import { baseFormsOf, lowered } from './base-forms-ru';
import type { NameLists } from './name-lists';
import { WordForms } from './word-forms';
import { isPatronymic } from './words-ru';

/** A run of words with capitals; `Self` is what it is a part of. */
export interface Run<Self> {
	readonly words: readonly string[];
	/** One word at the start of a sentence: a name if it is one elsewhere. */
	readonly isUnsure: boolean;
	/** Several words at the start of a sentence: the first may be a common word. */
	readonly beginsSentence: boolean;
	/** The run without its first word. */
	rest(): Self;
}

/** Groups runs by name. Unsure ones that are no name elsewhere are left out. */
export function groupNames<T extends Run<T>>(runs: readonly T[], lists: NameLists): T[][] {
	const groups = new NameGroups<T>(runs, lists);
	for (const run of runs) if (!run.isUnsure && !run.beginsSentence) groups.add(run);
	for (const run of runs) if (run.beginsSentence && !run.isUnsure) groups.addOpening(run);
	groups.joinInitials();
	const bySurname = groups.fullNames(-1);
	for (const run of runs) if (run.isUnsure) groups.addIfKnown(run, bySurname);
	groups.joinParts();
	return groups.all();
}

/** Whether a word may be a given name, in any form. */
export function isGiven(word: string, { given }: NameLists): boolean {
	const lower = lowered(word);
	return given.has(lower) || baseFormsOf(lower).some(({ base }) => given.has(base));
}

class NameGroups<T extends Run<T>> {
	readonly #forms = new WordForms();
	readonly #lists: NameLists;
	readonly #groups = new Map<string, T[]>();

	constructor(runs: readonly T[], lists: NameLists) {
		this.#lists = lists;
		for (const { words } of runs) for (const word of words) this.#forms.add(word);
	}

	all(): T[][] {
		return [...this.#groups.values()];
	}

	add(run: T, key = this.#keyOf(run.words)): void {
		const group = this.#groups.get(key);
		if (group) group.push(run);
		else this.#groups.set(key, [run]);
	}

	/** «Семья Беловых» is the Belovs if they are named elsewhere, unless «Семья» is a given name. */
	addOpening(run: T): void {
		const rest = run.rest();
		const isWhole = this.#groups.has(this.#keyOf(run.words)) || isGiven(run.words[0]!, this.#lists);
		this.add(isWhole || !this.#groups.has(this.#keyOf(rest.words)) ? run : rest);
	}

	addIfKnown(run: T, bySurname: ReadonlyMap<string, string | undefined>): void {
		const key = this.#keyOf(run.words);
		const whole = this.#groups.has(key) ? key : bySurname.get(key);
		if (whole) this.add(run, whole);
	}

	/** «Т. Велизаде» joins the one name that has such a given name and the surname. */
	joinInitials(): void {
		for (const [key, runs] of [...this.#groups]) {
			const words = runs[0]!.words;
			const initials = words.filter(isInitial);
			if (!initials.length || initials.length === words.length) continue;
			const surname = this.#keyOf(words.filter((word) => !isInitial(word)));
			const fits = [...this.#groups].filter(
				([other, [run]]) =>
					other.endsWith(` ${surname}`) && !isInitial(run!.words[0]!) && givenOf(run!.words)[0] === initials[0]![0],
			);
			const [whole] = fits.length === 1 ? fits[0]! : [this.#groups.has(surname) ? surname : undefined];
			if (whole) this.#join(key, whole);
		}
	}

	/** Surnames, and given names alone, join the one full name that has them. */
	joinParts(): void {
		for (const [surname, whole] of this.fullNames(-1)) if (whole) this.#join(surname, whole);
		for (const [given, whole] of this.fullNames(0)) {
			const [run] = this.#groups.get(given) ?? [];
			if (whole && run && isGiven(run.words[0]!, this.#lists)) this.#join(given, whole);
		}
	}

	#join(key: string, whole: string): void {
		const runs = this.#groups.get(key);
		const group = this.#groups.get(whole);
		if (!runs || !group || runs === group) return;
		for (const run of runs) group.push(run);
		this.#groups.delete(key);
	}

	/** By first (0) or last (-1) word: the one longer name that has it, or `undefined` where there are several. */
	fullNames(place: 0 | -1): Map<string, string | undefined> {
		const full = new Map<string, string | undefined>();
		for (const key of this.#groups.keys()) {
			const part = key.split(' ').at(place)!;
			if (part !== key) full.set(part, full.has(part) ? undefined : key);
		}
		return full;
	}

	/** The same for all forms of a name, with a patronymic and without. */
	#keyOf(words: readonly string[]): string {
		return withoutPatronymic(words)
			.map((word) => this.#forms.rootOf(word))
			.join(' ');
	}
}

const isInitial = (word: string) => /^\p{Lu}\p{Ll}?$/u.test(word);

function givenOf(words: readonly string[]): string {
	return withoutPatronymic(words)[0]!;
}

/** Given name and surname, in this order, of a person with a patronymic; other names as they are. */
function withoutPatronymic(words: readonly string[]): readonly string[] {
	const at = words.findIndex((word, i) => i > 0 && isPatronymic(word));
	if (at < 0 || words.length < 3) return words;
	return at === words.length - 1
		? [words[at - 1]!, ...words.slice(0, at - 1)]
		: [...words.slice(0, at), ...words.slice(at + 1)];
}
