// Which words of one text can be which words of the other: same numbers, same spelling, same meaning, same sound.
import { soundsLike } from './skeleton';
import { soundOf, type Term, type Vocabulary } from './vocabulary';

/** A term of the other text that can stand for one of this; an index into the other vocabulary's terms. */
export interface Match {
	readonly term: number;
	/** 0 to 1: how likely one appears where the other does. */
	readonly trust: number;
}

/** Matches by term of the one text and by term of the other: the same pairs from either side. */
export interface Matches {
	readonly own: readonly (readonly Match[])[];
	readonly other: readonly (readonly Match[])[];
}

/** How far each kind of match is trusted, chosen by hand, checked on NTREX articles. */
export const trust = { number: 0.85, spelling: 0.85, meaning: 0.7, sound: 0.9, leastSound: 0.68, plainSound: 0.76 };

/** Words that this many of the other side share a key with tell nothing and cost time. */
const mostPerKey = 24;

function index(vocabulary: Vocabulary, keysOf: (term: Term) => readonly string[]): Map<string, number[]> {
	const byKey = new Map<string, number[]>();
	vocabulary.terms.forEach((term, at) => {
		for (const key of keysOf(term)) {
			const list = byKey.get(key);
			if (list) list.push(at);
			else byKey.set(key, [at]);
		}
	});
	return byKey;
}

function spelledAlike(source: Term, target: Term): number {
	if (source.number !== target.number) return 0;
	if (source.number) return source.text.length > 1 ? trust.number : trust.number * 0.7;
	const telling = source.text.length >= 4 || source.name || target.name || /\d/.test(source.text);
	return telling && source.text.length > 1 ? trust.spelling : 0;
}

/** Cognates and transcribed names. Names need less likeness than plain words. */
function soundAlike(source: Term, target: Term, a: Vocabulary, b: Vocabulary): number {
	const [x, y] = [soundOf(source, a.language), soundOf(target, b.language)];
	const names = source.name && target.name;
	if (!names && Math.min(x.consonants, y.consonants) < 3) return 0;
	const least = names ? trust.leastSound : trust.plainSound;
	const likeness = soundsLike(x, y, least);
	if (likeness < least) return 0;
	return (
		trust.sound *
		(0.5 + (0.5 * (likeness - least)) / (1 - least)) *
		(names ? 1 : source.name || target.name ? 0.85 : 0.8)
	);
}

/** All matches of two texts; of two ways to match, the surer one counts. */
export function findMatches(a: Vocabulary, b: Vocabulary): Matches {
	const bySpelling = index(b, (term) => (/[\u0400-\u04ff]/.test(term.text) ? [] : [term.text]));
	const byMeaning = index(b, (term) => term.concepts);
	const bySound = index(b, (term) => (term.number ? [] : [soundOf(term, b.language).bucket]));
	const other: Match[][] = b.terms.map(() => []);
	const own = a.terms.map((term, at) => {
		const found = new Map<number, number>();
		const add = (target: number, value: number) => {
			if (value > (found.get(target) ?? 0)) found.set(target, value);
		};
		for (const target of bySpelling.get(term.text) ?? []) add(target, spelledAlike(term, b.terms[target]!));
		for (const concept of term.concepts) {
			const targets = byMeaning.get(concept) ?? [];
			if (targets.length > mostPerKey) continue;
			for (const target of targets) add(target, trust.meaning * term.sure * b.terms[target]!.sure);
		}
		const bucket = term.number || (found.size > 0 && !term.name) ? '' : soundOf(term, a.language).bucket;
		for (const target of (bucket && bySound.get(bucket)) || [])
			if (!found.has(target)) add(target, soundAlike(term, b.terms[target]!, a, b));
		for (const [target, value] of found) other[target]!.push({ term: at, trust: value });
		return [...found].map(([target, value]) => ({ term: target, trust: value }));
	});
	return { own, other };
}

/** The same matches from the other side. */
export function turn({ own, other }: Matches): Matches {
	return { own: other, other: own };
}
