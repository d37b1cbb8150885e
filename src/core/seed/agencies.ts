// Agencies: the names under which news of the region is published, and how to tell them from people's names.

/** Agencies and sites that stories name without slashes or brackets; also written in capitals. */
const names = `
	Trend News Agency / Trend / Тренд / TASS / ТАСС / РИА Новости / RIA Novosti / Sputnik / Спутник / Интерфакс
	Interfax / Interfax-Kazakhstan / Интерфакс-Казахстан / АЗЕРТАДЖ / AZERTAC / AZERTAG / AZƏRTAC / APA / АПА
	Report / Azernews / Turan / Туран / Казинформ / Kazinform / Qazinform / ҚазАқпарат / Tengrinews / УзА / UzA
	O‘zA / O‘zbekiston Milliy axborot agentligi / ЎзА / ӨзА / Dunyo / Дунё / Кабар / Kabar / АКИpress / AKIpress
	Ховар / Khovar / Asia-Plus / Азия-Плюс / Авеста / Avesta / ТДХ / TDH / Türkmenportal / Turkmenportal / Orient
	Türkmen Gazet / Reuters / Рейтер / AFP / Agence France-Presse / Associated Press / AP / Bloomberg / DPA / BBC
	Би-би-си / CNN / Xinhua / Синьхуа / Anadolu Ajansı / Anadolu Agency / Anadolu / Анадолу / AA / İHA / DHA / IRNA
	ИРНА / БелТА / BelTA / Укринформ / Ukrinform / WAM / The Europe Today / Euronews
`
	.trim()
	.split(/\s*(?:\/|\n)\s*/);
const spelled = [...new Set(names.flatMap((name) => [name, name.toUpperCase()]))]
	.sort((a, b) => b.length - a.length)
	.map((name) => name.replace(/[.‘]/g, (sign) => (sign === '.' ? '\\.' : "[‘ʻ’'`]")).replace(/ /g, '[ \\u00a0]'));
/** A part of a site's name has at most 63 letters (RFC 1035). */
const site =
	'[\\p{L}\\d][\\p{L}\\d-]{0,62}\\.(?:az|uz|kz|kg|tj|tm|tr|ru|com|org|net|info|media|news|A[Zz]|U[Zz]|K[ZzGg]|T[JjMm]|R[Uu])';
const titled = '(?:АН|ИА|НИАТ?|АМИТ|МИА) [«"“]?\\p{Lu}[\\p{L}-]+(?:\\.\\p{Ll}{2,4})?[»"”]?';

const agencyPattern = `(?:${[titled, site, ...spelled].join('|')})`;

const agencyHere = new RegExp(`${agencyPattern}(?![\\p{L}\\d])`, 'uy');

/** How many units the agency's or site's name takes that stands in `text` at `offset`; 0 where there is none. */
export function agencyLength(text: string, offset: number): number {
	agencyHere.lastIndex = offset;
	return agencyHere.exec(text)?.[0].length ?? 0;
}

/** Whether the text is an agency's or site's name and nothing else, quotation marks, brackets and full stop aside. */
export function isAgencyName(text: string): boolean {
	const name = text.replace(/^[«"“(/]|[»"”)/]?\.?$/gu, '');
	return name !== '' && agencyLength(name, 0) === name.length;
}

const personName =
	/^(?:\p{Lu}(?:[\p{Ll}\p{M}’'ʻʼ‘`]+|\p{Lu}{2,})(?:-\p{Lu}[\p{L}’'ʻʼ‘`]+)?|\p{Lu}\.)(?: ?\p{Lu}\.)?(?: \p{Lu}(?:[\p{Ll}\p{M}’'ʻʼ‘`]+|\p{Lu}{2,})(?:-\p{Lu}[\p{L}’'ʻʼ‘`]+)?){1,3}$/u;

/** Whether the text has the shape of a person's name: two to four words, initials counting as one, not all in capitals; and is no agency's. */
export function isPersonName(text: string): boolean {
	return text.length <= 50 && /\p{Ll}/u.test(text) && personName.test(text) && !isAgencyName(text);
}
