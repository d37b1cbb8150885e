// Reading a YAML file that anyone may have written: never throws, never expands aliases, bounded in time and memory.
import {
	Composer,
	type Document,
	isAlias,
	isMap,
	isNode,
	isScalar,
	Lexer,
	type Node,
	Parser,
	visit,
	type YAMLMap,
} from 'yaml';
import type { Problem, ProblemCode, Severity } from '../problems';
import type { Span } from '../text/span';
import { findConflicts } from './conflicts';
import { keyText, spanOf } from './values';

/** Largest file that is read, in UTF-16 units: some 8,000 annotations. */
export const yamlSizeLimit = 4_000_000;

/** Most lexical tokens that are read, in case all of the file is brackets and commas: some 8,000 annotations. */
const lexemeLimit = 1_000_000;

/** Deepest nesting that is read. Our formats need six levels; far deeper ones exhaust the parser's stack and memory. */
const depthLimit = 200;

/** A broken file has one cause and a thousand consequences; beyond this many problems of one file none are kept. */
const problemLimit = 100;

/** The parser quotes the text in its messages, however long. */
const detailLimit = 200;

export interface YamlFile {
	/** Undefined where the text was not even looked at: too large, or nested too deeply. */
	readonly document: Document.Parsed | undefined;
	/** The top-level map; undefined in an empty file and in one that holds something else. All scalars are strings. */
	readonly root: YAMLMap | undefined;
	/** In file order. */
	readonly problems: readonly Problem[];
	/** Whether what `root` says (nothing, where it is undefined) may be taken for what the file means. */
	readonly usable: boolean;
	/** Whether splices at the nodes' places are safe: no errors, a known format. */
	readonly writable: boolean;
}

/**
 * Parses a file of the format `expectedFormat` (`name@version`). Scalars stay strings (failsafe schema): ids like
 * `1234e567`, dates, `yes` and `~` are what was written. Positions hold in `text` as given; a BOM is skipped.
 * What stands outside of conflicts, and what comes after a mistake as far as it can be made out, is in `root`.
 */
export function readYaml(text: string, expectedFormat: string): YamlFile {
	const problems: Problem[] = [];
	const report: Report = (code, severity, span, args) => {
		if (problems.length < problemLimit) problems.push(args ? { code, severity, span, args } : { code, severity, span });
	};
	if (text.length > yamlSizeLimit) {
		report('yaml/too-large', 'error', { start: 0, end: 0 }, { limit: yamlSizeLimit });
		return { document: undefined, root: undefined, problems, usable: false, writable: false };
	}
	const { markers, undisputed } = findConflicts(text);
	for (const span of markers) report('yaml/conflict-marker', 'error', span);
	reportControlCharacters(text, report);
	const document = compose(undisputed, report);
	const root = document && isMap(document.contents) ? (document.contents as YAMLMap) : undefined;
	let usable = document !== undefined;
	if (document?.contents && !root && !isBlank(document.contents)) {
		report('yaml/not-a-map', 'error', spanOf(document.contents), {
			found: isScalar(document.contents) ? 'text' : 'list',
		});
		usable = false;
	}
	if (root) {
		checkNodes(root, report);
		usable = checkFormat(root, expectedFormat, report);
	}
	problems.sort((a, b) => a.span.start - b.span.start);
	return { document, root, problems, usable, writable: usable && problems.every((p) => p.severity !== 'error') };
}

type Report = (code: ProblemCode, severity: Severity, span: Span, args?: Record<string, string | number>) => void;

/** Feeds the parser by hand to see how deep it goes, since `parseDocument` overflows on a megabyte of `- - - …`. */
function compose(text: string, report: Report): Document.Parsed | undefined {
	const parser = new Parser();
	const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, merge: false, prettyErrors: false });
	const documents: Document.Parsed[] = [];
	const take = (tokens: ReturnType<Parser['next']>) => {
		for (const token of tokens) documents.push(...composer.next(token));
	};
	let count = 0;
	for (const lexeme of new Lexer().lex(text)) {
		take(parser.next(lexeme));
		count++;
		if (parser.stack.length > depthLimit || documents.length > 1 || count > lexemeLimit) break;
	}
	if (count > lexemeLimit) {
		report('yaml/too-large', 'error', { start: 0, end: 0 }, { limit: lexemeLimit });
		return undefined;
	}
	if (parser.stack.length > depthLimit) {
		const place = Math.min(parser.offset, text.length);
		report('yaml/syntax', 'error', { start: place, end: place }, { detail: 'nested too deeply' });
		return undefined;
	}
	take(parser.end());
	documents.push(...composer.end(true, text.length));
	const [document, second] = documents;
	for (const error of document!.errors)
		report('yaml/syntax', 'error', spanAt(error.pos), { detail: error.message.slice(0, detailLimit) });
	for (const warning of document!.warnings) {
		report('yaml/syntax', 'warning', spanAt(warning.pos), { detail: warning.message.slice(0, detailLimit) });
	}
	if (second) report('yaml/syntax', 'error', spanAt(second.range), { detail: 'a second document' });
	return document;
}

function spanAt(range: readonly number[]): Span {
	return { start: range[0]!, end: Math.max(range[0]!, range[1]!) };
}

/** What YAML forbids and the parser lets through: NUL and its like. One problem, at the first. */
function reportControlCharacters(text: string, report: Report): void {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
	const found = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/.exec(text);
	if (!found) return;
	report('yaml/syntax', 'error', { start: found.index, end: found.index + 1 }, { detail: 'control character' });
}

function isBlank(node: Node): boolean {
	return isScalar(node) && (node.source ?? '') === '' && node.type === 'PLAIN';
}

/** Aliases and anchors, and keys that a map has twice. */
function checkNodes(root: YAMLMap, report: Report): void {
	const refuse = (node: Node) => report('yaml/aliases', 'error', spanOf(node));
	visit(root, {
		Alias: (_, node) => refuse(node),
		Value: (_, node) => {
			if (node.anchor) refuse(node);
		},
		Map: (_, map) => {
			const keys = new Set<string>();
			for (const { key } of map.items) {
				const name = keyText(key);
				if (name === undefined || !isNode(key)) continue;
				if (keys.has(name)) report('yaml/duplicate-key', 'error', spanOf(key), { key: name });
				keys.add(name);
			}
		},
	});
}

/** Whether the file is of the format, or of a newer version of it. */
function checkFormat(root: YAMLMap, expected: string, report: Report): boolean {
	const pair = root.items.find(({ key }) => keyText(key) === 'format');
	if (!pair) {
		report('format/missing', 'warning', { start: spanOf(root).start, end: spanOf(root).start }, { expected });
		return true;
	}
	const span = spanOf(isNode(pair.value) ? pair.value : (pair.key as Node));
	const found = isScalar(pair.value) && !isAlias(pair.value) ? String(pair.value.value) : '';
	if (found === expected) return true;
	const [name, version] = expected.split('@');
	const [foundName, foundVersion] = found.split('@');
	const newer = foundName === name && /^\d{1,9}$/.test(foundVersion ?? '') && Number(foundVersion) > Number(version);
	report(newer ? 'format/newer' : 'format/unknown', 'error', span, { found, expected });
	return newer;
}
