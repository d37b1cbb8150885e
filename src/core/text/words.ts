// What changed between two short texts, word by word.

/** A stretch of words: in both texts, only in the older, or only in the newer one. */
export interface WordRun {
	readonly what: 'same' | 'removed' | 'added';
	readonly text: string;
}

/** Above this many words in one of them, the texts are told as wholly other ones: the cost grows with the product. */
const mostWords = 1500;

/** Runs in text order, white space with the word before it; a removed one stands before the added one that took its place. */
export function compareWords(before: string, after: string): WordRun[] {
	const [a, b] = [wordsOf(before), wordsOf(after)];
	if (a.length > mostWords || b.length > mostWords) return merged([run('removed', before), run('added', after)]);
	const lengths = commonLengths(a, b);
	const runs: WordRun[] = [];
	let [i, j] = [0, 0];
	while (i < a.length || j < b.length) {
		if (i < a.length && j < b.length && alike(a[i]!, b[j]!)) {
			runs.push(run('same', b[j]!));
			i++;
			j++;
		} else if (i < a.length && (j === b.length || lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) {
			runs.push(run('removed', a[i]!));
			i++;
		} else {
			runs.push(run('added', b[j]!));
			j++;
		}
	}
	return merged(runs);
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

function wordsOf(text: string): string[] {
	return text.match(/[\p{L}\p{M}\p{N}]+\s*|[^\p{L}\p{M}\p{N}\s]\s*|\s+/gu) ?? [];
}

function alike(a: string, b: string): boolean {
	return a.trim() === b.trim();
}

/** `[i][j]`: how many words the rests from `i` and `j` on have in common, in order. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array[] {
	const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
	for (let i = a.length - 1; i >= 0; i--)
		for (let j = b.length - 1; j >= 0; j--)
			lengths[i]![j] = alike(a[i]!, b[j]!)
				? lengths[i + 1]![j + 1]! + 1
				: Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
	return lengths;
}

function run(what: WordRun['what'], text: string): WordRun {
	return { what, text };
}

/** Neighbours of one sort as one; between two runs of `same`, what was removed first. */
function merged(runs: readonly WordRun[]): WordRun[] {
	const result: WordRun[] = [];
	let [removed, added] = ['', ''];
	const flush = () => {
		if (removed) result.push(run('removed', removed));
		if (added) result.push(run('added', added));
		[removed, added] = ['', ''];
	};
	for (const { what, text } of runs) {
		if (what === 'removed') removed += text;
		else if (what === 'added') added += text;
		else {
			flush();
			const last = result.at(-1);
			if (last?.what === 'same') result[result.length - 1] = run('same', last.text + text);
			else result.push(run('same', text));
		}
	}
	flush();
	return result;
}
