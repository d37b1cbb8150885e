// What git's own merge makes of two people's annotations, and what ours does: the same trials, one after the other.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Annotator, agreementOf } from '../../src/core/agreement/agreement';
import { chooseEntries } from '../../src/core/annotations/choose';
import { describe } from '../../src/core/annotations/create';
import { diffSidecars } from '../../src/core/annotations/diff';
import { atOnce } from '../../src/core/annotations/editing';
import { addAnnotation, newSidecarText, setFields } from '../../src/core/annotations/edits';
import { newId } from '../../src/core/annotations/ids';
import type { Annotation, Sidecar } from '../../src/core/annotations/model';
import { renderAnnotation } from '../../src/core/annotations/render';
import { removeAnnotations } from '../../src/core/annotations/rewriting';
import { readSidecar } from '../../src/core/annotations/sidecar';
import { mergeSidecars } from '../../src/core/merge/merge';
import { applyEdits } from '../../src/core/text/edits';
import { examples } from '../unit/agreement/published';
import { growth, row } from './measure';
import { pick, randomFrom, type Samples } from './texts';

const trials = 400;
const inBase = 20;
const added = 3;

interface Placed {
	readonly start: number;
	readonly annotation: Annotation;
}

/** Where new annotations go: anywhere, or each person in their own half. */
type Where = 'anywhere' | 'own half';

/** Annotations stand in the file in the order of the text, or are added at its end. */
type Order = 'document' | 'appended';

interface Trial {
	readonly base: string;
	readonly ours: string;
	readonly theirs: string;
	/** Both people edited the same note. */
	readonly sameNote: boolean;
	readonly ids: readonly string[];
}

/**
 * 400 trials: a seed with 20 annotations; two branches add three each and edit one note. The share that git's merge of
 * texts, and ours, cannot do alone; 5 % of trials edit the same note on both sides, which nobody can.
 */
