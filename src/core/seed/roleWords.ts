// Role words: what introduces captions, bylines and furniture in the nine languages. Closed lists, gathered by reading
// pages of the region's agencies. All of them are for text in small letters; `o'` stands for every way to write Uzbek oʻ.

/** Patterns, one a word or phrase, between slashes or line ends, as one alternation. */
const anyOf = (list: string) =>
	list
		.trim()
		.split(/\s+\/\s+|\n\s*/)
		.join('|')
		.replaceAll("o'", "o[‘ʻ’'`]");
const rest = String.raw`(?!\p{L})`;

/** A regular expression for a beginning; bullets and brackets may stand before it. */
function beginning(list: string, after = ''): RegExp {
	return new RegExp(`^[\\s•·►▶→#*|([—–-]*(?:${anyOf(list)})${after}`, 'u');
}

/** `Фото: Акорда`, `Photo credit: …`, `Surat: …`. The label alone also stands where a picture was. */
export const captionLabel = beginning(
	String.raw`
		фото\p{L}* / photos? / images? / foto(?:ğraf)? / сурет / сүрөт / акс / расм / surat / rasm / şəkil / görsel / resim
		видео / video / wideo / картинка / иллюстрация / коллаж / скриншот / screenshot / kollaj
		инфографика / изображение / на (?:фото|снимке|видео) / pictured / file photo / archive photo / foto-kredit
		photo credit
	`,
	`(?:\\s*(?:[:©|/]|by${rest}|credit|courtesy|из (?:открытых|архива)|[-–—]\\s*\\S|с сайта|пресс-служб)|[)\\]]?\\.?$)`,
);

