// What two annotators made of a passage, as cards beside each other.
import { commands, Disposable, EventEmitter, l10n, type TextDocumentShowOptions, Uri, workspace } from 'vscode';
import { shorten } from '../../convert';
import { annotationCard, cardName } from '../../services/cards';
import { baseName } from '../../services/files';
import type { Passage } from './studies';
import { type CurationTree, idOf } from './tree';

export const curationScheme = 'glossator-curation';

/** How much of the text around a passage that was not marked is shown, in UTF-16 units on each side. */
const around = 160;

function cardUri(passage: Passage, annotator: number): Uri {
	const { study, match } = passage;
	const words = cardName(study.text.slice(match.span.start, match.span.end));
	return Uri.from({
		scheme: curationScheme,
		path: `/${baseName(study.seed)}/${study.agreement.names[annotator]}/${words}.md`,
		query: JSON.stringify({ id: idOf(passage), annotator }),
	});
}

/** The passage that a card is about; undefined where the list has moved on. */
export function passageOf(tree: CurationTree, card: Uri | undefined): Passage | undefined {
	return card?.scheme === curationScheme ? tree.passage(queryOf(card).id ?? '') : undefined;
}

/** Two beside each other; more in one list, each beside the first. */
export async function openCards(passage: Passage, options: TextDocumentShowOptions = {}): Promise<void> {
	const { study, match } = passage;
	const { names } = study.agreement;
	const words = shorten(study.text.slice(match.span.start, match.span.end), 40);
	const [first, ...others] = names.map((_, i) => cardUri(passage, i)) as [Uri, ...Uri[]];
	if (others.length === 1) {
		const title = `${words} (${names.join(' ↔ ')})`;
		await commands.executeCommand('vscode.diff', first, others[0], title, { preview: true, ...options });
	} else {
		await commands.executeCommand(
			'vscode.changes',
			words,
			others.map((other) => [other, first, other]),
		);
	}
}

export function registerCurationCards(tree: CurationTree): Disposable {
	const changed = new EventEmitter<Uri>();
	return Disposable.from(
		changed,
		workspace.registerTextDocumentContentProvider(curationScheme, {
			onDidChange: changed.event,
			provideTextDocumentContent: (uri) => {
				const passage = passageOf(tree, uri);
				return passage ? cardOf(passage, queryOf(uri).annotator ?? 0) : l10n.t('This passage is no longer compared.');
			},
		}),
		tree.onDidChangeTreeData(() => {
			for (const { uri } of workspace.textDocuments) if (uri.scheme === curationScheme) changed.fire(uri);
		}),
	);
}

function cardOf({ study, match }: Passage, annotator: number): string {
	const mark = match.marks[annotator];
	if (mark) return annotationCard(mark.annotation, study.text);
	const { start, end } = match.span;
	const words = study.text.slice(Math.max(0, start - around), end + around).replace(/\s+/g, ' ');
	return [`# ${l10n.t('not marked by {0}', study.agreement.names[annotator] as string)}`, '', `> ${words}`, ''].join(
		'\n',
	);
}

function queryOf(uri: Uri): { readonly id?: string; readonly annotator?: number } {
	try {
		return JSON.parse(uri.query);
	} catch {
		return {};
	}
}
