// Curation: what several annotators made of the same seeds, side by side, and of each passage what is to stand.
import { commands, Disposable, l10n, type TreeView, Uri, window } from 'vscode';
import { Stop } from '../../services/guard';
import type { Services } from '../../services/services';
import { Settle } from '../../services/settle';
import { showPassage } from '../../services/show';
import { seedOf } from '../../services/sidecars';
import { openCards, passageOf, registerCurationCards } from './cards';
import { type Decision, Decisions } from './decisions';
import { pickAnnotators } from './pick';
import { type Passage, type Question, type Study, studyOf } from './studies';
import { type AgreedNode, type CurationNode, CurationTree, idOf, isDisagreement } from './tree';

/** Typing in a sidecar comes in bursts. */
const settleMilliseconds = 300;

export function registerCuration(services: Services): Disposable {
	const { guard, sidecars } = services;
	const decisions = new Decisions(services);
	const tree = new CurationTree();
	const view = window.createTreeView<CurationNode>('glossator.curation', {
		treeDataProvider: tree,
		showCollapseAll: true,
	});
	const curation = new Curation(tree, view, decisions);
	const settle = new Settle(
		settleMilliseconds,
		() => void guard.quietly('curation', () => curation.refresh(), undefined),
	);
	const take = (which: (passage: Passage) => Decision) => (given?: unknown) => curation.take(given, which);
	return Disposable.from(
		view,
		tree,
		settle,
		registerCurationCards(tree),
		tree.onDidChangeTreeData(() => curation.say()),
		sidecars.onDidChange(() => curation.isOpen && settle.soon()),
		guard.command('glossator.curation.compare', async (given?: unknown) => {
			const file = given instanceof Uri ? given : undefined;
			const question = await pickAnnotators(services, file && (seedOf(file) ?? file));
			if (question) await curation.show(question);
		}),
		guard.command('glossator.curation.open', () => curation.open()),
		guard.command('glossator.curation.next', () => curation.step(1)),
		guard.command('glossator.curation.previous', () => curation.step(-1)),
		guard.command(
			'glossator.curation.takeFirst',
			take(() => [0]),
		),
		guard.command(
			'glossator.curation.takeSecond',
			take(() => [1]),
		),
		guard.command(
			'glossator.curation.takeBoth',
			take(({ match }) => marked(match.marks)),
		),
		guard.command(
			'glossator.curation.takeNeither',
			take(() => []),
		),
		guard.command('glossator.curation.takeSome', (given?: unknown) => curation.takeSome(given)),
		guard.command('glossator.curation.takeAgreed', (given?: unknown) => curation.takeAgreed(given)),
		guard.command('glossator.curation.goToPassage', (given?: unknown) => {
			const { study, match } = curation.require(given);
			return showPassage(study.seed, match.span);
		}),
		guard.command('glossator.curation.close', () => curation.close()),
	);
}

function marked(marks: readonly unknown[]): number[] {
	return marks.flatMap((mark, i) => (mark ? [i] : []));
}

class Curation {
	readonly #tree: CurationTree;
	readonly #view: TreeView<CurationNode>;
	readonly #decisions: Decisions;
	#question: Question | undefined;
	#turn = 0;

	constructor(tree: CurationTree, view: TreeView<CurationNode>, decisions: Decisions) {
		this.#tree = tree;
		this.#view = view;
		this.#decisions = decisions;
	}

	get isOpen(): boolean {
		return this.#question !== undefined;
	}

	async show(question: Question): Promise<void> {
		this.#question = question;
		await commands.executeCommand('setContext', 'glossator.curating', true);
		await commands.executeCommand('glossator.curation.focus');
		await window.withProgress({ location: { viewId: 'glossator.curation' } }, () => this.refresh());
	}

	async close(): Promise<void> {
		this.#question = undefined;
		this.#turn++;
		this.#tree.show([], new Map());
		await commands.executeCommand('setContext', 'glossator.curating', false);
	}

