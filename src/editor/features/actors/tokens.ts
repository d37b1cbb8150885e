// Mentions as semantic tokens by type, so that the theme colours them.
import {
	Disposable,
	type DocumentSemanticTokensProvider,
	EventEmitter,
	languages,
	SemanticTokens,
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

interface MentionTokens extends DocumentSemanticTokensProvider, Disposable {}

export function mentionTokens(services: Services): MentionTokens {
	const changed = new EventEmitter<void>();
	const listening = Disposable.from(
		services.mentions.onDidChange(() => changed.fire()),
		workspace.onDidChangeConfiguration((event) => {
			if (event.affectsConfiguration('glossator.highlight.actors')) changed.fire();
		}),
	);
	return {
		onDidChangeSemanticTokens: changed.event,
		provideDocumentSemanticTokens: (document) =>
			services.guard.quietly(
				'semantic tokens',
				async () => {
					const builder = new SemanticTokensBuilder(legend);
					if (!setting('highlight.actors', document)) return builder.build();
					const { catalogue } = await services.catalogues.get();
					for (const mention of await services.mentions.in(document)) {
						const type = catalogue.actors.get(mention.actor)?.type;
						const range = rangeIn(document, mention);
						if (type && !mention.nested && range.isSingleLine) builder.push(range, `glossator-${type}`);
					}
					return builder.build();
				},
				new SemanticTokens(new Uint32Array()),
			),
		dispose: () => Disposable.from(listening, changed).dispose(),
	};
}

export function registerMentionTokens(provider: MentionTokens): Disposable {
	return Disposable.from(languages.registerDocumentSemanticTokensProvider(seedSelector, provider, legend), provider);
}
