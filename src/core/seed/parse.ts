// A seed, read: header, dateline, byline, paragraphs with role and language, quotations.
import type { Problem } from '../problems';
import type { Span } from '../text/span';
import { findCredits } from './credits';
import { readHeader } from './header';
import { detectLanguage, voteLanguage } from './language';
import type { Header, Language, Paragraph, Seed } from './model';
import { findParagraphs } from './paragraphs';
import { findQuotations } from './quotations';
import { rolesOf } from './roles';

export { readHeader } from './header';

/** What the text says of itself, or undefined where it is no seed. Never throws, whatever the text; time grows with its length. */
export function parseSeed(text: string): Seed | undefined {
	const skimmed = skimSeed(text);
	if (!skimmed) return undefined;
	const { header, spans, texts, found, language } = skimmed;
	const roles = rolesOf(texts);
	const paragraphs = spans.map((span, index): Paragraph => {
		const own = found[index]!;
		const inherited = own === 'unknown' && texts[index]!.length < tellingLength;
		return { ...span, role: roles[index]!, language: inherited ? language : own };
	});
	return {
		header,
		...findCredits(text, paragraphs),
		paragraphs,
		quotations: findQuotations(text, spans),
		language,
		problems: problemsOf(text, header, paragraphs),
	};
}

/** What tells what a seed is about. */
export interface Skimmed {
	readonly header: Header;
	/** Where the paragraphs stand, what they are, and their own languages. */
	readonly spans: readonly Span[];
	readonly texts: readonly string[];
	readonly found: readonly Language[];
	/** The seed's, as in `Seed`. */
	readonly language: Language;
}

/** A part of what `parseSeed` finds, with less work; undefined where the text is no seed. */
export function skimSeed(text: string): Skimmed | undefined {
	const header = readHeader(text);
	if (!header) return undefined;
	const spans = findParagraphs(text, header.end);
	const texts = spans.map(({ start, end }) => text.slice(start, end));
	const found = texts.map(detectLanguage);
	return { header, spans, texts, found, language: voteLanguage(texts, found) };
}

/** A shorter paragraph that does not show its language is in the document's; a longer one is in a language of its own. */
const tellingLength = 120;

function problemsOf(text: string, header: Header, paragraphs: readonly Paragraph[]): Problem[] {
	const problems: Problem[] = [];
	if (header.date === undefined) {
		const { start, end } = header.dateSpan;
		const args = { date: text.slice(start, end) };
		problems.push({ code: 'seed/impossible-date', severity: 'error', span: header.dateSpan, args });
	}
	if (paragraphs.length === 0) problems.push({ code: 'seed/no-text', severity: 'warning', span: header });
	let count = 0;
	let first = 0;
	for (const match of text.matchAll(/(?!\s|\u0085)\p{Cc}/gu)) {
		if (count === 0) first = match.index;
		count++;
	}
	if (count > 0) {
		const span = { start: first, end: first + 1 };
		problems.push({ code: 'seed/control-characters', severity: 'warning', span, args: { count } });
	}
	return problems;
}
