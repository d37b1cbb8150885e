// From a mention to the catalogue entry and to all other mentions, in both languages; and from the entry back.
import {
	type CancellationToken,
	commands,
	type DefinitionProvider,
	Disposable,
	DocumentHighlight,
	type DocumentHighlightProvider,
	Location,
	l10n,
	type Position,
	ProgressLocation,
	type ReferenceProvider,
	type TextDocument,
	window,
} from 'vscode';
import { LineIndex } from '../../../core/text/lines';
import { rangeIn, toRange } from '../../convert';
import { readText } from '../../services/files';
import { Stop } from '../../services/guard';
import { isSeed } from '../../services/seed-documents';
import type { Services } from '../../services/services';

/** Where actor ids are written by hand. */
export const yamlFiles: readonly { readonly pattern: string }[] = [
	{ pattern: '**/{actors,*.actors}.yaml' },
	{ pattern: '**/*.ann.yaml' },
];

export function actorDefinition(services: Services): DefinitionProvider {
	return {
		provideDefinition: (document, position) =>
			services.guard.quietly('definition', async () => {
				const id = await actorAt(services, document, position);
				return id === undefined ? [] : services.catalogues.locate(id);
			}, []),
	};
}

export function actorReferences(services: Services): ReferenceProvider {
	return {
		provideReferences: (document, position, { includeDeclaration }, token) =>
			services.guard.quietly('references', async () => {
				const id = await actorAt(services, document, position);
				if (id === undefined) return [];
				const entries = includeDeclaration ? await services.catalogues.locate(id) : [];
				return [...entries, ...(await mentionsEverywhere(services, id, token))];
			}, []),
	};
}

export function actorHighlights(services: Services): DocumentHighlightProvider {
	return {
		provideDocumentHighlights: (document, position) =>
			services.guard.quietly('highlights', async () => {
				const mention = await services.mentions.at(document, document.offsetAt(position));
				const same = (await services.mentions.in(document)).filter(({ actor }) => actor === mention?.actor);
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
		guard.command('glossator.referencesToActor', async (given?: string) => {
			const id = given ?? (await actorAtCursor(services));
			const editor = window.activeTextEditor;
			if (!editor) return;
			const locations = await window.withProgress(
				{ location: ProgressLocation.Window, title: l10n.t('Looking for mentions…'), cancellable: true },
				(_, token) => mentionsEverywhere(services, id, token),
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

/** In a seed the mention's actor; in YAML the word, where it is an actor's id. */
async function actorAt(services: Services, document: TextDocument, position: Position): Promise<string | undefined> {
	if (isSeed(document)) return (await services.mentions.at(document, document.offsetAt(position)))?.actor;
	const range = document.getWordRangeAtPosition(position, /[a-z0-9][a-z0-9-]*/);
	const word = range && document.getText(range);
	return word !== undefined && (await services.catalogues.actor(word)) ? word : undefined;
}

async function mentionsEverywhere(services: Services, id: string, token: CancellationToken): Promise<Location[]> {
	const { matcher } = await services.catalogues.get();
	const found: Location[] = [];
	for (const { uri } of await services.seedFiles.all()) {
		if (token.isCancellationRequested) break;
		const text = await readText(uri);
		if (text === undefined) continue;
		const mentions = matcher.find(text).filter(({ actor, candidates }) => actor === id || candidates?.includes(id));
		if (!mentions.length) continue;
		const lines = new LineIndex(text);
		found.push(...mentions.map((mention) => new Location(uri, toRange(lines, mention))));
	}
	return found;
}
