// Speakers: who is quoted, where the text names them beside the quotation.
import type { Span } from '../text/span';
import { isAgencyName } from './agencies';
import type { Located, Quotation } from './model';
import { accordingTo, isDocument, isHelper, isSpeech, leadIn, namesNobody, titleEnd } from './speechWords';

/** How far from a quotation its speaker may be named. */
const reach = 400;

/**
 * The speaker of a quotation; `bounds` are those of its paragraphs, `previous` is the quotation before it. Undefined
 * where the text names nobody there, or only says `he`.
 */
export function findSpeaker(text: string, quotation: Span, bounds: Span, previous?: Quotation): Located | undefined {
	const announced = /[:,]\s*[—–-]?\s*$/.exec(
		text.slice(Math.max(bounds.start, quotation.start - 5), quotation.start),
	)?.[0][0];
	if (!announced && isName(text, quotation, bounds.end)) return undefined;
	const tail = clauseAfter(text, { start: quotation.end, end: Math.min(bounds.end, quotation.end + reach) });
	const found = speakerAfter(text, quotation, tail) ?? speakerInside(text, quotation);
	if (found) return found;
	if (announced) {
		const said = previous?.speaker ? previous.end : 0;
		const lead = sentenceBefore(text, {
			start: Math.max(bounds.start, said, quotation.start - reach),
			end: quotation.start,
		});
		const before = announced === ':' ? speakerAnnounced(text, lead) : speakerBefore(text, lead, tail);
		if (before) return before;
	}
	return previous && previous.start >= bounds.start && continues(text, previous, quotation)
		? previous.speaker
		: undefined;
}

/** A title or a name in quotation marks: a few words, not closed like speech, no dash behind. */
function isName(text: string, quotation: Span, end: number): boolean {
	if (quotation.end - quotation.start > 62) return false;
	const inside = text.slice(quotation.start + 1, quotation.end - 1);
	if (/[.,!?…]\s*$/.test(inside) || inside.trim().split(/\s+/).length > 4) return false;
	return !/^\s*,?\s*[—–-]\s/.test(text.slice(quotation.end, Math.min(end, quotation.end + 6)));
}

interface Word extends Span {
	readonly small: string;
}

