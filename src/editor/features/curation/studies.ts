// What is compared: the annotators of one seed, the passages they marked, and how far they agree.
import { l10n, type Uri } from 'vscode';
import {
	type Agreement,
	type Annotator,
	agreementInSteps,
	type Mark,
	type Match,
} from '../../../core/agreement/agreement';
import type { Sidecar, SidecarEntry } from '../../../core/annotations/model';
import { annotatorOf } from '../../../core/annotations/names';
import { readText } from '../../services/files';
import { showAt } from '../../services/git';
import { annotationsOf } from '../../services/placing';
import { Places, Readings } from '../../services/readings';
import type { Services } from '../../services/services';
import { seedOf, sidecarBy } from '../../services/sidecars';
import { Slices } from '../../services/slices';

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
	/** All that was read for it. */
	readonly readings: Readings;
	/** Whether what is in the shared sidecar can only have come there by curation: it is none of the versions compared. */
	readonly isApart: boolean;
}

export interface Study {
	readonly seed: Uri;
	readonly text: string;
	/** Of all annotations, in the text. */
	readonly found: Places;
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
	const readings = new Readings();
	return {
		...{ names, readings },
		seeds: await seedsOf(services, only),
		read: (seed, name) => readFile(readings, sidecarBy(seed, annotatorNamed(name))),
		isTheirs: () => true,
		isApart: !names.includes(sharedName()),
	};
}

/** The authors named in the shared file. */
export async function byAuthors(services: Services, names: readonly string[], only?: Uri): Promise<Question> {
	const readings = new Readings();
	return {
		...{ names, readings },
		seeds: await seedsOf(services, only),
		read: async (seed, name) => {
			const sidecar = await readFile(readings, sidecarBy(seed, undefined));
			const isBroken = sidecar && !sidecar.writable && !sidecar.entries.length;
			return isBroken || sidecar?.entries.some((entry) => isBy(entry, name)) ? sidecar : undefined;
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
	const readings = new Readings();
	return {
		...{ names, readings },
		seeds: await seedsOf(services, only),
		read: async (seed, revision) => {
			const repository = await services.git.repositoryOf(seed);
			const text = repository && (await showAt(repository, revision, sidecarBy(seed, undefined)));
			return text === undefined ? undefined : readings.read(`${seed}#${revision}`, text);
		},
		isTheirs: () => true,
		isApart: false,
	};
}

async function readFile(readings: Readings, file: Uri): Promise<Sidecar | undefined> {
	const text = await readText(file);
	return text === undefined ? undefined : readings.read(file.toString(), text);
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
		const seeds = found.get(name) ?? [];
		found.set(name, seeds);
		seeds.push(seed);
	}
	return found;
}

/** Undefined where fewer than two of them have annotated the seed, or it is not there. `before`: what the same gave earlier. */
export async function studyOf(question: Question, seed: Uri, before: Study | undefined): Promise<Study | undefined> {
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
	const sharedFile = sidecarBy(seed, undefined);
	const shared = await question.readings.read(sharedFile.toString(), (await readText(sharedFile)) ?? '');
	const found = before?.text === text ? before.found : new Places(text);
	const isSame = found === before?.found && versions.every(({ sidecar }, i) => before.versions[i]?.sidecar === sidecar);
	return {
		...{ seed, text, found, shared, versions, broken, isApart: question.isApart },
		places: (await placed(shared.entries, found)).map(({ annotation, start }) => ({ id: annotation.id, start })),
		...(isSame && before.versions.length === versions.length ? comparedIn(before) : await compare(versions, found)),
	};
}

type Compared = Pick<Study, 'agreement' | 'left'>;

function comparedIn({ agreement, left }: Study): Compared {
	return { agreement, left };
}

async function compare(versions: readonly Version[], found: Places): Promise<Compared> {
	const annotators: Annotator[] = [];
	for (const { name, entries } of versions) annotators.push({ name, marks: await placed(entries, found) });
	const marked = annotators.reduce((sum, { marks }) => sum + marks.length, 0);
	// one alone would agree with themselves
	const steps = agreementInSteps(annotators.length > 1 ? annotators : [], found.text.length);
	return {
		agreement: await new Slices().whole(steps),
		left: versions.reduce((sum, { entries }) => sum + entries.length, -marked),
	};
}

/** What is surely in the text, in its order. */
async function placed(entries: readonly SidecarEntry[], found: Places): Promise<Mark[]> {
	const annotations = annotationsOf(entries);
	const anchorings = await found.of(annotations);
	return anchorings
		.flatMap(({ state, span }, i) =>
			state === 'placed' && span ? [{ ...span, annotation: annotations[i] as Mark['annotation'] }] : [],
		)
		.sort((a, b) => a.start - b.start);
}
