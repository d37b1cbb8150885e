// What commands read: files named on the command line, and NDJSON records on standard input, one at a time.
import type { Session } from './session';

/** A text to work on. */
export interface Source {
	/** As named on the command line or in the record. */
	readonly file: string;
	readonly text: string;
	/** The record it came from; undefined for a file. */
	readonly record: JsonObject | undefined;
	/** How messages name it: the file, or the line of standard input. */
	readonly name: string;
}

export type JsonObject = Readonly<Record<string, unknown>>;

export interface NumberedRecord {
	readonly record: JsonObject;
	/** `standard input, line N`. */
	readonly name: string;
}

/** Longest line that is read, in UTF-16 units. A longer one is complained of and passed over. */
const lineLimit = 100_000_000;

/** Every source in the order named; `-` stands for the records of standard input. What cannot be read is complained of and left out. */
export async function* sources(files: readonly string[], session: Session): AsyncGenerator<Source> {
	for (const file of files) {
		if (file !== '-') {
			const decoded = await session.read(file);
			if (decoded) yield { file, text: decoded.text, record: undefined, name: file };
			continue;
		}
		for await (const { record, name } of records(session)) {
			if (typeof record.text !== 'string') await session.complain(`${name}: the record has no “text”`);
			else yield { file: typeof record.file === 'string' ? record.file : '', text: record.text, record, name };
		}
	}
}

/** The objects on standard input, one a line. Empty lines are passed over; others that are no object are complained of. */
export async function* records(session: Session): AsyncGenerator<NumberedRecord> {
	let number = 0;
	for await (const line of lines(session.io.stdin)) {
		number++;
		const name = `standard input, line ${number}`;
		if (line === undefined) {
			await session.complain(`${name}: longer than ${lineLimit} characters`);
			continue;
		}
		if (line.trim() === '') continue;
		const record = parseObject(line);
		if (record) yield { record, name };
		else await session.complain(`${name}: not a JSON object`);
	}
}

function parseObject(line: string): JsonObject | undefined {
	try {
		const value: unknown = JSON.parse(line);
		return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
	} catch {
		return undefined;
	}
}

/** Lines ended by `\n`; undefined for one over the limit. */
async function* lines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string | undefined> {
	const decoder = new TextDecoder();
	let pieces: string[] = [];
	let length = 0;
	const take = () => {
		const line = length > lineLimit ? undefined : pieces.join('');
		pieces = [];
		length = 0;
		return line;
	};
	const add = (piece: string) => {
		length += piece.length;
		if (length <= lineLimit) pieces.push(piece);
		else pieces = [];
	};
	for await (const chunk of chunks) {
		const parts = decoder.decode(chunk, { stream: true }).split('\n');
		const rest = parts.pop()!;
		for (const part of parts) {
			add(part);
			yield take();
		}
		add(rest);
	}
	add(decoder.decode());
	if (length > 0) yield take();
}
