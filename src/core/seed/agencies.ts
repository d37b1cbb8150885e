// Agencies: the names under which news of the region is published, and how to tell them from people's names.

/** Agencies and sites that stories name without slashes or brackets; also written in capitals. */
const names = [
	...['Trend News Agency', 'Trend', 'Тренд', 'TASS', 'ТАСС', 'РИА Новости', 'RIA Novosti', 'Sputnik', 'Спутник'],
	...['Интерфакс', 'Interfax', 'Interfax-Kazakhstan', 'Интерфакс-Казахстан', 'АЗЕРТАДЖ', 'AZERTAC', 'AZERTAG', 'AZƏRTAC'],
	...['APA', 'АПА', 'Report', 'Azernews', 'Turan', 'Туран', 'Казинформ', 'Kazinform', 'Qazinform', 'ҚазАқпарат'],
	...['Tengrinews', 'УзА', 'UzA', 'O‘zA', 'Oʻzbekiston Milliy axborot agentligi', 'ЎзА', 'ӨзА', 'Dunyo', 'Дунё', 'Кабар', 'Kabar'],
	...['АКИpress', 'AKIpress', 'Ховар', 'Khovar', 'Asia-Plus', 'Азия-Плюс', 'Авеста', 'Avesta', 'ТДХ', 'TDH', 'Türkmenportal'],
	...['Turkmenportal', 'Orient', 'Türkmen Gazet', 'Reuters', 'Рейтер', 'AFP', 'Agence France-Presse', 'Associated Press', 'AP'],
	...['Bloomberg', 'DPA', 'BBC', 'Би-би-си', 'CNN', 'Xinhua', 'Синьхуа', 'Anadolu Ajansı', 'Anadolu Agency', 'Anadolu', 'Анадолу'],
	...['AA', 'İHA', 'DHA', 'IRNA', 'ИРНА', 'БелТА', 'BelTA', 'Укринформ', 'Ukrinform', 'WAM', 'The Europe Today', 'Euronews'],
];
const spelled = [...new Set(names.flatMap((name) => [name, name.toUpperCase()]))]
	.sort((a, b) => b.length - a.length)
	.map((name) => name.replace(/[.‘]/g, (sign) => (sign === '.' ? '\\.' : "[‘ʻ’'`]")).replace(/ /g, '[ \\u00a0]'));
const site = '[\\p{L}\\d][\\p{L}\\d-]*\\.(?:az|uz|kz|kg|tj|tm|tr|ru|com|org|net|info|media|news|A[Zz]|U[Zz]|K[ZzGg]|T[JjMm]|R[Uu])';
const titled = '(?:АН|ИА|НИАТ?|АМИТ|МИА) [«"“]?\\p{Lu}[\\p{L}-]+(?:\\.\\p{Ll}{2,4})?[»"”]?';

/** The source of a regular expression for one agency or site, for the `u` flag. It does not look at what stands around. */
export const agencyPattern = `(?:${[titled, site, ...spelled].join('|')})`;

const oneAgency = new RegExp(`^${agencyPattern}$`, 'u');

/** Whether the text is an agency's or site's name and nothing else, quotation marks, brackets and full stop aside. */
export function isAgencyName(text: string): boolean {
	return text.length <= 50 && oneAgency.test(text.replace(/^[«"“(/]|[»"”)/]?\.?$/gu, ''));
}

const apostrophes = "’'ʻʼ‘`";
const nameWord = `(?:\\p{Lu}[\\p{Ll}\\p{M}${apostrophes}]+|\\p{Lu}{3,})(?:-\\p{Lu}[\\p{L}${apostrophes}]+)?`;

/** The source of a regular expression for a person's name of two to four words, initials counting as one. */
export const personPattern = `(?:${nameWord}|\\p{Lu}\\.)(?: ?\\p{Lu}\\.)?(?: ${nameWord}){1,3}`;

const onePerson = new RegExp(`^${personPattern}$`, 'u');

/** Whether the text has the shape of a person's name and is no agency's. */
export function isPersonName(text: string): boolean {
	return text.length <= 50 && onePerson.test(text) && !oneAgency.test(text);
}
