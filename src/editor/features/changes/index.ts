// What changed in annotations since a commit or branch: seed by seed, each change a way to its passage.
import { commands, Disposable, l10n, window } from 'vscode';
import { Stop } from '../../services/guard';
import { pickOne } from '../../services/pick';
import type { Services } from '../../services/services';
import { Settle } from '../../services/settle';
import { ChangesTree } from './tree';

/** Each comparison is several processes of git's, and typing in a sidecar comes in bursts. */
const settleMilliseconds = 500;

export function registerChanges(services: Services): Disposable {
	const { guard, git, sidecars } = services;
	const tree = new ChangesTree(services);
	const view = window.createTreeView('glossator.changes', { treeDataProvider: tree, showCollapseAll: true });
	const show = async (revision: string) => {
		if (!(await git.repositories()).length) throw noGit();
		await tree.compareWith(revision);
		await commands.executeCommand('glossator.changes.focus');
	};
	const say = () => {
		const { revision = '', isEmpty } = tree;
		view.description = l10n.t('since {0}', revision);
		view.message = isEmpty ? l10n.t('No annotation changed since {0}.', revision) : '';
	};
	const settle = new Settle(settleMilliseconds, () => {
		void guard.quietly('changes', () => tree.refresh(), undefined);
	});
	return Disposable.from(
		view,
		tree,
		settle,
		tree.onDidChangeTreeData(say),
		sidecars.onDidChange(() => settle.soon()),
		guard.command('glossator.changes.show', () => show('HEAD')),
		guard.command('glossator.changes.choose', async () => {
			const revision = await pickRevision(services);
			if (revision?.startsWith('-')) throw new Stop(l10n.t('“{0}” is not a revision.', revision));
			if (revision) await show(revision);
		}),
		guard.command('glossator.changes.refresh', () => show(tree.revision ?? 'HEAD')),
		guard.command('glossator.changes.open', () => tree.open(view.selection[0])),
		guard.command('glossator.changes.compareText', (node: unknown) => tree.compareText(node)),
	);
}

function noGit(): Stop {
	return new Stop(
		l10n.t(
			'There is no git repository here that VS Code knows of, so there is nothing to compare with. Open the folder of a repository, or switch VS Code’s Git extension on.',
		),
	);
}

/** A branch, a tag, or anything else git understands. */
async function pickRevision({ git }: Services): Promise<string | undefined> {
	const repositories = await git.repositories();
	if (!repositories.length) throw noGit();
	const refs = await Promise.all(repositories.map((one) => one.getRefs({ sort: 'committerdate' })));
	const names = [...new Set(refs.flat().flatMap(({ name }) => (name ? [name] : [])))];
	return pickOne({
		title: l10n.t('Show Annotation Changes since…'),
		placeholder: l10n.t('A branch or tag, or type any revision, such as HEAD~3'),
		items: [
			{ label: 'HEAD', description: l10n.t('the last commit') },
			{ label: 'HEAD~1', description: l10n.t('the commit before it') },
			...names.map((label) => ({ label })),
		],
		typed: l10n.t('this revision'),
	});
}
