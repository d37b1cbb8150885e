// glossator reanchor: what becomes of annotations when a text is replaced by another version. Nothing is written.
import { anchorAll } from '../../core/annotations/anchor';
import { describe } from '../../core/annotations/create';
import type { Annotation } from '../../core/annotations/model';
import { UsageError } from '../arguments';
import { type Command, formatOption } from '../command';
import { type JsonObject, records } from '../records';
import type { Session } from '../session';
import { loadSidecar, sidecarOf } from '../sidecars';
import { excerpt, printable } from '../text';

export const reanchor: Command = {
	name: 'reanchor',
	summary: 'what becomes of the annotations when a text is replaced by another version',
	usage: ['OLD NEW', '- < RECORDS'],
	details: `
Looks for OLD's annotations in NEW's text and writes nothing. Prints for each
  {id, state, start, end, score}
with “kind” and “quote” as in the sidecar. “state” is placed, confirm or orphan, as “glossator annotations --help” tells.

“-” reads records {"id":…, "original":…, "start":…, "end":…, "edited":…}: a text, a passage in it, and the text now.`,
	options: formatOption('json, text'),
	async run(given, session) {
		const format = given.choice('format', ['json', 'text']);
		const [old, fresh, ...more] = given.positionals;
		if (old === '-' && fresh === undefined) return reanchorRecords(session);
		if (old === undefined || fresh === undefined || more.length > 0)
			throw new UsageError('“reanchor” takes the old file and the new one, or “-” for records.');
		await reanchorFiles(old, fresh, format, session);
	},
};

async function reanchorFiles(old: string, fresh: string, format: 'json' | 'text', session: Session): Promise<void> {
	const [before, after] = [await session.read(old), await session.read(fresh)];
	if (!before || !after) return;
	const sidecar = await loadSidecar(old, session);
	if (!sidecar) return session.remark(`${old} has no annotations: there is no ${sidecarOf(old)}`);
	const serious = sidecar.problems.filter(({ severity }) => severity === 'error');
	await session.complainOf(sidecarOf(old), sidecar.text, serious);
	const annotations = sidecar.entries.map(({ annotation }) => annotation);
	for (const [i, { state, span, score }] of anchorAll(after.text, annotations, { oldText: before.text }).entries()) {
		const { id, kind, target } = annotations[i]!;
		const place = { state, start: span?.start ?? null, end: span?.end ?? null, score };
		const quote = 'quote' in target ? target.quote : 'from' in target ? `${target.from} … ${target.to}` : '';
		if (format === 'json') await session.printRecord({ id, ...place, kind, ...target });
		else await session.printLine(`${id}  ${state.padEnd(7)}  ${printable(kind)}  “${excerpt(quote, 70)}”`);
	}
}

async function reanchorRecords(session: Session): Promise<void> {
	for await (const { record, name } of records(session)) {
		const annotation = readCase(record);
		if (!annotation) {
			await session.complain(`${name}: “original”, “start”, “end” and “edited” do not tell a passage of a text`);
			continue;
		}
		const { state, span, score } = anchorAll(record.edited as string, [annotation], {
			oldText: record.original as string,
		})[0]!;
		const id = record.id ?? null;
		await session.printRecord({ id, state, start: span?.start ?? null, end: span?.end ?? null, score });
	}
}

function readCase({ original, start, end, edited }: JsonObject): Annotation | undefined {
	if (typeof original !== 'string' || typeof edited !== 'string') return undefined;
	if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) return undefined;
	const span = { start: start as number, end: end as number };
	if (span.start < 0 || span.start >= span.end || span.end > original.length) return undefined;
	return { id: '', kind: '', tags: [], links: [], replies: [], ...describe(original, span) };
}
