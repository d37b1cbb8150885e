// Which words of some texts are forms of one word: those that may have a base form in common.
import { baseFormsOf, lowered } from './base-forms-ru';
import { isSuffixChain, longestChain } from './suffixes';
import { fold } from './tokens';

const shortestBase = 4;

/** Words joined by what they may be forms of. */
export class WordForms {
	/** Each word and base form leads to another of its group, the root to itself. */
	readonly #links = new Map<string, string>();

	add(word: string): void {
		const lower = lowered(word);
		if (this.#links.has(`=${lower}`)) return;
		this.#links.set(`=${lower}`, `=${lower}`);
		for (const base of basesOf(lower)) this.#join(`=${lower}`, base);
	}

	/** Equal for words that may be forms of one word. */
	rootOf(word: string): string {
		return this.#find(`=${lowered(word)}`);
	}

	#join(a: string, b: string): void {
		if (!this.#links.has(b)) this.#links.set(b, b);
		const [x, y] = [this.#find(a), this.#find(b)];
		if (x !== y) this.#links.set(x, y);
	}

	#find(word: string): string {
		let at = word;
		for (let next = this.#links.get(at) ?? at; next !== at; next = this.#links.get(at)!) at = next;
		if (at !== word) this.#links.set(word, at);
		return at;
	}
}

function basesOf(lower: string): string[] {
	const bases = baseFormsOf(lower).map(({ base }) => base);
	const mark = Math.max(lower.lastIndexOf("'"), lower.lastIndexOf('’'));
	if (mark >= 2) bases.push(lower.slice(0, mark));
	for (let cut = 2; cut <= longestChain && lower.length - cut >= shortestBase; cut++) {
		const chain = fold(lower.slice(-cut));
		if (chain && isSuffixChain(chain)) bases.push(lower.slice(0, -cut));
	}
	return bases;
}
