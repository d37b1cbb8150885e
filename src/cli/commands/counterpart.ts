// glossator counterpart: which files tell the same story in another language.
import path from 'node:path';
import type { Sidecar } from '../../core/annotations/model';
import { readSidecar } from '../../core/annotations/sidecar';
import { type Counterpart, type CounterpartIndex, createCounterpartIndex } from '../../core/parallel/counterpart';
import type { Document } from '../../core/parallel/digest';
import { sideOf } from '../../core/parallel/side';
import { detectLanguage } from '../../core/seed/language';
import { parseSeed } from '../../core/seed/parse';
import { UsageError } from '../arguments';
import { type Command, formatOption } from '../command';
import { filesUnder, isSeedFile } from '../folders';
import { FileError } from '../io';
import { loadLexicon } from '../knowledge';
import { sources } from '../records';
import { declaredCounterparts } from '../seeds';
import type { Session } from '../session';
import { loadSidecar } from '../sidecars';
import { decode, printable } from '../text';

export const counterpart: Command = {
	name: 'counterpart',
	summary: 'which seeds tell the same story in another language',
	usage: ['FILE… [--in FOLDER]', '- < RECORDS'],
	details: `
Prints for each file
  {file, counterparts: [{file, language, score, declared}]}
best first; those that a person declared in a sidecar come before all others.
Looks among the seeds of FOLDER and the folders in it, else among those beside each FILE; a seed is any file that
begins with a header. “-” looks among the records of standard input, which may carry "sidecar": its text.`,
	options: { in: { value: 'FOLDER', text: 'where to look' }, ...formatOption('json, text') },
	async run(given, session) {
		const format = given.choice('format', ['json', 'text']);
		if (given.positionals.length === 0) throw new UsageError('Name the files to read, or “-” for standard input.');
		const pool = new Pool(createCounterpartIndex(await loadLexicon(session)), session);
		const asked = await readAsked(given.positionals, pool, session);
		const folder = given.text('in');
		const named = asked.filter(({ fromFile }) => fromFile).map(({ file }) => path.dirname(file));
		if (folder !== undefined) await pool.addFolder(folder, true);
		else for (const beside of new Set(named)) await pool.addFolder(beside, false);
		for (const { file, key } of asked) {
			const found = pool.find(key);
			if (format === 'json') await session.printRecord({ file, counterparts: found });
			else await printText(file, found, session);
		}
	},
};

interface Asked {
	readonly file: string;
	readonly key: string;
	readonly fromFile: boolean;
}

async function readAsked(files: readonly string[], pool: Pool, session: Session): Promise<Asked[]> {
	const asked: Asked[] = [];
	for await (const { file, text, record, name } of sources(files, session)) {
		if (record && (file === '' || pool.has(file))) {
			await session.complain(`${name}: the record needs a “file” of its own, to be told from the others`);
			continue;
		}
		const given = typeof record?.sidecar === 'string' ? readSidecar(record.sidecar) : undefined;
		const key = pool.add(file, text, record ? given : await loadSidecar(file, session));
		asked.push({ file, key, fromFile: !record });
	}
	return asked;
}

/** The documents to choose from, by absolute path, with what people declared of them. */
class Pool {
	readonly #index: CounterpartIndex;
	readonly #session: Session;
	/** How each was named. */
	readonly #names = new Map<string, string>();
	readonly #declared = new Map<string, Set<string>>();

	constructor(index: CounterpartIndex, session: Session) {
		this.#index = index;
		this.#session = session;
	}

	has(file: string): boolean {
		return this.#index.digest(this.#session.resolve(file)) !== undefined;
	}

	/** Gives the key to find it by. */
	add(file: string, text: string, sidecar: Sidecar | undefined): string {
		const key = this.#session.resolve(file);
		this.#names.set(key, file);
		this.#index.set(key, documentOf(text));
		for (const { file: other } of declaredCounterparts(file, sidecar)) this.#declare(key, other);
		return key;
	}

	/** The seeds of a folder. What cannot be read is passed over: nobody asked for it by name. */
	async addFolder(folder: string, withInner: boolean): Promise<void> {
		for await (const file of filesUnder(folder, this.#session, withInner ? undefined : 0)) {
			if (this.has(file) || !(await isSeedFile(file, this.#session))) continue;
			try {
				const { text } = decode(await this.#session.io.files.read(this.#session.resolve(file)));
				this.add(file, text, await loadSidecar(file, this.#session));
			} catch (error) {
				if (!(error instanceof FileError)) throw error;
			}
		}
	}

	find(key: string): Counterpart[] {
		const declared = [...(this.#declared.get(key) ?? [])];
		return this.#index.find(key, { declared }).map(({ file, score, ...rest }) => ({
			file: this.#names.get(file) ?? file,
			...rest,
			score: Math.round(1000 * score) / 1000,
		}));
	}

	/** Holds both ways, whichever of the two sidecars says it. */
	#declare(key: string, other: string): void {
		const otherKey = this.#session.resolve(other);
		if (!this.#names.has(otherKey)) this.#names.set(otherKey, other);
		for (const [one, two] of [
			[key, otherKey],
			[otherKey, key],
		] as const)
			this.#declared.set(one, (this.#declared.get(one) ?? new Set()).add(two));
	}
}

function documentOf(text: string): Document {
	const seed = parseSeed(text);
	if (!seed) return { date: undefined, language: detectLanguage(text), text };
	return { date: seed.header.date, language: seed.language, text: sideOf(text, seed).paragraphs };
}

async function printText(file: string, found: readonly Counterpart[], session: Session): Promise<void> {
	await session.printLine(printable(file));
	if (found.length === 0) await session.printLine('    no counterpart found');
	for (const { file: other, language, score, declared } of found) {
		const how = declared ? 'declared' : `${Math.round(100 * score)} %`;
		await session.printLine(`    ${printable(other)}  ${language}  ${how}`);
	}
}
