// Base forms of names with Turkic or Tajik suffixes: what an apostrophe marks off, what the text has without them, and
// case endings that hardly end a name.
import { lowered } from './base-forms-ru';
import type { Surroundings } from './context';
import { isSuffixChain, longestChain } from './suffixes';
import { fold } from './tokens';

/** Endings of the genitive, ablative and locative, and more that follow them; folded (`fold`). */
const caseEnding =
	/(?:n[iuy]n|nyn|ning|нинг|н[иыу]н|д[иыу]н|т[иыу]н|[нт]?д[ae]n|ndan|nden|ndaki|ndeki|[дт]ан|[дт]ен|нан|нен|ндаги|даги|деги|dagi|nda|nde|нда|нде)$/;

/** Ends of surnames, after which any case ending is one. */
const surname = /(?:[oe]v|[ei]n|yev|[oe]va|zade|zoda|oglu|ogly|[ое]в|[ое]ва|ин|зода|улы|уулу)$/;

const shortestBase = 3;
const shortestUnsupported = 4;

/** Base forms, the likeliest first: suffixes stand at the end of the last word. */
export function turkicBases(around: Surroundings): string[] {
	const { words, name } = around;
	const last = words.at(-1)!;
	const mark = Math.max(last.lastIndexOf("'"), last.lastIndexOf('’'));
	const found: { readonly base: string; readonly weight: number }[] = [{ base: last, weight: 0 }];
	if (mark >= 2 && isSuffixChain(fold(last.slice(mark + 1)))) found.push({ base: last.slice(0, mark), weight: 3 });
	for (let cut = 1; cut <= longestChain && last.length - cut >= shortestBase; cut++) {
		const base = last.slice(0, -cut);
		const chain = fold(last.slice(-cut));
		if (!chain || !isSuffixChain(chain)) continue;
		const supported = around.support(lowered(base)) === 1 ? 2 : 0;
		const known =
			base.length >= shortestUnsupported && caseEnding.exec(fold(last))?.[0].length === chain.length ? 0.5 : 0;
		const named = surname.test(fold(base)) ? 1.5 : 0;
		if (supported + known + named > 0) found.push({ base, weight: supported + known + named - cut / 100 });
	}
	found.sort((a, b) => b.weight - a.weight);
	const bases = found.map(({ base }) => around.withWords([...words.slice(0, -1), base]));
	return [...new Set([...bases, name])];
}
