// A passage as people read it: between the words around it, as the text has them.
import type { Span } from '../text/span';
import { anchorAll } from './anchor';
import type { AnchorState, Annotation } from './model';

/** How much of the text around a passage is shown, in UTF-16 units on each side; whole words, within its paragraph. */
const aroundPassage = 160;

export interface PassageInContext {
	readonly before: string;
	readonly passage: string;
	readonly after: string;
	readonly state: AnchorState;
	/** Into the text; undefined where the passage was not found and the words are the annotation's own. */
	readonly span: Span | undefined;
}

/** Undefined for an annotation about the whole seed. `text` undefined: the seed is not there. */
export function passageInContext(text: string | undefined, annotation: Annotation): PassageInContext | undefined {
	const { target } = annotation;
	if ('about' in target) return undefined;
	const [anchoring] = text === undefined ? [] : anchorAll(text, [annotation]);
	if (text !== undefined && anchoring?.span) return { ...around(text, anchoring.span), state: anchoring.state };
	const passage = 'quote' in target ? target.quote : `${target.from} … ${target.to}`;
	return { before: annotation.before, passage, after: annotation.after, state: 'orphan', span: undefined };
}

function around(text: string, span: Span): Omit<PassageInContext, 'state'> {
	const head = text.slice(Math.max(0, span.start - aroundPassage), span.start);
	const tail = text.slice(span.end, span.end + aroundPassage);
	const cutHead = span.start > aroundPassage;
	const cutTail = span.end + aroundPassage < text.length;
	const before = head.slice(Math.max(head.lastIndexOf('\n'), head.lastIndexOf('\r')) + 1);
	const after = tail.split(/[\r\n]/, 1)[0] ?? '';
	return {
		before: cutHead && before === head ? `…${before.replace(/^\S*\s/, '')}` : before,
		passage: text.slice(span.start, span.end),
		after: cutTail && after === tail ? `${after.replace(/\s\S*$/, '')}…` : after,
		span,
	};
}
