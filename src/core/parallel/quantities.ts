// Quantities that a paragraph names: figures with their magnitude, per cent, sums of money, dates, years, small numbers in words.
import { readDateline } from '../seed/dateline';
import type { Language } from '../seed/model';
import type { Span } from '../text/span';
import { currencyOf, isConverted, isPercent, magnitudeOf, monthOf, spelledNumbers } from './quantity-words';
import { foldWord } from './tokens';

/** `date`: a day of a month. `year`: four figures that can be one. */
export type QuantityKind = 'number' | 'percent' | 'money' | 'date' | 'year';

/** Offsets are into the paragraph; the span includes magnitude, sign and currency where they stand beside the figure. */
export interface Quantity extends Span {
	readonly kind: QuantityKind;
	/** What it can be: `1.200` is two numbers. A date is 100 × month + day. */
	readonly values: readonly number[];
	/** What the last figure written stands for: 1e5 for `1.2 million`. */
	readonly precision: number;
	/** The figures as written, without grouping. */
	readonly digits: string;
	/** Of money; see `currencyOf`. */
	readonly currency: string | undefined;
	/** Tells little: small, spelled out, an ordinal, part of a word, converted between measures. */
	readonly weak: boolean;
	/** Stands in brackets: an aside, often added for one side's readers. */
	readonly aside: boolean;
}

/** Longest paragraph looked at, in UTF-16 units. */
const mostText = 20_000;

const dotted = /(?<![\d.])(?:(\d{1,2})[./](\d{1,2})[./]((?:19|20)\d\d)|((?:19|20)\d\d)-(\d\d)-(\d\d))(?![\d])/gu;
const dayFirst =
	/(?<![\p{L}\d.,:])(\d{1,2})(?:[-–]\d{1,2})?(?:-?(?:st|nd|rd|th|nji|njy|го|е|ое))?[\s\u00a0-]{1,2}(\p{L}{3,12})/gu;
