// A seed, read: header, dateline, byline, paragraphs with role and language, quotations.
import type { Problem } from '../problems';
import { readHeader } from './header';
import { detectLanguage } from './language';
import type { Header, Language, Paragraph, Seed } from './model';
import { findParagraphs } from './paragraphs';
import { findQuotations } from './quotations';
import { rolesOf } from './roles';

export { readHeader } from './header';

/** What the text says of itself, or undefined where it is no seed. */
export function parseSeed(text: string): Seed | undefined {
	const header = readHeader(text);
	if (!header) return undefined;
	const spans = findParagraphs(text, header.end);
	const texts = spans.map(({ start, end }) => text.slice(start, end));
	const roles = rolesOf(texts);
	const own = texts.map(detectLanguage);
	const language = vote(texts, own);
	const paragraphs = spans.map(
		(span, index): Paragraph => ({
			...span,
			role: roles[index]!,
			language: own[index] === 'unknown' ? language : own[index]!,
		}),
	);
	return {
		header,
		dateline: undefined,
		agency: undefined,
		byline: undefined,
		paragraphs,
		quotations: findQuotations(text, spans),
		language,
		problems: problemsOf(text, header, spans.length),
	};
}

function vote(texts: readonly string[], found: readonly Language[]): Language {
	const weights = new Map<Language, number>();
	texts.forEach((text, index) => {
		weights.set(found[index]!, (weights.get(found[index]!) ?? 0) + text.length);
	});
	weights.delete('unknown');
	return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'unknown';
}

function problemsOf(text: string, header: Header, paragraphs: number): Problem[] {
	const problems: Problem[] = [];
	if (header.date === undefined) {
		const { start, end } = header.dateSpan;
		problems.push({
			code: 'seed/impossible-date',
			severity: 'error',
			span: header.dateSpan,
			args: { date: text.slice(start, end) },
		});
	}
	if (paragraphs === 0) problems.push({ code: 'seed/no-text', severity: 'warning', span: header });
	const controls = [...text.matchAll(/[\0-\x08\x0e-\x1f]/g)];
	if (controls.length > 0) {
		const first = controls[0]!.index;
		problems.push({
			code: 'seed/control-characters',
			severity: 'warning',
			span: { start: first, end: first + 1 },
			args: { count: controls.length },
		});
	}
	return problems;
}
