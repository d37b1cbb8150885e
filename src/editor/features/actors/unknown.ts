// Names that no catalogue has, here or in all seeds, the most frequent first: each shown in the text as one moves along the list,
// and one key away from being added.
import {
	type CancellationToken,
	Disposable,
	l10n,
	ProgressLocation,
	type QuickPick,
	type QuickPickItem,
	Range,
	TextEditorRevealType,
	ThemeIcon,
	Uri,
	window,
	workspace,
} from 'vscode';
import type { ActorType } from '../../../core/actors/model';
import { unknownNames } from '../../../core/actors/unknown';
import { parseSeed } from '../../../core/seed/parse';
import { typeIcons, typeName } from '../../actor-types';
import { shorten } from '../../convert';
import { baseName, readText } from '../../services/files';
import { Stop } from '../../services/guard';
import { isSeed } from '../../services/seed-documents';
import type { Services } from '../../services/services';
import { Slices } from '../../services/slices';
import { addActorFrom, addNameFrom } from './add';
import type { NameReference } from './suggested';

interface Unknown {
	readonly name: string;
	readonly type: ActorType;
	/** In all of the texts. */
	readonly count: number;
	/** Where it stands with most of its words. */
	readonly reference: NameReference;
	/** The words around it on one line. */
	readonly context: string;
}

type Scope = 'here' | 'workspace';

/** What the person does with the list. */
type Wish =
	| { readonly do: 'add' | 'alsoNameOf'; readonly unknown: Unknown }
	| { readonly do: 'widen' | 'narrow' | 'renew' };

/** UTF-16 units shown on each side of a name. */
const contextLength = 40;

export function registerUnknown(services: Services): Disposable {
	return services.guard.command('glossator.unknownNames', () => listUnknown(services));
}

async function listUnknown(services: Services): Promise<void> {
	const editor = window.activeTextEditor;
	if (!editor || !isSeed(editor.document)) throw new Stop(l10n.t('Open a seed first: its names are looked through.'));
	const { document, selection, viewColumn } = editor;
	let scope: Scope = 'here';
	let last: string | undefined;
	const done = new Set<string>();
	for (;;) {
		const all = await unknownIn(services, scope, document.uri);
		if (!all) return;
		const wish = await choose(
			services,
			scope,
			all.filter(({ name }) => !done.has(name)),
			last,
		);
		if (!wish) break;
		if (wish.do === 'widen' || wish.do === 'narrow') scope = wish.do === 'widen' ? 'workspace' : 'here';
		if (!('unknown' in wish)) continue;
		last = wish.unknown.name;
		const add = wish.do === 'add' ? addActorFrom : addNameFrom;
		if (await add(services, wish.unknown.reference)) done.add(wish.unknown.name);
	}
	await window.showTextDocument(document, { selection, ...(viewColumn && { viewColumn }) });
}

/** Undefined where the person cancelled. */
function unknownIn(services: Services, scope: Scope, seed: Uri): Promise<readonly Unknown[] | undefined> {
	if (scope === 'here') return collect(services, [seed]);
	const title = l10n.t('Looking for unknown names…');
	return Promise.resolve(
		window.withProgress({ location: ProgressLocation.Notification, title, cancellable: true }, async (_, token) =>
			collect(
				services,
				(await services.seedFiles.all()).map(({ uri }) => uri),
				token,
			),
		),
	);
}

async function collect(
	{ catalogues, mentions, lexicons }: Services,
	seeds: readonly Uri[],
	token?: CancellationToken,
): Promise<readonly Unknown[] | undefined> {
	const [actors, lists] = await Promise.all([catalogues.get(), lexicons.nameLists()]);
	const byName = new Map<string, Unknown>();
	const slices = new Slices();
	for (const uri of seeds) {
		await slices.pause();
		if (token?.isCancellationRequested) return undefined;
		const text = await readText(uri);
		if (text === undefined) continue;
		const spoken = parseSeed(text)?.language;
		const language = spoken === 'unknown' ? undefined : spoken;
		const found = unknownNames([{ text, language, mentions: await mentions.ofText(uri, text, actors) }], lists);
		for (const { name, type, places, fullest } of found) {
			const known = byName.get(name);
			const { start, end } = fullest;
			const reference = { seed: uri.toString(), start, end, text: text.slice(start, end) };
			const context = around(text, start, end);
			byName.set(name, { name, type, reference, context, ...known, count: (known?.count ?? 0) + places.length });
		}
	}
	return [...byName.values()].sort((a, b) => b.count - a.count);
}

