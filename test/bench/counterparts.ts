// What an index of many seeds costs: reading them, the longest single step, answers, memory, and coming back from the cache.
import process from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type CounterpartIndex, createCounterpartIndex } from '../../src/core/parallel/counterpart';
import type { Lexicon } from '../../src/core/parallel/lexicon';
import { skimSeed } from '../../src/core/seed/parse';
import { type CachedFile, decodeCache, encodeCache, encodeFile } from '../../src/editor/services/seed-cache-format';
import { milliseconds, row } from './measure';
import type { Samples } from './texts';

const counts = [2500, 5000, 10_000];
const asked = 40;
/** As many as a part of the editor's cache has then. */
const filesInPart = 40;

export function benchCounterparts(samples: Samples, lexicon: Lexicon): void {
	console.log(
		`\nFinding a counterpart: among ${counts.map((n) => n.toLocaleString('en')).join(', ')} seeds of 30 days`,
	);
	const empty = memory();
	const index = createCounterpartIndex(lexicon);
	const adding = new Clock();
	const finding = new Clock();
	const found: string[] = [];
	const sizes: string[] = [];
	for (const count of counts) {
		for (let i = index.size; i < count; i++) add(index, samples, i, adding);
		index.rest();
		sizes.push(`${Math.round((memory() - empty) / 1e6)} MB`);
		found.push(answers(index, finding));
	}
	row('an answer', found.join(' → '));
	row('longest steps of answers', finding.longest);
	row('reading a seed into the index', milliseconds(adding.total / counts[2]!));
	row('longest steps of that', adding.longest);
	row('memory of the index', sizes.join(' → '));
	benchCache(index, lexicon);
}

function add(index: CounterpartIndex, samples: Samples, i: number, clock: Clock): void {
	const [language, day] = [i % 2 ? 'ru' : 'en', (i >> 1) % 30] as const;
	const date = `2026-03-${String(day + 1).padStart(2, '0')}`;
	const text = `date ${date} ${samples.paragraphs(language, 6, i).join('\n\n')}\n`;
	const seed = clock.time(() => skimSeed(text))!;
	clock.through(index.setSteps(`${i}`, { date, language: seed.language, text: seed.texts }));
}

/** Each is asked once: answers are kept. */
function answers(index: CounterpartIndex, clock: Clock): string {
	const times = Array.from({ length: asked }, (_, i) => {
		const before = clock.total;
		clock.through(index.findSteps(`${i * 7}`));
		return clock.total - before;
	}).sort((a, b) => a - b);
	return `${milliseconds(times[asked >> 1]!)}, at most ${milliseconds(times[asked - 1]!)}`;
}

/** Writing and reading are the file system's. */
function benchCache(index: CounterpartIndex, lexicon: Lexicon): void {
	const [writing, reading] = [new Clock(), new Clock()];
	const restored = createCounterpartIndex(lexicon);
	for (let from = 0; from < index.size; from += filesInPart) {
		const files = Array.from({ length: filesInPart }, (_, i): CachedFile => {
			const name = `${from + i}`;
			return { name, stamp: { mtime: i, size: i }, digest: index.digest(name) };
		});
		const blocks = files.map((file) => writing.time(() => encodeFile(file)));
		const bytes = writing.time(() => encodeCache('1', blocks));
		const cached = decodeCache('1', bytes);
		for (let done = false; !done; )
			reading.time(() => {
				const next = cached.next();
				done = next.done ?? false;
				if (!next.done && next.value.digest) restored.restore(next.value.name, next.value.digest);
			});
	}
	row('all into the cache', milliseconds(writing.total), `longest steps ${writing.longest}`);
	row('all out of it again', milliseconds(reading.total), `longest steps ${reading.longest}`);
}

/** Milliseconds that work took of this thread: the wall clock's, or the processor's of all threads where that is less. */
class Clock {
	total = 0;
	#most: number[] = [];

	/** The longest three: the very first use of anything is slow. */
	get longest(): string {
		return this.#most.map(milliseconds).join(', ');
	}

	time<T>(work: () => T): T {
		const [began, used] = [performance.now(), process.cpuUsage()];
		const result = work();
		const { user, system } = process.cpuUsage(used);
		const taken = Math.min(performance.now() - began, (user + system) / 1000);
		this.total += taken;
		if (taken > (this.#most[2] ?? 0)) this.#most = [...this.#most, taken].sort((a, b) => b - a).slice(0, 3);
		return result;
	}

	through(steps: Iterator<unknown>): void {
		while (!this.time(() => steps.next()).done);
	}
}

/** Bytes in use after all garbage is gone: objects and flat arrays. */
function memory(): number {
	setFlagsFromString('--expose-gc');
	(runInNewContext('gc') as () => void)();
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return heapUsed + arrayBuffers;
}
