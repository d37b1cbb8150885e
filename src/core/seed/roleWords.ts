// Role words: what introduces captions, bylines and furniture in the nine languages. Closed lists, from the pages of the region's agencies.

const rest = '(?![\\p{L}\\p{M}])';

/** A regular expression for a beginning, whatever the case; what stands before it may be a bullet or a bracket. */
function beginning(words: readonly string[], after = ''): RegExp {
	return new RegExp(`^[\\s•·►▶→#*|([«"“—–-]*(?:${words.join('|')})${after}`, 'iu');
}

/** `Фото: Акорда`, `Photo credit: …`, `Surat: …`. The label alone also stands where a picture was. */
export const captionLabel = beginning(
	[
		...['фото\\p{L}*', 'photos?', 'foto(?:ğraf)?', 'сурет', 'сүрөт', 'акс', 'расм', 'surat', 'rasm', 'şəkil', 'görsel', 'resim'],
		...['видео', 'video', 'wideo', 'image', 'картинка', 'иллюстрация', 'коллаж', 'скриншот', 'screenshot', 'kollaj', 'инфографика'],
		...['изображение', 'на (?:фото|снимке|видео)', 'pictured', 'file photo', 'archive photo', 'foto-kredit', 'photo credit'],
	],
	`(?:\\s*(?:[:©|/]|by${rest}|credit|courtesy|из (?:открытых|архива)|[-–—]\\s*\\p{Lu}|с сайта|пресс-служб)|[)\\]]?\\.?$)`,
);

