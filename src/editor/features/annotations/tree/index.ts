// The list of annotations: what needs a person on top, then group by group, with a filter.
import {
	commands,
	Disposable,
	EventEmitter,
	l10n,
	ThemeIcon,
	type TreeDataProvider,
	type TreeItem,
	type TreeView,
	type Uri,
	window,
	workspace,
} from 'vscode';
import { parseFilter } from '../../../../core/annotations/filter';
import type { Placed } from '../../../services/annotations';
import { baseName } from '../../../services/files';
import { Part } from '../../../services/parts';
import type { Services } from '../../../services/services';
import { Settle } from '../../../services/settle';
import { Badges } from '../badges';
import { iconColour } from '../colours';
import { AnnotationNode, type Grouping, groupings, groupsOf, type Node } from './groups';
import { itemFor } from './items';

/** Keystrokes in a seed or a sidecar come in bursts. */
const settleMilliseconds = 150;

/** Where the workspace's memory has what the person chose: it outlives the window. */
const [queryKey, groupingKey] = ['glossator.annotations.filter', 'glossator.annotations.grouping'];

export function registerTree(services: Services): Disposable {
	const { guard, annotations, vocabularies } = services;
	const badges = new Badges(services);
	const tree = new AnnotationTree(services, badges);
	const view = window.createTreeView('glossator.annotations', {
		treeDataProvider: tree,
		showCollapseAll: true,
		canSelectMany: true,
	});
	tree.onDidCount((counts) => showCounts(view, tree, counts));
	const tellFiltered = () => commands.executeCommand('setContext', 'glossator.filtered', tree.query !== '');
	const filter = async (query: string) => {
		await tree.setQuery(query);
		await tellFiltered();
	};
	if (tree.query) void tellFiltered();
	return Disposable.from(
		view,
		tree,
		badges,
		annotations.onDidChange(() => tree.refresh()),
		vocabularies.onDidChange(() => tree.refresh()),
		workspace.onDidChangeWorkspaceFolders(() => tree.refresh()),
		guard.command('glossator.annotations.open', async () => {
			const [node] = view.selection;
			if (node instanceof AnnotationNode) await commands.executeCommand('glossator.annotation.goTo', node.reference);
		}),
		guard.command('glossator.annotations.filter', async (given?: unknown) => {
			const query = typeof given === 'string' ? given : await askFilter(tree.query);
			if (query !== undefined) await filter(query.trim());
		}),
		guard.command('glossator.annotations.clearFilter', () => filter('')),
		guard.command('glossator.annotations.groupBy', async () => {
			const by = await askGrouping(tree.grouping);
			if (by) await tree.setGrouping(by);
		}),
	);
}

interface Counts {
	readonly shown: number;
	readonly all: number;
	readonly attention: number;
}

/** The filter is not told in the view's message: that would hide the way out where nothing fits. */
function showCounts(view: TreeView<Node>, { query }: AnnotationTree, { shown, all, attention }: Counts): void {
	view.description = query ? l10n.t('{0} of {1}: {2}', shown, all, query) : all ? String(all) : '';
	const tooltip = attention === 1 ? l10n.t('1 annotation needs you') : l10n.t('{0} annotations need you', attention);
	view.badge = attention ? { value: attention, tooltip } : undefined;
}

function askFilter(value: string): Thenable<string | undefined> {
	return window.showInputBox({
		title: l10n.t('Filter Annotations'),
		value,
		placeHolder: 'kind:claim,term -status:resolved tag:border date:>=2026-03 has:replies file:corridor "two words"',
		prompt: l10n.t(
			'Words, or kind: tag: author: status: actor: state: file: date: has:. A minus in front turns one round, a comma means “or”.',
		),
	});
}

async function askGrouping(now: Grouping): Promise<Grouping | undefined> {
	const names: Readonly<Record<Grouping, string>> = {
		seed: l10n.t('Seed'),
		kind: l10n.t('Kind'),
		tag: l10n.t('Tag'),
		author: l10n.t('Author'),
		status: l10n.t('Status'),
		actor: l10n.t('Actor'),
	};
	const items = groupings.map((by) => ({
		label: names[by],
		by,
		...(by === now && { description: l10n.t('as it is now') }),
	}));
	return (await window.showQuickPick(items, { title: l10n.t('Group Annotations by…') }))?.by;
}

class AnnotationTree implements TreeDataProvider<Node> {
	readonly #services: Services;
	readonly #badges: Badges;
	readonly #onDidChange = new EventEmitter<void>();
	readonly #onDidCount = new EventEmitter<Counts>();
	readonly #settle = new Settle(settleMilliseconds, () => this.#onDidChange.fire());
	/** Of kinds, by seed; as long as the rows stand. */
	readonly #icons = new Map<string, ThemeIcon>();
	readonly onDidChangeTreeData = this.#onDidChange.event;
	readonly onDidCount = this.#onDidCount.event;

	constructor(services: Services, badges: Badges) {
		this.#services = services;
		this.#badges = badges;
	}

	dispose(): void {
		Disposable.from(this.#settle, this.#onDidChange, this.#onDidCount).dispose();
	}

	get query(): string {
		return this.#services.memory.get(queryKey, '');
	}

	async setQuery(query: string): Promise<void> {
		await this.#services.memory.update(queryKey, query || undefined);
		this.#onDidChange.fire();
	}

	get grouping(): Grouping {
		const kept = this.#services.memory.get<Grouping>(groupingKey, 'seed');
		return groupings.includes(kept) ? kept : 'seed';
	}

	async setGrouping(grouping: Grouping): Promise<void> {
		await this.#services.memory.update(groupingKey, grouping);
		this.#onDidChange.fire();
	}

	refresh(): void {
		this.#settle.soon();
	}

	getChildren(node?: Node): Promise<Node[]> {
		return this.#services.guard.quietly('annotations', () => this.#children(node), []);
	}

	getTreeItem(node: Node): TreeItem {
		return itemFor(node, (kind, seed) => this.#iconOf(kind, seed));
	}

	#iconOf(kind: string, seed: Uri): ThemeIcon {
		const key = `${seed}#${kind}`;
		const known = this.#icons.get(key);
		if (known) return known;
		const icon = new ThemeIcon('note', iconColour(kind, this.#services.vocabularies.known(seed).kinds));
		this.#icons.set(key, icon);
		return icon;
	}

	async #children(node: Node | undefined): Promise<Node[]> {
		if (node) return childrenOf(node);
		const seeds = await this.#services.annotations.all();
		this.#icons.clear();
		for (const seed of seeds) this.#badges.show(seed);
		const all = seeds.flatMap(({ placed }) => placed);
		const keep = parseFilter(this.query);
		const shown = all.filter((placed) => keep(filterable(placed)));
		const attention = all.filter(({ anchoring }) => anchoring.state !== 'placed').length;
		this.#onDidCount.fire({ shown: shown.length, all: all.length, attention });
		return groupsOf(shown, this.grouping);
	}
}

function childrenOf(node: Node): Node[] {
	if (node instanceof AnnotationNode) return [];
	return [...(node instanceof Part ? node.rows : node.children)];
}

function filterable({ annotation, anchoring, seed }: Placed) {
	return { annotation, state: anchoring.state, file: baseName(seed) };
}
