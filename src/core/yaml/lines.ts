// Lines of a YAML text: white space, breaks, indentation. Lone carriage returns are no breaks.

/** Whether white space or the end of the text is there. */
export function isBlankAt(text: string, at: number): boolean {
	const sign = text[at];
	return sign === undefined || sign === ' ' || sign === '\n' || sign === '\r' || sign === '\t';
}

/** After the spaces at the start of a line. */
export function afterSpaces(text: string, lineStart: number): number {
	let at = lineStart;
	while (text.charCodeAt(at) === 0x20) at++;
	return at;
}

/** After spaces and tabs. */
export function afterWhite(text: string, from: number): number {
	let at = from;
	while (text[at] === ' ' || text[at] === '\t') at++;
	return at;
}

/** Before spaces and tabs. */
export function beforeWhite(text: string, from: number): number {
	let at = from;
	while (text[at - 1] === ' ' || text[at - 1] === '\t') at--;
	return at;
}

/** The end of the line, its break not counted. */
export function endOfLine(text: string, from: number): number {
	const found = text.indexOf('\n', from);
	if (found < 0) return text.length;
	return found > from && text[found - 1] === '\r' ? found - 1 : found;
}

/** After the line break that is there; undefined where none is. */
export function afterBreak(text: string, at: number): number | undefined {
	if (text[at] === '\n') return at + 1;
	return text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : undefined;
}

/** Whether a text over several lines may go on in the line: a blank one, or one that is indented deeper than `owner`. */
export function isWithin(text: string, lineStart: number, owner: number): boolean {
	const at = afterSpaces(text, lineStart);
	if (afterBreak(text, at) !== undefined) return true;
	return at - lineStart > owner && !(owner < 0 && isMarker(text, lineStart));
}

/** Whether `---` or `...` stands at this start of a line. */
export function isMarker(text: string, lineStart: number): boolean {
	const isOne = text.startsWith('---', lineStart) || text.startsWith('...', lineStart);
	return isOne && isBlankAt(text, lineStart + 3);
}

/** Whether one of the signs stands there and white space or the end of the text after it. */
export function isMark(text: string, at: number, signs: string): boolean {
	return at < text.length && signs.includes(text[at]!) && isBlankAt(text, at + 1);
}

/** Whether nothing but a comment is left of the line. */
export function isLineOver(text: string, at: number): boolean {
	return at === text.length || afterBreak(text, at) !== undefined || (text[at] === '#' && isBlankAt(text, at - 1));
}

/** Where the pattern (`g`) next matches, or the end of the text. */
export function find(pattern: RegExp, text: string, from: number): number {
	pattern.lastIndex = from;
	return pattern.exec(text)?.index ?? text.length;
}
