// The base form of an inflected Russian name: of all readings of its words that agree in case and gender, the likeliest.
// Weights are set by hand on inflected names of the region and of world news; lower is likelier.
import { anyCase, type BaseForm, baseFormsOf, Case, Gender, lowered } from './base-forms-ru';
import type { CasesAsked } from './context';
import type { NameLists } from './name-lists';
import { isPatronymic } from './words-ru';

/** What else is known of a name. */
export interface Evidence {
	readonly asked: CasesAsked;
	/** Whether a hyphen joins a word to the next. */
	isJoined(index: number): boolean;
	/** How much the texts speak for a base form: 0 nothing, 1 it stands there. */
	support(base: string): number;
}

/** One base form of a name. */
export interface BaseName {
	/** Its words, as many as were given. */
	readonly words: readonly string[];
	readonly gender: number;
	readonly cost: number;
}

const cases = [
	Case.Nominative,
	Case.Genitive,
	Case.Dative,
	Case.Accusative,
	Case.Instrumental,
	Case.Prepositional,
] as const;

const wrongCase = 1.6;
const unlikelyCase = 0.7;
/** Of names without anything around that asks for a case. */
const casePrior: Readonly<Record<number, number>> = { 1: 0, 2: 0.25, 4: 0.4, 8: 0.5, 16: 0.4, 32: 0.5 };
const supportWeight = 1.5;
const listed = 2;

/** Ends of words that are hardly base forms: of surnames and adjectives in other cases. */
const inflectedEnd =
	/(?:[ое]в|[иы]н|ск|цк)(?:ым|им|ого|ому|ом|ой|ую|ыми|ими|ых|их)$|(?:[ое]ву|[ое]ве|[ое]вич[ауе]|[ое]вичем|[ое]вн[уеы]|[ое]вной)$/;
/** Ends that names of persons seldom have in the base form. */
const oddPersonEnd = /(?:[уюы]|[оеё]й|[оеыи]м)$/;
const surnameEnd = /(?:[ое]ва?|[иы]на?|[сц]к(?:ий|ая))$/;
const adjectivalSurname = /(?:[сц]к|[нтл])(?:ий|ый|ой|ая)$/;

/** Base forms of a person's name, likeliest first. `words`: given names, patronymics, surnames in any order. */
export function personBases(words: readonly string[], evidence: Evidence, lists: NameLists): BaseName[] {
	const readings = words.map((word) => baseFormsOf(word).filter(({ gender }) => gender & 3));
	/** A man's name may be declined as a woman's; the accusative of a being is not its nominative. */
	const isOf = ({ base, kind, gender: own }: BaseForm, gender: Gender, kase: Case, word: string) =>
		((own & gender) !== 0 || (kind === 'noun' && /[ая]$/.test(base))) &&
		(kase !== Case.Accusative || kind === 'fixed' || base !== word);
	const found: BaseName[] = [];
	for (const gender of [Gender.Masculine, Gender.Feminine]) {
		for (const kase of cases) {
			let cost = caseCost(kase, evidence);
			const bases = words.map((word, i) => {
				const choices = readings[i]!.filter((reading) => reading.cases & kase && isOf(reading, gender, kase, word));
				if (evidence.isJoined(i)) return joinedBase(word, choices, lists);
				const [best, least] = cheapest(choices, (reading) => {
					const isLast = i === words.length - 1;
					return personCost(word, reading, kase, gender, isLast, lists) - supportOf(reading, evidence);
				});
				cost += least;
				return best?.base ?? word;
			});
			found.push({ words: bases, gender, cost });
		}
	}
	return ranked(found);
}

/** The first half of a double name, which inflects where it is a name of its own: Римский-Корсаков, Касым-Жомарт. */
function joinedBase(word: string, choices: readonly BaseForm[], { given }: NameLists): string {
	if (given.has(lowered(word))) return word;
	const own = choices.find(
		({ base, kind }) => kind !== 'fixed' && (given.has(lowered(base)) || surnameEnd.test(lowered(base))),
	);
	return own?.base ?? word;
}

function caseCost(kase: Case, { asked: { cases, isSure } }: Evidence): number {
	if (cases === anyCase) return casePrior[kase]!;
	return cases & kase ? 0 : isSure ? wrongCase : unlikelyCase;
}

function supportOf({ base, kind }: BaseForm, evidence: Evidence): number {
	return kind === 'fixed' ? 0 : supportWeight * evidence.support(base);
}

function personCost(
	word: string,
	{ base, kind }: BaseForm,
	kase: Case,
	gender: Gender,
	isLast: boolean,
	{ given }: NameLists,
): number {
	const lower = lowered(base);
	const known = given.get(lower);
	let cost = known === undefined ? 0 : known & gender ? -listed : 0.5;
	if (/^\p{L}\.?$/u.test(word) || word === word.toLowerCase()) return kind === 'fixed' ? 0 : 9;
	if (inflectedEnd.test(lower) && !known) cost += 2;
	if (isPatronymic(base)) return cost + (kind === 'noun' || kind === 'fixed' ? 0 : 2);
	const last = lower.at(-1)!;
	if (kind === 'fixed') {
		if (kase === Case.Nominative && !known && oddPersonEnd.test(lower)) return cost + 0.7;
		if (kase === Case.Nominative)
			return cost + (/я$/.test(lower) && isLast ? 0.9 : /[аь]$|(?:ск|цк)/.test(lower) ? 0.3 : 0.1);
		if (/[ыю]/.test(last)) return cost + 1;
		if (/[еиоуэ]/.test(last)) return cost + (isLast ? 0.3 : 0.6);
		if (/[ая]/.test(last)) return cost + 2;
		return cost + (gender === Gender.Feminine ? 0.3 : 2.5);
	}
	if (kind === 'adjective') return cost + (isLast && adjectivalSurname.test(lower) ? 0.1 : 2.5);
	if (kind === 'surname') return cost + (isLast ? -0.3 : 0.8);
	if (/[ое]/.test(last)) return cost + 3;
	if (/[ая]/.test(last)) {
		const isWoman = gender === Gender.Feminine;
		return cost + (known ? 0 : last === 'я' ? 1 : isLast ? 0.7 : isWoman ? 0.3 : 1.2);
	}
	if (last === 'ь') return cost + (known ? 0 : gender === Gender.Feminine ? 1.5 : 1);
	if (gender === Gender.Feminine) return cost + 3;
	return cost + (/(?:[ое]в|[иы]н)$/.test(lower) && isLast ? 0.4 : 0);
}

