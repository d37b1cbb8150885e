// Russian and English words that tell names from what stands beside them. Closed lists, in folded spelling.
import { fold } from './tokens';
import { isSmallTurkicWord, isTurkicOffice } from './words-turkic';

const patronymic =
	/(?:[оеи]вич|ьич)(?:а|у|ем|е)?$|(?:[оеи]вн|ичн)(?:а|ы|е|у|ой|ою)$|^(?:ог[лh]ы|огл[уы]|[кг]ызы|улы|уулу|углы|ogl[uiy]|q[ıi]z[ıi]|k[ıi]z[ıi]|uulu|ul[iy])$/;

/** Whether a word is a patronymic by its ending. */
export function isPatronymic(word: string): boolean {
	return patronymic.test(fold(word));
}

/** Offices, forms of address, verbs of speech and small words, that stand before a surname and may have a capital. */
const offices = new RegExp(
	`^(?:${[
		'президент|премьер|министр|глав[аеуы]|главой|господин|госпож|генерал|полковник|депутат|сенатор|губернатор|мэр|посол',
		'посл[аеу]|канцлер|корол|принц|адвокат|судь|директор|председател|секретар|политолог|эксперт|товарищ|доктор',
		'профессор|академик|пап[аеуы]$|патриарх|тренер|режисс|спикер|вице|экс|лидер|супруг|жен[аеуы]$|муж|сын|дочь|брат|отставк',
		'позици|заявлени|слов[ао]|мнени|команд|администраци|правительств|визит|встреч|победа|кабинет',
		'сказал|заявил|отметил|сообщил|подчеркнул|добавил|напомнил|уточнил|считает|говорит|ответил|пояснил|признал|объяснил',
		'president|prime|minister|secretary|chancellor|mrs?$|ms$|dr$|senator|governor|mayor|king$|queen$|judge|general',
	].join('|')})`,
);

const small = new Set(
	(
		'в во на по с со у и а но из к ко о об от до за не ни что как так он она оно они это эта эти эту этот тот та те тем ' +
		'том той нам им их ее его ему ей мы вы вас нас ты я при для без под над про через после перед вместо против между ' +
		'ранее позже далее затем потом сегодня вчера завтра также тоже однако сам сама само сами свой своя если когда где ' +
		'хотя чтобы пока уже еще ведь все всё весь вся кто чем там тут здесь тогда теперь впрочем именно кроме будучи или ' +
		'лишь только даже ибо мол де раз два три то же бы ли есть был была были будет нет да ага вот наш наши ваш мой моя ' +
		'мои твой под ст им пр др мне ней ним них нее него кого чего тебя себя меня ' +
		'the a an in on at by for of to and or but if it is he she we they you this that these those his her its our their ' +
		'as with from not no so i be was are has had will may can which who what when where how why all new one first last'
	).split(' '),
);

/** Whether a word with a capital before a surname is no given name. */
export function beforeSurnames(word: string): boolean {
	const folded = fold(word);
	return offices.test(folded) || small.has(folded) || isTurkicOffice(folded) || isSmallTurkicWord(folded);
}

/** Whether a word is an office, a form of address, or another that stands before surnames. */
export function isOffice(word: string): boolean {
	return offices.test(fold(word));
}

/** Whether a word is one of the small words of the language, which names are not, wherever a sentence begins with one. */
export function isSmallWord(word: string): boolean {
	return small.has(fold(word));
}
