// What is wrong with a sidecar that only shows beside its seed and the catalogues.
import path from 'node:path';
import type { Catalogue } from '../core/actors/model';
import type { Annotation, ParallelPin, Sidecar } from '../core/annotations/model';
import { anchorPins } from '../core/annotations/pins';
import { readSidecar } from '../core/annotations/sidecar';
import type { Problem } from '../core/problems';
import { parseSeed } from '../core/seed/parse';
import { anchorSeed } from './anchoring';
import { isInside } from './folders';
import { FileError } from './io';
import { declaredCounterparts } from './seeds';
import type { Session } from './session';
import { sidecarOf } from './sidecars';
import { decode } from './text';

const quoteLength = 60;

/** Problems at their places in the sidecar, its own among them. `text` is the seed's; undefined where there is no seed. */
export async function inspectSidecar(
	seed: string,
	sidecar: Sidecar,
	text: string | undefined,
	catalogue: Catalogue,
	session: Session,
): Promise<Problem[]> {
	const problems = [...sidecar.problems, ...unknownActors(sidecar, catalogue)];
	if (text === undefined) {
		const args = { seed: path.basename(seed) };
		problems.push({ code: 'sidecar/no-seed', severity: 'warning', span: { start: 0, end: 0 }, args });
	} else {
		problems.push(...(await anchorProblems(seed, sidecar, text, session)));
		problems.push(...(await counterpartProblems(seed, sidecar, text, session)));
	}
	problems.push(...(await twinProblems(seed, sidecar, session)));
	return problems;
}

function unknownActors({ entries }: Sidecar, { actors }: Catalogue): Problem[] {
	return entries.flatMap(({ annotation: { actor }, fields, idSpan }): Problem[] => {
		if (actor === undefined || actors.has(actor)) return [];
		const span = fields.get('actor') ?? idSpan;
		return [{ code: 'sidecar/unknown-actor', severity: 'warning', span, args: { id: actor } }];
	});
}

async function anchorProblems(seed: string, { entries }: Sidecar, text: string, session: Session): Promise<Problem[]> {
	const annotations = entries.map(({ annotation }) => annotation);
	const anchorings = await anchorSeed(seed, text, annotations, session);
	return entries.flatMap(({ annotation, fields, idSpan }, i): Problem[] => {
		const { state } = anchorings[i]!;
		if (state === 'placed') return [];
		const span = fields.get('quote') ?? fields.get('from') ?? idSpan;
		const args = { id: annotation.id, quote: quoteOf(annotation) };
		if (state === 'orphan') return [{ code: 'anchor/orphan', severity: 'warning', span, args }];
		return [{ code: 'anchor/confirm', severity: 'information', span, args }];
	});
}

function quoteOf({ target }: Annotation): string {
	const quote = 'quote' in target ? target.quote : 'from' in target ? target.from : '';
	return quote.length > quoteLength ? `${quote.slice(0, quoteLength - 1)}…` : quote;
}

/** Declared counterparts that are not there, and pins whose paragraph is lost on either side. */
async function counterpartProblems(seed: string, sidecar: Sidecar, text: string, session: Session): Promise<Problem[]> {
	const problems: Problem[] = [];
	for (const { file, declaration } of declaredCounterparts(seed, sidecar)) {
		const other = await readInWorkspace(file, seed, session);
		if (other === undefined) {
			const { file: target, fileSpan: span } = declaration;
			problems.push({ code: 'sidecar/unknown-target', severity: 'warning', span, args: { target } });
		}
		for (const pin of declaration.pins) {
			const lost = lostSide(pin, 'here', text) ?? (other === undefined ? undefined : lostSide(pin, 'there', other));
			if (lost !== undefined)
				problems.push({ code: 'anchor/pin-lost', severity: 'warning', span: pin.span, args: { quote: lost } });
		}
	}
	return problems;
}

/** `same-as` that leads to no annotation. */
async function twinProblems(seed: string, { entries }: Sidecar, session: Session): Promise<Problem[]> {
	const idsOf = new Map<string, ReadonlySet<string>>();
	const problems: Problem[] = [];
	for (const { annotation, fields, idSpan } of entries) {
		const [file, id] = annotation.sameAs?.split('#') ?? [];
		if (file === undefined || id === undefined) continue;
		const other = sidecarOf(path.join(path.dirname(seed), file));
		if (!idsOf.has(other)) {
			const text = await readInWorkspace(other, seed, session);
			idsOf.set(other, new Set(readSidecar(text ?? '').entries.map((entry) => entry.annotation.id)));
		}
		if (idsOf.get(other)!.has(id)) continue;
		const span = fields.get('same-as') ?? idSpan;
		problems.push({ code: 'sidecar/unknown-target', severity: 'warning', span, args: { target: `${file}#${id}` } });
	}
	return problems;
}

/** A sidecar is somebody's text: a path in it that leads out of the workspace is not followed. */
async function readInWorkspace(file: string, seed: string, session: Session): Promise<string | undefined> {
	const target = session.resolve(file);
	const isOurs = [session.io.cwd, path.dirname(session.resolve(seed))].some((folder) => isInside(folder, target));
	if (!isOurs) return undefined;
	try {
		return decode(await session.io.files.read(target)).text;
	} catch (error) {
		if (error instanceof FileError) return undefined;
		throw error;
	}
}

/** The quote of that side where no paragraph begins with it. */
function lostSide(pin: ParallelPin, side: 'here' | 'there', text: string): string | undefined {
	const quote = pin[side];
	if (quote === undefined) return undefined;
	const paragraphs = parseSeed(text)?.paragraphs ?? [];
	const found = anchorPins([{ here: quote, span: pin.span }], { text, paragraphs }, { text: '', paragraphs: [] });
	return found.length > 0 ? undefined : quote.slice(0, quoteLength);
}
