// What a scalar's source means, by the rules of YAML 1.2 (chapters 5.7, 7.3 and 8.1). Mistakes are told, and read over.

/** Tells a mistake at an offset into the file. */
export type Fail = (start: number, detail: string, length?: number) => void;

const escapes: Readonly<Record<string, string>> = {
	'0': '\0',
	a: '\x07',
	b: '\b',
	e: '\x1b',
	f: '\f',
	n: '\n',
	r: '\r',
	t: '\t',
	v: '\v',
	N: '\x85',
	_: '\xa0',
	L: '\u2028',
	P: '\u2029',
	' ': ' ',
	'"': '"',
	'/': '/',
	'\\': '\\',
	'\t': '\t',
};

/** The text between single quotes. */
export function singleQuoted(body: string): string {
	return unfold(body).replaceAll("''", "'");
}

/** The text between double quotes; it begins at `offset`. */
export function doubleQuoted(body: string, offset: number, fail: Fail): string {
	if (!/[\\\n]/.test(body)) return body;
	const special =
		/\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|\r?\n[ \t]*|[\s\S])|[ \t]*\r?\n(?:[ \t]|\r?\n)*|[ \t]+/g;
	return body.replace(special, (found: string, at: number) => {
		if (found[0] !== '\\') return found.includes('\n') ? folded(found) : found;
		if (found.includes('\n')) return '';
		const meant = found.length > 2 ? character(found.slice(2)) : escapes[found[1]!];
		if (meant === undefined) fail(offset + at, `“${found}” is not an escape`, found.length);
		return meant ?? found;
	});
}

/** One line break is a space, each further one a line break. */
function folded(white: string): string {
	return '\n'.repeat(white.split('\n').length - 2) || ' ';
}

function character(hex: string): string | undefined {
	const code = Number.parseInt(hex, 16);
	return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** A text over several lines, as one: line breaks are spaces, blank lines line breaks. */
export function unfold(source: string): string {
	if (!source.includes('\n')) return source;
	const lines = source.split(/\r?\n/);
	const trimmed = lines.map((line, i) => {
		const start = i === 0 ? line : line.replace(/^[ \t]+/, '');
		return i === lines.length - 1 ? start : start.replace(/(?<![ \t])[ \t]+$/, '');
	});
	let text = trimmed[0]!;
	let separator = ' ';
	for (const line of trimmed.slice(1, -1)) {
		if (line !== '') text += separator + line;
		else if (separator === '\n') text += '\n';
		separator = line === '' ? '\n' : ' ';
	}
	return text + separator + trimmed.at(-1)!;
}

/** The header of a `|` or `>` text: the indentation below its owner, 0 where none is given. */
export interface BlockHeader {
	readonly isFolded: boolean;
	readonly chomp: string;
	readonly indent: number;
}

/** The text of the lines below a header; they begin at `start`, in a map or list that is indented by `owner`. */
export function blockText(source: string, header: BlockHeader, owner: number, start: number, fail: Fail): string {
	const lines = source === '' ? [] : source.split('\n').map(indentedLine);
	const last = lines.findLastIndex((line) => line.content !== '');
	if (last < 0) return header.chomp === '+' && lines.length > 0 ? '\n'.repeat(lines.length - 1 || 1) : '';

	const first = lines.findIndex((line) => line.content !== '');
	const indent = header.indent ? owner + header.indent : lines[first]!.indent;
	const deepest = lines.slice(0, first).reduce((most, line) => Math.max(most, line.indent), 0);
	const isTooShallow = lines[first]!.indent < indent || (!header.indent && deepest > indent) || indent <= owner;
	if (isTooShallow || indent === 0) fail(start, 'the lines of a block are not indented enough', source.length);

	const isKept = (line: Line) => line.content !== '' || line.indent > indent;
	const end = lines.findLastIndex(isKept) + 1;
	const content = lines.slice(0, end).map(({ indent: own, content: text }, i) => {
		if (text !== '' && own < indent && i > first) fail(start, 'a line of a block is indented less', source.length);
		return ' '.repeat(Math.max(0, own - indent)) + text;
	});
	const leading = content.slice(0, first).map((line) => `${line}\n`);
	const body = content.slice(first);
	const text = leading.join('') + (header.isFolded ? foldBlock(body) : body.join('\n'));
	if (header.chomp === '-') return text;
	if (header.chomp === '') return `${text}\n`;
	const rest = lines.slice(end).map((line) => `\n${' '.repeat(Math.max(0, line.indent - indent))}`);
	return text + (rest.at(-1)?.endsWith('\n') ? rest.join('') : `${rest.join('')}\n`);
}

interface Line {
	readonly indent: number;
	readonly content: string;
}

function indentedLine(line: string): Line {
	const indent = /^ */.exec(line)![0].length;
	return { indent, content: line.slice(indent, line.endsWith('\r') ? -1 : undefined) };
}

/** Lines of a folded block: those that begin with white space, and the line breaks around them, stay as they are. */
function foldBlock(lines: readonly string[]): string {
	let text = '';
	let separator = '';
	let wasIndented = false;
	for (const line of lines) {
		if (/^[ \t]/.test(line)) {
			const own = separator === '\n' && !wasIndented ? '\n\n' : separator && '\n';
			text += own + line;
			separator = '\n';
			wasIndented = true;
		} else if (line === '') {
			if (separator === '\n') text += '\n';
			else separator = '\n';
		} else {
			text += separator + line;
			separator = ' ';
			wasIndented = false;
		}
	}
	return text;
}