function around(text: string, start: number, end: number): string {
	const before = text.slice(Math.max(0, start - contextLength), start).replace(/^\S*\s/, '');
	const after = text.slice(end, end + contextLength).replace(/\s\S*$/, '');
	return `…${shorten(`${before}${text.slice(start, end)}${after}`, 4 * contextLength)}…`;
}

interface Item extends QuickPickItem {
	readonly unknown?: Unknown;
}

function choose(
	services: Services,
	scope: Scope,
	all: readonly Unknown[],
	last: string | undefined,
): Promise<Wish | undefined> {
	const pick = window.createQuickPick<Item>();
	const widen = { iconPath: new ThemeIcon('files'), tooltip: l10n.t('In All Seeds of the Workspace') };
	const narrow = { iconPath: new ThemeIcon('file'), tooltip: l10n.t('In This Seed Only') };
	const other = scope === 'here' ? widen : narrow;
	Object.assign(pick, {
		title: scope === 'here' ? l10n.t('Unknown Names Here') : l10n.t('Unknown Names in the Workspace'),
		placeholder: l10n.t('Enter adds a name to a catalogue'),
		buttons: [other],
		matchOnDetail: true,
		keepScrollPosition: true,
		items: all.length ? all.map((one) => itemOf(one, scope)) : [nothing(scope)],
	});
	const at = pick.items.find(({ label }) => label === last);
	if (at) pick.activeItems = [at];
	return shown(services, pick, other === widen ? 'widen' : 'narrow');
}

function shown({ mentions, guard }: Services, pick: QuickPick<Item>, other: 'widen' | 'narrow') {
	return new Promise<Wish | undefined>((resolve) => {
		const end = (wish: Wish | undefined) => {
			resolve(wish);
			listening.dispose();
			pick.dispose();
		};
		const listening = Disposable.from(
			pick.onDidChangeActive(([item]) => {
				const { unknown } = item ?? {};
				if (unknown) void guard.quietly('preview', () => preview(unknown.reference), undefined);
			}),
			pick.onDidTriggerButton(() => end({ do: other })),
			pick.onDidTriggerItemButton(({ item: { unknown } }) => unknown && end({ do: 'alsoNameOf', unknown })),
			pick.onDidAccept(() => {
				const [item] = pick.selectedItems;
				if (item?.unknown) end({ do: 'add', unknown: item.unknown });
				else end(other === 'widen' ? { do: 'widen' } : undefined);
			}),
			// what was added a moment ago is known now
			mentions.onDidChange(() => end({ do: 'renew' })),
			pick.onDidHide(() => end(undefined)),
		);
		pick.show();
	});
}

function itemOf(unknown: Unknown, scope: Scope): Item {
	const { name, type, count, context, reference } = unknown;
	const times = count === 1 ? l10n.t('once') : l10n.t('{0} times', count);
	const where = scope === 'workspace' ? [baseName(Uri.parse(reference.seed, true))] : [];
	return {
		label: name,
		description: [times, `${typeIcons[type]} ${typeName(type)}`, ...where].join(' · '),
		detail: context,
		buttons: [{ iconPath: new ThemeIcon('link'), tooltip: l10n.t('This Is Also a Name of…') }],
		unknown,
	};
}

function nothing(scope: Scope): Item {
	return scope === 'here'
		? {
				label: l10n.t('Every name in this seed is known.'),
				detail: l10n.t('Enter looks through all seeds of the workspace.'),
			}
		: { label: l10n.t('Every name in the workspace is known.') };
}

/** Shows where the name stands, the list keeping the keyboard. */
async function preview({ seed, start, end, text }: NameReference): Promise<void> {
	const document = await workspace.openTextDocument(Uri.parse(seed, true));
	if (document.getText().slice(start, end) !== text) return;
	const range = new Range(document.positionAt(start), document.positionAt(end));
	const editor = await window.showTextDocument(document, { preserveFocus: true, preview: true, selection: range });
	editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}