export function benchMerge(samples: Samples): void {
	console.log(
		`\nMerging ${trials} × two branches: ${inBase} annotations, ${added} added and one note edited in each. Conflicts, %`,
	);
	const folder = mkdtempSync(path.join(tmpdir(), 'glossator-merge-'));
	try {
		for (const [order, where] of [
			['appended', 'anywhere'],
			['document', 'anywhere'],
			['document', 'own half'],
		] as const) {
			const all = makeTrials(samples, order, where);
			const byGit = all.filter((trial) => gitConflicts(trial, folder)).length;
			const ours = all.map((trial) => mergeSidecars(trial.base, trial.ours, trial.theirs));
			const conflicts = ours.filter(({ text }, i) => text === undefined || isOpen(ours[i]!)).length;
			const lost = ours.filter(({ text }, i) => !all[i]!.ids.every((id) => text?.includes(`\n${id}:`))).length;
			const same = all.filter(({ sameNote }) => sameNote).length;
			row(
				`${order}, ${where}`,
				`git merge-file ${percent(byGit)}`,
				`glossator ${percent(conflicts)}`,
				`same note ${percent(same)}`,
				`entries lost in ${lost} trials`,
			);
		}
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
	const sizes = new Map(
		[1, 2, 4].map((factor) => [
			factor,
			makeTrial(samples.seed('ru', 300 * factor), randomFrom(5), 'document', 'anywhere', 1250 * factor),
		]),
	);
	const { shown } = growth((factor) => () => {
		const { base, ours, theirs } = sizes.get(factor)!;
		return mergeSidecars(base, ours, theirs);
	});
	row('1250, 2500, 5000', shown);
	const versions = new Map([...sizes].map(([factor, { base, ours }]) => [factor, [base, ours].map(readSidecar)]));
	const changes = growth((factor) => () => diffSidecars(...(versions.get(factor) as [Sidecar, Sidecar])));
	row('what changed in 1250, 2500, 5000', changes.shown);
}

/** What two annotators of one text marked, each leaving out a tenth and ending a tenth elsewhere. */
function annotatorsOf(text: string, count: number): Annotator[] {
	const random = randomFrom(count);
	const step = (text.length - 100) / count;
	const taken = new Set<string>();
	return ['ann', 'bob'].map((name) => {
		const marks = Array.from({ length: count }, (_, i) => {
			const start = Math.floor(i * step);
			const span = { start, end: start + 25 - (random() < 0.1 ? 4 : 0) };
			const kind = pick(random, ['claim', 'claim', 'term']);
			const annotation = { id: newId(random, taken), kind, tags: [], links: [], replies: [], ...describe(text, span) };
			taken.add(annotation.id);
			return { ...span, annotation };
		});
		return { name, marks: marks.filter(() => random() > 0.1) };
	});
}

/** Comparing two annotators, taking all they agree about into an empty shared file, and taking all of it out again. */
function benchAnnotators(samples: Samples): void {
	console.log('\nTwo annotators with 1,250, 2,500, 5,000 annotations each');
	const cases = new Map(
		[1, 2, 4].map((factor) => {
			const text = samples.seed('ru', 300 * factor);
			const annotators = annotatorsOf(text, 1250 * factor);
			const files = annotators.map(({ marks }) => readSidecar(fileOf(marks.map(({ annotation }) => annotation))));
			const { matches } = agreementOf(annotators, text.length);
			const chosen = matches.map(({ marks }) => ({
				offers: marks.flatMap((mark, i) =>
					mark ? [{ id: mark.annotation.id, from: files[i] as Sidecar, wanted: i === 0 }] : [],
				),
			}));
			return [factor, { text, annotators, file: files[0] as Sidecar, chosen }];
		}),
	);
	const of = (factor: number) => cases.get(factor)!;
	row('comparing', growth((factor) => () => agreementOf(of(factor).annotators, of(factor).text.length)).shown);
	const empty = readSidecar(newSidecarText());
	row(
		'taking what the first marked',
		growth((factor) => () => chooseEntries(empty, of(factor).chosen, () => '')).shown,
	);
	const all = (factor: number) => of(factor).file.entries.map(({ annotation }) => annotation.id);
	row('deleting all', growth((factor) => () => removeAnnotations(of(factor).file, all(factor))).shown);
	const set = (factor: number) => all(factor).map((id) => (now: Sidecar) => setFields(now, id, { status: 'resolved' }));
	row('resolving all', growth((factor) => () => atOnce(of(factor).file, set(factor))).shown);
}

function fileOf(annotations: readonly Annotation[]): string {
	return `${newSidecarText()}\n${annotations.map((one) => renderAnnotation(one).join('\n')).join('\n\n')}\n`;
}

/** The worked examples of the literature beside what is computed here, and what comparing costs. */
export function benchAgreement(samples: Samples): void {
	console.log('\nAgreement: worked examples from the literature');
	for (const { name, source, published, decimals, computed } of examples)
		row(name, `published ${published}`, `computed ${computed().toFixed(decimals)}`, source);
	benchAnnotators(samples);
}

function isOpen(result: ReturnType<typeof mergeSidecars>): boolean {
	return result.text !== undefined && result.undecided.length > 0;
}

const percent = (count: number) => ((100 * count) / trials).toFixed(1);

function makeTrials(samples: Samples, order: Order, where: Where): Trial[] {
	const random = randomFrom(11);
	const seed = samples.seed('ru', 25);
	return Array.from({ length: trials }, () => makeTrial(seed, random, order, where, inBase));
}

function makeTrial(seed: string, random: () => number, order: Order, where: Where, count: number): Trial {
	const taken = new Set<string>();
	const make = (from: number, to: number): Placed => {
		const start = Math.floor((from + random() * (to - from)) * (seed.length - 80));
		const id = newId(random, taken);
		taken.add(id);
		const passage = describe(seed, { start, end: start + 20 + Math.floor(random() * 40) });
		const note = `Note on ${id}.`;
		return {
			start,
			annotation: { id, kind: 'claim', tags: [], links: [], replies: [], note, author: 'ann', ...passage },
		};
	};
	const old = Array.from({ length: count }, () => make(0, 1));
	const base = write(newSidecarText(), old, order === 'appended' ? 'document' : order, []);
	const notes = [pick(random, old).annotation.id, pick(random, old).annotation.id] as const;
	const branch = (side: 0 | 1) => {
		const range = where === 'anywhere' ? ([0, 1] as const) : ([side / 2, (side + 1) / 2] as const);
		const news = Array.from({ length: added }, () => make(...range));
		const text = write(base, news, order, old);
		const { edits } = setFields(readSidecar(text), notes[side], { note: `Said by ${side}.` });
		return applyEdits(text, edits ?? []);
	};
	const [ours, theirs] = [branch(0), branch(1)];
	return { base, ours, theirs, sameNote: notes[0] === notes[1], ids: [...taken] };
}

/** The sidecar with more annotations in it, each before the first that stands later in the text. */
function write(text: string, news: readonly Placed[], order: Order, old: readonly Placed[]): string {
	const all = [...old];
	const sidecar = readSidecar(text);
	if (order === 'document' && old.length === 0) {
		const sorted = [...news].sort((a, b) => a.start - b.start);
		return applyEdits(
			text,
			sorted.flatMap(({ annotation }) => addAnnotation(sidecar, annotation).edits ?? []),
		);
	}
	let now = text;
	for (const one of news) {
		const later = all.filter(({ start }) => start > one.start).sort((a, b) => a.start - b.start)[0];
		const before = order === 'document' ? later?.annotation.id : undefined;
		now = applyEdits(now, addAnnotation(readSidecar(now), one.annotation, before).edits ?? []);
		all.push(one);
	}
	return now;
}

function gitConflicts({ base, ours, theirs }: Trial, folder: string): boolean {
	const files = [ours, base, theirs].map((text, i) => {
		const file = path.join(folder, `${i}.yaml`);
		writeFileSync(file, text);
		return file;
	});
	const { status, error } = spawnSync('git', ['merge-file', '-p', '-q', ...files], { maxBuffer: 1 << 26 });
	if (error || status === null || status > 127) throw error ?? new Error(execFileSync('git', ['--version']).toString());
	return status > 0;
}
