// The sound of a word, coarsely, from either script: so that Нематов meets Nematov. Fuzzy: misses cost, vowels little.
import type { Language } from '../seed/model';

// Codes: consonants p b f v m n t d s z S(sh) Z(zh, dzh) C(ch) k g h r l; vowels a e i o u. Longer spellings come first.
const cyrillic: Readonly<Record<string, string>> = {
	дж: 'Z',
	тс: 's',
	а: 'a',
	б: 'b',
	в: 'v',
	г: 'g',
	д: 'd',
	е: 'e',
	ж: 'Z',
	з: 'z',
	и: 'i',
	й: 'i',
	к: 'k',
	л: 'l',
	м: 'm',
	н: 'n',
	о: 'o',
	п: 'p',
	р: 'r',
	с: 's',
	т: 't',
	у: 'u',
	ф: 'f',
	х: 'h',
	ц: 's',
	ч: 'C',
	ш: 'S',
	щ: 'S',
	ъ: '',
	ы: 'i',
	ь: '',
	э: 'e',
	ю: 'u',
	я: 'a',
	ә: 'a',
	і: 'i',
	ң: 'n',
	ғ: 'g',
	ү: 'u',
	ұ: 'u',
	қ: 'k',
	ө: 'o',
	һ: 'h',
	ҳ: 'h',
	ҷ: 'Z',
	ӣ: 'i',
	ӯ: 'u',
	ў: 'u',
	ї: 'i',
	є: 'e',
	ґ: 'g',
}; // prettier-ignore

const latin: Readonly<Record<string, string>> = {
	sch: 'S',
	tch: 'C',
	tsch: 'C',
	dzh: 'Z',
	sh: 'S',
	ch: 'C',
	zh: 'Z',
	kh: 'h',
	ph: 'f',
	th: 't',
	ck: 'k',
	gh: 'g',
	ts: 's',
	tz: 's',
	dj: 'Z',
	ce: 'se',
	ci: 'si',
	cy: 'si',
	qu: 'kv',
	ya: 'a',
	yu: 'u',
	yo: 'o',
	ye: 'e',
	oo: 'u',
	ee: 'i',
	ou: 'u',
	a: 'a',
	b: 'b',
	c: 'k',
	d: 'd',
	e: 'e',
	f: 'f',
	g: 'g',
	h: 'h',
	i: 'i',
	j: 'Z',
	k: 'k',
	l: 'l',
	m: 'm',
	n: 'n',
	o: 'o',
	p: 'p',
	q: 'k',
	r: 'r',
	s: 's',
	t: 't',
	u: 'u',
	v: 'v',
	w: 'v',
	x: 'ks',
	y: 'i',
	z: 'z',
	ß: 's',
	ø: 'o',
	æ: 'e',
}; // prettier-ignore

const turkic: Readonly<Record<string, string>> = {
	...latin,
	c: 'Z',
	ce: 'Ze',
	ci: 'Zi',
	ç: 'C',
	ş: 'S',
	ğ: 'g',
	ı: 'i',
	ə: 'a',
	x: 'h',
	q: 'k',
	ý: 'i',
	ž: 'Z',
	ň: 'n',
	"o'": 'u',
	"g'": 'g',
	w: 'v',
	ö: 'o',
	ü: 'u',
	ä: 'a',
}; // prettier-ignore

const consonants = 'pbfvmntdszSZCkghrl';
/** Sounds that spellings confuse, by first letter of the class. */
const classOf: Readonly<Record<string, string>> = {
	p: 'p',
	b: 'p',
	f: 'v',
	v: 'v',
	m: 'm',
	n: 'n',
	t: 't',
	d: 't',
	s: 's',
	z: 's',
	S: 'S',
	Z: 'S',
	C: 'S',
	k: 'k',
	g: 'k',
	h: 'k',
	r: 'r',
	l: 'l',
}; // prettier-ignore
const near = new Set([
	'Ck',
	'kC',
	'gS',
	'Zg',
	'gZ',
	'sS',
	'Ss',
	'sC',
	'Cs',
	'sk',
	'ks',
	'st',
	'ts',
	'zZ',
	'Zz',
	'uv',
	'vu',
	'fp',
	'pf',
	'ft',
	'tf',
	'Zi',
	'iZ',
	'hi',
	'ig',
]);

