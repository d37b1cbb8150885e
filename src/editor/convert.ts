// The edge: spans and problems of the core as VS Code's positions, ranges and diagnostics, and texts as safe Markdown.
import { Diagnostic, DiagnosticSeverity, l10n, Range, type TextDocument } from 'vscode';
import type { Problem, Severity } from '../core/problems';
import type { LineIndex } from '../core/text/lines';
import type { Span } from '../core/text/span';
import { wording } from '../wording';

/** A range in a text that is not open; `text` as its line index. */
export function toRange(lines: LineIndex, span: Span): Range {
	const start = lines.positionAt(span.start);
	const end = lines.positionAt(span.end);
	return new Range(start.line, start.character, end.line, end.character);
}

export function rangeIn(document: TextDocument, span: Span): Range {
	return new Range(document.positionAt(span.start), document.positionAt(span.end));
}

export function spanIn(document: TextDocument, range: Range): Span {
	return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
	error: DiagnosticSeverity.Error,
	warning: DiagnosticSeverity.Warning,
	information: DiagnosticSeverity.Information,
	hint: DiagnosticSeverity.Hint,
};

export function toDiagnostic(problem: Problem, range: Range): Diagnostic {
	const diagnostic = new Diagnostic(range, wordInEditor(problem), severities[problem.severity]);
	diagnostic.source = 'Glossator';
	diagnostic.code = problem.code;
	return diagnostic;
}

export function wordInEditor(problem: Pick<Problem, 'code' | 'args'>): string {
	return l10n.t(wording[problem.code], { ...problem.args });
}

/** Text from a file, so that Markdown shows it as it is: no links, images, HTML or formatting of its own. */
export function escapeMarkdown(text: string): string {
	return text.replace(/[\\`*_{}[\]()#+\-.!|<>~&$:@"'/]/g, '\\$&').replace(/\r\n?|\n/g, '\\\n');
}

/** The beginning of a text on one line, for labels. */
export function shorten(text: string, most = 80): string {
	const line = text.replace(/\s+/g, ' ').trim();
	return line.length <= most ? line : `${line.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/**
 * A note as Markdown that a person wrote: emphasis, lists, code and links are shown, images are not fetched. For strings
 * that are not trusted only, since its links are its author's.
 */
export function noteMarkdown(note: string): string {
	return note.replaceAll('![', '&#33;[');
}
