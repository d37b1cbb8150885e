// The list of changes: seed by seed, a tick box a change, its card one click away.
import {
	EventEmitter,
	l10n,
	MarkdownString,
	ThemeColor,
	ThemeIcon,
	type TreeDataProvider,
	TreeItem,
	TreeItemCheckboxState,
	type Uri,
} from 'vscode';
import type { AnnotationChange } from '../../../core/annotations/diff';
import { annotatorOf } from '../../../core/annotations/names';
import { escapeMarkdown, shorten } from '../../convert';
import { baseName } from '../../services/files';
import { inParts, Part, partItem, Rows } from '../../services/parts';
import { Readings } from '../../services/readings';
import { folderName, seedItem } from '../../services/seed-item';
import { type ChangedSeed, changedSeeds } from './changed';
import type { Comparison } from './comparison';
import { describeChange } from './describe';
import { markOf, type Reviewed } from './reviewed';

/** A sidecar whose merge git left to a person. */
export interface ConflictNode {
	readonly conflict: Uri;
}

export interface ChangeNode {
	readonly change: AnnotationChange;
	readonly of: ChangedSeed;
}
export type ReviewNode = ConflictNode | ChangedSeed | Part<ChangeNode> | ChangeNode;

export class ReviewTree implements TreeDataProvider<ReviewNode> {
	readonly #reviewed: Reviewed;
	readonly #onDidChange = new EventEmitter<void>();
	readonly onDidChangeTreeData = this.#onDidChange.event;
	#comparison: Comparison | undefined;
	/** What is being compared, until it is shown. */
	#asked: Comparison | undefined;
	#seeds: readonly ChangedSeed[] = [];
	#conflicts: readonly ConflictNode[] = [];
	#nodes: readonly ChangeNode[] = [];
	readonly #byMark = new Map<string, ChangeNode>();
	readonly #rows = new Rows<ReviewNode>();
	readonly #readings = new Readings();
	#turn = 0;

	constructor(reviewed: Reviewed) {
		this.#reviewed = reviewed;
	}

	dispose(): void {
		this.#onDidChange.dispose();
	}

	/** What is compared; undefined before the first time. */
	get comparison(): Comparison | undefined {
		return this.#comparison;
	}

	get seeds(): readonly ChangedSeed[] {
		return this.#seeds;
	}

	/** All changes, in the order of the list. */
	get changes(): readonly ChangeNode[] {
		return this.#nodes;
	}

	/** The change of that `markOf`; undefined where the list has moved on. */
	node(mark: string): ChangeNode | undefined {
		return this.#byMark.get(mark);
	}

	/** Throws where git does not know a revision; the list then stays as it was. */
	async show(comparison: Comparison): Promise<void> {
		const turn = ++this.#turn;
		this.#asked = comparison;
		const seeds = await changedSeeds(comparison, this.#readings).finally(() => {
			if (turn === this.#turn) this.#asked = undefined;
		});
		// a later question has a newer answer
		if (turn !== this.#turn) return;
		this.#comparison = comparison;
		this.#seeds = seeds;
		this.#byMark.clear();
		this.#rows.clear();
		this.#nodes = seeds.flatMap((of) => this.#add(of));
		this.#onDidChange.fire();
	}

	/** Makes the comparison anew: the one that is being made, else the one that is shown. */
	async refresh(): Promise<void> {
		const comparison = this.#asked ?? this.#comparison;
		if (comparison) await this.show(comparison);
	}

	/** Makes a seed's rows. */
	#add(of: ChangedSeed): ChangeNode[] {
		const nodes = of.changes.map((change): ChangeNode => ({ change, of }));
		for (const node of nodes) this.#byMark.set(markOf(of.files.after.toString(), node.change), node);
		this.#rows.put(of, inParts(of.files.after.toString(), nodes));
		return nodes;
	}

