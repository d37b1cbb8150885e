// glossator check: everything that is wrong with seeds, sidecars and catalogues.
import path from 'node:path';
import { crossCheck, mergeCatalogues, readCatalogue } from '../../core/actors/catalogue';
import type { Catalogue, CatalogueFile } from '../../core/actors/model';
import { type KindsFile, mergeVocabularies, readKinds, type Vocabulary } from '../../core/annotations/kinds';
import { readSidecar } from '../../core/annotations/sidecar';
import type { Problem } from '../../core/problems';
import { parseSeed } from '../../core/seed/parse';
import { LineIndex } from '../../core/text/lines';
import type { Arguments } from '../arguments';
import { type Command, catalogueOptions, formatOption } from '../command';
import { filesUnder, foldersAbove, isCatalogue, isKindsFile, isSeedFile } from '../folders';
import { inspectSidecar, type Knowledge } from '../inspect';
import { readCatalogues } from '../knowledge';
import { changedSince } from '../repository';
import { locate, problemLine, type Session } from '../session';
import { seedOf, sidecarsBeside } from '../sidecars';

export const check: Command = {
	name: 'check',
	summary: 'everything that is wrong with seeds, sidecars and catalogues',
	usage: ['[PATH…] [--changed REV]'],
	details: `
Looks at the files named and at all in the folders named (else the working folder): seeds by their header, sidecars
(*.ann.yaml), catalogues (actors.yaml, *.actors.yaml), kinds and tags (kinds.yaml, *.kinds.yaml). Prints for each problem
  {file, line, column, endLine, endColumn, code, severity, message}
with lines and columns from 1. Orphans and annotations to confirm are told at their place in the sidecar.
The exit code is 1 when there is an error or a warning; information and hints do not count.
--changed looks only at files that differ from the commit or branch REV, and at the seeds and sidecars that go with them.
Actors may be in the built-in catalogue, in those found, and in those of the folders above up to the working folder.`,
	options: {
		changed: { value: 'REV', text: 'only what differs from that commit or branch' },
		...catalogueOptions,
		...formatOption('json, text'),
	},
	async run(given, session) {
		const format = given.choice('format', ['json', 'text']);
		const revision = given.text('changed');
		const changed = revision === undefined ? undefined : await changedSince(revision, session);
		const found = await findFiles(given.positionals.length > 0 ? given.positionals : ['.'], session, changed);
		const tell = async (file: string, text: string, problems: readonly Problem[]) => {
			const lines = new LineIndex(text);
			for (const problem of [...problems].sort((a, b) => a.span.start - b.span.start)) {
				if (problem.severity === 'error' || problem.severity === 'warning') session.fail();
				const located = locate(file, lines, problem);
				await (format === 'json' ? session.printRecord(located) : session.printLine(problemLine(located)));
			}
		};
		const catalogue = await checkCatalogues(given, found, tell, session);
		const vocabulary = await checkKinds(found, tell, session);
		for (const file of found.seeds) {
			const decoded = await session.read(file);
			if (decoded) await tell(file, decoded.text, parseSeed(decoded.text)?.problems ?? []);
		}
		for (const file of found.sidecars) await checkSidecar(file, { catalogue, vocabulary }, tell, session);
	},
};

type Tell = (file: string, text: string, problems: readonly Problem[]) => Promise<void>;

interface Found {
	readonly seeds: readonly string[];
	readonly sidecars: readonly string[];
	readonly catalogues: readonly string[];
	readonly kinds: readonly string[];
}

