// What is compared: the annotators of one seed, the passages they marked, and how far they agree.
import { l10n, type Uri } from 'vscode';
import { type Agreement, agreementOf, type Match } from '../../../core/agreement/agreement';
import type { Sidecar, SidecarEntry } from '../../../core/annotations/model';
import { annotatorOf } from '../../../core/annotations/names';
import { readSidecar } from '../../../core/annotations/sidecar';
import { readText } from '../../services/files';
import { showAt } from '../../services/git';
import { anchorGently, annotationsOf } from '../../services/placing';
import type { Services } from '../../services/services';
import { seedOf, sidecarBy } from '../../services/sidecars';

/** What one annotator has of a seed. */
interface Version {
	readonly name: string;
	readonly sidecar: Sidecar;
	readonly entries: readonly SidecarEntry[];
}

/** Who is compared, and where what they marked is. */
export interface Question {
	/** In the order in which they are shown: the first is on the left. */
	readonly names: readonly string[];
	readonly seeds: readonly Uri[];
	/** Of one seed; undefined: they have not annotated it. */
	readonly read: (seed: Uri, name: string) => Promise<Sidecar | undefined>;
	readonly isTheirs: (entry: SidecarEntry, name: string) => boolean;
	/** Whether what is in the shared sidecar can only have come there by curation: it is none of the versions compared. */
	readonly isApart: boolean;
}

export interface Study {
	readonly seed: Uri;
	readonly text: string;
	/** The sidecar that all share, which curation writes; empty where there is none yet. */
	readonly shared: Sidecar;
	/** Where the shared entries are in the text, in the order of the text. */
	readonly places: readonly { readonly id: string; readonly start: number }[];
	readonly versions: readonly Version[];
	readonly agreement: Agreement;
	/** Annotations about the whole text, or without a sure place in it: they are not compared. */
	readonly left: number;
	/** Whose file cannot be read. */
	readonly broken: readonly string[];
	readonly isApart: boolean;
}

/** One passage that at least one of them marked. */
export interface Passage {
	readonly study: Study;
	readonly match: Match;
}

/** What the shared file is called among the annotators. */
export function sharedName(): string {
	return l10n.t('shared');
}

/** Files of their own; the shared one counts as one more where it is named. */
export async function byFiles(services: Services, names: readonly string[], only?: Uri): Promise<Question> {
	const annotatorNamed = (name: string) => (name === sharedName() ? undefined : name);
	return {
		names,
		seeds: await seedsOf(services, only),
		read: async (seed, name) => {
			const text = await readText(sidecarBy(seed, annotatorNamed(name)));
			return text === undefined ? undefined : readSidecar(text);
		},
		isTheirs: () => true,
		isApart: !names.includes(sharedName()),
	};
}

/** The authors named in the shared file. */
export async function byAuthors(services: Services, names: readonly string[], only?: Uri): Promise<Question> {
	return {
		names,
		seeds: await seedsOf(services, only),
		read: async (seed, name) => {
			const sidecar = readSidecar((await readText(sidecarBy(seed, undefined))) ?? '');
			const isBroken = !sidecar.writable && !sidecar.entries.length;
			return isBroken || sidecar.entries.some((entry) => isBy(entry, name)) ? sidecar : undefined;
		},
		isTheirs: isBy,
		isApart: false,
	};
}

function isBy({ annotation }: SidecarEntry, author: string): boolean {
	return annotation.author === author;
}

/** The shared file as it is on branches or in commits. */
export async function byRevisions(services: Services, names: readonly string[], only?: Uri): Promise<Question> {
	return {
		names,
		seeds: await seedsOf(services, only),
		read: async (seed, revision) => {
			const repository = await services.git.repositoryOf(seed);
			const text = repository && (await showAt(repository, revision, sidecarBy(seed, undefined)));
			return text === undefined ? undefined : readSidecar(text);
		},
		isTheirs: () => true,
		isApart: false,
	};
}

async function seedsOf({ sidecars }: Services, only: Uri | undefined): Promise<readonly Uri[]> {
	if (only) return [only];
	const seeds = (await sidecars.findAll()).map(seedOf).filter((seed) => seed !== undefined);
	return [...new Map(seeds.map((seed) => [seed.toString(), seed])).values()];
}

/** Who has a file of their own beside which seeds. */
export async function annotatorsIn({ sidecars }: Services, only?: Uri): Promise<ReadonlyMap<string, readonly Uri[]>> {
	const found = new Map<string, Uri[]>();
	for (const file of await sidecars.findAll()) {
		const seed = seedOf(file);
		if (!seed || (only && seed.toString() !== only.toString())) continue;
		const name = annotatorOf(file.path) ?? sharedName();
		found.set(name, [...(found.get(name) ?? []), seed]);
	}
	return found;
}

/** Undefined where fewer than two of them have annotated the seed, or it is not there. */
export async function studyOf(question: Question, seed: Uri): Promise<Study | undefined> {
	const text = await readText(seed);
	if (text === undefined) return undefined;
	const [versions, broken]: [Version[], string[]] = [[], []];
	for (const name of question.names) {
		const sidecar = await question.read(seed, name);
		if (!sidecar) continue;
		if (!sidecar.writable && !sidecar.entries.length) broken.push(name);
		else versions.push({ name, sidecar, entries: sidecar.entries.filter((entry) => question.isTheirs(entry, name)) });
	}
	if (versions.length + broken.length < 2 || !(versions.some(({ entries }) => entries.length) || broken.length))
		return undefined;
	const shared = readSidecar((await readText(sidecarBy(seed, undefined))) ?? '');
	const annotators = await Promise.all(versions.map((version) => marksOf(version, text)));
	const marked = annotators.reduce((sum, { marks }) => sum + marks.length, 0);
	return {
		...{ seed, text, shared, versions, broken },
		places: (await placed(shared.entries, text)).map(({ annotation, start }) => ({ id: annotation.id, start })),
		// one alone would agree with themselves
		agreement: agreementOf(annotators.length > 1 ? annotators : [], text.length),
		left: versions.reduce((sum, { entries }) => sum + entries.length, -marked),
		isApart: question.isApart,
	};
}

async function marksOf({ name, entries }: Version, text: string) {
	return { name, marks: await placed(entries, text) };
}

async function placed(entries: readonly SidecarEntry[], text: string) {
	const annotations = annotationsOf(entries);
	const anchorings = await anchorGently(text, annotations);
	return anchorings
		.flatMap(({ state, span }, i) =>
			state === 'placed' && span ? [{ ...span, annotation: annotations[i] as SidecarEntry['annotation'] }] : [],
		)
		.sort((a, b) => a.start - b.start);
}
