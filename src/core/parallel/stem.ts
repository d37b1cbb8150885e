// Light stemming: forms of one word get one key. Keys are for comparison only, never shown; linear in the word's length.
import type { Language } from '../seed/model';

const russianVowel = /[аеиоуыэюя]/;

/** Endings of Russian inflection, after Porter's Snowball description, longest first within each group. */
const russian = {
	gerund: /(?:[ая](?:вшись|вши|в)|ившись|ывшись|ивши|ывши|ив|ыв)$/,
	reflexive: /с[яь]$/,
	adjective: /(?:ими|ыми|его|ого|ему|ому|ее|ие|ые|ое|ей|ий|ый|ой|ем|им|ым|ом|их|ых|ую|юю|ая|яя|ою|ею)$/,
	participle: /(?:ивш|ывш|ующ|([ая])(?:ем|нн|вш|ющ|щ))$/,
	verb: /(?:([ая])(?:ете|йте|ешь|нно|ла|на|ли|ем|ло|но|ет|ют|ны|ть|й|л|н)|ейте|уйте|ила|ыла|ена|ите|или|ыли|ило|ыло|ено|ует|уют|ены|ить|ыть|ишь|ей|уй|ил|ыл|им|ым|ен|ят|ит|ыт|ую|ю)$/,
	noun: /(?:иями|ями|ами|иях|иям|ием|ией|ев|ов|ие|ье|еи|ии|ей|ой|ий|ям|ем|ам|ом|ах|ях|ию|ью|ия|ья|а|е|и|й|о|у|ы|ь|ю|я)$/,
};

/** Without the longest ending that stands wholly after `from`; undefined where there is none. */
function cut(word: string, from: number, ending: RegExp): string | undefined {
	const found = ending.exec(word.slice(from));
	if (!found) return undefined;
	const kept = /^[ая](?:вшись|вши|в)$/.test(found[0]) ? 1 : (found.slice(1).find((letter) => letter)?.length ?? 0);
	return word.slice(0, from + found.index + kept);
}

/** `word` in lower case, ё as е. */
function stemRussian(word: string): string {
	const vowel = word.search(russianVowel);
	if (vowel < 0 || word.length < 4) return word;
	const from = Math.max(vowel + 1, 2);
	let stem = cut(word, from, russian.gerund);
	if (stem === undefined) {
		const plain = cut(word, from, russian.reflexive) ?? word;
		const adjective = cut(plain, from, russian.adjective);
		stem =
			adjective === undefined
				? (cut(plain, from, russian.verb) ?? cut(plain, from, russian.noun) ?? plain)
				: (cut(adjective, from, russian.participle) ?? adjective);
	}
	stem = cut(stem, from, /и$/) ?? stem;
	stem = cut(stem, from + 2, /ость?$/) ?? stem;
	stem = cut(stem, from, /ейше?$/) ?? stem;
	return stem
		.replace(/нн$/, 'н')
		.replace(/ь$/, '')
		.replace(/(?<=.{3})[ое]в$/, '');
}

const irregularEnglish = new Map(
	Object.entries({
		said: 'say',
		went: 'go',
		gone: 'go',
		held: 'hold',
		told: 'tell',
		took: 'take',
		taken: 'take',
		gave: 'give',
		given: 'give',
		met: 'meet',
		made: 'make',
		came: 'come',
		began: 'begin',
		begun: 'begin',
		became: 'become',
		grew: 'grow',
		grown: 'grow',
		rose: 'rise',
		risen: 'rise',
		fell: 'fall',
		fallen: 'fall',
		won: 'win',
		lost: 'lose',
		led: 'lead',
		sent: 'send',
		spent: 'spend',
		built: 'build',
		bought: 'buy',
		sold: 'sell',
		paid: 'pay',
		wrote: 'write',
		written: 'write',
		spoke: 'speak',
		spoken: 'speak',
		knew: 'know',
		known: 'know',
		thought: 'think',
		brought: 'bring',
		caught: 'catch',
		taught: 'teach',
		left: 'leave',
		kept: 'keep',
		felt: 'feel',
		found: 'find',
		shown: 'show',
		saw: 'see',
		seen: 'see',
		heard: 'hear',
		stood: 'stand',
		understood: 'understand',
		ran: 'run',
		chose: 'choose',
		chosen: 'choose',
		drew: 'draw',
		drawn: 'draw',
		fought: 'fight',
		flew: 'fly',
		broke: 'break',
		broken: 'break',
		stole: 'steal',
		stolen: 'steal',
		wore: 'wear',
		children: 'child',
		women: 'woman',
		men: 'man',
		people: 'person',
		lives: 'life',
		wives: 'wife',
		died: 'die',
		dying: 'die',
		dies: 'die',
		dead: 'die',
		death: 'die',
		largest: 'large',
		biggest: 'big',
		better: 'good',
		best: 'good',
		worse: 'bad',
		worst: 'bad',
		shot: 'shoot',
		sat: 'sit',
		slept: 'sleep',
		ate: 'eat',
		drove: 'drive',
		driven: 'drive',
		threw: 'throw',
		thrown: 'throw',
		feet: 'foot',
		teeth: 'tooth',
		countries: 'country',
		burnt: 'burn',
		sank: 'sink',
		sang: 'sing',
	}),
); // prettier-ignore

