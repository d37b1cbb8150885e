// Datelines: the place, day and agency that open an agency's story, in the forms the region's agencies use.
import type { Span } from '../text/span';
import { agencyLength, isPersonName } from './agencies';

/** What opens a story, read apart. Offsets are into the paragraph given; the span ends where the story begins. */
export interface Dateline extends Span {
	/** `БАКУ`, `BAKU, Azerbaijan`: the place as written. */
	readonly place: Span;
	/** `Trend` of `/Trend/`, without slashes and brackets. */
	readonly agency: Span | undefined;
	/** The correspondent, where one is named beside the agency. */
	readonly author: Span | undefined;
}

/**
 * The forms, the surest first, over a paragraph's shape: one sign for each token. `C` a word in capitals, `W` a
 * capitalised one, `w` any other; `A` an agency; `M` month, `D` day, `Y` year, `F` a whole date in figures, `T` a
 * clock; `-` hyphen or short dash, `=` long dash; `q` a quotation mark; a space and other signs stand for themselves.
 */
const place = '(?<place>[CW](?:[ -][CW]){0,4}(?:, [CW](?:[ -][CW]){0,3})?)';
const capitals = 'C(?:[ -]C){0,3}';
const sure = `(?<place>${capitals}(?:, [CW](?: [CW])?)?|[CW](?:[ -][CW])?, [CW](?: [CW])?)`;
const when = '(?:M D(?:,? Y)?|D[ -]M(?:,? Y(?:[- ]?w[.]?)?)?|F)';
const dash = '(?: ?[-=])';
const slashed = `/ ?(?<slashed>[^/]{1,12}?) ?/(?=[.,:]|$|${dash})|/ ?(?<known>[^/]{0,8}A[^/]{0,8}) ?/`;
const bracketed = '[(](?<bracketed>[^()]{0,8}A[^()]{0,8})[)]';
const forms = [
	`${place}(?:[.,]? ${when})?[.,]? ?(?:${slashed}|${bracketed})[.,:]?${dash}?`,
	`(?:T, ${when}, )?${place}(?:[.,]? ${when}[.,]?(?:${dash}|,| /)? ?|${dash} ?)(?<named>A)(?: ?, (?<writer>[CW](?: [CW]){1,2})(?=[.:]|${dash}|$))?[/.:,]*${dash}?`,
	`${place}[.,] (?<named>A)(?:[/.:]+${dash}?|${dash}|(?= [CW]))`,
	`${sure}[.,]? ${when}(?:[.:]|,?${dash}|$)`,
	`(?<place>${capitals}(?:, [CW])?) [-=](?= q?[CWMDY])`,
].map((form) => new RegExp(`^${form}`, 'd'));

/** A place in capitals that nothing but a dash marks must be longer than most acronyms. */
const shortestBare = 4;

/** The dateline that begins a paragraph, or undefined. White space after its last sign belongs to it. */
export function readDateline(paragraph: string): Dateline | undefined {
	if (!/^(?!By\s)[\p{Lu}\d]/u.test(paragraph)) return undefined;
	const tokens = tokensOf(paragraph.slice(0, longest));
	const shape = tokens.map((token) => token.sign).join('');
	for (const form of forms) {
		const indices = form.exec(shape)?.indices;
		if (!indices) continue;
		const spanOf = ([from, to]: readonly [number, number]): Span => ({
			start: tokens[from]!.start,
			end: tokens[to - 1]!.end,
		});
		const found = indices.groups!;
		const where = spanOf(found.place!);
		if (form === forms[4] && where.end - where.start < shortestBare) return undefined;
		const credit = found.slashed ?? found.known ?? found.bracketed ?? found.named;
		const parts = credit ? readCredit(paragraph, tokens.slice(...credit)) : nobody;
		const author = found.writer ? spanOf(found.writer) : parts.author;
		return { start: 0, end: storyStart(paragraph, tokens[indices[0]![1] - 1]!.end), place: where, ...parts, author };
	}
	return undefined;
}

/** Far more than any dateline takes. */
const longest = 200;

const nobody = { agency: undefined, author: undefined };

