// Language profiles: each language's special letters, commonest words and endings, gathered by hand.
// Neighbours that would be mistaken for one of the nine have one too, shorter, and stand for 'unknown'.
import type { Language } from './model';

export interface Profile {
	readonly language: Language;
	/** The letters of its alphabet that not every alphabet of its script has; Uzbek `oʻ` and `gʻ` as ȯ and ġ. */
	readonly letters: string;
	/** Of these, ones that hardly a sentence typed with the language's own letters goes without; empty where none is so common. */
	readonly marks: string;
	/** Its commonest short words, spaces between them; Latin ones without diacritics. */
	readonly words: string;
	/** Endings that its words are full of, of two to five letters, without diacritics where Latin. */
	readonly endings: string;
}

const profile = (language: Language, letters: string, marks: string, words: string, endings: string): Profile => ({
	language,
	letters,
	marks,
	words,
	endings,
});

const foreign = (letters: string, words: string) => profile('unknown', letters, '', words, '');

export const cyrillic: readonly Profile[] = [
	profile(
		'ru',
		'ыэщё',
		'',
		'и в не на что с он как это по но из у к за от его для же также был была были было при так о об до или если чтобы году года только уже она они мы я вы бы ее её их который которые которая между после со под во этом этого более может все всё еще ещё мне меня нас вас себя свой где когда там тут нет да ли ни без через над перед этот эта эти тот та те кто сам раз два три один очень можно нужно будет быть есть',
		'ого его ому ему ться тся ния ние нию нии ами ями ные ный ной ных ным ную ная ное ает яет ает ила ала или али ует ить ать еть ей ой ий ый ая яя ое ее ые ие ых их ым им ую юю ов ев ах ях ам ям ом ем ость ости сти ство ства ский ской ские ских кий кая кие ции ция цию ек ка ки ку ли ла ло ет ит ят ут ют ат шь сь',
	),
	profile(
		'kk',
		'әғқңөұүһіыэ',
		'әғқұі',
		'мен пен бен және бұл үшін бір да де та те осы деп бойынша сондай ол олар болып болды болған туралы кейін өз ең қазақстан жылы бар еді деді арқылы екі тағы оның біз дейін ғана емес бола керек сол мұнда жыл ал бірақ егер неше көп жаңа барлық адам қазір бүгін дейді отыр жатыр тұр етті етіп еткен',
		'ның нің дың дің тың тің лық лік дық дік ған ген қан кен дар дер лар лер тар тер ады еді ды ді ты ті ын ін ына іне ында інде ынан інен мен пен бен дағы дегі тағы сы сі ғы гі қа ке ға ге да де та те дан ден тан тен нан нен ып іп мын мін сын сін лы лі',
	),
	profile(
		'ky',
		'ңөүыэ',
		'',
		'жана бул менен үчүн бир да деп боюнча ал эле ошондой болгон болуп болду тууралуу кийин өз эң кыргызстан жылы бар деди аркылуу эки дагы анын биз чейин гана эмес керек ошол мурда жыл эми алар бирок көп экен жок кыргыз азыр бүгүн ар кандай кетти берди айтты билдирди өлкө эл адам',
		'нын нин дын дин тын тин нун нүн дун дүн тун түн лык лик лук лүк ган ген кан кен гон гөн кон көн дар дер лар лер тар тер лор лөр дор дөр тор төр ды ди ду дү ты ти ту тү ып ип уп үп да де до дө та те то тө га ге го гө ка ке ко кө дан ден дон дөн тан тен нан нен нон нөн уу үү оо өө сы си су сү лы луу ында инде унда үндө ына ине',
	),
	profile(
		'tg',
		'ғқҳҷӣӯъэ',
		'ғқҳҷӣӯ',
		'ва дар ба аз ки ин бо барои он аст то низ ҳам бар як ё худ шуд шуда буд буданд мешавад мекунад онҳо вай мо дигар бояд агар аммо байни соли пас кард карда карданд мегӯяд гуфт дод дошт дорад хоҳад ҳар ҳама чанд ду ман шумо чӣ кӣ вале ҳоло имрӯз рӯз сол',
		'ҳои ҳоро ҳо аст ият ори они они анд инд нд ии уми юми ро ати оти ари ори ани они или ули оят аҳо ед ем ам аш ам дан тан да та гон он',
	),
	profile(
		'uz',
		'ўқғҳэъ',
		'ўқғҳ',
		'ва билан учун бу ҳам бир да деб бўйича ўз бўлган эди бўлди ҳақида кейин энг керак бор деди орқали икки яна унинг биз қадар фақат эмас шу мазкур йил ушбу мумкин эса каби томонидан улар у шунингдек лекин аммо ёки агар сўнг барча ҳар мен сиз қилди қилиш этди этилди этиш бўлиб бўлиши қилган',
		'нинг лар лари ларни лари ган қан кан лик миз ди да дан га ка қа ни иш уш ига ида идан ини инг нг си лган ётган моқда адилар ади иб ашди ган чи дек гина',
	),
	foreign(
		'іїєґ',
		'і й та що не на у в до від за як це про для його але або є він вона вони був була було були після під час також який яка які року з ми ви',
	),
	foreign('ўіэы', 'і ў не на што з да як гэта па але для яго яна яны быў была былі ад таксама які якія года у за'),
	foreign(
		'ъщ',
		'и на да се от за не е са с по във в като че този тази това при до бъде които който няма съм си му след към както той тя има право всеки човек или всички тези нито чрез своите неговата',
	),
	foreign('јљњћђџ', 'и у је да се на за од не са су као или који која што до те ова ће по при из није био'),
	foreign('јќѓѕљњџ', 'и на да се од за не е со во ги го како или кој која што ова тоа при по до биде'),
	foreign('өүэы', 'нь юм байна энэ ба болон тэр гэж бол ч байсан дээр хүн эрх хүний бүх улсын тухай буюу ёсоор'),
	foreign('әөүҗңһыэ', 'һәм белән өчен бу дә да булган кеше хокук бер үз һәр аның барлык яки буенча хокуклы'),
	foreign('әөүңһҙҫҡғыэ', 'һәм менән өсөн был булған кеше хоҡуҡ бер үҙ һәр уның бөтә йәки буйынса'),
	foreign(
		'ўқғҳәңыэ',
		'ҳәм менен ушын бул болып бир деп бойынша өз болған ҳаққында кейин болды арқалы усы ҳәр тийкарында',
	),
	foreign('ӑӗҫӳыэ', 'тата пур ҫын хӑй пулма ӗҫ ҫинчен та тӗ вӑл'),
	foreign('ӕъ', 'ӕмӕ йӕ у бар адӕймаг куы нӕ сӕ'),
	foreign('ӏъыэ', 'а я иза ду мацӀ дуй хӀора адам бакъо'),
];

