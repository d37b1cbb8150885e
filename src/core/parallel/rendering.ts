// Where a passage stands in its translation: the words there that say what it says, found by what its own words and the
// words around it can be in the other language.
import type { Language } from '../seed/model';
import type { Span } from '../text/span';
import type { Lexicon } from './lexicon';
import { findMatches } from './matches';
import type { Segment } from './segments';
import { readVocabulary, type Term, type Vocabulary } from './vocabulary';

/** A text of which a stretch is looked at: a paragraph, or linked ones that follow each other. Offsets are into `text`. */
export interface Stretch {
	readonly text: string;
	readonly language: Language;
	readonly span: Span;
}

export interface Rendering extends Span {
	/** 0 to 1: how much of what the passage says was found there. */
	readonly score: number;
}

/** A word or number with its place, and the terms it holds. */
interface Word extends Span {
	readonly terms: readonly number[];
}

interface Text {
	readonly words: readonly Word[];
	readonly vocabulary: Vocabulary;
}

/** Longest stretch looked at, in words. */
const mostWords = 1200;

const word = /\d{1,3}(?: \d{3})+(?!\d)|\d(?:[\d.,:\u00a0\u202f]*\d)?|\p{L}[\p{L}\p{M}\p{N}'’ʻʼ‘´]*/gu;

/** A number is read with the word after it, which may be its magnitude. */
function readWords({ text, language, span }: Stretch, lexicon: Lexicon): Text {
	const places = [...text.slice(span.start, span.end).matchAll(word)].slice(0, mostWords).map((match) => ({
		start: span.start + match.index,
		end: span.start + match.index + match[0].length,
	}));
	const segments = places.map(({ start, end }, at): Segment => {
		const next = /^\d/.test(text.slice(start, end)) ? places[at + 1] : undefined;
		return { paragraph: 0, text: text.slice(start, next?.end ?? end), opens: false };
	});
	const vocabulary = readVocabulary(segments, 1, language, lexicon);
	const words = places.map((place, at) => ({ ...place, terms: vocabulary.segments[at] ?? [] }));
	for (const { start, terms } of words)
		if (
			/^\p{Lu}/u.test(text.slice(start, start + 2)) &&
			!/^$|[.!?:;«»“”"(]\s*$/.test(text.slice(Math.max(span.start, start - 3), start))
		)
			for (const term of terms) vocabulary.terms[term]!.name = true;
	return { words, vocabulary };
}

/** What a word tells; chosen by hand. */
const telling = { number: 2, name: 1.6, word: 1, short: 0.25 };

function weightOf({ number, name, text }: Term): number {
	if (number) return telling.number;
	return name ? telling.name : text.length > 3 ? telling.word : telling.short;
}

/**
 * A word that tells nothing known costs this much, more where order would not put the passage there. These and the costs
 * below were chosen on sixteen passages of the project's own sample pair, where results hardly change around them.
 */
const silent = 0.2;
const misplaced = 0.06;
/** What a length that is twice or half of the usual costs. */
const wrongLength = 1.2;
/** What it costs to begin or end at another sort of break than the passage does, and to hold other breaks. */
const wrongEdge = 0.25;
const wrongInside = 0.35;

/** The breaks before each word and after the last: 0 none, 1 of a clause, 2 of a sentence or the stretch. */
function breaksOf({ text, span }: Stretch, words: readonly Span[]): number[] {
	return [...words, undefined].map((one, at) => {
		const gap = text.slice(words[at - 1]?.end ?? span.start, one?.start ?? span.end);
		const next = one ? text.slice(one.start, one.start + 2) : '';
		if (at === 0 || at === words.length || (/[.!?…]\S*\s/.test(gap) && !/^\p{Ll}/u.test(next))) return 2;
		return /[,;:—–()«»“”„"]/.test(gap) ? 1 : 0;
	});
}

/** How a run of words begins, how it ends, and what breaks it. */
interface Outline {
	readonly first: number;
	readonly last: number;
	readonly inner: number;
}

function outlineOf(breaks: readonly number[], from: number, to: number): Outline {
	return { first: breaks[from]!, last: breaks[to + 1]!, inner: sum(breaks.slice(from + 1, to + 1)) };
}

/** By term of the other text: how much more the passage speaks for it than what stands around the passage does. */
function votes(own: Text, other: Text, passage: Span): number[] {
	const { own: matches } = findMatches(own.vocabulary, other.vocabulary);
	const [inside, outside] = [new Map<number, number>(), new Map<number, number>()];
	for (const { start, end, terms } of own.words) {
		const into = start < passage.end && end > passage.start ? inside : outside;
		for (const term of terms)
			for (const match of matches[term] ?? []) {
				const vote = match.trust * weightOf(own.vocabulary.terms[term]!);
				into.set(match.term, Math.max(into.get(match.term) ?? 0, vote));
			}
	}
	return other.vocabulary.terms.map((_, term) => {
		const [yes, no] = [inside.get(term) ?? 0, outside.get(term) ?? 0];
		return yes && no ? yes * 0.4 : yes - no;
	});
}

/**
 * The stretch of `target` that renders `passage`, a span of `source`'s text within its stretch. By matching words and
 * numbers, then order and length. Undefined where either has no word.
 */
export function findRendering(
	source: Stretch,
	passage: Span,
	target: Stretch,
	lexicon: Lexicon,
): Rendering | undefined {
	const [own, other] = [readWords(source, lexicon), readWords(target, lexicon)];
	const inside = own.words.filter(({ start, end }) => start < passage.end && end > passage.start);
	if (!inside.length || !other.words.length) return undefined;
	if (inside.length === own.words.length) return { ...trim(target, other.words, 0, other.words.length - 1), score: 1 };
	const byTerm = votes(own, other, passage);
	const scale = other.words.length / own.words.length;
	const first = own.words.indexOf(inside[0]!) * scale;
	const usual = Math.max(1, inside.length * scale);
	const gains = other.words.map(({ terms }, at) => {
		const [best, worst] = [Math.max(0, ...terms.map((t) => byTerm[t]!)), Math.min(0, ...terms.map((t) => byTerm[t]!))];
		const away = Math.max(0, first - at, at - (first + usual - 1)) / other.words.length;
		return (best || worst || -silent) - misplaced * Math.min(1, away * 3);
	});
	const at = own.words.indexOf(inside[0]!);
	const model = outlineOf(breaksOf(source, own.words), at, at + inside.length - 1);
	const { from, to } = bestRun(gains, breaksOf(target, other.words), usual, model);
	const most = sum([...new Set(inside.flatMap(({ terms }) => terms))].map((t) => weightOf(own.vocabulary.terms[t]!)));
	const found = sum(
		[...new Set(other.words.slice(from, to + 1).flatMap(({ terms }) => terms))].map((t) => Math.max(0, byTerm[t]!)),
	);
	const span = trim(target, other.words, from, to);
	const stops = /[.!?…]$/.test(source.text.slice(passage.start, passage.end));
	if (stops && span.end < target.span.end && /[.!?…]/.test(target.text[span.end]!)) span.end++;
	return { ...span, score: Math.min(1, found / Math.max(1, most)) };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** The run of words with the greatest sum, as long as runs usually are, and cut out of its sentences as the passage is. */
function bestRun(gains: readonly number[], breaks: readonly number[], usual: number, model: Outline) {
	const longest = Math.ceil(usual * 2.5 + 3);
	let [best, from, to] = [Number.NEGATIVE_INFINITY, 0, 0];
	for (let start = 0; start < gains.length; start++) {
		let [gain, inner] = [0, 0];
		for (let end = start; end < Math.min(gains.length, start + longest); end++) {
			gain += gains[end]!;
			if (end > start) inner += breaks[end]!;
			const edges = Math.abs(breaks[start]! - model.first) + Math.abs(breaks[end + 1]! - model.last);
			const cost =
				wrongLength * Math.abs(Math.log2((end - start + 1.5) / (usual + 0.5))) +
				wrongEdge * edges +
				wrongInside * Math.abs(inner - model.inner);
			if (gain - cost > best) [best, from, to] = [gain - cost, start, end];
		}
	}
	return { from, to };
}

/** From word to word, with the signs of money, per cent and quotation that belong to them. */
function trim({ text, span }: Stretch, words: readonly Word[], from: number, to: number) {
	let [start, end] = [words[from]!.start, words[to]!.end];
	while (start > span.start && /[$€£₽₸₼№]/.test(text[start - 1]!)) start--;
	while (end < span.end && /[%‰$€£₽₸₼]/.test(text[end]!)) end++;
	return { start, end };
}
