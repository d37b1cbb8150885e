// A name in its text: its words, what stands before it, and what the rest of the text says of how it is written.
import type { Span } from '../text/span';
import { anyCase, baseFormsOf, Case, Gender, lowered } from './base-forms-ru';
import { isCapitalised, tokenise } from './tokens';
import { isOffice } from './words-ru';

/** Texts beyond are not looked at for other forms of a name. */
const longestText = 300_000;

export class Surroundings {
	/** As the text has it. */
	readonly name: string;
	/** Its words, without what stands between them. */
	readonly words: readonly string[];
	/** Up to five words of the same sentence before it, the nearest last. */
	readonly before: readonly string[];
	readonly isQuoted: boolean;
	readonly #text: string;
	readonly #span: Span;
	readonly #between: readonly string[];
	#support: Map<string, number> | undefined;

	constructor(text: string, span: Span) {
		this.#text = text;
		this.#span = span;
		this.name = text.slice(span.start, span.end);
		const { count, starts, ends } = tokenise(this.name);
		this.words = starts.map((start, i) => this.name.slice(start, ends[i]));
		this.#between = [
			...starts.map((start, i) => this.name.slice(i ? ends[i - 1] : 0, start)),
			this.name.slice(count ? ends[count - 1] : 0),
		];
		const sentence = /[^.!?…\n\r]*$/.exec(text.slice(Math.max(0, span.start - 120), span.start))![0];
		const earlier = tokenise(sentence);
		this.before = earlier.starts.map((start, i) => sentence.slice(start, earlier.ends[i])).slice(-5);
		this.isQuoted = /[«“„"‘]\s*$/.test(sentence) && /^\s*[»”“"’]/.test(text.slice(span.end, span.end + 3));
	}

	/** The name with other words in place of its own. */
	withWords(words: readonly string[]): string {
		return words.map((word, i) => this.#between[i]! + word).join('') + this.#between.at(-1)!;
	}

	/**
	 * How much the other names of the text speak for a word (in small letters, е for ё): 1 where it stands there, half
	 * of that where only other forms of it do, 0 where nothing does. The very form of the name at hand does not count.
	 */
	support(word: string): number {
		this.#support ??= this.#collect();
		return this.#support.get(word) ?? 0;
	}

	#collect(): Map<string, number> {
		const support = new Map<string, number>();
		const own = new Set(this.words.map(lowered));
		const beginnings = new Set(this.words.map((word) => lowered(word).slice(0, 3)));
		const text = this.#text.slice(0, longestText);
		const { count, starts, ends } = tokenise(text);
		const seen = new Set<string>();
		for (let i = 0; i < count; i++) {
			const start = starts[i]!;
			if ((start >= this.#span.start && start < this.#span.end) || !isCapitalised(text, start)) continue;
			const word = lowered(text.slice(start, ends[i]));
			if (seen.has(word) || own.has(word) || !beginnings.has(word.slice(0, 3))) continue;
			seen.add(word);
			for (const { base, kind } of baseFormsOf(word)) {
				const weight = kind === 'fixed' ? 1 : 0.5;
				if ((support.get(base) ?? 0) < weight) support.set(base, weight);
			}
		}
		return support;
	}
}

const { Genitive: g, Dative: d, Accusative: a, Instrumental: i, Prepositional: p } = Case;

/** Cases that Russian prepositions ask for. */
const prepositions = new Map<string, number>(
	(
		[
			[g, 'из от до без для у около против после кроме вместо ради среди возле вокруг посреди помимо накануне'],
			[d, 'к ко по благодаря согласно вопреки навстречу'],
			[a, 'через про сквозь'],
			[i, 'над перед между'],
			[p, 'о об обо при'],
			[a | p, 'в во на'],
			[g | i, 'с со'],
			[a | i, 'за под'],
		] as const
	).flatMap(([cases, words]) => words.split(' ').map((word) => [word, cases] as const)),
);

/** The cases a Russian name can be in, by the preposition or the office before it; all where neither tells. */
export function casesBefore({ before }: Surroundings): number {
	const last = before.at(-1);
	if (last === undefined) return anyCase;
	const asked = prepositions.get(last.toLowerCase());
	if (asked) return asked;
	for (const word of [...before].reverse().slice(0, 4)) {
		if (prepositions.has(word.toLowerCase())) break;
		if (!isOffice(word)) continue;
		let cases = 0;
		for (const { base, cases: own, gender, kind } of baseFormsOf(lowered(word))) {
			const isOfficial = gender === Gender.Masculine ? kind === 'noun' : /^(?:глава|судья|госпожа)$/.test(base);
			if (isOfficial && kind === 'noun' && isOffice(base)) cases |= own;
		}
		return cases || anyCase;
	}
	return anyCase;
}
