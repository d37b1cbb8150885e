// Reviewing annotations: what changed between two states, seed by seed, each change with its passage before and after.
import { commands, Disposable, l10n, TreeItemCheckboxState, type TreeView, Uri, window } from 'vscode';
import { takeChange } from '../../../core/annotations/take';
import { Stop } from '../../services/guard';
import type { Services } from '../../services/services';
import { Settle } from '../../services/settle';
import { registerCards } from './cards';
import type { ChangedSeed } from './changed';
import { type Comparison, since } from './comparison';
import { watchConflicts } from './conflicts';
import { registerDecisions } from './decide';
import { pickComparison } from './pick';
import { Reviewed } from './reviewed';
import { SavedVersions } from './saved-versions';
import { solve } from './solve';
import { registerTimeline } from './timeline';
import { type ChangeNode, type ConflictNode, type ReviewNode, ReviewTree } from './tree';
import { Walk } from './walk';

/** Each comparison is several processes of git's, and typing in a sidecar comes in bursts. */
const settleMilliseconds = 500;

export function registerReview(services: Services): Disposable {
	const { guard, git, sidecars, memory } = services;
	const tree = new ReviewTree(new Reviewed(memory));
	const saved = new SavedVersions(memory);
	const view = window.createTreeView<ReviewNode>('glossator.review', {
		treeDataProvider: tree,
		showCollapseAll: true,
		manageCheckboxStateManually: true,
	});
	const walk = new Walk(tree, view);

	const offer = () => void commands.executeCommand('setContext', 'glossator.reviewable', true);
	const show = async (comparison: Comparison | undefined) => {
		if (!comparison) return;
		await tree.show(comparison);
		offer();
		await commands.executeCommand('setContext', 'glossator.reviewing', true);
		await commands.executeCommand('glossator.review.focus');
	};
	const refresh = () => tree.refresh();
	const settle = new Settle(settleMilliseconds, () => void guard.quietly('review', refresh, undefined));

	if (services.seeds.open.length) offer();

	return Disposable.from(
		view,
		tree,
		services.seeds.onDidOpen(offer),
		settle,
		registerCards(tree),
		registerDecisions(services),
		registerTimeline(services, walk),
		watchConflicts(services, view, tree, () => tree.comparison && settle.soon()),
		tree.onDidChangeTreeData(() => say(view, tree)),
		sidecars.onDidChange(() => tree.comparison && settle.soon()),
		view.onDidChangeCheckboxState(async ({ items }) => {
			for (const [node, state] of items)
				if ('change' in node) await tree.setReviewed(node, state === TreeItemCheckboxState.Checked);
		}),
		guard.command('glossator.review.show', async () => {
			if (!(await git.repositories()).length) return show(await pickComparison(services, saved));
			await show(since(services, 'HEAD', l10n.t('the last commit')));
		}),
		guard.command('glossator.review.choose', async () => show(await pickComparison(services, saved))),
		guard.command('glossator.review.refresh', refresh),
		guard.command('glossator.review.saveVersion', () => saveVersion(services, saved)),
		guard.command('glossator.review.open', async () => {
			const [selected] = view.selection;
			if (selected && 'change' in selected) await walk.open(selected, { preserveFocus: true });
			if (selected && 'conflict' in selected) await solve(services, selected.conflict);
		}),
		guard.command('glossator.review.solve', (given?: unknown) => solve(services, fileOf(given))),
		guard.command('glossator.review.openAll', (of?: ChangedSeed) => walk.openAll(of?.changes && of)),
		guard.command('glossator.review.openRaw', (given?: unknown) => walk.openRaw(seedOfRow(given, walk))),
		guard.command('glossator.review.next', () => walk.step(1)),
		guard.command('glossator.review.previous', () => walk.step(-1)),
		guard.command('glossator.review.tickOff', (given?: unknown) => walk.tickOff(given)),
		guard.command('glossator.review.goToPassage', (given?: unknown) => toAnnotation('goTo', walk.require(given))),
		guard.command('glossator.review.reply', (given?: unknown) => toAnnotation('reply', walk.require(given))),
		guard.command('glossator.review.revert', (given?: unknown) => revert(services, tree, walk.require(given))),
	);
}

/** What is compared, and how much of it is reviewed. */
function say(view: TreeView<ReviewNode>, tree: ReviewTree): void {
	const { comparison, changes } = tree;
	if (!comparison) return;
	const done = changes.filter((one) => tree.isReviewed(one)).length;
	const [before, after] = [comparison.before.label, comparison.after.label];
	view.description = `${before} ↔ ${after}`;
	if (changes.length) view.message = l10n.t('{0} of {1} reviewed', done, changes.length);
	else if (tree.getChildren().length) view.message = '';
	else view.message = l10n.t('No annotation differs between {0} and {1}.', before, after);
}

/** A row's, a link's, or the one in front. */
function fileOf(given: unknown): Uri {
	const file = given instanceof Uri ? given : (given as Partial<ConflictNode> | undefined)?.conflict;
	const found = file ?? window.activeTextEditor?.document.uri;
	if (!found) throw new Stop(l10n.t('Open the file with the conflict first.'));
	return found;
}

function seedOfRow(given: unknown, walk: Walk): ChangedSeed {
	const row = given as Partial<ChangedSeed> | undefined;
	return row?.files ? (row as ChangedSeed) : walk.require(given).of;
}

/** Takes the change back in the file as it is now; of two fixed states, takes the later one over. */
async function revert(
	{ edits, sidecars }: Services,
	{ comparison }: ReviewTree,
	{ change, of }: ChangeNode,
): Promise<void> {
	if (!comparison) return;
	const { isNow } = comparison;
	const label = isNow ? l10n.t('Revert Change') : l10n.t('Take Change Over');
	await edits.makeAll(label, [
		sidecars.changeOfFile(of.files.after, (now) => takeChange(now, change, isNow ? of.before : of.after)),
	]);
	window.setStatusBarMessage(
		isNow ? l10n.t('$(discard) The change is taken back.') : l10n.t('$(check) The change is taken over.'),
		5000,
	);
}

async function toAnnotation(what: 'goTo' | 'reply', { change, of }: ChangeNode): Promise<void> {
	if (!('id' in change)) throw new Stop(l10n.t('This change is not about an annotation.'));
	if (change.what === 'removed') throw new Stop(l10n.t('This annotation was removed; take the change back first.'));
	const reference = { seed: of.seed.toString(), id: change.id };
	await commands.executeCommand(`glossator.annotation.${what}`, reference);
}

async function saveVersion(services: Services, saved: SavedVersions): Promise<void> {
	const label = await window.showInputBox({
		title: l10n.t('Save a Version of All Annotations'),
		prompt: l10n.t('What this version is called when you compare with it later'),
		value: new Date().toLocaleString(),
	});
	if (!label?.trim()) return;
	const count = await saved.save(services, label.trim());
	if (count === undefined) throw new Stop(l10n.t('The annotations are too large to be kept by VS Code. Use git.'));
	window.setStatusBarMessage(l10n.t('$(save) {0} annotation files kept as “{1}”.', count, label.trim()), 5000);
}
