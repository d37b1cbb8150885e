// From a mention to the catalogue entry and to all other mentions, in both languages; and from the entry back.
import {
	commands,
	type DefinitionProvider,
	Disposable,
	DocumentHighlight,
	type DocumentHighlightProvider,
	l10n,
	type Position,
	ProgressLocation,
	type ReferenceProvider,
	type TextDocument,
	Uri,
	window,
	workspace,
} from 'vscode';
import { rangeIn } from '../../convert';
import { Stop } from '../../services/guard';
import { isSeed } from '../../services/seed-documents';
import type { Services } from '../../services/services';
import { sidecarFiles } from '../../services/sidecars';
import { idAt } from './ids';

/** Where actor ids are written by hand. */
export const yamlFiles: readonly { readonly pattern: string }[] = [
	{ pattern: '**/{actors,*.actors}.yaml' },
	...sidecarFiles,
];

export function actorDefinition(services: Services): DefinitionProvider {
	return {
		provideDefinition: (document, position, token) =>
			services.guard.quietly('definition', async () => {
				const id = await actorAt(services, document, position);
				return id === undefined || token.isCancellationRequested ? [] : services.catalogues.locate(id);
			}, []),
	};
}

export function actorReferences(services: Services): ReferenceProvider {
	return {
		provideReferences: (document, position, { includeDeclaration }, token) =>
			services.guard.quietly('references', async () => {
				const id = await actorAt(services, document, position);
				if (id === undefined || token.isCancellationRequested) return [];
				const entries = includeDeclaration ? await services.catalogues.locate(id) : [];
				const mentions = await services.mentionIndex.places(id, token);
				return token.isCancellationRequested ? [] : [...entries, ...mentions];
			}, []),
	};
}

export function actorHighlights(services: Services): DocumentHighlightProvider {
	return {
		provideDocumentHighlights: (document, position, token) =>
			services.guard.quietly('highlights', async () => {
				const mention = await services.mentions.at(document, document.offsetAt(position));
				if (!mention || token.isCancellationRequested) return [];
				const same = (await services.mentions.in(document)).filter(({ actor }) => actor === mention.actor);
				return same.map((found) => new DocumentHighlight(rangeIn(document, found)));
			}, []),
	};
}

export function registerActorCommands(services: Services): Disposable {
	const { guard, catalogues } = services;
	return Disposable.from(
		guard.command('glossator.goToActor', async (given?: string) => {
			const id = given ?? (await actorAtCursor(services));
			const [entry] = await catalogues.locate(id);
			if (!entry) throw new Stop(l10n.t('No catalogue has an entry “{0}”.', id));
			await window.showTextDocument(entry.uri, { selection: entry.range });
		}),
		guard.command('glossator.actor.goToMention', async ({ seed, actor }: { seed: string; actor: string }) => {
			const document = await workspace.openTextDocument(Uri.parse(seed, true));
			const first = (await services.mentions.in(document)).find(
				(mention) => mention.actor === actor && !mention.nested,
			);
			await window.showTextDocument(document, first && { selection: rangeIn(document, first) });
		}),
		guard.command('glossator.referencesToActor', async (given?: string) => {
			const id = given ?? (await actorAtCursor(services));
			const editor = window.activeTextEditor;
			if (!editor) return;
			const locations = await window.withProgress(
				{ location: ProgressLocation.Window, title: l10n.t('Looking for mentions…'), cancellable: true },
				(_, token) => services.mentionIndex.places(id, token),
			);
			await commands.executeCommand(
				'editor.action.showReferences',
				editor.document.uri,
				editor.selection.active,
				locations,
			);
		}),
	);
}

async function actorAtCursor(services: Services): Promise<string> {
	const editor = window.activeTextEditor;
	const id = editor && (await actorAt(services, editor.document, editor.selection.active));
	if (id === undefined) throw new Stop(l10n.t('Put the cursor on a known actor first.'));
	return id;
}

/** In a seed the mention's actor; in YAML the id that stands there. */
async function actorAt(services: Services, document: TextDocument, position: Position): Promise<string | undefined> {
	const offset = document.offsetAt(position);
	const found = isSeed(document) ? await services.mentions.at(document, offset) : undefined;
	return isSeed(document) ? found?.actor : (await idAt(services, document, offset))?.id;
}
