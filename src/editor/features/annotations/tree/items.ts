// What the rows of the list look like.
import {
	l10n,
	MarkdownString,
	ThemeColor,
	ThemeIcon,
	TreeItem,
	TreeItemCollapsibleState,
	type Uri,
	workspace,
} from 'vscode';
import type { Annotation } from '../../../../core/annotations/model';
import { escapeMarkdown, noteMarkdown, shorten } from '../../../convert';
import { baseName } from '../../../services/files';
import { Part, partItem } from '../../../services/parts';
import { quoteOf, resolved } from '../subject';
import { AnnotationNode, type GroupNode, type Node } from './groups';

/** `kindIcon` gives the mark of a kind. */
export function itemFor(node: Node, kindIcon: (kind: string, seed: Uri) => ThemeIcon): TreeItem {
	if (node instanceof Part) return partItem(node, passageOf((node.rows[0] as AnnotationNode).placed.annotation));
	return node instanceof AnnotationNode ? annotationItem(node, kindIcon) : groupItem(node, kindIcon);
}

function groupItem(
	{ id, label, placed, what, seed }: GroupNode,
	kindIcon: (kind: string, seed: Uri) => ThemeIcon,
): TreeItem {
	const item = seed
		? new TreeItem(seed, TreeItemCollapsibleState.Expanded)
		: new TreeItem(label, TreeItemCollapsibleState.Expanded);
	item.id = id;
	item.label = label;
	item.description = [placed.length, seed && folderName(seed)].filter(Boolean).join(' · ');
	item.contextValue = what === 'attention' ? 'attention' : seed ? 'seed' : 'group';
	const first = placed[0];
	item.iconPath =
		what === 'kind' && first
			? kindIcon(first.annotation.kind, first.seed)
			: seed
				? ThemeIcon.File
				: new ThemeIcon(groupIcons[what] ?? 'list-tree');
	if (what === 'attention')
		item.tooltip = l10n.t(
			'Annotations whose passage changed or is gone. Confirm each, or attach it to another passage.',
		);
	return item;
}

const groupIcons: Readonly<Record<string, string>> = {
	attention: 'warning',
	tag: 'tag',
	author: 'account',
	status: 'issues',
	actor: 'person',
};

function folderName(seed: Uri): string {
	const path = workspace.asRelativePath(seed);
	return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

/** Its command has no argument, since VS Code forgets those when the list is made anew while somebody clicks. */
function annotationItem(
	{ placed, group, reference }: AnnotationNode,
	kindIcon: (kind: string, seed: Uri) => ThemeIcon,
): TreeItem {
	const { annotation, anchoring, seed } = placed;
	const passage = passageOf(annotation);
	const item = new TreeItem(shorten(saidIn(annotation.note) ?? passage, 80));
	item.id = `${group.id}/${reference.seed}#${reference.id}`;
	item.description = [
		group.what === 'kind' ? '' : annotation.kind,
		...annotation.tags.map((tag) => `#${tag}`),
		replyCount(annotation.replies.length),
		group.what === 'seed' ? '' : baseName(seed),
	]
		.filter(Boolean)
		.join(' · ');
	item.tooltip = new MarkdownString(
		`“${escapeMarkdown(shorten(passage, 300))}”\n\n${noteMarkdown(annotation.note ?? '')}`,
	);
	item.iconPath = stateIcon(anchoring.state) ?? doneIcon(annotation.status) ?? kindIcon(annotation.kind, seed);
	item.contextValue = `annotation.${anchoring.state}.${annotation.status === resolved ? 'resolved' : 'open'}`;
	item.command = { command: 'glossator.annotations.open', title: l10n.t('Go to Passage') };
	item.accessibilityInformation = {
		label: [stateName(anchoring.state), annotation.kind, passage, annotation.note].filter(Boolean).join(', '),
	};
	return item;
}

function passageOf(annotation: Annotation): string {
	return quoteOf(annotation) ?? l10n.t('the whole seed');
}

/** What a note says itself: not the words of the text that it begins with. */
function saidIn(note: string | undefined): string | undefined {
	return note?.replace(/^(?:>.*(?:\n\s*|$))+/, '') || note;
}

function stateIcon(state: string): ThemeIcon | undefined {
	const colour = new ThemeColor('list.warningForeground');
	if (state === 'orphan') return new ThemeIcon('debug-disconnect', colour);
	return state === 'confirm' ? new ThemeIcon('question', colour) : undefined;
}

function doneIcon(status: string | undefined): ThemeIcon | undefined {
	return status === resolved ? new ThemeIcon('pass') : undefined;
}

function stateName(state: string): string {
	if (state === 'orphan') return l10n.t('passage is gone');
	return state === 'confirm' ? l10n.t('to confirm') : '';
}

function replyCount(count: number): string {
	if (!count) return '';
	return count === 1 ? l10n.t('1 reply') : l10n.t('{0} replies', count);
}
