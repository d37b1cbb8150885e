// What changed between two short texts, word by word: for notes, quotes and replies as a person reads them.

/** `text` is of both texts where it is the same, else of the one that has it. Joined, the segments without added ones are the old text. */
export interface WordRun {
	readonly what: 'same' | 'removed' | 'added';
	readonly text: string;
}

/** More words than this on both sides together are compared only at their ends: the cost grows with words times changes. */
const mostWords = 20_000;
const mostChanges = 1_500;

/** A word with its apostrophes and hyphens, white space, or one sign. */
const token = /[\p{L}\p{N}\p{M}]+(?:['’\-‑][\p{L}\p{N}\p{M}]+)*|\s+|[\s\S]/gu;

/**
 * The segments in order, a removed one before the added one at the same place; none for two empty texts.
 * Source: E. Myers, An O(ND) difference algorithm and its variations, Algorithmica 1 (1986), the greedy one.
 */
export function compareWords(before: string, after: string): WordRun[] {
	const [a, b] = [before.match(token) ?? [], after.match(token) ?? []];
	let start = 0;
	while (start < a.length && start < b.length && a[start] === b[start]) start++;
	let tail = 0;
	while (tail < Math.min(a.length, b.length) - start && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
	const [middleA, middleB] = [a.slice(start, a.length - tail), b.slice(start, b.length - tail)];
	const script = middleA.length + middleB.length > mostWords ? undefined : shortest(middleA, middleB);
	const pieces: WordRun[] = [
		...a.slice(0, start).map((text) => ({ what: 'same' as const, text })),
		...(script ?? [
			...middleA.map((text) => ({ what: 'removed' as const, text })),
			...middleB.map((text) => ({ what: 'added' as const, text })),
		]),
		...a.slice(a.length - tail).map((text) => ({ what: 'same' as const, text })),
	];
	return readable(joined(pieces));
}

/** Nearly as `wdiff` writes it: `[-removed-]`, `[+added+]`. */
export function markWords(runs: readonly WordRun[]): string {
	return runs
		.map(({ what, text }) => {
			const [, inner = '', space = ''] = /^(.*?)(\s*)$/s.exec(text) ?? [];
			return what === 'same' ? text : what === 'removed' ? `[-${inner}-]${space}` : `[+${inner}+]${space}`;
		})
		.join('');
}

/** The shortest script, or undefined where it has too many steps. */
function shortest(a: readonly string[], b: readonly string[]): WordRun[] | undefined {
	const trace: Int32Array[] = [];
	const most = Math.min(a.length + b.length, mostChanges);
	const offset = most + 1;
	let reach = new Int32Array(2 * most + 3);
	for (let changes = 0; changes <= most; changes++) {
		trace.push(reach.slice(offset - changes - 1, offset + changes + 2));
		reach = reach.slice();
		for (let k = -changes; k <= changes; k += 2) {
			const isDown = k === -changes || (k !== changes && reach[offset + k - 1]! < reach[offset + k + 1]!);
			let x = isDown ? reach[offset + k + 1]! : reach[offset + k - 1]! + 1;
			while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
			reach[offset + k] = x;
			if (x >= a.length && x - k >= b.length) return walkBack(a, b, trace);
		}
	}
	return undefined;
}

/** `trace[d]` holds how far diagonals −d−1…d+1 had come before step d. */
function walkBack(a: readonly string[], b: readonly string[], trace: readonly Int32Array[]): WordRun[] {
	const pieces: WordRun[] = [];
	let [x, y] = [a.length, b.length];
	for (let changes = trace.length - 1; changes >= 0; changes--) {
		const reach = (k: number) => trace[changes]![k + changes + 1]!;
		const k = x - y;
		const isDown = k === -changes || (k !== changes && reach(k - 1) < reach(k + 1));
		const before = isDown ? k + 1 : k - 1;
		const fromX = changes === 0 ? 0 : reach(before);
		const fromY = changes === 0 ? 0 : fromX - before;
		while (x > fromX && y > fromY) {
			pieces.push({ what: 'same', text: a[--x]! });
			y--;
		}
		if (changes > 0) pieces.push(isDown ? { what: 'added', text: b[--y]! } : { what: 'removed', text: a[--x]! });
	}
	return pieces.reverse();
}

/** Neighbours of one sort as one; between two equal ones, what was removed first. */
function joined(pieces: readonly WordRun[]): WordRun[] {
	const segments: WordRun[] = [];
	let [removed, added, same] = ['', '', ''];
	const flush = () => {
		if (removed) segments.push({ what: 'removed', text: removed });
		if (added) segments.push({ what: 'added', text: added });
		[removed, added] = ['', ''];
	};
	for (const { what, text } of pieces) {
		if (what === 'same') {
			flush();
			same += text;
			continue;
		}
		if (same) segments.push({ what: 'same', text: same });
		same = '';
		if (what === 'removed') removed += text;
		else added += text;
	}
	flush();
	if (same) segments.push({ what: 'same', text: same });
	return segments;
}

/** Changes with but white space between them are one change. */
function readable(segments: readonly WordRun[]): WordRun[] {
	const pieces = segments.flatMap((segment, i): WordRun[] => {
		const isBetween = segment.what === 'same' && i > 0 && i < segments.length - 1 && segment.text.trim() === '';
		return isBetween
			? [
					{ what: 'removed', text: segment.text },
					{ what: 'added', text: segment.text },
				]
			: [segment];
	});
	return joined(pieces);
}
