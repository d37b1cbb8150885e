// The history of one annotation from git: who changed what, when; each step with its card before and after.
import { commands, Disposable, l10n, type QuickPickItem, Uri, window, workspace } from 'vscode';
import { type AnnotationChange, diffSidecars } from '../../../core/annotations/diff';
import { readSidecar } from '../../../core/annotations/sidecar';
import type { CommandName } from '../../commands';
import { shorten } from '../../convert';
import { annotationCard } from '../../services/cards';
import { baseName, readText } from '../../services/files';
import { type Commit, type Repository, showAt } from '../../services/git';
import { Stop } from '../../services/guard';
import { isSeed } from '../../services/seed-documents';
import type { Services } from '../../services/services';
import { seedOf, sidecarOf } from '../../services/sidecars';
import { describeChange } from './describe';
import type { ChangeNode } from './tree';
import type { Walk } from './walk';

const historyScheme = 'glossator-history';

/** How far back is looked: each step is a process of git's or two. */
const mostCommits = 200;

/** An annotation by its file. */
interface Subject {
	readonly file: Uri;
	readonly id: string;
}

/** As links and rows of other lists carry it. */
interface Reference {
	/** The seed's URI as a string. */
	readonly seed: string;
	readonly id: string;
}

/** The file in a commit; `commit` undefined: as it is now; empty: nothing was there. */
interface Version {
	readonly file: Uri;
	readonly commit: string | undefined;
}

interface Step extends QuickPickItem {
	readonly before: Version;
	readonly after: Version;
}

export function registerTimeline(services: Services, walk: Walk): Disposable {
	const { guard } = services;
	const provider = { provideTextDocumentContent: (uri: Uri) => contentOf(services, uri) };
	return Disposable.from(
		workspace.registerTextDocumentContentProvider(historyScheme, provider),
		guard.command('glossator.annotation.history', async (given?: unknown) => {
			const subject = await subjectOf(services, walk, given);
			if (subject) await showHistory(services, subject);
		}),
	);
}

/** The row or link the command was called on, the card in front, or the annotation under the cursor. */
async function subjectOf(services: Services, walk: Walk, given: unknown): Promise<Subject | undefined> {
	const called = (given ?? {}) as Partial<ChangeNode & Reference & { reference: Reference }>;
	const { seed, id } = (called.reference ?? called) as Partial<Reference>;
	if (typeof seed === 'string' && id) return { file: sidecarOf(Uri.parse(seed, true)), id };
	const node = walk.current(given);
	const document = window.activeTextEditor?.document;
	if (!document || !isSeed(document) || called.change) {
		if (!node) throw new Stop(l10n.t('Put the cursor in an annotated passage, or choose an annotation in the list.'));
		if (!('id' in node.change)) throw new Stop(l10n.t('This change is not about an annotation.'));
		return { file: node.of.files.after, id: node.change.id };
	}
	const here = await services.annotations.at(document, document.offsetAt(window.activeTextEditor!.selection.active));
	if (!here.length) throw new Stop(l10n.t('There is no annotation here.'));
	const items = here.map(({ annotation }) => ({
		label: shorten(annotation.note ?? annotation.kind),
		id: annotation.id,
	}));
	const picked =
		items.length > 1 ? await window.showQuickPick(items, { title: l10n.t('Which Annotation?') }) : items[0];
	return picked && { file: sidecarOf(document.uri), id: picked.id };
}

async function showHistory({ git, guard }: Services, { file, id }: Subject): Promise<void> {
	const repository = await git.repositoryOf(file);
	if (!repository) {
		const choose: CommandName = 'glossator.review.choose';
		throw new Stop(
			l10n.t(
				'VS Code knows of no git repository here, so there is no history to show. Saved versions can be compared.',
			),
			{ [l10n.t('Compare…')]: () => commands.executeCommand(choose) },
		);
	}
	const pick = window.createQuickPick<Step>();
	Object.assign(pick, {
		title: l10n.t('History of Annotation {0}', id),
		placeholder: l10n.t('The newest first; Enter opens the step'),
		matchOnDescription: true,
		matchOnDetail: true,
		busy: true,
	});
	let isOpen = true;
	const open = (step: Step, preserveFocus: boolean) => {
		const [before, after] = [cardUri(step.before, id), cardUri(step.after, id)];
		return commands.executeCommand('vscode.diff', before, after, step.label, { preview: true, preserveFocus });
	};
	pick.onDidChangeActive(([step]) => {
		if (step) void guard.quietly('history', () => open(step, true), undefined);
	});
	pick.onDidAccept(() => {
		const [step] = pick.selectedItems;
		pick.hide();
		if (step) void guard.quietly('history', () => open(step, false), undefined);
	});
	pick.onDidHide(() => {
		isOpen = false;
		pick.dispose();
	});
	pick.show();
	for await (const step of stepsOf(repository, file, id)) {
		if (!isOpen) return;
		pick.items = [...pick.items, step];
	}
	if (!isOpen) return;
	pick.busy = false;
	if (!pick.items.length)
		pick.placeholder = l10n.t('Nothing is known of this annotation in the commits of this branch.');
}

