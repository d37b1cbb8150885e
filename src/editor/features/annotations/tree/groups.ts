// The list's groups: what needs a person, then by whatever is wished.
import { l10n, type Uri } from 'vscode';
import type { Annotation } from '../../../../core/annotations/model';
import type { Placed } from '../../../services/annotations';
import { baseName } from '../../../services/files';
import { inParts, type Part } from '../../../services/parts';
import { type Reference, referenceTo } from '../subject';

export const groupings = ['seed', 'kind', 'tag', 'author', 'status', 'actor'] as const;
export type Grouping = (typeof groupings)[number];

export class AnnotationNode {
	/** What commands called on the item are about. */
	readonly reference: Reference;

	constructor(
		readonly placed: Placed,
		readonly group: GroupNode,
	) {
		this.reference = referenceTo(placed);
	}
}

export class GroupNode {
	constructor(
		/** Of the tree item: stable as long as the grouping is. */
		readonly id: string,
		readonly label: string,
		readonly placed: readonly Placed[],
		readonly what: Grouping | 'attention',
		/** Of a group that is a seed. */
		readonly seed?: Uri,
	) {}

	get children(): readonly Node[] {
		return inParts(
			this.id,
			this.placed.map((placed) => new AnnotationNode(placed, this)),
		);
	}
}

export type Node = GroupNode | Part<AnnotationNode> | AnnotationNode;

/** Orphans and those to confirm on top, and again in their groups. Seeds stay in their order, other groups are sorted, what belongs to none is last. */
export function groupsOf(all: readonly Placed[], by: Grouping): GroupNode[] {
	const attention = all.filter(({ anchoring }) => anchoring.state !== 'placed').sort(orphansFirst);
	const top = attention.length ? [new GroupNode('attention', l10n.t('Needs attention'), attention, 'attention')] : [];
	const groups = new Map<string, Placed[]>();
	for (const placed of all)
		for (const key of keysOf(placed, by)) {
			const known = groups.get(key);
			if (known) known.push(placed);
			else groups.set(key, [placed]);
		}
	const keys = by === 'seed' ? [...groups.keys()] : [...groups.keys()].sort(lastIfEmpty);
	return [...top, ...keys.map((key) => group(by, key, groups.get(key) as Placed[]))];
}

function group(by: Grouping, key: string, placed: readonly Placed[]): GroupNode {
	const seed = by === 'seed' ? (placed[0] as Placed).seed : undefined;
	return new GroupNode(`${by}/${key}`, seed ? baseName(seed) : key || noneOf(by), placed, by, seed);
}

function keysOf({ seed, annotation }: Placed, by: Grouping): readonly string[] {
	switch (by) {
		case 'seed':
			return [seed.toString()];
		case 'tag':
			return annotation.tags.length ? annotation.tags : [''];
		case 'status':
			return [annotation.status ?? l10n.t('open')];
		default:
			return [(annotation as Partial<Annotation>)[by] ?? ''];
	}
}

function noneOf(by: Grouping): string {
	switch (by) {
		case 'tag':
			return l10n.t('no tag');
		case 'author':
			return l10n.t('no author');
		case 'actor':
			return l10n.t('no actor');
		default:
			return l10n.t('none');
	}
}

function orphansFirst(a: Placed, b: Placed): number {
	return Number(b.anchoring.state === 'orphan') - Number(a.anchoring.state === 'orphan');
}

function lastIfEmpty(a: string, b: string): number {
	return Number(!a) - Number(!b) || a.localeCompare(b);
}