/** Each once, in the order found. A file that is named and cannot be read counts as a seed, so that reading it says why. */
async function findFiles(paths: readonly string[], session: Session, changed?: ReadonlySet<string>): Promise<Found> {
	const found = {
		seeds: new Map<string, string>(),
		sidecars: new Map<string, string>(),
		catalogues: new Map<string, string>(),
		kinds: new Map<string, string>(),
	};
	const add = async (file: string, isNamed: boolean) => {
		const key = session.resolve(file);
		if (seedOf(file) !== undefined) found.sidecars.set(key, file);
		else if (isCatalogue(file)) found.catalogues.set(key, file);
		else if (isKindsFile(file)) found.kinds.set(key, file);
		else if ((await isSeedFile(file, session)) ?? isNamed) {
			found.seeds.set(key, file);
			if (isNamed) for (const sidecar of await sidecarsBeside(file, session)) await add(sidecar, true);
		} else if (isNamed)
			await session.remark(`${file} is neither a seed nor a sidecar nor a catalogue nor a list of kinds`);
	};
	for (const named of paths) {
		const kind = await session.io.files.kind(session.resolve(named));
		if (kind === undefined) await session.complain(`cannot read ${named}: there is no such file`);
		else if (kind !== 'folder') await add(named, true);
		else for await (const file of filesUnder(named, session)) await add(file, false);
	}
	const isAsked = (file: string) => {
		const partners = [file, seedOf(file) ?? file].map((one) => session.resolve(one));
		return !changed || partners.some((one) => changed.has(one));
	};
	const list = (files: Map<string, string>) => [...files.values()].filter(isAsked);
	return {
		seeds: list(found.seeds),
		sidecars: list(found.sidecars),
		catalogues: list(found.catalogues),
		kinds: list(found.kinds),
	};
}

/** Tells what is wrong with the catalogues found; gives all that are known, merged. */
async function checkCatalogues(given: Arguments, found: Found, tell: Tell, session: Session): Promise<Catalogue> {
	const known: CatalogueFile[] = await readCatalogues(given, session);
	for (const file of await filesAbove(found.sidecars, found.catalogues, isCatalogue, session)) {
		const decoded = await session.read(file);
		if (decoded) known.push(readCatalogue(decoded.text));
	}
	const checked: { readonly file: string; readonly text: string; readonly catalogue: CatalogueFile }[] = [];
	for (const file of found.catalogues) {
		const decoded = await session.read(file);
		if (decoded) checked.push({ file, text: decoded.text, catalogue: readCatalogue(decoded.text) });
	}
	const files = [...known, ...checked.map(({ catalogue }) => catalogue)];
	const merged = mergeCatalogues(files);
	const between = crossCheck(files, merged).slice(known.length);
	for (const [i, { file, text, catalogue }] of checked.entries())
		await tell(file, text, [...catalogue.problems, ...between[i]!]);
	return merged;
}

/** Tells what is wrong with the kinds and tags found; gives all that are declared, merged. */
async function checkKinds({ sidecars, kinds }: Found, tell: Tell, session: Session): Promise<Vocabulary> {
	const known: KindsFile[] = [];
	for (const file of await filesAbove(sidecars, kinds, isKindsFile, session)) {
		const decoded = await session.read(file);
		if (decoded) known.push(readKinds(decoded.text));
	}
	for (const file of kinds) {
		const decoded = await session.read(file);
		if (!decoded) continue;
		const read = readKinds(decoded.text);
		known.push(read);
		await tell(file, decoded.text, read.problems);
	}
	return mergeVocabularies(known);
}

/** Files of one sort in the folders of the sidecars and above that nobody asked to check. */
async function filesAbove(
	sidecars: readonly string[],
	asked: readonly string[],
	isOne: (file: string) => boolean,
	session: Session,
): Promise<string[]> {
	const folders = new Set(sidecars.flatMap((file) => foldersAbove(file, session)));
	const known = new Set(asked.map((file) => session.resolve(file)));
	const found: string[] = [];
	for (const folder of folders)
		for await (const file of filesUnder(folder, session, 0)) if (isOne(file) && !known.has(file)) found.push(file);
	return found.sort((a, b) => path.dirname(a).length - path.dirname(b).length);
}

async function checkSidecar(file: string, knowledge: Knowledge, tell: Tell, session: Session): Promise<void> {
	const decoded = await session.read(file);
	if (!decoded) return;
	const seed = seedOf(file)!;
	const isThere = (await session.io.files.kind(session.resolve(seed))) !== undefined;
	const text = isThere ? (await session.read(seed))?.text : undefined;
	if (isThere && text === undefined) return;
	const problems = await inspectSidecar(seed, readSidecar(decoded.text), text, knowledge, session);
	await tell(file, decoded.text, problems);
}