export const latin: readonly Profile[] = [
	profile(
		'en',
		'qxw',
		'',
		'the of and to in is that for it on with as was by at from be are has have his he they this said will which not an or its their been would who after more than also but were about had we you i she her him if what when there out up so no my your do can could one all some into over new first two year years people how just like know because very our me them then only other where most says',
		'ing tion ions ed ly ght ment ous ness able ible ful less ity ies ated ers er est ght ck th nds ts es ss ow ell all ould ance ence',
	),
	profile(
		'az',
		'əğışçöüqx',
		'ə',
		've bu ki bir ile ucun da de olan edib olub olaraq bildirib deyib sonra her oz daha en gore ise qeyd onun kimi hem var deyil amma lakin olacaq edir bunun hemin il ilde azerbaycan prezidenti bas olke olunub xeber verir haqqinda ve ya heyata kecirilen men biz siz onlar indi cox yeni teref arasinda qarsi bele yalniz ilk iki uzre hec hemcinin etmek etdi oldu dedi edilib verib elave mesele muddet zaman insan idi artiq yaxsi',
		'dir dur ib ub lar ler nin sinin larin lerin mis mus inde inda lari leri dan den acaq ecek iyyet arin erin ini ina ine sini sina sine larla lerle liq lik maq mek mesi masi an en araq erek sa se di du digi duyu ur ir ar er',
	),
	profile(
		'tr',
		'ğışçöü',
		'ğışü',
		've bu bir icin ile da de olarak daha cok en gibi ancak kadar sonra olan oldugunu dedi ise her ne var degil ya o onun ama gore ifade etti edildi turkiye yeni bin yuzde ki mi ben biz siz onlar simdi iki ilk tum hem diye olduğu oldu ettigi tarafindan karsi kendi arasinda icinde olmak yapilan yer aldi bulunan belirtti veya hic boyle cunku zaman gun yil sey buyuk',
		'yor lar ler lari leri nda nde inda inde inin mak mek digi dugu tigi di du ti tu dan den masi mesi acak ecek mis mus lik luk ci cu in un im um ini unu ina una si su sini sinin yla yle ken sa se an en arak erek ilir ilen ilan iyor uyor maya meye larin lerin tan ten yi yu rdu rdi li lu nu na ne ti ca ce',
	),
	profile(
		'tk',
		'ýňžäşçöüw',
		'ýňäž',
		'we bu bir bilen ucin hem su bolup boldy baradaky barada yyl yylyn yurt halkara dowlet oz has in boyunca diyip diydi aytdy eden edildi turkmenistanyn turkmenistan onun ol olar edip bolan seyle ya dal bar son kop her nace men biz siz sonra ozara yone eger emma hic tarapyndan berdi etdi bolsa bolmagy iki ilkinji tarap dine gerek yaly cenli hakynda ozuni biri adam',
		'yn in nyn nin lary leri lar ler dan den yar jak jek dyr dir yndan inden ynda inde lyk lik luk mak mek ylan ilen dy di ny ni na ne yna ine aryn erin laryn lerin sy si sini syny yp ip up an en maga mage magy megi myz miz mis syz pdyr pdir dyk ary asy yr owa ow',
	),
	profile(
		'uz',
		'ȯġqx',
		'',
		'va bilan uchun bu ham bir da deb edi boldi haqida keyin eng kerak bor dedi orqali ikki yana uning biz qadar faqat emas shu mazkur yil ushbu mumkin esa kabi tomonidan ular u shuningdek boyicha bolgan oz qilish qildi etildi lekin ammo yoki agar song barcha har men siz bolib qilgan etish bolishi qilib edilar hech juda katta yangi',
		'ning lar larni lari gan lik miz di da dan ga ka qa ni ish sh iga ida idan ini moqda yapti adi ilgan ydi ib asi larga larda larning lgan ang chi gina dek masi moq',
	),
	foreign(
		'qxwßäöü',
		'der die das und in den von zu mit ist des auf fur im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie haben oder jeder recht',
	),
	foreign(
		'qxwéèàçêâîôûëïœ',
		'le la les de des et en un une du que qui dans pour sur par plus pas au est avec il ce sont ou cette ses aux etre toute personne droit',
	),
	foreign(
		'qxwñáíóúé',
		'el la los las de y en que un una por con para del se es no al su lo como mas o pero sus este tiene toda persona derecho',
	),
	foreign(
		'qxwàèéìòù',
		'il la le di e che in un una per con del non della si i dei da al sono come piu anche ogni individuo diritto ha',
	),
	foreign(
		'qxwãõçáéêóâ',
		'o a os as de e que do da em um uma para com nao por no na se dos mais ao como pelo toda pessoa direito tem',
	),
	foreign(
		'qxwĳë',
		'de het een en van in op te dat is voor met zijn niet aan er door om ook als bij tot uit heeft naar ieder recht',
	),
	foreign('qxwąęłńśźżćó', 'i w na z do nie sie ze o jest to po jak przez za od dla ma oraz lub a kazdy czlowiek prawo'),
	foreign(
		'qxwěřůčšžýáíéďťň',
		'a v na se je ze s z do o k i pro za ve by ale jako nebo kazdy ma pravo jeho sa by ktory',
	),
	foreign(
		'qxwăâîșțşţ',
		'si de in la a cu pe ca nu din o care pentru un este mai sau sunt prin orice persoana are dreptul',
	),
	foreign(
		'qxwåäöæø',
		'och att det i en som ar av for pa med till den har de inte om ett og er til at ikke ei han var enhver alla',
	),
	foreign(
		'qxwäöõ',
		'ja on ei et ka kui see oma voi ning mis ole etta se han oli mutta myos jokaisella tai seka on ovat tulee jota joka hanen muiden ilman kaikki vapauteen oikeus',
	),
	foreign('qxwőűáéíóöúü', 'a az es hogy nem is egy van de meg vagy ez minden joga ki mely kell'),
	foreign(
		'qxwčšžđć',
		'i u je da se na za od su ne s kao koji ili ima pravo svako svaka in na za je da ki vsakdo pravico',
	),
	foreign('qxwāēīūļņķģčšž', 'un ir ar no par uz ka to tiek vai katram'),
	foreign('qxwąčęėįšųūž', 'teise kiekvienas ir i su kad yra tai is arba'),
	foreign('qxwëç', 'dhe te ne e i per qe me nje nga eshte ka gjithkush drejte se si'),
	foreign('qxwêîûşç', 'u ku di de bi ji ya ye her kes maf li ew dan'),
	foreign('qxw', 'dan yang di untuk dengan adalah ini itu dari pada tidak setiap orang'),
	foreign('qxw', 'na ya wa kwa ni katika za la kila mtu ana haki'),
	foreign('qxw', 'si ang ng sa mga at na ay'),
	foreign('qxwńáúíǵı', 'hem ucun bolip bir dep boyinsha oz bolgan haqqinda keyin arqali usi har'),
];