	async refresh(): Promise<void> {
		const question = this.#question;
		const turn = ++this.#turn;
		const studies: Study[] = [];
		const before = new Map(this.#tree.studies.map((study) => [study.seed.toString(), study]));
		for (const seed of question?.seeds ?? []) {
			const study = question && (await studyOf(question, seed, before.get(seed.toString())));
			// a later question has a newer answer
			if (turn !== this.#turn) return;
			if (study) studies.push(study);
		}
		const isOld = () => turn !== this.#turn;
		const decided = await this.#decisions.ofAll(studies, isOld);
		if (!isOld()) this.#tree.show(studies, decided);
	}

	say(): void {
		const { names = [] } = this.#question ?? {};
		const { disagreements, passages } = this.#tree;
		const done = disagreements.filter((one) => this.#tree.isDecided(one)).length;
		this.#view.description = names.join(' ↔ ');
		this.#view.message = !passages.length
			? l10n.t('No seed is annotated by two of them.')
			: disagreements.length
				? l10n.t(
						'{0} of {1} decided. Keys: 1 {2}, 2 {3}, B both, 0 neither.',
						done,
						disagreements.length,
						names[0] ?? '',
						names[1] ?? '',
					)
				: l10n.t('They agree about all they marked.');
	}

	/** The one a command was called on, the card in front, else the row that is selected; throws Stop where there is none. */
	require(given?: unknown): Passage {
		const passage = this.#current(given);
		if (!passage) throw new Stop(l10n.t('Choose a passage in the list of compared annotations first.'));
		return passage;
	}

	#current(given?: unknown): Passage | undefined {
		const called = given as Partial<Passage> | undefined;
		if (called?.match && called.study) return called as Passage;
		const [selected] = this.#view.selection;
		const inFront = passageOf(this.#tree, window.activeTextEditor?.document.uri);
		// as it is in the list by now
		return inFront ?? (selected && 'match' in selected ? this.#tree.passage(idOf(selected)) : undefined);
	}

	async open(): Promise<void> {
		const [selected] = this.#view.selection;
		if (selected && 'match' in selected) await openCards(selected, { preserveFocus: true });
	}

	/** Round the ends. */
	async step(direction: 1 | -1): Promise<void> {
		const { disagreements } = this.#tree;
		if (!disagreements.length) throw new Stop(l10n.t('There is no passage that they differ about.'));
		const here = this.#current();
		const at = here ? disagreements.indexOf(here) : -1;
		const from = at < 0 && direction < 0 ? 0 : at;
		await this.#goTo(disagreements[(from + direction + disagreements.length) % disagreements.length] as Passage);
	}

	/** Writes the decision and goes to the next passage that is not decided. */
	async take(given: unknown, which: (passage: Passage) => Decision): Promise<void> {
		const passage = this.require(given);
		const decision = which(passage).filter((i) => i < passage.match.marks.length);
		const absent = decision.find((i) => !passage.match.marks[i]);
		// to take from one who did not mark it is to take none
		await this.#decisions.take([{ passage, decision: absent === undefined ? decision : [] }]);
		const id = idOf(passage);
		await this.refresh();
		if (isDisagreement(passage)) await this.#goOn(id);
	}

	async takeSome(given?: unknown): Promise<void> {
		const passage = this.require(given);
		const { study, match } = passage;
		const before = this.#decisions.of(passage) ?? [];
		const items = match.marks.flatMap((mark, i) =>
			mark
				? [
						{
							label: study.agreement.names[i] as string,
							description: mark.annotation.kind,
							i,
							picked: before.includes(i),
						},
					]
				: [],
		);
		const picked = await window.showQuickPick(items, {
			title: l10n.t('Take Whose Annotations?'),
			placeHolder: l10n.t('None: the passage is not annotated'),
			canPickMany: true,
		});
		if (picked) await this.take(passage, () => picked.map(({ i }) => i));
	}

	/** Of one seed, or of all; those that are decided already stay. */
	async takeAgreed(given?: unknown): Promise<void> {
		const node = given as Partial<AgreedNode & Study> | undefined;
		const seed = (node?.agreedIn ?? node)?.seed;
		const agreed = this.#tree.passages.filter(
			(one) =>
				!isDisagreement(one) && !this.#tree.isDecided(one) && (!seed || one.study.seed.toString() === seed.toString()),
		);
		if (!agreed.length) throw new Stop(l10n.t('Nothing is left to take that they agree about.'));
		await this.#decisions.take(agreed.map((passage) => ({ passage, decision: [0] })));
		await this.refresh();
		window.setStatusBarMessage(l10n.t('$(check-all) {0} annotations taken.', agreed.length), 5000);
	}

	async #goOn(id: string): Promise<void> {
		const { disagreements } = this.#tree;
		const at = disagreements.findIndex((one) => idOf(one) === id);
		const rest = [...disagreements.slice(at + 1), ...disagreements.slice(0, at + 1)];
		const next = rest.find((one) => !this.#tree.isDecided(one));
		if (next) await this.#goTo(next);
		else window.setStatusBarMessage(l10n.t('$(check-all) All {0} passages are decided.', disagreements.length), 5000);
	}

	async #goTo(passage: Passage): Promise<void> {
		const isInList = passageOf(this.#tree, window.activeTextEditor?.document.uri) === undefined;
		if (this.#view.visible) await this.#view.reveal(passage, { select: true, focus: isInList });
		await openCards(passage, { preserveFocus: isInList });
	}
}
