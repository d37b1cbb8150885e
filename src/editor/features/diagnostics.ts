// Problems as diagnostics: of open seeds with their annotations, and of the sidecars, catalogues and lists of kinds that are open.
import {
	type Diagnostic,
	type DiagnosticCollection,
	DiagnosticRelatedInformation,
	Disposable,
	Location,
	languages,
	type TextDocument,
	type Uri,
	workspace,
} from 'vscode';
import { anchorProblem, inspectSidecar } from '../../core/annotations/inspect';
import { isKindsName, readKinds } from '../../core/annotations/kinds';
import type { Problem } from '../../core/problems';
import { LineIndex } from '../../core/text/lines';
import { rangeIn, shorten, toDiagnostic, toRange } from '../convert';
import type { Placed } from '../services/annotations';
import { baseName, folderOf, readText, resolveInWorkspace } from '../services/files';
import { isOwnFile } from '../services/find';
import { isSeed } from '../services/seed-documents';
import type { Services } from '../services/services';
import { seedOf, sidecarOf } from '../services/sidecars';

const settleMilliseconds = 300;

export function registerDiagnostics(services: Services): Disposable {
	const { guard, seeds, annotations, catalogues, sidecars, vocabularies } = services;
	const collection = languages.createDiagnosticCollection('glossator');
	const waiting = new Map<TextDocument, ReturnType<typeof setTimeout>>();

	const refresh = (document: TextDocument) => {
		if (!isOurs(services, document)) return;
		clearTimeout(waiting.get(document));
		const run = () => {
			waiting.delete(document);
			void guard.quietly('problems', () => report(services, document, collection), undefined);
		};
		waiting.set(document, setTimeout(run, settleMilliseconds));
	};
	const refreshAll = () => workspace.textDocuments.forEach(refresh);
	const clear = (document: TextDocument) => {
		clearTimeout(waiting.get(document));
		waiting.delete(document);
		collection.delete(document.uri);
	};

	refreshAll();
	return Disposable.from(
		collection,
		workspace.onDidOpenTextDocument(refresh),
		workspace.onDidChangeTextDocument(({ document }) => refresh(document)),
		workspace.onDidCloseTextDocument(clear),
		seeds.onDidClose(clear),
		annotations.onDidChange(refreshAll),
		sidecars.onDidChange(refreshAll),
		catalogues.onDidChange(refreshAll),
		vocabularies.onDidChange(refreshAll),
		{ dispose: () => [...waiting.values()].map((timer) => clearTimeout(timer)) },
	);
}

/** Older versions, such as git's, have nothing that could be mended. */
function isOurs({ catalogues }: Services, document: TextDocument): boolean {
	if (!document.isUntitled && !isOwnFile(document.uri)) return false;
	if (isSeed(document) || seedOf(document.uri) !== undefined) return true;
	return catalogues.isCatalogue(document) || isKindsName(baseName(document.uri));
}

async function report(services: Services, document: TextDocument, collection: DiagnosticCollection): Promise<void> {
	if (document.isClosed) return;
	const { version, languageId } = document;
	const found = await problemsOf(services, document);
	const same = !document.isClosed && document.version === version && document.languageId === languageId;
	if (found && same) collection.set(document.uri, found);
}

/** Undefined where nobody can tell. */
async function problemsOf(services: Services, document: TextDocument): Promise<Diagnostic[] | undefined> {
	if (isSeed(document)) return ofSeed(services, document);
	if (services.catalogues.isCatalogue(document)) return ofCatalogue(services, document);
	if (isKindsName(baseName(document.uri))) return diagnose(document, readKinds(document.getText()).problems);
	return ofSidecar(services, document);
}

async function ofSeed({ seeds, annotations }: Services, document: TextDocument): Promise<Diagnostic[]> {
	const annotated = await annotations.of(document.uri);
	let lines: LineIndex | undefined;
	const uri = sidecarOf(document.uri);
	return [
		...diagnose(document, seeds.analyse(document).seed?.problems ?? []),
		...(annotated?.placed ?? []).flatMap((one) => {
			const span = one.anchoring.span ?? { start: 0, end: 0 };
			const problem = anchorProblem(one.annotation, one.anchoring, span);
			if (!problem) return [];
			lines ??= new LineIndex(annotated?.sidecar.text ?? '');
			return [about(one, uri, lines, toDiagnostic(problem, rangeIn(document, span)))];
		}),
	];
}

/** With the way to the annotation; `lines` are the sidecar's. */
function about({ entry, annotation }: Placed, uri: Uri, lines: LineIndex, diagnostic: Diagnostic): Diagnostic {
	const place = toRange(lines, entry.idSpan);
	diagnostic.relatedInformation = [
		new DiagnosticRelatedInformation(new Location(uri, place), shorten(annotation.note ?? annotation.kind, 100)),
	];
	return diagnostic;
}

/** Undefined where the catalogue as it is now has not been read yet: there will be another call. */
async function ofCatalogue({ catalogues }: Services, document: TextDocument): Promise<Diagnostic[] | undefined> {
	const { sources, crossProblems } = await catalogues.get();
	const source = sources.find(({ uri }) => uri.toString() === document.uri.toString());
	if (!source) return [];
	if (source.text !== document.getText()) return undefined;
	return diagnose(document, [...source.file.problems, ...(crossProblems.get(source) ?? [])]);
}

/** Anchors are reported on the seed, where they are seen and mended. */
async function ofSidecar(
	{ annotations, catalogues, vocabularies }: Services,
	document: TextDocument,
): Promise<Diagnostic[] | undefined> {
	const seed = seedOf(document.uri);
	const annotated = seed && (await annotations.of(seed));
	if (!seed || !annotated) return [];
	if (annotated.sidecar.text !== document.getText()) return undefined;
	const { catalogue } = await catalogues.get();
	const folder = folderOf(seed);
	const around = await inspectSidecar(annotated.sidecar, {
		seedName: baseName(seed),
		text: await readText(seed),
		anchorings: [],
		catalogue,
		vocabulary: await vocabularies.declared(),
		neighbours: {
			read: async (path) => {
				const file = resolveInWorkspace(folder, path);
				return file && readText(file);
			},
		},
	});
	return diagnose(document, [...annotated.sidecar.problems, ...around]);
}

function diagnose(document: TextDocument, problems: readonly Problem[]): Diagnostic[] {
	return problems.map((problem) => toDiagnostic(problem, rangeIn(document, problem.span)));
}
