// A world for the command line: a folder of its own, streams in memory, no git unless asked for.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BrokenPipe, type Io } from '../../../src/cli/io';
import { nodeFiles } from '../../../src/cli/node';
import { run } from '../../../src/cli/run';

export interface Outcome {
	readonly code: number;
	readonly stdout: string;
	readonly stderr: string;
	/** The objects printed. */
	// biome-ignore lint/suspicious/noExplicitAny: each command prints its own
	readonly records: any[];
}

const starter = `format: glossator/actors@1
lake-fund:
  type: organisation
  names: { en: [Lake Fund], ru: [Фонд озера] }
marta-lind:
  type: person
  names: { en: [Marta Lind], ru: [Марта Линд] }
`;

export class World {
	readonly folder: string;

	private constructor(folder: string) {
		this.folder = folder;
	}

	/** A new folder with these files. */
	static async with(files: Readonly<Record<string, string | Uint8Array>>): Promise<World> {
		const world = new World(await mkdtemp(path.join(tmpdir(), 'glossator-cli-')));
		for (const [name, content] of Object.entries(files)) await world.write(name, content);
		return world;
	}

	async write(name: string, content: string | Uint8Array): Promise<void> {
		await mkdir(path.dirname(this.path(name)), { recursive: true });
		await writeFile(this.path(name), content);
	}

	read(name: string): Promise<string> {
		return readFile(this.path(name), 'utf8');
	}

	/** By name. */
	async names(): Promise<string[]> {
		return (await readdir(this.folder)).sort();
	}

	path(name: string): string {
		return path.join(this.folder, name);
	}

	remove(): Promise<void> {
		return rm(this.folder, { recursive: true, force: true });
	}

	/** Runs the command line here; `input` is standard input, records are written one a line. */
	async run(
		argv: readonly string[],
		{ input = '', ...changed }: Partial<Omit<Io, 'stdin'>> & { input?: string | Uint8Array | readonly unknown[] } = {},
	): Promise<Outcome> {
		const [stdout, stderr]: [string[], string[]] = [[], []];
		const io: Io = {
			stdin: chunksOf(input),
			stdout: { write: async (text) => void stdout.push(text) },
			stderr: { write: async (text) => void stderr.push(text) },
			cwd: this.folder,
			env: {},
			files: nodeFiles,
			program: ['glossator'],
			git: async () => undefined,
			starterCatalogue: async () => starter,
			nameLists: async () => '',
			wordLists: async () => '',
			version: async () => '1.2.3',
			today: () => '2026-03-15',
			userName: () => 'account',
			...changed,
		};
		const code = await run(argv, io);
		const printed = stdout.join('');
		return {
			code,
			stdout: printed,
			stderr: stderr.join(''),
			get records() {
				return printed
					.split('\n')
					.filter((line) => line !== '')
					.map((line) => JSON.parse(line));
			},
		};
	}

	/** Runs, and expects no complaint. */
	async done(argv: readonly string[], options: Parameters<World['run']>[1] = {}): Promise<Outcome> {
		const outcome = await this.run(argv, options);
		assert.deepEqual({ code: outcome.code, stderr: outcome.stderr }, { code: 0, stderr: '' });
		return outcome;
	}
}

/** Small chunks that cut lines and letters anywhere. */
async function* chunksOf(input: string | Uint8Array | readonly unknown[]): AsyncGenerator<Uint8Array> {
	const text = Array.isArray(input) ? input.map((record) => `${JSON.stringify(record)}\n`).join('') : input;
	const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : (text as Uint8Array);
	for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
}

/** A reader that goes away after some writes. */
export function readerOf(writes: number): Io['stdout'] {
	let left = writes;
	return {
		write: async () => {
			if (left-- <= 0) throw new BrokenPipe();
		},
	};
}

export const english = ` date 2026-03-12 HARBOUR /Lakewire/ – The Lake Fund will pay 40 million euros for a new port, its director Marta Lind said.

"We begin in May 2026," Lind told reporters. The port will serve 12 towns around the lake.

Work on the railway to the port ended in 2025.
`;

export const russian = ` date 2026-03-12 ГАВАНЬ /Lakewire/ – «Мы начинаем в мае 2026 года», – сказала журналистам Линд. Порт будет обслуживать 12 городов вокруг озера.

Фонд озера заплатит 40 млн евро за новый порт, сообщила его директор Марта Линд.

Строительство железной дороги к порту завершилось в 2025 году.
`;
