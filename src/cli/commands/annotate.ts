// glossator annotate: a new annotation in a seed's sidecar.
import path from 'node:path';
import { type Arguments, UsageError } from '../arguments';
import { seenOf } from '../blob';
import type { Command } from '../command';
import { gitUserName } from '../git';
import { FileError } from '../io';
import { type Extension, extendSidecar, findQuote, type Passage, passageAt, type Wish } from '../passages';
import { records } from '../records';
import type { Session } from '../session';
import { seedOf, sidecarOf } from '../sidecars';
import { decode, encode } from '../text';
import { readWish } from '../wishes';

export const annotate: Command = {
	name: 'annotate',
	summary: 'write an annotation into the sidecar of a seed',
	usage: [
		'FILE --quote Q [--occurrence N] --kind K [--tag T]… [--actor ID] [--note N] [--author A]',
		'FILE --start N --end N --kind K …',
		'FILE --about seed --kind K …',
		'- < RECORDS',
	],
	details: `
Writes the annotation into FILE.ann.yaml, which is made where it is not there, in the order of the text, and prints
the new id. Nothing else in the sidecar changes. A sidecar that is not understood is left as it is.

“-” reads records {"file":…, "text":…, "annotations": [{start, end, kind, …}], "sidecar"?:…}, writes no file, and
prints {file, sidecar} with the sidecar's text extended. Annotations may have quote and occurrence in place of start
and end, and note, tags, actor, links, same-as, status, author, date, id.`,
	options: {
		quote: { value: 'Q', text: 'the passage, letter for letter' },
		occurrence: { value: 'N', text: 'which of several, from 1' },
		start: { value: 'N', text: 'where the passage begins, in UTF-16 code units from 0' },
		end: { value: 'N', text: 'where it ends, itself not included' },
		about: { value: 'seed', text: 'annotate the seed as a whole' },
		kind: { value: 'K', text: 'what kind of annotation: claim, term, …' },
		tag: { value: 'T', multiple: true, text: 'a tag; may be repeated' },
		actor: { value: 'ID', text: 'the actor it is about' },
		note: { value: 'N', text: 'what is to be said' },
		author: { value: 'A', text: "who says it; else git's user.name, else the account" },
	},
	async run(given, session) {
		const [file, ...more] = given.positionals;
		if (file === undefined || more.length > 0) throw new UsageError('“annotate” takes one file, or “-” for records.');
		if (file === '-') return annotateRecords(session);
		const seed = seedOf(file);
		if (seed !== undefined) throw new UsageError(`“${file}” is a sidecar: name its seed, “${seed}”.`);
		const passage = passageWanted(given);
		const said = await sayings(given, file, session);
		await annotateFile(file, passage, said, session);
	},
};

type PassageWanted = (text: string) => Passage | 'seed';

function passageWanted(given: Arguments): PassageWanted {
	const [quote, about] = [given.text('quote'), given.text('about')];
	const [start, end, occurrence] = [given.count('start', 0), given.count('end', 0), given.count('occurrence', 1)];
	const ways = [quote, about, start ?? end].filter((way) => way !== undefined).length;
	if (ways !== 1) throw new UsageError('Say one passage: --quote Q, or --start N --end N, or --about seed.');
	if (occurrence !== undefined && quote === undefined) throw new UsageError('--occurrence belongs to --quote.');
	if (about !== undefined) {
		if (about !== 'seed') throw new UsageError('--about is “seed”, the seed as a whole.');
		return () => 'seed';
	}
	if (quote !== undefined) {
		if (quote.trim() === '') throw new UsageError('--quote is empty.');
		return (text) => findQuote(text, quote, occurrence);
	}
	if (start === undefined || end === undefined || start >= end)
		throw new UsageError('--start and --end go together, and the end is after the start.');
	return (text) => passageAt(text, { start, end });
}

async function sayings(given: Arguments, file: string, session: Session): Promise<Wish['said']> {
	const kind = given.text('kind')?.trim();
	if (!kind) throw new UsageError('Say what kind of annotation it is: --kind claim, for example.');
	const { io } = session;
	const folder = path.dirname(session.resolve(file));
	const author = given.text('author') ?? (await gitUserName(io, folder)) ?? nameInEnvironment(io.env) ?? io.userName();
	const [actor, note] = [given.text('actor'), given.text('note')];
	return {
		kind,
		tags: given.list('tag').flatMap((tag) => tag.trim() || []),
		date: io.today(),
		...(author && { author }),
		...(actor && { actor }),
		...(note && { note }),
	};
}

function nameInEnvironment(env: Session['io']['env']): string | undefined {
	return env.GIT_AUTHOR_NAME || env.USER || env.USERNAME || undefined;
}

async function annotateFile(file: string, wanted: PassageWanted, said: Wish['said'], session: Session): Promise<void> {
	const decoded = await session.read(file);
	if (!decoded) return;
	if (!decoded.lossless) return session.complain(`${file} is not UTF-8 text`);
	const passage = wanted(decoded.text);
	if (passage !== 'seed' && !passage.span) return session.complain(`${file}: ${passage.why}`);
	if (passage !== 'seed' && passage.note) await session.remark(`${file}: ${passage.note}`);
	const span = passage === 'seed' ? undefined : passage.span;
	const wish: Wish = { span, said: { ...said, seen: seenOf(decoded.bytes) } };
	const name = sidecarOf(file);
	let made: Extension | undefined;
	let isText = true;
	try {
		await session.io.files.update(session.resolve(name), (now) => {
			const { text, hasByteOrderMark, lossless } = decode(now ?? new Uint8Array());
			isText = lossless;
			made = extendSidecar(text, decoded.text, [wish], Math.random);
			return isText && !made.problem ? encode(made.text, hasByteOrderMark) : undefined;
		});
	} catch (error) {
		if (!(error instanceof FileError)) throw error;
		return session.complain(`cannot write ${name}: ${error.reason}`);
	}
	if (!isText) return session.complain(`${name} is not UTF-8 text and is left as it is`);
	if (made?.problem) return refuse(name, made, session);
	await session.printLine(made!.ids[0]!);
}

/** Every reason why the sidecar is left as it is. */
async function refuse(name: string, { problem, sidecar }: Extension & { problem: object }, session: Session) {
	const errors = sidecar.problems.filter(({ severity }) => severity === 'error');
	await session.complainOf(name, sidecar.text, errors.length > 0 ? errors : [problem]);
	await session.complain(`${name} is left as it is`);
}

async function annotateRecords(session: Session): Promise<void> {
	for await (const { record, name } of records(session)) {
		const { file, text, annotations } = record;
		const sidecar = record.sidecar ?? '';
		if (typeof text !== 'string' || !Array.isArray(annotations) || typeof sidecar !== 'string') {
			await session.complain(`${name}: the record needs “text” and a list “annotations”; “sidecar” is a text`);
			continue;
		}
		const seen = seenOf(new TextEncoder().encode(text));
		const wishes: Wish[] = [];
		for (const [i, one] of annotations.entries()) {
			const wish = readWish(one, text, { seen, date: session.io.today() });
			if (typeof wish === 'string') await session.complain(`${name}, annotation ${i}: ${wish}`);
			else wishes.push(wish);
		}
		const made = extendSidecar(sidecar, text, wishes, Math.random);
		if (made.problem) await refuse(`${name}, sidecar`, made, session);
		else await session.printRecord({ file: file ?? null, sidecar: made.text });
	}
}
