// What did the translation leave out or add? A view of the seed in the editor beside its version in another language.
import { commands, Disposable, Uri, window } from 'vscode';
import { isSeed } from '../../services/seed-documents';
import type { Services } from '../../services/services';
import { Settle } from '../../services/settle';
import { showPassage } from '../../services/show';
import { CoverageTree, type Place } from './tree';

/** Typing and files written by git come in bursts. */
const settleMilliseconds = 400;

export function registerCoverage(services: Services): Disposable {
	const { guard, parallel, mentions, seeds } = services;
	const tree = new CoverageTree(services);
	const view = window.createTreeView('glossator.parallel', { treeDataProvider: tree, showCollapseAll: true });
	const refresh = () => {
		const document = window.activeTextEditor?.document;
		if (document && isSeed(document)) tree.about(document.uri);
		else if (document || !window.visibleTextEditors.length) tree.about(undefined);
		if (view.visible) tree.refresh();
	};
	const settle = new Settle(settleMilliseconds, refresh);
	const soon = () => settle.soon();
	tree.onDidLoad((title) => {
		view.description = title;
	});
	soon();
	return Disposable.from(
		view,
		tree,
		settle,
		view.onDidChangeVisibility(refresh),
		window.onDidChangeActiveTextEditor(soon),
		parallel.onDidChange(soon),
		mentions.onDidChange(soon),
		seeds.onDidOpen(soon),
		seeds.onDidChange(soon),
		guard.command('glossator.showCoverage', async () => {
			refresh();
			await commands.executeCommand('glossator.parallel.focus');
		}),
		guard.command('glossator.parallel.goTo', async (...places: Place[]) => {
			const [first, second] = places.filter((place) => typeof place?.uri === 'string');
			if (second) await showPassage(Uri.parse(second.uri, true), second, { beside: true, preserveFocus: true });
			if (first) await showPassage(Uri.parse(first.uri, true), first, { beside: first.beside });
		}),
	);
}
