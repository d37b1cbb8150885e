// What all changes of a sidecar share: who may be edited, what an answer looks like, one block opened for splicing.
import type { TextEdit } from '../ports';
import { applyEdits, minimalEdit } from '../text/edits';
import type { Span } from '../text/span';
import type { EditResult } from '../yaml/blocks';
import { readYaml } from '../yaml/document';
import { type BlockMap, blockMap, innerMap, lineEndOf, lineStart } from '../yaml/splice';
import { type Sidecar, type SidecarEntry, sidecarFormat } from './model';
import { rereadSidecar } from './reread';

export type { EditResult } from '../yaml/blocks';

const nowhere: Span = { start: 0, end: 0 };

/** Why the sidecar must not be written; undefined where it may be. */
export function refusal(sidecar: Sidecar): EditResult | undefined {
	if (sidecar.writable) return undefined;
	const cause = sidecar.problems.find((p) => p.severity === 'error' && !p.code.startsWith('sidecar/'));
	return {
		problem: cause ?? { code: 'yaml/not-a-map', severity: 'error', span: nowhere, args: { found: 'inline map' } },
	};
}

/** There is no such entry, reply or counterpart. */
export function missing(target: string): EditResult {
	return { problem: { code: 'sidecar/unknown-target', severity: 'error', span: nowhere, args: { target } } };
}

/** There is already one of that name. */
export function taken(key: string): EditResult {
	return { problem: { code: 'yaml/duplicate-key', severity: 'error', span: nowhere, args: { key } } };
}

/** The value is written in braces or brackets, or with something in it that cannot be spliced: left to a person. */
export function inline(key: string, span: Span): EditResult {
	return { problem: { code: 'sidecar/wrong-type', severity: 'error', span, args: { key, expected: 'lines' } } };
}

const indexes = new WeakMap<Sidecar, ReadonlyMap<string, SidecarEntry>>();

export function find(sidecar: Sidecar, id: string): SidecarEntry | undefined {
	const known = indexes.get(sidecar);
	if (known) return known.get(id);
	const index = new Map<string, SidecarEntry>();
	for (const entry of sidecar.entries) if (!index.has(entry.annotation.id)) index.set(entry.annotation.id, entry);
	indexes.set(sidecar, index);
	return index.get(id);
}

/**
 * Opens the block of one top-level key and lets `change` say what becomes of the map under it. Only this block is
 * parsed again. `change` answers undefined where the map is not written in lines.
 */
export function editBlock(
	sidecar: Sidecar,
	key: string,
	change: (map: BlockMap) => readonly TextEdit[] | undefined,
): EditResult {
	const refused = refusal(sidecar);
	if (refused) return refused;
	const span = find(sidecar, key)?.span ?? sidecar.sections.get(key);
	if (!span) return missing(key);
	const start = lineStart(sidecar.text, span.start);
	const { root } = readYaml(`${sidecar.text.slice(start, span.end)}\n`, sidecarFormat);
	const outer = blockMap(sidecar.text, lineEndOf(sidecar.text), root, start);
	const map = outer && innerMap(outer, key);
	const edits = map && change(map);
	return edits ? { edits } : inline(key, span);
}

/**
 * Several changes, each begun with the text that the one before left, as one edit of what differs in the end. The first that
 * is refused refuses all.
 */
export function inSteps(sidecar: Sidecar, steps: readonly ((sidecar: Sidecar) => EditResult)[]): EditResult {
	let now = sidecar;
	for (const step of steps) {
		const result = step(now);
		if (result.problem) return result;
		if (result.edits.length > 0) now = rereadSidecar(now, applyEdits(now.text, result.edits));
	}
	const edit = minimalEdit(sidecar.text, now.text);
	return { edits: edit ? [edit] : [] };
}

/**
 * Changes that each touch another entry and depend on no other, all begun with the same text, as one edit of what differs in the
 * end. The first that is refused refuses all.
 */
export function atOnce(sidecar: Sidecar, changes: readonly ((sidecar: Sidecar) => EditResult)[]): EditResult {
	const edits: TextEdit[] = [];
	for (const change of changes) {
		const result = change(sidecar);
		if (result.problem) return result;
		edits.push(...result.edits);
	}
	const edit = minimalEdit(sidecar.text, applyEdits(sidecar.text, edits));
	return { edits: edit ? [edit] : [] };
}