const monthFirst = /(?<![\p{L}\d])(\p{L}{3,12})\.?[\s\u00a0](\d{1,2})(?![\d:%]|[.,]\d)/gu;
const clock = /(?<![\d.,])\d{1,2}:\d{2}(?::\d{2})?(?!\d)/gu;
const figure =
	/(?<![\p{L}\p{N}_#№/+]|[\p{L}][-‑–.’']|\d[.,:])(?:\d{1,3}(?:[.,\s\u00a0\u202f]\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d+(?:[.,]\d+)?)/gu;
const word = /\p{L}[\p{L}\p{M}’ʻʼ‘']*/gu;

/** In text order. */
export function readQuantities(paragraph: string, language: Language): Quantity[] {
	const text = paragraph.slice(0, mostText);
	const opening = Math.max(header.exec(text)?.[0].length ?? 0, datelineEnd(text));
	const found: Quantity[] = [];
	let rest = ' '.repeat(opening) + text.slice(opening);
	const add = (quantity: Quantity) => {
		found.push(quantity);
		rest = rest.slice(0, quantity.start) + ' '.repeat(quantity.end - quantity.start) + rest.slice(quantity.end);
	};
	for (const date of readDates(rest, language)) add(date);
	rest = rest.replace(clock, (time) => ' '.repeat(time.length));
	for (const match of rest.matchAll(figure)) found.push(readFigure(text, match.index, match[0], language));
	for (const match of rest.matchAll(word)) {
		const value = spelledNumbers(language).get(foldWord(match[0], language));
		if (value) found.push(plain(match.index, match[0], value));
	}
	return found.sort((a, b) => a.start - b.start);
}

const header = /^\s*date\s+\d{4}-\d{2}-\d{2}\s*/;
const datelineEnd = (text: string) => {
	const begin = header.exec(text)?.[0].length ?? 0;
	return begin + (readDateline(text.slice(begin))?.end ?? 0);
};

const plain = (start: number, text: string, value: number): Quantity => ({
	...{ kind: 'number', start, end: start + text.length, values: [value], precision: 1, digits: String(value) },
	...{ currency: undefined, weak: true, aside: false },
});

function* readDates(text: string, language: Language): Generator<Quantity> {
	const date = (match: RegExpExecArray, day: number, month: number | undefined): Quantity | undefined =>
		month && month < 13 && day > 0 && day < 32
			? {
					...plain(match.index, match[0], 100 * month + day),
					...{ kind: 'date', weak: false, aside: isAside(text, match.index) },
				}
			: undefined;
	const taken: Quantity[] = [];
	const free = (one: Quantity | undefined): one is Quantity =>
		one !== undefined && taken.every((other) => one.end <= other.start || other.end <= one.start);
	const all = [
		...[...text.matchAll(dotted)].map((m) => date(m, Number(m[1] ?? m[6]), Number(m[2] ?? m[5]))),
		...[...text.matchAll(dayFirst)].map((m) => date(m, Number(m[1]), monthIn(m[2]!))),
		...(language === 'en' || language === 'az'
			? [...text.matchAll(monthFirst)].map((m) => date(m, Number(m[2]), monthIn(m[1]!)))
			: []),
	];
	for (const one of all)
		if (free(one)) {
			taken.push(one);
			yield one;
		}
}

/** `may` in small letters is no month in English, nor the beginning of a word for one. */
function monthIn(name: string): number | undefined {
	return name === 'may' ? undefined : monthOf(name.toLowerCase());
}

const isAside = (text: string, at: number) => {
	const before = text.slice(Math.max(0, at - 60), at);
	return before.lastIndexOf('(') > before.lastIndexOf(')');
};

const currencySign = /(?:(?:US|A|C)?\$|[€£¥₽₸₼₺]|\b(?:USD|EUR))\s?$/u;
const percentBefore = /(?:%|yüzde\s)$/iu;
/** The words after a figure, as far as nothing parts them from it. */
const following = /^(-?)((?:[\s\u00a0-]{0,2}(?:\p{L}[\p{L}\p{M}’ʻʼ‘'.]*|[%$€£¥₽₸₼₺°])){0,4})/u;

function readFigure(text: string, start: number, written: string, language: Language): Quantity {
	const before = text.slice(Math.max(0, start - 8), start);
	const after = text.slice(start + written.length, start + written.length + 60);
	const sign = currencySign.exec(before)?.[0];
	const [, hyphen = '', tail = ''] = following.exec(after) ?? [];
	const words = [...tail.matchAll(/\p{L}[\p{L}\p{M}’ʻʼ‘']*|[%$€£¥₽₸₼₺°]/gu)];
	const folded = words.map(([one]) => foldWord(one, language));
	const factor = magnitudeOf(folded[0] ?? '', language, sign !== undefined);
	const unitsFrom = factor ? 1 : 0;
	const percent = percentBefore.test(before) || isPercent(folded[unitsFrom] ?? '');
	// “20 million US dollars”, “20 млн долларов”: two words of other kinds may come between
	const named = percent ? -1 : folded.findIndex((one, at) => at >= unitsFrom && currencyOf(one) !== undefined);
	const currency = sign ? currencyOf(sign.trim().toLowerCase().slice(-1)) : currencyOf(folded[named] ?? '');
	const attached = /^[-’']?\p{L}/u.test(after) && !factor && !percent && !currency;
	const last = sign ? unitsFrom - 1 : Math.max(unitsFrom - 1, percent ? unitsFrom : named);
	const wordEnd = last >= 0 && words[last] ? hyphen.length + words[last].index + words[last][0].length : 0;
	const values = valuesOf(written).map((value) => value * (factor ?? 1));
	const kind = currency ? 'money' : percent ? 'percent' : isYear(written) && !factor ? 'year' : 'number';
	return {
		kind,
		values,
		precision: precisionOf(written) * (factor ?? 1),
		digits: written.replace(/\D/g, '').replace(/^0+|0+$/g, ''),
		currency,
		weak:
			attached ||
			/(?:19|20)\d\d[-–]$/.test(before) ||
			(kind === 'number' && !factor && (values[0]! <= 12 || isConverted(folded[0] ?? ''))),
		aside: isAside(text, start),
		start: start - (sign?.length ?? 0),
		end: start + written.length + (percentBefore.test(before) ? 0 : wordEnd),
	};
}

const isYear = (written: string) => /^(?:19|20)\d\d$/.test(written);

/** Groups of three after a point or comma are thousands in one language and decimals in another. */
function valuesOf(written: string): number[] {
	const bare = written.replace(/[\s\u00a0\u202f]/g, '');
	const groups = /^\d{1,3}(?:[.,]\d{3})+$/.test(bare);
	const decimal = Number(bare.replace(/[.,](?=.*[.,])/g, '').replace(',', '.'));
	const mixed = /^(\d{1,3}(?:[.,]\d{3})+)[.,](\d{1,2})$/.exec(bare);
	if (mixed) return [Number(`${mixed[1]!.replace(/\D/g, '')}.${mixed[2]}`)];
	if (!groups) return [decimal];
	const whole = Number(bare.replace(/\D/g, ''));
	return bare.match(/[.,]/g)!.length > 1 ? [whole] : [whole, decimal];
}

function precisionOf(written: string): number {
	const bare = written.replace(/[\s\u00a0\u202f]/g, '');
	const decimals = /^\d+[.,](\d{1,2}|\d{4,})$/.exec(bare)?.[1]?.length;
	if (decimals) return 10 ** -decimals;
	const zeros = /0*$/.exec(bare.replace(/\D/g, ''))![0].length;
	return zeros > 2 ? 10 ** zeros : 1;
}
