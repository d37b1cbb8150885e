// Reads natural.pairs.txt: texts with tags that tell which paragraphs say the same.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Side } from '../../../src/core/parallel/model';
import type { KnownLanguage } from '../../../src/core/seed/model';

declare const __root: string;

const file = readFileSync(path.join(__root, 'test/unit/parallel/natural.pairs.txt'), 'utf8');

export interface NaturalPair {
	readonly name: string;
	readonly source: Side;
	readonly target: Side;
	/** Source and target paragraphs that say the same. */
	readonly gold: readonly (readonly [number, number])[];
}

interface Text {
	readonly tags: readonly (readonly string[])[];
	readonly side: Side;
}

function readText(block: string, language: KnownLanguage): Text {
	const lines = block.split('\n').filter((line) => line.includes(' | '));
	return {
		tags: lines.map((line) => line.slice(0, line.indexOf(' | ')).split(',')),
		side: { language, paragraphs: lines.map((line) => line.slice(line.indexOf(' | ') + 3)) },
	};
}

function readPair(block: string): NaturalPair {
	const [head = '', ...rest] = block.split('\n');
	const [name = '', from, to] = head.trim().split(' ');
	const [first = '', second = ''] = rest.join('\n').split('\n--\n');
	const [source, target] = [readText(first, from as KnownLanguage), readText(second, to as KnownLanguage)];
	const gold = source.tags.flatMap((mine, i) =>
		target.tags.flatMap((theirs, j) =>
			mine.some((tag) => tag !== '-' && theirs.includes(tag)) ? [[i, j] as const] : [],
		),
	);
	return { name, source: source.side, target: target.side, gold };
}

export const naturalPairs: readonly NaturalPair[] = file.split('\n== ').slice(1).map(readPair);
