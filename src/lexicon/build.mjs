// Makes the word lists that ship, dist/lexicon/<language>.txt: ours beside this file, and what CLDR names in each language.
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';

const here = import.meta.dirname;
const require = createRequire(import.meta.url);
/** The columns of seven.txt, after English. */
const seven = ['az', 'uz', 'kk', 'ky', 'tg', 'tk', 'tr'];

/** Translations by word. */
function add(list, word, english) {
	const known = list.get(word);
	if (!known) list.set(word, new Set(english));
	else for (const one of english) known.add(one);
}

const contentLines = (text) => text.split('\n').filter((line) => line && !line.startsWith('#'));

/** `form form=english,english`, separated by semicolons and lines. */
function readRussian(text, list) {
	for (const entry of contentLines(text).flatMap((line) => line.split(';'))) {
		const [forms, english] = entry.trim().split('=');
		if (english) for (const form of forms.split(' ')) add(list, form, english.split(','));
	}
}

/** One line a meaning, one column a language; of a phrase joined by hyphens, the words of four letters and more stand for it. */
function readSeven(text, lists) {
	for (const line of contentLines(text)) {
		const [english, ...columns] = line.split('|');
		columns.forEach((forms, at) => {
			for (const form of forms.split(' '))
				for (const word of form.includes('-') ? form.split('-').filter((part) => part.length > 3) : [form])
					add(lists.get(seven[at]), word, english.toLowerCase().split(','));
		});
	}
}

const wordsOf = (name) => name.toLowerCase().match(/[\p{L}\p{M}'’ʻʼ‘]{2,}/gu) ?? [];
const small = new Set(['of', 'and', 'the', 'in', 'with', 'for', 'to', 'on']);

/** Names of countries and languages: a word for a word where both names have as many. */
function readNames(own, english, list) {
	for (const [code, name] of Object.entries(own)) {
		const [mine, theirs] = [wordsOf(name), wordsOf(english[code] ?? '').filter((word) => !small.has(word))];
		if (mine.length === 1 && theirs.length && theirs.length < 3) add(list, mine[0], theirs);
		else if (mine.length === theirs.length) mine.forEach((word, at) => void add(list, word, [theirs[at]]));
	}
}

/** Words that describe the same emoji more often than not (Dice of 0.5 or more, at least twice), or name it alone. */
function readAnnotations(own, english, list) {
	const [mine, theirs, both] = [new Map(), new Map(), new Map()];
	const count = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);
	for (const [emoji, { default: keywords = [], tts }] of Object.entries(own)) {
		if (!english[emoji]) continue;
		const a = new Set([...keywords, ...(tts ?? [])].flatMap(wordsOf));
		const b = new Set([...(english[emoji].default ?? []), ...(english[emoji].tts ?? [])].flatMap(wordsOf));
		const [one, other] = [wordsOf(tts?.[0] ?? ''), wordsOf(english[emoji].tts?.[0] ?? '')];
		if (one.length === 1 && other.length === 1) add(list, one[0], other);
		for (const word of a) count(mine, word);
		for (const word of b) count(theirs, word);
		for (const x of a) for (const y of b) if (!small.has(y)) count(both, `${x} ${y}`);
	}
	for (const [pair, times] of both) {
		const [x, y] = pair.split(' ');
		if (times > 1 && (2 * times) / (mine.get(x) + theirs.get(y)) >= 0.5) add(list, x, [y]);
	}
}

const names = (language, kind) =>
	require(`cldr-localenames-full/main/${language}/${kind}.json`).main[language].localeDisplayNames[kind];
const annotations = (language) =>
	require(`cldr-annotations-full/annotations/${language}/annotations.json`).annotations.annotations;

function readCldr(language, list) {
	for (const kind of ['territories', 'languages']) readNames(names(language, kind), names('en', kind), list);
	readAnnotations(annotations(language), annotations('en'), list);
}

/** The core's own stemming, so that the lists hold the keys that it looks up. */
async function readStemmer() {
	const bundle = await build({
		stdin: {
			contents: "export * from './stem'; export * from './tokens';",
			resolveDir: path.join(here, '../core/parallel'),
		},
		bundle: true,
		format: 'esm',
		write: false,
	});
	const code = Buffer.from(bundle.outputFiles[0].contents).toString('base64');
	const { stem, shorterStems, foldWord } = await import(`data:text/javascript;base64,${code}`);
	return {
		stem: (word, language) => stem(foldWord(word, language), language),
		shorter: (word, language) => shorterStems(stem(foldWord(word, language), language), language),
	};
}

/** Forms of a Russian word whose endings a stemmer may take for others': `визита` is not cut as `визит` is. */
function russianForms(word) {
	if (word.length < 4 || /(?:[ыио]й|[ая]я|[ое]е)$/.test(word)) return [];
	if (/(?:ть|ти|чь|с[ья])$/.test(word)) return /ть$/.test(word) ? [word.replace(/ть$/, 'ли')] : [];
	const base = word.replace(/[аеоыьияй]$/, '');
	const plural = word.endsWith('ка') ? [base.replace(/(?<![аеиоуыэюяьй])к$/, 'ок'), base.replace(/[ьй]?к$/, 'ек')] : [];
	return [base, `${base}а`, `${base}у`, `${base}ами`, ...plural];
}

/** Adds the stems of words' other forms where no word of the list has them. */
function addForms(byStem, list, stem, others) {
	const known = new Set(byStem.keys());
	for (const word of list.keys())
		for (const key of others(word))
			if (key.length > 2 && !known.has(key)) add(byStem, key, byStem.get(stem(word)) ?? []);
}

/** `stem=concept concept`, a line each, in the order of UTF-16 units. */
function write(language, list, { stem, shorter }) {
	const byStem = new Map();
	for (const [word, english] of list) {
		const concepts = [...english]
			.flatMap((one) => one.split(/[ -]/))
			.filter((one) => one.length > 1 && !small.has(one));
		const key = stem(word, language);
		if (key && !/[=@\s]/.test(key))
			add(
				byStem,
				key,
				concepts.map((one) => stem(one, 'en')),
			);
	}
	const others = language === 'ru' ? (word) => russianForms(word).map((form) => stem(form, 'ru')) : shorter;
	addForms(
		byStem,
		list,
		(word) => stem(word, language),
		(word) => others(word, language),
	);
	const ordered = [...byStem].sort(([a], [b]) => (a < b ? -1 : 1));
	return `@${language}\n${ordered.map(([key, concepts]) => `${key}=${[...concepts].join(' ')}`).join('\n')}\n`;
}

/** Writes the lists and the notice that goes with CLDR's names. */
export async function buildLexicon(out) {
	const lists = new Map(['ru', ...seven].map((language) => [language, new Map()]));
	readRussian(await readFile(path.join(here, 'ru.txt'), 'utf8'), lists.get('ru'));
	readSeven(await readFile(path.join(here, 'seven.txt'), 'utf8'), lists);
	await mkdir(out, { recursive: true });
	const stemmer = await readStemmer();
	for (const [language, list] of lists) {
		readCldr(language, list);
		await writeFile(path.join(out, `${language}.txt`), write(language, list, stemmer));
	}
	await cp(path.join(here, 'NOTICE'), path.join(out, 'NOTICE'));
}

if (process.argv[1] === import.meta.filename) await buildLexicon(path.join(here, '../../dist/lexicon'));
