// A selection of annotations as a table that leaves the editor: Markdown to read, CSV to count.
import type { Annotation } from './model';

/** One annotation with where it is from. */
export interface Listed {
	/** The name of the seed's file. */
	readonly file: string;
	readonly annotation: Annotation;
	/** `placed`, `confirm` or `orphan`. */
	readonly state: string;
}

/** By file, in the order given: the quote as a block quotation, what is said of it below. Ends with a line end. */
export function listAsMarkdown(listed: readonly Listed[]): string {
	const files = [...new Set(listed.map(({ file }) => file))];
	return files
		.map((file) => {
			const blocks = listed.filter((one) => one.file === file).map(markdownBlock);
			return [`# ${escaped(file)}`, ...blocks].join('\n\n');
		})
		.join('\n\n')
		.concat('\n');
}

function markdownBlock({ annotation, state }: Listed): string {
	const { kind, tags, actor, status, author, date, note, replies } = annotation;
	const facts = [...tags.map((tag) => `#${tag}`), actor, status, state === 'placed' ? undefined : state, author, date];
	const head = [`**${escaped(kind)}**`, ...facts.filter((fact) => fact !== undefined).map(escaped)].join(' · ');
	const quote = quoteOf(annotation);
	return [
		...(quote ? [`> ${escaped(quote).replace(/\s*[\r\n]+\s*/g, ' ')}`] : []),
		head,
		...(note ? [note] : []),
		...replies.map(({ author: by, date: on, text }) =>
			`${[by, on].filter(Boolean).join(', ')}: ${text}`.replace(/^/gm, '> '),
		),
	].join('\n\n');
}

const columns = ['file', 'id', 'kind', 'tags', 'actor', 'status', 'state', 'author', 'date', 'quote', 'note'] as const;

/** RFC 4180: CRLF, a head line, quotation marks where needed. What a spreadsheet would take for a formula gets an apostrophe. */
export function listAsCsv(listed: readonly Listed[]): string {
	const rows = listed.map(({ file, annotation, state }) => {
		const { id, kind, tags, actor, status, author, date, note } = annotation;
		return [file, id, kind, tags.join(' '), actor, status, state, author, date, quoteOf(annotation), note];
	});
	return [columns, ...rows].map((row) => `${row.map(csvField).join(',')}\r\n`).join('');
}

function csvField(value: string | undefined): string {
	const safe = (value ?? '').replace(/^(?=[=+\-@\t\r])/, "'");
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function quoteOf({ target }: Annotation): string | undefined {
	if ('quote' in target) return target.quote;
	return 'from' in target ? `${target.from} … ${target.to}` : undefined;
}

function escaped(text: string): string {
	return text.replace(/[\\`*_[\]<>#|]/g, '\\$&');
}
