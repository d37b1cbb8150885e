// Known actors in the text: card on hover, definition in the catalogue, references, highlights, workspace symbols.
import { Disposable, languages, workspace } from 'vscode';
import { builtInUri } from '../../services/catalogues';
import { seedSelector } from '../../services/seed-documents';
import type { Services } from '../../services/services';
import { actorHover } from './hover';
import { actorDefinition, actorHighlights, actorReferences, registerActorCommands, yamlFiles } from './navigation';
import { actorSymbols } from './symbols';
import { mentionTokens, registerMentionTokens } from './tokens';

export function registerActors(services: Services): Disposable {
	return Disposable.from(
		languages.registerHoverProvider(seedSelector, actorHover(services)),
		languages.registerDefinitionProvider([seedSelector, ...yamlFiles], actorDefinition(services)),
		languages.registerReferenceProvider([seedSelector, ...yamlFiles], actorReferences(services)),
		languages.registerDocumentHighlightProvider(seedSelector, actorHighlights(services)),
		languages.registerWorkspaceSymbolProvider(actorSymbols(services)),
		registerMentionTokens(mentionTokens(services)),
		registerActorCommands(services),
		workspace.registerTextDocumentContentProvider(builtInUri.scheme, {
			provideTextDocumentContent: () => services.catalogues.builtInText(),
		}),
	);
}
