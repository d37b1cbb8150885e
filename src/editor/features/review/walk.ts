// Going through the changes with the keyboard, from the list or from a card.
import { commands, l10n, type TextDocumentShowOptions, type TreeView, window } from 'vscode';
import { shorten } from '../../convert';
import { baseName } from '../../services/files';
import { Stop } from '../../services/guard';
import { cardUri, nodeOf, rawUris } from './cards';
import { describeChange } from './describe';
import type { ChangeNode, ReviewNode, ReviewTree } from './tree';

/** An editor of many more cards takes VS Code a minute to open. */
const mostCards = 100;

export class Walk {
	readonly #tree: ReviewTree;
	readonly #view: TreeView<ReviewNode>;

	constructor(tree: ReviewTree, view: TreeView<ReviewNode>) {
		this.#tree = tree;
		this.#view = view;
	}

	/** The change a command is about: the row it was called on, the card in front, else the row that is selected. */
	current(given?: unknown): ChangeNode | undefined {
		const called = given as Partial<ChangeNode> | undefined;
		if (called?.change && called.of) return called as ChangeNode;
		const inFront = nodeOf(this.#tree, window.activeTextEditor?.document.uri);
		if (inFront) return inFront;
		const [selected] = this.#view.selection;
		return selected && 'change' in selected ? selected : undefined;
	}

	/** The same; throws Stop where there is none. */
	require(given?: unknown): ChangeNode {
		const node = this.current(given);
		if (!node) throw new Stop(l10n.t('Choose a change in the list of annotation changes first.'));
		return node;
	}

	async open(node: ChangeNode, options: TextDocumentShowOptions = {}): Promise<void> {
		const { label, description } = describeChange(node.change);
		const title = `${shorten(label, 40)} (${shorten(description, 40)})`;
		const [before, after] = [cardUri(node, 'before'), cardUri(node, 'after')];
		await commands.executeCommand('vscode.diff', before, after, title, { preview: true, ...options });
	}

	/** Round the ends. */
	async step(direction: 1 | -1): Promise<void> {
		const { changes } = this.#tree;
		if (!changes.length) throw new Stop(l10n.t('There is no change to go to.'));
		const here = this.current();
		const at = here ? changes.findIndex((one) => one.change === here.change) : direction > 0 ? -1 : 0;
		const next = changes[(at + direction + changes.length) % changes.length] as ChangeNode;
		await this.#reveal(next);
		await this.open(next);
	}

	/** Ticks the change off and goes to the next that is not; says so when that was the last. */
	async tickOff(given?: unknown): Promise<void> {
		const node = this.require(given);
		await this.#tree.setReviewed(node, true);
		const { changes } = this.#tree;
		const at = changes.findIndex((one) => one.change === node.change);
		const rest = [...changes.slice(at + 1), ...changes.slice(0, at + 1)];
		const next = rest.find((one) => !this.#tree.isReviewed(one));
		if (!next) {
			window.setStatusBarMessage(l10n.t('$(check-all) Everything is reviewed ({0}).', changes.length), 5000);
			return;
		}
		await this.#reveal(next);
		await this.open(next);
	}

	/** All cards in one editor: of one seed, or of all; of very many, the next that are not reviewed. */
	async openAll(of: ChangeNode['of'] | undefined): Promise<void> {
		const all = this.#tree.changes.filter((one) => !of || one.of === of);
		const left = all.filter((one) => !this.#tree.isReviewed(one));
		const nodes = all.length > mostCards ? (left.length ? left : all).slice(0, mostCards) : all;
		if (!nodes.length) throw new Stop(l10n.t('There is no change to show.'));
		const title = of ? baseName(of.seed) : l10n.t('Annotation Changes');
		const cards = nodes.map((node) => {
			const after = cardUri(node, 'after');
			return [after, cardUri(node, 'before'), after];
		});
		await commands.executeCommand('vscode.changes', title, cards);
		if (nodes.length < all.length)
			window.setStatusBarMessage(
				l10n.t('The next {0} of {1} changes that are not reviewed.', nodes.length, left.length || all.length),
				10_000,
			);
	}

	/** The sidecar as it is written. */
	async openRaw(of: ChangeNode['of']): Promise<void> {
		const uris = await rawUris(this.#tree, of);
		if (!uris) return;
		const name = baseName(of.files.after);
		const { before, after } = this.#tree.comparison!;
		await commands.executeCommand('vscode.diff', ...uris, `${name} (${before.label} ↔ ${after.label})`);
	}

	async #reveal(node: ChangeNode): Promise<void> {
		if (this.#view.visible) await this.#view.reveal(node, { select: true, focus: false });
	}
}
