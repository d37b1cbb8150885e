// Making an annotation: a selection, a kind, a note.
import { Disposable, l10n, type TextDocument, type TextEditor, window } from 'vscode';
import { describe, trimmed } from '../../../core/annotations/create';
import { addAnnotation } from '../../../core/annotations/edits';
import { newId } from '../../../core/annotations/ids';
import type { Annotation } from '../../../core/annotations/model';
import { oneSentenceALine } from '../../../core/annotations/note';
import type { Span } from '../../../core/text/span';
import { shorten, spanIn } from '../../convert';
import { Stop } from '../../services/guard';
import { isSeed } from '../../services/seed-documents';
import type { Services } from '../../services/services';
import { seenNow } from './attach';
import { pickKind } from './kinds';
import { find } from './subject';
import type { NoteThreads } from './threads';

export function registerAnnotate(services: Services, threads: NoteThreads): Disposable {
	const { guard } = services;
	const maker = new Maker(services, threads);
	return Disposable.from(
		guard.command('glossator.annotate', (said?: Said) => maker.annotate(passageToMark, said)),
		guard.command('glossator.annotateAgain', () => maker.again()),
		guard.command('glossator.annotateParagraph', (said?: Said) => maker.annotate(paragraphOf(services), said)),
		guard.command('glossator.annotateSeed', (said?: Said) => maker.annotate(() => undefined, said)),
	);
}

/** What a key binding may say in advance, as its `args`: a kind, so that one key does it all; a note. */
interface Said {
	readonly kind?: string;
	readonly note?: string;
}

type Passage = (editor: TextEditor) => Span | undefined;

class Maker {
	readonly #services: Services;
	readonly #threads: NoteThreads;
	#lastKind: string | undefined;

	constructor(services: Services, threads: NoteThreads) {
		this.#services = services;
		this.#threads = threads;
	}

	/** `passage` gives undefined for the whole seed. The annotation is kept when its kind is chosen; the note is asked for then. */
	async annotate(passage: Passage, said: Said = {}): Promise<void> {
		const { document, span, text } = await marked(this.#services, passage);
		const about = span ? shorten(text.slice(span.start, span.end), 60) : l10n.t('the whole seed');
		const kind = said.kind ?? (await pickKind(this.#services, document.uri, l10n.t('Annotate “{0}”', about)));
		if (!kind) return;
		this.#lastKind = kind;
		const id = await write(this.#services, document, span && { text, span }, { kind, note: said.note });
		if (said.note !== undefined) return;
		await this.#threads.show(await find(this.#services, { seed: document.uri.toString(), id }), 'note');
	}

	/** The kind of last time, and no note. */
	again(): Promise<void> {
		return this.annotate(passageToMark, this.#lastKind ? { kind: this.#lastKind, note: '' } : {});
	}
}

/** What is to be annotated in the active editor. Throws Stop where nothing can be. */
async function marked(services: Services, passage: Passage) {
	const editor = window.activeTextEditor;
	if (!editor || !isSeed(editor.document))
		throw new Stop(l10n.t('Open a seed and select a passage; then annotate it.'));
	const { document } = editor;
	if (document.isUntitled)
		throw new Stop(l10n.t('Save the seed first: annotations are kept in a file beside it.'), {
			[l10n.t('Save')]: () => document.save(),
		});
	const found = { document, text: document.getText(), span: passage(editor) };
	await services.sidecars.requireWritable(document.uri);
	return found;
}

/** In the text as it was when the person selected it: it may be typed in while they are asked. */
interface Marked {
	readonly text: string;
	readonly span: Span;
}

/** The new annotation's id. */
async function write(
	services: Services,
	document: TextDocument,
	marked: Marked | undefined,
	{ kind, note }: { readonly kind: string; readonly note: string | undefined },
): Promise<string> {
	const [author, seen] = await Promise.all([
		services.authors.nameFor(document.uri),
		seenNow(document),
		services.annotations.of(document.uri),
	]);
	let id = '';
	await services.sidecars.edit(document.uri, l10n.t('Annotate'), (sidecar) => {
		id = newId(Math.random, new Set(sidecar.entries.map(({ annotation }) => annotation.id)));
		const annotation: Annotation = {
			id,
			kind,
			...(marked ? describe(marked.text, marked.span) : { target: { about: 'seed' }, before: '', after: '' }),
			...(note && { note: oneSentenceALine(note) }),
			tags: [],
			links: [],
			replies: [],
			...(author && { author }),
			date: services.authors.today(),
			...(seen && { seen }),
		};
		return addAnnotation(sidecar, annotation, marked && followerOf(services, document, marked.span, sidecar.text));
	});
	return id;
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

/** The selection, else the word at the cursor. */
function passageToMark({ document, selection }: TextEditor): Span {
	const selected = trimmed(document.getText(), spanIn(document, selection));
	if (selected) return selected;
	const word = document.getWordRangeAtPosition(selection.active);
	if (!word) throw new Stop(l10n.t('Select the passage that you want to annotate.'));
	return spanIn(document, word);
}

/** Of the cursor. */
function paragraphOf({ seeds }: Services): Passage {
	return ({ document, selection }) => {
		const offset = document.offsetAt(selection.active);
		const found = seeds.analyse(document).seed?.paragraphs.find(({ start, end }) => start <= offset && offset <= end);
		if (!found) throw new Stop(l10n.t('Put the cursor in a paragraph.'));
		return { start: found.start, end: found.end };
	};
}
