// Going to annotations: the next, the previous, a given one.
import { Disposable, l10n, Selection, TextEditorRevealType, window, workspace } from 'vscode';
import { rangeIn } from '../../convert';
import type { Placed } from '../../services/annotations';
import { baseName, readText } from '../../services/files';
import { Stop } from '../../services/guard';
import { isSeed } from '../../services/seed-documents';
import type { Services } from '../../services/services';
import { sidecarOf } from '../../services/sidecars';
import { subject } from './subject';

export function registerWalk(services: Services): Disposable {
	const { guard } = services;
	return Disposable.from(
		guard.command('glossator.annotations.next', () => step(services, 1)),
		guard.command('glossator.annotations.previous', () => step(services, -1)),
		guard.command('glossator.annotation.goTo', async (given?: unknown) => {
			const placed = await subject(services, given);
			if (placed) await goTo(placed);
		}),
	);
}

async function goTo({ seed, anchoring, annotation }: Placed): Promise<void> {
	if ((await readText(seed)) === undefined)
		throw new Stop(l10n.t('“{0}” is no longer there; its annotations are.', baseName(seed)), {
			[l10n.t('Open Them')]: () => window.showTextDocument(sidecarOf(seed)),
		});
	const document = await workspace.openTextDocument(seed);
	const place = anchoring.span ?? anchoring.candidates[0];
	const editor = await window.showTextDocument(document);
	if (place) {
		const range = rangeIn(document, place);
		editor.selection = new Selection(range.start, range.end);
		editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
	}
	if (!anchoring.span && !('about' in annotation.target))
		throw new Stop(l10n.t('The passage of this annotation is no longer in the text.'));
}

/** Round the ends. */
async function step({ annotations }: Services, direction: 1 | -1): Promise<void> {
	const editor = window.activeTextEditor;
	if (!editor || !isSeed(editor.document)) throw new Stop(l10n.t('Open a seed first.'));
	const { document, selection } = editor;
	const here = document.offsetAt(selection.start);
	const placed = ((await annotations.of(document.uri))?.placed ?? [])
		.filter(({ anchoring }) => anchoring.span)
		.sort((a, b) => startOf(a) - startOf(b));
	if (!placed.length) throw new Stop(l10n.t('This seed has no annotations yet. Select a passage and annotate it.'));
	const ahead =
		direction > 0 ? placed.find((one) => startOf(one) > here) : placed.findLast((one) => startOf(one) < here);
	await goTo(ahead ?? ((direction > 0 ? placed[0] : placed[placed.length - 1]) as Placed));
}

const startOf = ({ anchoring }: Placed) => anchoring.span?.start ?? 0;
