// What to tell a reader about a paragraph's partner: there it is, probably there, or not there at all.
import type { Alignment, Gap } from './model';

/**
 * 'linked': these paragraphs say the same · 'likely': they are linked, but not surely · 'possible': without a link, this one
 * may · 'none': no paragraph does; it would stand in the gap, and `paragraphs` are those around it, if any.
 */
export interface Partner {
	readonly how: 'linked' | 'likely' | 'possible' | 'none';
	/** The other side's paragraphs, what the jump goes to first. Empty only where the other side has none. */
	readonly paragraphs: readonly number[];
	/** Paragraphs that may say the same instead, likeliest first. */
	readonly others: readonly number[];
	/** 0 to 1: how sure. */
	readonly score: number;
	readonly gap: Gap | undefined;
}

/**
 * Least scores of a link to be called one without a “probably”, and of a candidate without a link to be jumped to, or to be
 * one of the others. Measured on news with moved, dropped and foreign paragraphs: links from 0.6 on are right in nine cases
 * of ten and below in eight; candidates from 0.4 on in five, from 0.3 on in three, and below hardly ever.
 */
const least = { linked: 0.6, possible: 0.4, other: 0.3 };

/** Undefined where the source has no such paragraph. */
export function partnerOf({ links, jump, whereabouts }: Alignment, paragraph: number): Partner | undefined {
	const place = whereabouts[paragraph];
	if (!place) return undefined;
	const link = links.find(({ source }) => source.includes(paragraph));
	const candidates = place.candidates.filter(({ score }) => score >= least.other);
	const first = jump[paragraph] ?? -1;
	const linked = link ? inOrder(link.target, first) : [];
	const others = candidates.map((one) => one.paragraph).filter((one) => one !== first && !linked.includes(one));
	if (link) {
		const how = link.score >= least.linked ? 'linked' : 'likely';
		return { how, paragraphs: linked, others, score: link.score, gap: undefined };
	}
	if (candidates[0] && candidates[0].score >= least.possible)
		return {
			how: 'possible',
			paragraphs: [candidates[0].paragraph],
			others: others.filter((one) => one !== candidates[0]?.paragraph),
			score: candidates[0].score,
			gap: place.between,
		};
	const { after, before } = place.between ?? {};
	const around = [after, before].filter((one) => one !== undefined);
	const paragraphs = around.length || first < 0 ? around : [first];
	// where the jump does not go to the best of them, that one is the runner-up
	const all = candidates.map((one) => one.paragraph).filter((one) => around.length || one !== first);
	return { how: 'none', paragraphs, others: all, score: 0, gap: place.between };
}

/** What the jump goes to, then the others in text order. */
function inOrder(paragraphs: readonly number[], first: number): number[] {
	return paragraphs.includes(first) ? [first, ...paragraphs.filter((one) => one !== first)] : [...paragraphs];
}