	setConflicts(conflicts: readonly Uri[]): void {
		if (conflicts.map(String).join() === this.#conflicts.map(({ conflict }) => String(conflict)).join()) return;
		this.#conflicts = conflicts.map((conflict) => ({ conflict }));
		this.#onDidChange.fire();
	}

	isReviewed({ change, of }: ChangeNode): boolean {
		return this.#reviewed.has(markOf(of.files.after.toString(), change));
	}

	async setReviewed({ change, of }: ChangeNode, reviewed: boolean): Promise<void> {
		await this.#reviewed.set(markOf(of.files.after.toString(), change), reviewed);
		this.#onDidChange.fire();
	}

	getChildren(node?: ReviewNode): ReviewNode[] {
		if (node) return this.#rows.under(node);
		const names = new Set(this.#conflicts.map(({ conflict }) => conflict.toString()));
		const isToBeMerged = ({ broken, files }: ChangedSeed) => broken && names.has(files.after.toString());
		return [...this.#conflicts, ...this.#seeds.filter((seed) => !isToBeMerged(seed))];
	}

	getParent(node: ReviewNode): ReviewNode | undefined {
		return this.#rows.above(node);
	}

	getTreeItem(node: ReviewNode): TreeItem {
		if ('conflict' in node) return conflictItem(node.conflict);
		if (node instanceof Part) return partItem(node, describeChange((node.rows[0] as ChangeNode).change).label);
		return 'changes' in node ? changedSeedItem(node) : this.#changeItem(node);
	}

	#changeItem(node: ChangeNode): TreeItem {
		const { change, of } = node;
		const { icon, label, description, details } = describeChange(change);
		const reviewed = this.isReviewed(node);
		const item = new TreeItem(shorten(label, 80));
		item.id = markOf(of.files.after.toString(), change);
		item.description = shorten(description, 120);
		item.iconPath = new ThemeIcon(icon, colours[icon]);
		item.tooltip = new MarkdownString(details.map(escapeMarkdown).join('\n\n'));
		item.accessibilityInformation = { label: `${description}: ${label}` };
		item.checkboxState = {
			state: reviewed ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked,
			tooltip: reviewed ? l10n.t('Reviewed') : l10n.t('Mark as reviewed'),
			accessibilityInformation: { label: l10n.t('Reviewed') },
		};
		item.contextValue = 'id' in change ? `change.${change.what}` : 'change.other';
		// without arguments: those of rows that are drawn anew are forgotten before the click is carried out
		item.command = { command: 'glossator.review.open', title: l10n.t('Show Before and After') };
		return item;
	}
}

const colours: Readonly<Record<string, ThemeColor>> = {
	'diff-added': new ThemeColor('gitDecoration.addedResourceForeground'),
	'diff-removed': new ThemeColor('gitDecoration.deletedResourceForeground'),
	'diff-modified': new ThemeColor('gitDecoration.modifiedResourceForeground'),
};

function changedSeedItem({ seed, files, changes, broken }: ChangedSeed): TreeItem {
	const renamed = files.before.path !== files.after.path && l10n.t('was {0}', baseName(files.before));
	const unread = broken && l10n.t('cannot be read');
	const item = seedItem(seed, Boolean(broken), [annotatorOf(files.after.path), changes.length, unread, renamed]);
	item.id = files.after.toString();
	item.contextValue = 'changedSeed';
	return item;
}

function conflictItem(sidecar: Uri): TreeItem {
	const item = new TreeItem(baseName(sidecar));
	item.id = `conflict:${sidecar}`;
	item.description = [l10n.t('merge conflict'), folderName(sidecar)].filter(Boolean).join(' · ');
	item.iconPath = new ThemeIcon('git-merge', new ThemeColor('gitDecoration.conflictingResourceForeground'));
	item.tooltip = l10n.t('Two branches changed these annotations. Merge them one by one instead of line by line.');
	item.contextValue = 'conflict';
	item.command = { command: 'glossator.review.open', title: l10n.t('Merge Annotations') };
	return item;
}
