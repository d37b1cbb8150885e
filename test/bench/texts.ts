// Texts for the bench, made from the project's own samples: any length, always the same.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Side } from '../../src/core/parallel/model';
import type { KnownLanguage } from '../../src/core/seed/model';
import { parseSeed } from '../../src/core/seed/parse';

/** Numbers in [0, 1), the same for the same seed. Source: mulberry32, Tommy Ettinger, public domain. */
export function randomFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

export function pick<T>(random: () => number, list: readonly T[]): T {
	return list[Math.floor(random() * list.length)]!;
}

/** The body paragraphs of the samples, by language. */
export class Samples {
	readonly #paragraphs = new Map<string, string[]>();

	constructor(root: string) {
		const folder = path.join(root, 'seeds');
		for (const name of readdirSync(folder)
			.filter((file) => file.endsWith('.txt'))
			.sort()) {
			const text = readFileSync(path.join(folder, name), 'utf8');
			for (const { start, end, role, language } of parseSeed(text)?.paragraphs ?? []) {
				if (role !== 'body') continue;
				this.#paragraphs.set(language, [...(this.#paragraphs.get(language) ?? []), text.slice(start, end)]);
			}
		}
	}

	/** `count` paragraphs, in turn, no two alike: each has numbers of its own, and every fourth word comes from elsewhere. */
	paragraphs(language: KnownLanguage, count: number, seed = 1): string[] {
		const random = randomFrom(seed);
		const own = this.#paragraphs.get(language)!;
		const words = own.join(' ').match(/\p{L}{3,}/gu)!;
		const vary = (word: string) => (random() < 0.25 ? pick(random, words) : word);
		return Array.from({ length: count }, (_, i) =>
			own[i % own.length]!.replace(/\p{L}{3,}/gu, vary).replace(/\d/g, () => pick(random, [...'123456789'])),
		);
	}

	/** A seed of that many paragraphs. */
	seed(language: KnownLanguage, count: number): string {
		return ` date 2026-03-12 ${this.paragraphs(language, count).join('\n\n')}\n`;
	}

	side(language: KnownLanguage, count: number): Side {
		return { language, paragraphs: this.paragraphs(language, count) };
	}
}
