// Language: which of the nine a text is in, by its letters and its commonest words.
import type { Language } from './model';

/** The language of a text, or 'unknown' where it is none of the nine or too short to tell. */
export function detectLanguage(text: string): Language {
	const count = (letters: RegExp) => text.match(letters)?.length ?? 0;
	const cyrillic = count(/[Ѐ-ӿ]/g);
	const latin = count(/[a-zà-žƏəʻ]/gi);
	if (cyrillic + latin < 3) return 'unknown';
	if (cyrillic > latin) {
		if (count(/[ұһә]/gi)) return 'kk';
		if (count(/[ҷӣӯ]/gi)) return 'tg';
		if (count(/[ў]/gi)) return 'uz';
		if (count(/[өү]/gi)) return 'ky';
		return 'ru';
	}
	if (count(/[ə]/gi)) return 'az';
	if (count(/[oOgG][ʻ‘ʼ'`]/g)) return 'uz';
	if (count(/[ňýžä]/gi)) return 'tk';
	if (count(/[ğışçö]/g)) return 'tr';
	return 'en';
}
