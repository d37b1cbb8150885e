// An annotation carried to the other language: the passage that says the same is proposed, adjusted by the person, annotated
// alike, and the two are linked.
import { commands, Disposable, l10n, type TextEditor, TextEditorRevealType, window } from 'vscode';
import { describe, trimmed } from '../../../core/annotations/create';
import { addAnnotation, setFields } from '../../../core/annotations/edits';
import { newId } from '../../../core/annotations/ids';
import type { Annotation, Sidecar } from '../../../core/annotations/model';
import { findRendering } from '../../../core/parallel/rendering';
import type { Span } from '../../../core/text/span';
import { overlaps } from '../../../core/text/span';
import { rangeIn, spanIn } from '../../convert';
import type { Placed } from '../../services/annotations';
import { folderOf, relativePath } from '../../services/files';
import { Stop } from '../../services/guard';
import type { Aligned, SeedText } from '../../services/parallel';
import type { Services } from '../../services/services';
import { showPassage } from '../../services/show';
import type { AdjustMode } from './adjust';
import { seenNow } from './attach';
import { subject, title } from './subject';

export function registerTwins(services: Services, adjust: AdjustMode): Disposable {
	const { guard } = services;
	const carrier = new Carrier(services, adjust);
	return Disposable.from(
		guard.command('glossator.annotation.carry', (given?: unknown) => carrier.carry(given)),
		guard.command('glossator.annotations.withoutTwin', async () => {
			await commands.executeCommand('glossator.annotations.filter', '-has:twin');
			await commands.executeCommand('glossator.annotations.focus');
		}),
	);
}

const inSight = TextEditorRevealType.InCenterIfOutsideViewport;

interface Carried {
	readonly placed: Placed;
	readonly aligned: Aligned;
}

class Carrier {
	readonly #services: Services;
	readonly #adjust: AdjustMode;
	/** Proposed, and not kept yet: another passage may be selected and the command given again. */
	#pending: Carried | undefined;

	constructor(services: Services, adjust: AdjustMode) {
		this.#services = services;
		this.#adjust = adjust;
	}

