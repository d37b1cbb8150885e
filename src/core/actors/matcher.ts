// Finds every mention of a catalogue's actors in a text, in any form. Linear in the text.
import { complete, type Steps } from '../steps';
import { Form } from './inflection-ru';
import { laterMentions } from './later';
import type { Catalogue, Mention, MentionHow } from './model';
import { type NameLists, noNameLists } from './name-lists';
import { compileNames, Kind, type Names } from './names';
import { Passage, Readings } from './passage';
import { Certainty, isCommonWord, personAt } from './persons';
import { type Found, resolve } from './resolve';
import { respelledPersons } from './respelled';
import { isSuffixChain, takesSuffixes } from './suffixes';
import { fold, Gap, tokenise } from './tokens';

export interface Matcher {
	/**
	 * All mentions, by place, longer ones first. Nested ones are marked; those that the text does not decide carry
	 * `candidates`.
	 */
	find(text: string): Mention[];
}

/** Compiles a catalogue. The matcher keeps readings of words from text to text, so the same one is best used for all. */
export function createMatcher(catalogue: Catalogue, lists: NameLists = noNameLists): Matcher {
	return complete(matcherSteps(catalogue, lists));
}

/** The same in steps of some 5 ms. */
export function* matcherSteps(catalogue: Catalogue, lists: NameLists): Steps<Matcher> {
	const names = yield* compileNames(catalogue, lists);
	const plain = new Readings(names.vocabulary, false);
	const suffixed = new Readings(names.vocabulary, true);
	return {
		find(text) {
			const passage = new Passage(text, takesSuffixes(text) ? suffixed : plain);
			const found = candidates(passage, names);
			const all = found.concat(respelledPersons(passage, names, found));
			return resolve(all.concat(laterMentions(passage, names, all)), names);
		},
	};
}

/** Of more persons with one surname, those whose given names are not near are tried only where the text names them in full. */
const mostNamesakes = 64;
/** Most persons of one surname who are kept for a place, as where «М. Озеров» may be hundreds. */
const mostHits = 256;
/** How far from a surname its given names are looked for, in words. */
const nearby = 6;

function candidates(passage: Passage, names: Names): Found[] {
	const found: Found[] = [];
	const crowded: { readonly at: number; readonly word: number }[] = [];
	for (let at = 0; at < passage.count; at++) {
		const reading = passage.reading(at);
		if (!reading) continue;
		let last = -1;
		for (const word of reading.words) {
			if (word === last) continue;
			last = word;
			let tried = 0;
			let hits = 0;
			let near: Near | undefined;
			for (let name = names.found[word]!; name >= 0; name = names.next[name]!) {
				if (++tried > mostNamesakes) {
					near ??= nearAt(passage, at);
					if (!mayBeNear(names, name, near)) continue;
				}
				const candidate = nameAt(passage, names, name, at);
				if (!candidate) continue;
				found.push(candidate);
				if (++hits >= mostHits) break;
			}
			if (near) crowded.push({ at, word });
		}
	}
	return crowded.length ? found.concat(namesakes(passage, names, found, crowded)) : found;
}

interface Near {
	/** Ids of the words of names around a place. */
	readonly words: ReadonlySet<number>;
	/** The first letters of initials there, in small letters. */
	readonly initials: string;
}

function nearAt(passage: Passage, at: number): Near {
	const words = new Set<number>();
	let initials = '';
	for (let i = Math.max(0, at - nearby); i < Math.min(passage.count, at + nearby); i++) {
		if (i !== at) for (const word of passage.reading(i)?.words ?? []) words.add(word);
		initials += passage.initial(i)?.charAt(0).toLowerCase() ?? '';
	}
	return { words, initials };
}

/** Whether more than the surname of a person may stand at a place; always of others. */
function mayBeNear(names: Names, name: number, { words, initials }: Near): boolean {
	const surname = names.surname[name]!;
	if (!surname) return true;
	if (initials !== '' && initials.includes(names.written[name]![0]!.toLowerCase())) return true;
	const first = names.first[name]!;
	for (let i = first; i < first + surname; i++) if (words.has(names.words[i]!)) return true;
	return false;
}

/** Mentions by a surname that many bear, of those whom the text has in full. */
function namesakes(
	passage: Passage,
	names: Names,
	found: readonly Found[],
	crowded: readonly { readonly at: number; readonly word: number }[],
): Found[] {
	const named = new Map<number, Set<number>>();
	for (const { name, certainty } of found) {
		if (certainty !== Certainty.Sure) continue;
		const word = names.words[names.first[name]! + names.anchor[name]!]!;
		const others = named.get(word);
		if (others) others.add(name);
		else named.set(word, new Set([name]));
	}
	return crowded.flatMap(({ at, word }) =>
		[...(named.get(word) ?? [])].flatMap((name) => nameAt(passage, names, name, at) ?? []),
	);
}

function nameAt(passage: Passage, names: Names, name: number, at: number): Found | undefined {
	const kind = names.kind[name]!;
	const whole = phraseAt(passage, names, name, at - names.anchor[name]!);
	if (kind & Kind.Whole || !(kind & Kind.Person)) return whole;
	if (whole && names.first[name + 1]! - names.first[name]! > 1) return whole;
	const person = personAt(passage, names, name, at);
	if (!person) return undefined;
	const { first, how, certainty } = person;
	const last = person.last + suffixAfter(passage, person.last);
	return { name, first, last, start: passage.start(first), end: passage.end(last), how, certainty };
}

