// The outline: header, paragraphs with their role and partner, quotations, actors, annotations. Breadcrumbs, sticky scroll and
// go-to-symbol come from it.
import {
	ConfigurationTarget,
	Disposable,
	DocumentSymbol,
	l10n,
	languages,
	SymbolKind,
	type TextDocument,
	window,
	workspace,
} from 'vscode';
import { type Actor, type ActorType, actorTypes, type Mention } from '../../core/actors/model';
import { overruleRoles } from '../../core/annotations/pins';
import { labelOf } from '../../core/seed/label';
import type { Quotation, Role, Seed } from '../../core/seed/model';
import { contains, type Span } from '../../core/text/span';
import { typeIcons, typesName } from '../actor-types';
import { rangeIn, shorten } from '../convert';
import { languageName } from '../languages';
import { roleName } from '../roles';
import type { Placed } from '../services/annotations';
import { seedSelector } from '../services/seed-documents';
import type { Services } from '../services/services';
import { section, setting } from '../services/settings';
import { Settle } from '../services/settle';
import { mapGently } from '../services/slices';

/** UTF-16 units of a label: what follows it should stay in view. */
const longestLabel = 48;
/** One change of a sidecar is told from several sides, and files written by git come in bursts. */
const settleMilliseconds = 100;
/** An outline that waits longer than this for the other languages is shown without them, and again when they are there. */
const patience = 3000;

export function registerOutline(services: Services): Disposable {
	const provider = {
		provideDocumentSymbols: (document: TextDocument) => outline(services, document, () => late(document)),
	};
	const register = () => languages.registerDocumentSymbolProvider(seedSelector, provider, { label: l10n.t('Seed') });
	let registration = register();
	// the registry's own change is the only way to ask VS Code for the symbols again
	const settle = new Settle(settleMilliseconds, () => {
		registration.dispose();
		registration = register();
	});
	const again = () => settle.soon();
	const asked = new WeakMap<TextDocument, number>();
	/** Once a version, lest a slow machine ask for ever. */
	const late = (document: TextDocument) => {
		if (asked.get(document) === document.version) return;
		asked.set(document, document.version);
		again();
	};
	return Disposable.from(
		services.mentions.onDidChange(again),
		services.sidecars.onDidChange(again),
		services.parallel.onDidChange(again),
		workspace.onDidChangeConfiguration((event) => {
			if (event.affectsConfiguration(`${section}.outline`)) again();
		}),
		services.guard.command('glossator.outline.actorTypes', chooseTypes),
		settle,
		{ dispose: () => registration.dispose() },
	);
}

async function outline(services: Services, document: TextDocument, late: () => void): Promise<DocumentSymbol[]> {
	const { seed, text } = services.seeds.analyse(document);
	if (!seed) return [];
	const { version } = document;
	const { guard } = services;
	const [mentions, annotated, partners] = await Promise.all([
		guard.quietly('outline: actors', () => services.mentions.in(document), []),
		guard.quietly('outline: annotations', () => services.annotations.of(document.uri), undefined),
		guard.quietly('outline: links', () => withPatience(partnersOf(services, document), late), undefined),
	]);
	const actors = await actorSymbols(services, document, mentions);
	const quotationsOf = byParagraph(seed);
	// VS Code asks again, and shows nothing of this
	const isOld = () => document.version !== version;
	const roles = annotated?.sidecar.roles ?? [];
	const paragraphs = await mapGently(
		overruleRoles({ text, paragraphs: seed.paragraphs }, roles),
		(paragraph, i) => {
			const partner = partners?.get(i);
			const name = [partner, labelOf(text, paragraph, longestLabel) || '…'].filter(Boolean).join(' · ');
			const symbol = newSymbol(document, name, labelFor(paragraph.role), roleKinds[paragraph.role], paragraph);
			symbol.children = quotationSymbols(document, text, quotationsOf[i] ?? []);
			return symbol;
		},
		isOld,
	);
	const placed = (annotated?.placed ?? []).filter(({ anchoring }) => anchoring.span);
	const notes = await mapGently(placed, (one) => noteSymbol(document, text, one), isOld);
	return [
		headerSymbol(document, seed),
		...paragraphs,
		...group(document, l10n.t('Actors'), SymbolKind.Namespace, actors, { count: countOf(actors) }),
		...group(document, l10n.t('Annotations'), SymbolKind.Namespace, notes),
	];
}

const roleKinds: Readonly<Record<Role, SymbolKind>> = {
	heading: SymbolKind.Class,
	byline: SymbolKind.Field,
	caption: SymbolKind.File,
	body: SymbolKind.String,
	furniture: SymbolKind.Null,
};

/** Body paragraphs are the rule, so they are not labelled. */
const labelFor = (role: Role) => (role === 'body' ? '' : roleName(role));

function headerSymbol(document: TextDocument, { header, dateline, agency, language }: Seed): DocumentSymbol {
	const name = header.date ?? l10n.t('impossible date');
	const detail = [dateline?.text, agency?.text, languageName(language)].filter(Boolean).join(' · ');
	return newSymbol(document, name, detail, SymbolKind.Event, header);
}

/** The quotations within each paragraph; both are in text order. */
function byParagraph({ paragraphs, quotations }: Seed): Quotation[][] {
	let next = 0;
	return paragraphs.map((paragraph) => {
		const first = next;
		while (next < quotations.length && (quotations[next] as Quotation).start < paragraph.end) next++;
		return quotations.slice(first, next).filter((quotation) => contains(paragraph, quotation));
	});
}

function quotationSymbols(document: TextDocument, text: string, quotations: readonly Quotation[]): DocumentSymbol[] {
	return quotations.map((quotation) => {
		const name = shorten(text.slice(quotation.start, quotation.end), longestLabel);
		return newSymbol(document, name, quotation.speaker?.text ?? '', SymbolKind.Constant, quotation);
	});
}

