// Completion of `@actor` and `#annotation` where notes are written: in the comment widget and in the YAML.
import {
	CompletionItem,
	CompletionItemKind,
	type Disposable,
	languages,
	type TextDocument,
	type Uri,
	window,
} from 'vscode';
import type { Sidecar } from '../../../core/annotations/model';
import { type StartedReference, startedReference } from '../../../core/annotations/references';
import { rangeIn, shorten } from '../../convert';
import { baseName } from '../../services/files';
import { readGently } from '../../services/readings';
import type { Services } from '../../services/services';
import { seedOf, sidecarFiles } from '../../services/sidecars';
import { title } from './subject';

/** The inputs of comment widgets are documents of their own. */
const places = [{ scheme: 'comment' }, ...sidecarFiles];

export function registerReferences(services: Services): Disposable {
	const provider = {
		provideCompletionItems: (document: TextDocument, position: Parameters<TextDocument['offsetAt']>[0]) =>
			services.guard.quietly('references', () => complete(services, document, document.offsetAt(position)), []),
	};
	return languages.registerCompletionItemProvider(places, provider, '@', '#');
}

async function complete(services: Services, document: TextDocument, offset: number): Promise<CompletionItem[]> {
	const text = document.getText();
	const started = startedReference(text, offset);
	if (!started || (document.uri.scheme !== 'comment' && !isInNote(await readNow(services, document), offset)))
		return [];
	const items = started.sign === '@' ? await actors(services) : await annotations(services, document);
	return items.map((item, i) => toItem(document, started, item, i));
}

async function readNow({ sidecars }: Services, document: TextDocument): Promise<Sidecar> {
	const seed = seedOf(document.uri);
	return readGently(document.getText(), seed && (await sidecars.get(seed)));
}

/** In a value that a person reads, not in an id or a link. */
function isInNote({ entries }: Sidecar, offset: number): boolean {
	return entries.some(({ fields }) =>
		['note', 'replies'].some((key) => {
			const span = fields.get(key);
			return span && span.start <= offset && offset <= span.end + 1;
		}),
	);
}

interface Offered {
	readonly label: string;
	readonly description: string;
	readonly insert: string;
	/** What else may be typed to find it. */
	readonly words: string;
	readonly kind: CompletionItemKind;
}

async function actors({ catalogues }: Services): Promise<Offered[]> {
	const { catalogue } = await catalogues.get();
	return [...catalogue.actors.values()].map(({ id, names }) => {
		const all = Object.values(names).flatMap((list) => list ?? []);
		const description = all.slice(0, 2).join(' / ');
		return { label: id, description, insert: `@${id}`, words: all.join(' '), kind: CompletionItemKind.User };
	});
}

/** Those of the seed in question come first and are told by their id alone; others with their file. */
async function annotations({ sidecars }: Services, document: TextDocument): Promise<Offered[]> {
	const here = (seedOf(document.uri) ?? window.activeTextEditor?.document.uri)?.toString();
	const seeds = [...(await sidecars.all())].sort((a, b) => rank(a.seed, here) - rank(b.seed, here));
	return seeds.flatMap(({ seed, sidecar }) =>
		sidecar.entries.map(({ annotation }) => {
			const file = rank(seed, here) ? baseName(seed) : '';
			const insert = `${file}#${annotation.id}`;
			const words = shorten(annotation.note ?? '', 60);
			return { label: title(annotation), description: file, insert, words, kind: CompletionItemKind.Reference };
		}),
	);
}

function rank(seed: Uri, here: string | undefined): number {
	return seed.toString() === here ? 0 : 1;
}

/** The sign is a part of what is typed to find it. */
function toItem(document: TextDocument, started: StartedReference, offered: Offered, place: number): CompletionItem {
	const { label, description, insert, words, kind } = offered;
	const item = new CompletionItem({ label, description }, kind);
	item.range = rangeIn(document, started);
	item.filterText = `${started.sign}${label} ${words} ${insert}`;
	item.insertText = insert;
	item.sortText = String(place).padStart(5, '0');
	return item;
}
