// The catalogue's names as sequences of words, found by one word each: the rarest of a name, of a person's the surname.
import type { Steps } from '../steps';
import { derivedAdjectives } from './adjectives-ru';
import type { Actor, Catalogue } from './model';
import type { NameLists } from './name-lists';
import { soundKey } from './sound';
import { fold, Gap, gapBefore, isAllCapitals, isCapitalised, type Tokens, tokenise } from './tokens';
import { derivedNames } from './variants-ru';
import { Change, Vocabulary } from './vocabulary';

/** What a name is; bits. */
export enum Kind {
	Person = 1,
	Adjective = 2,
	Acronym = 4,
	/** Not the first name of its language. */
	Alias = 8,
	/** The name ends with more than a word (`U.S.`, `Christie’s`), and so does the mention where the text has it. */
	Tail = 16,
	/** Case and form as written. */
	Exact = 32,
	/** A person's name that has no surname to be found by: «Александр II», «Ким Чен Ын». */
	Whole = 64,
	/** Not in the catalogue, but made from a name there. */
	Derived = 128,
}

/** What names use a word for; bits. */
export enum Use {
	/** A given name of a person. */
	Given = 1,
	/** The last word of something that is no person. */
	Thing = 2,
	/** A surname. */
	Surname = 4,
}

/** Names with more words are left out. */
const longestName = 30;

/** All names. Lists by name, and by word of a name from `first[name]` to `first[name + 1]`. */
export interface Names {
	readonly vocabulary: Vocabulary;
	/** By actor's number. */
	readonly actors: readonly Actor[];
	readonly count: number;
	readonly first: Int32Array;
	readonly actor: Int32Array;
	readonly kind: Uint8Array;
	/** The name as the catalogue has it. */
	readonly written: readonly string[];
	/** Of a person: where the surname begins, from the name's first word. Of others: 0. */
	readonly surname: Uint8Array;
	readonly words: Int32Array;
	/** By word of a name: what stands before it. */
	readonly gaps: Uint8Array;
	/** By word of a name: whether it is written with a capital. */
	readonly capitals: Uint8Array;
	/** By word: the first name that is found by it, or -1. */
	readonly found: Int32Array;
	/** By name: the next that is found by the same word, or -1. */
	readonly next: Int32Array;
	/** By name: which of its words it is found by. */
	readonly anchor: Uint8Array;
	/** By word: bits of `Use`. */
	readonly uses: Uint8Array;
	/** By the sound of the surname: a person's name, or none. */
	readonly sounds: ReadonlyMap<string, number>;
	/** By name: the next whose surname sounds the same, or -1. */
	readonly nextSound: Int32Array;
	/** By actor: its first name. One more than there are actors. */
	readonly named: Int32Array;
}

interface Lists {
	readonly first: number[];
	readonly actor: number[];
	readonly kind: number[];
	readonly written: string[];
	readonly surname: number[];
	readonly words: number[];
	readonly gaps: number[];
	readonly capitals: number[];
}

/** Actors in one step of compiling: some 5 ms. */
const actorsInStep = 200;
const namesInStep = 2000;

/** Compiles a catalogue's names, in time and memory linear in their length. */
export function* compileNames(catalogue: Catalogue, lists: NameLists): Steps<Names> {
	const compiler = new Compiler(lists);
	const actors = [...catalogue.actors.values()];
	for (const [index, actor] of actors.entries()) {
		if (index % actorsInStep === 0) yield;
		compiler.addActor(actor, index);
	}
	return yield* compiler.finish(actors);
}