/** The newest first: what is not committed yet, then the commits that changed it, through renames of the file. */
async function* stepsOf(repository: Repository, file: Uri, id: string): AsyncGenerator<Step> {
	const known = new Map<string, Promise<string | undefined>>();
	const read = ({ file, commit }: Version) => {
		if (commit === undefined) return readText(file);
		const name = `${commit}:${file}`;
		const text = known.get(name) ?? (commit ? showAt(repository, commit, file) : Promise.resolve(undefined));
		known.set(name, text);
		return text;
	};
	const changesOf = async (before: Version, after: Version) => {
		const [old, fresh] = await Promise.all([read(before), read(after)]);
		return diffSidecars(readSidecar(old ?? ''), readSidecar(fresh ?? '')).filter((one) => 'id' in one && one.id === id);
	};
	const head = repository.state.HEAD?.commit;
	const [committed, now] = [
		{ file, commit: head ?? '' },
		{ file, commit: undefined },
	];
	for (const change of await changesOf(committed, now)) yield stepFor(undefined, change, committed, now);
	let name: Uri | undefined = file;
	const seen = new Set<string>();
	while (name && head) {
		const at: Uri = name;
		const commits = await repository.log({ maxEntries: mostCommits, path: at.fsPath }).catch(() => []);
		for (const commit of commits) {
			if (seen.has(commit.hash)) continue;
			seen.add(commit.hash);
			const parents = commit.parents?.length ? commit.parents : [''];
			const was = commit === commits.at(-1) ? await nameBefore(repository, parents[0]!, commit.hash, at) : undefined;
			const after = { file: at, commit: commit.hash };
			const befores = parents.map((parent) => ({ file: was ?? at, commit: parent }));
			const changes = await Promise.all(befores.map((before) => changesOf(before, after)));
			// a merge that took one side as it was changed nothing
			if (changes.every((list) => list.length))
				for (const change of changes[0]!) yield stepFor(commit, change, befores[0]!, after);
			name = was;
		}
		if (!commits.length) name = undefined;
	}
}

/** What the file was called before the commit, where that renamed it. */
async function nameBefore(repository: Repository, parent: string, commit: string, file: Uri): Promise<Uri | undefined> {
	if (!parent) return undefined;
	const changes = await repository.diffBetween(parent, commit).catch(() => []);
	const renamed = changes.find(({ originalUri, renameUri, uri }) => {
		return String(renameUri ?? uri) === String(file) && String(originalUri) !== String(file);
	});
	return renamed?.originalUri;
}

function stepFor(commit: Commit | undefined, change: AnnotationChange, before: Version, after: Version): Step {
	const { icon, description, details } = describeChange(change);
	const when = commit?.authorDate ? commit.authorDate.toLocaleDateString() : '';
	const subject = commit?.message.split('\n', 1)[0];
	return {
		label: commit ? [when, commit.authorName].filter(Boolean).join(' · ') : l10n.t('Not committed yet'),
		description: `$(${icon}) ${shorten(description, 60)}`,
		detail: [subject, shorten(details.join(' · '), 120)].filter(Boolean).join(' — '),
		before,
		after,
	};
}

function cardUri({ file, commit }: Version, id: string): Uri {
	return Uri.from({
		scheme: historyScheme,
		path: `/${baseName(seedOf(file) ?? file)}/${id}${commit ? ` ${commit.slice(0, 8)}` : ''}.md`,
		query: JSON.stringify({ file: file.toString(), id, commit: commit ?? null }),
	});
}

/** Empty where the annotation is not there. */
async function contentOf({ git }: Services, uri: Uri): Promise<string> {
	const { file: name, id, commit } = JSON.parse(uri.query) as { file: string; id: string; commit: string | null };
	const file = Uri.parse(name, true);
	const repository = await git.repositoryOf(file);
	const read = async (one: Uri) =>
		commit === null ? readText(one) : commit && repository ? showAt(repository, commit, one) : undefined;
	const sidecar = readSidecar((await read(file)) ?? '');
	const annotation = sidecar.entries.find((entry) => entry.annotation.id === id)?.annotation;
	const seed = seedOf(file);
	return annotation ? annotationCard(annotation, seed && (await read(seed))) : '';
}