const countOf = (groups: readonly DocumentSymbol[]) => groups.reduce((sum, { children }) => sum + children.length, 0);

/** One group a type; in each the actors, the most mentioned first, at their first mention. */
async function actorSymbols(services: Services, document: TextDocument, mentions: readonly Mention[]) {
	const { catalogue } = await services.catalogues.get();
	const byType = new Map<ActorType, Map<string, Mention[]>>();
	for (const mention of mentions) {
		const type = mention.nested ? undefined : catalogue.actors.get(mention.actor)?.type;
		if (!type) continue;
		const actors = byType.get(type) ?? new Map<string, Mention[]>();
		const same = actors.get(mention.actor);
		if (same) same.push(mention);
		else byType.set(type, actors.set(mention.actor, [mention]));
	}
	const wanted = setting('outline.actorTypes', document);
	return actorTypes.flatMap((type) => {
		const actors = [...(byType.get(type) ?? [])].sort(([, a], [, b]) => b.length - a.length);
		if (!wanted.includes(type)) return [];
		const symbols = actors.map(([id, found]) => actorSymbol(document, catalogue.actors.get(id) as Actor, found));
		return group(document, typesName(type), typeKinds[type], symbols, { rank: actorTypes.indexOf(type) });
	});
}

function actorSymbol(document: TextDocument, { id, names, type }: Actor, found: readonly Mention[]): DocumentSymbol {
	const first = Object.values(names).flatMap((list) => list.slice(0, 1));
	const count = found.length === 1 ? l10n.t('1 mention') : l10n.t('{0} mentions', found.length);
	return newSymbol(document, first.slice(0, 2).join(' / ') || id, count, typeKinds[type], found[0] as Mention);
}

/** The nearest that VS Code's symbols, made for programs, come: a person is the round head on a line. */
const typeKinds: Readonly<Record<ActorType, SymbolKind>> = {
	person: SymbolKind.Interface,
	organisation: SymbolKind.Class,
	state: SymbolKind.Struct,
	place: SymbolKind.Field,
	format: SymbolKind.Array,
	event: SymbolKind.Event,
	media: SymbolKind.Variable,
};

/** What the outline lists is the user's to choose; the choice is kept where it was made before, else for all windows. */
async function chooseTypes(): Promise<void> {
	const document = window.activeTextEditor?.document;
	const shown = setting('outline.actorTypes', document);
	const items = actorTypes.map((type) => ({
		label: `${typeIcons[type]} ${typesName(type)}`,
		picked: shown.includes(type),
		type,
	}));
	const chosen = await window.showQuickPick(items, {
		title: l10n.t('Show Actor Types in Outline'),
		placeHolder: l10n.t('Check the types that the outline is to list'),
		canPickMany: true,
	});
	if (!chosen) return;
	const configuration = workspace.getConfiguration(section, document);
	const { workspaceValue, workspaceFolderValue } = configuration.inspect('outline.actorTypes') ?? {};
	const target = workspaceFolderValue
		? ConfigurationTarget.WorkspaceFolder
		: workspaceValue
			? ConfigurationTarget.Workspace
			: ConfigurationTarget.Global;
	const types = chosen.map(({ type }) => type);
	await configuration.update('outline.actorTypes', types, target);
}

function noteSymbol(document: TextDocument, text: string, { annotation, anchoring }: Placed): DocumentSymbol {
	const span = anchoring.span as Span;
	const said = annotation.note ?? text.slice(span.start, span.end);
	const detail = [...annotation.tags, annotation.status].filter(Boolean).join(' · ');
	return newSymbol(document, `${annotation.kind}: ${shorten(said, longestLabel)}`, detail, SymbolKind.Key, span);
}

/** A group without a passage of its own stands at the end of the text: VS Code sorts by place, and by name only then. */
function group(
	document: TextDocument,
	name: string,
	kind: SymbolKind,
	children: DocumentSymbol[],
	{ count = children.length, rank = actorTypes.length }: { readonly count?: number; readonly rank?: number } = {},
): DocumentSymbol[] {
	if (!children.length) return [];
	const end = document.offsetAt(document.lineAt(document.lineCount - 1).range.end);
	const at = Math.max(0, end - actorTypes.length + rank);
	const symbol = newSymbol(document, name, String(count), kind, { start: at, end: at });
	symbol.children = children;
	return [symbol];
}

function newSymbol(document: TextDocument, name: string, detail: string, kind: SymbolKind, span: Span): DocumentSymbol {
	const range = rangeIn(document, span);
	return new DocumentSymbol(name || '…', detail, kind, range, range);
}

/** By paragraph: the mark of its partners, such as `⇄ 3`. It comes first, since a narrow view cuts long labels. */
async function partnersOf({ parallel }: Services, document: TextDocument): Promise<Map<number, string>> {
	const marks = new Map<number, string>();
	const counterpart = await parallel.counterpart(document.uri);
	const aligned = counterpart && (await parallel.align(document.uri, counterpart.uri));
	for (const { source, target } of aligned?.alignment.links ?? [])
		for (const i of source) marks.set(i, `⇄ ${target.map((j) => j + 1).join(', ')}`);
	return marks;
}

/** Undefined where the work takes too long; `late` is called when it is done after all. */
function withPatience<T>(work: Promise<T>, late: () => void): Promise<T | undefined> {
	return new Promise((resolve, reject) => {
		let waiting = true;
		const timer = setTimeout(() => {
			waiting = false;
			resolve(undefined);
		}, patience);
		work.then((done) => (waiting ? resolve(done) : late()), reject).finally(() => clearTimeout(timer));
	});
}