/** `© РИА Новости / …` above or below a picture. */
export const captionCredit = /^[(\s]*©\s*(?!\s*(?:19|20)\d\d)\p{L}/u;

/** A picture's text that ends by naming who took it: `Вид на порт. Фото: Акорда`, `… (Photo: AA)`. */
export const captionEnding = /(?:[.!?…)»”"]|[\s(/|[]) *(?:фото|photo|foto(?:ğraf)?|сурет|сүрөт|акс|расм|surat|rasm|şəkil)(?:\s+(?:by|credit))?\s*[:©/][^.!?]{2,50}[.)\]]*$/iu;

/** `Автор: Имя Фамилия`. What follows the label is the name. */
export const bylineLabel = beginning(
	[
		...['авторы?', 'author', 'written by', 'reported by', 'prepared by', 'edited by', 'reporting by', 'story by', 'text by', 'müəllif'],
		...['муаллиф', 'muallif', 'автору', 'авторлар[ыі]?', 'муаллифон', 'awtory?', 'makalaň awtory', 'yazar', 'yazan', 'haber', 'muhabir'],
		...['подготовила?', 'подготовили', 'беседовала?', 'текст', 'корреспондент', 'дайындаған', 'даярдаган', 'hazırladı', 'hazırlayan'],
		...['tayyorladi', 'тайёрлади', 'тайёрлаган', 'таҳия(?:и|гар)', 'taýýarlan', 'журналист', 'репортёр', 'переводчик'],
	],
	'\\s*[:–—-]\\s*',
);

/** `By Name Name`: English only, and only before a name. */
export const byName = /^by\s+(?=\p{Lu}[\p{L}'’-]+\s+\p{Lu})/iu;

/** `Источник: ТАСС`: who published it first. */
export const sourceLabel = beginning(
	['источник(?: и фото)?', 'source', 'mənbə', 'kaynak', 'манба', 'manba', 'дереккөз', 'булак', 'булагы', 'сарчашма', 'çeşme', 'по материалам'],
	'\\s*[:–—-]\\s*',
);

/** Introduces links to other stories; the short lines after it are their headings. */
export const relatedLabel = beginning(
	[
		...['читайте(?: также| ещ[её]| больше| подробнее)?', 'смотрите(?: также)?', 'по теме', 'материалы по теме', 'ранее по теме'],
		...['другие новости', 'похожие (?:новости|материалы|статьи)', 'вам может быть интересно', 'рекомендуем', 'ещ[её] по теме'],
		...['последние новости', 'новости по теме', 'главные новости', 'популярн(?:ое|ые)\\s*(?:новости)?', 'самое читаемое', 'лента новостей'],
		...['read (?:also|more|next)', 'see also', 'also read', 'related (?:news|stories|articles|posts|topics)', 'you may also like'],
		...['more (?:news|stories|from)', 'latest news', 'most (?:read|popular)', 'recommended', 'other news', 'top stories', 'trending'],
		...['həmçinin (?:oxuyun|bax)', 'oxşar xəbərlər', 'digər xəbərlər', 'son xəbərlər', 'bunu da oxu', 'əlaqəli xəbərlər'],
		...['mavzuga (?:oid|doir)', 'мавзуга (?:оид|доир)', 'o[‘ʻ’\'`]xshash (?:yangiliklar|maqolalar)', 'ўхшаш янгиликлар', 'shuningdek,? o[‘ʻ’\'`]qing'],
		...['boshqa yangiliklar', 'бошқа янгиликлар', 'so[‘ʻ’\'`]nggi yangiliklar', 'сўнгги янгиликлар', 'ko[‘ʻ’\'`]p o[‘ʻ’\'`]qilgan'],
		...['тағы оқыңыз', 'тағы (?:да )?оқы', 'сондай-ақ,? оқы', 'ұқсас жаңалықтар', 'соңғы жаңалықтар', 'оқи отырыңыз', 'тақырып бойынша'],
		...['дагы окуңуз', 'ошондой эле окуңуз', 'окшош (?:кабарлар|жаңылыктар)', 'соңку жаңылыктар', 'эң көп окулган', 'тема боюнча'],
		...['бештар бихонед', 'ҳамчунин (?:бихонед|хонед)', 'боз бихонед', 'хабарҳои монанд', 'дар ин мавзӯъ'],
		...['ýene-de oka', 'şeýle hem oka', 'meňzeş habarlar', 'beýleki habarlar', 'soňky habarlar', 'ünsüňizi çekip biler'],
		...['ilgili haber(?:ler)?', 'diğer haberler', 'son haberler', 'ayrıca (?:bakınız|oku)', 'benzer haberler', 'bunlar da ilginizi çekebilir'],
		...['ayrıca bkz', 'haberin devamı', 'öne çıkanlar', 'editörün seçtikleri'],
	],
	`(?:${rest}.{0,30})?[:.…>»→]*\\s*$|$^`,
);

/** The same words with a story's heading on the same line: `Читайте также: Президент …`. */
export const relatedInline = beginning(
	[
		...['читайте (?:также|ещ[её])', 'смотрите также', 'по теме', 'read (?:also|more|next)', 'see also', 'also read', 'related'],
		...['həmçinin (?:oxuyun|bax)', 'mavzuga oid', 'мавзуга оид', 'shuningdek,? o[‘ʻ’\'`]qing', 'тағы оқыңыз', 'сондай-ақ,? оқыңыз', 'дагы окуңуз'],
		...['ҳамчунин бихонед', 'бештар бихонед', 'ýene-de okaň', 'ilgili haber', 'ayrıca oku'],
	],
	'\\s*[:–—-]',
);

/** Buttons, counters, subscriptions, legal notes: true of the whole paragraph by how it begins. */
export const furnitureBeginning = beginning([
	...['подпи[сш]\\p{L}*', 'следите за', 'присоединяйтесь', 'оставайтесь', 'поделиться', 'поделитесь', 'комментари[ийя]\\p{L}*', 'оставить комментарий'],
	...['свежие комментарии', 'добавить комментарий', 'ваш адрес', 'читать дальше', 'подробнее(?: на| в|:|$)', 'теги?\\s*:', 'метки\\s*:', 'рубрик[аи]\\s*:'],
	...['все права защищены', '(?:полное |частичное )?использование материалов', 'при (?:полном|частичном|использовании|перепечатке|копировании|цитировании)'],
	...['перепечатка', 'заметили ошибку', 'нашли ошибку', 'если вы (?:нашли|заметили|обнаружили)', 'выделите (?:её|ее|текст)', 'ctrl\\s*\\+', 'мы в соц'],
	...['наш (?:телеграм|telegram|канал)', 'telegram-канал', 'реклама(?: на сайте)?$', 'распечатать', 'версия для печати', 'просмотр\\p{L}*\\s*:?\\s*\\d'],
	...['количество просмотров', 'прочитано', 'дата публикации', 'опубликовано', 'обновлено', 'время чтения', 'свидетельство о регистрации'],
	...['follow (?:us|the|@|our)', 'subscribe', 'sign up', 'join (?:us|our)', 'stay (?:up to date|tuned|informed)', 'share(?: this|:|$)', 'comments?(?:\\s*\\(?\\d*\\)?:?$)'],
	...['leave a (?:reply|comment)', 'tags?\\s*:', 'topics?\\s*:', 'keywords?\\s*:', 'categor(?:y|ies)\\s*:', 'all rights reserved', 'copyright', 'print(?: this)?$'],
	...['views?\\s*:?\\s*\\d', 'published\\s*[:o]', 'updated\\s*:', 'last (?:updated|modified)', 'go (?:back|to)', 'back to', 'submit (?:a )?release', 'click here'],
	...['download', 'advertisement$', 'if you (?:notice|find|spot) an? (?:error|mistake)', 'for more information,? (?:visit|contact)', 'disclaimer', 'our (?:twitter|telegram)'],
	...['bizi (?:izləyin|takip)', 'abunə ol', 'paylaş', 'şərh\\p{L}*(?:\\s*\\(?\\d|\\s*:|$)', 'baxış(?:\\s*sayı)?\\s*:', 'oxunma', 'bütün hüquqlar', 'materiallardan istifadə', 'bir cavab yazın'],
	...['obuna bo', 'обуна бўл', 'kuzatib (?:bor|tur)', 'кузатиб (?:бор|тур)', 'izoh(?:lar)?(?:\\s*\\d|\\s*:|$|\\sqoldir)', 'изоҳ(?:лар)?', 'maqolani ulash', 'ulashing', 'улашинг'],
	...['teglar\\s*:', 'теглар\\s*:', 'barcha huquqlar', 'барча ҳуқуқлар', 'бизни кузат', 'bizni kuzat', 'ko[‘ʻ’\'`]rishlar', 'кўришлар'],
	...['жазыл(?:ыңыз|ың)', 'бізге жазыл', 'бізді(?:ң)? (?:оқы|telegram)', 'пікір(?:лер)?(?:\\s*\\d|\\s*:|$)', 'бөліс', 'тегтер\\s*:', 'барлық құқық', 'қаралды', 'материалды (?:толық|көшір)'],
	...['бизге жазыл', 'биздин (?:телеграм|telegram|байланыш)', 'комментарийлер', 'бөлүш', 'тегдер\\s*:', 'бардык укук', 'каралган'],
	...['обуна шав', 'моро (?:дар|пайравӣ)', 'хабарро таблиғ', 'шарҳ(?:ҳо)?(?:\\s*\\d|\\s*:|$)', 'мубодила', 'барчаспҳо', 'ҳамаи ҳуқуқ'],
	...['ýazyl(?:yň)?(?:yz)?', 'teswir(?:ler)?(?:\\s*\\d|\\s*:|$)', 'paýlaş', 'ähli hukuk', 'bizi yzarla'],
	...['abone ol', 'yorum(?:lar)?(?:\\s*\\d|\\s*:|\\s*yap|$)', 'etiketler\\s*:', 'tüm hakları', 'takip et', 'haber girişi', 'güncelleme\\s*:', 'okunma'],
	...['sepleriň elýeterliligi', 'ссылки для упрощ', 'no media source', 'loading', 'пожалуйста,? подождите', 'dmca$', 'xs$', 'sm$', 'md$', 'lg$', 'шерине$', 'menu$', 'меню$'],
]);

/** What only boilerplate says, wherever in a short paragraph it stands. */
export const furnitureAnywhere = new RegExp(
	[
		...['гиперссылка (?:на [^.]{2,40} )?обязательна', 'обязательна (?:активная )?(?:гипер)?ссылка', 'ctrl\\s*\\+\\s*enter', 'telegram-?\\s?канал', 'telegram channel'],
		...['(?:наш|our|bizim|bizning|бизнинг|біздің|биздин)\\p{L}* (?:официальн\\p{L}+ )?(?:telegram|телеграм|whatsapp|twitter|facebook|youtube|instagram)'],
		...['(?:telegram|телеграм|facebook|instagram|twitter|whatsapp)\\p{L}*[^.!?]{0,40}(?:подпис|жазыл|obuna|обуна|abunə|abone|subscribe|follow us|ýazyl)'],
		...['all rights reserved', 'все права защищены', '\\d \\p{Ll}+ o[‘ʻ’\'`]qiladi', 'min(?:ute)?s? read$', 'мин(?:ут\\p{L}*)? (?:на )?чтени', '\\d\\s*(?:просмотр\\p{L}*|views?|baxış|okunma)$'],
		...['follow us', 'stay up to date', '@(?:AzerNews|trend)\\p{L}*', 'saytda ro[‘ʻ’\'`]yxatdan', 'email (?:не будет|will not be|protected)'],
	].join('|'),
	'iu',
);
