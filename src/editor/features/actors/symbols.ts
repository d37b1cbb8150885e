// Actors as workspace symbols (`#`), in any of their languages; choosing one goes to its catalogue entry.
import {
	type CancellationToken,
	Location,
	SymbolInformation,
	SymbolKind,
	Uri,
	type WorkspaceSymbolProvider,
} from 'vscode';
import { searchActors } from '../../../core/actors/search';
import { builtInUri } from '../../services/catalogues';
import type { Services } from '../../services/services';

const mostSymbols = 50;

/** The place is found when the symbol is chosen. */
class ActorSymbol extends SymbolInformation {
	constructor(
		readonly id: string,
		name: string,
		detail: string,
	) {
		super(name, SymbolKind.Interface, detail, new Location(Uri.parse('glossator:/'), undefined as never));
	}
}

export function actorSymbols(services: Services): WorkspaceSymbolProvider<ActorSymbol> {
	const { guard, catalogues } = services;
	return {
		provideWorkspaceSymbols: (query, token) =>
			guard.quietly('workspace symbols', async () => {
				if (!(await isWanted(services, token))) return [];
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

/** Whoever looks for a symbol in a program is not looking for a politician: some seed or catalogue must be there. */
async function isWanted({ seeds, seedFiles, catalogues }: Services, token: CancellationToken): Promise<boolean> {
	if (seeds.open.length) return true;
	const { sources } = await catalogues.get();
	if (sources.some(({ uri }) => uri.scheme !== builtInUri.scheme)) return true;
	return !token.isCancellationRequested && (await seedFiles.all()).length > 0;
}
