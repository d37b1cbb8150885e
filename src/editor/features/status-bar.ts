// The status bar entry of a seed: its date, its language and its counterpart; pressing it chooses the counterpart.
import {
	commands,
	Disposable,
	l10n,
	type QuickPickItem,
	QuickPickItemKind,
	StatusBarAlignment,
	type StatusBarItem,
	type TextDocument,
	type Uri,
	window,
	workspace,
} from 'vscode';
import { languageName } from '../languages';
import { baseName } from '../services/files';
import { Stop } from '../services/guard';
import type { CounterpartFile } from '../services/parallel';
import { isSeed } from '../services/seed-documents';
import type { Services } from '../services/services';
import { Settle } from '../services/settle';

/** Typing in the header, and files written by git, come in bursts. */
const settleMilliseconds = 300;

export function registerStatusBar(services: Services): Disposable {
	const { guard, seeds, parallel } = services;
	let item: StatusBarItem | undefined;
	let showing = 0;
	/** What was found for the seed that is shown: it stays until something else is found. */
	let last: { readonly seed: string; readonly best: CounterpartFile | 'none' } | undefined;

	const show = async () => {
		const document = window.activeTextEditor?.document;
		const turn = ++showing;
		if (!document || !isSeed(document)) {
			item?.hide();
			return;
		}
		item ??= createItem();
		const seed = document.uri.toString();
		describe(item, services, document, last?.seed === seed ? last.best : undefined);
		item.show();
		const best = await guard.quietly('counterpart', () => parallel.counterpart(document.uri), undefined);
		if (turn !== showing) return;
		last = { seed, best: best ?? 'none' };
		describe(item, services, document, last.best);
	};
	const showQuietly = () => void guard.quietly('status bar', show, undefined);
	const settle = new Settle(settleMilliseconds, showQuietly);

	showQuietly();
	return Disposable.from(
		window.onDidChangeActiveTextEditor(showQuietly),
		seeds.onDidOpen(showQuietly),
		seeds.onDidClose(showQuietly),
		seeds.onDidChange(({ document, contentChanges }) => {
			if (document === window.activeTextEditor?.document && contentChanges.some(({ range }) => range.start.line < 5))
				settle.soon();
		}),
		parallel.onDidChange(() => settle.soon()),
		settle,
		guard.command('glossator.chooseCounterpart', () => choose(services)),
		{ dispose: () => item?.dispose() },
	);
}

function createItem(): StatusBarItem {
	const item = window.createStatusBarItem('glossator.seed', StatusBarAlignment.Right, 101);
	item.name = l10n.t('Seed');
	item.command = 'glossator.chooseCounterpart';
	return item;
}

/** `counterpart` is undefined while it is being looked for. */
function describe(
	item: StatusBarItem,
	{ seeds }: Services,
	document: TextDocument,
	counterpart: CounterpartFile | 'none' | undefined,
): void {
	const { seed } = seeds.analyse(document);
	if (!seed) {
		item.text = l10n.t('$(warning) No date header');
		item.tooltip = l10n.t('A seed begins with a line such as “date 2026-02-18”.');
		item.accessibilityInformation = { label: l10n.t('This seed has no date header') };
		return;
	}
	const date = seed.header.date ?? l10n.t('impossible date');
	const language = languageName(seed.language);
	const best = counterpart === 'none' ? undefined : counterpart;
	const other = best ? languageName(best.language) : counterpart ? l10n.t('no counterpart') : '$(loading~spin)';
	item.text = `$(book) ${date} · ${language} ⇄ ${other}`;
	item.tooltip = best
		? l10n.t('Counterpart: {0} ({1}). Press to choose another.', baseName(best.uri), howSure(best))
		: l10n.t('No other-language version of this seed was found. Press to choose one.');
	item.accessibilityInformation = {
		label: best
			? l10n.t('Seed of {0} in {1}, counterpart {2} in {3}', date, language, baseName(best.uri), other)
			: l10n.t('Seed of {0} in {1}, no counterpart', date, language),
	};
}

function howSure({ declared, score }: CounterpartFile): string {
	return declared ? l10n.t('chosen by a person') : l10n.t('found, {0} % alike', Math.round(score * 100));
}

interface SeedItem extends QuickPickItem {
	readonly uri?: Uri;
}

async function choose(services: Services): Promise<void> {
	const document = window.activeTextEditor?.document;
	if (!document || !isSeed(document))
		throw new Stop(l10n.t('Open a seed first; its counterpart is chosen from there.'));
	const picked = await window.showQuickPick<SeedItem>(candidates(services, document), {
		title: l10n.t('Counterpart of {0}', baseName(document.uri)),
		placeHolder: l10n.t('The same story in another language'),
		matchOnDescription: true,
	});
	if (!picked?.uri) return;
	const { parallel } = services;
	const before = await parallel.counterpart(document.uri);
	const versions = await parallel.versions(document.uri);
	// a reader who turns to another language corrects nobody; one who prefers what was not found so does
	if (versions.some((uri) => same(uri, picked.uri))) parallel.readTogether(document.uri, picked.uri);
	else await parallel.declare(document.uri, picked.uri);
	if (before && window.visibleTextEditors.some((editor) => same(editor.document.uri, before.uri)))
		await commands.executeCommand('glossator.jumpToParallel', { to: picked.uri.toString(), preserveFocus: true });
}

const same = (a: Uri, b: Uri | undefined) => a.toString() === b?.toString();

async function candidates({ parallel, seedFiles }: Services, document: TextDocument): Promise<SeedItem[]> {
	const [found, all] = await Promise.all([parallel.counterparts(document.uri), seedFiles.all()]);
	const toItem = (uri: Uri, detail: string): SeedItem => ({
		label: baseName(uri),
		description: workspace.asRelativePath(uri),
		detail,
		uri,
	});
	const likely = found.map((one) => toItem(one.uri, `${languageName(one.language)} · ${howSure(one)}`));
	const taken = new Set([document.uri, ...found.map(({ uri }) => uri)].map(String));
	const rest = all
		.filter(({ uri }) => !taken.has(uri.toString()))
		.map(({ uri, date, language }) => toItem(uri, [languageName(language), date].filter(Boolean).join(' · ')));
	const heading = (label: string): SeedItem => ({ label, kind: QuickPickItemKind.Separator });
	return [
		...(likely.length ? [heading(l10n.t('Alike')), ...likely] : []),
		...(rest.length ? [heading(l10n.t('Other seeds')), ...rest] : []),
	];
}
