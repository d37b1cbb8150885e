// Mentions as semantic tokens by type, so that the theme colours them.
import {
	Disposable,
	type DocumentSemanticTokensProvider,
	languages,
	SemanticTokensBuilder,
	SemanticTokensLegend,
	workspace,
} from 'vscode';
import { actorTypes } from '../../../core/actors/model';
import { rangeIn } from '../../convert';
import { seedSelector } from '../../services/seed-documents';
import type { Services } from '../../services/services';
import { setting } from '../../services/settings';

const legend = new SemanticTokensLegend(actorTypes.map((type) => `glossator-${type}`));

/**
 * Registered anew when the mentions change: VS Code does not listen to a provider's own event in documents that became seeds
 * after they were opened, as those named `.txt` do.
 */
export function registerMentionTokens(services: Services): Disposable {
	const provider = mentionTokens(services);
	const register = () => languages.registerDocumentSemanticTokensProvider(seedSelector, provider, legend);
	let registration = register();
	const again = () => {
		registration.dispose();
		registration = register();
	};
	return Disposable.from(
		services.mentions.onDidChange(again),
		workspace.onDidChangeConfiguration((event) => {
			if (event.affectsConfiguration('glossator.highlight.actors')) again();
		}),
		{ dispose: () => registration.dispose() },
	);
}

function mentionTokens(services: Services): DocumentSemanticTokensProvider {
	return {
		provideDocumentSemanticTokens: (document, token) =>
			services.guard.quietly(
				'semantic tokens',
				async () => {
					const builder = new SemanticTokensBuilder(legend);
					if (!setting('highlight.actors', document)) return builder.build();
					const { catalogue } = await services.catalogues.get();
					const mentions = await services.mentions.in(document);
					if (token.isCancellationRequested) return undefined;
					for (const mention of mentions) {
						const type = catalogue.actors.get(mention.actor)?.type;
						const range = rangeIn(document, mention);
						if (type && !mention.nested && range.isSingleLine) builder.push(range, `glossator-${type}`);
					}
					return builder.build();
				},
				undefined,
			),
	};
}
