// A name in its text: its words, what stands before it, and what the rest of the text says of how it is written.
import type { Span } from '../text/span';
import { anyCase, baseFormsOf, Case, Gender, lowered } from './base-forms-ru';
import type { NameLists } from './name-lists';
import { isCapitalised, tokenise } from './tokens';
import { isOffice, isSmallWord } from './words-ru';

/** Texts beyond are not looked at for other forms of a name. */
const longestText = 300_000;

/** Says nothing of how the name it is made from ends. */
const adjectival = /[сц]к(?:[иы]й|ой|ая|ую|[ое]е|ого|ому|[иы]м|[оеи]м|ие|их|ими)$/;

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

	/** Whether a hyphen joins a word to the next. */
	isJoined(index: number): boolean {
		return /^[-‐‑–]$/.test(this.#between[index + 1] ?? '');
	}

	/** The name with other words in place of its own. */
	withWords(words: readonly string[]): string {
		return words.map((word, i) => this.#between[i]! + word).join('') + this.#between.at(-1)!;
	}

	/**
	 * How much the other names of the text speak for a word (in small letters, е for ё): 1 where it stands there, about
	 * half of that where other forms of it do, or what may be one, 0 where nothing does. The very form of the name at hand does not count.
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
			if (seen.has(word) || own.has(word) || !beginnings.has(word.slice(0, 3)) || adjectival.test(word)) continue;
			seen.add(word);
			for (const { base, kind } of baseFormsOf(word)) {
				const weight = kind !== 'fixed' ? 0.5 : /[аеиоуыэюя]$/.test(word) ? 0.6 : 1;
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

/** Cases that what stands before a name asks for. */
export interface CasesAsked {
	/** Bits of `Case`. */
	readonly cases: number;
	/** Whether another case is hardly possible; else just less likely. */
	readonly isSure: boolean;
}

const nothingAsked: CasesAsked = { cases: anyCase, isSure: false };

/** Ends of nouns for those who do something: кинорежиссёр, активист. */
const agent = /(?:[ое]р|ист|ик|тель|арь|[ае]нт|лог|граф|ец|ач|вод)$/;
const verb = /(?:л|л[аои]|[еиую]т|[ая]т|ть)(?:ся|сь)?$|(?:в|вши|я|сь)$/;

/** The cases a Russian name can be in, by the preposition, the office or another word before it. */
export function casesBefore({ before }: Surroundings, isPerson: boolean, { heads }: NameLists): CasesAsked {
	const last = before.at(-1);
	if (last === undefined) return nothingAsked;
	const asked = prepositions.get(last.toLowerCase());
	if (asked) return { cases: asked, isSure: true };
	const word = lowered(last);
	const forms = baseFormsOf(word);
	const casesOf = (is: (form: (typeof forms)[number]) => boolean) =>
		forms.filter(is).reduce((cases, form) => cases | form.cases, 0);
	if (isPerson) {
		const office = officeCases(before);
		if (office) return { cases: ofBeing(office), isSure: true };
		const cases = casesOf(
			({ base, kind, gender }) => kind === 'noun' && gender === Gender.Masculine && agent.test(base),
		);
		if (cases && last === last.toLowerCase()) return { cases: ofBeing(cases), isSure: true };
	} else {
		const cases = casesOf(({ base, kind }) => kind === 'noun' && heads.get(base) === 'place');
		if (cases) return { cases: cases | Case.Nominative, isSure: true };
	}
	if (isSmallWord(last) || /[^а-я-]/.test(last.toLowerCase().replaceAll('ё', 'е'))) return nothingAsked;
	const adjective = /(?:ск|н|ов|ев|ш|щ|т|ч)(?:[ое]го|[ое]му|[иы]м|[иы]х|[иы]ми|ой|ей|ую)$/.test(word);
	if (adjective) return { cases: casesOf(({ kind }) => kind === 'adjective'), isSure: false };
	if (/(?:[иы]й|ая|яя|[оеыи]е)$/.test(word)) return { cases: Case.Nominative, isSure: false };
	const isNoun = (last === last.toLowerCase() || isOffice(last)) && !verb.test(word);
	return isNoun ? { cases: Case.Genitive, isSure: false } : nothingAsked;
}

/** Of a noun for somebody the nominative is no accusative. */
function ofBeing(cases: number): number {
	return cases & Case.Nominative ? cases & ~Case.Accusative : cases;
}

/** Of an office among the last words, as «президента Узбекистана» before a name; 0 where there is none. */
function officeCases(before: readonly string[]): number {
	for (const word of [...before].reverse().slice(0, 4)) {
		if (prepositions.has(word.toLowerCase())) break;
		if (!isOffice(word)) continue;
		let cases = 0;
		for (const { base, cases: own, gender, kind } of baseFormsOf(lowered(word))) {
			const isOfficial = gender === Gender.Masculine || /^(?:глава|судья|госпожа)$/.test(base);
			if (isOfficial && kind === 'noun' && isOffice(base)) cases |= own;
		}
		return cases;
	}
	return 0;
}
