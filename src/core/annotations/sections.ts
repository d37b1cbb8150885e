// Changing what a sidecar says beside its annotations: counterparts, pins, roles of paragraphs. Splices, as in `edits`.
import type { Keep } from '../merge/resolve';
import type { Undecided } from '../merge/undecided';
import type { TextEdit } from '../ports';
import type { Span } from '../text/span';
import type { EditResult } from '../yaml/blocks';
import { plain } from '../yaml/scalars';
import { insertAfter, isEmptyValue, lineEnd, lineEndOf, lineStart, removeLines, trimEnd } from '../yaml/splice';
import { editBlock, inline, missing, refusal } from './editing';
import { type ParallelPin, type Sidecar, sidecarFormat } from './model';
import { indentStep, renderPin, renderRole } from './render';

/** Says that another seed (by its relative path) tells the same story. Nothing to do where that is said already. */
export function declareCounterpart(sidecar: Sidecar, file: string): EditResult {
	if (sidecar.parallel.some((declared) => declared.file === file)) return refusal(sidecar) ?? { edits: [] };
	return addToSection(sidecar, 'parallel', (indent) => [`${indent}${plain(file)}:`]);
}

/** Declares it before all others: of several, the first is the one to jump to. Its pins come along. */
export function preferCounterpart(sidecar: Sidecar, file: string): EditResult {
	const [first] = sidecar.parallel;
	if (!first) return declareCounterpart(sidecar, file);
	if (first.file === file) return refusal(sidecar) ?? { edits: [] };
	return editBlock(sidecar, 'parallel', ({ text, eol, indent, pairs }) => {
		const declared = pairs.find(({ key }) => key === file);
		const start = pairs[0]!.lines.start;
		if (!declared) return [{ start, end: start, text: `${indent}${plain(file)}:${eol}` }];
		const { lines } = declared;
		const moved = { start, end: start, text: text.slice(lines.start, lines.end) + eol };
		return [moved, ...removeLines(text, [lines])];
	});
}

/** Takes a declared counterpart out, with its pins. */
export function forgetCounterpart(sidecar: Sidecar, file: string): EditResult {
	if (!sidecar.parallel.some((declared) => declared.file === file)) return refusal(sidecar) ?? missing(file);
	return editBlock(sidecar, 'parallel', (map) => {
		const declared = map.pairs.find(({ key }) => key === file);
		return (
			declared && removeLines(map.text, [map.pairs.length === 1 ? sidecar.sections.get('parallel')! : declared.lines])
		);
	});
}

/** Another pin for a counterpart, which is declared where it is not yet. */
export function addPin(sidecar: Sidecar, file: string, pin: Omit<ParallelPin, 'span'>): EditResult {
	const declared = sidecar.parallel.find((d) => d.file === file);
	if (!declared) {
		return addToSection(sidecar, 'parallel', (indent) => [
			`${indent}${plain(file)}:`,
			renderPin(pin, indent + indentStep),
		]);
	}
	return editBlock(sidecar, 'parallel', (map) => {
		const pair = map.pairs.find(({ key }) => key === file)!;
		const items = listLines(sidecar.text, declared.pins);
		const empty = isEmptyValue(map, pair);
		if (!items && !empty) return undefined;
		return [insertAfter(map, pair, [renderPin(pin, items?.indent ?? map.indent + indentStep)])];
	});
}

/** Takes pins of a counterpart out, which stays declared. `pins` are the sidecar's own. */
export function removePins(sidecar: Sidecar, file: string, pins: readonly ParallelPin[]): EditResult {
	const declared = sidecar.parallel.find((d) => d.file === file);
	if (!declared) return refusal(sidecar) ?? missing(file);
	return removeItems(
		sidecar,
		'parallel',
		declared.pins.filter((pin) => pins.includes(pin)),
	);
}

/** Overrules the role of the paragraph that `quote` begins; undefined: takes that back. */
export function setRole(sidecar: Sidecar, quote: string, role: string | undefined): EditResult {
	const found = sidecar.roles.find((r) => r.quote === quote);
	if (!found) {
		if (role === undefined) return refusal(sidecar) ?? { edits: [] };
		return addToSection(sidecar, 'roles', (indent) => [renderRole({ quote, role }, indent)]);
	}
	if (role === undefined && sidecar.roles.length === 1)
		return refusal(sidecar) ?? { edits: removeLines(sidecar.text, [sidecar.sections.get('roles')!]) };
	if (role === undefined) return removeItems(sidecar, 'roles', [found]);
	return replaceItems(sidecar, 'roles', [found], (indent) => renderRole({ quote, role }, indent));
}

