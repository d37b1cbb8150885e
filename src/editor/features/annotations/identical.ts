// Annotating every other place that says the same, after a look at them.
import { type Disposable, l10n, type QuickPickItem, type TextDocument, type TextEditor, window } from 'vscode';
import { describe, trimmed } from '../../../core/annotations/create';
import { inSteps } from '../../../core/annotations/editing';
import { addAnnotation } from '../../../core/annotations/edits';
import { newId } from '../../../core/annotations/ids';
import type { Annotation, Sidecar } from '../../../core/annotations/model';
import { identicalPassages } from '../../../core/annotations/nudge';
import type { Span } from '../../../core/text/span';
import { rangeIn, shorten, spanIn } from '../../convert';
import type { Placed } from '../../services/annotations';
import { Stop } from '../../services/guard';
import { isSeed } from '../../services/seed-documents';
import type { Services } from '../../services/services';
import { seenNow } from './attach';
import { pickKind } from './kinds';

export function registerIdentical(services: Services): Disposable {
	return services.guard.command('glossator.annotateIdentical', () => annotateIdentical(services));
}

/** The annotation at the cursor is the model, else what is selected, with a kind that is asked for. */
async function annotateIdentical(services: Services): Promise<void> {
	const editor = window.activeTextEditor;
	if (!editor || !isSeed(editor.document)) throw new Stop(l10n.t('Open a seed first.'));
	const { document } = editor;
	await services.sidecars.requireWritable(document.uri);
	const text = document.getText();
	const all = (await services.annotations.of(document.uri))?.placed ?? [];
	const model = await modelAt(services, editor);
	const taken = all.flatMap(({ annotation, anchoring }) =>
		anchoring.span && annotation.kind === model.kind ? anchoring.span : [],
	);
	const places = [...(model.isNew ? [model.span] : []), ...identicalPassages(text, model.span, taken)];
	const words = shorten(text.slice(model.span.start, model.span.end), 60);
	if (!places.length) throw new Stop(l10n.t('“{0}” stands nowhere else in this seed.', words));
	const chosen = await choose(editor, places, l10n.t('Annotate every “{0}”', words));
	if (!chosen?.length) return;
	const kind = model.kind ?? (await pickKind(services, document.uri, l10n.t('Annotate “{0}”', words)));
	if (kind) await write(services, document, { ...model, kind }, chosen);
}

interface Model {
	readonly span: Span;
	readonly kind: string | undefined;
	readonly like: Partial<Pick<Annotation, 'tags' | 'actor'>>;
	/** The span itself is to be annotated as well. */
	readonly isNew: boolean;
}

async function modelAt({ annotations }: Services, { document, selection }: TextEditor): Promise<Model> {
	const selected = trimmed(document.getText(), spanIn(document, selection));
	const [here] = selected ? [] : await annotations.at(document, document.offsetAt(selection.active));
	if (here?.anchoring.span) return likeAnnotation(here, here.anchoring.span);
	const word = document.getWordRangeAtPosition(selection.active);
	const span = selected ?? (word && spanIn(document, word));
	if (!span) throw new Stop(l10n.t('Select the passage that you want to annotate.'));
	return { span, kind: undefined, like: {}, isNew: true };
}

function likeAnnotation({ annotation: { kind, tags, actor } }: Placed, span: Span): Model {
	return { span, kind, like: { tags, ...(actor && { actor }) }, isNew: false };
}

/** All are checked at first; the one in question is shown in the text. */
async function choose(
	editor: TextEditor,
	places: readonly Span[],
	title: string,
): Promise<readonly Span[] | undefined> {
	const { document } = editor;
	const text = document.getText();
	const before = editor.selection;
	const items = places.map((span): QuickPickItem & { span: Span } => ({
		label: shorten(`…${text.slice(Math.max(0, span.start - 40), span.end + 40)}…`, 120),
		description: l10n.t('line {0}', document.positionAt(span.start).line + 1),
		picked: true,
		span,
	}));
	const chosen = await window.showQuickPick(items, {
		title,
		canPickMany: true,
		onDidSelectItem: (item) => {
			const range = rangeIn(document, (item as (typeof items)[number]).span);
			editor.revealRange(range);
		},
	});
	editor.selection = before;
	return chosen?.map(({ span }) => span);
}

async function write(
	services: Services,
	document: TextDocument,
	{ kind, like }: Model & { readonly kind: string },
	places: readonly Span[],
): Promise<void> {
	const text = document.getText();
	const [author, seen] = await Promise.all([services.authors.nameFor(document.uri), seenNow(document)]);
	const known = services.annotations.known(document.uri);
	const followerOf = (span: Span) =>
		known?.placed.find(({ anchoring }) => anchoring.span && anchoring.span.start > span.start)?.annotation.id;
	const add = (span: Span) => (now: Sidecar) => {
		const follower = followerOf(span);
		const annotation: Annotation = {
			id: newId(Math.random, new Set(now.entries.map((entry) => entry.annotation.id))),
			kind,
			tags: [],
			...like,
			...describe(text, span),
			links: [],
			replies: [],
			...(author && { author }),
			date: services.authors.today(),
			...(seen && { seen }),
		};
		const isThere = now.entries.some((entry) => entry.annotation.id === follower);
		return addAnnotation(now, annotation, isThere ? follower : undefined);
	};
	const label = l10n.t('Annotate Identical Passages');
	await services.sidecars.edit(document.uri, label, (sidecar) => inSteps(sidecar, places.map(add)));
}
