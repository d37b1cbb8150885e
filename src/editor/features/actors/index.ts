// Known actors in the text: card on hover, definition in the catalogue, references, highlights, symbols; and from the text into
// the catalogues: adding, naming, deciding, renaming.
import { Disposable, languages, workspace } from 'vscode';
import { builtInUri } from '../../services/catalogues';
import { seedSelector } from '../../services/seed-documents';
import type { Services } from '../../services/services';
import { registerAdd } from './add';
import { registerCodeActions } from './code-actions';
import { registerDecide } from './decide';
import { actorHover } from './hover';
import { actorDefinition, actorHighlights, actorReferences, registerActorCommands, yamlFiles } from './navigation';
import { actorRename } from './rename';
import { actorSymbols } from './symbols';
import { registerMentionTokens } from './tokens';
import { registerUnknown } from './unknown';

export function registerActors(services: Services): Disposable {
	return Disposable.from(
		languages.registerHoverProvider(seedSelector, actorHover(services)),
		languages.registerDefinitionProvider([seedSelector, ...yamlFiles], actorDefinition(services)),
		languages.registerReferenceProvider([seedSelector, ...yamlFiles], actorReferences(services)),
		languages.registerDocumentHighlightProvider(seedSelector, actorHighlights(services)),
		languages.registerRenameProvider([seedSelector, ...yamlFiles], actorRename(services)),
		languages.registerWorkspaceSymbolProvider(actorSymbols(services)),
		registerMentionTokens(services),
		registerActorCommands(services),
		registerAdd(services),
		registerDecide(services),
		registerCodeActions(services),
		registerUnknown(services),
		workspace.registerTextDocumentContentProvider(builtInUri.scheme, {
			provideTextDocumentContent: () => services.catalogues.builtInText(),
		}),
	);
}