class Compiler {
	readonly #known: NameLists;
	readonly #vocabulary = new Vocabulary();
	readonly #ids = new Map<string, number>();
	readonly #named: number[] = [];
	/** The names of the actor at hand, as words and gaps. */
	readonly #own = new Set<string>();
	readonly #lists: Lists = {
		first: [],
		actor: [],
		kind: [],
		written: [],
		surname: [],
		words: [],
		gaps: [],
		capitals: [],
	};

	constructor(known: NameLists) {
		this.#known = known;
	}

	addActor(actor: Actor, index: number): void {
		this.#named.push(this.#lists.first.length);
		this.#own.clear();
		const person = actor.type === 'person' ? Kind.Person : 0;
		for (const [language, names] of Object.entries(actor.names)) {
			names.forEach((name, i) => {
				this.#add(name, language, actor, index, person | (i ? Kind.Alias : 0));
			});
		}
		for (const [language, names] of Object.entries(actor.adjectives ?? {}))
			for (const name of names) this.#add(name, language, actor, index, Kind.Adjective);
		if (actor.exact) return;
		const others = derivedNames(actor, this.#known);
		for (const name of others) this.#add(name, 'ru', actor, index, Kind.Derived | Kind.Alias);
		if (actor.adjectives?.ru) return;
		for (const name of derivedAdjectives(actor, others, this.#known))
			this.#add(name, 'ru', actor, index, Kind.Derived | Kind.Adjective);
	}

	#add(name: string, language: string, actor: Actor, index: number, flags: number): void {
		const tokens = tokenise(name);
		const { count, starts, ends } = tokens;
		if (count === 0 || count > longestName) return;
		const lists = this.#lists;
		const at = lists.words.length;
		if (count === 1 && /^\p{N}+$/u.test(name)) return;
		let kind = flags | (ends[count - 1]! < name.length ? Kind.Tail : 0) | (actor.exact ? Kind.Exact : 0);
		for (let i = 0; i < count; i++) {
			const word = name.slice(starts[i], ends[i]);
			const change = changeOf(word, language, actor, kind, i === count - 1);
			if ((change === Change.Acronym || change === Change.OwnAcronym) && count === 1) kind |= Kind.Acronym;
			lists.words.push(this.#idOf(word, change));
			lists.gaps.push(gapBefore(tokens, i));
			lists.capitals.push(isCapitalised(name, starts[i]!) ? 1 : 0);
		}
		if (kind & Kind.Person && isWhole(tokens)) kind |= Kind.Whole;
		if (this.#isAgain(at, kind)) {
			lists.words.length = lists.gaps.length = lists.capitals.length = at;
			return;
		}
		lists.first.push(at);
		lists.actor.push(index);
		lists.kind.push(kind);
		lists.written.push(name);
		lists.surname.push(kind & Kind.Person && !(kind & Kind.Whole) ? surnameOf(tokens, lists.gaps, at) : 0);
	}

	#idOf(word: string, change: Change): number {
		const key = change + word;
		let id = this.#ids.get(key);
		if (id === undefined) {
			id = this.#vocabulary.add(word, change);
			this.#ids.set(key, id);
		}
		return id;
	}

	/** Whether an earlier name of the same actor has the very words that were added from `at`; notes them. */
	#isAgain(at: number, kind: number): boolean {
		const { words, gaps } = this.#lists;
		const key = `${kind & (Kind.Adjective | Kind.Tail)}:${words.slice(at)}:${gaps.slice(at + 1)}`;
		if (this.#own.has(key)) return true;
		this.#own.add(key);
		return false;
	}

	*finish(actors: readonly Actor[]): Steps<Names> {
		const lists = this.#lists;
		const count = lists.first.length;
		const first = Int32Array.from([...lists.first, lists.words.length]);
		const counts = new Int32Array(this.#vocabulary.size);
		for (const word of lists.words) counts[word]!++;
		const found = new Int32Array(this.#vocabulary.size).fill(-1);
		const next = new Int32Array(count);
		const anchor = new Uint8Array(count);
		for (let name = count - 1; name >= 0; name--) {
			let best = first[name]! + lists.surname[name]!;
			if (!(lists.kind[name]! & Kind.Person) || lists.kind[name]! & Kind.Whole) {
				for (let i = best + 1; i < first[name + 1]!; i++)
					if (counts[lists.words[i]!]! < counts[lists.words[best]!]!) best = i;
			}
			anchor[name] = best - first[name]!;
			next[name] = found[lists.words[best]!]!;
			found[lists.words[best]!] = name;
		}
		yield;
		const bySound = yield* this.#bySound(count);
		return {
			vocabulary: this.#vocabulary,
			actors,
			count,
			first,
			actor: Int32Array.from(lists.actor),
			kind: Uint8Array.from(lists.kind),
			written: lists.written,
			surname: Uint8Array.from(lists.surname),
			words: Int32Array.from(lists.words),
			gaps: Uint8Array.from(lists.gaps),
			capitals: Uint8Array.from(lists.capitals),
			found,
			next,
			anchor,
			uses: this.#uses(first, count),
			...bySound,
			named: Int32Array.from([...this.#named, count]),
		};
	}

	*#bySound(count: number): Steps<Pick<Names, 'sounds' | 'nextSound'>> {
		const { written, surname } = this.#lists;
		const sounds = new Map<string, number>();
		const nextSound = new Int32Array(count);
		for (let name = count - 1; name >= 0; name--) {
			if (name % namesInStep === 0) yield;
			if (!surname[name]) continue;
			const key = soundKey(fold(written[name]!.slice(written[name]!.search(/[^\s-]+$/))));
			nextSound[name] = sounds.get(key) ?? -1;
			sounds.set(key, name);
		}
		return { sounds, nextSound };
	}

	#uses(first: Int32Array, count: number): Uint8Array {
		const { kind, words, surname } = this.#lists;
		const uses = new Uint8Array(this.#vocabulary.size);
		for (let name = 0; name < count; name++) {
			const end = first[name + 1]!;
			if (!(kind[name]! & Kind.Person)) uses[words[end - 1]!]! |= Use.Thing;
			else if (!(kind[name]! & Kind.Whole)) {
				uses[words[end - 1]!]! |= Use.Surname;
				for (let i = first[name]!; i < first[name]! + surname[name]!; i++) uses[words[i]!]! |= Use.Given;
			}
		}
		return uses;
	}
}

/** All-capital words up to this length are acronyms; longer ones are names in capitals. */
const longestAcronym = 5;

function changeOf(word: string, language: string, actor: Actor, kind: number, last: boolean): Change {
	if (kind & Kind.Exact) return Change.Exact;
	if (kind & Kind.Adjective) return language === 'ru' && last ? Change.Adjective : Change.None;
	if (/\p{N}/u.test(word)) return Change.None;
	if (word.length > 1 && word.length <= longestAcronym && isAllCapitals(word, 0, word.length))
		return language === 'ru' || language === 'en' ? Change.Acronym : Change.OwnAcronym;
	if (actor.invariable || language === 'en') return Change.None;
	if (language === 'ru') return /[а-яё]/i.test(word) ? Change.Russian : Change.None;
	if (last || kind & Kind.Person) return Change.Suffixes;
	return isCapitalised(word, 0) ? Change.Genitive : Change.None;
}

/** Words that belong to the surname after them. */
const particles = /^(?:фон|дер|ван|ден|де|да|ди|ла|ль|аль|эль|бен|бин|ибн|von|van|der|den|de|da|di|la|al|el|bin|ben)$/i;

/** Where the surname begins: at the last word, with what a hyphen or a particle joins to it. */
function surnameOf(tokens: Tokens, gaps: readonly number[], at: number): number {
	let first = tokens.count - 1;
	while (first > 1 && (gaps[at + first] === Gap.Hyphen || particles.test(wordOf(tokens, first - 1)))) first--;
	return first;
}

/** Names without a surname at the end: rulers with numbers, and those of several syllables, surname first. */
function isWhole(tokens: Tokens): boolean {
	const last = wordOf(tokens, tokens.count - 1);
	if (last.length === 1 || /^[IVX]+$/.test(last)) return true;
	if (tokens.count < 3) return false;
	for (let i = 0; i < tokens.count; i++) if (wordOf(tokens, i).length > longestSyllable) return false;
	return true;
}

/** Longest word of a Korean, Burmese or Chinese name that is written syllable by syllable. */
const longestSyllable = 4;

function wordOf({ text, starts, ends }: Tokens, index: number): string {
	return text.slice(starts[index], ends[index]);
}
