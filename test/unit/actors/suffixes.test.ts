// Names with suffix chains in texts of the Turkic languages and Tajik, of actors that the catalogue has in all of these
// languages, in Russian or in English only. Texts and names are invented.
import { assertMarked, matcherOf } from './marked';

const matcher = matcherOf(`
ozerov: { type: person, names: { ru: [Данил Озеров], en: [Danil Ozerov] } }
nurbekov: { type: person, names: { ru: [Тилек Нурбеков], en: [Tilek Nurbekov], ky: [Тилек Нурбеков], kk: [Тілек Нұрбеков] } }
qahhorov: { type: person, names: { uz: [Zafar Qahhorov, Зафар Қаҳҳоров], en: [Zafar Kakhkharov], ru: [Зафар Каххаров] } }
saidzoda: { type: person, names: { tg: [Рустам Саидзода], ru: [Рустам Саидзода], en: [Rustam Saidzoda] } }
gozel: { type: person, names: { tk: [Gözel Annaýewa], ru: [Гозель Аннаева], en: [Gozel Annayeva] } }
tasoglu: { type: person, names: { tr: [Kerem Taşoğlu], en: [Kerem Tasoglu] } }
murray: { type: person, names: { en: [Helen Murray] } }
lake: { type: organisation, names: { en: [Lake Research Centre, LRC], ru: [Озёрный исследовательский центр, ОИЦ] } }
port: { type: organisation, names: { en: [Caspian Port Authority] } }
bank: { type: organisation, names: { en: [Global Silk Bank], az: [Qlobal İpək Bankı] } }
day: { type: media, names: { en: [Lake.Az, Steppe News], az: [Lake.Az] } }
narin: { type: place, names: { en: [Narinkent], ru: [Наринкент], kk: [Наринкент] } }
akdere: { type: place, names: { en: [Akdara], ru: [Акдара], tr: [Akdere], az: [Ağdərə] } }
turan: { type: state, names: { en: [Turania], ru: [Турания], tg: [Турония], uz: [Turoniya, Турония], kk: [Тұрания], az: [Turaniya], tk: [Turaniýa], tr: [Turanya] } }
sco: { type: organisation, names: { en: [SKO], ru: [ШДС], kk: [ШДҰ], az: [ŞDT], uz: [SHDT, ШДТ], tr: [ŞDÖ], tk: [ŞDG], ky: [ШДУ] } }
`);