/** A word's sound. Two are worth comparing only where `bucket` agrees. */
export interface Skeleton {
	readonly sound: string;
	/** Classes of the first two consonants; empty where the word is too short to tell anything. */
	readonly bucket: string;
	/** Which consonant classes occur, a bit each. */
	readonly classes: number;
	/** Consonants count 1, vowels 0.3. */
	readonly weight: number;
	readonly consonants: number;
}

const classBits = 'pvmntsSkrl';

function soundOf(word: string, language: Language): string {
	const table = /[\u0400-\u04ff]/.test(word) ? cyrillic : language === 'en' || language === 'unknown' ? latin : turkic;
	const plain = table === turkic ? word : word.normalize('NFD').replace(/(?<!и)\p{M}/gu, '');
	let sound = '';
	for (let at = 0; at < plain.length; ) {
		let code: string | undefined;
		let length = Math.min(4, plain.length - at);
		for (; length > 1 && code === undefined; length--) code = table[plain.slice(at, at + length)];
		if (code === undefined) code = table[plain[at]!] ?? '';
		else length++;
		for (const c of code) if (sound[sound.length - 1] !== c) sound += c;
		at += Math.max(1, length);
	}
	return sound.slice(0, 16);
}

/** The sound of a folded word. */
export function skeleton(word: string, language: Language): Skeleton {
	const sound = soundOf(word, language);
	let bucket = '';
	let classes = 0;
	let count = 0;
	for (const c of sound) {
		const kind = classOf[c];
		if (!kind) continue;
		if (bucket.length < 2) bucket += kind;
		classes |= 1 << classBits.indexOf(kind);
		count++;
	}
	return {
		sound,
		bucket: count < 2 ? '' : bucket,
		classes,
		consonants: count,
		weight: count + 0.3 * (sound.length - count),
	};
}

const weightOf = (c: string) => (c === 'h' ? 0.6 : consonants.includes(c) ? 1 : 0.3);

function swap(a: string, b: string): number {
	if (a === b) return 0;
	const [x, y] = [classOf[a], classOf[b]];
	if (!x && !y) return 0.15;
	if (x && x === y) return 0.25;
	return near.has(a + b) ? 0.4 : x && y ? 1 : 1.1;
}

const tail = 0.45;

/** How alike two words sound, 0 to 1. What one has beyond the other's end costs less than half: endings differ. */
export function soundsLike(a: Skeleton, b: Skeleton): number {
	const [s, t] = [a.sound, b.sound];
	let row = new Float64Array(t.length + 1);
	for (let j = 1; j <= t.length; j++) row[j] = row[j - 1]! + weightOf(t[j - 1]!);
	let rest = a.weight;
	let best = Infinity;
	for (let i = 1; i <= s.length; i++) {
		const next = new Float64Array(t.length + 1);
		const gap = weightOf(s[i - 1]!);
		next[0] = row[0]! + gap;
		rest -= gap;
		for (let j = 1; j <= t.length; j++)
			next[j] = Math.min(row[j - 1]! + swap(s[i - 1]!, t[j - 1]!), row[j]! + gap, next[j - 1]! + weightOf(t[j - 1]!));
		best = Math.min(best, next[t.length]! + tail * Math.max(0, rest));
		row = next;
	}
	let left = b.weight;
	for (let j = 1; j <= t.length; j++) {
		left -= weightOf(t[j - 1]!);
		best = Math.min(best, row[j]! + tail * Math.max(0, left));
	}
	return Math.max(0, 1 - best / Math.max(1, (a.weight + b.weight) / 2));
}

/** A word's sound as an exact key: classes of its consonants up to the fifth. Empty where there are fewer than three. */
export function soundKey(word: string, language: Language): string {
	let key = '';
	for (const c of skeleton(word, language).sound) {
		const kind = classOf[c];
		if (kind && key.length < 5) key += kind;
	}
	return key.length < 3 ? '' : key;
}
