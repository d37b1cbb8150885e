// Choosing what is compared with what.
import { commands, l10n, type QuickPickItem, QuickPickItemKind, type Uri, window, workspace } from 'vscode';
import { baseName } from '../../services/files';
import type { Repository } from '../../services/git';
import { Stop } from '../../services/guard';
import { pickOne } from '../../services/pick';
import type { Services } from '../../services/services';
import { between, type Comparison, files, since, sinceLeaving, sinceSaved } from './comparison';
import type { SavedVersions } from './saved-versions';

interface Choice extends QuickPickItem {
	readonly choose?: () => Comparison | Promise<Comparison | undefined>;
}

/** Undefined: the person picked nothing. */
export async function pickComparison(services: Services, saved: SavedVersions): Promise<Comparison | undefined> {
	const repositories = await services.git.repositories();
	const picked = await window.showQuickPick<Choice>(
		[...(repositories.length ? await withGit(services, repositories) : []), ...withoutGit(services, saved)],
		{
			title: l10n.t('Review Annotation Changes'),
			placeHolder: repositories.length
				? l10n.t('What is compared with what?')
				: l10n.t('VS Code knows of no git repository here; these can be compared'),
		},
	);
	return picked?.choose?.();
}

async function withGit(services: Services, repositories: readonly Repository[]): Promise<Choice[]> {
	const branches = await branchesOf(repositories);
	const main = branches.find((name) => /^(origin\/)?(main|master)$/.test(name));
	const current = repositories[0]?.state.HEAD?.name;
	return [
		heading(l10n.t('With git')),
		{
			label: l10n.t('Since the last commit'),
			description: 'HEAD',
			choose: () => since(services, 'HEAD', l10n.t('the last commit')),
		},
		...(main && main !== current
			? [
					{
						label: l10n.t('What this branch did'),
						description: l10n.t('since it left {0}', main),
						choose: () => sinceLeaving(services, main),
					},
				]
			: []),
		{
			label: l10n.t('Since this branch left…'),
			detail: l10n.t('What a pull request onto that branch would show'),
			choose: async () => {
				const branch = await pickRevision(branches, l10n.t('The branch it left'));
				return branch === undefined ? undefined : sinceLeaving(services, branch);
			},
		},
		{
			label: l10n.t('Since a revision…'),
			detail: l10n.t('From a commit, branch or tag to the files as they are now'),
			choose: async () => {
				const revision = await pickRevision(branches, l10n.t('Compare with'));
				return revision === undefined ? undefined : since(services, revision);
			},
		},
		{
			label: l10n.t('Between two revisions…'),
			choose: async () => {
				const from = await pickRevision(branches, l10n.t('From'));
				const to = from === undefined ? undefined : await pickRevision(branches, l10n.t('From {0} to', from));
				return from === undefined || to === undefined ? undefined : between(services, from, to);
			},
		},
	];
}

function withoutGit(services: Services, saved: SavedVersions): Choice[] {
	return [
		heading(l10n.t('Without git')),
		...saved.all().map((version) => ({
			label: l10n.t('Since {0}', version.label),
			description: l10n.t('saved version'),
			choose: () => sinceSaved(services, version),
		})),
		{
			label: l10n.t('Save a Version of All Annotations'),
			choose: async () => commands.executeCommand<undefined>('glossator.review.saveVersion'),
		},
		{
			label: l10n.t('Two annotation files…'),
			detail: l10n.t('For example a colleague’s copy and yours'),
			choose: async () => {
				const before = await pickSidecar(services, l10n.t('The earlier or the other one'));
				const after = before && (await pickSidecar(services, l10n.t('Compared with'), before));
				return before && after && files(before, after);
			},
		},
	];
}

function heading(label: string): Choice {
	return { label, kind: QuickPickItemKind.Separator };
}

async function branchesOf(repositories: readonly Repository[]): Promise<string[]> {
	const refs = await Promise.all(repositories.map((one) => one.getRefs({ sort: 'committerdate' })));
	return [...new Set(refs.flat().flatMap(({ name }) => (name ? [name] : [])))];
}

/** A branch, a tag, or anything else git understands. */
async function pickRevision(branches: readonly string[], title: string): Promise<string | undefined> {
	const revision = await pickOne({
		title,
		placeholder: l10n.t('A branch or tag, or type any revision, such as HEAD~3'),
		items: [
			{ label: 'HEAD', description: l10n.t('the last commit') },
			{ label: 'HEAD~1', description: l10n.t('the commit before it') },
			...branches.map((label) => ({ label })),
		],
		typed: l10n.t('this revision'),
	});
	// git would take it for an option
	if (revision?.startsWith('-')) throw new Stop(l10n.t('“{0}” is not a revision.', revision));
	return revision;
}

async function pickSidecar({ sidecars }: Services, title: string, other?: Uri): Promise<Uri | undefined> {
	const all = (await sidecars.findAll()).filter((uri) => uri.toString() !== other?.toString());
	const elsewhere = { label: l10n.t('Another file…'), uri: undefined };
	const items = all.map((uri) => ({ label: baseName(uri), description: workspace.asRelativePath(uri), uri }));
	const picked = await window.showQuickPick([...items, elsewhere], { title, matchOnDescription: true });
	if (picked !== elsewhere) return picked?.uri;
	return (await window.showOpenDialog({ title, filters: { YAML: ['yaml', 'yml'] } }))?.[0];
}
