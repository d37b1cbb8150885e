// Writing sidecars and catalogues by hand: completion of keys, ids and values, and what each key means on hover.
import {
	CompletionItem,
	CompletionItemKind,
	Disposable,
	Hover,
	languages,
	MarkdownString,
	SnippetString,
	type TextDocument,
	Uri,
	workspace,
} from 'vscode';
import { isKindsName, type Tag } from '../../core/annotations/kinds';
import { type Completion, completeYaml, describeYaml, type YamlSchema } from '../../core/yaml/complete';
import { rangeIn } from '../convert';
import { baseName, readFile } from '../services/files';
import type { Services } from '../services/services';
import { seedOf, sidecarFiles } from '../services/sidecars';

const files = [{ pattern: '**/{actors,*.actors,kinds,*.kinds}.yaml' }, ...sidecarFiles];

export function registerYamlAssist(services: Services): Disposable {
	const { guard } = services;
	return Disposable.from(
		languages.registerCompletionItemProvider(
			files,
			{
				provideCompletionItems: (document, position) =>
					guard.quietly('completion', () => complete(services, document, document.offsetAt(position)), []),
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
						const schema = await schemaOf(services, document);
						const found = describeYaml(document.getText(), document.offsetAt(position), schema);
						return found && new Hover(new MarkdownString(found.text), rangeIn(document, found.span));
					},
					undefined,
				),
		}),
	);
}

/** The schema that ships for YAML extensions too. */
async function schemaOf({ extensionUri }: Services, document: TextDocument): Promise<YamlSchema> {
	const name = seedOf(document.uri) ? 'annotations' : isKindsName(baseName(document.uri)) ? 'kinds' : 'actors';
	const text = await readFile(Uri.joinPath(extensionUri, 'dist', 'schemas', `${name}.schema.json`));
	return JSON.parse(text ?? '{}') as YamlSchema;
}

async function complete(services: Services, document: TextDocument, offset: number): Promise<CompletionItem[]> {
	const [values, schema] = await Promise.all([dynamicValues(services, document), schemaOf(services, document)]);
	const found = completeYaml(document.getText(), offset, schema, (path) => values(path[path.length - 1]));
	return found.map((completion, i) => toItem(document, completion, i));
}

/** Descriptions are the schema's own Markdown; details, from files, are shown as plain text. */
function toItem(document: TextDocument, completion: Completion, place: number): CompletionItem {
	const { label, insert, caret, kind, detail, documentation, replace } = completion;
	const item = new CompletionItem(label, kind === 'key' ? CompletionItemKind.Property : CompletionItemKind.Value);
	item.insertText = caret === undefined ? insert : snippet(insert, caret);
	// the order is the file format's
	item.sortText = String(place).padStart(4, '0');
	item.range = rangeIn(document, replace);
	if (detail !== undefined) item.detail = detail;
	if (documentation !== undefined) item.documentation = new MarkdownString(documentation);
	return item;
}

function snippet(insert: string, caret: number): SnippetString {
	const text = new SnippetString();
	return text.appendText(insert.slice(0, caret)).appendTabstop(0).appendText(insert.slice(caret));
}

/** By key, what this workspace has to offer. */
async function dynamicValues({ catalogues, annotations, vocabularies }: Services, document: TextDocument) {
	const { catalogue } = await catalogues.get();
	const all = await annotations.all();
	const actorIds = [...catalogue.actors.values()].map(({ id, names }) => ({
		value: id,
		detail: Object.values(names)
			.map((list) => list?.[0])
			.filter(Boolean)
			.slice(0, 2)
			.join(' / '),
	}));
	const declared = await vocabularies.of(document.uri);
	const described = ({ id, description = '' }: Tag) => ({ value: id, detail: description });
	const used = all.flatMap(({ placed }) => placed.flatMap(({ annotation }) => annotation.tags));
	const tags = [...new Set(used)].filter((tag) => !declared.tags.some(({ id }) => id === tag));
	return (key: string | undefined) => {
		switch (key) {
			case 'actor':
			case 'not':
			case 'of':
				return actorIds;
			case 'kind':
				return declared.kinds.map(described);
			case 'tags':
				return [...declared.tags.map(described), ...tags.map((value) => ({ value, detail: '' }))];
			case 'same-as':
				return all.flatMap(({ seed, placed }) =>
					placed.map(({ annotation }) => ({
						value: `${workspace.asRelativePath(seed, false).split('/').pop()}#${annotation.id}`,
						detail: annotation.note ?? annotation.kind,
					})),
				);
			default:
				return [];
		}
	};
}
