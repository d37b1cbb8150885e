// One annotation made two, or several made one.
import { Disposable, l10n, window, workspace } from 'vscode';
import { newId } from '../../../core/annotations/ids';
import { mergeAnnotations, splitAnnotation } from '../../../core/annotations/reshape';
import type { Placed } from '../../services/annotations';
import { Stop } from '../../services/guard';
import type { Services } from '../../services/services';
import { seenNow } from './attach';
import { subject, subjects } from './subject';

export function registerReshape(services: Services): Disposable {
	const { guard } = services;
	return Disposable.from(
		guard.command('glossator.annotation.split', () => split(services)),
		guard.command('glossator.annotation.merge', (given?: unknown, selected?: unknown) =>
			merge(services, given, selected),
		),
	);
}

/** At the cursor. */
async function split(services: Services): Promise<void> {
	const placed = await subject(services, undefined);
	const editor = window.activeTextEditor;
	const span = placed?.anchoring.span;
	if (!placed || !editor || !span) return;
	const { document, selection } = editor;
	const offset = document.offsetAt(selection.active);
	if (offset <= span.start || offset >= span.end)
		throw new Stop(l10n.t('Put the cursor inside the passage, where it is to be split.'));
	const text = document.getText();
	const seen = await seenNow(document);
	await services.sidecars.edit(placed.seed, l10n.t('Split'), (sidecar) => {
		const id = newId(Math.random, new Set(sidecar.entries.map(({ annotation }) => annotation.id)));
		return splitAnnotation(sidecar, placed.annotation.id, { text, span, offset, newId: id, seen });
	});
}

/** Those selected in the list, else the one at the cursor with the next below. */
async function merge(services: Services, given: unknown, selected: unknown): Promise<void> {
	const chosen = await subjects(services, given, selected);
	const [first] = chosen;
	if (!first) return;
	const all = (chosen.length > 1 ? [...chosen] : [first, await nextOf(services, first)]).sort(byStart);
	if (all.some(({ seed }) => seed.toString() !== first.seed.toString()))
		throw new Stop(l10n.t('Only annotations of one seed can be merged.'));
	const spans = all.flatMap(({ anchoring }) => anchoring.span ?? []);
	if (spans.length < all.length) throw new Stop(l10n.t('Only annotations whose passage is found can be merged.'));
	const span = {
		start: Math.min(...spans.map(({ start }) => start)),
		end: Math.max(...spans.map(({ end }) => end)),
	};
	const document = await workspace.openTextDocument(first.seed);
	const seen = await seenNow(document);
	const ids = all.map(({ annotation }) => annotation.id);
	await services.sidecars.edit(first.seed, l10n.t('Merge'), (sidecar) =>
		mergeAnnotations(sidecar, ids, { text: document.getText(), span, seen }),
	);
}

async function nextOf({ annotations }: Services, placed: Placed): Promise<Placed> {
	const all = ((await annotations.of(placed.seed))?.placed ?? [])
		.filter(({ anchoring }) => anchoring.span)
		.sort(byStart);
	const next = all[all.findIndex(({ annotation }) => annotation.id === placed.annotation.id) + 1];
	if (!next) throw new Stop(l10n.t('There is no annotation below to merge with.'));
	return next;
}

function byStart(a: Placed, b: Placed): number {
	return (a.anchoring.span?.start ?? 0) - (b.anchoring.span?.start ?? 0);
}
