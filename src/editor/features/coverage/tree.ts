// The tree of a pair of seeds: how much of each side is told by the other, what only one tells, what they tell differently.
import {
	EventEmitter,
	l10n,
	ThemeIcon,
	type TreeDataProvider,
	TreeItem,
	TreeItemCollapsibleState,
	type Uri,
} from 'vscode';
import type { SideCoverage } from '../../../core/parallel/coverage';
import type { Difference, Passage } from '../../../core/parallel/differences';
import type { Span } from '../../../core/text/span';
import { shorten } from '../../convert';
import { languageName } from '../../languages';
import type { Comparison } from '../../services/comparisons';
import { baseName } from '../../services/files';
import type { SeedText } from '../../services/parallel';
import type { Services } from '../../services/services';

/** A passage as a command's argument. */
export interface Place extends Span {
	/** As a string. */
	readonly uri: string;
	/** Of the text that is not in the editor: shown beside it. */
	readonly beside: boolean;
}

interface SideNode {
	readonly kind: 'side';
	readonly text: SeedText;
	readonly coverage: SideCoverage;
	readonly beside: boolean;
}
interface ParagraphNode {
	readonly kind: 'paragraph';
	readonly side: SideNode;
	readonly paragraph: number;
}
interface DifferencesNode {
	readonly kind: 'differences';
	readonly comparison: Comparison;
}
interface DifferenceNode {
	readonly kind: 'difference';
	readonly comparison: Comparison;
	readonly difference: Difference;
}
type Node = SideNode | ParagraphNode | DifferencesNode | DifferenceNode;

export class CoverageTree implements TreeDataProvider<Node> {
	readonly #services: Services;
	readonly #onDidChange = new EventEmitter<void>();
	readonly #onDidLoad = new EventEmitter<string>();
	readonly onDidChangeTreeData = this.#onDidChange.event;
	/** The names of the two files; empty where there are none. */
	readonly onDidLoad = this.#onDidLoad.event;
	#seed: Uri | undefined;
	/** The other one of the pair that is shown. */
	#other: Uri | undefined;

	constructor(services: Services) {
		this.#services = services;
	}

	dispose(): void {
		this.#onDidChange.dispose();
		this.#onDidLoad.dispose();
	}

	refresh(): void {
		this.#onDidChange.fire();
	}

	/** What the view is about; undefined: no seed is in the editor. Going over to the other text of the pair changes nothing. */
	about(seed: Uri | undefined): void {
		if (seed && seed.toString() === this.#other?.toString()) return;
		this.#seed = seed;
	}

	getChildren(node?: Node): Promise<Node[]> {
		return this.#services.guard.quietly('parallel', () => this.#children(node), []);
	}

	async #children(node: Node | undefined): Promise<Node[]> {
		if (!node) return this.#roots();
		switch (node.kind) {
			case 'side':
				return node.coverage.alone.map((paragraph) => ({ kind: 'paragraph', side: node, paragraph }));
			case 'differences': {
				const { comparison } = node;
				return comparison.differences.map((difference) => ({ kind: 'difference', comparison, difference }));
			}
			default:
				return [];
		}
	}

