// Speech words: how news in the nine languages says that someone said something. Closed lists, all in small letters.

const list = (words: string) => words.trim().split(/\s+/);

/** Stems: up to three letters may follow. */
const stems = list(`
	сказал заявил отметил сообщил подчеркнул добавил рассказал пояснил объяснил заключил напомнил уточнил указал считает
	говорит отмечает подчёркивает подчеркивает добавляет заявляет пишет написал утверждает полагает констатировал
	резюмировал продолжил ответил признал призвал предупредил пообещал прокомментировал произнёс произнес рассказывает
	поясняет напоминает сообщает выразил обратил акцентировал
`);

/** Whole words. */
const verbs = new Set(
	list(`
	said says told explained noted notes added adds stated states recalled concluded stressed stresses emphasised
	emphasized underlined underscored remarked commented wrote writes replied asked continued mentioned announced declared
	argued claimed believes highlighted reiterated observed warned insisted admitted acknowledged affirmed asserted
	tweeted posted pointed
	deyib dedi deyir deyə bildirib bildirdi bildirir qeyd vurğulayıb vurğuladı söyləyib söylədi açıqlayıb əlavə yazıb
	xatırladıb diqqətə
	söyledi belirtti vurguladı ifade kaydetti konuştu açıkladı ekledi aktardı diye şeklinde yazdı söylüyor diyor
	deydi deya ta'kidladi bildirdi aytdi qayd qo'shimcha yozdi tushuntirdi degan deb
	деди дейди дея таъкидлади билдирди айтди қайд қўшимча ёзди тушунтирди деган деб
	деді дейді деп айтты атап мәлімдеді хабарлады түсіндірді жазды қосты баяндады жеткізді ескертті
	дейт белгиледи билдирди кошумчалады жазган түшүндүрдү баса белгилеген айткан
	гуфт гуфтааст мегӯяд иброз таъкид изҳор зикр афзуд навишт илова
	diýdi diýip diýýär belledi aýtdy nygtady habar ýazdy mälim
`),
);

/** What makes up a verb together with one of the above, or stands between verb and speaker. */
const helpers = new Set(
	list(`
	edib etdi edir edən etti etmişdir eden edildi ifadelerini ifadesini kullandı kullanarak
	дошт кард намуд дорад мекунад доштанд карданд ки
	өтті өткен өттү өттi этди этилди қилди etdi qildi oʻtdi o'tdi ўтди ketdi деді деди дедi
	out also that isə ise esa эса же также затем при этом журналистам корреспондентам репортёрам репортерам
`),
);

/** They point at a speaker named elsewhere, or stand where one would. */
const notSpeakers = new Set(
	list(`
	он она они оно я мы это об в во на с со по из при также затем тогда далее кроме так что как и а но ранее сегодня вчера
	he she they it i we this that who which in on at by to also then as and but earlier later there
	o onlar mən biz bu daha sonra ayrıca o da onun ben siz kendisi
	u ular men biz bu shu keyin у улар мен биз бу шу кейин
	ол олар мен біз бұл сондай ал анда алар мен биз бул ошондой
	ӯ вай онҳо ман мо ин дар бо аз
	ol olar men biz bu şeýle ол
`),
);

/** What is quoted instead of a person: a paper, a post. */
const documents = new Set(
	list(
		'сообщении заявлении тексте документе публикации message statement document хабарда xabarda матнда хабарламада билдирүүдө',
	),
);

const stemmed = new RegExp(`^(?:${stems.join('|')})(?:а|о|и|ют|ет|ит|ли|ла)?$`);

/** Whether a word, in small letters with straight apostrophes, is one of speaking. */
export function isSpeech(word: string): boolean {
	return verbs.has(word) || stemmed.test(word);
}

/** Whether a word goes with one of speaking: an auxiliary, or a particle that is no part of a name. */
export function isHelper(word: string): boolean {
	return helpers.has(word);
}

/** Whether a phrase that begins with this word names nobody. */
export function namesNobody(word: string): boolean {
	return notSpeakers.has(word);
}

/** Whether a word stands for a paper or a post that is quoted. */
export function isDocument(word: string): boolean {
	return documents.has(word);
}

/** What links a sentence to the one before it, ahead of its subject. */
export const leadIn =
	/^(?:вот и|вот|и|а|но|так|в свою очередь|при этом|между тем|кроме того|в то же время|также|ранее|позднее|затем|meanwhile|in turn|for (?:his|her) part|in (?:his|her) turn|earlier|later|öz növbəsində|o['‘ʻ’]z navbatida|ўз навбатида|өз кезегінде|өз кезегинде|дар навбати худ|öz gezeginde)[,\s]+/iu;

/** Phrases that put the speaker before the quotation without a verb: `по словам`, `according to`. */
export const accordingTo =
	/(?:^|[^\p{L}])(?:по словам|по мнению|по выражению|according to|in the words of|ба гуфтаи|ба қавли)\s+/iu;

/** Where a speaker's name and title end: time, place, occasion and addressee of what was said. */
export const titleEnd =
	/\s+(?:в (?:ходе|интервью|беседе|эфире|сво|комментари|понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)|во время|на (?:встреч|брифинг|пресс|заседани|сво|форум|конференц|полях|совещани)|по итогам|журналистам|корреспонденту|накануне|после|on|during|in an?|at an?|at the|in the|after|while|when|as|that|to reporters|to journalists|speaking|bu barədə|bu haqda|бу ҳақда|бул тууралуу)(?=\s|\p{L}|$).*$/iu;
