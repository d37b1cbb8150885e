// Russian adjectives from names of states and places: Казахстан, казахстанский. Most follow from the name's last
// letters; the others are listed. A wrong guess among several (сирский) is no word and meets none.
import type { Actor } from './model';
import { fold } from './tokens';

/** Adjectives that no rule makes, each after its name in folded spelling. The rules' guesses are added to them. */
const irregularAdjectives = `россия российский|рф российский|сша американский|америка американский|великобритания британский
англия английский|германия немецкий|франция французский|италия итальянский|турция турецкий|греция греческий
кнр китайский|белоруссия белорусский|беларусь белорусский|польша польский|венгрия венгерский|грузия грузинский
армения армянский|казахстан казахский|узбекистан узбекский|кыргызстан кыргызский|таджикистан таджикский
туркменистан туркменский|афганистан афганский|швеция шведский|дания датский|финляндия финский|литва литовский
молдова молдавский|нидерланды голландский|марокко марокканский|перу перуанский|конго конголезский
мексика мексиканский|африка африканский|европа европейский|азия азиатский|мальта мальтийский|египет египетский
таиланд тайский|венесуэла венесуэльский|ссср советский|чечня чеченский|башкортостан башкирский|осетия осетинский
татарстан татарский|тверь тверской|уфа уфимский|токио токийский|чили чилийский|мали малийский|осло ословский
неаполь неаполитанский|саудовская аравия саудовский|нижний новгород нижегородский|кндр северокорейский
южная осетия югоосетинский|латинская америка латиноамериканский|санкт-петербург петербургский|подмосковье подмосковный
монголия монгольский|эфиопия эфиопский|сербия сербский|тунис тунисский|оаэ эмиратский|московская область подмосковный
советский союз советский|палестина палестинский|ватикан ватиканский|аляска аляскинский|гаити гаитянский
коми коми|якутия якутский|бурятия бурятский|ингушетия ингушский|кабардино-балкария кабардино-балкарский
сан-франциско сан-францисский|лос-анджелес лос-анджелесский|иудея иудейский|афины афинский|дели делийский
босния и герцеговина боснийский|босния боснийский|северная македония македонский|кавказ кавказский|крым крымский
балканы балканский|арктика арктический|антарктика антарктический|сибирь сибирский|урал уральский
прибалтика прибалтийский|ближний восток ближневосточный|дальний восток дальневосточный|черное море черноморский
скандинавия скандинавский|донбасс донбасский|москва московский|киев киевский|каспийское море каспийский
новая зеландия новозеландский|шри-ланка ланкийский|черногория черногорский|гонконг гонконгский`;

const irregular = new Map<string, string>();
for (const line of irregularAdjectives.split(/[|\n]/)) {
	const cut = line.lastIndexOf(' ');
	irregular.set(line.slice(0, cut), line.slice(cut + 1));
}

/** By the name's end: how it begins to be an adjective. Every rule that fits gives a guess. */
const rules: readonly (readonly [end: RegExp, adjective: string])[] = [
	[/ск$/, 'ский'],
	[/цк$/, 'цкий'],
	[/([^аеиоуыэюяьй])$/, '$1ский'],
	[/л$/, 'льский'],
	[/([^л])ь$/, '$1ский'],
	[/ль$/, 'льский'],
	[/й$/, 'йский'],
	[/([еа])я$/, '$1йский'],
	[/([^аеиоуыэюя])ия$/, '$1ский'],
	[/ия$/, 'ийский'],
	[/лия$/, 'льский'],
	[/гия$/, 'жский'],
	[/кия$/, 'цкий'],
	[/хия$/, 'шский'],
	[/([^аеиоуыэюя])ва$/, '$1овский'],
	[/га$/, 'жский'],
	[/ла$/, 'льский'],
	[/([^аеиоуыэюя])[аоыи]$/, '$1ский'],
	[/([^аеиоуыэюя])[аеиоуы]$/, '$1инский'],
];

function fromNoun(noun: string): string[] {
	const made = irregular.has(noun) ? [irregular.get(noun)!] : [];
	if (noun.length < 4) return made;
	for (const [end, adjective] of rules) {
		if (end.test(noun)) made.push(noun.replace(end, adjective).replace('ссск', 'сск'));
	}
	return made;
}

/** Южная Корея, южнокорейский. `ruled`: whether the rules may be asked about the noun, or the list alone. */
function fromPhrase(phrase: string, ruled: boolean): string[] {
	const [, stem, ending, noun] = /^(\S+?)(ый|ий|ая|яя|ое|ее|ые) (\S+)$/.exec(phrase) ?? [];
	if (!stem || !noun) return [];
	const link = ending === 'яя' || ending === 'ее' ? 'е' : 'о';
	const listed = irregular.get(noun);
	const adjectives = listed ? [listed] : ruled ? fromNoun(noun) : [];
	return adjectives.map((adjective) => `${stem}${link}${adjective}`);
}

/**
 * The adjectives of Russian names, base form: of states and places, and of what is listed here whatever its type.
 * `others` are further names of the actor. Persons have none.
 */
export function derivedAdjectives({ type, names }: Actor, others: readonly string[]): string[] {
	if (type === 'person') return [];
	const ruled = type === 'state' || type === 'place';
	const made = [...(names.ru ?? []), ...others].flatMap((name) => {
		if (!/[а-яё]/i.test(name)) return [];
		const folded = name
			.split(' ')
			.map((word) => word.split('-').map(fold).join('-'))
			.join(' ');
		const listed = irregular.has(folded) ? [irregular.get(folded)!] : [];
		if (folded.includes(' ')) return listed.length ? listed : fromPhrase(folded, ruled);
		return ruled ? fromNoun(folded) : listed;
	});
	return [...new Set(made)];
}
