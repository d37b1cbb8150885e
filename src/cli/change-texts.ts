// Changes of annotations as people read them: plain text for a terminal, Markdown for a comment on a pull request.
import type { AnnotationChange, AnnotationChanged, FieldValue } from '../core/annotations/diff';
import type { Annotation } from '../core/annotations/model';
import type { Change, ChangedSeed } from './changes';
import { excerpt, printable } from './text';

const quoteLength = 100;

/** One change in words, nothing escaped yet. */
interface Story {
	readonly sign: '+' | '-' | '~';
	/** What happened. */
	readonly head: readonly string[];
	readonly quote: string | undefined;
	/** A line each. */
	readonly details: readonly string[];
}

/** Lines for a terminal, grouped by seed, with `file:line:column` for every passage. */
export function asText(seeds: readonly ChangedSeed[]): string[] {
	return seeds.flatMap(({ seed, formerly, changes }) => [
		`${printable(seed)}${formerly ? `  (was ${printable(formerly)})` : ''}`,
		...changes.flatMap((one) => {
			const { sign, head, quote, details } = storyOf(one.change);
			const where = one.place ? [`${printable(seed)}:${placeText(one)}`] : [];
			return [
				`  ${sign} ${[...head.map(printable), ...where].join('  ')}`,
				...(quote === undefined ? [] : [`      “${excerpt(quote, quoteLength)}”`]),
				...details.map((detail) => `      ${printable(detail)}`),
			];
		}),
		'',
	]);
}

/** Markdown lines; whatever people wrote in seeds and sidecars is escaped. */
export function asMarkdown(seeds: readonly ChangedSeed[]): string[] {
	const words = { '+': '➕', '-': '➖', '~': '✏️' };
	return seeds.flatMap(({ seed, formerly, changes }) => [
		`#### ${escapeMarkdown(seed)}${formerly ? ` (was ${escapeMarkdown(formerly)})` : ''}`,
		'',
		...changes.flatMap((one) => {
			const { sign, head, quote, details } = storyOf(one.change);
			const where = one.place ? ` (line ${one.place.line + 1})` : '';
			const passage = quote === undefined ? '' : `: “${escapeMarkdown(excerpt(quote, quoteLength))}”`;
			return [
				`- ${words[sign]} **${head.map(escapeMarkdown).join('** · **')}**${where}${passage}`,
				...details.map((detail) => `  - ${escapeMarkdown(detail)}`),
			];
		}),
		'',
	]);
}

/** How many annotations were added, changed and removed. */
export function summary(seeds: readonly ChangedSeed[]): string {
	const all = seeds.flatMap(({ changes }) => changes.map(({ change }) => change.what));
	const count = (...whats: readonly AnnotationChange['what'][]) => all.filter((what) => whats.includes(what)).length;
	const others = all.length - count('added', 'changed', 'removed');
	const counts = `${count('added')} added, ${count('changed')} changed, ${count('removed')} removed`;
	return `${counts}${others > 0 ? `, ${others} in counterparts, roles and mentions` : ''}; ${seeds.length} seed${seeds.length === 1 ? '' : 's'}`;
}

function placeText({ place }: Change): string {
	return `${place!.line + 1}:${place!.character + 1}`;
}

function storyOf(change: AnnotationChange): Story {
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
			...told.map(({ key, before, after: now }) => `${key}: ${show(before)} → ${show(now)}`),
			...replies.map(({ before, after: now }) => {
				const what = before && now ? 'reply changed' : now ? 'reply' : 'reply removed';
				const { author, text } = (now ?? before)!;
				return `${what}${author ? `, ${author}` : ''}: ${text}`;
			}),
		],
	};
}

function passageOf({ target }: Annotation): string | undefined {
	if ('quote' in target) return target.quote;
	return 'from' in target ? `${target.from} … ${target.to}` : undefined;
}

function show(value: FieldValue): string {
	if (value === undefined) return 'nothing';
	return typeof value === 'object' ? value.join(', ') : String(value);
}

/** Plain text as Markdown that shows just that: no markup, no links, nobody notified by a name after “@”. */
export function escapeMarkdown(text: string): string {
	return printable(text)
		.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]!)
		.replace(/[\\`*_{}[\]()#+\-.!|~:^$=]/g, '\\$&')
		.replace(/@|\\#(?=\d)/g, '$&\u200b');
}
