// Actors as workspace symbols (`#`), in any of their languages; choosing one goes to its catalogue entry.
import { Location, SymbolInformation, SymbolKind, Uri, type WorkspaceSymbolProvider } from 'vscode';
import { searchActors } from '../../../core/actors/search';
import type { Services } from '../../services/services';

const mostSymbols = 50;

/** The place is found when the symbol is chosen. */
class ActorSymbol extends SymbolInformation {
	constructor(
		readonly id: string,
		name: string,
		detail: string,
	) {
		super(name, SymbolKind.Object, detail, new Location(Uri.parse('glossator:/'), undefined as never));
	}
}

export function actorSymbols({ guard, catalogues }: Services): WorkspaceSymbolProvider<ActorSymbol> {
	return {
		provideWorkspaceSymbols: (query) =>
			guard.quietly('workspace symbols', async () => {
				const { catalogue } = await catalogues.get();
				return searchActors(catalogue, query)
					.slice(0, mostSymbols)
					.map(({ actor, name }) => new ActorSymbol(actor.id, name, actor.id));
			}, []),
		resolveWorkspaceSymbol: (symbol) =>
			guard.quietly(
				'workspace symbol',
				async () => {
					const [entry] = await catalogues.locate(symbol.id);
					if (entry) symbol.location = entry;
					return symbol;
				},
				symbol,
			),
	};
}
