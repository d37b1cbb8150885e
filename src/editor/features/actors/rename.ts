// Renaming an actor's id, from a mention or wherever the id is written: in all catalogues and sidecars at once, as one edit that
// VS Code can preview and undo.
import {
	type CancellationToken,
	l10n,
	type Range,
	type RenameProvider,
	type TextDocument,
	WorkspaceEdit,
} from 'vscode';
import { renameActor } from '../../../core/actors/edits';
import { renameActorInSidecar } from '../../../core/annotations/mention-edits';
import type { TextEdit } from '../../../core/ports';
import { LineIndex } from '../../../core/text/lines';
import { rangeIn, toRange, wordInEditor } from '../../convert';
import { builtInUri } from '../../services/catalogues';
import { baseName } from '../../services/files';
import { isSeed } from '../../services/seed-documents';
import type { Services } from '../../services/services';
import { sidecarOf } from '../../services/sidecars';
import { idAt, whyNotAnId } from './ids';
import { nameOf } from './pick-actor';

/** VS Code shows what is thrown here beside the cursor. */
export function actorRename(services: Services): RenameProvider {
	return {
		async prepareRename(document, position) {
			const { id, range } = await actorToRename(services, document, document.offsetAt(position));
			await refuseBuiltIn(services, id);
			return { range, placeholder: id };
		},
		async provideRenameEdits(document, position, newName, token) {
			const { id } = await actorToRename(services, document, document.offsetAt(position));
			await refuseBuiltIn(services, id);
			const wanted = newName.trim();
			const { catalogue } = await services.catalogues.latest();
			const reason = whyNotAnId(wanted);
			if (reason !== undefined && wanted !== id) throw new Error(reason);
			if (wanted !== id && catalogue.actors.has(wanted))
				throw new Error(l10n.t('“{0}” is already the id of {1}. Choose another.', wanted, nameOf(catalogue, wanted)));
			return renameEverywhere(services, id, wanted, token);
		},
	};
}

interface ToRename {
	readonly id: string;
	readonly range: Range;
}

async function actorToRename(services: Services, document: TextDocument, offset: number): Promise<ToRename> {
	if (isSeed(document)) {
		const mention = await services.mentions.at(document, offset);
		if (mention?.candidates)
			throw new Error(l10n.t('The text does not say which actor this is. Rename the id in the catalogue.'));
		if (mention) return { id: mention.actor, range: rangeIn(document, mention) };
	} else {
		const place = await idAt(services, document, offset);
		if (place) return { id: place.id, range: rangeIn(document, place.span) };
	}
	throw new Error(l10n.t('There is no actor here whose id could be renamed.'));
}

/** An entry of one's own with that id only adds to it. */
async function refuseBuiltIn({ catalogues }: Services, id: string): Promise<void> {
	const { sources } = await catalogues.latest();
	const builtIn = sources.find(({ uri }) => uri.toString() === builtInUri.toString());
	if (builtIn?.file.entries.some((entry) => entry.id === id))
		throw new Error(
			l10n.t('“{0}” is the id of a built-in actor and stays. To add names to it, use “This Is Also a Name of…”.', id),
		);
}

async function renameEverywhere(
	{ catalogues, sidecars }: Services,
	from: string,
	to: string,
	token: CancellationToken,
): Promise<WorkspaceEdit | undefined> {
	const edit = new WorkspaceEdit();
	const put = (uri: typeof builtInUri, text: string, { edits, problem }: ReturnType<typeof renameActor>) => {
		if (problem) throw new Error(l10n.t('{0}: {1}', baseName(uri), wordInEditor(problem)));
		const lines = new LineIndex(text);
		for (const { start, end, text: id } of edits as readonly TextEdit[])
			edit.replace(uri, toRange(lines, { start, end }), id);
	};
	for (const { uri, text, file } of (await catalogues.latest()).sources)
		if (uri.scheme !== builtInUri.scheme) put(uri, text, renameActor(file, from, to));
	for (const seed of await sidecars.find()) {
		if (token.isCancellationRequested) return undefined;
		const sidecar = await sidecars.get(seed);
		if (sidecar) put(sidecarOf(seed), sidecar.text, renameActorInSidecar(sidecar, from, to));
	}
	return token.isCancellationRequested ? undefined : edit;
}