/** Of several items that decide about one passage, leaves the one of that number. */
export function keepItem(sidecar: Sidecar, { path, field, alternatives }: Undecided, keep: Keep): EditResult {
	if (keep === 'both' || !alternatives[keep]) return missing(field ?? '');
	const others = alternatives.flatMap(({ value }, i) => (value && i !== keep ? [value] : []));
	return removeItems(sidecar, path[0]!, others);
}

/** More lines at the end of a section, which is made below `format` where there is none. */
export function addToSection(sidecar: Sidecar, key: string, render: (indent: string) => string[]): EditResult {
	const refused = refusal(sidecar);
	if (refused) return refused;
	const { text, sections } = sidecar;
	const eol = lineEndOf(text);
	const section = sections.get(key);
	if (!section) return { edits: [newSection(sidecar, key, [`${key}:`, ...render(indentStep)])] };
	const keyLineEnd = lineEnd(text, section.start);
	if (!/^[^'"]*:[ \t]*(?:#.*)?$/.test(text.slice(section.start, keyLineEnd))) return inline(key, section);
	const child = /^([ ]*)[^\s#]/m.exec(text.slice(keyLineEnd, section.end))?.[1] ?? indentStep;
	return {
		edits: [
			{
				start: section.end,
				end: section.end,
				text: render(child)
					.map((line) => eol + line)
					.join(''),
			},
		],
	};
}

/** In the order in which they stand in a file. */
const sectionOrder: readonly string[] = ['format', 'parallel', 'roles', 'mentions'];

function newSection({ text, sections, entries }: Sidecar, key: string, lines: readonly string[]): TextEdit {
	const eol = lineEndOf(text);
	const earlier = sectionOrder.slice(0, sectionOrder.indexOf(key)).findLast((other) => sections.has(other));
	const above = earlier === undefined ? undefined : sections.get(earlier);
	if (above) return { start: above.end, end: above.end, text: lines.map((line) => eol + line).join('') };
	const first = Math.min(...[...sections.values(), ...entries.map((entry) => entry.span)].map((span) => span.start));
	const start = Number.isFinite(first) ? first : text.length;
	const head = Number.isFinite(first) ? [] : [...(/[^\n\ufeff]$/.test(text) ? [''] : []), `format: ${sidecarFormat}`];
	return { start, end: start, text: [...head, ...lines].map((line) => line + eol).join('') };
}

export function removeItems(sidecar: Sidecar, key: string, items: readonly { readonly span: Span }[]): EditResult {
	const refused = refusal(sidecar);
	if (refused) return refused;
	if (items.length === 0) return { edits: [] };
	const found = listLines(sidecar.text, items);
	return found ? { edits: removeLines(sidecar.text, found.lines) } : inline(key, sidecar.sections.get(key)!);
}

/** One item in place of some, where the first of them stood. */
export function replaceItems(
	sidecar: Sidecar,
	key: string,
	items: readonly { readonly span: Span }[],
	render: (indent: string) => string,
): EditResult {
	const refused = refusal(sidecar);
	if (refused) return refused;
	const found = listLines(sidecar.text, items);
	if (!found) return inline(key, sidecar.sections.get(key)!);
	const [first, ...others] = found.lines;
	return { edits: [{ ...first!, text: render(found.indent) }, ...removeLines(sidecar.text, others)] };
}

/** The lines of list items that each begin a line with `- `; undefined where there are none, or not all do. */
function listLines(
	text: string,
	items: readonly { readonly span: Span }[],
): { readonly indent: string; readonly lines: readonly Span[] } | undefined {
	const lines = items.map(({ span }) => ({
		start: lineStart(text, span.start),
		end: lineEnd(text, trimEnd(text, span.end)),
	}));
	const dashes = items.map(({ span }, i) => /^( *)-[ ]+$/.exec(text.slice(lines[i]!.start, span.start)));
	const indent = dashes[0]?.[1];
	return indent !== undefined && dashes.every(Boolean) ? { indent, lines } : undefined;
}
