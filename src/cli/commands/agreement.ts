// glossator agreement: how far annotators agree, and where they do not.
import path from 'node:path';
import { agreementOf, type Mark } from '../../core/agreement/agreement';
import type { Annotation } from '../../core/annotations/model';
import { annotatorOf, sidecarPathOf } from '../../core/annotations/names';
import { readSidecar } from '../../core/annotations/sidecar';
import { markdownOf, recordOf, type Study, textOf } from '../agreement-texts';
import { anchorSeed } from '../anchoring';
import { type Arguments, UsageError } from '../arguments';
import { type Command, formatOption } from '../command';
import { askGit } from '../git';
import { isShallow, shallowHint, topFolder } from '../repository';
import type { Session } from '../session';
import { seedOf, sidecarsBeside } from '../sidecars';

export const agreement: Command = {
	name: 'agreement',
	summary: 'how far annotators agree',
	usage: ['FILE… [--by files|author] [--format json|text|markdown]', 'FILE… --rev REV --rev REV …'],
	details: `
Compares two or more annotators of the same seeds: those who keep files of their own (seed.ann.WHO.yaml; the shared
seed.ann.yaml counts as one more, “shared”), the authors named in one file, or the states of the shared file at two or
more commits or branches. FILE is a seed or a sidecar. Where nothing is said: files where there are two, else authors.
Prints for each seed, and for all together where there are several (“file” is null)
  {file, annotators: [{name, marks, left}], alpha, alphaU, pairs: [{pair, matched, f1, kappa}],
   kinds: [{name, counts, alphaU, agreed, of}], tags: […], disagreements: [{start, end, line, differences, marks}]}
Passages are matched where they overlap by half. kappa is Cohen’s, of the kinds two annotators gave to passages both
marked; alpha Krippendorff’s for the same, of any number of annotators; alphaU Krippendorff’s for where passages begin
and end. 1 is full agreement, 0 what chance would give, null nothing to compare. “left” counts annotations without a
sure place in the text, which are left out.`,
	options: {
		by: { value: 'WHAT', text: 'files or author' },
		rev: { value: 'REV', multiple: true, text: 'a commit or branch whose annotations to compare; at least two' },
		...formatOption('json, text, markdown'),
	},
	async run(given, session) {
		const format = given.choice('format', ['json', 'text', 'markdown']);
		if (given.positionals.length === 0) throw new UsageError('Name the seeds whose annotators to compare.');
		const seeds = [...new Set(given.positionals.map((file) => seedOf(file) ?? file))];
		const studies: Study[] = [];
		for (const seed of seeds) {
			const study = await readStudy(seed, given, session);
			if (study) studies.push(study);
		}
		if (studies.length > 1) studies.push(together(studies));
		for (const study of studies) await print(study, format, session);
	},
};

async function readStudy(seed: string, given: Arguments, session: Session): Promise<Study | undefined> {
	const read = await session.read(seed);
	if (!read) return undefined;
	const versions = await versionsOf(seed, given, session);
	if (versions.size < 2) {
		await session.complain(
			`${seed}: there are not two annotators to compare. Use files named ${path.basename(sidecarPathOf(seed, 'WHO'))}, authors, or --rev.`,
		);
		return undefined;
	}
	const annotators: Study['annotators'][number][] = [];
	for (const [name, annotations] of versions) {
		const anchorings = await anchorSeed(seed, read.text, annotations, session);
		const marks = anchorings.flatMap(({ state, span }, i) =>
			state === 'placed' && span ? [{ ...span, annotation: annotations[i]! }] : [],
		);
		annotators.push({ name, marks, left: annotations.length - marks.length });
	}
	return { file: seed, text: read.text, annotators };
}

type Versions = Map<string, Annotation[]>;

async function versionsOf(seed: string, given: Arguments, session: Session): Promise<Versions> {
	const revisions = given.list('rev');
	if (revisions.length > 0) return byRevision(seed, revisions, session);
	const files = await sidecarsBeside(seed, session);
	const by =
		given.text('by') === undefined ? (files.length > 1 ? 'files' : 'author') : given.choice('by', ['files', 'author']);
	const versions: Versions = new Map();
	for (const file of files) {
		const text = (await session.read(file))?.text;
		if (text === undefined) continue;
		const sidecar = readSidecar(text);
		await session.complainOf(
			file,
			text,
			sidecar.problems.filter(({ severity }) => severity === 'error'),
		);
		for (const { annotation } of sidecar.entries) {
			const name = by === 'files' ? (annotatorOf(file) ?? 'shared') : (annotation.author ?? 'nobody');
			versions.set(name, [...(versions.get(name) ?? []), annotation]);
		}
		if (by === 'files' && !versions.has(annotatorOf(file) ?? 'shared')) versions.set(annotatorOf(file) ?? 'shared', []);
	}
	return versions;
}

async function byRevision(seed: string, revisions: readonly string[], session: Session): Promise<Versions> {
	const top = await topFolder('agreement --rev', session);
	const file = path.relative(top, session.resolve(sidecarPathOf(seed))).replaceAll(path.sep, '/');
	const versions: Versions = new Map();
	for (const revision of revisions) {
		const commit = await askGit(session.io, top, 'rev-parse', '--verify', '--quiet', `${revision}^{commit}`);
		if (!commit) {
			const hint = (await isShallow(top, session)) ? ` ${shallowHint}` : '';
			throw new UsageError(`“${revision}” is no commit, branch or tag that git knows.${hint}`);
		}
		const text = (await askGit(session.io, top, 'cat-file', 'blob', `${commit.trim()}:${file}`)) ?? '';
		versions.set(
			revision,
			readSidecar(text).entries.map(({ annotation }) => annotation),
		);
	}
	return versions;
}

/** All texts one after the other; of one annotator what they marked in any. */
function together(studies: readonly Study[]): Study {
	const names = [...new Set(studies.flatMap(({ annotators }) => annotators.map(({ name }) => name)))];
	let offset = 0;
	const all = names.map((name) => ({ name, marks: [] as Mark[], left: 0 }));
	for (const { text, annotators } of studies) {
		for (const { name, marks, left } of annotators) {
			const one = all[names.indexOf(name)]!;
			one.left += left;
			for (const { start, end, annotation } of marks)
				one.marks.push({ start: start + offset, end: end + offset, annotation });
		}
		offset += text.length;
	}
	return { file: undefined, text: studies.map(({ text }) => text).join(''), annotators: all };
}

async function print(study: Study, format: 'json' | 'text' | 'markdown', session: Session): Promise<void> {
	const found = agreementOf(study.annotators, study.text.length);
	if (format === 'json') return session.printRecord(recordOf(study, found));
	for (const line of format === 'text' ? textOf(study, found) : markdownOf(study, found)) await session.printLine(line);
}