	async carry(given: unknown): Promise<void> {
		const editor = window.activeTextEditor;
		const selected = editor && given === undefined ? this.#selectedInstead(editor) : undefined;
		if (editor && selected && this.#pending) return this.#keep(this.#pending, editor, selected);
		const placed = await subject(this.#services, given);
		if (!placed) return;
		const aligned = await this.#alignedWith(placed);
		const carried = { placed, aligned };
		await this.#services.sidecars.requireWritable(aligned.there.uri);
		if ('about' in placed.annotation.target) return this.#keep(carried, undefined, undefined);
		const span = await this.#propose(carried);
		if (!span)
			throw new Stop(l10n.t('The other text has nothing like this passage. Select one there and annotate it.'));
		const other = await showPassage(aligned.there.uri, span, { beside: true });
		// beside a second editor there is less room, and the passage that is carried may be out of sight
		const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === placed.seed.toString());
		if (shown) shown.revealRange(rangeIn(shown.document, placed.anchoring.span as Span), inSight);
		this.#pending = carried;
		await this.#adjust.start({
			editor: other,
			span,
			help: l10n.t('$(arrow-swap) Parallel? ←→ end, Shift start, Ctrl by sentence, Enter annotates, Escape leaves'),
			keep: (kept) => this.#keep(carried, other, kept),
		});
	}

	/** What the person selected in the other text in place of the proposal. */
	#selectedInstead({ document, selection }: TextEditor): Span | undefined {
		if (document.uri.toString() !== this.#pending?.aligned.there.uri.toString()) return undefined;
		return trimmed(document.getText(), spanIn(document, selection));
	}

	/** Throws Stop where there is nowhere to carry it, or it was carried already. */
	async #alignedWith({ seed, annotation, anchoring }: Placed): Promise<Aligned> {
		if (annotation.sameAs !== undefined)
			throw new Stop(l10n.t('This annotation has a twin already: {0}.', annotation.sameAs));
		if (!anchoring.span && !('about' in annotation.target))
			throw new Stop(l10n.t('Its passage was not found. Attach the annotation to another one.'));
		const counterpart = await this.#services.parallel.counterpart(seed);
		const aligned = counterpart && (await this.#services.parallel.align(seed, counterpart.uri));
		if (aligned) return aligned;
		throw new Stop(l10n.t('No version of this seed in another language was found.'), {
			[l10n.t('Choose…')]: () => commands.executeCommand('glossator.chooseCounterpart'),
		});
	}

	async #propose({ placed: { anchoring }, aligned }: Carried): Promise<Span | undefined> {
		const { here, there, alignment } = aligned;
		const passage = anchoring.span as Span;
		const covered = here.seed.paragraphs.flatMap((one, i) => (overlaps(one, passage) ? [i] : []));
		const linked = alignment.links.filter(({ source }) => source.some((i) => covered.includes(i)));
		const guess = covered.flatMap((i) => alignment.jump[i] ?? []).filter((j) => j >= 0);
		const targets = linked.length ? linked.flatMap(({ target }) => target) : guess;
		const source = stretchOf(here, covered);
		if (!source) return undefined;
		const lexicon = await this.#services.lexicons.get();
		if (covered.length > 1) return stretchOf(there, targets)?.span;
		const found = [...new Set(targets)].flatMap((target) => {
			const stretch = stretchOf(there, [target]);
			const rendering = stretch && findRendering(source, passage, stretch, lexicon);
			return rendering ? [rendering] : [];
		});
		return found.sort((a, b) => b.score - a.score)[0];
	}

	/** Both sidecars in one step: the twin with the same kind, tags and actor; each names the other. */
	async #keep({ placed, aligned }: Carried, editor: TextEditor | undefined, span: Span | undefined): Promise<void> {
		this.#pending = undefined;
		const { annotation } = placed;
		const { uri } = aligned.there;
		const [toOther, toHere] = [relativePath(folderOf(placed.seed), uri), relativePath(folderOf(uri), placed.seed)];
		if (toOther === undefined || toHere === undefined) throw new Stop(l10n.t('The two seeds are not on one disk.'));
		const { authors, sidecars, annotations } = this.#services;
		const [author, seen, known] = await Promise.all([
			authors.nameFor(uri),
			editor && seenNow(editor.document),
			annotations.of(uri),
		]);
		const text = editor?.document.getText() ?? aligned.there.text;
		const taken = new Set(known?.sidecar.entries.map((entry) => entry.annotation.id));
		const id = newId(Math.random, taken);
		const twin: Annotation = {
			id,
			kind: annotation.kind,
			...(span ? describe(text, span) : { target: { about: 'seed' }, before: '', after: '' }),
			...(annotation.actor !== undefined && { actor: annotation.actor }),
			tags: annotation.tags,
			sameAs: `${toHere}#${annotation.id}`,
			links: [],
			replies: [],
			...(author && { author }),
			date: authors.today(),
			...(seen && { seen }),
		};
		const before = (sidecar: Sidecar) =>
			span && known?.sidecar.text === sidecar.text
				? known.placed.find(({ anchoring }) => anchoring.span && anchoring.span.start > span.start)?.annotation.id
				: undefined;
		await sidecars.editAll(l10n.t('Annotate the Parallel Passage'), [
			{ seed: uri, change: (sidecar) => addAnnotation(sidecar, twin, before(sidecar)) },
			{ seed: placed.seed, change: (sidecar) => setFields(sidecar, annotation.id, { sameAs: `${toOther}#${id}` }) },
		]);
		window.setStatusBarMessage(l10n.t('$(link) Annotated there too: {0}', title(twin)), 5000);
	}
}

/** From the first of the paragraphs to the last. */
function stretchOf({ text, seed }: SeedText, paragraphs: readonly number[]) {
	const spans = paragraphs.map((i) => seed.paragraphs[i]!);
	if (!spans.length) return undefined;
	const span = {
		start: Math.min(...spans.map(({ start }) => start)),
		end: Math.max(...spans.map(({ end }) => end)),
	};
	return { text, language: seed.language, span };
}
