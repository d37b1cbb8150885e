// Datelines: the place, day and agency that open an agency's story, in the forms the region's agencies use.
import type { Span } from '../text/span';
import { agencyPattern, isPersonName, personPattern } from './agencies';

/** What opens a story, read apart. Offsets are into the paragraph given; the span ends where the story begins. */
export interface Dateline extends Span {
	/** `БАКУ`, `BAKU, Azerbaijan`: the place as written. */
	readonly place: Span;
	/** `Trend` of `/Trend/`, without slashes and brackets. */
	readonly agency: Span | undefined;
	/** The correspondent, where one is named beside the agency. */
	readonly author: Span | undefined;
}

/** Beginnings of the months in the nine languages, in full, cut short or inflected. */
const monthBeginnings = [
	...'янв фев мар апр май мая мае мая июн июл авг сен окт ноя дек қаң ақп нау сәу мам мау шіл там қыр қаз қар жел'.split(' '),
	...'yan fev mar apr may iyun iyul avq avg sen okt noy dek jan feb jun jul aug sep oct nov ýan few awg iýun iýul maý'.split(' '),
	...'oca şub nis haz tem ağu eyl eki kas ara үчт бирд жалг чын бугу кулж теке баш аяк тогуз жети беш'.split(' '),
];
const months = monthBeginnings.flatMap((name) => [name, name[0]!.toUpperCase() + name.slice(1)]).join('|');
const month = `(?:${months})\\p{L}{0,8}\\.?`;
const day = '\\d{1,2}(?:st|nd|rd|th|-?\\p{L}{1,3})?';
const year = '(?:,? ?\\d{4}(?:[- ]?(?:года?|г|yil|йил|жыл|ж|ýyl)(?!\\p{L})\\.?)?)';
const when = `(?:${month} ${day}${year}?|${day}[ -]${month}${year}?|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4})`;

const letters = "[\\p{L}\\p{M}’'ʻʼ‘`]";
const word = `\\p{Lu}${letters}*(?:-${letters}+)*`;
const capitals = `(?=[\\p{Lu}-]{3})(?:\\p{Lu}|[-’'ʻʼ‘])+(?: (?:\\p{Lu}|[-’'ʻʼ‘]){3,}){0,2}`;
const place = `(?<place>${word}(?: ${word}){0,3}(?:, ${word}(?: ${word}){0,2})?)`;
const sureLocality = `(?<place>${capitals}(?:, ${word}(?: ${word})?)?|${word}(?: ${word})?, ${word}(?: ${word})?)`;
const dash = '(?:—|–|-{1,3}|―)';
const named = `(?<named>${agencyPattern})(?![\\p{L}\\d])(?: ?, (?<writer>${personPattern})(?=[.:]| ?${dash}|$))?`;
const credit = [
	`/ ?(?<slashed>[^/\\n]{2,60}?) ?/(?=[.,:]|$| ?${dash})`,
	`/ ?(?<known>[^/\\n]{0,40}?${agencyPattern}[^/\\n]{0,40}?) ?/`,
	`\\((?<bracketed>[^()\\n]{0,40}?${agencyPattern}[^()\\n]{0,40}?)\\)`,
].join('|');

/** The forms, each whole, the surest first. Without a day or an agency, a place needs capitals and a capital after its dash. */
const forms = [
	`${place}(?:[.,]? ${when})?[.,]? ?(?:${credit})[.,:]?(?: ?${dash})?`,
	`(?:\\d{1,2}:\\d{2}, ${when}, )?${place}(?:[.,]? ${when}[.,]?(?: ?${dash}|,| /)? ?| ?${dash} ?)${named}(?:[/.:,]+|$)?(?: ?${dash})?`,
	`${place}[.,] ${named}(?:[/.:]+| ?${dash}|(?= \\p{Lu}))+`,
	`${sureLocality}[.,]? ${when}(?:[.:]|,? ${dash}|$)`,
	`(?<place>(?=[\\p{Lu}-]{4})${capitals}(?:, ${word})?) ${dash}(?= [«"“]?[\\p{Lu}\\d])`,
].map((form) => new RegExp(`^${form}`, 'du'));

/** Far more than any dateline takes. */
const longest = 200;

/** The dateline that begins a paragraph, or undefined. White space after its last sign belongs to it. */
export function readDateline(paragraph: string): Dateline | undefined {
	const beginning = paragraph.slice(0, longest).replace(/[\u00a0\u202f\t]/g, ' ');
	if (!/^[\p{Lu}\d]/u.test(beginning)) return undefined;
	for (const form of forms) {
		const indices = form.exec(beginning)?.indices;
		if (!indices) continue;
		const found = indices.groups!;
		const whole = found.slashed ?? found.known ?? found.bracketed ?? found.named;
		const parts = whole ? readCredit(beginning, spanOf(whole)) : { agency: undefined, author: undefined };
		return {
			start: 0,
			end: skipWhiteSpace(paragraph, indices[0]![1]),
			place: spanOf(found.place!),
			agency: parts.agency,
			author: found.writer ? spanOf(found.writer) : parts.author,
		};
	}
	return undefined;
}

const spanOf = ([start, end]: readonly [number, number]): Span => ({ start, end });

function skipWhiteSpace(text: string, from: number): number {
	let end = from;
	while (end < text.length && /\s/.test(text[end]!)) end++;
	return end;
}

const anyAgency = new RegExp(`(?<![\\p{L}\\d])${agencyPattern}(?![\\p{L}\\d])`, 'u');
const anyPerson = new RegExp(`(?<![\\p{L}.])${personPattern}(?!\\p{L})`, 'u');

/** Parts `Темур Бандишоев – Кабар`, `АМИТ «Ховар», Темур Бандишоев`, `Корр. ТАСС Иван Петров` into agency and author. */
function readCredit(text: string, whole: Span): Pick<Dateline, 'agency' | 'author'> {
	const written = text.slice(whole.start, whole.end);
	const located = (at: number, length: number): Span => ({ start: whole.start + at, end: whole.start + at + length });
	const agency = anyAgency.exec(written);
	if (!agency) return isPersonName(written) ? { agency: undefined, author: whole } : { agency: whole, author: undefined };
	const rest = written.replace(agency[0], (name) => '|'.repeat(name.length));
	const person = anyPerson.exec(rest);
	return {
		agency: located(agency.index, agency[0].length),
		author: person ? located(person.index, person[0].length) : undefined,
	};
}
