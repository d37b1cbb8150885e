// Text from outside and to a terminal: decoding bytes, and showing what files say without letting it steer the terminal.

const byteOrderMark = '\ufeff';

export interface Decoded {
	/** Without a byte order mark: offsets are into this. */
	readonly text: string;
	readonly hasByteOrderMark: boolean;
	/** Whether the bytes were UTF-8. Where not, the text has U+FFFD for what could not be read and must not be written back. */
	readonly lossless: boolean;
}

/** Decodes UTF-8, whatever the bytes are. */
export function decode(bytes: Uint8Array): Decoded {
	const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
	let text: string;
	let lossless = true;
	try {
		text = strict.decode(bytes);
	} catch {
		text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
		lossless = false;
	}
	const hasByteOrderMark = text.startsWith(byteOrderMark);
	return { text: hasByteOrderMark ? text.slice(1) : text, hasByteOrderMark, lossless };
}

/** The bytes of a text, with the byte order mark it had. */
export function encode(text: string, hasByteOrderMark: boolean): Uint8Array {
	return new TextEncoder().encode(hasByteOrderMark ? byteOrderMark + text : text);
}

/** C0 and C1 controls, the marks that turn writing direction, line and paragraph separators, lone surrogates. */
const unfit =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
	/[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text from a file, safe to print on one line: line ends and tabs are spaces, other controls are written out as `\u001b`. */
export function printable(text: string): string {
	return text
		.replace(/\s+/g, (space) => (/[\r\n\u2028\u2029\t]/.test(space) ? ' ' : space))
		.replace(unfit, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The same, of at most `length` characters, the rest as `…`. */
export function excerpt(text: string, length: number): string {
	const shown = printable(text.slice(0, length * 4));
	if (shown.length <= length && text.length <= length * 4) return shown;
	return `${shown.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** One line of NDJSON. What JSON leaves bare and terminals or line readers take for control is escaped as well. */
export function jsonLine(value: unknown): string {
	const bare = /[\x7f-\x9f\u2028\u2029]/g;
	return `${JSON.stringify(value).replace(bare, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}
