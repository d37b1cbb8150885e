// What stands between keys and values: indicators, white space, comments, and whether they are where they may be.
import type { CST } from 'yaml';
import type { Fail } from './scalar-text';

export interface Place {
	/** The one indicator that belongs here; undefined: none does. */
	readonly indicator?: 'doc-start' | 'map-value-ind' | 'seq-item-ind';
	/** What follows. */
	readonly next: CST.Token | null | undefined;
	/** Where the marks begin. */
	readonly offset: number;
	/** Indentation of the collection around. */
	readonly indent: number;
	readonly startsLine: boolean;
	/** In brackets or braces: commas belong here, and tabs may. */
	readonly isFlow?: boolean;
}

/**
 * Reads the tokens before a key or value. Tabs as indentation, comments that stick to something, and a key's colon on
 * another line go to `fail`; what does not belong here at all goes to `refuse`.
 */
export function readMarks(
	tokens: readonly CST.SourceToken[],
	{ indicator, next, offset, indent, startsLine, isFlow = false }: Place,
	fail: Fail,
	refuse: (token: CST.SourceToken) => void,
) {
	let found: CST.SourceToken | undefined;
	let comma: CST.SourceToken | undefined;
	let tab: CST.SourceToken | undefined;
	let atLineStart = startsLine;
	let isSpaced = startsLine;
	let hasNewline = false;
	const failTab = ({ offset: start, source }: CST.SourceToken) => fail(start, source.length, 'a tab as indentation');
	for (const token of tokens) {
		const { type } = token;
		if (tab && atLineStart && type !== 'comment' && type !== 'newline') failTab(tab);
		tab = type === 'space' && !isFlow && token.source.includes('\t') ? token : undefined;
		if (type === 'newline') {
			atLineStart = true;
			hasNewline = true;
		} else if (type === 'comment') {
			if (!isSpaced) fail(token.offset, 1, 'white space is missing before the comment');
			atLineStart = false;
		} else if (type === indicator && !found) {
			if (type === 'map-value-ind' && hasNewline) fail(token.offset, 1, 'the colon must stand on the key’s line');
			found = token;
			atLineStart = type === 'seq-item-ind';
		} else if (type === 'comma' && isFlow && !comma) {
			comma = token;
			atLineStart = false;
		} else if (type !== 'space') {
			refuse(token);
			atLineStart = false;
		}
		isSpaced = type === 'space' || type === 'newline' || (type === 'comment' && isSpaced);
	}
	const isBeforeBlock = next?.type === 'block-map' || next?.type === 'block-seq';
	if (tab && ((atLineStart && tab.indent <= indent) || isBeforeBlock)) failTab(tab);
	const last = tokens.at(-1);
	const end = last ? last.offset + last.source.length : offset;
	const blankAt = placeOfNothing(tokens, end);
	const blankEnd = tokens.some(({ type }) => type === 'comment') ? end : blankAt;
	return { found, comma, hasNewline, end, blankAt, blankEnd };
}

/** Where a value stands that is not written: after the indicator and the blanks behind it. */
function placeOfNothing(tokens: readonly CST.SourceToken[], end: number): number {
	const isTrivia = ({ type }: CST.SourceToken) => type === 'space' || type === 'comment' || type === 'newline';
	const last = tokens.findLastIndex((token) => !isTrivia(token));
	const trivia = tokens.slice(last + 1);
	const spaces = last < 0 ? 0 : trivia.findIndex(({ type }) => type !== 'space');
	const after = trivia.slice(spaces < 0 ? trivia.length : spaces);
	return end - after.reduce((length, { source }) => length + source.length, 0);
}
