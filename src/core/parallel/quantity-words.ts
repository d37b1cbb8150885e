// Words around figures in our nine languages: magnitudes, per cent, currencies, months, small numbers. Matched against
// folded words from their beginning, so that endings do not matter.
import type { KnownLanguage } from '../seed/model';

const magnitudes: readonly (readonly [RegExp, number])[] = [
	[/^(?:thousand|тыс|минг|мың|миң|ҳазор|müň)/, 1e3],
	[/^(?:million|milyon|mln|mn$|млн|миллион)/, 1e6],
	[/^(?:billion|bn$|mil[l]?i?yard|milliard|milyar|mlrd|млрд|миллиард)/, 1e9],
	[/^(?:trillion|trilyon|trln|tln|tn$|трлн|триллион)/, 1e12],
];

/** Short words for a thousand that mean something else in other languages. */
const thousands: Partial<Record<KnownLanguage, RegExp>> = { az: /^min/, tr: /^bin/, uz: /^ming/ };
/** Only where a currency sign stands before the figure: `$20m`, not `20 m`. */
const letters: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9 };

/** What a figure is multiplied by for the word after it; undefined where that is no magnitude. `priced`: after a currency sign. */
export function magnitudeOf(word: string, language: string, priced: boolean): number | undefined {
	if (thousands[language as KnownLanguage]?.test(word)) return 1e3;
	return magnitudes.find(([pattern]) => pattern.test(word))?.[1] ?? (priced ? letters[word] : undefined);
}

export const isPercent = (word: string) =>
	/^(?:%|percent|per$|процент|faiz|foiz|фоиз|пайыз|дарсад|göterim|yüzde|yuzde)/.test(word);

const currencies: readonly (readonly [RegExp, string])[] = [
	[/^(?:\$|usd|dollar|dolar|долл)/, 'USD'],
	[/^(?:€|eur|евро|avro|yevro|ýewro)/, 'EUR'],
	[/^(?:₽|руб|rub|roubl)/, 'RUB'],
	[/^(?:₸|kzt|тенге|теңге|tenge|təngə)/, 'KZT'],
	[/^(?:uzs|сум|сўм|so'm|soum|sum$)/, 'UZS'],
	[/^(?:tjs|сомон|somon)/, 'TJS'],
	[/^(?:kgs|сом|som)/, 'KGS'],
	[/^(?:₼|azn|tmt|манат|manat)/, 'manat'],
	[/^(?:₺|try$|tl$|лир|lira)/, 'TRY'],
	[/^(?:¥|cny|юан|yuan|ýuan)/, 'CNY'],
	[/^(?:£|gbp|sterl|стерл)/, 'GBP'],
];

/** ISO 4217 where that is sure: a manat may be Azerbaijani or Turkmen. */
export const currencyOf = (word: string) => currencies.find(([pattern]) => pattern.test(word))?.[1];

/** Measures and times of day, which a translation may convert: their figures differ and are right. */
export const isConverted = (word: string) =>
	/^(?:mile|foot|feet|inch|yard|acre|gallon|ounce|lb|pound|фунт|cm|см|mm|мм|santim|сантим|fahrenheit|degree|°|градус|миль|мил[яи]|фут|дюйм|акр|гектар|hectare|kilomet|километр|км|km|kg|кг|metre|meter|метр|hektar|kilogram|килограмм|square|квадрат|кв$|sq$|tonne?|ton[se]?$|час|минут|hour|minute|o'clock|saat|soat|соат|сағат|саат|sagat|dəqiqə|daqiqa|dakika)/.test(
		word,
	);

const months = [
	'january|январ|yanvar|ýanwar|қаңтар|oca[kğ]',
	'february|феврал|fevral|fewral|ақпан|şubat',
	'march|март|mart|наурыз',
	'april|апрел|aprel|сәуір|nisan',
	'май|мая|мае|maý|may|мамыр|mayıs',
	'june|июн|iyun|iýun|маусым|haziran',
	'july|июл|iyul|iýul|шілде|temmuz',
	'august|август|avqust|avgust|awgust|тамыз|ağustos',
	'september|сентябр|sent[yý]?abr|қыркүйе|eylül',
	'october|октябр|okt[yý]?abr|қазан|ekim',
	'november|ноябр|no[yý]abr|қараша|kasım',
	'december|декабр|dekabr|желтоқсан|aralı',
].map((names) => new RegExp(`^(?:${names})`));
const shortMonths = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const shortRussian = 'янв фев мар апр май июн июл авг сен окт ноя дек'.split(' ');

/** 1 to 12; undefined for any other word. `word`: folded, without a full stop. */
export function monthOf(word: string): number | undefined {
	const short = word === 'sept' ? 9 : Math.max(shortMonths.indexOf(word), shortRussian.indexOf(word)) + 1;
	return short || months.findIndex((names) => names.test(word)) + 1 || undefined;
}

/** From two on; forms of one number are joined by a stroke. */
const small: Readonly<Record<KnownLanguage, string>> = {
	en: 'two three four five six seven eight nine ten eleven twelve',
	ru: 'два|две|двух|двум|двое три|трех|трем|тремя|трое четыре|четырех|четырем|четверо пять|пяти|пятеро шесть|шести семь|семи восемь|восьми девять|девяти десять|десяти одиннадцать|одиннадцати двенадцать|двенадцати',
	az: 'iki üç dörd beş altı yeddi səkkiz doqquz on',
	tr: 'iki üç dört beş altı yedi sekiz dokuz on',
	uz: "ikki|икки uch|уч to'rt|тўрт besh|беш olti|олти yetti|етти sakkiz|саккиз to'qqiz|тўққиз o'n|ўн",
	kk: 'екі үш төрт бес алты жеті сегіз тоғыз он',
	ky: 'эки үч төрт беш алты жети сегиз тогуз он',
	tg: 'ду се чор|чаҳор панҷ шаш ҳафт ҳашт нӯҳ даҳ',
	tk: 'iki üç dört bäş alty ýedi sekiz dokuz on',
};
const smallNumbers = new Map<string, ReadonlyMap<string, number>>();

/** What a small number is spelled like, by folded form. Empty for a language that is not known. */
export function spelledNumbers(language: string): ReadonlyMap<string, number> {
	let spelled = smallNumbers.get(language);
	if (!spelled) {
		const forms = (small[language as KnownLanguage] ?? '').split(' ').filter(Boolean);
		spelled = new Map(forms.flatMap((list, at) => list.split('|').map((form) => [form, at + 2] as const)));
		smallNumbers.set(language, spelled);
	}
	return spelled;
}
