// What a sidecar says of other seeds: `same-as` and `parallel`. When a seed is renamed or moved, the links to it are mended.
import { plain } from '../yaml/scalars';
import { type EditResult, refusal } from './editing';
import { setFields } from './edits';
import type { Sidecar } from './model';

/**
 * Every path to another seed said anew. `newPath` is given a path as it is written, relative to the sidecar's folder, and
 * answers undefined where it stays. A counterpart that would then be declared twice stays as it is.
 */
export function rewriteReferences(sidecar: Sidecar, newPath: (file: string) => string | undefined): EditResult {
	const refused = refusal(sidecar);
	if (refused) return refused;
	const edits = [];
	const declared = new Set(sidecar.parallel.map(({ file }) => file));
	for (const { file, fileSpan } of sidecar.parallel) {
		const path = newPath(file);
		if (path === undefined || declared.has(path)) continue;
		declared.add(path);
		edits.push({ ...fileSpan, text: plain(path) });
	}
	for (const { annotation } of sidecar.entries) {
		const [file, id] = annotation.sameAs?.split('#') ?? [];
		const path = file === undefined ? undefined : newPath(file);
		if (path === undefined || path === file) continue;
		const result = setFields(sidecar, annotation.id, { sameAs: `${path}#${id}` });
		if (result.problem) return result;
		edits.push(...result.edits);
	}
	return { edits };
}
