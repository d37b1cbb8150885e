// A seed as the aligner and the counterpart index want it.
import type { Mention } from '../actors/model';
import type { Seed } from '../seed/model';
import { overlaps } from '../text/span';
import type { NamePlace } from './differences';
import type { Side } from './model';

export function sideOf(text: string, { language, paragraphs }: Pick<Seed, 'language' | 'paragraphs'>): Side {
	return {
		language,
		paragraphs: paragraphs.map(({ start, end }) => text.slice(start, end)),
		roles: paragraphs.map(({ role }) => role),
	};
}

/**
 * Who is named, by paragraph; `mentions` are of the seed's text, in its order. Without a paragraph, as known to the text but
 * nobody to be missed elsewhere: whom an agency's opening names, the parts of longer names, all whom an unclear name may mean.
 */
export function namesIn(
	{ paragraphs, dateline, agency, byline }: Pick<Seed, 'paragraphs' | 'dateline' | 'agency' | 'byline'>,
	mentions: readonly Mention[],
): NamePlace[] {
	const credits = [dateline, agency, byline].filter((one) => one !== undefined);
	return mentions.flatMap((mention): NamePlace[] => {
		const { start, end, actor, candidates, nested } = mention;
		const paragraph = paragraphs.findIndex((one) => one.start <= start && end <= one.end);
		const from = paragraphs[paragraph]?.start ?? 0;
		const place = { start: start - from, end: end - from };
		const aside = candidates || nested || credits.some((credit) => overlaps(credit, mention));
		if (paragraph >= 0 && !aside) return [{ paragraph, ...place, actor }];
		return (candidates ?? [actor]).map((one) => ({ paragraph: undefined, ...place, actor: one }));
	});
}
