// Credits: the place, the agency and the author a text gives for itself, wherever it gives them.
import type { Span } from '../text/span';
import { agencyLength, isAgencyName, isPersonName } from './agencies';
import { readDateline } from './dateline';
import type { Located, Paragraph, Seed } from './model';
import { bylineLabel, byName, sourceLabel } from './roleWords';

/** A dateline further down belongs to another story. */
const top = 8;

/** Reads dateline, agency and byline off a text's paragraphs. */
export function findCredits(
	text: string,
	paragraphs: readonly Paragraph[],
): Pick<Seed, 'dateline' | 'agency' | 'byline'> {
	const at = paragraphs.slice(0, top).findIndex((paragraph) => readDateline(slice(text, paragraph)));
	const first = paragraphs[at];
	const dateline = first && readDateline(slice(text, first));
	const located = (span: Span | undefined): Located | undefined =>
		span && first && locate(text, shifted(span, first.start));
	return {
		dateline: located(dateline?.place),
		agency: located(dateline?.agency) ?? closingAgency(text, paragraphs) ?? reportingAgency(text, paragraphs),
		byline: located(dateline?.author) ?? findByline(text, paragraphs),
	};
}

const slice = (text: string, { start, end }: Span) => text.slice(start, end);
const shifted = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });
const locate = (text: string, span: Span): Located => ({ start: span.start, end: span.end, text: slice(text, span) });

/** The parts of a credit line, `Имя Фамилия, УзА`, where they stand in the text. */
function partsOf(text: string, paragraph: Span): Located[] {
	const line = slice(text, paragraph);
	const small = line.toLowerCase();
	const label = bylineLabel.exec(small)?.[0] ?? sourceLabel.exec(small)?.[0] ?? byName.exec(line)?.[0] ?? '';
	const parts: Located[] = [];
	for (const match of line.slice(label.length).matchAll(/(?:(?!\s[–—-]\s)[^,/()«»"“”:|])+/gu)) {
		const name = match[0].replace(/^[\s–—-]+|[\s.]+$/gu, '');
		const start = paragraph.start + label.length + match.index + match[0].indexOf(name);
		if (name) parts.push(locate(text, { start, end: start + name.length }));
	}
	return parts;
}

function closingAgency(text: string, paragraphs: readonly Paragraph[]): Located | undefined {
	const bylines = paragraphs.filter(({ role }, index) => role === 'byline' && index > 0);
	const named = bylines.flatMap((paragraph) => partsOf(text, paragraph)).findLast((part) => isAgencyName(part.text));
	const source = bylines.findLast((paragraph) => isSource(slice(text, paragraph)));
	return named ?? (source && partsOf(text, source)[0]);
}

const isSource = (line: string) => sourceLabel.test(line.toLowerCase());

/** How news says that an agency reports. */
const reporting =
	/(?:переда[её]т|сообща[ею]т|сообщил|пишет|пишут|со ссылкой на|со слов|reports?|reported|citing|according to|learn(?:ed|t)|xəbər verir|istinadən|bildirir|xabar (?:ber|qil)|хабар (?:бер|қил)|хабарла|кабарла|деп жазат|хабар медиҳад|гузориш|habar ber|bildirýär|bildirdi|haberine göre)/u;
const near = 45;
/** An agency that reports the story says so at its beginning. */
const beginning = 3;

/** `Trend reports`, `пишет News.Az со ссылкой на Интерфакс`: the first agency beside a word of reporting. */
function reportingAgency(text: string, paragraphs: readonly Paragraph[]): Located | undefined {
	for (const paragraph of paragraphs.filter(({ role }) => role === 'body').slice(0, beginning)) {
		const end = Math.min(paragraph.end, paragraph.start + 1500);
		for (const match of text.slice(paragraph.start, end).matchAll(/(?<![\p{L}\d.])[\p{Lu}\d]/gu)) {
			const start = paragraph.start + match.index;
			const length = agencyLength(text, start);
			if (length === 0) continue;
			const around = [
				text.slice(Math.max(paragraph.start, start - near), start),
				text.slice(start + length, start + length + near),
			];
			if (around.some((words) => reporting.test(words.toLowerCase())))
				return locate(text, { start, end: start + length });
		}
	}
	return undefined;
}

const longestName = 50;

function findByline(text: string, paragraphs: readonly Paragraph[]): Located | undefined {
	for (const [index, paragraph] of paragraphs.entries()) {
		const line = slice(text, paragraph);
		if (isSource(line)) continue;
		if (paragraph.role === 'byline' && !readDateline(line)) {
			const parts = partsOf(text, paragraph);
			const labelled = bylineLabel.test(line.toLowerCase());
			const name =
				parts.find((part) => isPersonName(part.text)) ??
				(labelled ? parts.find((part) => part.text.length <= longestName) : undefined);
			if (name && !isAgencyName(name.text)) return name;
		} else if (index < beginning) {
			const name = gluedName(text, paragraph, line);
			if (name) return name;
		}
	}
	return undefined;
}

/** `Автор: Имя Фамилия Сегодня в городе …`: the byline and the story in one paragraph. */
function gluedName(text: string, paragraph: Span, line: string): Located | undefined {
	const label = bylineLabel.exec(line.slice(0, 60).toLowerCase())?.[0] ?? byName.exec(line.slice(0, 60))?.[0];
	const name = label && /^\p{Lu}[\p{L}.’'-]+ \p{Lu}[\p{L}’'-]+/u.exec(line.slice(label.length))?.[0];
	if (!label || !name || !isPersonName(name)) return undefined;
	const start = paragraph.start + label.length;
	return locate(text, { start, end: start + name.length });
}
