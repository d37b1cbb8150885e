// The list of annotations: what needs a person on top, then seed by seed, with a filter.
import {
	commands,
	Disposable,
	EventEmitter,
	l10n,
	MarkdownString,
	ThemeIcon,
	type TreeDataProvider,
	TreeItem,
	TreeItemCollapsibleState,
	type Uri,
	window,
	workspace,
} from 'vscode';
import { parseFilter } from '../../../core/annotations/filter';
import { escapeMarkdown, shorten } from '../../convert';
import type { AnnotatedSeed, Placed } from '../../services/annotations';
import { baseName } from '../../services/files';
import type { Services } from '../../services/services';
import { Settle } from '../../services/settle';
import { quoteOf, type Reference, referenceTo, resolved } from './subject';

/** Keystrokes in a seed or a sidecar come in bursts. */
const settleMilliseconds = 150;

export function registerTree(services: Services): Disposable {
	const { guard, annotations } = services;
	const provider = new AnnotationTree(services);
	const view = window.createTreeView('glossator.annotations', { treeDataProvider: provider, showCollapseAll: true });
	const filter = async (query: string) => {
		provider.query = query;
		// not its message: that would hide the way out where nothing fits
		view.description = query ? l10n.t('Showing: {0}', query) : '';
		await commands.executeCommand('setContext', 'glossator.filtered', query !== '');
	};
	return Disposable.from(
		view,
		provider,
		annotations.onDidChange(() => provider.refresh()),
		workspace.onDidChangeWorkspaceFolders(() => provider.refresh()),
		guard.command('glossator.annotations.filter', async () => {
			const query = await window.showInputBox({
				title: l10n.t('Filter Annotations'),
				value: provider.query,
				prompt: l10n.t(
					'Words, or kind: tag: author: status: actor: state:, for example “kind:claim -status:resolved baku”',
				),
			});
			if (query !== undefined) await filter(query.trim());
		}),
		guard.command('glossator.annotations.clearFilter', () => filter('')),
	);
}

interface AttentionNode {
	readonly attention: readonly Placed[];
}
type Node = AttentionNode | AnnotatedSeed | AnnotationNode;

class AnnotationNode {
	/** What commands called on the item are about. */
	readonly reference: Reference;

	constructor(
		readonly item: Placed,
		/** Stands under "needs attention" rather than its seed. */
		readonly onTop: boolean,
	) {
		this.reference = referenceTo(item);
	}
}

class AnnotationTree implements TreeDataProvider<Node> {
	readonly #services: Services;
	readonly #onDidChange = new EventEmitter<void>();
	readonly onDidChangeTreeData = this.#onDidChange.event;
	readonly #settle = new Settle(settleMilliseconds, () => this.#onDidChange.fire());
	#query = '';

	constructor(services: Services) {
		this.#services = services;
	}

	dispose(): void {
		Disposable.from(this.#settle, this.#onDidChange).dispose();
	}

	get query(): string {
		return this.#query;
	}

	set query(query: string) {
		this.#query = query;
		this.#onDidChange.fire();
	}

	refresh(): void {
		this.#settle.soon();
	}

	getChildren(node?: Node): Promise<Node[]> {
		return this.#services.guard.quietly('annotations', () => this.#children(node), []);
	}

	getTreeItem(node: Node): TreeItem {
		if (node instanceof AnnotationNode) return annotationItem(node);
		return 'attention' in node ? attentionItem(node.attention) : seedItem(node);
	}

	async #children(node: Node | undefined): Promise<Node[]> {
		if (node instanceof AnnotationNode) return [];
		if (node) {
			const attention = 'attention' in node;
			return (attention ? node.attention : node.placed).map((one) => new AnnotationNode(one, attention));
		}
		const keep = parseFilter(this.#query);
		const seeds = (await this.#services.annotations.all())
			.map((one) => ({ ...one, placed: one.placed.filter((placed) => keep(filterable(placed))) }))
			.filter(({ placed }) => placed.length);
		const attention = seeds.flatMap(({ placed }) => placed.filter(({ anchoring }) => anchoring.state !== 'placed'));
		return [...(attention.length ? [{ attention }] : []), ...seeds];
	}
}

function filterable({ annotation, anchoring, seed }: Placed) {
	return { annotation, state: anchoring.state, file: baseName(seed) };
}

function attentionItem(attention: readonly Placed[]): TreeItem {
	const item = new TreeItem(l10n.t('Needs attention'), TreeItemCollapsibleState.Expanded);
	item.id = 'attention';
	item.description = String(attention.length);
	item.iconPath = new ThemeIcon('warning');
	item.tooltip = l10n.t('Annotations whose passage changed or is gone. Confirm each, or attach it to another passage.');
	return item;
}

function seedItem({ seed, placed }: AnnotatedSeed): TreeItem {
	const item = new TreeItem(seed, TreeItemCollapsibleState.Expanded);
	item.id = seed.toString();
	item.label = baseName(seed);
	item.description = [placed.length, folderName(seed)].filter(Boolean).join(' · ');
	item.iconPath = ThemeIcon.File;
	item.contextValue = 'seed';
	return item;
}

function folderName(seed: Uri): string {
	const path = workspace.asRelativePath(seed);
	return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

function annotationItem({ item: placed, onTop, reference }: AnnotationNode): TreeItem {
	const { annotation, anchoring } = placed;
	const passage = quoteOf(annotation) ?? l10n.t('the whole seed');
	const item = new TreeItem(shorten(annotation.note ?? passage, 80));
	item.id = `${onTop ? 'attention/' : ''}${reference.seed}#${reference.id}`;
	item.description = [
		annotation.kind,
		...annotation.tags.map((tag) => `#${tag}`),
		replyCount(annotation.replies.length),
	]
		.filter(Boolean)
		.join(' · ');
	item.tooltip = new MarkdownString(`“${escapeMarkdown(passage)}”\n\n${escapeMarkdown(annotation.note ?? '')}`);
	item.iconPath = new ThemeIcon(icons[anchoring.state] ?? (annotation.status === resolved ? 'pass' : 'note'));
	item.contextValue = `annotation.${anchoring.state}.${annotation.status === resolved ? 'resolved' : 'open'}`;
	item.command = { command: 'glossator.annotation.goTo', title: l10n.t('Go to Passage'), arguments: [reference] };
	item.accessibilityInformation = {
		label: [stateName(anchoring.state), annotation.kind, passage, annotation.note].filter(Boolean).join(', '),
	};
	return item;
}

const icons: Readonly<Record<string, string>> = { confirm: 'question', orphan: 'debug-disconnect' };

function stateName(state: string): string {
	if (state === 'orphan') return l10n.t('passage is gone');
	return state === 'confirm' ? l10n.t('to confirm') : '';
}

function replyCount(count: number): string {
	if (!count) return '';
	return count === 1 ? l10n.t('1 reply') : l10n.t('{0} replies', count);
}
