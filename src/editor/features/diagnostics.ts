// Problems as diagnostics: of open seeds with their annotations, and of the sidecars and catalogues that are open.
import {
	type Diagnostic,
	type DiagnosticCollection,
	DiagnosticRelatedInformation,
	Disposable,
	Location,
	languages,
	Range,
	type TextDocument,
	workspace,
} from 'vscode';
import { anchorProblem, inspectSidecar } from '../../core/annotations/inspect';
import type { Problem } from '../../core/problems';
import { rangeIn, shorten, toDiagnostic } from '../convert';
import type { Placed } from '../services/annotations';
import { baseName, folderOf, openDocument, readText, resolveInWorkspace } from '../services/files';
import { isSeed } from '../services/seed-documents';
import type { Services } from '../services/services';
import { seedOf, sidecarOf } from '../services/sidecars';

const settleMilliseconds = 300;

export function registerDiagnostics(services: Services): Disposable {
	const { guard, seeds, annotations, catalogues, sidecars } = services;
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
		{ dispose: () => [...waiting.values()].map((timer) => clearTimeout(timer)) },
	);
}

function isOurs({ catalogues }: Services, document: TextDocument): boolean {
	return isSeed(document) || seedOf(document.uri) !== undefined || catalogues.isCatalogue(document);
}

async function report(services: Services, document: TextDocument, collection: DiagnosticCollection): Promise<void> {
	if (document.isClosed) return;
	const found = isSeed(document)
		? await ofSeed(services, document)
		: services.catalogues.isCatalogue(document)
			? await ofCatalogue(services, document)
			: await ofSidecar(services, document);
	collection.set(document.uri, found);
}

async function ofSeed({ seeds, annotations }: Services, document: TextDocument): Promise<Diagnostic[]> {
	const { seed } = seeds.analyse(document);
	const placed = (await annotations.of(document.uri))?.placed ?? [];
	const top = document.lineAt(0).range;
	return [
		...diagnose(document, seed?.problems ?? []),
		...placed.flatMap((one) => {
			const span = one.anchoring.span ?? { start: 0, end: 0 };
			const problem = anchorProblem(one.annotation, one.anchoring, span);
			if (!problem) return [];
			const range = one.anchoring.span ? rangeIn(document, one.anchoring.span) : new Range(top.start, top.start);
			return [about(one, toDiagnostic(problem, range))];
		}),
	];
}

/** With the way to the annotation. */
function about({ seed, entry, annotation }: Placed, diagnostic: Diagnostic): Diagnostic {
	const uri = sidecarOf(seed);
	const sidecar = openDocument(uri);
	const place = sidecar ? rangeIn(sidecar, entry.idSpan) : new Range(0, 0, 0, 0);
	diagnostic.relatedInformation = [
		new DiagnosticRelatedInformation(new Location(uri, place), shorten(annotation.note ?? annotation.kind, 100)),
	];
	return diagnostic;
}

async function ofCatalogue({ catalogues }: Services, document: TextDocument): Promise<Diagnostic[]> {
	const { sources, crossProblems } = await catalogues.get();
	const source = sources.find(({ uri }) => uri.toString() === document.uri.toString());
	if (source?.text !== document.getText()) return [];
	return diagnose(document, [...source.file.problems, ...(crossProblems.get(source) ?? [])]);
}

/** Anchors are reported on the seed, where they are seen and mended. */
async function ofSidecar({ annotations, catalogues }: Services, document: TextDocument): Promise<Diagnostic[]> {
	const seed = seedOf(document.uri);
	const annotated = seed && (await annotations.of(seed));
	if (!seed || !annotated || annotated.sidecar.text !== document.getText()) return [];
	const { catalogue } = await catalogues.get();
	const folder = folderOf(seed);
	const around = await inspectSidecar(annotated.sidecar, {
		seedName: baseName(seed),
		text: await readText(seed),
		anchorings: [],
		catalogue,
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