function wordsOf(text: string, span: Span): Word[] {
	const words: Word[] = [];
	for (const match of text
		.slice(span.start, span.end)
		.matchAll(/[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}’'ʻʼ‘`-]|\.(?=\p{L}))*/gu)) {
		const start = span.start + match.index;
		const small = match[0].toLowerCase().replace(/[’ʻʼ‘`]/g, "'");
		words.push({ start, end: start + match[0].length, small });
	}
	return words;
}

/** `», — сказал X.`: from after the quotation to the end of the clause. */
function clauseAfter(text: string, span: Span): Span {
	const ending = /[!?…;:«"“„]|\.(?<!(?:^|[\s.])\p{Lu}\.)(?=\s|$)|,\s*[—–-]\s/gu;
	const match = ending.exec(text.slice(span.start + 1, span.end));
	return { start: span.start, end: match ? span.start + 1 + match.index : span.end };
}

/** From the start of the sentence in which the quotation stands. */
function sentenceBefore(text: string, span: Span): Span {
	const before = text.slice(span.start, span.end);
	let start = 0;
	for (const match of before.matchAll(/[.!?…»”"]\s+(?=[\p{Lu}«"“—–])/gu)) {
		if (!/(?:^|[\s.])\p{Lu}\.\s*$/u.test(before.slice(0, match.index + 2))) start = match.index + match[0].length;
	}
	start += leadIn.exec(before.slice(start))?.[0].length ?? 0;
	return { start: span.start + start, end: span.end };
}

/** Languages whose verb follows the quotation with nothing between: `"…" dedi`. */
const bareVerb =
	/^(?:dedi|deyib|deyir|deyə|diye|şeklinde|ifadelerini|deb|deya|деп|деді|деди|деб|дея|diýip|diýdi|гуфт)$/;

function speakerAfter(text: string, quotation: Span, tail: Span): Located | undefined {
	const words = wordsOf(text, tail);
	if (words.length === 0) return undefined;
	const closing = text[quotation.end - 2]!;
	const joined = /[,.!?…]/.test(closing) || /^\s*[,—–-]/.test(text.slice(tail.start, tail.end));
	if (!joined && !bareVerb.test(words[0]!.small)) return undefined;
	if (/^\s*\.|^\s*\p{Lu}[^\n]*$/u.test(text.slice(tail.start, tail.end)) && /[.…]/.test(closing)) return undefined;
	return subjectOf(text, words, 12);
}

/** `«Мы рады, — сказал X, — что …»` */
function speakerInside(text: string, quotation: Span): Located | undefined {
	const inserted = /[,!?…]\s*[—–-]\s+([^«»"“”—–]{3,120}?)[,.]\s*[—–-]\s/u.exec(
		text.slice(quotation.start, quotation.end),
	);
	if (!inserted) return undefined;
	const start = quotation.start + inserted.index + inserted[0].indexOf(inserted[1]!);
	return subjectOf(text, wordsOf(text, { start, end: start + inserted[1]!.length }), 4);
}

/** `X said: "…"`, `X: "…"` */
function speakerAnnounced(text: string, lead: Span): Located | undefined {
	const words = wordsOf(text, lead);
	if (words.some((word) => isSpeech(word.small))) return subjectOf(text, words, words.length);
	const headed = words.length > 0 && words.length <= 8 && /\p{Lu}/u.test(text[words[0]!.start]!);
	return headed ? phrase(text, words) : undefined;
}

/** `According to X, "…"`, `Как отметил X, «…»`, `X, "…" dedi` */
function speakerBefore(text: string, lead: Span, tail: Span): Located | undefined {
	const according = accordingTo.exec(text.slice(lead.start, lead.end));
	if (according) {
		const start = lead.start + according.index + according[0].length;
		return phrase(text, wordsOf(text, { start, end: lead.end }));
	}
	const words = wordsOf(text, lead);
	if (/^(?:как|as)$/.test(words[0]?.small ?? '')) return subjectOf(text, words.slice(1), words.length);
	const after = wordsOf(text, tail)[0];
	return after && bareVerb.test(after.small) ? phrase(text, words) : undefined;
}

/** The subject of the clause's verb of speaking, looked for among its first `within` words. */
function subjectOf(text: string, words: readonly Word[], within: number): Located | undefined {
	const verb = words.findIndex((word) => isSpeech(word.small));
	if (verb < 0 || verb > within) return undefined;
	let next = verb + 1;
	while (next < words.length && (isHelper(words[next]!.small) || isSpeech(words[next]!.small))) next++;
	return phrase(text, words.slice(0, verb)) ?? phrase(text, words.slice(next)) ?? closingName(text, words.slice(next));
}

const longestPhrase = 120;

/** The words as a speaker: up to the first comma, without what says when and where; undefined where they name nobody. */
function phrase(text: string, words: readonly Word[]): Located | undefined {
	let first = 0;
	while (first < words.length && isPassedOver(text, words[first]!, first < words.length - 1)) first++;
	const opening = words[first];
	if (!opening || (namesNobody(opening.small) && !isInitial(text, opening))) return undefined;
	let last = words.length - 1;
	while (last > first && isSpeech(words[last]!.small)) last--;
	if (words.slice(first, last + 1).some((word) => isDocument(word.small))) return undefined;
	const { start } = opening;
	const whole = text.slice(start, words[last]!.end);
	const named = whole.replace(/\s*[,(—–:].*$/su, '').replace(titleEnd, '');
	if (named.length < 2 || named.length > longestPhrase) return undefined;
	return { start, end: start + named.length, text: named };
}

const isInitial = (text: string, word: Span) =>
	word.end - word.start === 1 && /^\p{Lu}\./u.test(text.slice(word.start, word.end + 1));

/** Particles, auxiliaries, and the agency that was told: `сказал Trend политолог …`. */
function isPassedOver(text: string, word: Word, moreFollows: boolean): boolean {
	if (isHelper(word.small) || isSpeech(word.small)) return true;
	return moreFollows && isAgencyName(text.slice(word.start, word.end));
}

/** `отметил в беседе с изданием политолог Имя Фамилия`: the name that closes the clause. */
function closingName(text: string, words: readonly Word[]): Located | undefined {
	let first = words.length;
	while (first > 0 && /\p{Lu}/u.test(text[words[first - 1]!.start]!)) first--;
	return words.length - first >= 2 ? phrase(text, words.slice(first)) : undefined;
}

/** `"…," X said. "…"`: nothing but the words about the speaker stands between. */
function continues(text: string, previous: Quotation, quotation: Span): boolean {
	const { speaker } = previous;
	if (!speaker || speaker.start < previous.end || speaker.end > quotation.start) return false;
	return /^[\s.,—–-]*$/.test(text.slice(speaker.end, quotation.start).replace(/\p{L}+/u, ''));
}
