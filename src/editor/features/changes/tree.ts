// The list of changes: seed by seed, one line a change, the passage one click away.
import {
	commands,
	EventEmitter,
	l10n,
	MarkdownString,
	ThemeIcon,
	type TreeDataProvider,
	TreeItem,
	TreeItemCollapsibleState,
	workspace,
} from 'vscode';
import type { AnnotationChange } from '../../../core/annotations/diff';
import { escapeMarkdown, shorten } from '../../convert';
import { baseName } from '../../services/files';
import type { Services } from '../../services/services';
import { type ChangedSeed, changesSince } from './compare';
import { describeChange } from './describe';

interface ChangeNode {
	readonly change: AnnotationChange;
	readonly of: ChangedSeed;
}
type Node = ChangedSeed | ChangeNode;

export class ChangesTree implements TreeDataProvider<Node> {
	readonly #services: Services;
	readonly #onDidChange = new EventEmitter<void>();
	readonly onDidChangeTreeData = this.#onDidChange.event;
	#revision: string | undefined;
	#changed: readonly ChangedSeed[] = [];
	#turn = 0;

	constructor(services: Services) {
		this.#services = services;
	}

	dispose(): void {
		this.#onDidChange.dispose();
	}

	/** What the list compares with; undefined before the first time. */
	get revision(): string | undefined {
		return this.#revision;
	}

	get isEmpty(): boolean {
		return this.#changed.length === 0;
	}

	/** Throws where git does not know the revision; the list then stays as it was. */
	async compareWith(revision: string): Promise<void> {
		const turn = ++this.#turn;
		const changed = await changesSince(this.#services, revision);
		// a later question has a newer answer
		if (turn !== this.#turn) return;
		this.#changed = changed;
		this.#revision = revision;
		this.#onDidChange.fire();
	}

	/** Compares again, where the list has been asked for. */
	async refresh(): Promise<void> {
		if (this.#revision !== undefined) await this.compareWith(this.#revision);
	}

	async compareText(node: unknown): Promise<void> {
		const { sidecar } = node as ChangedSeed;
		const before = this.#revision === undefined ? undefined : await this.#services.git.uriAt(sidecar, this.#revision);
		if (!before) return;
		const title = l10n.t('{0} since {1}', baseName(sidecar), this.#revision ?? '');
		await commands.executeCommand('vscode.diff', before, sidecar, title);
	}

	/** To the passage of a row. */
	async open(node: Node | undefined): Promise<void> {
		if (!node || 'changes' in node || !('id' in node.change)) return;
		const reference = { seed: node.of.seed.toString(), id: node.change.id };
		await commands.executeCommand('glossator.annotation.goTo', reference);
	}

	getChildren(node?: Node): Node[] {
		if (!node) return [...this.#changed];
		return 'changes' in node ? node.changes.map((change) => ({ change, of: node })) : [];
	}

	getTreeItem(node: Node): TreeItem {
		return 'changes' in node ? seedItem(node) : changeItem(node);
	}
}

function seedItem({ seed, changes }: ChangedSeed): TreeItem {
	const item = new TreeItem(baseName(seed), TreeItemCollapsibleState.Expanded);
	item.id = seed.toString();
	const folder = workspace.asRelativePath(seed).slice(0, -baseName(seed).length - 1);
	item.description = [changes.length, folder].filter(Boolean).join(' · ');
	item.iconPath = ThemeIcon.File;
	item.contextValue = 'changedSeed';
	return item;
}

function changeItem({ change }: ChangeNode): TreeItem {
	const { icon, label, description, details } = describeChange(change);
	const item = new TreeItem(shorten(label, 80));
	item.description = shorten(description, 120);
	item.iconPath = new ThemeIcon(icon);
	item.tooltip = new MarkdownString(details.map(escapeMarkdown).join('\n\n'));
	item.accessibilityInformation = { label: `${description}: ${label}` };
	// without an argument: VS Code forgets those when the list is made anew while somebody clicks
	if (change.what === 'added' || change.what === 'changed')
		item.command = { command: 'glossator.changes.open', title: l10n.t('Go to Passage') };
	return item;
}
