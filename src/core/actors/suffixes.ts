// Suffix chains of the Turkic languages and Tajik: whether what follows a name's base form is up to three of them.
// Closed lists, in folded spelling (`fold` makes ı i, ə e, ў у …), so each stands for its vowel-harmony kin.

/** Case, plural, possessive and derivation, Azerbaijani, Turkish, Turkmen, Uzbek in Latin letters. */
const latin =
	'lar ler nin nun nyn in un yn ning a e ya ye na ne ga ka qa i u y ni nu ny yi yu si su sy im um ym imiz umuz imizin ' +
	'da de ta te nda nde inda inde ynda unda dan den tan ten ndan nden indan inden yndan undan la le yla yle ' +
	'li lu ly lik luk lyk ki daki deki taki teki ndaki ndeki dagi tagi daky gi niki cha gacha kacha dek day ca ce ' +
	'dir dur dyr tir tur mi mu sa ydi edi dik ina ine una yna ini unu yny larin lerin ndaky ndaki ndeki nky nki nca nce';

/** Kazakh, Kyrgyz, Uzbek and Tajik in Cyrillic letters. */
const cyrillic =
	'лар лер лор дар дер дор тар тер тор ларынын нын нин нун дын дин дун тын тин тун нинг ' +
	'га ге го ка ке ко на не но а е ны ни ну ды ди ду ты ти ту н да де до та те то нда нде ' +
	'дан ден дон тан тен тон нан нен нон ндан нден мен бен пен менен ы и у сы си су им ым ' +
	'лык лик лук дык дик дук тык тик тук лы ли лу дагы деги догу тагы теги ндагы ндеги даги нки дики тики ныки ники ' +
	'гача гече гочо ча че чо ша ше нча дай дой дек дуку тогу ндогу ро хо он гон ён ам ям ат аш амон ву ю анд аст ист ия';

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

/** Whether a chain begins with a suffix that makes another word: of who comes from a place, of its language. */
export function makesWord(chain: string): boolean {
	return /^(?:l[iuy]|[лдт][иыу](?!н)|[лдт]ык|[лдт][иу]к|ча$|ge$|ги$|i$|ия$)/.test(chain);
}

/** Whether a chain begins with a suffix for who or what comes from a place: türkiyəli, қазақстандық. */
export function derives(chain: string): boolean {
	return /^(?:l[iuy]|[лдт][иыу]к(?!и)|л[иыу]$)/.test(chain);
}

/** Whether a chain is a genitive alone, as words within the names of institutions have. */
export function isGenitive(chain: string): boolean {
	return /^(?:n?[iuy]n|n[iuy]ng|[ндт][иыу]н|нинг)$/.test(chain);
}

const letters = new Uint8Array(0x600);
for (const c of 'әғқңөұүһіўҳҷӣӯҗҹҝəğışöüçýňžäʻ') {
	letters[c.charCodeAt(0)] = 1;
	const upper = c.toUpperCase().charCodeAt(0);
	if (upper > 0x7f) letters[upper] = 1;
}

/** As much of a text as tells its language. */
const sample = 6000;
/** One letter in so many is one that neither Russian nor English has; in texts of our languages every 15th to 70th is. */
const rarest = 180;

/** Whether a text is in one of these languages: by its letters, and since it is no English that quotes some names. */
export function takesSuffixes(text: string): boolean {
	const length = Math.min(text.length, sample);
	let found = 0;
	for (let at = 0; at < length; at++) {
		const code = text.charCodeAt(at);
		if (code < 0x600) found += letters[code]!;
		if ((code === 0x27 || code === 0x2018 || code === 0x2019) && /[og]/i.test(text[at - 1] ?? '')) found++;
	}
	return found * rarest > length && (text.slice(0, length).match(/\b(?:the|of|and)\b/g)?.length ?? 0) * 150 < length;
}
