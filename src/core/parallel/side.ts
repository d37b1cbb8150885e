// A seed as the aligner and the counterpart index want it.
import type { Mention } from '../actors/model';
import type { Seed } from '../seed/model';
import type { Span } from '../text/span';
import type { NamePlace } from './differences';
import type { Side } from './model';

export function sideOf(text: string, { language, paragraphs }: Pick<Seed, 'language' | 'paragraphs'>): Side {
	return {
		language,
		paragraphs: paragraphs.map(({ start, end }) => text.slice(start, end)),
		roles: paragraphs.map(({ role }) => role),
	};
}

/** The mentions that tell whom they mean, by paragraph. `paragraphs` and `mentions` are of one text, in its order. */
export function namesIn(paragraphs: readonly Span[], mentions: readonly Mention[]): NamePlace[] {
	const certain = mentions.filter(({ candidates, nested }) => !candidates && !nested);
	return certain.flatMap(({ start, end, actor }) => {
		const paragraph = paragraphs.findIndex((one) => one.start <= start && end <= one.end);
		if (paragraph < 0) return [];
		const from = paragraphs[paragraph]!.start;
		return [{ paragraph, start: start - from, end: end - from, actor }];
	});
}
