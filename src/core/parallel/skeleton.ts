// The sound of a word, coarsely, from either script, so that Нематов meets Nematov. Misses cost, vowels little.
import type { Language } from '../seed/model';

// One letter a sound: consonants p b f v m n t d s z S(sh) Z(zh, dzh) C(ch) k g h r l, vowels a e i o u.
const cyrillic = table(
	`дж Z, тс s, а a, б b, в v, г g, д d, е e, ж Z, з z, и i, й i, к k, л l, м m, н n, о o, п p, р r, с s, т t, у u, ф f,
	х h, ц s, ч C, ш S, щ S, ы i, э e, ю u, я a, ә a, і i, ң n, ғ g, ү u, ұ u, қ k, ө o, һ h, ҳ h, ҷ Z, ӣ i, ӯ u, ў u, ї i,
	є e, ґ g`,
);
const latinLetters = `sch S, tch C, tsch C, dzh Z, sh S, ch C, zh Z, kh h, ph f, th t, ck k, gh g, ts s, tz s, dj Z, ce se, ci si,
	cy si, qu kv, ya a, yu u, yo o, ye e, oo u, ee i, ou u, a a, b b, c k, d d, e e, f f, g g, h h, i i, j Z, k k, l l, m m,
	n n, o o, p p, q k, r r, s s, t t, u u, v v, w v, x ks, y i, z z, ß s, ø o, æ e, ı i, ə a`;
const latin = table(latinLetters);
const turkic = table(`${latinLetters}, c Z, ce Ze, ci Zi, ç C, ş S, x h, q k, ý i, ž Z, ň n, o' u, g' g, ğ g`);

type Letters = ReadonlyMap<string, string>;

function table(pairs: string): Letters {
	return new Map(
		pairs.split(/,\s+/).map((pair) => {
			const [letters, sound] = pair.split(' ');
			return [letters!, sound!];
		}),
	);
}

const sounds = 'pbfvmntdszSZCkghrlaeiou';
const firstVowel = sounds.indexOf('a');
/** Classes of consonants that spellings confuse, by sound. */
const classes = 'ppvvmnttssSSSkkkrl';
const classNames = 'pvmntsSkrl';
/** Different classes that are heard alike. */
const alike = 'Ck gS gZ sS sC ks st zZ fp ft vu Zi hi gi'.split(' ');

const count = sounds.length;
const weight = Float64Array.from(sounds, (sound, at) => (sound === 'h' ? 0.6 : at < firstVowel ? 1 : 0.3));
/** What it costs to hear one sound for another. */
const swap = new Float64Array(count * count);
for (let a = 0; a < count; a++)
	for (let b = 0; b < count; b++) {
		const vowels = Number(a >= firstVowel) + Number(b >= firstVowel);
		const close = alike.some((pair) => pair === sounds[a]! + sounds[b]! || pair === sounds[b]! + sounds[a]!);
		const different = vowels === 1 ? 1.1 : classes[a] === classes[b] ? 0.25 : 1;
		swap[a * count + b] = a === b ? 0 : vowels === 2 ? 0.15 : close ? 0.4 : different;
	}

/** A word's sound. Two are worth comparing only where `bucket` agrees. */
export interface Skeleton {
	/** Indexes of sounds. */
	readonly sound: Uint8Array;
	/** Classes of the first two consonants; empty where there are fewer. */
	readonly bucket: string;
	/** Which consonant classes occur, a bit each. */
	readonly classes: number;
	readonly consonants: number;
	/** Sum of the sounds' weights. */
	readonly weight: number;
}

/** Longest part of a word that is heard. */
const longest = 16;

function hear(word: string, letters: Letters): number[] {
	const heard: number[] = [];
	for (let at = 0; at < word.length && heard.length < longest; ) {
		let length = Math.min(4, word.length - at);
		let found = letters.get(word.slice(at, at + length));
		while (found === undefined && length > 1) found = letters.get(word.slice(at, at + --length));
		for (const sound of found ?? '') {
			const code = sounds.indexOf(sound);
			if (heard[heard.length - 1] !== code) heard.push(code);
		}
		at += length;
	}
	return heard;
}

/** The sound of a folded word. */
export function skeleton(word: string, language: Language): Skeleton {
	const isCyrillic = /[\u0400-\u04ff]/.test(word);
	const foreign = language === 'en' || language === 'unknown' || language === 'ru';
	const plain = isCyrillic ? word : foreign ? withoutMarks(word) : word.replace(/[öüä]/g, withoutMarks);
	const sound = Uint8Array.from(hear(plain, isCyrillic ? cyrillic : foreign ? latin : turkic));
	let [bucket, mask, consonants, total] = ['', 0, 0, 0];
	for (const code of sound) {
		total += weight[code]!;
		if (code >= firstVowel) continue;
		if (consonants++ < 2) bucket += classes[code];
		mask |= 1 << classNames.indexOf(classes[code]!);
	}
	return { sound, bucket: consonants < 2 ? '' : bucket, classes: mask, consonants, weight: total };
}

const withoutMarks = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '');

function bits(mask: number): number {
	let found = 0;
	for (let rest = mask; rest; rest &= rest - 1) found++;
	return found;
}

/** Price of what one word has beyond the other's end: endings differ. */
const tail = 0.45;
const rowOne = new Float64Array(longest + 2);
const rowTwo = new Float64Array(longest + 2);

/** How alike two words sound, 0 to 1; 0 at once where their consonants differ much, or it is less than `least`. */
export function soundsLike(a: Skeleton, b: Skeleton, least = 0): number {
	const shared = a.classes & b.classes;
	if (a.classes !== shared && b.classes !== shared && bits(a.classes ^ b.classes) > 2) return 0;
	if (Math.abs(a.consonants - b.consonants) > 4) return 0;
	const usual = Math.max(1, (a.weight + b.weight) / 2);
	return Math.max(0, 1 - distance(a, b, (1 - least) * usual) / usual);
}

/** Infinity where it is more than `most`. */
function distance(a: Skeleton, b: Skeleton, most: number): number {
	if (tail * Math.abs(a.weight - b.weight) > most) return Infinity;
	const [s, t] = [a.sound, b.sound];
	let [row, next] = [rowOne, rowTwo];
	row[0] = 0;
	for (let j = 1; j <= t.length; j++) row[j] = row[j - 1]! + weight[t[j - 1]!]!;
	let rest = a.weight;
	let best = Infinity;
	for (let i = 1; i <= s.length; i++) {
		const code = s[i - 1]!;
		const gap = weight[code]!;
		next[0] = row[0]! + gap;
		rest -= gap;
		let nearest = next[0]!;
		for (let j = 1; j <= t.length; j++) {
			const other = t[j - 1]!;
			next[j] = Math.min(row[j - 1]! + swap[code * count + other]!, row[j]! + gap, next[j - 1]! + weight[other]!);
			if (next[j]! < nearest) nearest = next[j]!;
		}
		best = Math.min(best, next[t.length]! + tail * Math.max(0, rest));
		if (nearest > most && best > most) return Infinity;
		[row, next] = [next, row];
	}
	let left = b.weight;
	for (let j = 1; j <= t.length; j++) {
		left -= weight[t[j - 1]!]!;
		best = Math.min(best, row[j]! + tail * Math.max(0, left));
	}
	return best;
}

/** A sound as an exact key: classes of its consonants up to the fifth. Empty where there are fewer than three. */
export function soundKey({ sound, consonants }: Skeleton): string {
	if (consonants < 3) return '';
	let key = '';
	for (const code of sound) if (code < firstVowel && key.length < 5) key += classes[code];
	return key;
}
