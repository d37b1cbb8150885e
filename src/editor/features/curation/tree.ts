// The list of passages that annotators marked: seed by seed, those they differ about first, those they agree about folded away.
import {
	EventEmitter,
	l10n,
	MarkdownString,
	ThemeColor,
	ThemeIcon,
	type TreeDataProvider,
	TreeItem,
	TreeItemCollapsibleState,
	workspace,
} from 'vscode';
import { escapeMarkdown, shorten } from '../../convert';
import { baseName } from '../../services/files';
import type { Decisions } from './decisions';
import { explainAgreement, sayAgreement, sayDecision, sayMarks } from './describe';
import type { Passage, Study } from './studies';

/** The passages of a seed that all agree about. */
export interface AgreedNode {
	readonly agreedIn: Study;
}
export type CurationNode = Study | AgreedNode | Passage;

export class CurationTree implements TreeDataProvider<CurationNode> {
	readonly #decisions: Decisions;
	readonly #onDidChange = new EventEmitter<void>();
	readonly onDidChangeTreeData = this.#onDidChange.event;
	#studies: readonly Study[] = [];
	#agreed: readonly AgreedNode[] = [];
	#passages: readonly Passage[] = [];

	constructor(decisions: Decisions) {
		this.#decisions = decisions;
	}

	dispose(): void {
		this.#onDidChange.dispose();
	}

	get studies(): readonly Study[] {
		return this.#studies;
	}

	/** In the order of the text. */
	get passages(): readonly Passage[] {
		return this.#passages;
	}

	get disagreements(): readonly Passage[] {
		return this.#passages.filter(isDisagreement);
	}

	show(studies: readonly Study[]): void {
		this.#studies = studies;
		this.#agreed = studies.map((agreedIn) => ({ agreedIn }));
		this.#passages = studies.flatMap((study) => study.agreement.matches.map((match) => ({ study, match })));
		this.#onDidChange.fire();
	}

	isDecided(passage: Passage): boolean {
		return this.#decisions.of(passage) !== undefined;
	}

	getChildren(node?: CurationNode): CurationNode[] {
		if (!node) return [...this.#studies];
		if ('agreedIn' in node) return this.#of(node.agreedIn).filter((one) => !isDisagreement(one));
		if ('match' in node) return [];
		const all = this.#of(node);
		const agreed = this.#agreed.filter(({ agreedIn }) => agreedIn === node && all.some((one) => !isDisagreement(one)));
		return [...all.filter(isDisagreement), ...agreed];
	}

	getParent(node: CurationNode): CurationNode | undefined {
		if ('agreedIn' in node) return node.agreedIn;
		if (!('match' in node)) return undefined;
		return isDisagreement(node) ? node.study : this.#agreed.find(({ agreedIn }) => agreedIn === node.study);
	}

	getTreeItem(node: CurationNode): TreeItem {
		if ('match' in node) return this.#passageItem(node);
		return 'agreedIn' in node ? this.#agreedItem(node.agreedIn) : studyItem(node);
	}

	#of(study: Study): Passage[] {
		return this.#passages.filter((one) => one.study === study);
	}

	#agreedItem(study: Study): TreeItem {
		const agreed = this.#of(study).filter((one) => !isDisagreement(one));
		const taken = agreed.filter((one) => this.isDecided(one)).length;
		const item = new TreeItem(l10n.t('{0} agree', agreed.length), TreeItemCollapsibleState.Collapsed);
		item.id = `${study.seed}#agreed`;
		item.description = taken ? l10n.t('{0} taken', taken) : '';
		item.iconPath = new ThemeIcon(taken === agreed.length ? 'pass-filled' : 'check-all', green);
		item.contextValue = 'agreed';
		return item;
	}

	#passageItem(passage: Passage): TreeItem {
		const { study, match } = passage;
		const words = study.text.slice(match.span.start, match.span.end);
		const decision = this.#decisions.of(passage);
		const marks = sayMarks(passage);
		const decided = decision && sayDecision(passage, decision);
		const item = new TreeItem(shorten(words, 60));
		item.id = idOf(passage);
		item.description = decided ? `${decided} · ${marks}` : marks;
		item.tooltip = tooltipOf(passage);
		item.iconPath = decision
			? new ThemeIcon('pass-filled', green)
			: new ThemeIcon(isDisagreement(passage) ? 'circle-large-outline' : 'check');
		item.accessibilityInformation = { label: `${decided ?? l10n.t('undecided')}: ${marks}: ${shorten(words, 60)}` };
		item.contextValue = `passage.${isDisagreement(passage) ? 'differs' : 'agreed'}.${match.marks.length > 2 ? 'many' : 'two'}`;
		// without arguments: those of rows that are drawn anew are forgotten before the click is carried out
		item.command = { command: 'glossator.curation.open', title: l10n.t('Show Side by Side') };
		return item;
	}
}

const green = new ThemeColor('testing.iconPassed');

export function isDisagreement({ match }: Passage): boolean {
	return match.differences.length > 0;
}

/** Stays the same while annotations change in other ways than by being added and removed. */
export function idOf({ study, match }: Passage): string {
	return `${study.seed}#${match.marks.map((mark) => mark?.annotation.id ?? '').join('+')}`;
}

function studyItem(study: Study): TreeItem {
	const item = new TreeItem(baseName(study.seed), TreeItemCollapsibleState.Expanded);
	item.id = study.seed.toString();
	const folder = workspace.asRelativePath(study.seed).slice(0, -baseName(study.seed).length - 1);
	item.description = [sayAgreement(study), folder].filter(Boolean).join(' · ');
	item.tooltip = new MarkdownString(explainAgreement(study).map(escapeMarkdown).join('\n\n'));
	item.iconPath = study.broken.length
		? new ThemeIcon('warning', new ThemeColor('list.warningForeground'))
		: ThemeIcon.File;
	item.contextValue = 'study';
	return item;
}

function tooltipOf({ study, match }: Passage): MarkdownString {
	const said = match.marks.map((mark, i) => {
		const name = `**${escapeMarkdown(study.agreement.names[i] as string)}**: `;
		if (!mark) return name + escapeMarkdown(l10n.t('not marked'));
		const { kind, tags, note } = mark.annotation;
		const words = `“${shorten(study.text.slice(mark.start, mark.end), 200)}”`;
		return (
			name +
			[[kind, ...tags.map((tag) => `#${tag}`)].join(' '), words, note]
				.filter(Boolean)
				.map((one) => escapeMarkdown(one as string))
				.join('  \n')
		);
	});
	return new MarkdownString(said.join('\n\n'));
}
