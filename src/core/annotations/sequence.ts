// Several changes of one sidecar, each beginning with the text that the last one left.
import { applyEdits, minimalEdit } from '../text/edits';
import type { EditResult } from './editing';
import type { Sidecar } from './model';
import { readSidecar } from './sidecar';

/** The edits that do all of them, as one stretch of the text; none of them where one is refused. */
export function inSequence(sidecar: Sidecar, changes: readonly ((sidecar: Sidecar) => EditResult)[]): EditResult {
	let now = sidecar;
	for (const change of changes) {
		const result = change(now);
		if (result.problem) return result;
		if (result.edits.length) now = readSidecar(applyEdits(now.text, result.edits));
	}
	const edit = minimalEdit(sidecar.text, now.text);
	return { edits: edit ? [edit] : [] };
}
