// One change of an annotation in words: an icon, the passage or note it is about, what happened, and the details for hover.
import { l10n } from 'vscode';
import type { AnnotationChange, AnnotationChanged, FieldValue } from '../../../core/annotations/diff';
import type { Annotation } from '../../../core/annotations/model';

export interface DescribedChange {
	readonly icon: string;
	readonly label: string;
	readonly description: string;
	/** Paragraphs. */
	readonly details: readonly string[];
}

export function describeChange(change: AnnotationChange): DescribedChange {
	switch (change.what) {
		case 'added':
			return describeWhole('diff-added', l10n.t('added'), change.after);
		case 'removed':
			return describeWhole('diff-removed', l10n.t('removed'), change.before);
		case 'changed':
			return describeChanged(change);
		case 'counterpart-declared':
			return { icon: 'arrow-swap', label: change.file, description: l10n.t('chosen as counterpart'), details: [] };
		case 'counterpart-forgotten':
			return { icon: 'arrow-swap', label: change.file, description: l10n.t('no longer the counterpart'), details: [] };
		case 'pin-added':
		case 'pin-removed': {
			const label = [change.pin.here, change.pin.there].map((side) => side ?? '∅').join(' ⇄ ');
			const description =
				change.what === 'pin-added' ? l10n.t('paragraphs linked') : l10n.t('link of paragraphs removed');
			return { icon: 'link', label, description, details: [change.file] };
		}
		case 'role-changed':
			return {
				icon: 'list-flat',
				label: change.quote,
				description: l10n.t('role: {0} → {1}', change.before ?? '∅', change.after ?? '∅'),
				details: [],
			};
		case 'mention-overruled':
		case 'mention-restored': {
			const { quote, actor, not } = change.mention;
			const who = actor === undefined ? l10n.t('mention: not {0}', not ?? '∅') : l10n.t('mention: {0}', actor);
			const description = change.what === 'mention-overruled' ? who : l10n.t('taken back: {0}', who);
			return { icon: 'person', label: quote, description, details: [] };
		}
	}
}

function describeWhole(icon: string, what: string, annotation: Annotation): DescribedChange {
	const { kind, author } = annotation;
	const description = [what, kind, author].filter(Boolean).join(' · ');
	return { icon, label: labelOf(annotation), description, details: detailsOf(annotation) };
}

function describeChanged({ after, fields, replies, thread, reanchored }: AnnotationChanged): DescribedChange {
	const happened = [
		...(thread === 'resolved' ? [l10n.t('resolved')] : thread === 'reopened' ? [l10n.t('reopened')] : []),
		...(reanchored ? [l10n.t('attached anew')] : []),
		...(replies.length ? [l10n.t('replies')] : []),
		...fields.filter(({ key }) => !silentKeys.has(key) && !(thread && key === 'status')).map(({ key }) => key),
	];
	return {
		icon: thread === 'resolved' ? 'pass' : 'diff-modified',
		label: labelOf(after),
		description: happened.join(', '),
		details: [
			...fields.map(({ key, before, after: now }) => `${key}: ${show(before)} → ${show(now)}`),
			...replies.map(({ before, after: now }) => `${now?.author ?? before?.author ?? ''}: ${now?.text ?? '∅'}`),
		],
	};
}

/** Parts of the passage: said together as "attached anew". */
const silentKeys: ReadonlySet<string> = new Set(['quote', 'from', 'to', 'length', 'about', 'before', 'after', 'seen']);

function show(value: FieldValue): string {
	return value === undefined ? '∅' : typeof value === 'object' ? value.join(', ') : String(value);
}

function labelOf({ note, target, kind }: Annotation): string {
	return note ?? passageOf(target) ?? kind;
}

function detailsOf({ target, note, tags }: Annotation): string[] {
	const passage = passageOf(target);
	return [...(passage ? [`“${passage}”`] : []), ...(note ? [note] : []), ...(tags.length ? [tags.join(', ')] : [])];
}

function passageOf(target: Annotation['target']): string | undefined {
	if ('quote' in target) return target.quote;
	return 'from' in target ? `${target.from} … ${target.to}` : undefined;
}
