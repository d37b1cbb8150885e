// glossator annotations: what sidecars say, and where in the text it is now.
import { anchorAll } from '../../core/annotations/anchor';
import type { Anchoring, Annotation, Sidecar } from '../../core/annotations/model';
import { readSidecar } from '../../core/annotations/sidecar';
import { LineIndex } from '../../core/text/lines';
import { anchorSeed } from '../anchoring';
import { UsageError } from '../arguments';
import { type Command, formatOption } from '../command';
import { type Source, sources } from '../records';
import type { Session } from '../session';
import { seedOf, sidecarOf } from '../sidecars';
import { excerpt, printable } from '../text';

export const annotations: Command = {
	name: 'annotations',
	summary: 'annotations of seeds with their places',
	usage: ['FILE…', '- < RECORDS'],
	details: `
Prints for each annotation
  {file, id, kind, …, state, start, end, score, candidates: [{start, end, score}]}
with the keys of the sidecar. “state” is placed, confirm (a person should look: start and end are the best guess) or
orphan (not found: start and end are null, as they are for an annotation about the whole seed). FILE is a seed or its
sidecar. Entries of a sidecar that are not understood are told on standard error, and the exit code is 1.

“-” reads records {"file":…, "text":…, "sidecar":…}.`,
	options: formatOption('json, text'),
	async run(given, session) {
		const format = given.choice('format', ['json', 'text']);
		if (given.positionals.length === 0) throw new UsageError('Name the files to read, or “-” for standard input.');
		for (const named of given.positionals) {
			const seed = seedOf(named);
			for await (const source of sources([seed ?? named], session)) {
				const path = seed === undefined ? sidecarOf(source.file) : named;
				const sidecar = await sidecarFor(source, path, session);
				if (!sidecar) continue;
				const serious = sidecar.problems.filter(({ severity }) => severity !== 'information' && severity !== 'hint');
				await session.complainOf(source.record ? `${source.name}, sidecar` : path, sidecar.text, serious);
				await print(source, sidecar, format, session);
			}
		}
	},
};

async function sidecarFor({ record, name }: Source, path: string, session: Session): Promise<Sidecar | undefined> {
	if (!record) {
		const decoded = await session.readIfThere(path);
		return decoded && readSidecar(decoded.text);
	}
	if (typeof record.sidecar === 'string') return readSidecar(record.sidecar);
	if (record.sidecar !== undefined && record.sidecar !== null)
		await session.complain(`${name}: “sidecar” is not a text`);
	return undefined;
}

async function print(
	{ file, text, record }: Source,
	{ entries }: Sidecar,
	format: 'json' | 'text',
	session: Session,
): Promise<void> {
	const all = entries.map(({ annotation }) => annotation);
	const lines = new LineIndex(text);
	const anchorings = record ? anchorAll(text, all) : await anchorSeed(file, text, all, session);
	for (const [i, anchoring] of anchorings.entries()) {
		const annotation = all[i]!;
		if (format === 'json') await session.printRecord({ file, ...fieldsOf(annotation), ...placeOf(anchoring) });
		else await session.printLine(lineFor(file, lines, annotation, anchoring));
	}
}

/** As the sidecar has them; keys that are not there are absent. */
export function fieldsOf({ target, sameAs, tags, links, replies, before, after, ...rest }: Annotation) {
	const { id, kind, ...others } = rest;
	return {
		id,
		kind,
		...target,
		...(before && { before }),
		...(after && { after }),
		...(tags.length > 0 && { tags }),
		...(sameAs && { 'same-as': sameAs }),
		...(links.length > 0 && { links }),
		...others,
		...(replies.length > 0 && { replies }),
	};
}

export function placeOf({ state, span, score, candidates }: Anchoring) {
	return { state, start: span?.start ?? null, end: span?.end ?? null, score, candidates };
}

function lineFor(file: string, lines: LineIndex, annotation: Annotation, { state, span }: Anchoring): string {
	const place = span && lines.positionAt(span.start);
	const where = place ? `${printable(file)}:${place.line + 1}:${place.character + 1}` : printable(file);
	const { id, kind, note, target, status } = annotation;
	const passage =
		'about' in target ? 'the whole seed' : `“${excerpt('quote' in target ? target.quote : target.from, 60)}”`;
	const marks = [state === 'placed' ? undefined : state, status].filter((mark) => mark !== undefined);
	const tail = note === undefined ? '' : `  ${excerpt(note, 80)}`;
	return `${where}  ${id}  ${printable(kind)}${marks.length ? ` (${marks.map(printable).join(', ')})` : ''}  ${passage}${tail}`;
}