/** Base forms of what is no person: adjectives and the noun after them in the nominative, the rest as it is. */
export function thingBases(words: readonly string[], evidence: Evidence, lists: NameLists): BaseName[] {
	const readings = words.map(baseFormsOf);
	const found: BaseName[] = [];
	for (let head = 0; head < words.length; head++) {
		if (evidence.isJoined(head)) continue;
		for (const noun of readings[head]!) {
			if (noun.kind === 'adjective' && head < words.length - 1) continue;
			for (const kase of cases) {
				if (!(noun.cases & kase)) continue;
				const bases = [...words];
				bases[head] = noun.base;
				let cost = caseCost(kase, evidence) + nounCost(noun, kase, lists) - supportOf(noun, evidence) + head * 0.1;
				for (let i = 0; i < head; i++) {
					if (evidence.isJoined(i)) continue;
					const adjectives = readings[i]!.filter(
						(r) => r.kind === 'adjective' && r.cases & kase && r.gender & genderOf(noun),
					);
					const [best, least] = cheapest(adjectives, () => 0);
					cost += best ? least : 2.5;
					bases[i] = best?.base ?? words[i]!;
				}
				found.push({ words: bases, gender: noun.gender, cost });
			}
		}
	}
	return ranked(found);
}

/** Ends that names of things seldom have in the base form. */
const oddEnds: readonly (readonly [end: RegExp, cost: number])[] = [
	[/(?:[оеыи]й|[оеиы]м|[ая][хм]|[ая]ми|ии|ого|ому|ую|[ыи]х)$/, 0.9],
	[/[юы]$/, 1],
	[/у$/, 0.7],
	[/е$/, 0.6],
	[/и$/, 0.4],
	[/о$/, 0.2],
];

/** Stems that want a vowel after them: Москв-а, Праг-а, Африк-а. From names of places and organisations in news. */
const feminineStem = /(?:[бвджзйптчш]к|[кгхт]в|иц|[аиу]г|оп|и[кд]|нм|уб|дум|ум[бп]|эл)$/;

/** Of a noun that never changes: шоссе is neuter. */
function genderOf({ base, kind, gender }: BaseForm): number {
	if (kind !== 'fixed') return gender;
	if (/[ое]$/i.test(base)) return Gender.Neuter;
	return /[аеиоуыэюя]$/i.test(base) ? gender : Gender.Masculine;
}

/** Ends that no noun has without a vowel between: замк, кремл. */
const clusterEnd = /[^аеиоуыэюяйрлнс]к$|[^аеиоуыэюяйрл][лмнр]$/;

function nounCost({ base, kind, gender, cases: own }: BaseForm, kase: Case, { heads }: NameLists): number {
	const lower = lowered(base);
	let cost = heads.has(lower) ? -listed : 0;
	if (inflectedEnd.test(lower)) cost += 1;
	if (kind === 'adjective') return cost + 1.5;
	if (kind === 'surname') return cost + 1.5;
	if (kind === 'fixed') {
		const odd = oddEnds.find(([end]) => end.test(lower))?.[1] ?? 0;
		if (kase === Case.Nominative) return cost + 0.2 + odd;
		if (base === base.toUpperCase()) return cost + 0.2;
		return cost + (/[еиоуыэю]$/.test(lower) ? 0.2 + odd : 2);
	}
	if (gender === Gender.Plural) return cost + (heads.has(lower) ? 0.5 : 1.4);
	if (gender === Gender.Neuter) return cost + (/(?:[ое]в|ин)о$/.test(lower) ? 0.6 : 0.9);
	if (/ия$/.test(lower)) return cost - 0.5;
	if (/(?:стан|град|бург|бад|кент|ент)$/.test(lower)) return cost - 0.5;
	if (/[ья]$/.test(lower)) return cost + (/ль$/.test(lower) ? 0.4 : 0.8);
	if (clusterEnd.test(lower)) cost += 0.6;
	const isFeminine = gender === Gender.Feminine;
	const wants = feminineStem.test(lower.replace(/[ая]$/, ''));
	return cost + (isFeminine === wants ? 0 : 0.5) + (own & Case.Nominative ? 0 : 0.05);
}

function cheapest<T>(choices: readonly T[], costOf: (choice: T) => number): readonly [T | undefined, number] {
	let best: T | undefined;
	let least = Number.POSITIVE_INFINITY;
	for (const choice of choices) {
		const cost = costOf(choice);
		if (cost < least) [best, least] = [choice, cost];
	}
	return best === undefined ? [undefined, 4] : [best, least];
}

/** Cheapest first, each base form once. */
function ranked(found: BaseName[]): BaseName[] {
	const seen = new Set<string>();
	return found
		.sort((a, b) => a.cost - b.cost)
		.filter(({ words }) => {
			const key = words.join(' ');
			return !seen.has(key) && seen.add(key);
		});
}
