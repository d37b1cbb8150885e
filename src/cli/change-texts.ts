// Changes of annotations as people read them: plain text for a terminal, Markdown for a comment on a pull request.
import type { WordRun } from '../core/text/words';
import { type Detail, storyOf } from './change-stories';
import type { Change, ChangedSeed } from './changes';
import { excerpt, printable } from './text';

const quoteLength = 100;

/** What stands unchanged between changes is shown up to this length on each side. */
const unchangedLength = 40;

/** Lines for a terminal, grouped by seed, with `file:line:column` for every passage. */
export function asText(seeds: readonly ChangedSeed[]): string[] {
	return seeds.flatMap((one) => [
		headingOf(one).map(printable).join('  '),
		...one.changes.flatMap((change) => {
			const { sign, head, quote, details } = storyOf(change.change);
			const where = change.place ? [`${printable(one.seed)}:${placeText(change)}`] : [];
			return [
				`  ${sign} ${[...head.map(printable), ...where].join('  ')}`,
				...(quote === undefined ? [] : [`      “${excerpt(quote, quoteLength)}”`]),
				...details.map((detail) => `      ${inText(detail)}`),
			];
		}),
		'',
	]);
}

/**
 * Markdown lines; whatever people wrote in seeds and sidecars is escaped. `links`: the address under which the seeds
 * stand, to which a path and `#L5` are added; undefined: lines are only named.
 */
export function asMarkdown(seeds: readonly ChangedSeed[], links?: string): string[] {
	const words = { '+': '➕', '-': '➖', '~': '✏️' };
	return seeds.flatMap((one) => [
		`#### ${headingOf(one).map(escapeMarkdown).join(' ')}`,
		'',
		...one.changes.flatMap((change) => {
			const { sign, head, quote, details } = storyOf(change.change);
			const passage = quote === undefined ? '' : `: “${escapeMarkdown(excerpt(quote, quoteLength))}”`;
			return [
				`- ${words[sign]} **${head.map(escapeMarkdown).join('** · **')}**${linkTo(one.seed, change, links)}${passage}`,
				...details.map((detail) => `  - ${inMarkdown(detail)}`),
			];
		}),
		'',
	]);
}

function linkTo(seed: string, { place }: Change, links: string | undefined): string {
	if (!place) return '';
	const line = `line ${place.line + 1}`;
	if (links === undefined) return ` (${line})`;
	const way = seed.split(/[\\/]/).map(encodeURIComponent).join('/').replace(/[()]/g, escape);
	return ` ([${line}](${links.replace(/\/$/, '')}/${way}#L${place.line + 1}))`;
}

function headingOf({ seed, annotator, formerly }: ChangedSeed): string[] {
	return [seed, ...(annotator ? [`by ${annotator}`] : []), ...(formerly ? [`(was ${formerly})`] : [])];
}

/** On one line, with what changed marked as git marks words. */
export function inText(detail: Detail): string {
	if (typeof detail === 'string') return printable(detail);
	const shown = shortened(detail.words).map(({ what, text }) => {
		return what === 'same' ? text : what === 'removed' ? `[-${text}-]` : `{+${text}+}`;
	});
	return printable(`${detail.label}: ${shown.join('')}`);
}

function inMarkdown(detail: Detail): string {
	if (typeof detail === 'string') return escapeMarkdown(detail);
	const shown = shortened(detail.words).map(({ what, text }) => {
		if (what === 'same') return escapeMarkdown(text);
		const [, before, inner, after] = /^(\s*)(.*?)(\s*)$/s.exec(text)!;
		const mark = what === 'removed' ? '~~' : '**';
		return inner === '' ? ' ' : `${before && ' '}${mark}${escapeMarkdown(inner!)}${mark}${after && ' '}`;
	});
	return `${escapeMarkdown(detail.label)}: ${shown.join('')}`;
}

/** Long stretches that did not change are cut. */
function shortened(words: readonly WordRun[]): WordRun[] {
	return words.map((segment, i) => {
		const { what, text } = segment;
		const [isFirst, isLast] = [i === 0, i === words.length - 1];
		const room = unchangedLength * (isFirst || isLast ? 1 : 2);
		if (what !== 'same' || text.length <= room + 1) return segment;
		const head = isFirst ? '' : text.slice(0, unchangedLength).replace(/\S*$/, '');
		const tail = isLast ? '' : text.slice(-unchangedLength).replace(/^\S*/, '');
		return { what, text: `${head}…${tail}` };
	});
}

/** How many annotations were added, changed and removed. */
export function summary(seeds: readonly ChangedSeed[]): string {
	const all = seeds.flatMap(({ changes }) => changes.map(({ change }) => change.what));
	const count = (...whats: readonly Change['change']['what'][]) => all.filter((what) => whats.includes(what)).length;
	const actors = count('actor-added', 'actor-changed', 'actor-removed');
	const others = all.length - actors - count('added', 'changed', 'removed');
	const counts = `${count('added')} added, ${count('changed')} changed, ${count('removed')} removed`;
	const more = [
		...(others > 0 ? [`${others} in counterparts, roles and mentions`] : []),
		...(actors > 0 ? [`${actors} actor${actors === 1 ? '' : 's'}`] : []),
	];
	const files = `${seeds.length} seed${seeds.length === 1 ? '' : 's'}`;
	return `${[counts, ...more].join(', ')}; ${files}`;
}

function placeText({ place }: Change): string {
	return `${place!.line + 1}:${place!.character + 1}`;
}

/** Plain text as Markdown that shows just that: no markup, no links, nobody notified by a name after “@”. */
export function escapeMarkdown(text: string): string {
	return printable(text)
		.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]!)
		.replace(/[\\`*_{}[\]()#+\-.!|~:^$=]/g, '\\$&')
		.replace(/@|\\#(?=\d)/g, '$&\u200b');
}
