// Reading a YAML file that anyone may have written: never throws, never expands aliases, bounded in time and memory.
import type { Problem, ProblemCode, Severity } from '../problems';
import type { Span } from '../text/span';
import { findConflicts } from './conflicts';
import type { ReportSyntax } from './cursor';
import type { YamlMap, YamlNode } from './nodes';
import { readDocument } from './reader';

/** Largest file that is read, in UTF-16 units: some 8,000 annotations. */
export const yamlSizeLimit = 4_000_000;

/** A broken file has one cause and a thousand consequences; beyond this many problems of one file none are kept. */
const problemLimit = 100;

/** Details quote the text, however long. */
const detailLimit = 200;

export interface YamlFile {
	/** The top-level map; undefined in an empty file, one that holds something else, and one that is not even read. */
	readonly root: YamlMap | undefined;
	/** In file order. */
	readonly problems: readonly Problem[];
	/** Whether what `root` says (nothing, where it is undefined) may be taken for what the file means. */
	readonly usable: boolean;
	/** Whether splices at the nodes' places are safe: no errors, a known format. */
	readonly writable: boolean;
}

/**
 * Parses a file of the format `expectedFormat` (`name@version`). Scalars stay strings: ids like `1234e567`, dates,
 * `yes` and `~` are what was written. Positions hold in `text` as given; a BOM is skipped.
 * What stands outside of conflicts, and what comes after a mistake as far as it can be made out, is in `root`.
 */
export function readYaml(text: string, expectedFormat: string): YamlFile {
	const problems: Problem[] = [];
	const report: Report = (code, severity, span, args) => {
		if (problems.length < problemLimit) problems.push(args ? { code, severity, span, args } : { code, severity, span });
	};
	if (text.length > yamlSizeLimit) {
		report('yaml/too-large', 'error', { start: 0, end: 0 }, { limit: yamlSizeLimit });
		return { root: undefined, problems, usable: false, writable: false };
	}
	const { markers, undisputed } = findConflicts(text);
	for (const span of markers) report('yaml/conflict-marker', 'error', span);
	reportControlCharacters(text, report);
	const { isRead, node } = readDocument(undisputed, oncePerLine(text, report));
	const root = isRead && node.type === 'map' ? node : undefined;
	let usable = isRead;
	if (root) {
		checkKeys(root, report);
		usable = checkFormat(root, expectedFormat, report);
	} else if (isRead && node.span.start < node.span.end) {
		report('yaml/not-a-map', 'error', node.span, { found: node.type });
		usable = false;
	}
	problems.sort((a, b) => a.span.start - b.span.start);
	return { root, problems, usable, writable: usable && problems.every((p) => p.severity !== 'error') };
}

type Report = (code: ProblemCode, severity: Severity, span: Span, args?: Record<string, string | number>) => void;

/** One mistake has many consequences, which mostly stand in its line: only the first is told. */
function oncePerLine(text: string, report: Report): ReportSyntax {
	let told: Span = { start: 0, end: -1 };
	return (code, { start, end }, detail) => {
		if (told.start <= start && start <= told.end) return;
		const lineEnd = text.indexOf('\n', start);
		told = { start: text.lastIndexOf('\n', start - 1) + 1, end: lineEnd < 0 ? text.length : lineEnd };
		report(code, 'error', { start, end }, detail === undefined ? undefined : { detail: detail.slice(0, detailLimit) });
	};
}

/** NUL and its like, which YAML forbids; a lone CR or a second BOM, which readers take differently. One problem, at the first. */
function reportControlCharacters(text: string, report: Report): void {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
	const found = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)|(?<!^)\ufeff/.exec(text);
	if (!found) return;
	report('yaml/syntax', 'error', { start: found.index, end: found.index + 1 }, { detail: 'control character' });
}

/** Keys that a map has twice. */
function checkKeys(node: YamlNode | undefined, report: Report): void {
	if (node?.type === 'list') for (const item of node.items) checkKeys(item, report);
	if (node?.type !== 'map') return;
	const keys = new Set<string>();
	for (const { key, value } of node.pairs) {
		if (keys.has(key.text)) report('yaml/duplicate-key', 'error', key.span, { key: key.text });
		keys.add(key.text);
		checkKeys(value, report);
	}
}

/** Whether the file is of the format, or of a newer version of it. */
function checkFormat(root: YamlMap, expected: string, report: Report): boolean {
	const pair = root.pairs.find(({ key }) => key.text === 'format');
	if (!pair) {
		report('format/missing', 'warning', { start: root.span.start, end: root.span.start }, { expected });
		return true;
	}
	const span = pair.value?.span ?? pair.key.span;
	const found = pair.value?.type === 'text' ? pair.value.text : '';
	if (found === expected) return true;
	const [name, version] = expected.split('@');
	const [foundName, foundVersion] = found.split('@');
	const newer = foundName === name && /^\d{1,9}$/.test(foundVersion ?? '') && Number(foundVersion) > Number(version);
	report(newer ? 'format/newer' : 'format/unknown', 'error', span, { found, expected });
	return newer;
}
