// Sidecars and catalogues that git could not merge, told by git's own state; looked for once the list is seen.
import { Disposable, type TreeView } from 'vscode';
import type { Services } from '../../services/services';
import { Settle } from '../../services/settle';
import { isMergeable } from './solve';
import type { ReviewNode, ReviewTree } from './tree';

const settleMilliseconds = 300;

/** `onMoved` is called when a repository has another commit at its head than at the last look. */
export function watchConflicts(
	services: Services,
	view: TreeView<ReviewNode>,
	tree: ReviewTree,
	onMoved: () => void,
): Disposable {
	const { git, guard } = services;
	const listening: Disposable[] = [];
	const heard = new Set<unknown>();
	let heads: string | undefined;
	let isListening = false;
	const listen = async () => {
		if (isListening) return;
		isListening = true;
		const opened = await git.onDidOpen(() => settle.soon());
		if (opened) listening.push(opened);
	};
	const look = async () => {
		await listen();
		const repositories = await git.repositories();
		const now = repositories.map(({ state }) => state.HEAD?.commit ?? '').join();
		if (heads !== undefined && heads !== now) onMoved();
		heads = now;
		for (const { state } of repositories) {
			if (heard.has(state)) continue;
			heard.add(state);
			listening.push(state.onDidChange(() => settle.soon()));
		}
		const inConflict = repositories.flatMap(({ state }) => state.mergeChanges.map(({ uri }) => uri));
		const mergeable = inConflict.filter((uri) => isMergeable(services, uri));
		tree.setConflicts(mergeable.sort((a, b) => (a.path < b.path ? -1 : 1)));
	};
	const settle = new Settle(settleMilliseconds, () => void guard.quietly('merge conflicts', look, undefined));
	return Disposable.from(
		settle,
		view.onDidChangeVisibility(({ visible }) => visible && settle.soon()),
		{ dispose: () => Disposable.from(...listening).dispose() },
	);
}