const englishSuffix =
	/(?:izations?|isations?|atively|atives?|ating|ated|fulness|ousness|iveness|ational|ations?|ators?|ments?|nesses|ness|ities|ity|ically|ical|ings?|edly|ed|ers?|ors?|ists?|isms?|ives?|ively|ance|ences?|ents?|ants?|ables?|ibles?|ably|ally|als?|ous|ions?|ies|ied|ily|ly|ize[ds]?|ise[ds]?|izing|ising|ates?|es|s|e|y|ic|ics|ful|ship)$/;

/** Word families as one key: cooperate, cooperation and cooperative agree. */
function stemEnglish(word: string): string {
	let stem = irregularEnglish.get(word) ?? word;
	for (let round = 0; round < 3 && stem.length > 4; round++) {
		const found = englishSuffix.exec(stem);
		if (!found || found.index < 3 || !/[aeiouy]/.test(stem.slice(0, found.index))) break;
		if (found[0] === 's' && stem.endsWith('ss')) break;
		stem = stem.slice(0, found.index);
	}
	return stem
		.replace(/(?<=.{3})e$/, '')
		.replace(/([bdfglmnprt])\1$/, '$1')
		.replace(/i$/, 'y');
}

/** Suffixes that Turkic languages and Tajik chain; both scripts. Cut from the end while at least four letters remain. */
const chained: Partial<Record<Language, RegExp>> = {
	az: /(?:l[aə]r|[dt][aə]n?|n[ıiuü]n|[ıiuü]n|y?[ıiuü]|s[ıiuü]|n[ıiuü]|[yn]?[aə]|[ıiuü]m[ıiuü]z|l[ıiuü]|m[ıiuü]ş|d[ıiuü]r?|l[aə]|[iıuü]b|[ıiuü]l|m[aə][qğ]|[yn]?[aə]n|[aə]c[aə][qğ]|d[ıiuü][qğ])$/,
	tr: /(?:l[ae]r|[dt][ae]n?|n[ıiuü]n|[ıiuü]n|y?[ıiuü]|s[ıiuü]|n[ıiuü]|[yn]?[ae]|[ıiuü]m[ıiuü]z|l[ıiuü]|m[ıiuü]ş|[dt][ıiuü]r?|y?l[ae]|[ıiuü]l|ki|m[ae]k|y?[ae]n|[ae]c[ae][kğ]|[ıiuü]yor|[dt][ıiuü][kğ])$/,
	tk: /(?:l[ae]r|[dn][ae]n?|n[yiuü]ň|[yiuü]ň|[yiuü]|s[yi]|n[yi]|[ae]|[yiuü]m[yi]z|l[yiuü]|d[yiuü]r?|l[ae]|[yiuü]p|[yiuü]l|m[ae]k|[ae]n|ýär|j[ae]k)$/,
	uz: /(?:lar|dan|da|ning|ni|ga|ka|qa|i|si|imiz|miz|ingiz|lik|li|dagi|gan|ish|di|moqda|lari|sh|ib|lash|il|moq|adi|ayotgan)$/,
	kk: /(?:[лдт][аеә]р|[дтн][ае]н?|[дтн][ыі]ң|[дтн][ыі]|[ғгқк][ае]|с[ыі]|[ыі]|[ыі]м[ыі]з|[лдт][ыі]|[ғгқк][ае]н|[мбп]ен|[ыі]п|у|[дт][ае]ғ[ыі]|дег[іы]|н[ае]|[ае]д[ыі])$/,
	ky: /(?:[лдт][аоеө]р|[дтн][аоеө]н?|[дтн][ыиуү]н|[дтн][ыиуү]|[гк][аоеө]|с[ыиуү]|[ыиуү]|[ыиуү]б[ыиуү]з|[лдт][ыиуү]|[гк][аоеө]н|менен|[ыиуү]п|уу|үү|[дт][аоеө]г[ыи]|н[аоеө])$/,
	tg: /(?:ҳоро|ҳои|ҳо|ро|он|гон|ӣ|и|аш|ашон|анд|ад|аст|ат)$/,
};

function stemChained(word: string, suffix: RegExp): string {
	let stem = word;
	for (let round = 0; round < 4 && stem.length > 4; round++) {
		const found = suffix.exec(stem);
		if (!found || found.index < 4) break;
		stem = stem.slice(0, found.index);
	}
	return stem;
}

/** Chains of endings, and nothing else. */
const chains = new Map(
	Object.entries(chained).map(([language, { source }]) => [language, new RegExp(`^(?:${source.slice(0, -1)})+$`)]),
);

/**
 * What is left of a stem of at most eight letters when endings are cut from short words too, the longest first: `kuni` may
 * be a form of `kun`, or a word of its own. Nothing where the language has no chains of endings.
 */
export function shorterStems(stem: string, language: Language): string[] {
	const chain = chains.get(language);
	const shorter: string[] = [];
	if (!chain || stem.length > 8) return shorter;
	for (let length = stem.length - 1; length >= 2; length--)
		if (chain.test(stem.slice(length))) shorter.push(stem.slice(0, length));
	return shorter;
}

/** The key of a word's forms. `word` is in lower case, in one script; a language without rules keeps the word. */
export function stem(word: string, language: Language): string {
	if (word.length > 40) return word.slice(0, 40);
	if (language === 'ru') return stemRussian(word);
	if (language === 'en') return stemEnglish(word);
	const suffix = chained[language];
	return suffix ? stemChained(word, suffix) : word;
}
