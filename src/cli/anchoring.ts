// Anchoring a seed's annotations with what git remembers of the texts they were made on.
import path from 'node:path';
import { anchorAll } from '../core/annotations/anchor';
import type { Anchoring, Annotation } from '../core/annotations/model';
import { askGit } from './git';
import type { Session } from './session';

/** Each older text costs a git command. */
const mostTexts = 20;

/** As `anchorAll`. Where passages are not as they were, the text that `seen` names is asked of git; without it all works, less surely. */
export async function anchorSeed(
	file: string,
	text: string,
	annotations: readonly Annotation[],
	session: Session,
): Promise<Anchoring[]> {
	const found = anchorAll(text, annotations);
	const moved = found.flatMap(({ score }, i) => (score < 1 ? (annotations[i]!.seen ?? []) : []));
	const folder = path.dirname(session.resolve(file));
	for (const seen of [...new Set(moved)].slice(0, mostTexts)) {
		const oldText = await askGit(session.io, folder, 'cat-file', 'blob', seen);
		if (oldText === undefined) continue;
		for (const [i, anchoring] of anchorAll(text, annotations, { oldText }).entries())
			if (annotations[i]!.seen === seen) found[i] = anchoring;
	}
	return found;
}