/** The name as a sequence of words from word `first` of the text on. */
function phraseAt(passage: Passage, names: Names, name: number, first: number): Found | undefined {
	const from = names.first[name]!;
	const length = names.first[name + 1]! - from;
	if (first < 0 || first + length > passage.count) return undefined;
	let forms = Form.Base | Form.Singular | Form.Plural | Form.Compound | Form.Derived;
	let capitals = 0;
	for (let i = 0; i < length; i++) {
		const form = passage.form(first + i, names.words[from + i]!);
		if (!form || (i > 0 && !gapsAgree(names.gaps[from + i]!, passage.gap(first + i)))) return undefined;
		forms &= form;
		if (names.capitals[from + i] && passage.capitalised(first + i)) capitals++;
	}
	const kind = names.kind[name]!;
	if (!(kind & Kind.Adjective) && !isWrittenAsName(passage, names, name, first, forms, capitals)) return undefined;
	if (kind & Kind.Adjective && !(forms & Form.Singular) && passage.gap(first + length) !== Gap.Hyphen) return undefined;
	const last = first + length - 1;
	const start = passage.start(first);
	const end = passage.end(last);
	const tail = kind & Kind.Tail ? tailOf(names.written[name]!) : '';
	const stop = tail && alikeQuotes(passage.text.slice(end, end + tail.length)) === alikeQuotes(tail) ? tail.length : 0;
	const suffix = suffixAfter(passage, last);
	return {
		name,
		first,
		last: last + suffix,
		start,
		end: suffix ? passage.end(last + suffix) : end + stop,
		how: isDerived(passage, names, name, first, forms) ? 'adjective' : howOf(kind, (forms & Form.Base) !== 0),
		certainty: Certainty.Sure,
	};
}

/** АҚШ-тың, Lake Centre-in: 1 where a hyphen joins suffixes to a name, in the languages that have them; else 0. */
function suffixAfter(passage: Passage, last: number): number {
	const next = last + 1;
	if (!passage.takesSuffixes || passage.gap(next) !== Gap.Hyphen || passage.start(next) - passage.end(last) !== 1)
		return 0;
	return !passage.capitalised(next) && isSuffixChain(fold(passage.word(next))) ? 1 : 0;
}

/** What a name has after its last word: a full stop, ’s. */
function tailOf(name: string): string {
	const { count, ends } = tokenise(name);
	return name.slice(ends[count - 1]);
}

function alikeQuotes(text: string): string {
	return text.replace(/[‘’ʼ]/g, "'");
}

function gapsAgree(name: Gap, text: Gap): boolean {
	if (text === name || text === Gap.Space || text === Gap.Hyphen) return name !== Gap.Comma || text === name;
	return text === Gap.Quote && name === Gap.Space;
}

/** Names have capitals; long Russian ones may lose them: «министерство инвестиций, промышленности и торговли». */
const longEnough = 4;

function isWrittenAsName(
	passage: Passage,
	names: Names,
	name: number,
	first: number,
	forms: number,
	capitals: number,
): boolean {
	const length = names.first[name + 1]! - names.first[name]!;
	if (names.kind[name]! & Kind.Exact) return true;
	if (length > 1) {
		if (capitals || (length >= longEnough && /[а-я]/.test(passage.word(first)))) return true;
		const from = names.first[name]!;
		for (let i = 0; i < length; i++) if (names.capitals[from + i]) return false;
		return true;
	}
	if (!(forms & Form.Singular)) return false;
	if (!passage.capitalised(first)) {
		const isState = names.actors[names.actor[name]!]!.type === 'state' && names.written[name]!.length >= longEnough;
		return isState && passage.takesSuffixes && isDerived(passage, names, name, first, forms);
	}
	if (names.kind[name]! & Kind.Acronym) return true;
	if (isAdjectiveBefore(passage, names.written[name]!, first)) return false;
	if (isDirectionBefore(passage, first)) return false;
	return !isCommonWord(passage, first);
}

/** Whether a state or place is meant by a word made from its name: türkiyəli, тоҷикистонӣ. */
function isDerived(passage: Passage, names: Names, name: number, first: number, forms: number): boolean {
	if (names.kind[name]! & (Kind.Person | Kind.Acronym | Kind.Exact)) return false;
	if (forms & Form.Derived) return true;
	return !(forms & Form.Base) && passage.takesSuffixes && passage.word(first).endsWith('ӣ');
}

/** «Демократическая» is a party's short name, but not in «Демократическая молодёжь». */
function isAdjectiveBefore(passage: Passage, written: string, at: number): boolean {
	if (!/(?:[сц]к|н|ов|ев)(?:[иы]й|ая|яя|[оеыи]е)$/.test(written) || passage.gap(at + 1) !== Gap.Space) return false;
	return !passage.capitalised(at + 1);
}

/** «West» is Mr West, but not in «West German» and «West Bank». */
function isDirectionBefore(passage: Passage, at: number): boolean {
	if (passage.gap(at + 1) !== Gap.Space || !passage.capitalised(at + 1)) return false;
	return /^(?:north|south|east|west)$/i.test(passage.word(at));
}

function howOf(kind: number, base: boolean): MentionHow {
	if (kind & Kind.Adjective) return 'adjective';
	if (kind & Kind.Acronym) return 'acronym';
	if (!base) return 'inflected';
	return kind & Kind.Alias ? 'alias' : 'full';
}
