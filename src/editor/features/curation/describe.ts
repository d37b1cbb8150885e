// A passage and a seed's agreement in words that need no statistics; the figures are told in the tooltip.
import { l10n } from 'vscode';
import type { Mark, Match } from '../../../core/agreement/agreement';
import type { Decision } from './decisions';
import type { Passage, Study } from './studies';

/** Who marked what, and what differs. */
export function sayMarks({ study, match }: Passage): string {
	const { names } = study.agreement;
	const marked = match.marks.flatMap((mark, i) => (mark ? [{ mark, name: names[i] as string }] : []));
	const missing = match.marks.flatMap((mark, i) => (mark ? [] : [names[i] as string]));
	const [first] = marked;
	const kinds = match.differences.includes('kind')
		? marked.map(({ mark, name }) => `${name}: ${mark.annotation.kind}`).join(' · ')
		: (first?.mark.annotation.kind ?? '');
	return [
		kinds,
		...(missing.length ? [l10n.t('not marked by {0}', missing.join(', '))] : []),
		...(match.differences.includes('extent') ? [l10n.t('another beginning or end')] : []),
		...(match.differences.includes('tags') ? [differing(match, sayTags)] : []),
		...(match.differences.includes('actor') ? [differing(match, ({ annotation }) => annotation.actor ?? '∅')] : []),
	].join(' · ');
}

function sayTags({ annotation }: Mark): string {
	return annotation.tags.map((tag) => `#${tag}`).join(' ') || '∅';
}

function differing({ marks }: Match, what: (mark: Mark) => string): string {
	return marks.flatMap((mark) => (mark ? [what(mark)] : [])).join(' ↔ ');
}

/** What was decided; of all agreeing marks one stands for all. */
export function sayDecision({ study }: Passage, decision: Decision): string {
	const names = decision.map((i) => study.agreement.names[i] as string);
	if (!names.length) return l10n.t('neither is taken');
	return l10n.t('taken: {0}', names.join(', '));
}

/** `5 differ, 12 agree · κ 0.71` */
export function sayAgreement({ agreement, left, broken }: Study): string {
	const differ = agreement.matches.filter(({ differences }) => differences.length).length;
	const agree = agreement.matches.length - differ;
	const [pair] = agreement.pairs;
	const unread = broken.map((name) => l10n.t('the file of {0} cannot be read', name));
	if (!pair) return unread.join(' · ');
	const figure = agreement.pairs.length === 1 ? `κ ${round(pair.kappa)}` : `α ${round(agreement.alpha)}`;
	return [
		l10n.t('{0} differ, {1} agree', differ, agree),
		figure,
		...(left ? [l10n.t('{0} not compared', left)] : []),
		...unread,
	].join(' · ');
}

/** Markdown paragraphs, nothing escaped yet. */
export function explainAgreement({ agreement, left }: Study): string[] {
	const { names, matches, pairs, alpha, alphaU } = agreement;
	const agree = matches.filter(({ differences }) => !differences.length).length;
	return [
		l10n.t('Of {0} passages that somebody marked, {1} are marked the same by all.', matches.length, agree),
		...pairs.flatMap(({ pair: [i, j], matched, f1, kappa }) => [
			l10n.t('{0} and {1}: {2} passages in common, F1 {3}.', names[i]!, names[j]!, matched, round(f1)),
			l10n.t('Cohen’s κ {0}: how far the kinds they gave to these agree beyond chance.', round(kappa)),
		]),
		...(names.length > 2 ? [l10n.t('Krippendorff’s α {0}: the same of all annotators together.', round(alpha))] : []),
		l10n.t('Krippendorff’s α of passages {0}: how far they agree about where passages begin and end.', round(alphaU)),
		l10n.t('1 is full agreement, 0 what chance would give. From 0.67 on it is held usable, from 0.8 on good.'),
		...(left
			? [
					l10n.t(
						'{0} are not compared: about the whole text, or without a sure place in it. Confirm these first.',
						left,
					),
				]
			: []),
	];
}

function round(value: number): string {
	return Number.isFinite(value) ? value.toFixed(2) : '–';
}