const texts: readonly (readonly [language: string, marked: string])[] = [
	[
		'Azerbaijani',
		'Bu barədə {Lake.Az-a|day} açıqlamasında {Danil Ozerov|ozerov} deyib. {Lake.Az-ın|day} məlumatına görə, {Lake Research Centre-in|lake} rəhbəri {Ozerovun|ozerov} sözləri {Turaniyadan|turan} gələn qonaqlara çatdırılıb.',
	],
	[
		'Azerbaijani',
		'{Ağdərədəki|akdere} görüşdə {Helen Murray-in|murray} çıxışı dinlənilib, {Caspian Port Authority-nin|port} nümayəndəsi {Qlobal İpək Bankının|bank} və {ŞDT-nin|sco} layihələrini təqdim edib.',
	],
	[
		'Azerbaijani',
		'{Murrayin|murray} fikrincə, {Lake Research Centrein|lake} hesabatı üzrə {Narinkentdə|narin} işlər davam edir. {Turaniyanın|turan} nümayəndələri {LRC-nin|lake} təklifini müzakirə ediblər.',
	],
	[
		'Turkish',
		'{Kerem Taşoğlu’nun|tasoglu} açıklamasına göre {Akdere’deki|akdere} toplantıya {Danil Ozerov’un|ozerov} yanı sıra {Helen Murray’in|murray} de katıldığı bildirildi. {Taşoğlu|tasoglu}, {Turanya’dan|turan} gelenlerle görüştü.',
	],
	[
		'Turkish',
		'{Lake Research Centre’ın|lake} raporu {ŞDÖ’nün|sco} sitesinde. {Caspian Port Authority’nin|port} müdürü {Murray’e|murray} teşekkür etti; {Global Silk Bank’ın|bank} şubesi {Narinkent’te|narin} açıldı.',
	],
	[
		'Uzbek',
		'{Zafar Qahhorovning|qahhorov} so‘zlariga ko‘ra, {Lake Research Centre’ning|lake} vakillari {Narinkentga|narin} keldi. {Qahhorovga|qahhorov} {Turoniyadagi|turan} o‘zgarishlar haqida {Danil Ozerovdan|ozerov} ma’lumot berildi.',
	],
	[
		'Uzbek',
		'{Caspian Port Authorityning|port} yig‘ilishida {SHDTning|sco} loyihalari ko‘rildi. {Steppe Newsga|day} bergan intervyusida {Ozerov|ozerov} {Akdaradan|akdere} qaytganini aytdi, {Global Silk Bankdan|bank} esa javob yo‘q.',
	],
	[
		'Uzbek in Cyrillic letters',
		'{Зафар Қаҳҳоровнинг|qahhorov} сўзларига кўра, {Туронияда|turan} {ШДТнинг|sco} йиғилиши ўтди. {Данил Озеровга|ozerov} {Наринкентдаги|narin} ҳолат тушунтирилди, {Қаҳҳоровдан|qahhorov} жавоб олинди.',
	],
	[
		'Kazakh',
		'{Тілек Нұрбековтің|nurbekov} айтуынша, {Тұраниядан|turan} келген қонақтар {Наринкентке|narin} барды. {Данил Озеровпен|ozerov} кездесуде {ШДҰ-ның|sco} жобалары талқыланды. {Нұрбековке|nurbekov} сұрақ қойылды.',
	],
	[
		'Kazakh',
		'{Озеровтың|ozerov} сөзінше, {Акдарадағы|akdere} жұмыстар аяқталды; {Lake Research Centre-дің|lake} есебін {Helen Murray-ге|murray} жіберді. {ОИЦ-тің|lake} басшысы өкініш білдірді.',
	],
	[
		'Kyrgyz',
		'{Тилек Нурбековдун|nurbekov} айтымында, {Данил Озеровго|ozerov} {Наринкенттеги|narin} абал түшүндүрүлдү. {Нурбековдон|nurbekov} кийин {Туранияга|turan} өкүлдөр жөнөдү, {ШДУнун|sco} жыйыны өттү.',
	],
	[
		'Kyrgyz',
		'{Озеровдун|ozerov} сөзүнө караганда, {Акдарада|akdere} көпүрө курулууда. {Зафар Каххаровдун|qahhorov} командасы {ОИЦтин|lake} өкүлү менен жолукту, {Lake Research Centreдин|lake} отчёту даяр.',
	],
	[
		'Tajik',
		'{Рустам Саидзодаро|saidzoda} дар {Турония|turan} пешвоз гирифтанд. Ба гуфтаи {Саидзода|saidzoda}, {Данил Озеров|ozerov} ва Зафари ҳамроҳаш ба {Наринкент|narin} рафтанд. {Озеровро|ozerov} дар {Туронияи|turan} имрӯза мешиносанд.',
	],
	[
		'Tajik',
		'{Тилек Нурбековро|nurbekov} ба {Lake Research Centre|lake} даъват карданд; сухани {Нурбековро|nurbekov} ҳама шуниданд ва мардумро низ ёд оварданд, шаҳре ҳаст.',
	],
	[
		'Turkmen',
		'{Gözel Annaýewanyň|gozel} sözlerine görä, {Turaniýadan|turan} gelen myhmanlar {Narinkentde|narin} duşuşdylar. {Danil Ozerowyň|ozerov} çykyşyny {Annaýewa|gozel} diňledi, {Ozerowa|ozerov} sorag berildi.',
	],
	[
		'Turkmen',
		'{Lake Research Centreiň|lake} hasabaty {ŞDG-niň|sco} saýtynda ýerleşdirildi. {Caspian Port Authoritynyň|port} ýolbaşçysy {Akdara|akdere} şäherinde {Helen Murraý|murray} bilen duşuşdy; {Steppe Newsyň|day} habary.',
	],
	[
		'an Azerbaijani heading in capitals',
		'{DANİL OZEROVUN|ozerov} SƏFƏRİ: {TURANİYADA|turan} GÖRÜŞ\n\nBu gün {Danil Ozerov|ozerov} {Turaniyaya|turan} gəlib, {Lake Research Centre-də|lake} çıxış edib.',
	],
	[
		'a Kazakh heading in capitals',
		'{ДАНИЛ ОЗЕРОВТЫҢ|ozerov} САПАРЫ ӨТТІ: {ТҰРАНИЯДА|turan} КЕЗДЕСУ\n\nБүгін {Данил Озеров|ozerov} келді, қонақтар қарсы алды.',
	],
	[
		'a Turkish heading in capitals',
		'{KEREM TAŞOĞLU’NUN|tasoglu} AÇIKLAMASI: {TURANYA’DA|turan} TOPLANTI\n\nBugün {Kerem Taşoğlu|tasoglu} geldi, görüşme yapıldı.',
	],
];

describe('names with suffixes', () => {
	texts.forEach(([language, marked], i) => {
		it(`are found in ${language} (${i + 1})`, () => assertMarked(matcher, marked));
	});
});

