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
} from 'vscode';
import { escapeMarkdown, shorten } from '../../convert';
import { inParts, Part, partItem, Rows } from '../../services/parts';
import { seedItem } from '../../services/seed-item';
import type { Decided } from './decisions';
import { explainAgreement, sayAgreement, sayDecision, sayMarks } from './describe';
import type { Passage, Study } from './studies';

/** The passages of a seed that all agree about. */
export interface AgreedNode {
	readonly agreedIn: Study;
	readonly agreed: readonly Passage[];
}
export type CurationNode = Study | AgreedNode | Part<Passage> | Passage;

export class CurationTree implements TreeDataProvider<CurationNode> {
	readonly #onDidChange = new EventEmitter<void>();
	readonly onDidChangeTreeData = this.#onDidChange.event;
	readonly #rows = new Rows<CurationNode>();
	readonly #byId = new Map<string, Passage>();
	#decided: Decided = new Map();
	#studies: readonly Study[] = [];
	#passages: readonly Passage[] = [];
	#disagreements: readonly Passage[] = [];

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
		return this.#disagreements;
	}

	/** The passage of that `idOf`; undefined where the list has moved on. */
	passage(id: string): Passage | undefined {
		return this.#byId.get(id);
	}

	/** Later decisions are seen when it is called again. */
	show(studies: readonly Study[], decided: Decided): void {
		this.#byId.clear();
		this.#rows.clear();
		this.#decided = decided;
		this.#studies = studies;
		this.#passages = studies.flatMap((study) => this.#add(study));
		this.#disagreements = this.#passages.filter(isDisagreement);
		for (const passage of this.#passages) this.#byId.set(idOf(passage), passage);
		this.#onDidChange.fire();
	}

	isDecided(passage: Passage): boolean {
		return this.#decided.get(passage.match) !== undefined;
	}

	getChildren(node?: CurationNode): CurationNode[] {
		return node ? this.#rows.under(node) : [...this.#studies];
	}

	getParent(node: CurationNode): CurationNode | undefined {
		return this.#rows.above(node);
	}

	getTreeItem(node: CurationNode): TreeItem {
		if ('match' in node) return this.#passageItem(node);
		if (node instanceof Part) return partItem(node, wordsOf(node.rows[0] as Passage));
		return 'agreedIn' in node ? this.#agreedItem(node) : studyItem(node);
	}

	/** Makes its rows: what they differ about, and one for what they agree about. Returns its passages. */
	#add(study: Study): Passage[] {
		const all = study.agreement.matches.map((match): Passage => ({ study, match }));
		const agreed = all.filter((one) => !isDisagreement(one));
		const node: AgreedNode = { agreedIn: study, agreed };
		const differing = inParts(`${study.seed}#differ`, all.filter(isDisagreement));
		this.#rows.put(study, [...differing, ...(agreed.length ? [node] : [])]);
		this.#rows.put(node, inParts(`${study.seed}#agreed`, agreed));
		return all;
	}

	#agreedItem({ agreedIn: study, agreed }: AgreedNode): TreeItem {
		const taken = agreed.filter((one) => this.isDecided(one)).length;
		const item = new TreeItem(l10n.t('{0} agree', agreed.length), TreeItemCollapsibleState.Collapsed);
		item.id = `${study.seed}#agreed`;
		item.description = taken ? l10n.t('{0} taken', taken) : '';
		item.iconPath = new ThemeIcon(taken === agreed.length ? 'pass-filled' : 'check-all', green);
		item.contextValue = 'agreed';
		return item;
	}

	#passageItem(passage: Passage): TreeItem {
		const { match } = passage;
		const words = wordsOf(passage);
		const decision = this.#decided.get(match);
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

function wordsOf({ study, match }: Passage): string {
	return study.text.slice(match.span.start, match.span.end);
}

function studyItem(study: Study): TreeItem {
	const item = seedItem(study.seed, study.broken.length > 0, [sayAgreement(study)]);
	item.tooltip = new MarkdownString(explainAgreement(study).map(escapeMarkdown).join('\n\n'));
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
