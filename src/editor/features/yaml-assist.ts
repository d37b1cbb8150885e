// Writing sidecars and catalogues by hand: completion of keys, ids and values, and what each key means on hover.
import {
	type CancellationToken,
	CompletionItem,
	CompletionItemKind,
	Disposable,
	Hover,
	languages,
	MarkdownString,
	SnippetString,
	type TextDocument,
	Uri,
} from 'vscode';
import type { Actor } from '../../core/actors/model';
import { isKindsName, type Tag } from '../../core/annotations/kinds';
import type { Sidecar } from '../../core/annotations/model';
import { LineIndex } from '../../core/text/lines';
import {
	type Completion,
	completeYaml,
	type DynamicValue,
	describeYaml,
	pathAt,
	type YamlSchema,
} from '../../core/yaml/complete';
import { shorten, toRange } from '../convert';
import { baseName, folderOf, readFile, relativePath } from '../services/files';
import type { Services } from '../services/services';
import { seedOf, sidecarFiles, sidecarOf } from '../services/sidecars';

const files = [{ pattern: '**/{actors,*.actors,kinds,*.kinds}.yaml' }, ...sidecarFiles];

export function registerYamlAssist(services: Services): Disposable {
	const { guard } = services;
	const schemas = new Schemas(services);
	return Disposable.from(
		languages.registerCompletionItemProvider(
			files,
			{
				provideCompletionItems: (document, position, token) =>
					guard.quietly(
						'completion',
						() => complete(services, schemas, document, document.offsetAt(position), token),
						[],
					),
			},
			' ',
			'[',
			',',
			'#',
		),
		languages.registerHoverProvider(files, {
			provideHover: (document, position) =>
				guard.quietly(
					'hover on a key',
					async () => {
						const text = document.getText();
						const found = describeYaml(text, document.offsetAt(position), await schemas.of(document));
						return found && new Hover(new MarkdownString(found.text), toRange(new LineIndex(text), found.span));
					},
					undefined,
				),
		}),
	);
}

/** The schemas that ship for YAML extensions too. */
class Schemas {
	readonly #extensionUri: Uri;
	readonly #read = new Map<string, Promise<YamlSchema>>();

	constructor({ extensionUri }: Services) {
		this.#extensionUri = extensionUri;
	}

	async of(document: TextDocument): Promise<YamlSchema> {
		const name = seedOf(document.uri) ? 'annotations' : isKindsName(baseName(document.uri)) ? 'kinds' : 'actors';
		const reading = this.#read.get(name) ?? this.#load(name);
		this.#read.set(name, reading);
		// one that could not be read is tried again
		reading.catch(() => this.#read.delete(name));
		return reading;
	}

	async #load(name: string): Promise<YamlSchema> {
		const uri = Uri.joinPath(this.#extensionUri, 'dist', 'schemas', `${name}.schema.json`);
		const text = await readFile(uri);
		if (text === undefined) throw new Error(`${uri} cannot be read`);
		return JSON.parse(text) as YamlSchema;
	}
}

/** All of one moment's text: it may be typed in while values are looked for. */
async function complete(
	services: Services,
	schemas: Schemas,
	document: TextDocument,
	offset: number,
	token: CancellationToken,
): Promise<CompletionItem[]> {
	const text = document.getText();
	const path = pathAt(text, offset);
	if (!path) return [];
	const schema = await schemas.of(document);
	// keys and the schema's own values are offered even where the workspace's cannot be had
	const values = await services.guard.quietly('values', () => valuesOf(path, services, document), []);
	if (token.isCancellationRequested) return [];
	const lines = new LineIndex(text);
	return completeYaml(text, offset, schema, () => values).map((completion, i) => toItem(lines, completion, i));
}

/** Descriptions are the schema's own Markdown; details, from files, are shown as plain text. */
function toItem(lines: LineIndex, completion: Completion, place: number): CompletionItem {
	const { label, insert, caret, kind, detail, documentation, replace } = completion;
	const item = new CompletionItem(label, kind === 'key' ? CompletionItemKind.Property : CompletionItemKind.Value);
	item.insertText = caret === undefined ? insert : snippet(insert, caret);
	// the order is the file format's
	item.sortText = String(place).padStart(4, '0');
	item.range = toRange(lines, replace);
	if (detail !== undefined) item.detail = detail;
	if (documentation !== undefined) item.documentation = new MarkdownString(documentation);
	return item;
}

function snippet(insert: string, caret: number): SnippetString {
	const text = new SnippetString();
	return text.appendText(insert.slice(0, caret)).appendTabstop(0).appendText(insert.slice(caret));
}

/** What this workspace has to offer under a path of keys; nothing is looked for that nobody asked about. */
async function valuesOf(
	path: readonly string[],
	{ catalogues, sidecars, vocabularies }: Services,
	document: TextDocument,
): Promise<readonly DynamicValue[]> {
	const described = ({ id, description = '' }: Tag) => ({ value: id, detail: description });
	switch (path.at(-1)) {
		case 'actor':
		case 'not':
		case 'of':
			return [...(await catalogues.get()).catalogue.actors.values()].map(toValue);
		case 'kind':
			return (await vocabularies.of(document.uri)).kinds.map(described);
		case 'tags': {
			const declared = (await vocabularies.of(document.uri)).tags;
			const used = (await sidecars.all()).flatMap(({ sidecar }) => sidecar.entries);
			const tags = new Set(used.flatMap(({ annotation }) => annotation.tags));
			for (const { id } of declared) tags.delete(id);
			return [...declared.map(described), ...[...tags].map((value) => ({ value }))];
		}
		case 'same-as':
			return (await sidecars.all()).flatMap(({ seed, sidecar }) => twins(seed, sidecar, document, path[0]));
		default:
			return [];
	}
}

/** An actor's id, with names to know it by. */
function toValue({ id, names }: Actor): DynamicValue {
	const firsts = Object.values(names).flatMap((list) => list?.slice(0, 1) ?? []);
	return { value: id, detail: firsts.slice(0, 2).join(' / ') };
}

/** Not the annotation that is being written itself. */
function twins(seed: Uri, { entries }: Sidecar, document: TextDocument, own: string | undefined): DynamicValue[] {
	const isHere = sidecarOf(seed).toString() === document.uri.toString();
	const file = relativePath(folderOf(document.uri), seed);
	const others = entries.filter(({ annotation }) => !isHere || annotation.id !== own);
	return others.map(({ annotation: { id, kind, note } }) => ({
		value: `${file}#${id}`,
		detail: shorten(note ?? kind),
	}));
}
