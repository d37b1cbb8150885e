// Sidecars and catalogues that git could not merge, told by git's own state; looked for once the list is seen.
import { Disposable, type TreeView } from 'vscode';
import type { Services } from '../../services/services';
import { Settle } from '../../services/settle';
import { isMergeable } from './solve';
import type { ReviewNode, ReviewTree } from './tree';

const settleMilliseconds = 300;

export function watchConflicts(services: Services, view: TreeView<ReviewNode>, tree: ReviewTree): Disposable {
	const { git, guard } = services;
	const listening: Disposable[] = [];
	const heard = new Set<unknown>();
	const look = async () => {
		const repositories = await git.repositories();
		for (const { state } of repositories) {
			if (heard.has(state)) continue;
			heard.add(state);
			listening.push(state.onDidChange(() => settle.soon()));
		}
		const inConflict = repositories.flatMap(({ state }) => state.mergeChanges.map(({ uri }) => uri));
		tree.setConflicts(inConflict.filter((uri) => isMergeable(services, uri)));
	};
	const settle = new Settle(settleMilliseconds, () => void guard.quietly('merge conflicts', look, undefined));
	return Disposable.from(
		settle,
		view.onDidChangeVisibility(({ visible }) => visible && settle.soon()),
		{ dispose: () => Disposable.from(...listening).dispose() },
	);
}