/** `© РИА Новости / …` above or below a picture. */
export const captionCredit = /^[(\s]*©\s*\p{L}/u;

/** A picture's text that ends by naming who took it: `Вид на порт. Фото: Акорда`, `… (Photo: AA)`. */
export const captionEnding =
	/(?:[.!?…)»”"]|[\s(/|[]) *(?:фото|photo|foto(?:ğraf)?|сурет|сүрөт|акс|расм|surat|rasm|şəkil)(?:\s+(?:by|credit))?\s*[:©/][^.!?]{2,50}[.)\]]*$|(?:архивное фото|file photo|archive photo|arxiv (?:şəkli|foto)|arşiv fotoğraf)(?!\p{L}).{0,60}$/u;

/** `Автор: Имя Фамилия`. What follows the label is the name. */
export const bylineLabel = beginning(
	`
		авторы? / author / written by / reported by / prepared by / edited by / reporting by / story by / text by
		müəllif / муаллиф / muallif / автору / авторлар[ыі]? / муаллифон / awtory? / makalaň awtory / yazar / yazan
		haber / muhabir / подготовила? / подготовили / беседовала? / текст / корреспондент / дайындаған / даярдаган
		hazırladı / hazırlayan / tayyorladi / тайёрлади / тайёрлаган / таҳия(?:и|гар) / taýýarlan / журналист
		репортёр / переводчик
	`,
	'\\s*[:–—-]\\s*',
);

/** `By Name Name`: English only, and only before a name; for the text as written. */
export const byName = /^(?:By|BY|by)\s+(?=\p{Lu}[\p{L}'’-]+\s+\p{Lu})/u;

/** `Источник: ТАСС`: who published it first. */
export const sourceLabel = beginning(
	`
		источник(?: и фото)? / source / mənbə / kaynak / манба / manba / дереккөз / булак / булагы / сарчашма
		çeşme / по материалам
	`,
	'\\s*[:–—-]\\s*',
);

/** Introduces links to other stories; the short lines after it are their headings. */
export const relatedLabel = beginning(
	String.raw`
		читайте(?: также| ещ[её]| больше| подробнее)? / смотрите(?: также)? / по теме / материалы по теме
		ранее по теме / другие новости / похожие (?:новости|материалы|статьи) / вам может быть интересно
		рекомендуем / ещ[её] по теме / последние новости / новости по теме / главные новости
		популярн(?:ое|ые)\s*(?:новости)? / самое читаемое / лента новостей / read (?:also|more|next) / see also
		also read / related (?:news|stories|articles|posts|topics) / you may also like / more (?:news|stories|from)
		latest news / relevant news / most (?:read|popular) / recommended / other news / top stories / trending
		həmçinin (?:oxuyun|bax) / oxşar xəbərlər / digər xəbərlər / son xəbərlər / bunu da oxu / əlaqəli xəbərlər
		mavzuga (?:oid|doir) / мавзуга (?:оид|доир) / o'xshash (?:yangiliklar|maqolalar) / ўхшаш янгиликлар
		shuningdek,? o'qing / boshqa yangiliklar / бошқа янгиликлар / so'nggi yangiliklar / сўнгги янгиликлар
		ko'p o'qilgan / тағы оқыңыз / тағы (?:да )?оқы / сондай-ақ,? оқы / ұқсас жаңалықтар / соңғы жаңалықтар
		оқи отырыңыз / тақырып бойынша / дагы окуңуз / ошондой эле окуңуз / окшош (?:кабарлар|жаңылыктар)
		соңку жаңылыктар / эң көп окулган / тема боюнча / бештар бихонед / ҳамчунин (?:бихонед|хонед) / боз бихонед
		хабарҳои монанд / дар ин мавзӯъ / ýene-de oka / şeýle hem oka / meňzeş habarlar / beýleki habarlar
		soňky habarlar / ünsüňizi çekip biler / ilgili haber(?:ler)? / diğer haberler / son haberler
		ayrıca (?:bakınız|oku) / benzer haberler / bunlar da ilginizi çekebilir / ayrıca bkz / haberin devamı
		öne çıkanlar / editörün seçtikleri
	`,
	`(?:${rest}.{0,30})?[:.…>»→]*\\s*$|$^`,
);

/** The same words with a story's heading on the same line: `Читайте также: Президент …`. */
export const relatedInline = beginning(
	`
		читайте (?:также|ещ[её]) / смотрите также / по теме / read (?:also|more|next) / see also / also read
		related / həmçinin (?:oxuyun|bax) / mavzuga oid / мавзуга оид / shuningdek,? o'qing / тағы оқыңыз
		сондай-ақ,? оқыңыз / дагы окуңуз / ҳамчунин бихонед / бештар бихонед / ýene-de okaň / ilgili haber
		ayrıca oku
	`,
	'\\s*[:–—-]',
);

/** Buttons, counters, subscriptions, legal notes: true of the whole paragraph by how it begins. */
export const furnitureBeginning = beginning(String.raw`
		подпи[сш]\p{L}* / следите за / присоединяйтесь / оставайтесь / поделиться / поделитесь
		комментари[ийя]\p{L}*\s*(?:[(:\d]|$) / оставить комментарий / свежие комментарии / добавить комментарий
		ваш адрес / читать дальше / подробнее(?: на| в|:|$) / теги?\s*: / метки\s*: / рубрик[аи]\s*:
		все права защищены / (?:полное |частичное )?использование материалов
		при (?:полном|частичном|использовании|перепечатке|копировании|цитировании)[^.]{0,40}(?:материал|информаци|сайт|ссылк)
		перепечатка / заметили ошибку / нашли ошибку / если вы (?:нашли|заметили|обнаружили) / выделите (?:её|ее|текст)
		ctrl\s*\+ / мы в соц / наш (?:телеграм|telegram|канал) / telegram-канал / реклама(?: на сайте)?$ / распечатать
		версия для печати / размер шрифта$ / что (?:вы )?думаете об этом\?$ / просмотр\p{L}*\s*:?\s*\d / количество просмотров / прочитано\s*:?\s*\d / дата публикации
		опубликовано\s*:?\s*\d / обновлено\s*:?\s*\d / время чтения / свидетельство о регистрации
		follow (?:us|the|@|our) / subscribe / sign up / join (?:us|our) / stay (?:up to date|tuned|informed)
		share(?: this)?:?$ / share (?:this )?(?:on|via|article|story|page|post) / comments?(?:\s*\(?\d*\)?:?$)
		leave a (?:reply|comment) / tags?\s*: / topics?\s*: / keywords?\s*: / categor(?:y|ies)\s*: / all rights reserved
		copyright / print(?: this)?$ / views?\s*:?\s*\d / published\s*(?::|on\s*\d) / updated\s*: / last (?:updated|modified)
		go back$ / go to (?:the )?main / back to (?:top|main|list|news) / submit (?:a )?release / click here / advertisement$
		if you (?:notice|find|spot) an? (?:error|mistake) / for more information,? (?:visit|contact) / disclaimer
		our (?:twitter|telegram) / @[a-z0-9_]+$
		bizi (?:izləyin|takip) / abunə ol / paylaş / şərh\p{L}*(?:\s*\(?\d|\s*:|$) / baxış(?:\s*sayı)?\s*: / oxunma
		bütün hüquqlar / materiallardan istifadə / bir cavab yazın
		obuna bo / обуна бўл / kuzatib (?:bor|tur) / кузатиб (?:бор|тур) / izoh(?:lar)?(?:\s*[(\d:]|$|\sqoldir)
		изоҳ(?:лар)?(?:\s*[(\d:]|$) / maqolani ulash / ulashing / улашинг / teglar\s*: / теглар\s*: / barcha huquqlar
		барча ҳуқуқлар / бизни кузат / bizni kuzat / ko'rishlar / кўришлар
		жазыл(?:ыңыз|ың) / бізге жазыл / бізді(?:ң)? (?:оқы|telegram) / пікір(?:лер)?(?:\s*[(\d:]|$) / бөлісіңіз
		тегтер\s*: / барлық құқық / қаралды / (?:рет )?көрсетілді$ / (?:мин(?:ут)? )?оқу үшін$ / \d+ (?:рет|мин)$ / материалды (?:толық|көшір)
		бизге жазыл / биздин (?:телеграм|telegram|байланыш) / комментарийлер / бөлүшүңүз / тегдер\s*: / бардык укук
		обуна шав / моро (?:дар|пайравӣ) / хабарро таблиғ / шарҳ(?:ҳо)?(?:\s*[(\d:]|$) / барчаспҳо / ҳамаи ҳуқуқ
		ýazyl(?:yň)?(?:yz)? / teswir(?:ler)?(?:\s*[(\d:]|$) / ähli hukuk / bizi yzarla / etiketler\s*: / tüm hakları
		abone ol / yorum(?:lar)?(?:\s*[(\d:]|\s*yap|$) / takip et / haber girişi
		güncelleme\s*: / okunma / sepleriň elýeterliligi / ссылки для упрощ / no media source / loading
		пожалуйста,? подождите / dmca$ / xs$ / sm$ / md$ / lg$ / шерине$ / menu$ / меню$
	`);

/** What only boilerplate says, wherever in a short paragraph it stands. */
export const furnitureAnywhere = new RegExp(
	anyOf(String.raw`
		гиперссылка (?:на [^.]{2,40} )?обязательна / обязательна (?:активная )?(?:гипер)?ссылка / ctrl\s*\+\s*enter
		(?:наш|our|bizim|bizning|бизнинг|біздің|биздин)\p{L}* (?:официальн\p{L}+ )?(?:telegram|телеграм|whatsapp|twitter|facebook|youtube|instagram)
		(?:telegram|телеграм|facebook|instagram|twitter|whatsapp)\p{L}*[^.!?]{0,40}(?:подпис|жазыл|obuna|обуна|abunə|abone|subscribe|follow us|ýazyl)
		all rights reserved / все права защищены / \d \p{Ll}+ o'qiladi / min(?:ute)?s? read$
		мин(?:ут\p{L}*)? (?:на )?чтени / \d\s*(?:просмотр\p{L}*|views?|baxış|okunma)$ / follow us / stay up to date
		saytda ro'yxatdan / email (?:не будет|will not be|protected)
	`),
	'u',
);
