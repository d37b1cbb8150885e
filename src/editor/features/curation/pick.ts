// Choosing whose annotations are compared.
import { commands, l10n, type QuickPickItem, type Uri, window } from 'vscode';
import { readText } from '../../services/files';
import { Stop } from '../../services/guard';
import { readGently } from '../../services/readings';
import type { Services } from '../../services/services';
import { sidecarBy } from '../../services/sidecars';
import { annotatorsIn, byAuthors, byFiles, byRevisions, type Question, sharedName } from './studies';

interface Choice extends QuickPickItem {
	readonly choose: () => Promise<Question | undefined>;
}

/** Undefined: the person picked nothing. `only`: of one seed. Throws Stop where there are not two annotators. */
export async function pickAnnotators(services: Services, only: Uri | undefined): Promise<Question | undefined> {
	const files = await annotatorsIn(services, only);
	const own = [...files.keys()].filter((name) => name !== sharedName()).sort();
	const authors = await authorsIn([...new Set([...files.values()].flat())]);
	const all = files.has(sharedName()) ? [...own, sharedName()] : own;
	const choices: Choice[] = [];
	if (own.length && all.length > 1)
		choices.push({
			label: l10n.t('Files of their own'),
			description: all.join(', '),
			// what is shared is what curation makes, where there are two others
			choose: () => pickNames(all, own.length > 1 ? own : all, (names) => byFiles(services, names, only)),
		});
	if (authors.length > 1)
		choices.push({
			label: l10n.t('Authors within the shared file'),
			description: authors.join(', '),
			choose: () => pickNames(authors, authors, (names) => byAuthors(services, names, only)),
		});
	const branches = await branchesOf(services);
	if (branches.length > 1)
		choices.push({
			label: l10n.t('Branches…'),
			description: l10n.t('the shared file as it is on each'),
			choose: () => pickNames(branches, branches.slice(0, 2), (names) => byRevisions(services, names, only), true),
		});
	if (!choices.length) throw noAnnotators();
	const only1 = choices.length === 1 ? choices[0] : undefined;
	const picked =
		only1 ??
		(await window.showQuickPick(choices, {
			title: l10n.t('Compare Annotators'),
			placeHolder: l10n.t('Where are their annotations?'),
		}));
	return picked?.choose();
}

/** How blind double annotation is done. */
function noAnnotators(): Stop {
	return new Stop(
		l10n.t(
			'There are not two annotators to compare yet. Let each set “glossator.annotator” to a name of their own: what they mark is then kept in a file of theirs (seed.txt.ann.NAME.yaml), and neither sees what the other one marked.',
		),
		{ [l10n.t('Open Setting')]: () => commands.executeCommand('workbench.action.openSettings', 'glossator.annotator') },
	);
}

async function pickNames(
	names: readonly string[],
	selected: readonly string[],
	ask: (names: readonly string[]) => Promise<Question>,
	always = false,
): Promise<Question | undefined> {
	if (!always && names.length === 2) return ask(names);
	const items = names.map((label) => ({ label, picked: selected.includes(label) }));
	const picked = await window.showQuickPick(items, {
		title: l10n.t('Compare Annotators'),
		placeHolder: l10n.t('Two or more; the first is shown on the left'),
		canPickMany: true,
	});
	if (!picked) return undefined;
	if (picked.length < 2) throw new Stop(l10n.t('Choose at least two to compare.'));
	return ask(picked.map(({ label }) => label));
}

/** Named in the shared files, those with most annotations first. */
async function authorsIn(seeds: readonly Uri[]): Promise<string[]> {
	const counts = new Map<string, number>();
	for (const seed of seeds) {
		const text = await readText(sidecarBy(seed, undefined));
		for (const { annotation } of (await readGently(text ?? '')).entries)
			if (annotation.author) counts.set(annotation.author, (counts.get(annotation.author) ?? 0) + 1);
	}
	return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
}

async function branchesOf({ git }: Services): Promise<string[]> {
	const refs = await Promise.all((await git.repositories()).map((one) => one.getRefs({ sort: 'committerdate' })));
	return [...new Set(refs.flat().flatMap(({ name }) => (name && !name.endsWith('/HEAD') ? [name] : [])))];
}
