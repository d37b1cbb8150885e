// Changing annotations, one or all that are selected: kind, tags, status; deleting; listing; taking the last change back.
import { Disposable, l10n, window, workspace } from 'vscode';
import { setFields } from '../../../core/annotations/edits';
import { listAsCsv, listAsMarkdown } from '../../../core/annotations/listing';
import type { AnnotationFields } from '../../../core/annotations/render';
import { removeAnnotations } from '../../../core/annotations/rewriting';
import type { CommandName } from '../../commands';
import { rangeIn } from '../../convert';
import type { Placed } from '../../services/annotations';
import { baseName } from '../../services/files';
import { pickMany } from '../../services/pick';
import type { Services } from '../../services/services';
import { sidecarOf } from '../../services/sidecars';
import { pickKind } from './kinds';
import { changeAll, editAll } from './many';
import { resolved, subjects, title } from './subject';

export function registerChange(services: Services): Disposable {
	const { guard, edits } = services;
	/** A command about annotations; it may be cancelled at any question. */
	const about = (name: CommandName, run: (all: readonly Placed[]) => Promise<unknown>) =>
		guard.command(name, async (given?: unknown, selected?: unknown) => {
			const all = await subjects(services, given, selected);
			if (all.length) await run(all);
		});
	const set = (all: readonly Placed[], label: string, fields: AnnotationFields) =>
		changeAll(services, all, label, (sidecar, { annotation }) => setFields(sidecar, annotation.id, fields));

	return Disposable.from(
		about('glossator.annotation.changeKind', async (all) => {
			const kind = await pickKind(services, (all[0] as Placed).seed, l10n.t('Kind of {0}', nameOf(all)));
			if (kind) await set(all, l10n.t('Change Kind'), { kind });
		}),
		about('glossator.annotation.tag', (all) => tag(services, all)),
		about('glossator.annotation.resolve', (all) => set(all, l10n.t('Resolve'), { status: resolved })),
		about('glossator.annotation.reopen', (all) => set(all, l10n.t('Reopen'), { status: undefined })),
		about('glossator.annotation.delete', (all) => remove(services, all)),
		about('glossator.annotation.list', list),
		about('glossator.annotation.openSidecar', ([first]) => openEntry(first as Placed)),
		guard.command('glossator.undo', async () => {
			const label = await edits.undo();
			window.setStatusBarMessage(label ? l10n.t('Undone: {0}', label) : l10n.t('Nothing to undo'), 4000);
		}),
	);
}

function nameOf(all: readonly Placed[]): string {
	return all.length === 1 ? title((all[0] as Placed).annotation) : l10n.t('{0} annotations', all.length);
}

async function remove(services: Services, all: readonly Placed[]): Promise<void> {
	const label = l10n.t('Delete Annotation');
	await editAll(services, all, label, (sidecar, here) =>
		removeAnnotations(
			sidecar,
			here.map(({ annotation }) => annotation.id),
		),
	);
	const undo = l10n.t('Undo');
	const chosen = await window.showInformationMessage(l10n.t('Deleted: {0}', nameOf(all)), undo);
	if (chosen === undo) await services.edits.undo();
}

async function openEntry({ seed, entry }: Placed): Promise<void> {
	const document = await workspace.openTextDocument(sidecarOf(seed));
	await window.showTextDocument(document, { selection: rangeIn(document, entry.idSpan) });
}

/** Several of the tags in use, and new ones that are typed. Tags that only some of them have stay theirs. */
async function tag(services: Services, all: readonly Placed[]): Promise<void> {
	const everywhere = (await services.annotations.all()).flatMap(({ placed }) => placed);
	const { tags: declared } = await services.vocabularies.of((all[0] as Placed).seed);
	const used = new Set([...everywhere, ...all].flatMap(({ annotation }) => annotation.tags));
	for (const { id } of declared) used.delete(id);
	const [first, ...others] = all.map(({ annotation }) => annotation.tags);
	const shared = (first ?? []).filter((one) => others.every((tags) => tags.includes(one)));
	const chosen = await pickMany({
		title: l10n.t('Tags of {0}', nameOf(all)),
		placeholder: l10n.t('Check the tags, or type a new one'),
		items: [
			...declared.map(({ id, description = '' }) => ({ label: id, description })),
			...[...used].sort().map((label) => ({ label })),
		],
		typed: l10n.t('new tag'),
		selected: shared,
	});
	if (!chosen) return;
	await changeAll(services, all, l10n.t('Tag'), (sidecar, { annotation: { id, tags } }) => {
		const kept = tags.filter((one) => chosen.includes(one) || !shared.includes(one));
		return setFields(sidecar, id, { tags: [...kept, ...chosen.filter((one) => !kept.includes(one))] });
	});
}

/** To an editor without a file, where it can be looked at before it goes anywhere. */
async function list(all: readonly Placed[]): Promise<void> {
	const formats = [
		{ label: 'Markdown', language: 'markdown', write: listAsMarkdown },
		{ label: 'CSV', language: 'plaintext', write: listAsCsv },
	];
	const chosen = await window.showQuickPick(formats, { title: l10n.t('List {0} as…', nameOf(all)) });
	if (!chosen) return;
	const content = chosen.write(
		all.map(({ seed, annotation, anchoring }) => ({ file: baseName(seed), annotation, state: anchoring.state })),
	);
	await window.showTextDocument(await workspace.openTextDocument({ language: chosen.language, content }));
}
