// The sound of a name's word, coarsely and from either script: what transliterations of one name share.

/** Longer spellings first. Consonants that transliterations confuse have one code; vowels and й, y, ь have none. */
const spellings: readonly (readonly [spelling: string, code: string])[] = [
	['дж', 'j'],
	['тс', 'c'],
	['кс', 'ks'],
	['dzh', 'j'],
	['sch', 's'],
	['tsch', 'c'],
	['tch', 'c'],
	['zh', 'j'],
	['dj', 'j'],
	['ch', 'c'],
	['sh', 's'],
	['kh', 'h'],
	['gh', 'g'],
	['ph', 'f'],
	['th', 't'],
	['ts', 'c'],
	['ck', 'k'],
	...[...'бb вv wv гg дd жj зs кk лl мm нn пp рr сs тt фf хh цc чc шs щs'.split(' ')].map(
		([letter, code]) => [letter!, code!] as const,
	),
	...[...'bb cc dd ff gg hh jj kk ll mm nn pp qk rr ss tt vv xh zs'.split(' ')].map(
		([letter, code]) => [letter!, code!] as const,
	),
];

const codes = new Map(spellings);
const longest = 4;

/** Codes of the consonants of a folded word, each run of one code once; a vowel at the beginning is `a`. */
export function soundKey(folded: string): string {
	let key = '';
	for (let at = 0; at < folded.length; ) {
		let length = Math.min(longest, folded.length - at);
		while (length > 1 && !codes.has(folded.slice(at, at + length))) length--;
		const code = codes.get(folded.slice(at, at + length)) ?? (at === 0 && !/[йyьъ]/.test(folded[at]!) ? 'a' : '');
		if (code && key[key.length - 1] !== code) key += code;
		at += length;
	}
	return key;
}
