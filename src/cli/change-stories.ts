// One change of annotations in words: what happened, to which passage, and the details, nothing escaped yet.
import type { ActorChange, ActorValue } from '../core/actors/diff';
import type { AnnotationChange, AnnotationChanged, FieldValue } from '../core/annotations/diff';
import type { Annotation } from '../core/annotations/model';
import { compareWords, type WordRun } from '../core/text/words';

export interface Story {
	readonly sign: '+' | '-' | '~';
	/** What happened. */
	readonly head: readonly string[];
	readonly quote: string | undefined;
	/** A line each. */
	readonly details: readonly Detail[];
}

/** A line: as it is, or a text of which words changed. */
export type Detail = string | { readonly label: string; readonly words: readonly WordRun[] };

export function storyOf(change: AnnotationChange | ActorChange): Story {
	switch (change.what) {
		case 'added':
			return { sign: '+', ...annotationStory(change.after) };
		case 'removed':
			return { sign: '-', ...annotationStory(change.before) };
		case 'changed':
			return changedStory(change);
		case 'counterpart-declared':
			return { sign: '+', head: ['counterpart', change.file], quote: undefined, details: [] };
		case 'counterpart-forgotten':
			return { sign: '-', head: ['counterpart', change.file], quote: undefined, details: [] };
		case 'pin-added':
		case 'pin-removed': {
			const sides = `${change.pin.here ?? 'nothing'} ↔ ${change.pin.there ?? 'nothing'}`;
			const sign = change.what === 'pin-added' ? '+' : '-';
			return { sign, head: ['paragraphs linked', change.file], quote: undefined, details: [sides] };
		}
		case 'role-changed':
			return {
				sign: '~',
				head: ['role of a paragraph', `${change.before ?? 'by rule'} → ${change.after ?? 'by rule'}`],
				quote: change.quote,
				details: [],
			};
		case 'actor-added':
		case 'actor-removed':
		case 'actor-changed':
			return actorStory(change);
		case 'mention-overruled':
		case 'mention-restored': {
			const { quote, actor, not } = change.mention;
			const sign = change.what === 'mention-overruled' ? '+' : '-';
			return { sign, head: ['mention', actor ?? `not ${not}`], quote, details: [] };
		}
	}
}

function annotationStory(annotation: Annotation): Omit<Story, 'sign'> {
	const { kind, id, author, tags, actor, note, replies } = annotation;
	return {
		head: [kind, id, ...(author ? [author] : [])],
		quote: passageOf(annotation),
		details: [
			...(note ? note.split('\n') : []),
			...(tags.length > 0 ? [`tags: ${tags.join(', ')}`] : []),
			...(actor ? [`actor: ${actor}`] : []),
			...replies.map((reply) => `${reply.author ?? 'reply'}: ${reply.text}`),
		],
	};
}

/** Context and `seen` change with the passage; the one sentence about that is enough. */
const silent: ReadonlySet<string> = new Set(['before', 'after', 'seen']);

function changedStory({ after, fields, replies, thread, reanchored }: AnnotationChanged): Story {
	const told = fields.filter(({ key }) => !silent.has(key) && !(key === 'status' && thread));
	const moved = reanchored && !told.some(({ key }) => key === 'quote' || key === 'from');
	return {
		sign: '~',
		head: [after.kind, after.id, ...(thread ? [thread] : [])],
		quote: passageOf(after),
		details: [
			...(moved ? ['place confirmed or moved'] : []),
			...told.map(({ key, before, after: now }) => detail(key, before, now)),
			...replies.map(({ before, after: now }) => {
				const what = before && now ? 'reply changed' : now ? 'reply' : 'reply removed';
				const { author, text } = (now ?? before)!;
				const label = `${what}${author ? `, ${author}` : ''}`;
				return before && now && before.text !== now.text ? detail(label, before.text, now.text) : `${label}: ${text}`;
			}),
		],
	};
}

function passageOf({ target }: Annotation): string | undefined {
	if ('quote' in target) return target.quote;
	return 'from' in target ? `${target.from} … ${target.to}` : undefined;
}

/** Texts by what changed in them, lists by what came and went, other values as both. */
function detail(label: string, before: FieldValue | ActorValue, after: FieldValue | ActorValue): Detail {
	if (typeof before === 'string' && typeof after === 'string' && /\s/.test(before + after))
		return { label, words: compareWords(before, after) };
	if (typeof before === 'object' && typeof after === 'object') {
		const gone = before.filter((item) => !after.includes(item)).map((item) => `−${item}`);
		const come = after.filter((item) => !before.includes(item)).map((item) => `+${item}`);
		if (gone.length + come.length > 0) return `${label}: ${[...gone, ...come].join(', ')}`;
	}
	return `${label}: ${show(before)} → ${show(after)}`;
}

function actorStory({ what, id, fields }: ActorChange): Story {
	const sign = what === 'actor-added' ? '+' : what === 'actor-removed' ? '-' : '~';
	const details = fields.map(({ key, before, after }) => {
		return what === 'actor-changed' ? detail(key, before, after) : `${key}: ${show(after ?? before)}`;
	});
	return { sign, head: ['actor', id], quote: undefined, details };
}

function show(value: FieldValue): string {
	if (value === undefined) return 'nothing';
	return typeof value === 'object' ? value.join(', ') : String(value);
}