	async #roots(): Promise<Node[]> {
		const seed = this.#seed;
		const comparison = seed && (await this.#services.comparisons.of(seed));
		if (seed !== this.#seed) return [];
		this.#other = comparison?.there.uri;
		this.#onDidLoad.fire(comparison ? `${baseName(comparison.here.uri)} ⇄ ${baseName(comparison.there.uri)}` : '');
		if (!comparison) return [];
		const { here, there, coverage, differences } = comparison;
		return [
			{ kind: 'side', text: here, coverage: coverage.source, beside: false },
			{ kind: 'side', text: there, coverage: coverage.target, beside: true },
			...(differences.length ? [{ kind: 'differences' as const, comparison }] : []),
		];
	}

	getTreeItem(node: Node): TreeItem {
		switch (node.kind) {
			case 'side':
				return sideItem(node);
			case 'paragraph':
				return paragraphItem(node);
			case 'differences':
				return differencesItem(node);
			case 'difference':
				return differenceItem(node);
		}
	}
}

function sideItem({ text, coverage: { paragraphs, linked, share, alone } }: SideNode): TreeItem {
	const language = languageName(text.seed.language);
	const percent = l10n.t('{0} %', Math.round(share * 100));
	const state = alone.length ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.None;
	const item = new TreeItem(`${language}: ${percent}`, state);
	item.id = text.uri.toString();
	item.description = alone.length
		? l10n.t('{0} of {1} paragraphs; only here:', linked, paragraphs)
		: l10n.t('all of it is in the other text');
	item.tooltip = l10n.t(
		'How much of {0} the other text tells, by length. Links of agencies and other furniture are not counted.',
		baseName(text.uri),
	);
	item.iconPath = new ThemeIcon(alone.length ? 'circle-large-outline' : 'pass');
	item.accessibilityInformation = { label: `${item.label}, ${item.description}` };
	return item;
}

function paragraphItem({ side: { text, beside }, paragraph }: ParagraphNode): TreeItem {
	const span = text.seed.paragraphs[paragraph]!;
	const passage = text.text.slice(span.start, span.end);
	const item = new TreeItem(shorten(passage, 80));
	item.id = `${text.uri}#${paragraph}`;
	item.description = String(paragraph + 1);
	item.tooltip = shorten(passage, 500);
	item.iconPath = new ThemeIcon('circle-slash');
	item.command = goTo({ uri: text.uri.toString(), start: span.start, end: span.end, beside });
	item.accessibilityInformation = {
		label: l10n.t('Only in {0}, paragraph {1}: {2}', languageName(text.seed.language), paragraph + 1, shorten(passage)),
	};
	return item;
}

function differencesItem({ comparison: { differences } }: DifferencesNode): TreeItem {
	const item = new TreeItem(l10n.t('Told differently'), TreeItemCollapsibleState.Expanded);
	item.id = 'differences';
	item.description = String(differences.length);
	item.iconPath = new ThemeIcon('diff');
	item.tooltip = l10n.t('Numbers, sums, dates and names that differ between linked paragraphs.');
	return item;
}

const icons = {
	number: 'symbol-numeric',
	percent: 'symbol-numeric',
	money: 'credit-card',
	date: 'calendar',
	name: 'person',
};

function differenceItem({
	comparison: { here, there },
	difference: { kind, source, target, link },
}: DifferenceNode): TreeItem {
	const nothing = l10n.t('nothing');
	const [mine, theirs] = [source?.text ?? nothing, target?.text ?? nothing];
	const item = new TreeItem(`${shorten(mine, 40)} ⇄ ${shorten(theirs, 40)}`);
	item.description = [source?.paragraph ?? link.source[0], target?.paragraph ?? link.target[0]]
		.map((paragraph) => (paragraph ?? 0) + 1)
		.join(' ⇄ ');
	item.iconPath = new ThemeIcon(icons[kind]);
	const places = [placeOf(here, source, link.source, false), placeOf(there, target, link.target, true)];
	item.command = goTo(...(source ? places : places.reverse()));
	item.accessibilityInformation = {
		label: l10n.t(
			'{0} in {1}, {2} in {3}',
			mine,
			languageName(here.seed.language),
			theirs,
			languageName(there.seed.language),
		),
	};
	return item;
}

/** The passage, or the paragraph where it could have stood. */
function placeOf(
	{ uri, seed }: SeedText,
	passage: Passage | undefined,
	linked: readonly number[],
	beside: boolean,
): Place {
	const paragraph = seed.paragraphs[passage?.paragraph ?? linked[0] ?? 0]!;
	const { start, end } = paragraph;
	const span = passage ? { start: start + passage.start, end: start + passage.end } : { start, end };
	return { uri: uri.toString(), ...span, beside };
}

function goTo(...places: Place[]) {
	return { command: 'glossator.parallel.goTo', title: l10n.t('Go to Passage'), arguments: places };
}
