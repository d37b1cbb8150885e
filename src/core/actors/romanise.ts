// Latin spellings of Cyrillic names, as English texts of the region write them: for ids.

const letters: Readonly<Record<string, string>> = {
	...Object.fromEntries(
		(
			'а-a б-b в-v г-g д-d е-e ё-yo ж-zh з-z и-i й-y к-k л-l м-m н-n о-o п-p р-r с-s т-t у-u ф-f х-kh ц-ts ч-ch ш-sh ' +
			'щ-shch ы-y э-e ю-yu я-ya ә-a ғ-gh қ-q ң-ng ө-o ұ-u ү-u һ-h і-i ў-o ҳ-h ҷ-j ӣ-i ӯ-u җ-j ҹ-j ҝ-g ї-yi є-ye ґ-g ' +
			'ə-a ı-i ł-l ø-o ð-d þ-th ß-ss æ-ae œ-oe'
		)
			.split(' ')
			.map((pair) => pair.split('-') as [string, string]),
	),
	ъ: '',
	ь: '',
};

/** A name in small Latin letters, digits and single hyphens; empty where it has no letter known here. */
export function slug(name: string): string {
	return romanise(name.toLowerCase())
		.replace(/['’ʼʻ‘`]/g, '')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '');
}

/** Small letters in, Latin letters without marks out. */
export function romanise(text: string): string {
	const words = text
		.normalize('NFC')
		.replace(/(^|[\s-]|[аеёиоуыэюяьъ])е/g, '$1ye')
		.replace(/[иы]й(?!\p{L})/gu, 'y');
	return words.replace(/\P{ASCII}/gu, (c) => letters[c] ?? c.normalize('NFD').replace(/\P{ASCII}/gu, ''));
}
