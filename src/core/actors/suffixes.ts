// Suffix chains of the Turkic languages and Tajik: whether what follows a name's base form is up to three of them.
// Closed lists, in folded spelling (`fold` makes ı i, ə e, ў у …), so each stands for its vowel-harmony kin.

/** Case, plural, possessive and derivation, Azerbaijani, Turkish, Turkmen, Uzbek in Latin letters. */
const latin =
	'lar ler nin nun nyn in un yn ning a e ya ye na ne ga ka qa i u y ni nu ny yi yu si su sy im um ym imiz umuz imizin ' +
	'da de ta te nda nde inda inde ynda unda dan den tan ten ndan nden indan inden yndan undan la le yla yle ' +
	'li lu ly lik luk lyk ki daki deki taki teki ndaki ndeki dagi tagi daky gi niki cha gacha kacha dek day ca ce ' +
	'dir dur dyr tir tur mi mu sa ydi edi dik ina ine una yna ini unu yny larin lerin';

/** Kazakh, Kyrgyz, Uzbek and Tajik in Cyrillic letters. */
const cyrillic =
	'лар лер лор дар дер дор тар тер тор ларынын нын нин нун дын дин дун тын тин тун нинг ' +
	'га ге го ка ке ко на не но а е ны ни ну ды ди ду ты ти ту н да де до та те то нда нде ' +
	'дан ден дон тан тен тон нан нен нон ндан нден мен бен пен менен ы и у сы си су им ым ' +
	'лык лик лук дык дик дук тык тик тук лы ли лу дагы деги догу тагы теги ндагы ндеги даги нки дики тики ныки ники ' +
	'гача дай дек ро хо он гон ён ам ат аш амон ву ю анд аст ист ия';

const latinSuffixes = new Set(latin.split(' '));
const cyrillicSuffixes = new Set(cyrillic.split(' '));

/** Most suffixes after a base form. */
const chainLimit = 3;
const longestSuffix = 6;
/** Longest chain that is tried. */
export const longestChain = 12;

/** Whether `rest` (folded, not empty) is a chain of suffixes. */
export function isSuffixChain(rest: string): boolean {
	const suffixes = rest.charCodeAt(0) < 0x400 ? latinSuffixes : cyrillicSuffixes;
	let ends = new Set([0]);
	for (let count = 0; count < chainLimit; count++) {
		const next = new Set<number>();
		for (const end of ends) {
			for (let to = end + 1; to <= Math.min(rest.length, end + longestSuffix); to++)
				if (suffixes.has(rest.slice(end, to))) next.add(to);
		}
		if (next.has(rest.length)) return true;
		ends = next;
	}
	return false;
}

/** The base form before a suffix that begins with a vowel: Aşgabat, Aşgabadyň. Undefined where nothing changes. */
export function softened(base: string): string | undefined {
	const last = base[base.length - 1]!;
	const changed = softer[last];
	return changed && base.length > 3 ? base.slice(0, -1) + changed : undefined;
}

const softer: Readonly<Record<string, string>> = { t: 'd', p: 'b', k: 'g', q: 'g', к: 'г', п: 'б', т: 'д' };

/** Whether a chain begins with a vowel, as the one after a softened base does. */
export function beginsWithVowel(chain: string): boolean {
	return /^[aeiouyаеиоуыэюя]/.test(chain);
}
