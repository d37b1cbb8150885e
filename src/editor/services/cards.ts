// An annotation as a card that reads well beside another one: its facts, its passage in the text around it, what was written.
import { l10n } from 'vscode';
import { passageInContext } from '../../core/annotations/in-context';
import type { Annotation } from '../../core/annotations/model';
import { shorten } from '../convert';

/** Markdown. `seedText` undefined: the seed is not there, and the passage is told by the annotation's own words. */
export function annotationCard(annotation: Annotation, seedText: string | undefined): string {
	return [...head(annotation), ...passage(annotation, seedText), ...body(annotation)].join('\n');
}

/** What a card is about as the name of a file, for a tab or a heading. */
export function cardName(label: string): string {
	return shorten(label.replace(/[/\\?#%]/g, ' '), 60);
}

function head({ kind, id, tags, status, actor, author, date, sameAs, links }: Annotation): string[] {
	const facts: readonly (readonly [string, string | undefined])[] = [
		[l10n.t('status'), status],
		[l10n.t('tags'), tags.join(', ')],
		[l10n.t('actor'), actor],
		[l10n.t('same as'), sameAs],
		[l10n.t('links'), links.join(', ')],
		[l10n.t('author'), [author, date].filter(Boolean).join(', ')],
	];
	const told = facts.flatMap(([name, value]) => (value ? [`- ${name}: ${value}`] : []));
	return [`# ${kind}  ${id}`, '', ...told, ...(told.length ? [''] : [])];
}

function passage(annotation: Annotation, seedText: string | undefined): string[] {
	const found = passageInContext(seedText, annotation);
	if (!found) return [l10n.t('(about the whole text)'), ''];
	const line = `> ${found.before}**${found.passage}**${found.after}`.replace(/\s+/g, ' ');
	const doubt = {
		placed: undefined,
		confirm: l10n.t('(the text has changed here; the place is to be confirmed)'),
		orphan: l10n.t('(not found in the text; told by its own words)'),
	}[found.state];
	return [line, ...(doubt ? [`> ${doubt}`] : []), ''];
}

function body({ note, replies }: Annotation): string[] {
	return [
		...(note ? [...note.split('\n'), ''] : []),
		...replies.flatMap(({ author, date, text }) => [
			`— ${[author, date].filter(Boolean).join(', ') || l10n.t('reply')}:`,
			...text.split('\n'),
			'',
		]),
	];
}
