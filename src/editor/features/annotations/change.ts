// Changing an annotation: kind, tags, status; deleting it; taking the last change back.
import { Disposable, l10n, window, workspace } from 'vscode';
import { removeAnnotation, setFields } from '../../../core/annotations/edits';
import type { AnnotationFields } from '../../../core/annotations/render';
import type { CommandName } from '../../commands';
import { rangeIn } from '../../convert';
import type { Placed } from '../../services/annotations';
import { openDocument } from '../../services/files';
import { pickMany } from '../../services/pick';
import type { Services } from '../../services/services';
import { sidecarOf } from '../../services/sidecars';
import { pickKind } from './kinds';
import { resolved, subject, title } from './subject';

export function registerChange(services: Services): Disposable {
	const { guard, sidecars } = services;
	/** A command about one annotation; it may be cancelled at any question. */
	const about = (name: CommandName, run: (placed: Placed) => Promise<void>) =>
		guard.command(name, async (given?: unknown) => {
			const placed = await subject(services, given);
			if (placed) await run(placed);
		});
	const set = ({ seed, annotation }: Placed, label: string, fields: AnnotationFields) =>
		sidecars.edit(seed, label, (sidecar) => setFields(sidecar, annotation.id, fields));

	return Disposable.from(
		about('glossator.annotation.changeKind', async (placed) => {
			const document = openDocument(placed.seed) ?? window.activeTextEditor?.document;
			const kind = document && (await pickKind(document, title(placed.annotation)));
			if (kind) await set(placed, l10n.t('Change Kind'), { kind });
		}),
		about('glossator.annotation.tag', async (placed) => {
			const tags = await pickTags(services, placed);
			if (tags) await set(placed, l10n.t('Tag'), { tags });
		}),
		about('glossator.annotation.resolve', (placed) => set(placed, l10n.t('Resolve'), { status: resolved })),
		about('glossator.annotation.reopen', (placed) => set(placed, l10n.t('Reopen'), { status: undefined })),
		about('glossator.annotation.delete', (placed) => remove(services, placed)),
		about('glossator.annotation.openSidecar', openEntry),
		guard.command('glossator.undo', async () => {
			const label = await services.edits.undo();
			window.setStatusBarMessage(label ? l10n.t('Undone: {0}', label) : l10n.t('Nothing to undo'), 4000);
		}),
	);
}

async function remove({ sidecars, edits }: Services, { seed, annotation }: Placed): Promise<void> {
	await sidecars.edit(seed, l10n.t('Delete Annotation'), (sidecar) => removeAnnotation(sidecar, annotation.id));
	const undo = l10n.t('Undo');
	const chosen = await window.showInformationMessage(l10n.t('Deleted: {0}', title(annotation)), undo);
	if (chosen === undo) await edits.undo();
}

async function openEntry({ seed, entry }: Placed): Promise<void> {
	const document = await workspace.openTextDocument(sidecarOf(seed));
	await window.showTextDocument(document, { selection: rangeIn(document, entry.idSpan) });
}

/** Several of the tags in use, and new ones that are typed; undefined: cancelled. */
async function pickTags({ annotations }: Services, { annotation }: Placed): Promise<string[] | undefined> {
	const used = new Set((await annotations.all()).flatMap(({ placed }) => placed.flatMap((one) => one.annotation.tags)));
	for (const tag of annotation.tags) used.add(tag);
	return pickMany({
		title: l10n.t('Tags of {0}', title(annotation)),
		placeholder: l10n.t('Check the tags, or type a new one'),
		items: [...used].sort().map((label) => ({ label })),
		typed: l10n.t('new tag'),
		selected: annotation.tags,
	});
}
