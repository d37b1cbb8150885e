// glossator reanchor: what becomes of annotations when a text is replaced by another version. Nothing is written.
import { anchorAll } from '../../core/annotations/anchor';
import { describe } from '../../core/annotations/create';
import type { Anchoring, Annotation } from '../../core/annotations/model';
import { LineIndex } from '../../core/text/lines';
import type { Span } from '../../core/text/span';
import { compareWords, markWords } from '../../core/text/words';
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
With --format text: where each is then, what changed in its words ([-removed-], [+added+]), where a lost one may belong.

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
	const anchorings = anchorAll(after.text, annotations, { oldText: before.text });
	if (format === 'text') return tell(fresh, after.text, annotations, anchorings, session);
	for (const [i, { state, span, score }] of anchorings.entries()) {
		const { id, kind, target } = annotations[i]!;
		const place = { state, start: span?.start ?? null, end: span?.end ?? null, score };
		await session.printRecord({ id, ...place, kind, ...target });
	}
}

/** For people: where each is then, with what changed in its words; where a lost one may belong; and a last line that counts. */
async function tell(
	file: string,
	text: string,
	annotations: readonly Annotation[],
	anchorings: readonly Anchoring[],
	session: Session,
): Promise<void> {
	const lines = new LineIndex(text);
	const counts = { placed: 0, confirm: 0, orphan: 0 };
	const place = ({ start }: Span) => {
		const { line, character } = lines.positionAt(start);
		return `${printable(file)}:${line + 1}:${character + 1}`;
	};
	for (const [i, { state, span, candidates }] of anchorings.entries()) {
		const { id, kind, target } = annotations[i]!;
		counts[state]++;
		const quote = 'quote' in target ? target.quote : 'from' in target ? `${target.from} … ${target.to}` : '';
		const now = (at: Span) => text.slice(at.start, at.end);
		const words = span && 'quote' in target ? markWords(compareWords(quote, now(span))) : quote;
		const said = quote && `  “${excerpt(words, longestTold)}”`;
		await session.printLine(`${id}  ${state.padEnd(7)}  ${span ? `${place(span)}  ` : ''}${printable(kind)}${said}`);
		for (const one of state === 'orphan' ? candidates.slice(0, mostTold) : [])
			await session.printLine(`          perhaps  ${place(one)}  “${excerpt(now(one), longestTold)}”`);
	}
	const { placed, confirm, orphan } = counts;
	await session.printLine(`${placed} placed, ${confirm} to confirm, ${orphan} without a place`);
}

/** Longer passages are cut, and further candidates left out. */
const longestTold = 160;
const mostTold = 2;

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
