// Before and after as cards that read well beside each other: read-only documents, for VS Code's diff and multi-diff editors.
import { Disposable, EventEmitter, l10n, type TextDocumentContentProvider, Uri, workspace } from 'vscode';
import type { AnnotationChange } from '../../../core/annotations/diff';
import type { Annotation } from '../../../core/annotations/model';
import { annotationCard, cardName } from '../../services/cards';
import { baseName } from '../../services/files';
import { seedOf } from '../../services/sidecars';
import type { Side } from './comparison';
import { describeChange } from './describe';
import { markOf } from './reviewed';
import type { ChangeNode, ReviewTree } from './tree';

export const cardScheme = 'glossator-review';

type When = 'before' | 'after';

/** The card of a change, in one of the two states. */
export function cardUri({ change, of }: ChangeNode, when: When): Uri {
	return Uri.from({
		scheme: cardScheme,
		path: `/${baseName(of.seed)}/${cardName(describeChange(change).label)}.md`,
		query: JSON.stringify({ mark: markOf(of.files.after.toString(), change), when }),
	});
}

/** A file in one of the two states, for where nothing else can show it. */
function fileUri(file: Uri, when: When): Uri {
	return Uri.from({
		scheme: cardScheme,
		path: `/${baseName(file)}`,
		query: JSON.stringify({ file: file.toString(), when }),
	});
}

/** The raw sidecar in both states. */
export async function rawUris(tree: ReviewTree, { files }: ChangeNode['of']): Promise<readonly [Uri, Uri] | undefined> {
	const { comparison } = tree;
	if (!comparison) return undefined;
	const [before, after] = await Promise.all([
		comparison.before.uriOf(files.before),
		comparison.after.uriOf(files.after),
	]);
	return [before ?? fileUri(files.before, 'before'), after ?? fileUri(files.after, 'after')];
}

/** The change that a card is about; undefined where the list has moved on. */
export function nodeOf(tree: ReviewTree, card: Uri | undefined): ChangeNode | undefined {
	if (card?.scheme !== cardScheme) return undefined;
	return tree.node(queryOf(card).mark ?? '');
}

interface Query {
	readonly mark?: string;
	readonly file?: string;
	readonly when?: When;
}

function queryOf(uri: Uri): Query {
	try {
		return JSON.parse(uri.query) as Query;
	} catch {
		return {};
	}
}

export function registerCards(tree: ReviewTree): Disposable {
	const changed = new EventEmitter<Uri>();
	const provider: TextDocumentContentProvider = {
		onDidChange: changed.event,
		provideTextDocumentContent: (uri) => contentOf(tree, uri),
	};
	return Disposable.from(
		changed,
		workspace.registerTextDocumentContentProvider(cardScheme, provider),
		tree.onDidChangeTreeData(() => {
			for (const { uri } of workspace.textDocuments) if (uri.scheme === cardScheme) changed.fire(uri);
		}),
	);
}

async function contentOf(tree: ReviewTree, uri: Uri): Promise<string> {
	const { file, when } = queryOf(uri);
	const side = tree.comparison?.[when === 'before' ? 'before' : 'after'];
	if (file) return (await side?.read(Uri.parse(file, true))) ?? '';
	const node = nodeOf(tree, uri);
	if (!node || !side) return l10n.t('This change is no longer there.');
	return cardOf(node, side, when === 'before' ? 'before' : 'after');
}

/** Empty where the change has nothing to show in this state: it was added, or removed. */
async function cardOf({ change, of }: ChangeNode, side: Side, when: When): Promise<string> {
	const annotation = annotationIn(change, when);
	if (!annotation) return otherCard(change, when);
	const seed = seedOf(of.files[when]);
	return annotationCard(annotation, seed && (await readOnce(side, seed)));
}

/** Texts that are being read. */
const reading = new WeakMap<Side, Map<string, Promise<string | undefined>>>();

/** Many cards of one seed are asked for at once. */
function readOnce(side: Side, seed: Uri): Promise<string | undefined> {
	const here = reading.get(side) ?? new Map<string, Promise<string | undefined>>();
	reading.set(side, here);
	const name = seed.toString();
	const running = here.get(name) ?? side.read(seed).finally(() => here.delete(name));
	here.set(name, running);
	return running;
}

export function annotationIn(change: AnnotationChange, when: When): Annotation | undefined {
	if (change.what === 'added') return when === 'after' ? change.after : undefined;
	if (change.what === 'removed') return when === 'before' ? change.before : undefined;
	return change.what === 'changed' ? change[when] : undefined;
}

function otherCard(change: AnnotationChange, when: When): string {
	switch (change.what) {
		case 'counterpart-declared':
			return when === 'after' ? change.file : '';
		case 'counterpart-forgotten':
			return when === 'before' ? change.file : '';
		case 'pin-added':
		case 'pin-removed': {
			const shown = (change.what === 'pin-added') === (when === 'after');
			return shown ? [change.file, '', change.pin.here ?? '∅', '⇄', change.pin.there ?? '∅', ''].join('\n') : '';
		}
		case 'role-changed':
			return [`> ${change.quote}`, '', change[when] ?? l10n.t('(role by rule)'), ''].join('\n');
		default:
			return '';
	}
}