describe('names in Turkic and Tajik texts', () => {
	const more = matcherOf(`
ozerov: { type: person, names: { ru: [Данил Озеров], en: [Danil Ozerov] } }
raisi: { type: person, names: { tg: [Фирдавс Раисӣ], en: [Firdavs Raisi] } }
ozel: { type: person, names: { tr: [Kerem Özel] } }
jalil: { type: person, names: { en: [Jeyran Jalilov], ru: [Джейран Джалилов] } }
turan: { type: state, names: { en: [Turania], ru: [Турания], tg: [Турония], uz: [Turoniya], kk: [Тұрания], az: [Turaniya], tk: [Turaniýa], tr: [Turanya] } }
twin: { type: person, names: { az: [Qara-Mert Təməlov] } }
depe: { type: place, names: { tk: [Akgökdepe] } }
bank: { type: organisation, names: { az: [Turaniya Mərkəzi Bankı], ky: [Турания Борбордук банкы], tr: [Turanya Bilim Kurulu] } }
union: { type: organisation, names: { uz: [SHDB], tg: [СММ] } }
`);
	for (const [what, marked] of [
		[
			'after an office with a capital',
			'Dün Dışişleri Bakanı {Özel|ozel} konuştu, Cumhurbaşkanı {Özel’in|ozel} çağrısı. Bakan {Özel|ozel} sustu.',
		],
		[
			'after an office in Azerbaijani',
			'Görüşdə Prezident {Ozerov|ozerov} və Nazir {Ozerovun|ozerov} müavini iştirak edib.',
		],
		[
			'after somebody else’s whole name',
			'Danışıqda {Danil Ozerov|ozerov} {Özellə|ozel} görüşüb, {Kerem Özel|ozel} gəlib.',
		],
		[
			'with one half of a given name in another spelling',
			'Bu gün {Qaraa-Mert Təməlov|twin} gəldi, şəhərdə görüş oldu.',
		],
		['after a number', 'Bu yıl yüzde 60’ını {Özel|ozel} aldı, 2024 {Özel|ozel} için güçlü bir yıl oldu.'],
		[
			'in the line after a heading, once named',
			'{Kerem Özel’den|ozel} Sert Yanıt\n{Özel’in|ozel} sözleri üzerine toplantı yapıldı, görüşme sürdü.',
		],
		['after a small word that begins the sentence', 'Лекин {Озеров|ozerov} жавоб бермади, ўқувчилар кутди.'],
		[
			'not where a suffix makes another word of a surname',
			'Özellikle bugün {Kerem Özel|ozel} konuştu, Özellik yok, şimdi güzel.',
		],
		[
			'not where a surname is an office',
			'{Фирдавс Раисӣ|raisi} гуфт. Раиси Кумита ҷавоб надод, {Раисӣ|raisi} меравад.',
		],
		['of who comes from a state', 'Görüşdə {turaniyalı|turan} həmkarı və {Turaniyalılar|turan} iştirak edib.'],
		[
			'of who comes from a state, in Kazakh',
			'Бүгін {тұраниялық|turan} қонақтар мен {Тұраниялықтарға|turan} сөз берілді.',
		],
		['of what belongs to a state, in Tajik', 'Имрӯз меҳмонони {туронияӣ|turan} ҳозиранд, туронӣ нест.'],
		['with a genitive within', '{Turaniyanın Mərkəzi Bankının|bank} rəhbəri gəlib, şöbə açılıb.'],
		['with a genitive within, in Kyrgyz', '{Тураниянын Борбордук банкынын|bank} төрагасы өкүл менен келди.'],
		[
			'with -nca after the name of an institution',
			'{Turanya Bilim Kurulunca|bank} yapılan açıklamaya göre değişiklik olmadı.',
		],
		['with ä for e', 'Şu gün {Akgökdepä|depe} baryp, {Akgökdepäniň|depe} ýaşaýjylary bilen duşuşdy.'],
		['with c for j', 'Bu gün {Ceyran Cəlilov|jalil} çıxış edib, {Cəlilovun|jalil} sözləri dinlənilib.'],
		['with letters of one sound in small', '{ShDB|union} yig‘ilishi va {SHDBning|union} so‘rovi, o‘zgarish yo‘q.'],
		['with plain apostrophes alone', "{Turoniyaning|turan} o'zgarishi va {SHDBdagi|union} ko'rik bo'ldi."],
		['but not acronyms of theirs in Russian', 'На доклад СММ ссылается {Данил Озеров|ozerov}.'],
	] as const) {
		it(`are found ${what}`, () => assertMarked(more, marked.replace(/\{([^|}]*)\|x\}/g, '$1')));
	}
});
