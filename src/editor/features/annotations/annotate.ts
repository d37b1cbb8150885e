// Making an annotation: a selection, a kind, a note.
import { Disposable, l10n, type TextDocument, type TextEditor, window } from 'vscode';
import { describe, trimmed } from '../../../core/annotations/create';
import { addAnnotation } from '../../../core/annotations/edits';
import { newId } from '../../../core/annotations/ids';
import type { Annotation } from '../../../core/annotations/model';
import type { Span } from '../../../core/text/span';
import { shorten, spanIn } from '../../convert';
import { readBytes } from '../../services/files';
import { blobId } from '../../services/git';
import { Stop } from '../../services/guard';
import { pickOne } from '../../services/pick';
import { isSeed } from '../../services/seed-documents';
import type { Services } from '../../services/services';
import { setting } from '../../services/settings';
import { askNote } from './note';

export function registerAnnotate(services: Services): Disposable {
	const { guard } = services;
	return Disposable.from(
		guard.command('glossator.annotate', (said?: Said) => annotate(services, passageToMark, said)),
		guard.command('glossator.annotateSeed', (said?: Said) => annotate(services, () => undefined, said)),
	);
}

/** What a key binding may say in advance, as its `args`: a kind, so that one key does it all; a note. */
interface Said {
	readonly kind?: string;
	readonly note?: string;
}

type Passage = (editor: TextEditor) => Span | undefined;

/** `passage` gives undefined for the whole seed. */
async function annotate(services: Services, passage: Passage, said: Said = {}): Promise<void> {
	const editor = window.activeTextEditor;
	if (!editor || !isSeed(editor.document))
		throw new Stop(l10n.t('Open a seed and select a passage; then annotate it.'));
	const { document } = editor;
	if (document.isUntitled)
		throw new Stop(l10n.t('Save the seed first: annotations are kept in a file beside it.'), {
			[l10n.t('Save')]: () => document.save(),
		});
	const text = document.getText();
	const span = passage(editor);
	await services.sidecars.requireWritable(document.uri);
	const about = span ? shorten(text.slice(span.start, span.end), 60) : l10n.t('the whole seed');
	const kind = said.kind ?? (await pickKind(document, about));
	if (!kind) return;
	const note = said.note ?? (await askNote({ title: l10n.t('{0}: {1}', kind, about), value: '' }));
	if (note === undefined) return;
	await write(services, document, span && { text, span }, { kind, ...(note && { note }) });
}

/** In the text as it was when the person selected it: it may be typed in while they are asked. */
interface Marked {
	readonly text: string;
	readonly span: Span;
}

async function write(
	services: Services,
	document: TextDocument,
	marked: Marked | undefined,
	said: Pick<Annotation, 'kind' | 'note'>,
): Promise<void> {
	const [author, seen] = await Promise.all([
		services.authors.nameFor(document.uri),
		seenNow(document),
		services.annotations.of(document.uri),
	]);
	await services.sidecars.edit(document.uri, l10n.t('Annotate'), (sidecar) => {
		const taken = new Set(sidecar.entries.map(({ annotation }) => annotation.id));
		const annotation: Annotation = {
			id: newId(Math.random, taken),
			...(marked ? describe(marked.text, marked.span) : { target: { about: 'seed' }, before: '', after: '' }),
			...said,
			tags: [],
			links: [],
			replies: [],
			...(author && { author }),
			date: services.authors.today(),
			...(seen && { seen }),
		};
		return addAnnotation(sidecar, annotation, marked && followerOf(services, document, marked.span, sidecar.text));
	});
}

/** In document order: the new block stands before the first annotation of a later passage. */
function followerOf(
	{ annotations }: Services,
	document: TextDocument,
	span: Span,
	sidecar: string,
): string | undefined {
	const known = annotations.known(document.uri);
	if (known?.sidecar.text !== sidecar) return undefined;
	return known.placed.find(({ anchoring }) => anchoring.span && anchoring.span.start > span.start)?.annotation.id;
}

/** The selection, else the paragraph the cursor is in. */
function passageToMark({ document, selection }: TextEditor): Span {
	const selected = trimmed(document.getText(), spanIn(document, selection));
	if (selected) return selected;
	const word = document.getWordRangeAtPosition(selection.active);
	if (!word) throw new Stop(l10n.t('Select the passage that you want to annotate.'));
	return spanIn(document, word);
}

/** First 8 digits of the blob id git would give the seed as it is now. */
export async function seenNow(document: TextDocument): Promise<string | undefined> {
	const onDisk = document.isDirty ? undefined : await readBytes(document.uri);
	return (await blobId(onDisk ?? new TextEncoder().encode(document.getText())))?.slice(0, 8);
}

/** One of the kinds set, or a new one that is typed; undefined: cancelled. */
export function pickKind(document: TextDocument, about: string): Promise<string | undefined> {
	return pickOne({
		title: l10n.t('Annotate “{0}”', about),
		placeholder: l10n.t('What kind of annotation? Type to filter, or type a new kind'),
		items: setting('kinds', document).map(({ id, description }) => ({
			label: id,
			...(description && { description }),
		})),
		typed: l10n.t('new kind'),
	});
}