function storyStart(text: string, from: number): number {
	let end = from;
	while (end < text.length && /\s/.test(text[end]!)) end++;
	return end;
}

interface Token extends Span {
	readonly sign: string;
}

const tokenPattern =
	/(?<T>\d{1,2}:\d{2})|(?<F>\d{1,2}[./]\d{1,2}[./]\d{2,4})|(?<D>\d{1,2}(?:st|nd|rd|th|-(?:го|е|ое|шы|ші|чы|чи|nji|njy|ji|jı|inci|ci))?(?!\d))|(?<Y>\d{4}(?!\d))|(?<word>\p{L}[\p{L}\p{M}]*(?:[’'ʻʼ‘`]\p{L}+)*)|(?<q>[«»“”„"])|(?<dash>--+|[–—―])|(?<space>\s+)|(?<other>.)/suy;

/** Up to the first small word, unless a day or a bracket came before it: no form goes on behind one. */
function tokensOf(text: string): Token[] {
	const tokens: Token[] = [];
	let maySayMore = false;
	for (let start = 0; start < text.length; ) {
		const agency = /[\p{L}\d]/u.test(text[start]!) ? agencyLength(text, start) : 0;
		tokenPattern.lastIndex = start;
		const found = agency > 0 ? undefined : tokenPattern.exec(text)!;
		const end = start + (found?.[0].length ?? agency);
		const sign = found ? signOf(found.groups!, tokens, text, end) : 'A';
		tokens.push({ start, end, sign });
		maySayMore ||= '/(DFYT'.includes(sign);
		if (sign === 'w' && !maySayMore) break;
		start = end;
	}
	return tokens;
}

function signOf(found: Partial<Record<string, string>>, before: readonly Token[], text: string, end: number): string {
	if (found.word) return isMonth(found.word) && besideNumber(before, text, end) ? 'M' : wordSign(found.word);
	if (found.dash) return '=';
	if (found.space) return ' ';
	if (found.other) return found.other.length === 1 ? found.other : '?';
	return ['T', 'F', 'D', 'Y', 'q'].find((name) => found[name])!;
}

function wordSign(word: string): string {
	if (!/^\p{Lu}/u.test(word)) return 'w';
	return word.length > 1 && word === word.toUpperCase() ? 'C' : 'W';
}

function besideNumber(before: readonly Token[], text: string, end: number): boolean {
	return before.at(-2)?.sign === 'D' || /^[.]? \d/.test(text.slice(end, end + 3));
}

/** Beginnings of the months in the nine languages, in full, cut short or inflected. */
const months = new RegExp(
	`^(?:${[
		'янв фев мар апр май мая мае июн июл авг сен окт ноя дек қаң ақп нау сәу мам мау шіл там қыр қаз қар жел',
		'yan fev mar apr may iyun iyul avq avg sen okt noy dek jan feb jun jul aug sep oct nov ýan few awg iýun iýul maý',
		'oca şub nis haz tem ağu eyl eki kas ara үчт бирд жалг чын бугу кулж теке баш аяк тогуз жети беш',
	]
		.join('|')
		.replaceAll(' ', '|')})`,
);

const isMonth = (word: string) => word.length <= 11 && months.test(word.toLowerCase());

/** Parts `Имя Фамилия – Кабар`, `АМИТ «Ховар», Имя Фамилия`, `Корр. ТАСС Имя Фамилия` into agency and author. */
function readCredit(text: string, tokens: readonly Token[]): Pick<Dateline, 'agency' | 'author'> {
	const whole = { start: tokens[0]!.start, end: tokens.at(-1)!.end };
	const at = tokens.findIndex((token) => token.sign === 'A');
	if (at < 0)
		return isPersonName(text.slice(whole.start, whole.end))
			? { ...nobody, author: whole }
			: { ...nobody, agency: whole };
	const shape = tokens.map((token) => token.sign).join('');
	const person = /(?<![CW] )[CW](?: [CW]){1,2}/.exec(shape);
	const first = person && tokens[person.index]!;
	const last = person && tokens[person.index + person[0].length - 1]!;
	const { start, end } = tokens[at]!;
	return { agency: { start, end }, author: first && last ? { start: first.start, end: last.end } : undefined };
}
